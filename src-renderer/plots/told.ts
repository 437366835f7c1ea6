import type { CurveData, Place, PlaneData, StepUnderWay } from '../figure'
import { gradientPixels, needleScale } from './arrows'
import { type Frame, framePixel, framePlace, type Pixel, seenDirection } from './frame'
import { heightAt, type Piece } from './gaps'
import { groundOf } from './grid'
import { type Look, runLook } from './look'
import type { Mark } from './marks'
import type { Canvas } from './plot'

/**
 * A step told as a story, of which every picture is at a share of its time from 0 to 1: the arrows that it is made of grow, then
 * the point slides along it. Where ∇f alone made it: ∇f grows from the point and is multiplied by −η, which carries it
 * through the point to the other side. Where memory has a part in it: first memory, then what the gradient added. Of any
 * other step it is not known of what arrows it is the sum: its point only slides.
 */

/** When one part ends and the next begins, as shares of the time. */
const [grown, turned] = [0.35, 0.6]
/** The shortest ∇f that is seen to grow, in CSS pixels. */
const leastPixels = 28

/** Slow at both ends. */
const eased = (share: number) => share * share * (3 - 2 * share)
const within = (time: number, from: number, to: number) => eased(Math.min(1, Math.max(0, (time - from) / (to - from))))
const between = (from: Place, to: Place, share: number): Place =>
  from.map((start, axis) => (1 - share) * start + share * (to[axis] ?? Number.NaN))

/** How far the point has slid: on its own, all the time; behind arrows, once these are there. */
const slid = ({ rate, inertia }: StepUnderWay, time: number) =>
  rate === null && !inertia ? within(time, 0, 1) : within(time, turned, 1)

interface Arrow {
  readonly from: Place
  readonly towards: Place
  readonly colour: string
  readonly label: string
  readonly hollow?: boolean
}

const arrowMark = ({ hollow = false, ...arrow }: Arrow, look: Look, seen: (place: Place) => Pixel): readonly Mark[] => {
  const [tail, tip] = [seen(arrow.from), seen(arrow.towards)]
  // A head alone would point where nothing goes.
  if (!(Math.hypot(tip.x - tail.x, tip.y - tail.y) >= 6)) return []
  return [{ mark: 'arrow', ...arrow, pixels: null, halo: look.card, width: 3, hollow }]
}

/** Memory, then the gradient's part: from the tip of the one to the end of the step. */
function partArrows(told: StepUnderWay, inertia: Place, time: number, { look, words }: Canvas): readonly Arrow[] {
  const { from, to } = told
  const added = within(time, grown, turned)
  return [
    { from, towards: between(from, inertia, within(time, 0, grown)), colour: look.secant, label: words.inertia },
    ...(added > 0 ? [{ from: inertia, towards: between(inertia, to, added), colour: look.decrease, label: '' }] : [])
  ]
}

/** The point on its way, with the piece of line that it leaves behind. */
function sliding(way: readonly Place[], { colour }: StepUnderWay, look: Look): readonly Mark[] {
  const run = runLook(look, colour)
  const at = way.at(-1) as Place
  return [
    { mark: 'path', places: way, colour: run.colour, halo: run.halo, width: 2, dash: run.dash, opacity: 1 },
    { mark: 'dots', places: [at], colour: run.colour, halo: run.halo, radius: 4.5, opacity: 1, marker: run.marker }
  ]
}

/** The step under way at a share of its time, over a contour; nothing where none is. */
export function toldOnContour(data: PlaneData, canvas: Canvas, frame: Frame, time: number): readonly Mark[] {
  const { told } = data
  if (!told) return []
  const { look } = canvas
  const seen = (place: Place) => framePixel(frame, place)
  const arrows = told.inertia ? partArrows(told, told.inertia, time, canvas) : multiplied(data, told, frame, time, look)
  return [
    ...arrows.flatMap((arrow) => arrowMark(arrow, look, seen)),
    ...sliding([told.from, between(told.from, told.to, slid(told, time))], told, look)
  ]
}

/** ∇f, as long as it is drawn at rest, and what multiplying it by −η makes of it: in the end the step itself. */
function multiplied(data: PlaneData, told: StepUnderWay, frame: Frame, time: number, look: Look): readonly Arrow[] {
  const { from, to, gradient, rate } = told
  if (rate === null || !gradient) return []
  const [centre, end] = [framePixel(frame, from), framePixel(frame, to)]
  const length = Math.max(gradientPixels(groundOf(data), gradient, frame.area), leastPixels * needleScale(frame.area))
  const unit = seenDirection(frame, [gradient[0] / Math.hypot(...gradient), gradient[1] / Math.hypot(...gradient)])
  // Along its line, in pixels uphill: first up to its length, then down through 0 to the end of the step.
  const step = Math.hypot(end.x - centre.x, end.y - centre.y)
  const shrunk = within(time, grown, turned)
  const reach = within(time, 0, grown) * length * (1 - shrunk) - step * shrunk
  const isUp = reach > 0
  return [
    {
      from,
      towards: framePlace(frame, { x: centre.x + reach * unit.x, y: centre.y + reach * unit.y }),
      colour: isUp ? look.increase : look.decrease,
      hollow: isUp,
      label: isUp ? '∇f' : rateName(told, '∇f')
    }
  ]
}

const rateName = ({ isRate }: StepUnderWay, slope: string) => (isRate ? `−η${slope}` : '')

/** The places of the curve between two of its places, as far as it is defined there. */
function alongCurve(pieces: readonly Piece[], from: Place, to: Place, share: number): readonly Place[] {
  const parts = 24
  return Array.from({ length: parts + 1 }, (_, part): Place => {
    const straight = between(from, to, (share * part) / parts)
    const height = heightAt(pieces, straight[0] ?? Number.NaN)
    const isEnd = part === 0 || (part === parts && share === 1)
    return isEnd || !Number.isFinite(height) ? straight : [straight[0] ?? Number.NaN, height]
  })
}

/**
 * The step under way on the curve: its tangent grows, −η f′ leads level from the point to below the end of the step, the
 * point slides along the curve.
 */
export function toldOnCurve(
  { told }: CurveData,
  pieces: readonly Piece[],
  canvas: Canvas,
  seen: (place: Place) => Pixel,
  time: number
): readonly Mark[] {
  if (!told) return []
  const { look } = canvas
  const { from, to, gradient, rate, inertia } = told
  const share = slid(told, time)
  const level: Place = [to[0] ?? Number.NaN, from[1] ?? Number.NaN]
  const shrunk = within(time, grown, turned)
  const arrows = inertia
    ? partArrows({ ...told, to: level }, inertia, time, canvas)
    : rate !== null && shrunk > 0
      ? [{ from, towards: between(from, level, shrunk), colour: look.decrease, label: rateName(told, ' f′') }]
      : []
  const tangent: readonly Mark[] =
    rate !== null && gradient
      ? [
          {
            mark: 'slope',
            at: from,
            slope: gradient[0],
            reach: 150 * within(time, 0, grown),
            colour: look.tangent,
            width: 2.4,
            dash: [],
            opacity: 1
          }
        ]
      : []
  const drop: readonly Mark[] =
    arrows.length > 0 && shrunk === 1
      ? [{ mark: 'path', places: [level, to], colour: look.soft, halo: null, width: 1, dash: [3, 3], opacity: 1 }]
      : []
  return [
    ...tangent,
    ...drop,
    ...arrows.flatMap((arrow) => arrowMark(arrow, look, seen)),
    ...sliding(alongCurve(pieces, from, to, share), told, look)
  ]
}
