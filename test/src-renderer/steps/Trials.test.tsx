import type { Trial } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { TrialTable } from '../../../src-renderer/steps/Trials'
import { experimentNamed, inLaboratory } from '../laboratory'

/** Trial number k of `count`: at α = k, where f = 100 + k; the last one is taken. */
const trials = (count: number): readonly Trial[] =>
  Array.from({ length: count }, (_, index) => ({
    point: [index + 1, -1],
    value: 101 + index,
    length: index + 1,
    slope: Number.NaN,
    outcome: index === count - 1 ? 'accepted' : 'too-high'
  }))
const table = (rows: readonly Trial[]) =>
  inLaboratory(() => <TrialTable trials={rows} shown={[0, 1]} />, experimentNamed('descent-2d'))
const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))

describe('the points that a step tried', () => {
  it('are all shown up to twelve', () => {
    table(trials(12))
    expect(rows()).toHaveLength(12)
    expect(rows()[0]).toEqual(['○ 1', '1', '101', 'f too high'])
    expect(rows()[11]).toEqual(['● 12', '12', '112', 'taken'])
    expect(document.querySelectorAll('tr.on')).toHaveLength(1)
  })

  it('are, of more, the first eight and the last four, with how many lie between', () => {
    table(trials(20))
    const [numbers, [more]] = [rows().map(([number]) => number), rows()[8] ?? []]
    expect(more).toBe('8 more between them')
    expect(numbers).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `○ ${index + 1}`),
      '8 more between them',
      '○ 17',
      '○ 18',
      '○ 19',
      '● 20'
    ])
  })

  it('are told by their coordinates where they lie on no line, and with the slope where it was asked for', () => {
    table([{ point: [3, -1], value: 2, length: Number.NaN, slope: Number.NaN, outcome: 'rejected' }])
    expect(rows()).toEqual([['○ 1', '3', '−1', '2', 'not taken']])
    table([{ point: [3, -1], value: 2, length: 0.5, slope: -7, outcome: 'too-steep' }])
    expect(rows().at(-1)).toEqual(['○ 1', '0.5', '2', '−7', 'still too steep'])
  })

  it('have no table where none was tried', () => {
    table([])
    expect(document.querySelector('table')).toBeNull()
  })
})
