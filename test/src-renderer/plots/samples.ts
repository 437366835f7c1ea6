import type { Field } from '@core/contour/field'
import { gridOver } from '@core/grid'
import type { Interval } from '@shared/interval'
import type { Break, CurveSamples, GridSamples } from '@shared/protocol'
import { words } from '@shared/words/index'
import type { ContourData, CurveData, SurfaceData, Trace } from '../../../src-renderer/figure'
import { looks } from '../../../src-renderer/plots/look'
import type { Canvas } from '../../../src-renderer/plots/plot'

/** Samples and figures of functions written here in JavaScript. */

export const unit: Interval = { min: -5, max: 5 }

export const canvas: Canvas = {
  size: { width: 600, height: 480 },
  look: looks.light,
  words: words.en.plots,
  room: 'full'
}

export function curveOf(
  f: (x: number) => number,
  slope: (x: number) => number,
  range: Interval,
  count = 501
): CurveSamples {
  const x = Float64Array.from(
    { length: count },
    (_, index) => range.min + ((range.max - range.min) * index) / (count - 1)
  )
  return {
    x,
    values: x.map(f),
    slopes: x.map(slope),
    seconds: new Float64Array(0),
    breaks: [],
    bends: [],
    tooMany: false
  }
}

/** A break without what is not said of it: no value, no limits. */
const nothingKnown = { value: NaN, left: NaN, right: NaN, slopeLeft: NaN, slopeRight: NaN }

/** A break as a person writes it down. */
export type WrittenBreak = Partial<Break> & Pick<Break, 'at' | 'kind'>

/** The samples with breaks, each put between the samples it belongs to. */
export function broken(samples: CurveSamples, breaks: readonly WrittenBreak[]): CurveSamples {
  const after = (at: number) =>
    Math.max(
      0,
      samples.x.findLastIndex((x) => x < at)
    )
  return { ...samples, breaks: breaks.map((found) => ({ ...nothingKnown, after: after(found.at), ...found })) }
}

/** A function with its derivative and its breaks over −5 … 5, in closed form. */
interface Delicate {
  readonly f: (x: number) => number
  readonly slope: (x: number) => number
  readonly breaks: readonly WrittenBreak[]
}

const up = { left: -Infinity, right: Infinity, slopeLeft: -Infinity, slopeRight: -Infinity }

/** Curves that are easily drawn wrong. */
export const delicate = {
  'tan x': {
    f: Math.tan,
    slope: (x) => 1 / Math.cos(x) ** 2,
    breaks: [-1.5, -0.5, 0.5, 1.5].map((turns) => ({
      at: turns * Math.PI,
      kind: 'pole',
      left: Infinity,
      right: -Infinity,
      slopeLeft: Infinity,
      slopeRight: Infinity
    }))
  },
  '1/x': { f: (x) => 1 / x, slope: (x) => -1 / x ** 2, breaks: [{ at: 0, kind: 'pole', value: Infinity, ...up }] },
  'log x': {
    f: Math.log,
    slope: (x) => (x > 0 ? 1 / x : NaN),
    breaks: [{ at: 0, kind: 'pole', value: -Infinity, right: -Infinity, slopeRight: Infinity }]
  },
  'floor x': {
    f: Math.floor,
    slope: () => 0,
    breaks: [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((at) => ({
      at,
      kind: 'jump',
      value: at,
      left: at - 1,
      right: at,
      slopeLeft: 0,
      slopeRight: 0
    }))
  },
  '|x|': {
    f: Math.abs,
    slope: Math.sign,
    breaks: [{ at: 0, kind: 'corner', value: 0, left: 0, right: 0, slopeLeft: -1, slopeRight: 1 }]
  },
  'sqrt x': {
    f: Math.sqrt,
    slope: (x) => (x > 0 ? 0.5 / Math.sqrt(x) : x === 0 ? Infinity : NaN),
    breaks: [{ at: 0, kind: 'edge', value: 0, right: 0, slopeRight: Infinity }]
  },
  'x^x': {
    f: (x) => (x > 0 ? x ** x : NaN),
    slope: (x) => (x > 0 ? x ** x * (Math.log(x) + 1) : NaN),
    breaks: [{ at: 0, kind: 'edge', right: 1, slopeRight: -Infinity }]
  },
  'sin(1/x)': {
    f: (x) => Math.sin(1 / x),
    slope: (x) => -Math.cos(1 / x) / x ** 2,
    breaks: [{ at: 0, kind: 'hole' }]
  },
  'sin(x)/x': {
    f: (x) => Math.sin(x) / x,
    slope: (x) => (x === 0 ? NaN : (x * Math.cos(x) - Math.sin(x)) / x ** 2),
    breaks: [{ at: 0, kind: 'hole', left: 1, right: 1, slopeLeft: 0, slopeRight: 0 }]
  },
  'cbrt x': {
    f: Math.cbrt,
    slope: (x) => Math.abs(x) ** (-2 / 3) / 3,
    breaks: [{ at: 0, kind: 'corner', value: 0, left: 0, right: 0, slopeLeft: Infinity, slopeRight: Infinity }]
  }
} as const satisfies Readonly<Record<string, Delicate>>

/** One of them, sampled. */
export function delicateSamples(name: keyof typeof delicate, count = 501): CurveSamples {
  const { f, slope, breaks } = delicate[name] as Delicate
  return broken(curveOf(f, slope, unit, count), breaks)
}

/** A function over a plane as the core samples it, with the usual levels. */
export const sampled = (field: Field, x: Interval, y: Interval, count: number): GridSamples =>
  gridOver(
    { ...field, slopes: (x, y) => [field.value(x, y), NaN, NaN] },
    { x, y, columns: count, rows: count, levels: { count: 15, spacing: 'auto' } }
  )

/** One without breaks. */
export const gridOf = (f: (x: number, y: number) => number, x: Interval, y: Interval, count = 101): GridSamples =>
  sampled({ value: f, guards: 0, guardsAt: () => [] }, x, y, count)

/** Gradient descent on x² + y² by its closed form: every step multiplies both coordinates by 1 − 2·lr. */
export function bowlTrace(start: readonly [number, number], lr: number, steps: number, colour = 0): Trace {
  const numbers = Array.from({ length: steps + 1 }, (_, step) => step)
  const x = numbers.map((step) => start[0] * (1 - 2 * lr) ** step)
  const y = numbers.map((step) => start[1] * (1 - 2 * lr) ** step)
  const values = x.map((each, index) => each ** 2 + (y[index] as number) ** 2)
  const norms = values.map((value) => 2 * Math.sqrt(value))
  return { name: `descent ${lr}`, colour, steps: numbers, x, y, values, norms }
}

export const bowl = (x: number, y: number) => x * x + y * y

export const squareCurve: CurveData = {
  variable: 'x',
  name: 'f(x)',
  slopeName: 'f′(x)',
  dependent: 'y',
  x: { min: -1, max: 9 },
  y: null,
  samples: curveOf(
    (x) => x * x,
    (x) => 2 * x,
    { min: -1, max: 9 },
    101
  ),
  f: null,
  point: null,
  kink: null,
  secondSlope: null,
  pinned: [],
  secant: null,
  h: null,
  traces: [],
  step: null,
  selected: 0
}

export const bowlContour: ContourData = {
  variables: ['x0', 'x1'],
  x: unit,
  y: unit,
  samples: gridOf(bowl, unit, unit),
  point: null,
  traces: [bowlTrace([4, 5], 0.08, 15)],
  step: 3,
  selected: 0,
  gradient: [4.7, 5.9],
  square: false,
  map: 'pale',
  f: null,
  critical: [],
  curvature: null,
  levels: { count: 15, spacing: 'auto', labels: false },
  field: { towards: 'none', density: 14 },
  direction: null,
  principal: false,
  both: false,
  draggable: true
}

export const bowlSurface: SurfaceData = {
  ...bowlContour,
  z: null,
  style: 'wireframe',
  spacing: null,
  camera: null,
  overlay: 'slices',
  scale: 'linear'
}
