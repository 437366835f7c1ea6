import { countNumeral } from '@shared/numbers/numeral'
import type { Anatomy, Place } from '../figure'
import type { Needle } from './compass'
import { between, type Frame, framePixel, framePlace, type Pixel, seenDirection } from './frame'
import { faded } from './look'
import type { Mark } from './marks'
import type { Canvas } from './plot'

/** Corners of the polygon that a circle is drawn as. */
const roundness = 72
/** The shortest arrow that has a name, in CSS pixels. */
const leastNamed = 12
/** Where the longer of the arrows is shorter than this, in CSS pixels, they are drawn larger, and their names say so. */
const leastSeen = 34
/** Arrows along nearly the same line stand beside one another: up to this sine of their angle, so many CSS pixels apart. */
const [sameLine, beside] = [0.2, 8]

/** How many times longer arrows of a step are drawn: 1, 2, 5, 10 … `pixels`: of the longest. */
function magnification(anatomy: Anatomy, pixels: number): number {
  // What was tried has its place, and the step leads to one of its points.
  const isPlaced = anatomy.trials.length > 0 || anatomy.simplex !== null || anatomy.radius !== null
  if (isPlaced || !(pixels > 0) || pixels >= leastSeen) return 1
  const power = 10 ** Math.floor(Math.log10(leastSeen / pixels))
  return power * ([1, 2, 5].find((factor) => factor * power * pixels >= leastSeen) ?? 10)
}

const pixelsBetween = (from: Pixel, to: Pixel) => Math.hypot(to.x - from.x, to.y - from.y)

/** `place` so many times as far from where the step began. */
const farther = ({ from }: Anatomy, place: Place, times: number): Place =>
  from.map((start, axis) => start + times * ((place[axis] ?? Number.NaN) - start))

/** A step whose arrows are drawn `times` as long as they are. */
interface Magnified {
  readonly anatomy: Anatomy
  readonly times: number
}

/** The step with arrows long enough to be seen; `seen`: from places to CSS pixels. */
export function magnified(anatomy: Anatomy, seen: (place: Place) => Pixel): Magnified {
  const tips = [anatomy.to, ...(anatomy.inertia ? [anatomy.inertia] : [])]
  const times = magnification(anatomy, Math.max(...tips.map((tip) => pixelsBetween(seen(anatomy.from), seen(tip)))))
  const to = farther(anatomy, anatomy.to, times)
  const inertia = anatomy.inertia && farther(anatomy, anatomy.inertia, times)
  return { anatomy: { ...anatomy, to, inertia }, times }
}

const nameOf = (text: string, times: number) => (times === 1 ? text : `${text} ×${countNumeral(times)}`)

/** The arrows a step is made of on the contour, by name: what memory alone would have done, and what was done. */
export function anatomyNeedles(
  { anatomy, times }: Magnified,
  { look, words }: Canvas,
  frame: Frame
): readonly Needle[] {
  const { from, to, inertia } = anatomy
  const needle = (start: Place, towards: Place, text: string, colour: string, width: number): readonly Needle[] => {
    const [tail, tip] = [framePixel(frame, start), framePixel(frame, towards)]
    const length = pixelsBetween(tail, tip)
    if (!(length > 0) || !Number.isFinite(length)) return []
    return [
      {
        tip,
        covers: between(tail, tip),
        name: length >= leastNamed ? { text: nameOf(text, times), colour } : null,
        marks: [{ mark: 'arrow', from: start, towards, pixels: null, colour, halo: look.card, width, label: '' }]
      }
    ]
  }
  const [tail, tip] = inertia ? besides(anatomy, inertia, frame) : [from, from]
  return [
    ...(inertia ? needle(tail, tip, words.inertia, look.secant, 3) : []),
    ...needle(from, to, words.thisStep, look.ink, 2)
  ]
}

/** Where the arrow of memory stands: from where the step began, or beside its arrow if that would cover it. */
function besides(anatomy: Anatomy, inertia: Place, frame: Frame): readonly [Place, Place] {
  const { from, to, gradient } = anatomy
  const [start, end, tip] = [from, to, inertia].map((place) => framePixel(frame, place)) as [Pixel, Pixel, Pixel]
  const length = pixelsBetween(start, end)
  const unit = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const across = (x: number, y: number) => unit.x * y - unit.y * x
  const sine = across(tip.x - start.x, tip.y - start.y) / pixelsBetween(start, tip)
  if (!(Math.abs(sine) < sameLine)) return [from, inertia]
  // On the other side of the step than −∇f.
  const down = gradient ? seenDirection(frame, [-gradient[0], -gradient[1]]) : { x: 0, y: 0 }
  const side = across(down.x, down.y) > 0 ? beside : -beside
  const moved = ({ x, y }: Pixel) => framePlace(frame, { x: x + side * unit.y, y: y - side * unit.x })
  return [moved(start), moved(tip)]
}

/**
 * What lies below the arrows of a step: the trust region, the simplex before (dashed) and after it, the line with the
 * points that were tried, and what the gradient added to where memory led.
 */
export function anatomyGround({ anatomy }: Magnified, canvas: Canvas): readonly Mark[] {
  const { from, to, inertia, radius, simplex } = anatomy
  const { look } = canvas
  return [
    ...(radius === null ? [] : [outline(circle(from, radius), look.ink, [5, 4], canvas)]),
    ...(simplex
      ? [
          outline(closed(simplex.before), look.secant, [5, 4], canvas),
          outline(closed(simplex.after), look.secant, [], canvas)
        ]
      : []),
    ...(inertia ? [outline([inertia, to], look.secant, [3, 3], canvas)] : []),
    ...trialLine(anatomy, canvas),
    ...trialMarks(anatomy, canvas)
  ]
}

/**
 * A step on the curve of one variable: arrows with their names, the points that were tried, the trust region as a
 * stretch of the axis, and the simplex – two points – likewise.
 */
export function anatomyOnCurve({ anatomy, times }: Magnified, canvas: Canvas): readonly Mark[] {
  const { from, to, inertia, radius, simplex } = anatomy
  const { look, words } = canvas
  const arrow = (towards: Place, text: string, colour: string, width: number): Mark => ({
    mark: 'arrow',
    from,
    towards,
    pixels: null,
    colour,
    halo: look.card,
    width,
    label: nameOf(text, times)
  })
  const [x = Number.NaN] = from
  return [
    ...(radius === null ? [] : [stretch(x - radius, x + radius, faded(look.ink, 0.07))]),
    ...(simplex
      ? [simplex.before, simplex.after].map((corners, index) => {
          const places = corners.map(([at = Number.NaN]) => at)
          return stretch(Math.min(...places), Math.max(...places), faded(look.secant, index === 0 ? 0.1 : 0.2))
        })
      : []),
    ...trialMarks(anatomy, canvas),
    ...(inertia ? [arrow(inertia, words.inertia, look.secant, 3)] : []),
    arrow(to, words.thisStep, look.ink, 2)
  ]
}

/** Open dots where f was tried; the one that was taken is full. */
export function trialMarks({ trials }: Anatomy, { look }: Canvas): readonly Mark[] {
  return [false, true].flatMap((taken): readonly Mark[] => {
    const places = trials.filter((trial) => trial.taken === taken).map(({ at }) => at)
    const ground = taken ? look.ink : look.card
    return places.length === 0 ? [] : [{ mark: 'circles', places, colour: look.ink, ground, radius: 3.6, width: 1.6 }]
  })
}

/** From where the step began to the farthest of the points tried on a line. */
function trialLine({ from, trials }: Anatomy, canvas: Canvas): readonly Mark[] {
  const along = trials.filter(({ onLine }) => onLine)
  const far = along.reduce<Place | null>(
    (best, { at }) => (best && reach(from, best) >= reach(from, at) ? best : at),
    null
  )
  return far ? [outline([from, far], canvas.look.ink, [2, 3], canvas)] : []
}

const reach = (from: Place, to: Place) => Math.hypot(...from.map((start, axis) => (to[axis] ?? Number.NaN) - start))

function outline(places: readonly Place[], colour: string, dash: readonly number[], { look }: Canvas): Mark {
  return { mark: 'path', places, colour, halo: faded(look.card, 0.8), width: 1.5, dash, opacity: 1 }
}

const closed = (corners: readonly Place[]): readonly Place[] => [...corners, ...corners.slice(0, 1)]

function circle([x = Number.NaN, y = Number.NaN]: Place, radius: number): readonly Place[] {
  return Array.from({ length: roundness + 1 }, (_, index) => {
    const angle = (2 * Math.PI * index) / roundness
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

const stretch = (from: number, to: number, colour: string): Mark => ({ mark: 'stretch', from, to, colour })
