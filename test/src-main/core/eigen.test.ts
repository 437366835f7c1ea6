import { symmetricEigen } from '@core/eigen'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const symmetric = fc
  .integer({ min: 1, max: 8 })
  .chain((n) =>
    fc
      .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((entries) =>
        Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => entries[Math.min(i, j) * n + Math.max(i, j)] ?? 0)
        )
      )
  )
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, part, i) => sum + part * (b[i] ?? 0), 0)

describe('symmetricEigen', () => {
  test('gives directions that the matrix only stretches, of length 1 and square to each other, smallest value first', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const pairs = symmetricEigen(matrix) ?? []
        expect(pairs).toHaveLength(matrix.length)
        pairs.forEach(({ value, vector }, i) => {
          for (const [row, entries] of matrix.entries())
            expect(dot(entries, vector)).toBeCloseTo(value * (vector[row] ?? 0), 9)
          pairs.forEach((other, j) => {
            expect(dot(vector, other.vector)).toBeCloseTo(i === j ? 1 : 0, 10)
          })
          expect(value).toBeGreaterThanOrEqual(pairs[i - 1]?.value ?? Number.NEGATIVE_INFINITY)
        })
      }),
      { seed: 11, numRuns: 100 }
    )
  })

  test('of [[2, 1], [1, 2]] are 1 and 3', () => {
    const pairs = symmetricEigen([
      [2, 1],
      [1, 2]
    ])
    expect(pairs?.map(({ value }) => value)).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)])
  })

  test('survive entries whose squares are no doubles', () => {
    const pairs = symmetricEigen([
      [2e300, 1e300],
      [1e300, 2e300]
    ])
    expect(pairs?.map(({ value }) => value / 1e300)).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)])
  })

  test('are all 0 for a matrix of zeros, none for an empty one, and null for one that is not finite', () => {
    const pairs = symmetricEigen([
      [0, 0],
      [0, 0]
    ])
    expect(pairs?.map(({ value }) => value)).toEqual([0, 0])
    expect(symmetricEigen([])).toEqual([])
    expect(symmetricEigen([[Number.NaN]])).toBeNull()
    expect(symmetricEigen([[Number.POSITIVE_INFINITY]])).toBeNull()
  })
})
