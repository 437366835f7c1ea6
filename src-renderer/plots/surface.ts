import type { Interval } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'
import { arrowLength, steepness } from './arrows'
import { type Corner, clippedLine, clippedMesh, type HeightRange, heightRange, surfaceLine } from './clip'
import { indexAt, type SurfaceData } from './figure'
import { bilinear, type Ground, groundOf } from './grid'
import type { Size } from './layout'
import { niceStep } from './levels'
import { faded, groundStops, type Look, runLook } from './look'
import { dots, line, type Mark, type Place } from './marks'
import { numeral, shortNumeral } from './numerals'
import { type Box, boxSize } from './projection'

/** The standard view: degrees above the ground, degrees around, and the distance from which the box fills `size`. */
export function standardCamera({ width, height }: Size) {
  return { alpha: 28, beta: 32, distance: Math.min(182 * Math.max(1, (1.24 * height) / width), 400) }
}

/** What is drawn by echarts-gl: the box with its axes, and the surface or its grid lines. */
export interface Scene {
  readonly option: Record<string, unknown>
  readonly box: Box
  readonly ground: Ground
  /** Whether the surface has faces that can hide what lies behind them. */
  readonly solid: boolean
  /** Says which values are left out, e.g. “f ≤ 400”; empty if none are. */
  readonly caption: string
}

const inside = (range: Interval, value: number) => value >= range.min && value <= range.max

/** Heights of what must not be cut off: the point, and all steps over the ground, so that the box stays as it is. */
function markedHeights({ point, traces, x, y }: SurfaceData): readonly number[] {
  const heights = traces.flatMap((trace) =>
    Array.from(trace.values).filter((_, i) => inside(x, trace.x[i] as number) && inside(y, trace.y[i] as number))
  )
  return point ? [point.value, ...heights] : heights
}

/** The heights between which the surface of `data` is drawn. */
export function heightsOf(data: SurfaceData): HeightRange {
  if (!data.z) return heightRange(data.samples, markedHeights(data))
  const { min, max } = data.z
  const cuts = (beyond: (value: number) => boolean) => data.samples.values.some(beyond)
  return { min, max, cutsAbove: cuts((value) => value > max), cutsBelow: cuts((value) => value < min) }
}

function caption(z: HeightRange, words: Words['plots']): string {
  const [low, high] = [numeral(z.min), numeral(z.max)]
  if (z.cutsAbove && z.cutsBelow) return words.between({ value: 'f', low, high })
  if (z.cutsAbove) return words.below({ value: 'f', bound: high })
  return z.cutsBelow ? words.above({ value: 'f', bound: low }) : ''
}

/** Where grid lines run: from the range's start in steps of `spacing`, or about twenty of them. */
export function gridLines(range: Interval, spacing: number | null): readonly number[] {
  const length = range.max - range.min
  const step = spacing !== null && spacing > length / 200 ? spacing : niceStep(length / 20)
  const first = spacing !== null ? range.min : Math.ceil(range.min / step - 1e-9) * step
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

/** The distance of numbers echarts chooses, which adds one at both ends of the axis: 1, 2, 3 or 5 × 10ⁿ near `step`. */
function axisStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const lead = step / power
  return (lead < 1.5 ? 1 : lead < 2.5 ? 2 : lead < 4 ? 3 : lead < 7 ? 5 : 10) * power
}

/** `end`: the share of the axis at both ends that stays without numbers, where two axes meet. */
function axis(name: string, range: Interval, look: Look, end: number) {
  const step = axisStep((range.max - range.min) / 5)
  const spare = end * (range.max - range.min)
  const label = (value: number) => {
    const whole = Math.abs(value / step - Math.round(value / step)) < 1e-6
    return whole && value >= range.min + spare && value <= range.max - spare ? shortNumeral(value) : ''
  }
  return {
    type: 'value',
    name,
    nameGap: 18,
    nameTextStyle: { color: look.ink, fontFamily: look.font, fontSize: 14 },
    min: range.min,
    max: range.max,
    splitNumber: 5,
    axisLabel: {
      formatter: (value: number) => label(Number(value.toPrecision(10))),
      textStyle: { color: look.soft, fontFamily: look.font, fontSize: 12 }
    },
    axisLine: { lineStyle: { color: look.zero, width: 1.5 } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.box, width: 1 } },
    axisPointer: { show: false }
  }
}

/** The vertical axis: its name stands over its highest number, for beside the numbers there is no room. */
function heightAxis(range: Interval, look: Look) {
  // Of an axis without any name, echarts-gl forgets to align the numbers.
  const plain = axis(' ', range, look, 0)
  const { formatter, textStyle } = plain.axisLabel
  const step = axisStep((range.max - range.min) / 5)
  const named = (value: number) => {
    const text = formatter(value)
    // The empty line below keeps the number at its height.
    return text !== '' && value + step > range.max ? `f\n${text}\n ` : text
  }
  return { ...plain, axisLabel: { formatter: named, textStyle } }
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
  return {
    type: 'surface',
    silent: true,
    shading: 'lambert',
    wireframe: { show: false },
    dimensions: ['x', 'y', 'z'],
    data: clippedMesh(ground, z, corners, corners),
    dataShape: [corners, corners]
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

/** The surface z = f(x, y) as echarts-gl draws it. */
export function surfaceScene(data: SurfaceData, look: Look, words: Words['plots'], detail: Detail): Scene {
  const ground = groundOf(data)
  const z = heightsOf(data)
  // The floor lies a little lower, so that its lines do not shine through where the surface touches it.
  const box = { x: data.x, y: data.y, z: { min: z.min - 0.04 * (z.max - z.min), max: z.max } }
  const solid = data.style === 'shaded'
  const series = solid
    ? [shaded(ground, z, detail)]
    : wires(data, ground, z, detail.parts).map((line) => wire(line, look, detail.ratio))
  return {
    ground,
    solid,
    box,
    caption: caption(z, words),
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
        inRange: { color: groundStops(look, data.map).slice(0, -1) }
      },
      xAxis3D: axis(data.variables[0], data.x, look, 0.05),
      yAxis3D: axis(data.variables[1], data.y, look, 0.05),
      zAxis3D: heightAxis(box.z, look),
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
          maxDistance: 400,
          rotateMouseButton: 'left',
          panMouseButton: 'middle'
        },
        light: {
          main: { intensity: look.theme === 'light' ? 0.27 : 0.7, alpha: 50, beta: 30, shadow: false },
          ambient: { intensity: look.theme === 'light' ? 0.86 : 0.8 }
        },
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

/** The tangent vector of steepest descent from (x, y, z): where f is ordinarily steep, a tenth of the picture long. */
function descentArrow(
  { box, ground }: Scene,
  at: Place,
  slopes: readonly [number, number],
  look: Look,
  label: string
): readonly Mark[] {
  const [x = NaN, y = NaN, z = NaN] = at
  // Compared in shares of the axes, so that the arrow has the same size in every picture.
  const width = box.x.max - box.x.min
  const depth = box.y.max - box.y.min
  const size = Math.hypot(slopes[0] / width, slopes[1] / depth)
  if (!Number.isFinite(size) || size === 0) return []
  const length = 0.1 * arrowLength(Math.hypot(...slopes), steepness(ground))
  if (length < 0.02) return []
  const reach = length / size
  const fall = Math.hypot(...slopes) ** 2 * reach
  // A steep surface would send the arrow out of the box: shortened to a third of its height.
  const most = (box.z.max - box.z.min) / 3
  const kept = reach * Math.min(1, most / fall)
  const towards = [x - kept * slopes[0], y - kept * slopes[1], z - kept * Math.hypot(...slopes) ** 2]
  return [{ mark: 'arrow', from: at, towards, pixels: null, colour: look.decrease, halo: look.card, width: 3, label }]
}

function runMarks(data: SurfaceData, scene: Scene, look: Look, run: number): readonly Mark[] {
  const trace = data.traces[run]
  if (!trace || data.step === null) return []
  const style = runLook(look, trace.colour)
  const now = indexAt(trace, data.step)
  const place = (index: number) =>
    within(scene.box, trace.x[index] as number, trace.y[index] as number, trace.values[index] as number)
  const places = Array.from({ length: now + 1 }, (_, index) => place(index))
  const steps = Array.from({ length: now + 1 }, (_, i) => [trace.x[i], trace.y[i], trace.values[i]] as Place)
  return [line(onSurface(steps, scene), style, 1), ...dots(places, style, 1)]
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
  if (!point) return []
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
  return [
    ...slice(look.tangent, [x.min, point.y], [x.max, point.y]),
    ...slice(look.secant, [point.x, y.min], [point.x, y.max])
  ]
}

/** What is drawn over a scene: slices, ways of the runs, the selected step, the point. Places are (x, y, z). */
export function surfaceMarks(data: SurfaceData, scene: Scene, look: Look, words: Words['plots']): readonly Mark[] {
  const runs = data.traces.map((_, run) => run)
  const order = [...runs.filter((run) => run !== data.selected), ...runs.filter((run) => run === data.selected)]
  const marks: Mark[] = [...sliceMarks(data, scene, look), ...order.flatMap((run) => runMarks(data, scene, look, run))]
  const trace = data.traces[data.selected]
  const now = trace && data.step !== null ? indexAt(trace, data.step) : -1
  if (trace && now >= 0) {
    const at = within(scene.box, trace.x[now] as number, trace.y[now] as number, trace.values[now] as number)
    if (data.gradient) marks.push(...descentArrow(scene, at, data.gradient, look, words.mostDecrease))
    marks.push({ mark: 'ring', at, colour: look.ink, halo: look.card, radius: 8 })
  }
  if (data.point) {
    const { x, y, value, slopeX, slopeY } = data.point
    const at = within(scene.box, x, y, value)
    marks.push(...descentArrow(scene, at, [slopeX, slopeY], look, words.mostDecrease))
    marks.push({ mark: 'grip', at, colour: look.point, halo: look.card })
  }
  return marks
}
