import { withFormula, withPoint } from '@shared/experiment/edit'
import { describe, expect, it, vi } from 'vitest'
import { Differentiate } from '../../../src-renderer/views/Differentiate'
import { bridge } from '../../support/bridge'
import { experimentNamed, inLaboratory, shows } from '../laboratory'

vi.mock('../../../src-renderer/plots/chart', () => ({ chartIn: () => ({ update: () => {}, destroy: () => {} }) }))

const rows = () => [...document.querySelectorAll('.numbers-table tr')].map((row) => row.textContent)

function numbersOf(formula: string, a: number, ...rest: readonly number[]) {
  const experiment = withPoint(withFormula(experimentNamed('derivative-x2'), formula), [a, ...rest])
  inLaboratory(() => <Differentiate ask={bridge.ask} />, experiment)
}

describe('the numbers at a point', () => {
  it('say why there are none where f has no value', async () => {
    numbersOf('sqrt(x)', -1)
    await shows('f is not defined here.')
    expect(rows().slice(0, 2)).toEqual(['f(a)–', 'f′(a), exact–'])
  })

  it('say so at a pole, in place of infinite ones', async () => {
    numbersOf('1/x', 0)
    await shows('f is not defined here, or its value is too large.')
    expect(rows().slice(0, 2)).toEqual(['f(a)–', 'f′(a), exact–'])
    expect(rows().join()).not.toContain('∞')
  })

  it('may be infinite where f has a value: a tangent can be vertical', async () => {
    numbersOf('cbrt(x)', 0)
    await shows('its tangent is vertical')
    expect(rows().slice(0, 2)).toEqual(['f(a)0', 'f′(a), exact∞'])
  })

  it('tell the digits of a quotient that are right from the others, and how large its error is', async () => {
    numbersOf('x^3', 1)
    // 3.00030001, 2.99970001 and 3.00000001, and rounding, against 3.
    await shows('Digits in colour are significant.')
    const quotients = [...document.querySelectorAll('.judged')].map((cell) => ({
      right: cell.querySelector('b')?.textContent,
      whole: Number(cell.textContent)
    }))
    expect(quotients).toEqual([
      { right: '3.00', whole: expect.closeTo(3.00030001, 9) },
      { right: '2.999', whole: expect.closeTo(2.99970001, 9) },
      { right: '3.0000000', whole: expect.closeTo(3.00000001, 9) }
    ])
    const errors = [...document.querySelectorAll('.schemes td:not(.judged)')].map((cell) => cell.textContent)
    expect(errors).toEqual(['0.0003', '0.0001', '0.0003', '0.0001', '1e−8', '3e−9'])
    await shows('Here central is about 30 thousand times as accurate as forward.')
  })

  it('are called by what is held beside other variables', async () => {
    numbersOf('x^2 y', 3, 5)
    await shows('Held fixed: y = 5')
    expect(rows().slice(0, 3)).toEqual(['f(a, 5)45', '∂f/∂x, exact30', '∂²f/∂x²10'])
  })
})
