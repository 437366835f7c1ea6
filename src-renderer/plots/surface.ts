import type { ColourMap, Interval } from '@shared/experiment/experiment'
import { niceStep } from '@shared/levels'
import { numeral } from '@shared/numbers/numeral'
import type { CriticalPoint } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { arrowLength, steepness } from './arrows'
import { axisStep } from './axes'
import { brokenMesh, type Corner, clippedLine, clippedMesh, type HeightRange, surfaceLine } from './clip'
import { criticalMarks, lowestMarks } from './critical'
import { crowdDots } from './crowd'
import { type Anatomy, indexAt, type SurfaceData, wayTo } from './figure'
import { bilinear, type Ground } from './grid'
import { drawnHeights, raised, type Scale, type Setting } from './heights'
import type { Area, Size } from './layout'
import { faded, groundStops, type Look, paleness, type RunLook, runLook, sliceColours } from './look'
import { type Cover, dots, line, type Mark, type Place } from './marks'
import { type Box, boxSize } from './projection'
import { sheetMarks } from './sheets'
import { heightOf, sliceNote } from './slice'

/** From where the box fills a wide picture, and how far back one may go. */
const distances = { usual: 182, most: 400 }
/** From the usual distance the box is seen whole where a picture is at least so many times as wide as high. */
const wide = 1.24

/** The standard view: degrees above the ground, degrees around, and the distance from which the box fills `size`. */
export function standardCamera({ width, height }: Size) {
  const distance = distances.usual * Math.max(1, (wide * height) / width)
  return { alpha: 28, beta: 32, distance: Math.min(distance, distances.most) }
}

/**
 * The middle part of a picture's area that shows the box from side to side: all of it but in a narrow picture, where the
 * camera cannot go back any farther, or `distance` is a person's own. Who has gone nearer wants to see less.
 */
export function seenArea(area: Area, distance: number = distances.most): Area {
  const height = Math.min(area.height, (area.width * Math.max(distance, distances.usual)) / (distances.usual * wide))
  return { ...area, top: area.top + (area.height - height) / 2, height }
}

/** What is drawn by echarts-gl: the box, and the surface in it or its grid lines. */
export interface Scene extends Setting {
  readonly option: Record<string, unknown>
  /** Whether the surface has faces that can hide what lies behind them. */
  readonly solid: boolean
  /** Says which values are left out, and what is logarithmic, e.g. “f ≤ 400”; empty if there is nothing to say. */
  readonly caption: string
}

const inside = (range: Interval, value: number) => value >= range.min && value <= range.max

/** `z`: heights, `typed`: the values that were asked for. */
function caption(
  { samples }: Ground,
  z: HeightRange,
  scale: Scale,
  typed: Interval | null,
  words: Words['plots']
): string {
  if (samples.values.every(Number.isNaN)) return words.nowhere
  // A logarithm is cut at round heights, whose values are not round.
  const digits = scale.logarithmic ? 3 : 5
  const low = numeral(typed?.min ?? scale.value(z.min), digits)
  const high = numeral(typed?.max ?? scale.value(z.max), digits)
  const cut =
    z.cutsAbove && z.cutsBelow
      ? words.between({ value: 'f', low, high })
      : z.cutsAbove
        ? words.below({ value: 'f', bound: high })
        : z.cutsBelow
          ? words.above({ value: 'f', bound: low })
          : ''
  return [logarithmNote(scale, words), cut].filter((part) => part !== '').join(words.comma)
}

function logarithmNote({ logarithmic, name, shift }: Scale, words: Words['plots']): string {
  if (!logarithmic) return ''
  return shift > 0 ? words.logShifted({ shift: numeral(shift) }) : words.logHeights({ formula: name })
}

/**
 * Where grid lines run: from the range's start in steps of `spacing`, or about twenty of them – also where steps of
 * `spacing` would be too many to be seen, or, after zooming in, fewer than four.
 */
export function gridLines(range: Interval, spacing: number | null): readonly number[] {
  const length = range.max - range.min
  const isFit = spacing !== null && spacing > length / 200 && spacing <= length / 4
  const step = isFit ? spacing : niceStep(length / 20)
  const first = isFit ? range.min : Math.ceil(range.min / step - 1e-9) * step
  const lines: number[] = []
  for (let index = 0; first + index * step <= range.max + 1e-9 * length; index++) {
    lines.push(Math.min(first + index * step, range.max))
  }
  return lines
}

function wires(data: SurfaceData, ground: Ground, z: Interval, parts: number): readonly (readonly Corner[])[] {
  const { x, y } = data
  const along = [
    ...gridLines(y, data.spacing).map((at) => surfaceLine(ground, [x.min, at], [x.max, at], parts)),
    ...gridLines(x, data.spacing).map((at) => surfaceLine(ground, [at, y.min], [at, y.max], parts))
  ]
  return along.flatMap((line) => clippedLine(line, z))
}

/** An axis of echarts-gl: lines on the walls. Its own line, name and numbers are marks, which stay legible in any size. */
function axis(range: Interval, look: Look) {
  return {
    type: 'value',
    name: '',
    min: range.min,
    max: range.max,
    interval: axisStep(range),
    axisLabel: { show: false },
    // Without any line, echarts-gl fails as it turns.
    axisLine: { lineStyle: { color: look.box, opacity: 0 } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.box, width: 1 } },
    axisPointer: { show: false }
  }
}

/**
 * How finely the surface is drawn: `corners` of the shaded mesh along each side, `parts` of a grid line; lines are
 * measured in device pixels, `ratio` of them to a CSS pixel.
 */
export interface Detail {
  readonly corners: number
  readonly parts: number
  readonly ratio: number
}

function shaded(ground: Ground, z: Interval, { corners }: Detail) {
  const isBroken = ground.samples.cuts.edges.length > 0
  const { mesh, columns, rows } = isBroken
    ? brokenMesh(ground, z)
    : { mesh: clippedMesh(ground, z, corners, corners), columns: corners, rows: corners }
  return {
    type: 'surface',
    silent: true,
    shading: 'lambert',
    wireframe: { show: false },
    dimensions: ['x', 'y', 'z'],
    data: mesh,
    dataShape: [rows, columns]
  }
}

function wire(places: readonly Corner[], look: Look, ratio: number) {
  return {
    type: 'line3D',
    silent: true,
    data: places,
    lineStyle: { width: 1.1 * ratio, color: look.wire, opacity: 1 }
  }
}

/**
 * Light on the shaded surface: where it falls straight, colours are those of the contour, and nowhere brighter, which
 * would change their hue. The dark ground has colours that bear more, and need it.
 */
function lightOn(look: Look, map: ColourMap) {
  const [main, ambient] = look.theme === 'dark' && map === 'pale' ? [0.7, 0.8] : [0.32, 0.68]
  return { main: { intensity: main, alpha: 50, beta: 30, shadow: false }, ambient: { intensity: ambient } }
}

/** The surface z = f(x, y) as echarts-gl draws it. */
export function surfaceScene(data: SurfaceData, look: Look, words: Words['plots'], detail: Detail): Scene {
  const { scale, ground } = raised(data)
  const z = drawnHeights(data)
  // The floor lies a little lower, so that its lines do not shine through where the surface touches it.
  const box = { x: data.x, y: data.y, z: { min: z.min - 0.04 * (z.max - z.min), max: z.max } }
  const solid = data.style === 'shaded'
  const series = solid
    ? [shaded(ground, z, detail)]
    : wires(data, ground, z, detail.parts).map((line) => wire(line, look, detail.ratio))
  return {
    scale,
    ground,
    solid,
    box,
    caption: [sliceNote(data, words) ?? '', caption(ground, z, scale, data.z, words)]
      .filter((part) => part !== '')
      .join(' · '),
    option: {
      animation: false,
      backgroundColor: 'transparent',
      visualMap: {
        show: false,
        type: 'continuous',
        dimension: 2,
        // A little wider: values at the very end would count as outside.
        min: z.min - 0.01 * (z.max - z.min),
        max: z.max + 0.01 * (z.max - z.min),
        seriesIndex: solid ? 0 : [],
        inRange: { color: groundStops(look, data.map) }
      },
      xAxis3D: axis(data.x, look),
      yAxis3D: axis(data.y, look),
      zAxis3D: axis(box.z, look),
      grid3D: {
        boxWidth: boxSize.width,
        boxDepth: boxSize.depth,
        boxHeight: boxSize.height,
        axisPointer: { show: false },
        viewControl: {
          animation: false,
          damping: 0,
          autoRotate: false,
          panSensitivity: 0,
          // Perspective makes the near corner hang down: the view is lowered by as much.
          center: [0, -14, 0],
          minDistance: 100,
          maxDistance: distances.most,
          rotateMouseButton: 'left',
          panMouseButton: 'middle'
        },
        light: lightOn(look, data.map),
        postEffect: { enable: false },
        temporalSuperSampling: { enable: false }
      },
      series
    }
  }
}

/** A place of the box, or a gap. */
function within(box: Box, x: number, y: number, z: number): Place {
  const slack = 1e-9
  const isIn = (range: Interval, value: number) => {
    const most = slack * (range.max - range.min)
    return inside({ min: range.min - most, max: range.max + most }, value)
  }
  return isIn(box.x, x) && isIn(box.y, y) && isIn(box.z, z) ? [x, y, z] : [NaN, NaN, NaN]
}

/** Lengths of arrows over the ground, in shares of the axes: of an ordinary slope, and of the gentlest that has one. */
const [ordinaryLength, leastLength] = [0.16, 0.03]

/**
 * The tangent vectors of steepest descent and, if `both`, ascent from (x, y, height); that of ascent has a hollow head,
 * as on the contour. `slopes`: of f at `value`.
 */
function gradientArrows(
  { box, ground, scale }: Scene,
  at: Place,
  value: number,
  [slopeX, slopeY]: readonly [number, number],
  both: boolean,
  look: Look,
  words: Words['plots'],
  downhill: string = words.mostDecrease
): readonly Mark[] {
  const [x = NaN, y = NaN, z = NaN] = at
  const rise = scale.slope(value)
  const slopes = [slopeX * rise, slopeY * rise] as const
  // Compared in shares of the axes, so that the arrow has the same size in every picture.
  const width = box.x.max - box.x.min
  const depth = box.y.max - box.y.min
  const size = Math.hypot(slopes[0] / width, slopes[1] / depth)
  if (!Number.isFinite(size) || size === 0) return []
  const length = ordinaryLength * arrowLength(Math.hypot(...slopes), steepness(ground))
  if (length < leastLength) return []
  const reach = length / size
  const norm = Math.hypot(...slopes)
  // A steep surface would send the arrow out of the box: shortened to a third of its height.
  const most = (box.z.max - box.z.min) / 3
  // In this order neither the squares of large slopes overflow nor their inverses vanish.
  const fall = norm * (norm * reach)
  const share = Math.min(1, most / fall)
  const across = (slope: number) => reach * slope * share
  const arrow = (sign: 1 | -1): Mark => ({
    mark: 'arrow',
    from: at,
    towards: [x + sign * across(slopes[0]), y + sign * across(slopes[1]), z + sign * Math.min(fall, most)],
    pixels: null,
    colour: sign < 0 ? look.decrease : look.increase,
    halo: look.card,
    width: 3,
    hollow: sign > 0,
    label: sign < 0 ? downhill : words.mostIncrease
  })
  return both ? [arrow(1), arrow(-1)] : [arrow(-1)]
}

function runMarks(data: SurfaceData, scene: Scene, look: Look, run: number): readonly Mark[] {
  const trace = data.traces[run]
  if (!trace || data.step === null) return []
  const style = runLook(look, trace.colour)
  const now = indexAt(trace, data.step)
  const height = heightOf(data, scene)
  const at = (index: number): Place => {
    const [x, y] = [trace.x[index] as number, trace.y[index] as number]
    return [x, y, height(x, y, trace.values[index] as number)]
  }
  const place = (index: number) => within(scene.box, ...(at(index) as [number, number, number]))
  if (trace.cover) return [coverDots(trace.cover, data.step, scene, style)]
  const places = Array.from({ length: now + 1 }, (_, index) => place(index))
  const steps = wayTo(trace, now).map(at)
  return [line(onSurface(steps, scene), style, 1), ...dots(places, style, 1, trace.steps[now] ?? 0)]
}

/** On a surface an area is filled by dots, so many beside one another over all of the ground. */
const dotsAcross = 150

/** What a way covers of the ground, as dots on the surface. */
function coverDots(cover: Cover, step: number, { ground, box }: Scene, { colour }: RunLook): Mark {
  const across = (box.x.max - box.x.min) / dotsAcross
  const up = (box.y.max - box.y.min) / dotsAcross
  const spots = new Map<number, Place>()
  const { cells, since, columns, rows, x, y } = cover
  for (let index = 0; index < cells.length && (since[index] as number) <= step; index++) {
    const cell = cells[index] as number
    const right = x.min + (((cell % columns) + 0.5) / columns) * (x.max - x.min)
    const high = y.min + ((Math.floor(cell / columns) + 0.5) / rows) * (y.max - y.min)
    const [column, row] = [Math.floor((right - box.x.min) / across), Math.floor((high - box.y.min) / up)]
    if (column < 0 || row < 0 || column >= dotsAcross || row >= dotsAcross || spots.has(row * dotsAcross + column))
      continue
    const at = [box.x.min + (column + 0.5) * across, box.y.min + (row + 0.5) * up] as const
    spots.set(row * dotsAcross + column, within(box, ...at, bilinear(ground, ground.samples.values, ...at)))
  }
  return { mark: 'dots', places: [...spots.values()], colour, halo: 'transparent', radius: 1.6, opacity: 1 }
}

/** The part of the way from `from` to `to` over the ground of the box, as shares of it; null if it passes by. */
function shareInside({ x, y }: Box, from: Place, to: Place): readonly [number, number] | null {
  let enter = 0
  let leave = 1
  for (const [axis, range] of [x, y].entries()) {
    const start = from[axis] as number
    const length = (to[axis] as number) - start
    if (!Number.isFinite(length)) return null
    if (length === 0 && !inside(range, start)) return null
    if (length === 0) continue
    const ends = [(range.min - start) / length, (range.max - start) / length]
    enter = Math.max(enter, Math.min(...ends))
    leave = Math.min(leave, Math.max(...ends))
  }
  return enter < leave ? [enter, leave] : null
}

/** The way from step to step: it follows the surface instead of cutting through it, and ends at the sides of the box. */
function onSurface(steps: readonly Place[], { ground, box }: Scene): readonly Place[] {
  const seen = (place: Place) => within(box, place[0] as number, place[1] as number, place[2] as number)
  const parts = steps.length > 400 ? 1 : 6
  return steps.flatMap((from, index) => {
    const to = steps[index + 1]
    const share = to && shareInside(box, from, to)
    if (!to || !share) return [seen(from)]
    const [enter, leave] = share
    const between = Array.from({ length: parts + 1 }, (_, part): Place => {
      const at = enter + ((leave - enter) * part) / parts
      const [x = NaN, y = NaN] = [0, 1].map((axis) => (from[axis] as number) * (1 - at) + (to[axis] as number) * at)
      return within(box, x, y, bilinear(ground, ground.samples.values, x, y))
    })
    // The ends are the steps themselves, or a gap where they lie outside; the last one is the next part’s first.
    return [seen(from), ...between.slice(enter === 0 ? 1 : 0, 1), ...between.slice(1, leave === 1 ? -1 : undefined)]
  })
}

function sliceMarks(data: SurfaceData, { ground, box }: Scene, look: Look): readonly Mark[] {
  const { point, x, y } = data
  if (!point || data.overlay === 'none') return []
  const slice = (colour: string, from: readonly [number, number], to: readonly [number, number]): Mark[] =>
    clippedLine(surfaceLine(ground, from, to, 160), box.z).map((places) => ({
      mark: 'path',
      places,
      colour,
      halo: faded(look.card, 0.8),
      width: 2.4,
      dash: [],
      opacity: 1
    }))
  const [across, up] = sliceColours(look)
  return [
    ...(inside(y, point.y) ? slice(across, [x.min, point.y], [x.max, point.y]) : []),
    ...(inside(x, point.x) ? slice(up, [point.x, y.min], [point.x, y.max]) : [])
  ]
}

/** Of a step taken apart what is seen on the surface: −∇f where it began, and the points that were tried. */
function anatomyMarks(
  anatomy: Anatomy,
  height: (place: Place, value: number) => Place,
  scene: Scene,
  look: Look,
  words: Words['plots']
): readonly Mark[] {
  const { from, value, gradient, trials } = anatomy
  const places = trials.map((trial) => height(trial.at, trial.value))
  return [
    ...(gradient
      ? gradientArrows(scene, height(from, value), value, gradient, false, look, words, words.downhillAtStart)
      : []),
    ...(places.length > 0
      ? [{ mark: 'circles', places, colour: look.ink, ground: look.card, radius: 3.4, width: 1.5 } satisfies Mark]
      : [])
  ]
}

/** Where critical points stand on the surface: those within its box. */
export function criticalPlaces(
  { critical }: SurfaceData,
  { box, scale }: Setting
): readonly { readonly point: CriticalPoint; readonly at: Place }[] {
  return critical
    .map((point) => ({ point, at: within(box, point.x, point.y, scale.height(point.value)) }))
    .filter(({ at }) => at.every(Number.isFinite))
}

/** As far apart, in shares of the axes, the arrows of a step must be, to be told apart. */
const leastApart = 0.2

/** −∇f where the selected step began, and paler where it ended, if there is room for both; at the start −∇f there. */
function stepArrows(
  { departure, gradient, step, both }: SurfaceData,
  scene: Scene,
  at: Place,
  value: number,
  look: Look,
  words: Words['plots']
): readonly Mark[] {
  const { box, scale } = scene
  const [x = NaN, y = NaN] = departure?.at ?? []
  const from = within(box, x, y, scale.height(departure?.value ?? NaN))
  const begun = departure
    ? gradientArrows(scene, from, departure.value, departure.gradient, both, look, words, words.downhillAtStart)
    : []
  const isSeen = begun.length > 0 && from.every(Number.isFinite)
  const apart = [box.x, box.y].map(
    ({ min, max }, axis) => ((at[axis] as number) - (from[axis] as number)) / (max - min)
  )
  if (!gradient || (isSeen && !(Math.hypot(...apart) >= leastApart))) return isSeen ? begun : []
  const pale = isSeen ? { ...look, decrease: faded(look.decrease, paleness) } : look
  const name = step ? words.downhillAtEnd : words.mostDecrease
  return [...gradientArrows(scene, at, value, gradient, both, pale, words, name), ...(isSeen ? begun : [])]
}

/** What is drawn over a scene: sheets and slices, ways of the runs, the selected step, the point. Places are (x, y, height). */
export function surfaceMarks(data: SurfaceData, scene: Scene, look: Look, words: Words['plots']): readonly Mark[] {
  const runs = data.traces.map((_, run) => run)
  const order = [...runs.filter((run) => run !== data.selected), ...runs.filter((run) => run === data.selected)]
  const height = heightOf(data, scene)
  const place = (x: number, y: number, value: number) => within(scene.box, x, y, height(x, y, value))
  const marks: Mark[] = [
    ...sheetMarks(data, scene, look),
    ...sliceMarks(data, scene, look),
    ...crowdDots(data.crowd, data.step, place, look),
    ...order.flatMap((run) => runMarks(data, scene, look, run)),
    ...criticalPlaces(data, scene).flatMap(({ point, at }) => criticalMarks([point], () => at, look))
  ]
  const { lowest } = data
  marks.push(...lowestMarks(lowest ? place(lowest.x, lowest.y, lowest.value) : null, look))
  const trace = data.traces[data.selected]
  const now = trace && data.step !== null ? indexAt(trace, data.step) : -1
  if (trace && now >= 0) {
    const value = trace.values[now] as number
    const at = place(trace.x[now] as number, trace.y[now] as number, value)
    if (data.anatomy) {
      const stand = ([x = NaN, y = NaN]: Place, own: number) => place(x, y, own)
      marks.push(...anatomyMarks(data.anatomy, stand, scene, look, words))
    } else marks.push(...stepArrows(data, scene, at, value, look, words))
    marks.push({ mark: 'ring', at, colour: look.ink, halo: look.card, radius: 8 })
  }
  if (data.point) {
    const { x, y, value, slopeX, slopeY } = data.point
    const at = place(x, y, value)
    marks.push(...gradientArrows(scene, at, value, [slopeX, slopeY], data.both, look, words))
    marks.push({ mark: 'grip', at, colour: look.point, halo: look.card })
  }
  return marks
}
