import { symmetricEigen } from '../eigen'
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
/** A step this short is at the last digits: halving it would not help. */
const shortest = 1e-9

/** Ratios of one step to the one before at which steps shrink evenly, as towards the flat place of x⁴. */
const evenly = { least: 0.2, most: 0.99, apart: 0.02 }

/**
 * From `start` down the size of the slope by damped Newton steps for ∇f = 0; null where that leads out of the view or of
 * the domain, or is not done soon. Where the steps shrink evenly the sum of all that follow is tried at once (Aitken).
 * `isKnown`: told where a short step is about to land; true ends the way.
 */
export function settled(plane: Plane, start: Pair, isKnown: (at: Pair) => boolean = () => false): Settled | null {
  let at = start
  let slope = plane.slope(at)
  let size = lengthOf(slope)
  let [last, ratio]: [Pair | null, number] = [null, Number.NaN]
  for (let count = 0; count < mostSteps; count++) {
    if (!Number.isFinite(size)) return null
    if (size === 0) return { at, slope: 0, left: 0 }
    const { step, isWhole } = newtonStep(slope, plane.bend(at))
    const length = lengthOf(step)
    if (Number.isNaN(length)) return null
    const left = isWhole ? length : Number.POSITIVE_INFINITY
    if (length < 1e-3 && isKnown(plane.moved(at, step))) return null
    const next = smaller(plane, at, step, Math.min(1, longestStep / length), size)
    if (!next) return { at, slope: size, left }
    const newRatio = last ? (step[0] * last[0] + step[1] * last[1]) / (last[0] ** 2 + last[1] ** 2) : Number.NaN
    const isEven = newRatio > evenly.least && newRatio < evenly.most && Math.abs(newRatio - ratio) < evenly.apart
    const leap = isEven ? smaller(plane, at, step, 1 / (1 - newRatio), next.size) : null
    ;({ at, slope, size } = leap ?? next)
    ;[last, ratio] = leap ? [null, Number.NaN] : [step, newRatio]
    if (isOutside(plane.x, at[0]) || isOutside(plane.y, at[1])) return null
  }
  return null
}

/** The first of `step` times the factor, its half, its quarter … to where the slope is less than `size`; null: none. */
function smaller(plane: Plane, from: Pair, step: Pair, factor: number, size: number) {
  const halvings = lengthOf(step) < shortest ? 0 : mostHalvings
  for (let halving = 0; halving <= halvings; halving++) {
    const at = plane.moved(from, step, factor / 2 ** halving)
    const slope = plane.slope(at)
    const there = lengthOf(slope)
    if (there < size) return { at, slope, size: there }
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
