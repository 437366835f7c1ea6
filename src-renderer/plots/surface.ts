import type { Interval } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'
import { arrowLength, steepness } from './arrows'
import { type Corner, clippedLine, clippedMesh, type HeightRange, heightRange, surfaceLine } from './clip'
import { indexAt, type SurfaceData } from './figure'
import { bilinear, type Ground, groundOf } from './grid'
import type { Size } from './layout'
import { niceStep } from './levels'
import { faded, type Look, runLook } from './look'
import { dotRadius, type Mark, type Place, way } from './marks'
import { numeral } from './numerals'
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

/** Heights of what must not be cut off: the point, and the runs up to the selected step that start in the picture. */
function markedHeights(data: SurfaceData): readonly number[] {
  return data.point ? [data.point.value] : []
}

/** The heights between which the surface of `data` is drawn. */
export function heightsOf(data: SurfaceData): HeightRange {
  if (!data.z) return heightRange(data.samples.values, markedHeights(data))
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
    return whole && value >= range.min + spare && value <= range.max - spare ? numeral(value, 5) : ''
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
        inRange: { color: look.ground.slice(0, -1) }
      },
      xAxis3D: axis(data.variables[0], data.x, look, 0.05),
      yAxis3D: axis(data.variables[1], data.y, look, 0.05),
      zAxis3D: axis('f', box.z, look, 0),
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
  const inRange = (range: Interval, value: number) => {
    const most = slack * (range.max - range.min)
    return value >= range.min - most && value <= range.max + most
  }
  return inRange(box.x, x) && inRange(box.y, y) && inRange(box.z, z) ? [x, y, z] : [NaN, NaN, NaN]
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
  return way(onSurface(places, scene), style, 1).map((mark) =>
    mark.mark === 'dots' ? { ...mark, places, radius: dotRadius(places.length) } : mark
  )
}

/** The way between steps follows the surface instead of cutting through it. */
function onSurface(places: readonly Place[], { ground, box }: Scene): readonly Place[] {
  if (places.length > 400) return places
  const between = 6
  return places.flatMap((place, index) => {
    const next = places[index + 1]
    if (!next) return [place]
    const parts = Array.from({ length: between - 1 }, (_, part): Place => {
      const share = (part + 1) / between
      const x = (place[0] as number) * (1 - share) + (next[0] as number) * share
      const y = (place[1] as number) * (1 - share) + (next[1] as number) * share
      return within(box, x, y, bilinear(ground, ground.samples.values, x, y))
    })
    return [place, ...parts]
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
