import { withFormula, withPoint } from '@shared/experiment/edit'
import { describe, expect, it, vi } from 'vitest'
import { Differentiate } from '../../../src-renderer/views/Differentiate'
import { bridge } from '../../support/bridge'
import { experimentNamed, inLaboratory, shows } from '../laboratory'

vi.mock('../../../src-renderer/plots/chart', () => ({ chartIn: () => ({ update: () => {}, destroy: () => {} }) }))

const rows = () => [...document.querySelectorAll('.numbers-table tr')].map((row) => row.textContent)

function numbersOf(formula: string, a: number) {
  const experiment = withPoint(withFormula(experimentNamed('derivative-x2'), formula), [a])
  inLaboratory(() => <Differentiate ask={bridge.ask} />, experiment)
}

describe('the numbers at a point', () => {
  it('say why there are none where f has no value', async () => {
    numbersOf('sqrt(x)', -1)
    await shows('f is not defined here.')
    expect(rows().slice(0, 2)).toEqual(['f(a)–', 'f′(a), from the formula–'])
  })

  it('say so at a pole, in place of infinite ones', async () => {
    numbersOf('1/x', 0)
    await shows('f is not defined here, or its value is too large.')
    expect(rows().slice(0, 2)).toEqual(['f(a)–', 'f′(a), from the formula–'])
    expect(rows().join()).not.toContain('∞')
  })

  it('may be infinite where f has a value: a tangent can be vertical', async () => {
    numbersOf('cbrt(x)', 0)
    await shows('its tangent is vertical')
    expect(rows().slice(0, 2)).toEqual(['f(a)0', 'f′(a), from the formula∞'])
  })
})
