import { blank, withFormula } from '@shared/experiment/edit'
import { schemes } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { errorsQuestion } from '../../../src-renderer/answers/questions'
import { subjectOf } from '../../../src-renderer/figures/occasion'
import { usualSentence } from '../../../src-renderer/point/usual-step'
import { ask } from '../../support/core-ask'

async function errorsOf(formula: string, a: number) {
  const reply = await ask(errorsQuestion(subjectOf(withFormula(blank(), formula)), 0, [a]))
  if (reply.kind !== 'answer') throw new Error(`No errors of ${formula}`)
  return reply.answer
}
const said = async (formula: string, a: number) => usualSentence(await errorsOf(formula, a), words.en)

it.each([
  [
    'sin(x)',
    1,
    'At the default h = 10⁻⁴ rounding error does not dominate yet in any scheme. Errors: forward 4×10⁻⁵, central 9×10⁻¹⁰.'
  ],
  ['x^2', 3, 'The central difference has no truncation error: f″ is symmetric about a, as for a quadratic.'],
  ['cos(x)', 0, 'The central difference has no truncation error: f″ is symmetric about a, as for a quadratic.'],
  ['2x + 1', 3, 'No scheme has a truncation error: near a, f is a straight line.'],
  ['abs(x)', 0, null],
  ['log(x)', -1, null]
])('the errors of %s at %d say: %s', async (formula, a, sentence) => {
  expect(await said(formula, a)).toBe(sentence)
})

it('a step size that is too small is named with the schemes it is too small for', async () => {
  expect(await said('sin(x/1e4)', 1e8)).toMatch(
    /^Here the default h = 10⁻⁴ is so small that rounding error dominates: forward/
  )
})

it('where rounding is said not to harm, a step a hundred times as large is worse', async () => {
  const places = fc.tuple(
    fc.constantFrom('sin(x)', 'exp(x)', 'x^3', '1/(1 + x^2)', 'log(x + 5)'),
    fc.double({ min: -4, max: 4, noNaN: true })
  )
  await fc.assert(
    fc.asyncProperty(places, async ([formula, a]) => {
      const found = await errorsOf(formula, a)
      if (!usualSentence(found, words.en)?.startsWith('At the default')) return
      const index = found.steps.findIndex((h) => Math.abs(Math.log10(h) + 4) < 1e-9)
      for (const scheme of schemes) {
        const errors = found.errors[scheme]
        // Towards larger steps the error grows: it is truncation.
        expect(errors[index + 40]).toBeGreaterThan(5 * (errors[index] ?? Number.NaN))
      }
    }),
    { seed: 4, numRuns: 60 }
  )
})
