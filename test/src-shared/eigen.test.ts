import { type EigenPair, symmetricEigen } from '@shared/eigen'
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

/** What is wrong with this as A = VΛVᵀ, V orthogonal, smallest value first: entry by entry, beside the largest of A. */
function faults(matrix: readonly (readonly number[])[], pairs: readonly EigenPair[]): readonly string[] {
  const size = Math.max(...matrix.flat().map(Math.abs)) || 1
  const indices = matrix.map((_, i) => i)
  const made = (i: number, j: number) =>
    pairs.reduce((sum, { value, vector }) => sum + value * (vector[i] ?? 0) * (vector[j] ?? 0), 0)
  const everywhere = (isRight: (i: number, j: number) => boolean) =>
    indices.every((i) => indices.every((j) => isRight(i, j)))
  const laws = {
    number: pairs.length === matrix.length,
    VΛVᵀ: everywhere((i, j) => Math.abs(made(i, j) - (matrix[i]?.[j] ?? 0)) <= 1e-12 * size),
    VᵀV: everywhere((i, j) => Math.abs(dot(pairs[i]?.vector ?? [], pairs[j]?.vector ?? []) - Number(i === j)) <= 1e-12),
    order: pairs.every(({ value }, i) => value >= (pairs[i - 1]?.value ?? Number.NEGATIVE_INFINITY))
  }
  return Object.entries(laws).flatMap(([law, holds]) => (holds ? [] : [law]))
}

describe('symmetricEigen', () => {
  test('takes a matrix apart so that its parts make it again', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        expect(faults(matrix, symmetricEigen(matrix) ?? [])).toEqual([])
      }),
      { seed: 11, numRuns: 100 }
    )
  })

  test('would be found out if a value were wrong, a direction turned, longer or twice the same, or the order another', () => {
    const matrix = [
      [2, 1, 0],
      [1, 2, 0],
      [0, 0, 5]
    ]
    const pairs = symmetricEigen(matrix) ?? []
    const planted = (index: number, change: (pair: EigenPair) => EigenPair) =>
      faults(
        matrix,
        pairs.map((pair, i) => (i === index ? change(pair) : pair))
      )
    expect(faults(matrix, pairs)).toEqual([])
    expect(planted(1, (pair) => ({ ...pair, value: pair.value * (1 + 1e-8) }))).toContain('VΛVᵀ')
    expect(planted(0, ({ value, vector: [x = 0, y = 0] }) => ({ value, vector: [x, y, 1e-8] }))).toContain('VᵀV')
    expect(planted(2, ({ value, vector }) => ({ value, vector: vector.map((part) => part * 1.00001) }))).toContain(
      'VᵀV'
    )
    expect(planted(1, () => pairs[0] as EigenPair)).toContain('VᵀV')
    expect(faults(matrix, [...pairs].reverse())).toEqual(['order'])
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
