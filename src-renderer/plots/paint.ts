import type { Place } from '../figure'
import { courseOf } from './course'
import { arrowSpot } from './labels'
import type { Area } from './layout'
import { type Marker, markerCorners } from './marker'
import type { Mark } from './marks'
import type { ReadoutLine } from './plot'
import { bandRaster } from './raster'

/** From the units of the axes to CSS pixels of the canvas. */
export type Projection = (place: Place) => { readonly x: number; readonly y: number }

/** What marks are painted with. */
export interface Painter {
  readonly context: CanvasRenderingContext2D
  readonly area: Area
  readonly place: Projection
  readonly font: string
  /** CSS pixels of one unit of the axes; NaN where the axes are not straight: no slopes there. */
  readonly unit: { readonly x: number; readonly y: number }
  /** The plot is turned by 90°: `place` gives turned pixels, `unit` stays along the plot's own x and y. */
  readonly turned?: true | undefined
}

/** Beyond this many pixels canvases lose precision. */
const far = 1e5

type Pixel = { x: number; y: number }

function pixel(painter: Painter, place: Place): Pixel | null {
  const { x, y } = painter.place(place)
  if (Number.isNaN(x) || Number.isNaN(y)) return null
  return { x: Math.min(Math.max(x, -far), far), y: Math.min(Math.max(y, -far), far) }
}

/** What is drawn whole as long as its place is in the plot, even if it stands over the edge. */
const whole: ReadonlySet<Mark['mark']> = new Set([
  'dots',
  'circles',
  'ring',
  'grip',
  'sign',
  'key',
  'label',
  'course',
  'text'
])

/** Paints the marks in their order; lines and grounds are cut off at the plot's edge. */
export function paint(painter: Painter, marks: readonly Mark[]): void {
  const { context, area } = painter
  for (const mark of marks) {
    context.save()
    if (!whole.has(mark.mark)) {
      context.beginPath()
      context.rect(area.left, area.top, area.width, area.height)
      context.clip()
    }
    context.lineJoin = 'round'
    context.lineCap = 'round'
    // The table's type has paired each name with its own mark.
    const paintIt = painters[mark.mark] as (painter: Painter, mark: Mark) => void
    paintIt(painter, mark)
    context.restore()
  }
}

type Of<Name extends Mark['mark']> = Extract<Mark, { mark: Name }>

const painters: { readonly [Name in Mark['mark']]: (painter: Painter, mark: Of<Name>) => void } = {
  bands: paintBands,
  levels: paintLevels,
  path: paintPath,
  cover: paintCover,
  sheet: paintSheet,
  dots: paintDots,
  circles: paintCircles,
  ring: paintRing,
  grip: paintGrip,
  arrow: paintArrow,
  slope: paintSlope,
  guide: paintGuide,
  stretch: paintStretch,
  sign: paintSign,
  inscription: paintInscription,
  key: paintKey,
  label: paintLabel,
  course: paintCourse,
  text: paintText
}

/** On pixels of its own, as many as the canvas has: those of the samples are others. */
function paintBands({ context, area, place }: Painter, { samples, colours }: Of<'bands'>): void {
  const { columns, rows, x, y } = samples
  const ratio = context.getTransform().a
  const [width, height] = [Math.ceil(area.width * ratio), Math.ceil(area.height * ratio)]
  const [from, to] = [place([x.min, y.min]), place([x.max, y.max])]
  if (!(to.x > from.x && to.y < from.y)) return
  const pixel = (start: number, index: number) => start + (index + 0.5) / ratio
  const across = Float64Array.from(
    { length: width },
    (_, index) => ((pixel(area.left, index) - from.x) / (to.x - from.x)) * (columns - 1)
  )
  const up = Float64Array.from(
    { length: height },
    (_, index) => ((pixel(area.top, index) - from.y) / (to.y - from.y)) * (rows - 1)
  )
  const picture = document.createElement('canvas')
  picture.width = width
  picture.height = height
  const pen = picture.getContext('2d')
  if (!pen) return
  const image = pen.createImageData(width, height)
  image.data.set(bandRaster(samples, colours, across, up))
  pen.putImageData(image, 0, 0)
  context.imageSmoothingEnabled = false
  context.drawImage(picture, area.left, area.top, width / ratio, height / ratio)
}

function paintLevels({ context, place }: Painter, { lines, colour }: Of<'levels'>): void {
  context.beginPath()
  const at = [0, 0]
  for (const line of lines) {
    for (let corner = 0; corner < line.length; corner += 2) {
      at[0] = line[corner] as number
      at[1] = line[corner + 1] as number
      const { x, y } = place(at)
      if (corner === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
  }
  context.strokeStyle = colour
  context.lineWidth = 0.9
  context.stroke()
}

function trace(painter: Painter, places: readonly Place[]): void {
  const { context } = painter
  context.beginPath()
  let down = false
  for (const place of places) {
    const at = pixel(painter, place)
    if (!at) down = false
    else if (down) context.lineTo(at.x, at.y)
    else {
      context.moveTo(at.x, at.y)
      down = true
    }
  }
}

function paintPath(painter: Painter, mark: Of<'path'>): void {
  const { context } = painter
  context.globalAlpha = mark.opacity
  trace(painter, mark.places)
  if (mark.dash.length > 0) context.lineCap = 'butt'
  // The halo has the gaps of the line: a full one would make a line of them.
  context.setLineDash([...mark.dash])
  if (mark.halo) {
    context.strokeStyle = mark.halo
    context.lineWidth = mark.width + 3
    context.stroke()
  }
  context.strokeStyle = mark.colour
  context.lineWidth = mark.width
  context.stroke()
}

/** What is painted of a cover so far, a pixel a pixel: from step to step only what is new. */
const covered = new WeakMap<
  Int32Array,
  { readonly colour: string; count: number; readonly picture: HTMLCanvasElement }
>()

function paintCover({ context, place }: Painter, { cover, step, colour }: Of<'cover'>): void {
  const { x, y, columns, rows, cells, since } = cover
  const last = covered.get(cells)
  const isBehind = last && (last.count === 0 || (since[last.count - 1] as number) <= step)
  const known = last?.colour === colour && isBehind ? last : { colour, count: 0, picture: blank(columns, rows) }
  const pen = known.picture.getContext('2d')
  if (!pen) return
  pen.fillStyle = colour
  while (known.count < cells.length && (since[known.count] as number) <= step) {
    const cell = cells[known.count++] as number
    pen.fillRect(cell % columns, rows - 1 - Math.floor(cell / columns), 1, 1)
  }
  covered.set(cells, known)
  const [from, to] = [place([x.min, y.max]), place([x.max, y.min])]
  context.drawImage(known.picture, from.x, from.y, to.x - from.x, to.y - from.y)
}

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

/** All cells in one path: painted one by one, their common sides would show. */
function paintSheet(painter: Painter, mark: Of<'sheet'>): void {
  const { context } = painter
  context.globalAlpha = mark.opacity
  context.fillStyle = mark.colour
  context.beginPath()
  for (const cell of mark.cells) {
    for (const [index, place] of cell.entries()) {
      const { x, y } = painter.place(place)
      if (index === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
    context.closePath()
  }
  context.fill()
}

function disc(context: CanvasRenderingContext2D, at: Pixel, radius: number): void {
  context.beginPath()
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
}

function paintDots(painter: Painter, mark: Of<'dots'>): void {
  const { context, area } = painter
  context.globalAlpha = mark.opacity
  context.fillStyle = mark.colour
  context.strokeStyle = mark.halo
  context.lineWidth = 2.4
  const inside = mark.places.flatMap((place) => {
    const at = pixel(painter, place)
    return at && isInside(at, area) ? [at] : []
  })
  const seen = mark.apart === undefined ? inside : spaced(inside, mark.apart)
  // All halos first: where dots crowd, each would otherwise wipe out the one before.
  for (const paintIt of [() => context.stroke(), () => context.fill()]) {
    for (const at of seen) {
      markerAt(context, at, mark.radius, mark.marker ?? 'disc')
      paintIt()
    }
  }
}

/** Of pixels in their order those that are nowhere nearer than `apart` to one before. */
export function spaced(pixels: readonly Pixel[], apart: number): readonly Pixel[] {
  const cells = new Map<string, Pixel[]>()
  const cell = (x: number, y: number) => cells.get(`${x},${y}`) ?? []
  return pixels.filter((at) => {
    const [column, row] = [Math.floor(at.x / apart), Math.floor(at.y / apart)]
    for (const x of [column - 1, column, column + 1])
      for (const y of [row - 1, row, row + 1])
        if (cell(x, y).some((other) => Math.hypot(other.x - at.x, other.y - at.y) < apart)) return false
    cells.set(`${column},${row}`, [...cell(column, row), at])
    return true
  })
}

/** The outline of a marker as the context's path. */
export function markerAt(context: CanvasRenderingContext2D, at: Pixel, radius: number, marker: Marker): void {
  const [first, ...rest] = markerCorners(marker, radius).map(([x, y]): [number, number] => [at.x + x, at.y + y])
  if (first) {
    context.beginPath()
    corners(context, first, ...rest)
  } else disc(context, at, radius)
}

function paintCircles(painter: Painter, mark: Of<'circles'>): void {
  const { context, area } = painter
  context.fillStyle = mark.ground
  context.strokeStyle = mark.colour
  context.lineWidth = mark.width
  for (const place of mark.places) {
    const at = pixel(painter, place)
    if (!at || !isInside(at, area)) continue
    disc(context, at, mark.radius)
    context.fill()
    context.stroke()
  }
}

function paintRing(painter: Painter, mark: Of<'ring'>): void {
  const { context, area } = painter
  const at = pixel(painter, mark.at)
  if (!at || !isInside(at, area)) return
  disc(context, at, mark.radius)
  context.strokeStyle = mark.halo
  context.lineWidth = 4.5
  context.stroke()
  context.strokeStyle = mark.colour
  context.lineWidth = 2
  context.stroke()
}

function paintGrip(painter: Painter, mark: Of<'grip'>): void {
  const { context, area } = painter
  const at = pixel(painter, mark.at)
  if (!at || !isInside(at, area)) return
  const radius = mark.grown ? 10 : 7
  disc(context, at, radius)
  context.fillStyle = mark.halo
  context.shadowColor = 'rgba(0, 0, 0, 0.35)'
  context.shadowBlur = 4
  context.fill()
  context.shadowColor = 'transparent'
  disc(context, at, radius - 2)
  context.fillStyle = mark.colour
  context.fill()
}

/** Whether a pixel lies in the area or within a hair of it. */
export function isInside(at: Pixel, area: Area): boolean {
  return (
    at.x >= area.left - 1 &&
    at.y >= area.top - 1 &&
    at.x <= area.left + area.width + 1 &&
    at.y <= area.top + area.height + 1
  )
}

function paintArrow(painter: Painter, mark: Of<'arrow'>): void {
  const { context } = painter
  const from = pixel(painter, mark.from)
  const aim = pixel(painter, mark.towards)
  if (!from || !aim) return
  const distance = Math.hypot(aim.x - from.x, aim.y - from.y)
  const length = mark.pixels ?? distance
  if (distance === 0 || length < 2) return
  const unit = { x: (aim.x - from.x) / distance, y: (aim.y - from.y) / distance }
  const tip = { x: from.x + unit.x * length, y: from.y + unit.y * length }
  const head = Math.min(4 + 2.6 * mark.width, length * 0.6)
  const neck = { x: tip.x - unit.x * head * 0.8, y: tip.y - unit.y * head * 0.8 }
  const barb = (side: number) => ({
    x: tip.x - unit.x * head - side * unit.y * head * 0.48,
    y: tip.y - unit.y * head + side * unit.x * head * 0.48
  })
  const [left, right] = [barb(1), barb(-1)]
  const draw = (colour: string, extra: number) => {
    context.strokeStyle = colour
    context.fillStyle = colour
    context.lineWidth = mark.width + extra
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(neck.x, neck.y)
    context.stroke()
    context.beginPath()
    context.moveTo(tip.x, tip.y)
    context.lineTo(left.x, left.y)
    context.lineTo(neck.x, neck.y)
    context.lineTo(right.x, right.y)
    context.closePath()
    const outlined = mark.hollow === true && extra === 0
    context.fillStyle = outlined ? (mark.halo ?? 'transparent') : colour
    context.fill()
    if (extra > 0 || outlined) {
      context.lineWidth = outlined ? mark.width / 2 : extra
      context.stroke()
    }
  }
  if (mark.halo) draw(mark.halo, 3)
  draw(mark.colour, 0)
  if (mark.label === '') return
  const size = 12
  const start = arrowSpot(from, tip, textWidth(painter, mark.label, size), size, painter.area)
  write(painter, start, mark.label, size, mark.colour, mark.halo ?? 'transparent')
}

/** The shapes of critical points in CSS pixels around their place; they differ in grey as well. */
const signs: Readonly<Record<Of<'sign'>['kind'], (context: CanvasRenderingContext2D, at: Pixel) => void>> = {
  minimum: (context, { x, y }) => corners(context, [x - 6.5, y - 4.5], [x + 6.5, y - 4.5], [x, y + 7]),
  maximum: (context, { x, y }) => corners(context, [x - 6.5, y + 4.5], [x + 6.5, y + 4.5], [x, y - 7]),
  saddle: (context, { x, y }) => {
    corners(context, [x - 5, y - 5], [x + 5, y + 5])
    corners(context, [x - 5, y + 5], [x + 5, y - 5])
  },
  level: (context, { x, y }) => context.arc(x, y, 5.5, 0, 2 * Math.PI),
  lowest: (context, at) => {
    const [first, ...rest] = starCorners(at, 8)
    if (first) corners(context, first, ...rest)
  }
}

/** A star of five points, the first upwards; its inner corners lie on the lines between the outer ones. */
function starCorners({ x, y }: Pixel, radius: number): [number, number][] {
  const inner = (Math.cos((2 * Math.PI) / 5) / Math.cos(Math.PI / 5)) * radius
  return Array.from({ length: 10 }, (_, index) => {
    const [angle, reach] = [(Math.PI * index) / 5, index % 2 === 0 ? radius : inner]
    return [x + reach * Math.sin(angle), y - reach * Math.cos(angle)]
  })
}

function corners(
  context: CanvasRenderingContext2D,
  first: readonly [number, number],
  ...rest: [number, number][]
): void {
  context.moveTo(...first)
  for (const corner of rest) context.lineTo(...corner)
  context.closePath()
}

function paintSign(painter: Painter, mark: Of<'sign'>): void {
  const { context, area } = painter
  const at = pixel(painter, mark.at)
  if (!at || !isInside(at, area)) return
  context.beginPath()
  signs[mark.kind](context, at)
  context.strokeStyle = mark.halo
  context.lineWidth = 5
  context.stroke()
  context.fillStyle = mark.kind === 'minimum' || mark.kind === 'lowest' ? mark.colour : mark.halo
  context.fill()
  context.strokeStyle = mark.colour
  context.lineWidth = 2
  context.stroke()
}

/** The angle of a line on the screen by which text along it is not upside down: −π/2 … π/2. */
export function uprightAngle(across: number, down: number): number {
  const angle = Math.atan2(down, across)
  return angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle
}

function paintInscription(painter: Painter, mark: Of<'inscription'>): void {
  const { context, font } = painter
  const at = pixel(painter, mark.at)
  const along = pixel(painter, mark.along)
  if (!at || !along) return
  context.translate(at.x, at.y)
  context.rotate(uprightAngle(along.x - at.x, along.y - at.y))
  context.font = `${mark.size}px ${font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineWidth = 4
  context.strokeStyle = mark.halo
  context.strokeText(mark.text, 0, 0)
  context.fillStyle = mark.colour
  context.fillText(mark.text, 0, 0)
}

/** A row that ends at the right end of the area, or begins at the canvas's edge if it is longer. */
function paintKey(painter: Painter, mark: Of<'key'>): void {
  const { context, area } = painter
  const [sample, gap, next] = [22, 5, 14]
  const widths = mark.lines.map(({ text }) => sample + gap + textWidth(painter, text, mark.size))
  const width = widths.reduce((sum, each) => sum + each + next, -next)
  let x = Math.max(area.left + area.width - width, 4)
  const base = area.top - 8
  for (const [index, { text, colour, dash, width: lineWidth }] of mark.lines.entries()) {
    const middle = base - mark.size * 0.36
    context.strokeStyle = colour
    context.lineWidth = lineWidth
    context.lineCap = 'butt'
    context.setLineDash([...dash])
    context.beginPath()
    context.moveTo(x, middle)
    context.lineTo(x + sample, middle)
    context.stroke()
    context.fillStyle = mark.ink
    context.fillText(text, x + sample + gap, base)
    x += (widths[index] as number) + next
  }
}

/** The direction of a slope on the screen, of length 1: right for slopes of any size, also where pixels overflow. */
export function direction(slope: number, unit: Painter['unit']): Pixel {
  const steepness = (slope * unit.y) / unit.x
  const length = Math.hypot(1, steepness)
  return length === Infinity ? { x: 0, y: -Math.sign(slope) } : { x: 1 / length, y: -steepness / length }
}

function paintSlope(painter: Painter, mark: Of<'slope'>): void {
  const { context, area } = painter
  const at = painter.place(mark.at)
  const own = direction(mark.slope, painter.unit)
  const along = painter.turned ? { x: -own.y, y: -own.x } : own
  // A line across the plot is drawn about its place nearest to the middle: its own can be far away.
  const middle = { x: area.left + area.width / 2, y: area.top + area.height / 2 }
  const shift = mark.reach === null ? (middle.x - at.x) * along.x + (middle.y - at.y) * along.y : 0
  const centre = { x: at.x + shift * along.x, y: at.y + shift * along.y }
  const reach = mark.reach ?? area.width + area.height
  if (!(Math.abs(centre.x) < far && Math.abs(centre.y) < far) || Number.isNaN(along.y)) return
  context.globalAlpha = mark.opacity
  context.strokeStyle = mark.colour
  context.lineWidth = mark.width
  context.setLineDash([...mark.dash])
  context.beginPath()
  context.moveTo(centre.x - along.x * reach, centre.y - along.y * reach)
  context.lineTo(centre.x + along.x * reach, centre.y + along.y * reach)
  context.stroke()
}

function paintGuide(painter: Painter, mark: Of<'guide'>): void {
  const { context, area, turned } = painter
  const at = painter.place([mark.x ?? 0, mark.y ?? 0])
  context.strokeStyle = mark.colour
  context.lineWidth = mark.width
  context.setLineDash([...mark.dash])
  context.beginPath()
  const [isUpright, isLevel] = turned ? [mark.y !== null, mark.x !== null] : [mark.x !== null, mark.y !== null]
  if (isUpright) {
    context.moveTo(at.x, area.top)
    context.lineTo(at.x, area.top + area.height)
  }
  if (isLevel) {
    context.moveTo(area.left, at.y)
    context.lineTo(area.left + area.width, at.y)
  }
  context.stroke()
}

function paintStretch({ context, area, place, turned }: Painter, mark: Of<'stretch'>): void {
  const [from, to] = [mark.from, mark.to].map((x) => place([x, 0])[turned ? 'y' : 'x'])
  if (from === undefined || to === undefined) return
  const [start, end] = [from, to].map((pixel) => Math.min(Math.max(pixel, -far), far)) as [number, number]
  context.fillStyle = mark.colour
  if (turned) context.fillRect(area.left, start, area.width, end - start)
  else context.fillRect(start, area.top, end - start, area.height)
}

function textWidth({ context, font }: Painter, text: string, size: number): number {
  context.font = `${size}px ${font}`
  return context.measureText(text).width
}

/** Writes with a halo, kept inside the area. */
function write(painter: Painter, at: Pixel, text: string, size: number, colour: string, halo: string): void {
  const { context, area } = painter
  const width = textWidth(painter, text, size)
  const x = Math.max(Math.min(at.x, area.left + area.width - width - 4), area.left + 4)
  const y = Math.max(Math.min(at.y, area.top + area.height - 5), area.top + size + 1)
  context.lineWidth = 3.5
  context.strokeStyle = halo
  context.strokeText(text, x, y)
  context.fillStyle = colour
  context.fillText(text, x, y)
}

function paintText(painter: Painter, mark: Of<'text'>): void {
  const at = pixel(painter, mark.at)
  if (!at || !isInside(at, painter.area)) return
  const own = mark.font === undefined ? painter : { ...painter, font: mark.font }
  write(own, { x: at.x + mark.dx, y: at.y + mark.dy }, mark.text, mark.size, mark.colour, mark.halo)
}

function paintLabel({ context, font, place }: Painter, mark: Of<'label'>): void {
  const at = place(mark.at)
  context.font = `${mark.bold ? '600 ' : ''}${mark.size}px ${font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = mark.colour
  context.fillText(mark.text, at.x, at.y)
}

function paintCourse({ context, place }: Painter, mark: Of<'course'>): void {
  const at = place(mark.at)
  const { from, control, to, barbs } = courseOf(mark.rises, mark.bend, mark.size)
  context.translate(at.x, at.y)
  context.strokeStyle = mark.colour
  context.lineWidth = 2
  context.beginPath()
  context.moveTo(...from)
  context.quadraticCurveTo(...control, ...to)
  for (const barb of barbs) {
    context.moveTo(...to)
    context.lineTo(...barb)
  }
  context.stroke()
}

/** Where something leads from a place, in CSS pixels to the right and down; a line leads the opposite way as well. */
export interface Lead {
  readonly x: number
  readonly y: number
  readonly isLine?: true
}

/**
 * Paints what hovering says beside its place, like a small card, where it does not cover what leads `away` from there; of
 * many lines the first, as many as there is room for.
 */
export function paintReadout(
  painter: Painter,
  at: Pixel,
  all: readonly ReadoutLine[],
  colours: { readonly card: string; readonly ink: string; readonly line: string },
  away: Lead | null = null
): void {
  const { context, area } = painter
  const size = 12
  const fitting = Math.max(2, Math.floor((area.top + area.height - 9) / (size + 5)))
  const lines = all.length > fitting ? [...all.slice(0, fitting - 1), '…'] : all
  const textOf = (line: ReadoutLine) => (typeof line === 'string' ? line : line.text)
  const width = Math.max(...lines.map((line) => textWidth(painter, textOf(line), size))) + 16
  const height = lines.length * (size + 5) + 9
  const right = area.left + area.width
  const [hasRight, hasLeft] = [at.x + 14 + width <= right, at.x - 14 - width >= area.left]
  const isLeft = away && !away.isLine && away.x > 0 && hasLeft ? true : !hasRight
  const left = isLeft ? at.x - 14 - width : at.x + 14
  // What leads there goes up or down on the side of the words; a line does on both.
  const isInTheWay = away !== null && (away.isLine || isLeft === away.x <= 0)
  const down = away?.isLine && isLeft === away.x > 0 ? -away.y : (away?.y ?? 0)
  const middle = at.y - (isInTheWay ? Math.sign(down) * (height / 2 + 10) : 0)
  const x = Math.max(left, 2)
  const y = Math.max(Math.min(Math.max(middle - height / 2, area.top), area.top + area.height - height), 0)
  context.save()
  context.beginPath()
  context.roundRect(x, y, width, height, 6)
  context.fillStyle = colours.card
  context.shadowColor = 'rgba(0, 0, 0, 0.2)'
  context.shadowBlur = 8
  context.fill()
  context.shadowColor = 'transparent'
  context.strokeStyle = colours.line
  context.lineWidth = 1
  context.stroke()
  for (const [index, line] of lines.entries()) {
    context.fillStyle = typeof line === 'string' ? colours.ink : line.colour
    context.fillText(textOf(line), x + 8, y + 16 + index * (size + 5))
  }
  context.restore()
}
