import type { EigenPair } from '../eigen'
import type { Landscape } from '../objective'
import { lastDigits } from '../rounding'
import { moved } from './nearby'

/** So far is looked at most, beside the distance within which the place is, and so many times, each a quarter as far … */
const farthest = 64
const looks = 9
/** … but not nearer than so many times the distance to where the slope is foretold to be 0: there it is another place. */
const beyond = 3

/**
 * What f does along a principal direction with a curvature, from a point near a stationary one on: its signs on both
 * sides. Near an inflection, as that of x³, there is a curvature too, which goes to 0 with the slope; but nowhere around
 * does f do on both sides what it says. `ahead`: how far the stationary point is foretold to be; `within`: how far it may
 * be.
 */
export function bendAlong(
  objective: Landscape,
  point: Float64Array,
  { value: curvature, vector }: EigenPair,
  ahead: number,
  within: number
): readonly number[] {
  const here = objective.value(point)
  const level = lastDigits * Math.abs(here)
  const nearest = beyond * Math.min(ahead, within)
  const sign = Math.sign(curvature)
  let isTorn = false
  for (let look = 0; look < looks; look++) {
    const far = (farthest * within) / 4 ** look
    if (far < nearest) break
    const rises = [far, -far].map((by) => objective.value(moved(point, vector, by)) - here)
    const sides = rises.filter((rise) => Math.abs(rise) > level).map(Math.sign)
    // Where f is not defined on one side, the other one tells.
    if (sides.length > 0 && sides.length === rises.filter((rise) => !Number.isNaN(rise)).length) {
      if (sides.every((side) => side === sign)) return [sign]
      isTorn ||= sides.length === 2 && sides[0] !== sides[1]
    }
  }
  return isTorn ? [1, -1] : [sign]
}
