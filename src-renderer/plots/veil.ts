import type { Place } from '../figure'
import { clippedPolygon } from './clip'
import { bilinear } from './grid'
import type { Setting } from './heights'
import { faded } from './look'
import type { Mark } from './marks'
import { along, boxPlace, eye, passage, type Ray, rayBetween, type Sight, scenePlace, type Vector } from './projection'

/** How much of a mark is seen through the surface. */
const through = 0.28

/** A surface in its box. */
type Walls = Pick<Setting, 'ground' | 'box'>

/**
 * How high a place of the scene lies over the surface, in heights of the box; NaN where there is no surface. Where that is
 * cut off it lies under it, or over it, as well: whoever comes out from there passes the surface, or is above the box.
 */
function heightOver({ ground, box }: Walls): (place: Vector) => number {
  return (place) => {
    const [x, y, z] = boxPlace(box, place) as [number, number, number]
    const height = bilinear(ground, ground.samples.values, x, y)
    return (z - height) / (box.z.max - box.z.min)
  }
}

/**
 * How well places of the box are seen: where nothing lies before one, the least distance of its way to the camera from
 * the surface, in heights of the box; where the surface hides it, a negative number. It is continuous on either side of
 * the surface, so that its zeros are the outline of what is hidden. `near`: a place this near to the surface lies on it,
 * and counts as on the camera's side; `enough`: below, it need not be exact.
 */
function clearanceFrom(
  { ground, box }: Walls,
  camera: Vector,
  { near, enough }: { readonly near: number; readonly enough: number }
): (place: Place) => number {
  const over = heightOver({ ground, box })
  return (place) => {
    const ray = rayBetween(scenePlace(box, place), camera)
    const end = Math.min(passage(ray)?.[1] ?? 0, ray.length)
    const start = over(ray.from)
    let side = Math.abs(start) > near ? Math.sign(start) : 0
    let least = 1
    // The first hundredth of the box is left out, where rounding would decide.
    for (let length = 1.5; length < end && least >= enough; length += 1.5) {
      const height = over(along(ray, length))
      if (Number.isNaN(height)) continue
      if (side === 0) side = Math.sign(height)
      least = Math.min(least, side * height)
    }
    return least
  }
}

/** Which places the surface hides: those from which the way to the camera – a place of the scene – crosses it. */
export function hiddenBy(walls: Walls, camera: Vector): (place: Place) => boolean {
  // Steps of runs lie a little beside a surface that is flat between its samples.
  const clearance = clearanceFrom(walls, camera, { near: 0.05, enough: 0 })
  return (place) => clearance(place) < 0
}

/** The place of the surface that a ray meets first, as (x, y, height); null if it meets none. */
export function hitOf({ ground, box }: Walls, ray: Ray): Place | null {
  const over = heightOver({ ground, box })
  const inside = passage(ray)
  if (!inside) return null
  const [enter, leave] = inside
  let last = { length: Number.NaN, height: Number.NaN }
  for (let step = 0; step <= 200; step++) {
    const length = enter + ((leave - enter) * step) / 200
    const height = over(along(ray, length))
    if (height * last.height <= 0) return boxPlace(box, along(ray, crossing(last.length, length)))
    last = { length, height }
  }
  return null

  function crossing(before: number, after: number): number {
    const side = Math.sign(over(along(ray, before)))
    for (let halving = 0; halving < 40; halving++) {
      const middle = (before + after) / 2
      if (over(along(ray, middle)) * side > 0) before = middle
      else after = middle
    }
    return after
  }
}

/**
 * The marks with the hidden parts of paths, dots and sheets made faint, and hidden signs. All other marks stay as they
 * are: never hidden.
 */
export function veiled(marks: readonly Mark[], walls: Walls, sight: Sight): readonly Mark[] {
  const camera = eye(sight)
  const hidden = hiddenBy(walls, camera)
  const clearance = clearanceFrom(walls, camera, { near: 1e-3, enough: Number.NEGATIVE_INFINITY })
  return marks.flatMap((mark): readonly Mark[] => {
    if (mark.mark === 'sheet') {
      const known = new Map<Place, number>()
      const clearanceOf = (place: Place) => {
        const found = known.get(place) ?? clearance(place)
        known.set(place, found)
        return found
      }
      const cells = mark.cells.map((cell) => clippedPolygon(cell, cell.map(clearanceOf)))
      return [
        { ...mark, opacity: mark.opacity * through },
        { ...mark, cells }
      ]
    }
    if (mark.mark === 'sign') {
      if (!hidden(mark.at)) return [mark]
      return [{ ...mark, colour: faded(mark.colour, through), halo: faded(mark.halo, through) }]
    }
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
