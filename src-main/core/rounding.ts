/** Half the distance from 1 to the next number: the relative error of one operation. */
const unitRoundoff = 2 ** -53

/** A value of f is taken to be known within so much of its size: its last digits. */
export const lastDigits = 64 * Number.EPSILON

/** f near the place a = `at`: its value there and its exact derivatives. */
interface Near {
  readonly at: number
  readonly here: number
  readonly slope: number
  readonly second: number
  /** Whether nothing may interrupt f from a − far to a + far. */
  readonly isUnbroken: (far: number) => boolean
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
/** Golden sections: at multiples of a power of 2 it may be that nothing has to be rounded. */
const apart = 1.618
/** How far the last of them is, in sizes. */
const farthest = places * apart

/**
 * Relative to `at`: the largest neighbourhood, in which 1 + x² can be told from 1, and the smallest, a few units in
 * the last place. At 0 nothing says how small things may be.
 */
const widest = 2 ** -27
const narrowest = 2 ** -51
const smallest = 2 ** -300
/** What is nearer to 0 than that is taken to be 0. */
const tiny = 2 ** -100

/**
 * The scatter of f about its parabola in the largest neighbourhood from which on it is noise: f's own bend shrinks by
 * 16 or more with each quarter. One quarter is not enough to tell: a place of the smaller one may be nearer a pole.
 */
function noiseOf(f: (x: number) => number, near: Near): number {
  const least = Math.max(Math.abs(near.at) * narrowest, smallest)
  let size = widestUnbroken(near)
  let scatters = Array.from({ length: quarters + 1 }, (_, quarter) => scatterOf(f, near, size / 4 ** quarter))
  while (size > least) {
    const [scatter = 0] = scatters
    const closer = scatters.slice(1)
    if (closer.every((other, index) => other >= scatter / noisy ** (index + 1))) break
    size /= 4
    scatters = [...closer, scatterOf(f, near, size / 4 ** quarters)]
  }
  return scatters[0] ?? 0
}

/** The size of the largest neighbourhood in which nothing interrupts f: across the pole of 1/x nothing is a parabola. */
function widestUnbroken({ at, isUnbroken }: Near): number {
  const most = Math.max(Math.abs(at), 1) * widest
  for (let size = most; size > Math.max(Math.abs(at) * narrowest, tiny); size /= 4) {
    if (isUnbroken(size * farthest)) return size
  }
  // At a itself f is only touched, as |x³| at 0: it has a slope there.
  return most
}

/** So many quarters are looked ahead; by less than that each, noise may shrink, too: by 4 where it is that of a. */
const quarters = 3
const noisy = 4

/** The largest |f(a + δ) − f(a) − f′(a)·δ − f″(a)·δ²/2| of places up to about 26 · `size` from a where f has a value. */
function scatterOf(f: (x: number) => number, { at, here, slope, second }: Near, size: number): number {
  let most = 0
  for (let index = -places; index <= places; index++) {
    const place = at + index * size * apart
    const shift = place - at
    const off = Math.abs(f(place) - here - shift * (slope + (shift * second) / 2))
    if (Number.isFinite(off)) most = Math.max(most, off)
  }
  return most
}
