import { symmetricEigen } from '@shared/eigen'
import { lengthOf, type Pair, type Plane } from './plane'

/** Where the slope cannot be made smaller any more. Lengths and slopes by the view, as everywhere in `Plane`. */
export interface Settled {
  readonly at: Pair
  /** ‖∇f‖ there. */
  readonly slope: number
  /** How far away the place without slope still is, by Newton's step; infinite where curvature foretells none. */
  readonly left: number
}

/** A step of Newton's goes no farther: beyond, the curvature at hand says little. */
const longestStep = 0.15
/** How far out of the view a way may lead that comes back. */
const outside = 0.3
const mostSteps = 80
const mostHalvings = 8
const mostWholeSteps = 20
/** A step shorter than this lands where it says. */
const shortStep = 1e-3
/** One this short is at the last digits: halving it would not help. */
const shortest = 1e-9

/** Ratios of one step to the one before at which steps shrink evenly, as towards the flat place of x⁴. */
const evenly = { least: 0.2, most: 0.99, apart: 0.02 }

/**
 * From `start` down the size of the slope by damped Newton steps for ∇f = 0; null where that leads out of the view or of
 * the domain, or is not done soon. Where the steps shrink evenly the sum of all that follow is tried at once (Aitken).
 * `isKnown`: told where a short step is about to land; true ends the way.
 */
export function settled(plane: Plane, start: Pair, isKnown: (at: Pair) => boolean = () => false): Settled | null {
  let [at, slope]: [Pair, Pair] = [start, plane.slope(start)]
  let steps: readonly Pair[] = []
  for (let count = 0; count < mostSteps; count++) {
    const size = lengthOf(slope)
    if (!Number.isFinite(size)) return null
    if (size === 0) return { at, slope: 0, left: 0 }
    const { step, isWhole } = newtonStep(slope, plane.bend(at))
    const length = lengthOf(step)
    if (Number.isNaN(length)) return null
    if (length < shortStep && isKnown(plane.moved(at, step))) return null
    const next = smaller(plane, at, step, Math.min(1, longestStep / length), size)
    if (!next) return { at, slope: size, left: isWhole ? length : Number.POSITIVE_INFINITY }
    steps = [...steps.slice(-2), step]
    const shrink = evenShrink(steps)
    const leap: Place | null = shrink === null ? null : smaller(plane, at, step, 1 / (1 - shrink), lengthOf(next.slope))
    if (leap) steps = []
    ;({ at, slope } = leap ?? next)
    if (isOutside(plane.x, at[0]) || isOutside(plane.y, at[1])) return null
  }
  return null
}

/**
 * Where Newton's method leads that takes every step whole: through valleys too narrow and bent for steps that may not
 * climb. Null: out of the view, or nowhere soon.
 */
export function wholeSteps(plane: Plane, start: Pair): Pair | null {
  let at = start
  for (let count = 0; count < mostWholeSteps; count++) {
    const { step, isWhole } = newtonStep(plane.slope(at), plane.bend(at))
    if (!isWhole || Number.isNaN(lengthOf(step))) return null
    at = plane.moved(at, step)
    if (lengthOf(step) < shortest) return at
    if (isOutside(plane.x, at[0]) || isOutside(plane.y, at[1])) return null
  }
  return null
}

/** By which factor each of three steps is shorter than the one before, if it is the same one and worth a leap. */
function evenShrink(steps: readonly Pair[]): number | null {
  const [first, second, third] = steps
  if (!first || !second || !third) return null
  const ratio = (one: Pair, next: Pair) => (one[0] * next[0] + one[1] * next[1]) / (one[0] ** 2 + one[1] ** 2)
  const [before, now] = [ratio(first, second), ratio(second, third)]
  return now > evenly.least && now < evenly.most && Math.abs(now - before) < evenly.apart ? now : null
}

interface Place {
  readonly at: Pair
  readonly slope: Pair
}

/** The first of `step` times the factor, its half, its quarter … to where the slope is less than `size`; null: none. */
function smaller(plane: Plane, from: Pair, step: Pair, factor: number, size: number): Place | null {
  const halvings = lengthOf(step) < shortest ? 0 : mostHalvings
  for (let halving = 0; halving <= halvings; halving++) {
    const at = plane.moved(from, step, factor / 2 ** halving)
    const slope = plane.slope(at)
    if (lengthOf(slope) < size) return { at, slope }
  }
  return null
}

function isOutside({ min, max }: Plane['x'], at: number): boolean {
  const margin = outside * (max - min)
  return at < min - margin || at > max + margin
}

/** Rounding in a curvature that two others nearly cancel to, relative to those. */
const blur = 8 * Number.EPSILON
/** A slope along a direction without curvature is rounding if curvature that may be rounding, too, made it by so much way. */
const reach = 0.1

/**
 * Newton's step −H⁻¹g. Along a direction in which curvature is only rounding it does not go; `isWhole` is false where
 * there is a slope in that direction nevertheless.
 */
function newtonStep(slope: Pair, [xx, xy, yy]: readonly [number, number, number]): { step: Pair; isWhole: boolean } {
  const pairs = symmetricEigen([
    [xx, xy],
    [xy, yy]
  ])
  if (!pairs) return { step: [Number.NaN, Number.NaN], isWhole: false }
  const most = Math.max(...pairs.map(({ value }) => Math.abs(value)))
  // Curvatures along the axes themselves are not mixed with anything: e^x + y² has one along x, however small.
  const noise = xy === 0 ? 0 : blur * (Math.abs(xx / most) * Math.abs(yy) + Math.abs(xy / most) * Math.abs(xy))
  let isWhole = true
  const step: [number, number] = [0, 0]
  for (const { value, vector } of pairs) {
    const [x = 0, y = 0] = vector
    const along = slope[0] * x + slope[1] * y
    if (Math.abs(value) <= noise) {
      isWhole &&= Math.abs(along) <= reach * noise
    } else {
      step[0] -= (along / value) * x
      step[1] -= (along / value) * y
    }
  }
  return { step, isWhole }
}
