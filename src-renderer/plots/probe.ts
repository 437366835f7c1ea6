import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import type { Place } from '../figure'
import { indexAt, type SurfaceData } from '../figure'
import { criticalLines } from './critical'
import { stepLines } from './curve'
import { between } from './frame'
import type { Setting } from './heights'
import { readable } from './hover'
import type { Canvas } from './plot'
import { eye, projected, rayThrough, type Sight, scenePlace } from './projection'
import { heightOf } from './slice'
import { criticalPlaces, surfaceArrows } from './surface'
import { hiddenBy, hitOf } from './veil'

interface Pixel {
  readonly x: number
  readonly y: number
}

/** A surface as the camera sees it. */
export interface Seen {
  readonly data: SurfaceData
  readonly scene: Setting
  readonly sight: Sight
}

/** What hovering says, and the place of the box it is about. */
export interface Reading {
  readonly at: Place
  readonly lines: readonly string[]
  /** It is about f at its place, of which more can be told. */
  readonly isGround?: true
}

/** How near the pointer must come to a step, a critical point or an arrow, in CSS pixels. */
const reach = { step: 12, sign: 10, arrow: 5 }

const distanceTo = ({ scene, sight }: Seen, place: Place, { x, y }: Pixel): number => {
  const at = projected(sight, scenePlace(scene.box, place))
  return Math.hypot(at.x - x, at.y - y)
}

/** The drawn step that is seen nearest to a pixel, as its run among the traces and its index there; null if none is near. */
export function stepNear(seen: Seen, pixel: Pixel): { readonly run: number; readonly index: number } | null {
  const { data, scene } = seen
  let nearest: { run: number; index: number } | null = null
  let least = reach.step
  for (const [run, trace] of data.traces.entries()) {
    const last = data.step === null ? -1 : indexAt(trace, data.step)
    for (let index = 0; index <= last; index++) {
      const [x, y] = [trace.x[index] as number, trace.y[index] as number]
      const distance = distanceTo(seen, [x, y, heightOf(seen.data, scene)(x, y, trace.values[index] as number)], pixel)
      if (distance < least) {
        least = distance
        nearest = { run, index }
      }
    }
  }
  return nearest
}

/**
 * What hovering over a pixel of the surface says: which step, arrow or critical point is there, or f where the ray through the
 * pixel meets the surface first – exactly, if the formula is at hand. Null beside the surface and in its holes.
 */
export function surfaceReading(seen: Seen, pixel: Pixel, canvas: Canvas): Reading | null {
  return (
    stepReading(seen, pixel, canvas) ??
    arrowReading(seen, pixel, canvas) ??
    criticalReading(seen, pixel, canvas) ??
    groundReading(seen, pixel)
  )
}

function stepReading(seen: Seen, pixel: Pixel, canvas: Canvas): Reading | null {
  const { data, scene } = seen
  const step = stepNear(seen, pixel)
  const trace = step && data.traces[step.run]
  if (!step || !trace) return null
  const [x, y] = [trace.x[step.index] as number, trace.y[step.index] as number]
  const at = [x, y, heightOf(seen.data, scene)(x, y, trace.values[step.index] as number)]
  return { at, lines: stepLines(trace, step.index, data, canvas) }
}

function arrowReading(seen: Seen, pixel: Pixel, { look, words }: Canvas): Reading | null {
  for (const { from, towards, sentence } of surfaceArrows(seen.data, seen.scene, look, words)) {
    const [start, tip] = [from, towards].map((place) => projected(seen.sight, scenePlace(seen.scene.box, place))) as [
      Pixel,
      Pixel
    ]
    const near = between(start, tip).some(({ x, y }) => Math.hypot(x - pixel.x, y - pixel.y) < reach.arrow)
    if (near) return { at: from.map((at, axis) => (at + (towards[axis] as number)) / 2), lines: [sentence] }
  }
  return null
}

function criticalReading(seen: Seen, pixel: Pixel, { words }: Canvas): Reading | null {
  const { data, scene, sight } = seen
  const near = criticalPlaces(data, scene)
    .map(({ point, at }) => ({ point, at, distance: distanceTo(seen, at, pixel) }))
    .filter(({ distance }) => distance < reach.sign)
    .sort((a, b) => a.distance - b.distance)
  const hidden = hiddenBy(scene, eye(sight))
  const found = near.find(({ at }) => !hidden(at))
  return found ? { at: found.at, lines: criticalLines(found.point, data.variables, words) } : null
}

function groundReading({ data, scene, sight }: Seen, pixel: Pixel): Reading | null {
  const hit = hitOf(scene, rayThrough(sight, pixel))
  if (!hit) return null
  // About a pixel.
  const unit = ({ min, max }: Interval) => (max - min) / 500
  const [x, y] = [readable(hit[0] as number, unit(scene.box.x)), readable(hit[1] as number, unit(scene.box.y))]
  const place = `${data.variables[0]} = ${numeral(x, 6)}, ${data.variables[1]} = ${numeral(y, 6)}`
  const exact = data.f?.(x, y) ?? Number.NaN
  // Beside a jump the formula may have no value where the drawn surface has one.
  if (Number.isFinite(exact))
    return { at: [x, y, hit[2] as number], isGround: true, lines: [place, `f = ${numeral(exact, 6)}`] }
  return { at: hit, lines: [place, `f ≈ ${numeral(scene.scale.value(hit[2] as number), 3)}`] }
}
