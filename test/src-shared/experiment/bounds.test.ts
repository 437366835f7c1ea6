import { crowdBounds, noiseBounds, stepsBounds, stopBounds } from '@shared/experiment/bounds'
import { decode, encode } from '@shared/experiment/codec'
import { blank } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { freshRun } from '@shared/experiment/runs'
import { type Bounded, isWithin, settingProblem } from '@shared/methods/setting'
import { ProblemError, sentence } from '@shared/problem'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'

/** Every row with the document that has a number of its kind. */
const rows: readonly (readonly [string, Bounded, (value: number) => Experiment])[] = [
  ['steps', stepsBounds, (steps) => ({ ...blank(), steps })],
  ...Object.values(noiseBounds).map(
    (row) =>
      [
        `runs[0].noise.${row.id}`,
        row,
        (value: number) => {
          const run = freshRun([], 'descent')
          return { ...blank(), runs: [{ ...run, noise: { ...run.noise, [row.id]: value } }] }
        }
      ] as const
  ),
  ...Object.values(stopBounds).map(
    (row) =>
      [`stop.${row.id}`, row, (value: number) => ({ ...blank(), stop: { ...blank().stop, [row.id]: value } })] as const
  ),
  ...Object.values(crowdBounds).map(
    (row) =>
      [
        `crowd.${row.id}`,
        row,
        (value: number) => ({ ...blank(), crowd: { ...blank().crowd, [row.id]: value } })
      ] as const
  )
]

const isTaken = (experiment: Experiment): boolean => {
  try {
    decode(encode(experiment))
    return true
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}

describe.each(rows)('%s', (path, row, holding) => {
  it('is usually what it may be', () => {
    expect(isWithin(row, row.default)).toBe(true)
    expect(isTaken(holding(row.default))).toBe(true)
  })

  it('may be in a file what a field takes, and nothing else', () => {
    const ends = [row.min, row.max].filter(Number.isFinite)
    const values = [...ends.flatMap((end) => [end - 1, end - 1e-3, end, end + 1e-3, end + 1]), -1e300, 0.5, 1e300]
    for (const value of values)
      expect([value, isTaken(holding(value))]).toEqual([value, settingProblem(row, value) === null])
  })

  it('names itself in both languages where it is refused', () => {
    if (!Number.isFinite(row.min)) return
    const problem = settingProblem(row, row.min - 1)
    for (const language of Object.values(words)) {
      const texts: Readonly<Record<string, { readonly name: string; readonly meaning: string }>> =
        language.methods.settings
      const { name = '', meaning } = texts[row.term ?? row.id] ?? {}
      expect(name).not.toBe('')
      expect(meaning).toMatch(/./)
      expect(problem && sentence(problem, language), path).toContain(name)
    }
  })
})
