import type { DifferenceErrors } from '@shared/protocol'

/**
 * What the difference quotients at `a` leave out, per scheme: about factor · h^order for small h. From Taylor's formula
 * with its remainder as an integral of the second derivative,
 *
 *     (f(a + h) − f(a))/h − f′(a) = h ∫₀¹ (1 − s) f″(a + s·h) ds,
 *
 * backward the same with a − s·h, central with half the difference of f″ on the two sides. If that is like c·t^p near
 * t = 0, the integral is c·h^(p+1)/((p + 1)(p + 2)): |f″|/2·h one-sided, |f‴|/6·h² central, and where these derivatives
 * are 0 the first that is not. `second`: f″, exact.
 */
export function truncationOf(second: (x: number) => number, a: number): DifferenceErrors['truncation'] {
  const right = sizes.map((t) => second(a + t))
  const left = sizes.map((t) => second(a - t))
  const odd = right.map((value, index) => {
    const other = left[index] as number
    const half = (value - other) / 2
    return Math.abs(half) < blur * (Math.abs(value) + Math.abs(other)) ? 0 : half
  })
  return { forward: remainder(right), backward: remainder(left), central: remainder(odd) }
}

/** Distances from `a` at which f″ is asked, from the largest step size to where rounding leaves nothing of them. */
const sizes = Array.from({ length: 45 }, (_, index) => 2 ** -index)

/** Relative: two second derivatives that differ by less differ by rounding. */
const blur = 2 ** -44

/** Powers that are tried: the quotients of x⁸ at 0 leave out h⁷. */
const powers = [0, 1, 2, 3, 4, 5, 6]

/** Relative: what c·t^p is off by where it is taken to be all there is. */
const settled = 2 ** -6

/** The remainder of a quotient from samples of the function of t under its integral, at `sizes`. */
function remainder(samples: readonly number[]): { readonly factor: number; readonly order: number } {
  const { coefficient, power } = leadingTerm(samples)
  return { factor: Math.abs(coefficient) / ((power + 1) * (power + 2)), order: power + 1 }
}

/**
 * The lowest power of t that the samples settle on as t shrinks, with its coefficient, taken where three samples in a
 * row agree best: of a function that bends within about 1, to ten digits or more for c and c·t, to three or more beyond.
 * 0 if all samples are 0; NaN if they settle on nothing.
 */
function leadingTerm(samples: readonly number[]): { readonly coefficient: number; readonly power: number } {
  if (samples.every((value) => value === 0)) return { coefficient: 0, power: 0 }
  for (const power of powers) {
    const coefficients = samples.map((value, index) => value / (sizes[index] as number) ** power)
    let best = Number.NaN
    let least = settled
    for (let index = 0; index + 2 < coefficients.length; index++) {
      const [one, two, three] = coefficients.slice(index, index + 3) as [number, number, number]
      const spread = Math.max(Math.abs(one - two), Math.abs(two - three)) / Math.abs(three)
      if (!(spread < least) || !Number.isFinite(three)) continue
      least = spread
      best = three
    }
    if (Number.isFinite(best)) return { coefficient: best, power }
  }
  return { coefficient: Number.NaN, power: 0 }
}
