import { blank, withFormula } from '@shared/experiment/edit'
import { expect, it } from 'vitest'
import { curveQuestion } from '../../../src-renderer/answers/questions'
import { isTooFine } from '../../../src-renderer/cards/too-fine'
import { subjectOf } from '../../../src-renderer/figures/occasion'
import { ask } from '../../support/core-ask'

it.each([
  ['sin(x)', 5, false],
  ['sin(100x)', 5, false],
  ['sin(1/x)', 5, false],
  ['tan(x)', 5, false],
  ['floor(9x)', 5, false],
  ['x sin(1/x)', 0.1, false],
  ['1', 5, false],
  ['sin(x)', 1e6, true],
  ['sin(x)', 1e300, true],
  ['cos(x)^2', 1e9, true]
])('whether %s on ±%d goes up and down too fast for its samples: %s', async (formula, end, tooFine) => {
  const subject = subjectOf(withFormula(blank(), formula))
  const reply = await ask(curveQuestion('curve', subject, 0, [0], { min: -end, max: end }))
  expect(reply.kind === 'answer' && isTooFine(reply.answer)).toBe(tooFine)
})
