import type { Interval } from '@shared/experiment/experiment'
import type { CurveSamples, GridSamples } from '@shared/protocol'
import { words } from '@shared/words/index'
import type { ContourData, CurveData, SurfaceData, Trace } from '../../../src-renderer/plots/figure'
import { looks } from '../../../src-renderer/plots/look'
import type { Canvas } from '../../../src-renderer/plots/plot'

/** Samples and figures of functions written here in JavaScript, so that they do not depend on the core. */

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
  return { x, values: x.map(f), slopes: x.map(slope), seconds: new Float64Array(0), breaks: [] }
}

export function gridOf(f: (x: number, y: number) => number, x: Interval, y: Interval, count = 101): GridSamples {
  const values = new Float64Array(count * count)
  const at = (range: Interval, index: number) => range.min + ((range.max - range.min) * index) / (count - 1)
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) values[row * count + column] = f(at(x, column), at(y, row))
  }
  return { columns: count, rows: count, values, slopesX: new Float64Array(0), slopesY: new Float64Array(0) }
}

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
  sampled: null,
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
