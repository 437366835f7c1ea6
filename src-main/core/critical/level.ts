import type { Bend } from './kind'
import { settled } from './newton'
import { lengthOf, type Pair, type Plane } from './plane'
import type { Starts } from './starts'

/** How far beside a point another one is looked for. */
const aside = 5e-3
/** The other one is there, if it is no farther than that from where the way ends. */
const arrived = aside / 16

/** Whether a critical point is one of a line or an area of them: beside it, where f does not bend, there is another. */
export function isConnected(plane: Plane, at: Pair, bends: readonly Bend[]): boolean {
  return bends.some(({ isFlat, direction }) => {
    return (
      isFlat &&
      [aside, -aside].some((by) => {
        const other = settled(plane, plane.moved(at, direction, by))
        const apart = other && other.left < arrived ? plane.distance(at, other.at) : 0
        return apart > 0.3 * aside && apart < 2 * aside
      })
    )
  })
}

const directions = 8
const stride = 1 / 64
/** From the border of what is level so far into the view … */
const beyond = 1e-4
/** … a slope that is there at all has this part of the usual one: that of the 30th power still has. */
const vanished = 1e-150

/**
 * Whether the slope at a point is exactly 0 only because it became too small to be a number, as that of e^(−x²) far
 * out: from where it is a number, going on, it stays a very small one.
 */
export function isUnderflow(plane: Plane, at: Pair, starts: Starts): boolean {
  const slopeAt = (direction: Pair, far: number) => lengthOf(plane.slope(plane.moved(at, direction, far)))
  for (const direction of [...compass, ...towardsSlope(plane, at, starts)]) {
    let far = stride
    while (far < Math.SQRT2 && slopeAt(direction, far) === 0) far += stride
    if (!(slopeAt(direction, far) > 0)) continue
    let [level, sloping] = [far - stride, far]
    while (sloping - level > beyond / 100) {
      const middle = (level + sloping) / 2
      if (slopeAt(direction, middle) === 0) level = middle
      else sloping = middle
    }
    const slope = slopeAt(direction, sloping + beyond)
    // 0 again: no border, only rounding on a line of critical points.
    if (slope > 0 && slope < vanished * starts.usual) return true
  }
  return false
}

const compass = Array.from({ length: directions }, (_, turn): Pair => {
  const angle = (2 * Math.PI * turn) / directions
  return [Math.cos(angle), Math.sin(angle)]
})

/** The direction of the nearest of the places that slope, which the compass may miss. */
function towardsSlope(plane: Plane, at: Pair, { sloping }: Starts): readonly Pair[] {
  const distances = sloping.map((place) => plane.distance(at, place))
  const far = Math.min(...distances)
  const nearest = sloping[distances.indexOf(far)]
  return nearest && far > 0 ? [plane.direction(at, nearest)] : []
}
