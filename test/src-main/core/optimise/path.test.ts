import { Path } from '@core/optimise/path'
import { Stretch } from '@core/optimise/stretch'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** A path of `steps` steps whose point k is (k, −k), f 2k, ‖∇f‖ 3k. */
function walked(steps: number, most: number) {
  const path = new Path(2, most)
  const stretch = new Stretch(2, 37)
  for (let k = 0; k <= steps; k++) {
    if (stretch.count === stretch.capacity) {
      path.add(stretch)
      stretch.begin(k)
    }
    stretch.add(Float64Array.of(k, -k), 2 * k, Float64Array.of(0, 3 * k), k, 4 * k)
  }
  path.add(stretch)
  return path.kept()
}

describe('a thinned path', () => {
  const anyWalk = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 2, max: 300 }))
  const law = (holds: (steps: number, most: number, kept: ReturnType<typeof walked>) => void) =>
    fc.assert(
      fc.property(anyWalk, ([steps, most]) => holds(steps, most, walked(steps, most))),
      { seed: 3, numRuns: 300 }
    )

  test('has no more points than asked for, and the first and the last', () => {
    law((steps, most, kept) => {
      expect(kept.steps.length).toBeLessThanOrEqual(most)
      expect([kept.steps[0], kept.steps.at(-1)]).toEqual([0, steps])
    })
  })

  test('has every point as the run made it', () => {
    law((_, __, { steps, points, values, norms }) => {
      expect(Array.from(points)).toEqual([...steps].flatMap((k) => [k, -k]))
      expect(Array.from(values)).toEqual([...steps].map((k) => 2 * k))
      expect(Array.from(norms)).toEqual([...steps].map((k) => 3 * k))
    })
  })

  test('keeps all points where there is room', () => {
    law((steps, most, kept) => {
      if (steps < most) expect(Array.from(kept.steps)).toEqual(Array.from({ length: steps + 1 }, (_, k) => k))
    })
  })

  test('has one of each so many pairs of steps, and uses at least half of the room', () => {
    law((steps, most, { steps: kept }) => {
      const width = most > 2 ? 2 : 1
      // The last point is kept anyway.
      const pairs = [...new Set([...kept.slice(0, -1)].map((step) => Math.floor(step / width)))]
      const found = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].some((level) => {
        const isEach = pairs.every((pair, block) => pair >> level === block)
        return isEach && pairs.length >= Math.floor(steps / width) >> level
      })
      expect(found).toBe(true)
      for (const pair of pairs.slice(0, -1)) {
        for (let step = width * pair; step < width * (pair + 1); step++) expect(kept).toContain(step)
      }
      if (steps >= most) expect(kept.length).toBeGreaterThanOrEqual(Math.floor(most / 2))
    })
  })

  test('shows all places of a run that goes around in a circle of few places, about equally often', () => {
    const { steps } = walked(10_000, 2001)
    for (const period of [2, 3, 4, 5, 8, 16]) {
      const counts = Array.from({ length: period }, (_, place) => [...steps].filter((k) => k % period === place).length)
      for (const count of counts) expect(count).toBeGreaterThan((0.6 * steps.length) / period)
    }
  })

  test('has the steps of a thinner one, but for its last', () => {
    const [some, fewer] = [walked(700, 300).steps, walked(5000, 200).steps]
    expect([...fewer].filter((step) => step <= 700 && !some.includes(step))).toEqual([])
  })
})
