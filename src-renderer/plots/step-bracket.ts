import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import type { CurveData, CurvePoint, Place } from '../figure'
import type { Mark } from './marks'
import type { Handle } from './plot'
import { pixelOf, pixelSize, type Room, type Wish, wish } from './room'

/** CSS pixels. A grip nearer to the point is pulled out this far, so that it can be taken hold of. */
const leastReach = 16
/** From the lower edge of the plot, or from the upper one. */
const inset = 16
/** Part of the plot's height: a point lower than this leaves no room for the bracket below it. */
const low = 0.2
const tick = 4

/** The step size: what is drawn, the lines texts avoid, its text, and its handle `h`. */
interface StepBracket {
  readonly marks: readonly Mark[]
  readonly grips: readonly Mark[]
  readonly lines: readonly (readonly Place[])[]
  readonly wishes: readonly Wish[]
  readonly handles: readonly Handle[]
}

const nothing: StepBracket = { marks: [], grips: [], lines: [], wishes: [], handles: [] }

/** The far end of h: a + h; a − h where the secant comes from there. */
function farEnd({ secant }: CurveData, { at }: CurvePoint, h: number): { readonly x: number; readonly value: number } {
  if (!secant) return { x: at + h, value: Number.NaN }
  return secant.to.x === at && secant.from.x !== at ? secant.from : secant.to
}

/** Whether the step size stands at the upper edge of a plot: its point is too low for the lower one. */
export const isStepHigh = ({ value }: CurvePoint, { min, max }: Interval): boolean => value < min + low * (max - min)

/**
 * The step size as a bracket from the point to the far end of its secant, at the lower edge of the plot, or at the upper
 * one. A dotted lead goes to a grip that is farther out than the bracket, or at the edge of the plot.
 */
export function stepBracket(data: CurveData, point: CurvePoint, room: Room, colour: string, halo: string): StepBracket {
  const { h } = data
  if (h === null || !Number.isFinite(h) || point.at < room.x.min || point.at > room.x.max) return nothing
  const end = farEnd(data, point, h)
  const { area } = room
  const unit = pixelSize(room)
  const from = pixelOf(room, [point.at, point.value])
  const to = pixelOf(room, [end.x, end.value])
  const side = end.x < point.at ? -1 : 1
  const isHigh = data.stepHigh ?? isStepHigh(point, room.y)
  const height = isHigh ? room.y.max - inset * unit.y : room.y.min + inset * unit.y
  const pulled = from.x + side * Math.max(Math.abs(to.x - from.x), leastReach)
  const inside = Math.min(Math.max(pulled, area.left + 8), area.left + area.width - 8)
  const grip: Place = [room.x.min + (inside - area.left) * unit.x, height]
  const [under, over] = [height - tick * unit.y, height + tick * unit.y]
  const bracket: Place[] = [
    [point.at, under],
    [point.at, over],
    [point.at, height],
    [end.x, height],
    [end.x, under],
    [end.x, over]
  ]
  const line = { mark: 'path', colour, halo: null, opacity: 1 } as const
  const isPulled = Math.abs(to.x - from.x) < leastReach
  const isApart = Math.abs(to.x - from.x) > 5 && Number.isFinite(end.value)
  const isBeyond = end.x < room.x.min || end.x > room.x.max
  const name = `h = ${numeral(h)}`
  const text = !isBeyond ? name : side < 0 ? `← ${name}` : `${name} →`
  const middle: Place = [(point.at + (grip[0] as number)) / 2, height]
  return {
    marks: [
      { ...line, places: bracket, width: 1.6, dash: [] },
      ...(isPulled ? [{ ...line, places: [[end.x, height], grip], width: 1.2, dash: [2, 3] }] : []),
      ...(isApart
        ? [
            {
              ...line,
              places: [[end.x, height] as Place, [end.x, end.value] as Place],
              width: 1,
              dash: [2, 4],
              opacity: 0.6
            }
          ]
        : [])
    ],
    grips: [{ mark: 'grip', at: grip, colour, halo }],
    lines: [bracket.slice(2, 4), [[point.at, height], grip]],
    wishes: [{ ...wish([grip, middle], text, colour, 12), manner: 'level' }],
    handles: [{ id: 'h', at: grip }]
  }
}
