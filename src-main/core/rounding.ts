/** Half the distance from 1 to the next number: the relative error of one operation. */
const unitRoundoff = 2 ** -53

/** f near the place a = `at`: its value there and its exact derivatives. */
interface Near {
  readonly at: number
  readonly here: number
  readonly slope: number
  readonly second: number
}

/**
 * What rounding may add to the numerator of a difference quotient: the error of the quotient is at most about this / h.
 *
 * Two things are rounded (Press et al., Numerical Recipes, 3rd ed., §5.7): a + h, by up to u·|a|, which moves f by
 * |f′(a)| times that; and the values of f – by u·|f| at best, by more where terms cancel in it, by nothing where they
 * happen to be exact. So the latter is measured: just beside a f is a parabola, and what its values scatter about that
 * is noise (as in Moré and Wild, Estimating computational noise, SIAM J. Sci. Comput. 33, 2011).
 */
export function roundingOf(f: (x: number) => number, near: Near): number {
  return noiseOf(f, near) + unitRoundoff * Math.abs(near.at * near.slope)
}

/** How many places on each side the noise is looked for at. */
const places = 16

/**
 * Relative to `at`: the largest neighbourhood, in which 1 + x² can be told from 1, and the smallest, a few units in
 * the last place. At 0 nothing says how small things may be.
 */
const widest = 2 ** -27
const narrowest = 2 ** -51
const smallest = 2 ** -300

/**
 * The largest scatter of f about its parabola, in the largest neighbourhood from which on it does not shrink as it would
 * if it were f's own bend: by 64 with each quarter.
 */
function noiseOf(f: (x: number) => number, near: Near): number {
  const least = Math.max(Math.abs(near.at) * narrowest, smallest)
  let size = Math.max(Math.abs(near.at), 1) * widest
  let scatter = scatterOf(f, near, size)
  while (size > least) {
    const closer = scatterOf(f, near, size / 4)
    if (closer >= scatter / 4) break
    size /= 4
    scatter = closer
  }
  return scatter
}

/** The largest |f(a + δ) − f(a) − f′(a)·δ − f″(a)·δ²/2| of places up to about 26 · `size` from a where f has a value. */
function scatterOf(f: (x: number) => number, { at, here, slope, second }: Near, size: number): number {
  let most = 0
  for (let index = -places; index <= places; index++) {
    // Golden sections: at multiples of a power of 2 it may be that nothing has to be rounded.
    const place = at + index * size * 1.618
    const shift = place - at
    const off = Math.abs(f(place) - here - shift * (slope + (shift * second) / 2))
    if (Number.isFinite(off)) most = Math.max(most, off)
  }
  return most
}
