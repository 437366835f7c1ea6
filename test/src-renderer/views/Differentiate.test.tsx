import { withFormula, withPoint } from '@shared/experiment/edit'
import { describe, expect, it, vi } from 'vitest'
import { Differentiate } from '../../../src-renderer/views/Differentiate'
import { bridge } from '../../support/bridge'
import { button, experimentNamed, inLaboratory, shows, soon } from '../laboratory'

vi.mock('../../../src-renderer/plots/chart', () => ({ chartIn: () => ({ update: () => {}, destroy: () => {} }) }))

const rows = () => [...document.querySelectorAll('.numbers-table tr')].map((row) => row.textContent)

function numbersOf(formula: string, a: number, ...rest: readonly number[]) {
  const experiment = withPoint(withFormula(experimentNamed('derivative-x2'), formula), [a, ...rest])
  return inLaboratory(() => <Differentiate ask={bridge.ask} />, experiment)
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
    await shows('Digits in colour are significant')
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

  it('do not explain a colour that no digit has', async () => {
    numbersOf('x^3', 0)
    await shows('Difference quotient')
    await soon(() => expect(document.querySelectorAll('.judged')).toHaveLength(3))
    expect(document.body.textContent).not.toContain('Digits in colour')
  })

  it('are called by what is held beside other variables', async () => {
    numbersOf('x^2 y', 3, 5)
    await shows('Held fixed: y = 5')
    expect(rows().slice(0, 3)).toEqual(['f(a, 5)45', '∂f/∂x, exact30', '∂²f/∂x²10'])
  })

  it('have no errors where there is no derivative, only a number that stands for it', async () => {
    numbersOf('abs(x)', 0)
    await shows('0 is used as the derivative.')
    expect(rows().slice(4)).toEqual(['Forward1––', 'Backward−1––', 'Central0––'])
    expect(document.querySelectorAll('.judged b:not(:empty)')).toHaveLength(0)
    expect(document.body.textContent).not.toContain('Digits in colour')
  })
})

describe('the picture', () => {
  it.each([
    ['sqrt(-x^2 - 1)', 'f is not defined anywhere in this range.'],
    ['exp(x^2 + 1000)', 'f is not defined anywhere in this range, or its values are too large.']
  ])('of %s is replaced by a sentence', async (formula, sentence) => {
    numbersOf(formula, 1)
    await soon(() => expect(document.querySelector('.instead')?.textContent).toBe(sentence))
  })

  it('goes to a point that was typed outside of it, as wide as it was', async () => {
    const { lab } = numbersOf('x^2', 40)
    await shows('Point a is outside of the picture.')
    const { min, max } = lab.experiment().variables[0] ?? { min: 0, max: 0 }
    button('Show it').click()
    expect(lab.experiment().variables[0]).toMatchObject({ min: 40 - (max - min) / 2, max: 40 + (max - min) / 2 })
    expect(document.body.textContent).not.toContain('outside')
  })

  it('goes to a point so far away that its width would be lost there', async () => {
    const { lab } = numbersOf('x^2', -1e20)
    await shows('Point a is outside of the picture.')
    button('Show it').click()
    const { min, max } = lab.experiment().variables[0] ?? { min: 0, max: 0 }
    expect(min).toBeLessThan(-1e20)
    expect(max).toBeGreaterThan(-1e20)
  })
})
