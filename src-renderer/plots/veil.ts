import { bilinear, type Ground } from './grid'
import type { Mark, Place } from './marks'
import { type Box, boxPlace, eye, type Sight, scenePlace } from './projection'

/** How much of a mark is seen through the surface. */
const through = 0.28

const isIn = ({ x, y, z }: Box, place: readonly number[]) =>
  [x, y, z].every(({ min, max }, axis) => (place[axis] as number) >= min && (place[axis] as number) <= max)

/**
 * Whether the surface stands between the camera and a place on it: whether it is crossed on the way to the camera.
 * The first hundredth of the box is left out, where rounding would decide.
 */
export function hiddenBy(ground: Ground, box: Box, sight: Sight): (place: Place) => boolean {
  const camera = eye(sight)
  return (place) => {
    const from = scenePlace(box, place)
    const to = [camera[0] - from[0], camera[1] - from[1], camera[2] - from[2]] as const
    const length = Math.hypot(...to)
    let side = 0
    // 1.5 … 150 units: the box is at most 156 across.
    for (let step = 1; step <= 100; step++) {
      const part = (step * 1.5) / length
      const at = boxPlace(box, [from[0] + part * to[0], from[1] + part * to[1], from[2] + part * to[2]])
      if (!isIn(box, at)) return false
      const [x, y, z] = at as [number, number, number]
      const height = bilinear(ground, ground.samples.values, x, y)
      if (height > box.z.max || height < box.z.min || Number.isNaN(height)) continue
      const now = Math.sign(z - height)
      if (side !== 0 && now !== 0 && now !== side) return true
      if (now !== 0) side = now
    }
    return false
  }
}

/** The marks with the hidden parts of paths and dots made faint. All other marks stay as they are: never hidden. */
export function veiled(marks: readonly Mark[], hidden: (place: Place) => boolean): readonly Mark[] {
  return marks.flatMap((mark): readonly Mark[] => {
    if (mark.mark !== 'path' && mark.mark !== 'dots') return [mark]
    const covered = mark.places.map(hidden)
    if (!covered.includes(true)) return [mark]
    const gap = mark.places.map((place, index) => (covered[index] ? place.map(() => NaN) : place))
    return [
      { ...mark, opacity: mark.opacity * through },
      { ...mark, places: gap }
    ]
  })
}
