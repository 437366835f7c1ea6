import { compile, type Objective } from '@core/objective'
import { rowsAnswer, runsAnswer, stepAnswer } from '@core/optimise/answers'
import { Cancelled, type Pulse, steady } from '@core/pulse'
import { crowdReport } from '@core/study/crowd'
import type { Body } from '@shared/protocol'
import { describe, expect, test } from 'vitest'

const crowdAnswer = (
  objective: Objective,
  { run, starts, columns, views, ...terms }: Body<'crowd'> | Omit<Body<'crowd'>, 'subject'>,
  pulse: Pulse
) => crowdReport(objective, { ...run, ...terms }, starts, columns, pulse, views)

const bowl = compile('x^2 + y^2', ['x', 'y'])
const sound = { method: 'descent', convention: 'book', settings: { lr: 0.1 }, start: [3, 4] } as const
const body = (runs: readonly unknown[]) =>
  ({
    subject: { formula: 'x^2 + y^2', variables: ['x', 'y'], parameters: {} },
    gradient: { method: 'exact', h: 1e-4 },
    steps: 100,
    columns: 11,
    views: [] as Body<'runs'>['views'],
    runs
  }) as Body<'runs'>

test('a run that is not sound does not spoil the others, and names its field', () => {
  const answer = runsAnswer(
    bowl,
    body([sound, { ...sound, settings: { lr: -1 } }, { ...sound, start: [1] }, sound]),
    steady
  )
  expect(answer.map((report) => ('problem' in report ? report.setting : report.taken))).toEqual([
    100,
    'lr',
    'start',
    100
  ])
  expect(answer[1]).toMatchObject({ problem: { code: 'setting-out-of-bounds' } })
  expect(answer[3]).toEqual(answer[0])
})

test('a report of more steps than there are columns has fewer points, in arrays of one length', () => {
  const [report] = runsAnswer(bowl, { ...body([sound]), steps: 5000, columns: 100 }, steady)
  if (!report || 'problem' in report) throw new Error('refused')
  const { steps, points, values, norms } = report
  expect(steps.length).toBeLessThan(1500)
  expect([points.length, values.length, norms.length]).toEqual([2 * steps.length, steps.length, steps.length])
  expect([steps[0], steps.at(-1)]).toEqual([0, 5000])
  // ‖∇f‖ = 2‖x‖ and f = ‖x‖²
  values.forEach((value, i) => {
    expect(norms[i]).toBeCloseTo(2 * Math.sqrt(value), 12)
  })
})

test('a cancelled answer is no answer', () => {
  const pulse = {
    beat() {
      throw new Cancelled()
    }
  }
  expect(() => runsAnswer(bowl, body([sound]), pulse)).toThrow(Cancelled)
})

test('one step of one run, opened', () => {
  const { runs, steps, columns, ...rest } = body([])
  expect([runs.length, steps, columns]).toEqual([0, 100, 11])
  const step = stepAnswer(bowl, { ...rest, run: { ...sound, start: [3, 4] }, step: 1 }, steady)
  expect(step).toMatchObject({ step: 1, before: { point: [3, 4], value: 25, gradient: [6, 8] } })
})

test('the rules that end runs early are those of the question', () => {
  const stop = { gradient: null, step: null, target: 1, evaluations: null }
  const [report] = runsAnswer(bowl, { ...body([sound]), stop }, steady)
  // 5 · 0.8^k is at most 1 first for k = 8.
  expect(report).toMatchObject({ taken: 8, stop: 'target' })
})

/** A pulse that has enough after so many beats, and remembers what progress it was told of. */
function ending(after: number): Pulse & { readonly shares: number[] } {
  const shares: number[] = []
  let beats = 0
  return {
    shares,
    beat() {
      beats++
    },
    progress: (share) => shares.push(share),
    isEnough: () => beats > after
  }
}

describe('long runs', () => {
  const long = { ...body([sound, { ...sound, start: [1, 1] }]), steps: 40_000, columns: 100, views: [] }

  test('tell how far they have come, all together, from 0 to 1', () => {
    const pulse = ending(Number.POSITIVE_INFINITY)
    runsAnswer(bowl, long, pulse)
    expect(pulse.shares.length).toBeGreaterThan(20)
    expect(pulse.shares).toEqual([...pulse.shares].sort((a, b) => a - b))
    expect(pulse.shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect(pulse.shares.at(-1)).toBeGreaterThan(0.9)
  })

  test('that are ended end with their paths so far, the others near their starts', () => {
    const [first, second] = runsAnswer(bowl, long, ending(3))
    if (!first || !second || 'problem' in first || 'problem' in second) throw new Error('refused')
    expect([first.stop, second.stop]).toEqual(['cancelled', 'cancelled'])
    expect(second.taken).toBeLessThan(first.taken)
    expect(first.taken).toBeGreaterThan(0)
    expect(first.taken).toBeLessThan(40_000)
    const [whole] = runsAnswer(
      bowl,
      { ...long, runs: long.runs.slice(0, 1), steps: first.taken, columns: 100, views: [] },
      steady
    )
    if (!whole || 'problem' in whole) throw new Error('refused')
    expect(first.points).toEqual(whole.points)
  })
})

describe('rows of a run', () => {
  const { runs: _, columns: __, views: ___, ...rest } = body([])
  const methods = [
    sound,
    { method: 'adam', convention: 'library', settings: { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 }, start: [3, 4] }
  ] as const

  test.each([
    [0, 1],
    [0, 701],
    [5, 7],
    [512, 3],
    [690, 100],
    [700, 1],
    [701, 5],
    [100, 0]
  ])('from step %d, %d of them, are those of the whole run, bit for bit', (from, count) => {
    for (const method of methods) {
      const run = { ...method, start: [...method.start], noise: { sigma: 0, seed: 1 } }
      for (const noise of [run.noise, { sigma: 0.2, seed: 9 }]) {
        const asked = { ...rest, steps: 700, run: { ...run, noise } }
        const [whole] = runsAnswer(
          bowl,
          { ...rest, steps: 700, runs: [{ ...run, noise }], columns: 701, views: [] },
          steady
        )
        if (!whole || 'problem' in whole) throw new Error('refused')
        const rows = rowsAnswer(bowl, { ...asked, from, count }, steady)
        const end = Math.min(701, from + count)
        expect(rows).toEqual({
          from,
          points: whole.points.slice(2 * from, 2 * end),
          values: whole.values.slice(from, end),
          norms: whole.norms.slice(from, end),
          gradients: whole.gradients.slice(from, end),
          evaluations: whole.evaluations.slice(from, end)
        })
      }
    }
  })

  test('beyond the end of a run there are none', () => {
    const wild = { ...sound, settings: { lr: 1e90 }, start: [3, 4] }
    expect(rowsAnswer(bowl, { ...rest, steps: 700, run: wild, from: 0, count: 700 }, steady).values).toHaveLength(2)
    expect(rowsAnswer(bowl, { ...rest, steps: 700, run: wild, from: 2, count: 700 }, steady).values).toHaveLength(0)
  })

  test('of one that is not sound name the field', () => {
    const asked = { ...rest, steps: 700, run: { ...sound, settings: { lr: 0 }, start: [3, 4] }, from: 0, count: 1 }
    expect(() => rowsAnswer(bowl, asked, steady)).toThrow('The learning rate (lr) must be greater than 0')
  })
})

describe('a crowd', () => {
  const hills = compile('(x^2 + y - 11)^2 + (x + y^2 - 7)^2', ['x', 'y'])
  const { runs: _, ...rest } = body([])
  const run = { ...sound, settings: { lr: 0.01 }, start: [0, 0] }
  const crowd = (starts: number[][], change: object = {}) =>
    crowdAnswer(hills, { ...rest, steps: 2000, columns: 50, views: [], run, starts, ...change }, steady)

  test('of starts all over Himmelblau’s hills comes to rest in its four minima', () => {
    const places = [-5, -3, -1, 1, 3, 5]
    const starts = places.flatMap((x) => places.map((y) => [x, y]))
    const { paths, ends } = crowd(starts)
    const minima = [
      [3, 2],
      [-2.805118086952745, 3.131312518250573],
      [-3.779310253377747, -3.28318599128617],
      [3.584428340330492, -1.848126526964404]
    ]
    expect(ends.map(({ kind }) => kind)).toEqual(['minimum', 'minimum', 'minimum', 'minimum'])
    for (const [x = 0, y = 0] of minima) {
      const here = ends.filter(({ point }) => Math.hypot((point[0] ?? 0) - x, (point[1] ?? 0) - y) < 1e-4)
      expect(here).toHaveLength(1)
      expect(here[0]?.value).toBeLessThan(1e-8)
    }
    for (const [index, { count }] of ends.entries()) {
      expect(count).toBe(paths.filter((path) => 'end' in path && path.end === index).length)
      expect(count).toBeLessThanOrEqual(ends[index - 1]?.count ?? starts.length)
    }
    paths.forEach((path, index) => {
      if ('problem' in path) throw new Error('refused')
      expect([...path.points.slice(0, 2)]).toEqual(starts[index])
      // First, last, and the ends of x, y and f of each column.
      expect(path.steps.length).toBeLessThanOrEqual(8 * 50)
    })
  })

  test('has the path of a run for each start', () => {
    const [path] = crowd([[1, 1]]).paths
    const [report] = runsAnswer(
      hills,
      { ...rest, steps: 2000, columns: 2001, views: [], runs: [{ ...run, start: [1, 1] }] },
      steady
    )
    if (!path || 'problem' in path || !report || 'problem' in report) throw new Error('refused')
    expect(path.taken).toBe(report.taken)
    expect(path.steps.length).toBeLessThan(report.steps.length)
    for (const [index, step] of path.steps.entries()) {
      expect(path.values[index]).toBe(report.values[step])
      expect(path.points.slice(2 * index, 2 * index + 2)).toEqual(report.points.slice(2 * step, 2 * step + 2))
    }
  })

  test('keeps a saddle apart from minima, and one that is thrown off has no end', () => {
    const saddle = compile('x^2 - y^2', ['x', 'y'])
    const asked = {
      ...rest,
      steps: 3000,
      columns: 50,
      views: [],
      run,
      starts: [
        [1, 0],
        [2, 0],
        [1, 1]
      ]
    }
    const { paths, ends } = crowdAnswer(saddle, asked, steady)
    expect(ends).toMatchObject([{ kind: 'saddle', count: 2 }])
    expect(paths[2]).toMatchObject({ stop: 'steps', end: -1 })
  })

  test('says of a start where f is not defined that it is not, and of a bad setting once for all', () => {
    const root = compile('sqrt(x) + y^2', ['x', 'y'])
    const asked = { ...rest, steps: 10, columns: 50, views: [], run, starts: [[-1, 0], [1, 0], [1]] }
    const { paths } = crowdAnswer(root, asked, steady)
    expect(paths.map((path) => ('problem' in path ? path.problem.code : path.taken))).toEqual([
      'start-undefined',
      10,
      'start-length'
    ])
    const bad = { ...asked, run: { ...run, settings: { lr: -1 } } }
    expect(() => crowdAnswer(root, bad, steady)).toThrow('learning rate')
  })

  test('that is ended has the paths so far', () => {
    const { paths } = crowdAnswer(
      hills,
      {
        ...rest,
        steps: 20_000,
        columns: 50,
        views: [],
        run,
        starts: [
          [1, 1],
          [2, 2]
        ]
      },
      ending(1)
    )
    expect(paths.map((path) => ('problem' in path ? path.problem : path.stop))).toEqual(['cancelled', 'cancelled'])
  })
})
