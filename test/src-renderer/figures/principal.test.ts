import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inPlane, onPlane, principalPlane } from '../../../src-renderer/figures/principal'

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, share, i) => sum + share * (b[i] ?? 0), 0)
const seed = 20_260_503

/** Points of a cloud that is longer in some directions, row by row. */
const clouds = fc.integer({ min: 2, max: 7 }).chain((dimension) =>
  fc.record({
    dimension: fc.constant(dimension),
    points: fc
      .array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: dimension, maxLength: dimension }), {
        minLength: 3,
        maxLength: 30
      })
      .map((rows) => rows.map((row) => row.map((at, i) => at / 3 ** i)))
  })
)

/** A symmetric matrix, its largest power that is asked for taken by squaring: a row each, scaled to a trace of 1. */
function powerOf(matrix: readonly (readonly number[])[], squarings: number): readonly (readonly number[])[] {
  const trace = matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) || 1
  const scaled = matrix.map((row) => row.map((entry) => entry / trace))
  if (squarings === 0) return scaled
  return powerOf(
    scaled.map((row) => scaled.map((column) => dot(row, column))),
    squarings - 1
  )
}

/** The two largest eigenvalues of the covariance by power iteration, the second after the first is taken out. */
function byPowers(points: readonly (readonly number[])[], dimension: number): readonly number[] {
  const axes = Array.from({ length: dimension }, (_, i) => i)
  const mean = axes.map((i) => points.reduce((sum, p) => sum + (p[i] ?? 0), 0) / points.length)
  const away = points.map((p) => p.map((at, i) => at - (mean[i] ?? 0)))
  const values: number[] = []
  let left = away
  for (let order = 0; order < 2; order++) {
    const covariance = axes.map((i) => axes.map((j) => left.reduce((sum, p) => sum + (p[i] ?? 0) * (p[j] ?? 0), 0)))
    // As many iterations as 2¹⁵.
    const power = powerOf(covariance, 15)
    const reached = power.map((row) => row.reduce((sum, entry, i) => sum + entry * (1 + 0.37 * i), 0))
    const length = Math.hypot(...reached) || 1
    const vector = reached.map((share) => share / length)
    values.push(left.reduce((sum, p) => sum + dot(p, vector) ** 2, 0))
    left = left.map((p) => p.map((at, i) => at - dot(p, vector) * (vector[i] ?? 0)))
  }
  const total = away.reduce((sum, p) => sum + dot(p, p), 0)
  return values.map((value) => value / total)
}

describe('the principal plane of a path', () => {
  it('has the shares of the variance that power iteration finds', () => {
    fc.assert(
      fc.property(clouds, ({ dimension, points }) => {
        fc.pre(new Set(points.map(String)).size > 2)
        const { shares } = principalPlane(points.flat(), dimension)
        const [first = 0, second = 0] = byPowers(points, dimension)
        expect(shares[0]).toBeCloseTo(first, 6)
        // Where the first two are nearly equal, so many powers do not yet tell them apart: together they do.
        expect(shares[0] + shares[1]).toBeCloseTo(first + second, 5)
      }),
      { seed, numRuns: 40 }
    )
  })

  it('is spanned by two directions of length 1, perpendicular, the largest share of each positive', () => {
    fc.assert(
      fc.property(clouds, ({ dimension, points }) => {
        const { across, up } = principalPlane(points.flat(), dimension)
        expect(dot(across, across)).toBeCloseTo(1, 12)
        expect(dot(up, up)).toBeCloseTo(1, 12)
        expect(dot(across, up)).toBeCloseTo(0, 12)
        for (const vector of [across, up]) {
          expect(Math.max(...vector)).toBeGreaterThan(Math.max(...vector.map((share) => -share)) * (1 - 1e-6))
        }
      }),
      { seed }
    )
  })

  it('shows a path that lies in a plane without any loss', () => {
    const span = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 })
    const places = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 1,
      maxLength: 20
    })
    fc.assert(
      fc.property(span, span, span, places, (origin, one, other, at) => {
        const points = at.map(([x, y]) => origin.map((o, i) => o + x * (one[i] ?? 0) + y * (other[i] ?? 0)))
        const plane = principalPlane(points.flat(), 6)
        for (const point of points) {
          const back = onPlane(plane, ...inPlane(plane, point))
          for (const [i, coordinate] of back.entries()) expect(coordinate).toBeCloseTo(point[i] ?? NaN, 8)
        }
        const [first, second] = plane.shares
        if (new Set(points.map(String)).size > 1) expect(first + second).toBeCloseTo(1, 12)
      }),
      { seed }
    )
  })

  it('puts the last point at the origin, and gives a path along a line, or one point, some second direction', () => {
    const line = principalPlane([0, 0, 0, 2, 0, 2, 1, 0, 1], 3)
    expect(line.origin).toEqual([1, 0, 1])
    expect(line.shares[0]).toBeCloseTo(1, 15)
    expect(line.shares[1]).toBe(0)
    expect(line.across.map((share) => share * Math.SQRT2)).toEqual([1, 0, 1].map((share) => expect.closeTo(share, 12)))
    expect(line.up).toEqual([0, 1, 0].map((share) => expect.closeTo(share, 12)))
    const still = principalPlane([3, 4, 5], 3)
    expect([still.across, still.up]).toEqual([
      [1, 0, 0],
      [0, 1, 0]
    ])
    expect(still.shares).toEqual([NaN, NaN])
  })

  it('has no shares where the path does not move, whatever rounding makes of the mean', () => {
    const coordinate = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constantFrom(0.1, -0.1, 0.7, 1e-300)
    )
    fc.assert(
      fc.property(
        fc.array(coordinate, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        (at, count) => {
          const jitter = (k: number) => at.map((x) => x * (1 + (k % 3) * Number.EPSILON))
          for (const points of [Array(count).fill(at), Array.from({ length: count }, (_, k) => jitter(k))]) {
            const { shares, across } = principalPlane(points.flat(), at.length)
            expect(shares).toEqual([NaN, NaN])
            expect(across).toEqual(at.map((_, i) => Number(i === 0)))
          }
        }
      ),
      { seed }
    )
  })

  it('sees a small motion beside large coordinates that stay', () => {
    const { shares, across } = principalPlane([1e6, 1e-9, 1e6, 2e-9, 1e6, 0], 2)
    expect(shares).toEqual([1, 0])
    expect(across).toEqual([0, 1])
  })

  it('does not overflow where points are far away', () => {
    const { shares, across } = principalPlane([0, 0, 0, 3e99, 4e99, 0, 1e99, -1e99, 1e90], 3)
    expect(shares.every(Number.isFinite)).toBe(true)
    expect(across.every(Number.isFinite)).toBe(true)
  })
})
