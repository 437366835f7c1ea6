import type { Interval } from '@shared/interval'
import type { Break } from '@shared/protocol'
import type { CurveData, Place } from '../figure'
import { type Course, limitsAt, undefinedStretches } from './gaps'
import { areaOf } from './layout'
import { faded } from './look'
import type { Mark } from './marks'
import { type Canvas, marginsOf } from './plot'

/** CSS pixels: of the dots at breaks, where there is room for them, and below which they are left out. */
const dot = { largest: 3.4, smallest: 1.2 }
/** CSS pixels from one asymptote to the next below which they would be a ground of their own. */
const asymptoteRoom = 9
/** Heights that differ by less than this part of the visible height are the same. */
const sameHeight = 1e-6

/** Whether a place lies in an interval, its ends with it. */
export const isWithin = ({ min, max }: Interval, at: number): boolean => at >= min && at <= max

/** Samples, and the visible part of their axis. */
type OverAxis = Pick<CurveData, 'samples' | 'x'>

/** The breaks over the visible part of the axis. */
export const visibleBreaks = ({ samples, x }: OverAxis) => samples.breaks.filter(({ at }) => isWithin(x, at))

/** Whether the course goes to infinity on one side at least. */
const isPole = (found: Break, course: Course) =>
  course === 'seconds'
    ? found.kind === 'pole' || Math.abs(found.slopeLeft) === Infinity || Math.abs(found.slopeRight) === Infinity
    : limitsAt(found, course).some((limit) => Math.abs(limit) === Infinity)

/** Where the course may be so large over the visible axis that it would flatten the rest: ascending. */
export function polesOf(data: OverAxis, course: Course): readonly number[] {
  const { x, values } = data.samples
  const breaks = visibleBreaks(data).filter((found) => course === 'seconds' || isPole(found, course))
  // At an end of the samples no break can tell of a pole: 1/x from 0 on.
  const ends = [0, x.length - 1].flatMap((index) =>
    Math.abs(values[index] ?? 0) === Infinity ? [x[index] as number] : []
  )
  return [...breaks.map(({ at }) => at), ...ends.filter((at) => isWithin(data.x, at))].sort((a, b) => a - b)
}

/**
 * What is drawn at the breaks of a course: open dots at limits that are not taken on, closed ones at what f is there,
 * asymptotes at poles, and a tint where f is not defined. Where there is no room they shrink and vanish.
 */
export function breakMarks(
  data: OverAxis,
  course: Course,
  colour: string,
  y: Interval,
  canvas: Canvas
): readonly Mark[] {
  const { look, room, size, turned } = canvas
  const breaks = visibleBreaks(data)
  const area = areaOf(size, marginsOf(canvas))
  const length = turned ? area.height : area.width
  const distance = length / Math.max(breaks.length, 1)
  const poles = breaks.filter((found) => isPole(found, course))
  const asymptotes = length / Math.max(poles.length, 1) < asymptoteRoom ? [] : poles
  const radius = Math.min(room === 'full' ? dot.largest : 2.2, distance / 3)
  const same = (a: number, b: number) => Math.abs(a - b) <= sameHeight * (y.max - y.min)
  const { open, closed } = dotsAt(breaks, course, same)
  return [
    ...undefinedStretches(data.samples).map(
      ({ min, max }): Mark => ({ mark: 'stretch', from: min, to: max, colour: faded(look.soft, 0.1) })
    ),
    ...asymptotes.map(
      ({ at }): Mark => ({ mark: 'guide', x: at, y: null, colour: faded(colour, 0.55), width: 1, dash: [5, 5] })
    ),
    ...(radius < dot.smallest || open.length === 0
      ? []
      : [{ mark: 'circles', places: open, colour, ground: look.card, radius, width: 1.6 } as const]),
    ...(radius < dot.smallest || closed.length === 0
      ? []
      : [{ mark: 'dots', places: closed, colour, halo: look.card, radius: radius + 0.6, opacity: 1 } as const])
  ]
}

/** The places of the dots; a derivative is taken on at no break. */
function dotsAt(
  breaks: readonly Break[],
  course: Course,
  same: (a: number, b: number) => boolean
): { readonly open: readonly Place[]; readonly closed: readonly Place[] } {
  const open: Place[] = []
  const closed: Place[] = []
  for (const found of breaks) {
    if (course === 'values' && found.kind === 'corner') continue
    const value = course === 'values' ? found.value : Number.NaN
    const [left, right] = limitsAt(found, course)
    const limits = same(left, right) ? [left] : [left, right]
    for (const limit of limits) if (Number.isFinite(limit) && !same(limit, value)) open.push([found.at, limit])
    if (Number.isFinite(value)) closed.push([found.at, value])
  }
  return { open, closed }
}
