import type { Interval } from '@shared/interval'

/**
 * `count` points within the ranges, as even as can be however many there are, from the `from`-th on; that of number 0 is
 * in the middle: multiples of
 * powers of the root φ of x^(n+1) = x + 1, without their whole part. Roberts 2018, The unreasonable effectiveness of
 * quasirandom sequences; for one range it is the golden ratio's sequence.
 */
export function spreadPoints(ranges: readonly Interval[], count: number, from = 0): Float64Array[] {
  const root = rootFor(ranges.length)
  return Array.from({ length: count }, (_, k) =>
    Float64Array.from(ranges, ({ min, max }, i) => {
      const share = (0.5 + (from + k) * root ** -(i + 1)) % 1
      return min * (1 - share) + max * share
    })
  )
}

/** By iteration, which contracts. */
function rootFor(dimension: number): number {
  let root = 1.5
  for (let count = 0; count < 60; count++) root = (1 + root) ** (1 / (dimension + 1))
  return root
}
