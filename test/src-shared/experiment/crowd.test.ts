import {
  canBecomeRuns,
  crowdSize,
  crowdStarts,
  noiseOfStart,
  withCrowdAsRuns,
  withCrowdLayout
} from '@shared/experiment/crowd'
import { blank, withCrowd, withFormula, withStart } from '@shared/experiment/edit'
import { type Crowd, crowdLayouts, type Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { withNoise, withRun, withRunAdded } from '@shared/experiment/runs'
import { uniform } from '@shared/experiment/uniform'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const plane = withStart(withFormula(blank(), 'x^2 + 3 y^2'), [3, -1])
const space = withStart(withFormula(blank(), 'x^2 + y^2 + z^2'), [1, 2, 3])
const crowded = (crowd: Partial<Crowd>, experiment: Experiment = plane): Experiment => ({
  ...experiment,
  crowd: { ...experiment.crowd, ...crowd }
})
const anyCrowd = fc.record({
  layout: fc.constantFrom(...crowdLayouts),
  count: fc.integer({ min: 1, max: limits.crowd }),
  radius: fc.double({ min: 0, max: 100, noNaN: true }),
  seed: fc.integer({ min: 0, max: limits.seed })
})

describe('the starts of a crowd', () => {
  it('are as many as it has, each as long as a point and finite, and the same every time', () => {
    fc.assert(
      fc.property(anyCrowd, fc.constantFrom(blank(), plane, space), (crowd, experiment) => {
        const made = crowded(crowd, experiment)
        const starts = crowdStarts(made, 0)
        expect(starts).toHaveLength(crowdSize(made))
        for (const start of starts) {
          expect(start).toHaveLength(experiment.variables.length)
          expect(start.every(Number.isFinite)).toBe(true)
        }
        expect(crowdStarts(made, 0)).toEqual(starts)
      }),
      { seed: 20_261_127 }
    )
  })

  it('lie on a circle around the start of the run for a ring, its neighbours equally far apart', () => {
    const starts = crowdStarts(crowded({ layout: 'ring', count: 4, radius: 2 }), 0)
    expect(starts.map((start) => start.map((at) => Math.round(at * 1e9) / 1e9))).toEqual([
      [5, -1],
      [3, 1],
      [1, -1],
      [3, -3]
    ])
  })

  it('lie in a square around it for a grid, with the square number nearest to the count', () => {
    const grid = crowded({ layout: 'grid', count: 8, radius: 1 })
    expect(crowdSize(grid)).toBe(9)
    expect(crowdStarts(grid, 0)).toEqual([
      [2, -2],
      [3, -2],
      [4, -2],
      [2, -1],
      [3, -1],
      [4, -1],
      [2, 0],
      [3, 0],
      [4, 0]
    ])
    expect(crowdStarts(crowded({ layout: 'grid', count: 1, radius: 1 }), 0)).toEqual([[3, -1]])
  })

  it('lie around the own start of a run that has one', () => {
    const own = withRun(crowded({ layout: 'ring', count: 1, radius: 1 }), 'run-1', { start: [10, 20] })
    expect(crowdStarts(own, 0)).toEqual([[11, 20]])
  })

  it('change only the two coordinates on the axes for a ring or a grid', () => {
    for (const layout of ['ring', 'grid'] as const) {
      const seen = { ...space, view: { ...space.view, axes: [2, 0] as const } }
      const starts = crowdStarts(crowded({ layout, count: 9, radius: 1 }, seen), 0)
      expect(new Set(starts.map(([, y]) => y))).toEqual(new Set([2]))
      expect(new Set(starts.map(([, , z]) => z)).size).toBeGreaterThan(1)
    }
  })

  it('are evenly spaced over one variable', () => {
    const line = crowded({ layout: 'ring', count: 5, radius: 2 }, blank())
    expect(crowdStarts(line, 0)).toEqual([[1], [2], [3], [4], [5]])
  })

  it('lie within the ranges of all variables if random, elsewhere by another seed', () => {
    const random = crowded({ layout: 'random', count: 144 }, space)
    const starts = crowdStarts(random, 0)
    expect(starts.flat().every((at) => at >= -5 && at < 5)).toBe(true)
    for (const axis of [0, 1, 2]) {
      const places = starts.map((start) => start[axis] as number)
      expect(Math.min(...places)).toBeLessThan(-4)
      expect(Math.max(...places)).toBeGreaterThan(4)
    }
    expect(crowdStarts(crowded({ layout: 'random', count: 144, seed: 2 }, space), 0)).not.toEqual(starts)
  })

  it('are none without a run', () => {
    expect(crowdStarts(crowded({ layout: 'ring' }), 1)).toEqual([])
  })
})

describe('the layout of a crowd', () => {
  it('is at first as wide as suits the ranges, and later as wide as it was', () => {
    const ring = withCrowdLayout(plane, 'ring')
    expect(ring.crowd).toMatchObject({ layout: 'ring', radius: 3 })
    expect(withCrowdLayout(withCrowd(ring, { radius: 0.25 }), 'grid').crowd.radius).toBe(0.25)
  })
})

describe('a crowd that becomes runs', () => {
  it('is as many runs like the one it belongs to, each with its start, in colours of their own', () => {
    const two = withRunAdded(crowded({ layout: 'ring', count: 3, radius: 2 }), 'adam')
    const made = withCrowdAsRuns(two, 0)
    expect(made.runs.map(({ method }) => method)).toEqual(['descent', 'descent', 'descent', 'adam'])
    expect(made.runs.slice(0, 3).map(({ start }) => start)).toEqual(crowdStarts(two, 0))
    expect(new Set(made.runs.map(({ colour }) => colour)).size).toBe(4)
    expect(made.crowd.layout).toBe('none')
  })

  it('has in each run the noise that its start had', () => {
    const calm = crowded({ layout: 'ring', count: 3, radius: 2 })
    const noisy = withNoise(calm, calm.runs[0]?.id ?? '', { sigma: 1, seed: 5 })
    expect(withCrowdAsRuns(noisy, 0).runs.map(({ noise }) => noise)).toEqual(
      [5, 6, 7].map((seed) => ({ sigma: 1, seed }))
    )
    expect(new Set(withCrowdAsRuns(calm, 0).runs.map(({ noise }) => noise.seed)).size).toBe(1)
  })

  it('is left as it is where the runs could not be told apart', () => {
    const two = withRunAdded(crowded({ layout: 'ring', count: 8 }), 'adam')
    expect(canBecomeRuns(two)).toBe(false)
    expect(withCrowdAsRuns(two, 0)).toBe(two)
    expect(canBecomeRuns(crowded({ layout: 'ring', count: 8 }))).toBe(true)
    expect(canBecomeRuns(plane)).toBe(false)
  })
})

describe('the noise of a start', () => {
  it('is that of the run for the first one, and has a seed of its own within the bounds for each', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: limits.seed }), fc.constant(limits.seed)), (seed) => {
        const seeds = Array.from({ length: limits.crowd }, (_, index) => noiseOfStart({ sigma: 1, seed }, index).seed)
        expect(seeds[0]).toBe(seed)
        expect(new Set(seeds).size).toBe(limits.crowd)
        for (const one of seeds) expect(Number.isInteger(one) && one >= 0 && one <= limits.seed).toBe(true)
      }),
      { seed: 1847, numRuns: 50 }
    )
  })
})

describe('numbers by a seed', () => {
  it('are those of the published generator', () => {
    // Computed apart, with unsigned arithmetic in Python.
    const next = uniform(1)
    expect([next(), next(), next()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
  })

  it('are spread evenly', () => {
    const next = uniform(4_294_967_295)
    const draws = Array.from({ length: 10_000 }, () => Math.floor(next() * 10))
    const counts = Array.from({ length: 10 }, (_, tenth) => draws.filter((draw) => draw === tenth).length)
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
