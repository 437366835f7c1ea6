import { numeral } from '@shared/numbers/numeral'
import type { ContourData, Place } from '../figure'
import { unitVector } from './angle'
import { gradientPixels, isNamed, needleScale } from './arrows'
import { directional } from './direction'
import { between, type Frame, framePixel, framePlace, isWithin, type Pixel, seenDirection } from './frame'
import { groundOf } from './grid'
import { roughWidth, tipSpot } from './labels'
import type { Mark } from './marks'
import type { Canvas } from './plot'

/** Where the direction of the directional derivative is taken hold of, in CSS pixels from the point. */
const dialRadius = 70
/** Half the length of the longer principal direction, in CSS pixels. */
const principalReach = 62
/** The shortest arrow of ∇f at a point, in CSS pixels: its head stands clear of the point. */
const leastReach = 28
/** Half the piece of the contour line beside a point, and the side of the sign of a right angle, in CSS pixels. */
const levelReach = 30
const angleSide = 13
const labelSize = 12
/** A name farther from its tip than this is not taken for that of the arrow, in CSS pixels. */
const besideTip = 40

/**
 * The text of a needle, and a short one for where there is no room beside its tip. `sentence`: what hovering over it says
 * in place of what is said of the ground.
 */
interface Name {
  readonly text: string
  readonly short?: string
  readonly sentence?: string
  readonly colour: string
}

/** What hovering over the pixels of an arrow says. */
export interface Hint {
  readonly covers: readonly Pixel[]
  readonly sentence: string
}

/** What points somewhere from a place of the contour. */
export interface Needle {
  readonly tip: Pixel
  readonly marks: readonly Mark[]
  /** The pixels it covers. */
  readonly covers: readonly Pixel[]
  readonly name: Name | null
}

/** From where the needles point. */
interface Hub {
  readonly at: Place
  readonly centre: Pixel
}

export interface Compass {
  readonly marks: readonly Mark[]
  /** The pixels it covers, names included. */
  readonly covers: readonly Pixel[]
  readonly hints: readonly Hint[]
}

/** What the compass stands on: a place of the contour with its gradient. */
interface Stand {
  readonly at: Place
  readonly slopes: readonly [number, number]
  /** What −∇f means here; absent: what it does by what is shown. */
  readonly sentence?: string
}

/**
 * The arrows at a place of the contour – ∇f and −∇f, the direction of the directional derivative, the principal
 * directions – with names that cover neither each other nor an arrow, nor the pixels that are `taken`, and each nearer to
 * its arrow than to another of the same colour. `own`: more of them, on top of the others.
 */
export function compass(
  data: ContourData,
  canvas: Canvas,
  frame: Frame,
  { at, slopes, sentence }: Stand,
  taken: readonly Pixel[],
  own: readonly Needle[] = []
): Compass {
  const centre = framePixel(frame, at)
  const hub = { at, centre }
  if (!isWithin(centre, frame.area, -1)) return { marks: [], covers: [], hints: [] }
  const gradient = gradientNeedles(data, canvas, frame, hub, slopes, sentence)
  const others = [...directionNeedles(data, canvas, frame, hub, slopes), ...principalNeedles(data, canvas, frame, hub)]
  const needles = [...gradient, ...others, ...own]
  const bare = [...disc(centre, 9), ...needles.flatMap(({ covers }) => covers)]
  const named: Mark[] = []
  const covers = [...bare]
  for (const needle of canvas.room === 'full' ? needles : []) {
    const { tip, name } = needle
    if (!name) continue
    const obstacles = [...taken, ...covers]
    const alike = needles.filter((other) => other !== needle && other.name?.colour === name.colour)
    const spotOf = (text: string) => {
      const width = roughWidth(text, labelSize)
      const away = (one: Needle, spot: Pixel) => Math.min(...one.covers.map((pixel) => distance(pixel, spot, width)))
      const isOwn = (spot: Pixel) => alike.every((other) => away(needle, spot) < away(other, spot))
      return tipSpot(centre, tip, width, labelSize, frame.area, obstacles, isOwn)
    }
    const isBeside = (text: string, spot: Pixel | null) =>
      spot !== null && distance(tip, spot, roughWidth(text, labelSize)) <= besideTip
    const long = spotOf(name.text)
    const text = name.short === undefined || isBeside(name.text, long) ? name.text : name.short
    const spot = text === name.text ? long : spotOf(text)
    if (!spot) continue
    covers.push(...box(spot, roughWidth(text, labelSize)))
    named.push({
      mark: 'text',
      at,
      dx: spot.x - centre.x,
      dy: spot.y - centre.y,
      text,
      colour: name.colour,
      halo: canvas.look.card,
      size: labelSize
    })
  }
  // ∇f and −∇f on top: they are often the shorter ones.
  const hints = needles.flatMap(({ name, covers }) => (name?.sentence ? [{ covers, sentence: name.sentence }] : []))
  return { marks: [...[...others, ...gradient, ...own].flatMap(({ marks }) => marks), ...named], covers, hints }
}

/** −∇f with a full head and, if wanted, ∇f with a hollow one: told apart in grey print as well. */
function gradientNeedles(
  data: ContourData,
  { look, words }: Canvas,
  frame: Frame,
  hub: Hub,
  slopes: readonly [number, number],
  sentence?: string
): readonly Needle[] {
  const pixels = needlePixels(data, slopes, frame)
  if (pixels === 0) return []
  const norm = Math.hypot(...slopes)
  const unit = seenDirection(frame, [slopes[0] / norm, slopes[1] / norm])
  const needle = (sign: 1 | -1): Needle => {
    const colour = sign < 0 ? look.decrease : look.increase
    const name = { ...gradientName(sign, norm, data, words), ...(sign < 0 && sentence ? { sentence } : {}), colour }
    const arrow = { colour, width: 3, hollow: sign > 0, halo: look.card }
    return arrowNeedle(frame, hub, { x: sign * unit.x, y: sign * unit.y }, pixels, arrow, isNamed(pixels) ? name : null)
  }
  const needles = data.both ? [needle(1), needle(-1)] : [needle(-1)]
  const isBare = data.direction === null && !data.principal
  return data.point && data.square && isBare ? [...needles, rightAngle(frame, hub, unit, look)] : needles
}

/** The contour line through the point, a short piece of its tangent, with the sign of a right angle beside ∇f. */
function rightAngle(frame: Frame, { centre }: Hub, along: Pixel, { ink, card }: Canvas['look']): Needle {
  const across = { x: -along.y, y: along.x }
  const at = (far: number, aside: number) => ({
    x: centre.x + far * along.x + aside * across.x,
    y: centre.y + far * along.y + aside * across.y
  })
  const path = (...pixels: readonly Pixel[]): Mark => ({
    mark: 'path',
    places: pixels.map((pixel) => framePlace(frame, pixel)),
    colour: ink,
    halo: card,
    width: 1.2,
    dash: [],
    opacity: 1
  })
  const [from, to] = [at(0, -levelReach), at(0, levelReach)]
  const [side, corner, end] = [at(angleSide, 0), at(angleSide, angleSide), at(0, angleSide)]
  return { tip: to, covers: between(from, to), name: null, marks: [path(from, to), path(side, corner, end)] }
}

/** How long ∇f is drawn, in CSS pixels. At the point of the Partial tab its direction is seen however short it is. */
function needlePixels(data: ContourData, slopes: readonly [number, number], { area }: Frame): number {
  const pixels = gradientPixels(groundOf(data), slopes, area)
  const norm = Math.hypot(...slopes)
  return data.point && norm > 0 && norm < Infinity ? Math.max(pixels, leastReach * needleScale(area)) : pixels
}

/**
 * What ∇f and −∇f are called: themselves; at the start of a run what they mean, and where a direction is turned that they
 * are the greatest and the least value of its derivative.
 */
function gradientName(
  sign: 1 | -1,
  norm: number,
  data: ContourData,
  words: Canvas['words']
): Pick<Name, 'text' | 'short' | 'sentence'> {
  const { direction, anatomy, point, step } = data
  const short = sign < 0 ? '−∇f' : '∇f'
  if (direction !== null) {
    const value = numeral(sign * norm, 4)
    const told = sign < 0 ? words.direction.least : words.direction.greatest
    return { text: told({ gradient: '∇f', value }), short }
  }
  const meaning = sign < 0 ? words.mostDecrease : words.mostIncrease
  if (!point && step === 0) return { text: meaning, short }
  // Beside arrows that are as long as they are, its length has to be explained.
  const sentence = anatomy ? words.gradientNotToScale : !point && step ? words.downhillAtEnd : meaning
  return { text: short, sentence }
}

function arrowNeedle(
  frame: Frame,
  { at, centre }: Hub,
  unit: Pixel,
  pixels: number,
  arrow: { readonly colour: string; readonly halo: string; readonly width: number; readonly hollow: boolean },
  name: Needle['name']
): Needle {
  const tip = { x: centre.x + unit.x * pixels, y: centre.y + unit.y * pixels }
  const towards = framePlace(frame, tip)
  return {
    tip,
    covers: between(centre, tip),
    name,
    marks: [{ mark: 'arrow', from: at, towards, pixels, label: '', ...arrow }]
  }
}

/** Where the direction is taken hold of: on a circle around the point, or nearer where the plot ends before. */
export function dialTip(frame: Frame, at: Place, degrees: number): Place {
  const centre = framePixel(frame, at)
  const unit = seenDirection(frame, unitVector(degrees))
  let reach = dialRadius * needleScale(frame.area)
  const tip = () => ({ x: centre.x + unit.x * reach, y: centre.y + unit.y * reach })
  while (reach > 24 && !isWithin(tip(), frame.area, 8)) reach -= 2
  return framePlace(frame, tip())
}

/** The direction u on its circle, with the directional derivative as the projection of ∇f on it. */
function directionNeedles(
  data: ContourData,
  { look }: Canvas,
  frame: Frame,
  hub: Hub,
  slopes: readonly [number, number]
): readonly Needle[] {
  if (data.direction === null) return []
  const { centre } = hub
  const colour = look.accent
  const tip = framePixel(frame, dialTip(frame, hub.at, data.direction))
  const unit = seenDirection(frame, unitVector(data.direction))
  const value = directional(slopes, data.direction)
  const radius = dialRadius * needleScale(frame.area)
  const circle = Array.from({ length: 73 }, (_, index) => ({
    x: centre.x + radius * Math.cos((index * Math.PI) / 36),
    y: centre.y + radius * Math.sin((index * Math.PI) / 36)
  }))
  const line = (pixels: readonly Pixel[], width: number, dash: readonly number[], opacity: number): Mark => ({
    mark: 'path',
    places: pixels.map((pixel) => framePlace(frame, pixel)),
    colour,
    halo: null,
    width,
    dash,
    opacity
  })
  const shaft = Math.hypot(tip.x - centre.x, tip.y - centre.y) - 6
  const arrow = { colour, halo: look.card, width: 2, hollow: false }
  const name = Number.isFinite(value) ? { text: `∇f·u = ${numeral(value, 4)}`, colour } : null
  const own = arrowNeedle(frame, hub, unit, shaft, arrow, name)
  const length = needlePixels(data, slopes, frame)
  // Only where one unit is equally long on both axes is the projection seen at a right angle.
  const projected = data.square && length > 0 ? shadow(frame, centre, unit, slopes, length) : null
  return [
    {
      ...own,
      tip,
      covers: [...own.covers, ...disc(tip, 8), ...(projected ? between(projected.top, projected.foot) : [])],
      marks: [
        line(circle, 1, [], 0.55),
        ...(projected ? [line([projected.top, projected.foot], 1.2, [3, 3], 0.9)] : []),
        ...own.marks,
        ...(projected ? [line([centre, projected.foot], 5, [], 0.45)] : []),
        { mark: 'grip', at: framePlace(frame, tip), colour, halo: look.card }
      ]
    }
  ]
}

/** The tip of ∇f and its foot on the line along `unit`. */
function shadow(frame: Frame, centre: Pixel, unit: Pixel, slopes: readonly [number, number], length: number) {
  const norm = Math.hypot(...slopes)
  const steepest = seenDirection(frame, [slopes[0] / norm, slopes[1] / norm])
  const reach = length * (steepest.x * unit.x + steepest.y * unit.y)
  return {
    top: { x: centre.x + length * steepest.x, y: centre.y + length * steepest.y },
    foot: { x: centre.x + reach * unit.x, y: centre.y + reach * unit.y }
  }
}

const subscripts = ['₁', '₂']

/** Lines with heads at both ends along the principal directions; the one of the greater curvature is the longer. */
function principalNeedles(data: ContourData, { look }: Canvas, frame: Frame, hub: Hub): readonly Needle[] {
  const principal = data.principal ? (data.curvature?.principal ?? []) : []
  const most = Math.max(...principal.map(({ value }) => Math.abs(value)))
  return principal.map(({ value, direction }, index) => {
    const unit = seenDirection(frame, direction)
    // The name stands at the upper end, or at the right one of two that are equally high.
    const sign = unit.y < -1e-9 || (Math.abs(unit.y) <= 1e-9 && unit.x > 0) ? 1 : -1
    const share = most > 0 ? Math.max(Math.sqrt(Math.abs(value) / most), 0.4) : 1
    const pixels = principalReach * needleScale(frame.area) * share
    const arrow = { colour: look.ink, halo: look.card, width: 1.4, hollow: false }
    const name = { text: `λ${subscripts[index] ?? ''} = ${numeral(value, 4)}`, colour: look.ink }
    const end = (side: number) => arrowNeedle(frame, hub, { x: side * unit.x, y: side * unit.y }, pixels, arrow, name)
    const [upper, lower] = [end(sign), end(-sign)]
    return { ...upper, covers: [...upper.covers, ...lower.covers], marks: [...upper.marks, ...lower.marks] }
  })
}

/** Pixels of a round place. */
export function disc({ x, y }: Pixel, radius: number): readonly Pixel[] {
  const round = Array.from({ length: 12 }, (_, index) => (index * Math.PI) / 6)
  return [{ x, y }, ...round.map((angle) => ({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }))]
}

/** How far a pixel is from a text whose base line begins at `spot`. */
function distance({ x, y }: Pixel, spot: Pixel, width: number): number {
  const across = Math.max(spot.x - x, x - spot.x - width, 0)
  const down = Math.max(spot.y - labelSize - y, y - spot.y, 0)
  return Math.hypot(across, down)
}

/** Pixels of a text whose base line begins at `spot`. */
function box({ x, y }: Pixel, width: number): readonly Pixel[] {
  const lines = [y, y - labelSize / 2, y - labelSize]
  return lines.flatMap((height) => between({ x, y: height }, { x: x + width, y: height }, 6))
}

/** CSS pixels from one to the next: rather over a line that crosses than far from its arrow a name stands. */
const crossStep = 12

/** Pixels of the lines that cross at a point, a few. */
export function cross(centre: Pixel, { area }: Frame): readonly Pixel[] {
  return [
    ...between({ x: centre.x, y: area.top }, { x: centre.x, y: area.top + area.height }, crossStep),
    ...between({ x: area.left, y: centre.y }, { x: area.left + area.width, y: centre.y }, crossStep)
  ]
}
