import { blank, withFormula } from '@shared/experiment/edit'
import type { CrowdReport, StopReason } from '@shared/protocol'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { crowdQuestion } from '../../../src-renderer/answers/questions'
import { crowdSentence, crowdWays } from '../../../src-renderer/figures/crowd'
import { subjectOf } from '../../../src-renderer/figures/occasion'

const path = (end: number, stop: StopReason = 'steps', points = [0, 0, 1, 2]): CrowdReport['paths'][number] => ({
  taken: points.length / 2 - 1,
  steps: Int32Array.from(points.slice(points.length / 2), (_, index) => index),
  points: Float64Array.from(points),
  values: Float64Array.from(points.slice(points.length / 2)),
  ways: [],
  stop,
  end,
  wanders: false
})
const fault = { problem: { code: 'start-undefined', values: { field: 'start', point: '(0, 0)' } } } as const
const minimum = (x: number, y: number, count: number) => ({ point: [x, y], value: 0, count, kind: 'minimum' }) as const

describe('where a crowd ended', () => {
  const mixed: CrowdReport = {
    paths: [
      ...Array.from({ length: 14 }, () => path(0)),
      ...Array.from({ length: 9 }, () => path(1)),
      path(-1, 'diverged'),
      path(-1, 'diverged'),
      path(-1, 'left-domain'),
      path(-1),
      fault
    ],
    ends: [minimum(3, 2, 14), { ...minimum(-2.805118, 3.131313, 9), kind: 'saddle' }]
  }

  it('is said in one sentence, most visited first, and then what came to rest nowhere', () => {
    expect(crowdSentence(mixed, words.ja)).toBe(
      '28 本中 14 本 → 極小点 (3, 2)、9 本 → 鞍点 (−2.805, 3.131)、1 本はまだ途中、2 本は発散、1 本は f が定義されない所へ、1 本は初期値で f が定義されない'
    )
    expect(crowdSentence(mixed, words.en)).toBe(
      'Of 28: 14 → minimum (3, 2), 9 → saddle (−2.805, 3.131), 1 not at rest yet, 2 diverged, 1 left where f is defined, 1 began where f is not defined.'
    )
  })

  it('says apart which ways noise keeps from settling', () => {
    const report = { paths: [{ ...path(-1), wanders: true }, { ...path(-1), wanders: true }, path(-1)], ends: [] }
    expect(crowdSentence(report, words.ja)).toBe('3 本中 2 本はノイズで揺れ続ける、1 本はまだ途中')
    expect(crowdSentence(report, words.en)).toBe('Of 3: 2 kept moving by noise, 1 not at rest yet.')
  })

  it('counts each of them once, and tells many places together', () => {
    const many: CrowdReport = {
      paths: Array.from({ length: 12 }, (_, index) => path(Math.floor(index / 2))),
      ends: Array.from({ length: 6 }, (_, index) => minimum(index, 0, 2))
    }
    expect(crowdSentence(many, words.en)).toBe(
      'Of 12: 2 → minimum (0, 0), 2 → minimum (1, 0), 2 → minimum (2, 0), 2 → minimum (3, 0), 4 → 2 other places.'
    )
  })
})

describe('the ways of a crowd', () => {
  it('are asked for with every step while they are few, and with fewer the more there are', () => {
    const most = (count: number, formula = 'x + y') => {
      const experiment = withFormula(blank(), formula)
      const start = experiment.variables.map(() => 1)
      const starts = Array.from({ length: count }, () => start)
      return crowdQuestion(subjectOf(experiment), experiment, 0, starts)?.body.columns
    }
    expect([most(12), most(30), most(144), most(144, 'x + y + z + w')]).toEqual([2048, 2000, 416, 208])
    expect(most(144, 'np.sum(x**2) + x[49]')).toBe(201)
  })

  it('are on the axes of the plot, without the starts where f is not defined', () => {
    const report = { paths: [path(0), fault], ends: [minimum(1, 2, 1)] }
    const made = crowdWays(withFormula(blank(), 'x + y'), report, 0, [1, 0])
    expect(made?.ways).toHaveLength(1)
    expect(Array.from(made?.ways[0]?.x ?? [])).toEqual([0, 2])
    expect(Array.from(made?.ways[0]?.y ?? [])).toEqual([0, 1])
    expect(crowdWays(blank(), undefined, 0, [0, 0])).toBeUndefined()
  })
})
