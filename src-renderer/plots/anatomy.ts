import type { Needle } from './compass'
import type { Anatomy } from './figure'
import { between, type Frame, framePixel } from './frame'
import { faded } from './look'
import type { Mark, Place } from './marks'
import type { Canvas } from './plot'

/** Corners of the polygon that a circle is drawn as. */
const roundness = 72
/** The shortest arrow that has a name, in CSS pixels: a shorter one is hardly longer than its head. */
const leastNamed = 18

/** The arrows a step is made of on the contour, by name: what memory alone would have done, and what was done. */
export function anatomyNeedles(anatomy: Anatomy, { look, words }: Canvas, frame: Frame): readonly Needle[] {
  const { from, to, inertia } = anatomy
  const needle = (towards: Place, text: string, colour: string, width: number): readonly Needle[] => {
    const [start, tip] = [framePixel(frame, from), framePixel(frame, towards)]
    const length = Math.hypot(tip.x - start.x, tip.y - start.y)
    if (!(length > 0) || !Number.isFinite(length)) return []
    return [
      {
        tip,
        covers: between(start, tip),
        name: length >= leastNamed ? { text, colour } : null,
        marks: [{ mark: 'arrow', from, towards, pixels: null, colour, halo: look.card, width, label: '' }]
      }
    ]
  }
  return [
    ...(inertia ? needle(inertia, words.inertia, look.secant, 3.6) : []),
    ...needle(to, words.thisStep, look.ink, 1.8)
  ]
}

/**
 * What lies below the arrows of a step: the trust region, the simplex before (dashed) and after it, the line with the
 * points that were tried, and what the gradient added to where memory led.
 */
export function anatomyGround(anatomy: Anatomy, canvas: Canvas): readonly Mark[] {
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
export function anatomyOnCurve(anatomy: Anatomy, canvas: Canvas): readonly Mark[] {
  const { from, to, inertia, radius, simplex } = anatomy
  const { look, words } = canvas
  const arrow = (towards: Place, label: string, colour: string, width: number): Mark => ({
    mark: 'arrow',
    from,
    towards,
    pixels: null,
    colour,
    halo: look.card,
    width,
    label
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
    ...(inertia ? [arrow(inertia, words.inertia, look.secant, 3.6)] : []),
    arrow(to, words.thisStep, look.ink, 1.8)
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
