import { blank, withFormula, withStart, withSteps } from '@shared/experiment/edit'
import { words } from '@shared/words/index'
import { expect, it } from 'vitest'
import { subjectOf } from '../../../src-renderer/figures/occasion'
import { stepsTable } from '../../../src-renderer/figures/steps'
import { ask } from '../../support/core-ask'

/** x is halved in every step, or nearly so: no two rows are alike. */
const long = withSteps(withStart(withFormula(blank(), 'log(1 + x^2)'), [900]), 4321)

const linesOf = async (most?: number) => {
  const bytes = await stepsTable(ask, long, subjectOf(long), words.en, most)
  return new TextDecoder().decode(bytes).split('\r\n')
}

it.each([6000, 6001, 2000])(
  'a long run is written step after step, whatever %i numbers at once are its stretches',
  async (most) => {
    const lines = await linesOf(most)
    expect(lines).toEqual(await linesOf())
    const rows = lines.slice(1, -1).map((line) => line.split(','))
    expect(rows.map(([, step]) => Number(step))).toEqual(Array.from({ length: 4322 }, (_, step) => step))
    // Gradient descent asks for one gradient a step.
    expect(rows.every((row) => row.at(-2) === row[1])).toBe(true)
  }
)
