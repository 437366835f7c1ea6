import { Path } from '@core/optimise/path'
import { Stretch } from '@core/optimise/stretch'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** A path of `steps` steps whose point k is (k, −k), f 2k, ‖∇f‖ 3k. */
function walked(steps: number, most: number) {
  const path = new Path(2, most, [], 0)
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

describe('a path of more steps than there are columns', () => {
  const anyWalk = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 2, max: 300 }))
  const law = (holds: (steps: number, columns: number, kept: ReturnType<typeof walked>) => void) =>
    fc.assert(
      fc.property(anyWalk, ([steps, columns]) => holds(steps, columns, walked(steps, columns))),
      { seed: 3, numRuns: 300 }
    )

  test('keeps the first and the last point, and of this one, whose numbers rise, two a column', () => {
    law((steps, columns, kept) => {
      expect(kept.steps.length).toBeLessThanOrEqual(2 * columns)
      expect([kept.steps[0], kept.steps.at(-1)]).toEqual([0, steps])
    })
  })

  test('has every point as the run made it', () => {
    law((_, __, { steps, points, values, norms, gradients }) => {
      expect(Array.from(points)).toEqual([...steps].flatMap((k) => [k, -k]))
      expect(Array.from(values)).toEqual([...steps].map((k) => 2 * k))
      expect(Array.from(norms)).toEqual([...steps].map((k) => 3 * k))
      expect(Array.from(gradients)).toEqual(Array.from(steps))
    })
  })

  test('keeps all points where there is room', () => {
    law((steps, columns, kept) => {
      if (steps < columns) expect(Array.from(kept.steps)).toEqual(Array.from({ length: steps + 1 }, (_, k) => k))
    })
  })

  test('keeps the first steps, which have dots, however long it is', () => {
    const path = new Path(1, 10, [], 300)
    const stretch = new Stretch(1, 5000)
    for (let k = 0; k < 5000; k++) stretch.add(Float64Array.of(k), 0, Float64Array.of(0), k, k)
    path.add(stretch)
    const { steps } = path.kept()
    expect(Array.from(steps.slice(0, 300))).toEqual(Array.from({ length: 300 }, (_, k) => k))
    expect(steps.length).toBeLessThan(330)
  })

  test('tells the covariance of all its points, if there are more than two coordinates', () => {
    const points = Array.from({ length: 3000 }, (_, k) => [Math.cos(k), 5 + Math.sin(k), k % 2])
    const path = new Path(3, 100)
    const stretch = new Stretch(3, points.length)
    for (const [k, point] of points.entries()) stretch.add(Float64Array.from(point), 0, new Float64Array(3), k, k)
    path.add(stretch)
    const mean = [0, 1, 2].map((i) => points.reduce((sum, point) => sum + (point[i] ?? 0), 0) / points.length)
    const away = (point: readonly number[], i: number) => (point[i] ?? 0) - (mean[i] ?? 0)
    const { moments } = path.kept()
    for (const i of [0, 1, 2]) {
      for (const j of [0, 1, 2]) {
        const exact = points.reduce((sum, point) => sum + away(point, i) * away(point, j), 0) / points.length
        expect(moments?.[3 * i + j]).toBeCloseTo(exact, 10)
      }
    }
  })
})
