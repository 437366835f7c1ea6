import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import { significant } from '@shared/numbers/rounded'
import type { GridSamples } from '@shared/protocol'
import { quantile } from '@shared/quantile'
import type { SurfaceData } from '../figure'
import { isWithin } from './breaks'
import { type HeightRange, heightRange } from './clip'
import { type Ground, groundOf } from './grid'
import type { Box } from './projection'
import { valueRange } from './ranges'

/** How values of f become heights of the surface. */
export interface Scale {
  /** The name of the vertical axis: `f`, or the formula of the logarithm, as `log₁₀(f + 0.1)`. */
  readonly name: string
  readonly logarithmic: boolean
  /** What is added to f before its logarithm is taken. */
  readonly shift: number
  /** The height of a value; NaN where it has no logarithm. */
  readonly height: (value: number) => number
  /** The value at a height: the inverse. */
  readonly value: (height: number) => number
  /** The derivative of `height` at a value. */
  readonly slope: (value: number) => number
}

const linear: Scale = {
  name: 'f',
  logarithmic: false,
  shift: 0,
  height: (value) => value,
  value: (height) => height,
  slope: () => 1
}

/** log₁₀(f + shift). */
function logarithm(shift: number): Scale {
  const sign = shift < 0 ? '−' : '+'
  return {
    name: shift === 0 ? 'log₁₀ f' : `log₁₀(f ${sign} ${numeral(Math.abs(shift), 12)})`,
    logarithmic: true,
    shift,
    height: (value) => (value + shift > 0 ? Math.log10(value + shift) : Number.NaN),
    value: (height) => 10 ** height - shift,
    slope: (value) => (value + shift > 0 ? 1 / ((value + shift) * Math.LN10) : Number.NaN)
  }
}

/**
 * What is added to f before its logarithm is taken. Nothing where f stays well above 0; otherwise as much as lifts the
 * least of `values` to δ, a power of ten about as large as the lowest hundredth of the values is high: a deeper
 * logarithm would only show how near to the bottom the samples happen to lie. `marked` values are lifted as well.
 */
export function logShift(values: Float64Array, marked: readonly number[]): number {
  const sorted = values.filter((value) => Math.abs(value) < 1e300).sort()
  const most = sorted[sorted.length - 1]
  if (most === undefined) return 0
  const least = marked.reduce((low, value) => Math.min(low, value), sorted[0] as number)
  if (least > 0 && 10 * least >= quantile(sorted, 0.01)) return 0
  const rise = [0.01, 0.05, 0.25, 0.5, 1].map((share) => quantile(sorted, share) - least).find((each) => each > 0) ?? 1
  // What is added must not be lost in the digits of the least value, nor below all doubles.
  const unit = 10 ** Math.floor(Math.max(Math.log10(rise), Math.log10(Math.abs(least)) - 9, -300))
  return significant((1 - Math.floor(least / unit)) * unit, 12)
}

/** Heights over a plane. */
export interface Raised {
  readonly scale: Scale
  /** Its samples are heights. */
  readonly ground: Ground
}

/** A surface as it stands in its box. */
export interface Setting extends Raised {
  readonly box: Box
  /** Between which the surface is drawn: the floor of the box lies lower. */
  readonly heights: Interval
}

/** Heights of a grid stay the same object while their shift does. */
const known = new WeakMap<GridSamples, { readonly shift: number; readonly samples: GridSamples }>()

const isOver = ({ x, y }: SurfaceData, across: number, up: number) => isWithin(x, across) && isWithin(y, up)

/**
 * The values of all steps over the ground: they must not be cut off, nor the box change from step to step. But the axis
 * is that of f over the ground: a step that is not on it – beside it along another variable – does not stretch that.
 */
function stepValues(data: SurfaceData): readonly number[] {
  // On a slice they stand no higher than it is.
  if (data.slice) return []
  const { min, max } = valueRange(groundOf(data).samples.values)
  return data.traces.flatMap(({ values, x, y }) =>
    Array.from(values).filter(
      (value, i) => value >= min && value <= max && isOver(data, x[i] as number, y[i] as number)
    )
  )
}

/** The surface of `data` on its scale. A logarithm does not follow the point, which lies on the surface anyway. */
export function raised(data: SurfaceData): Raised {
  const ground = groundOf(data)
  if (data.scale === 'linear') return { scale: linear, ground }
  const shift = logShift(ground.samples.values, stepValues(data))
  const scale = logarithm(shift)
  const last = known.get(ground.samples)
  const { values, cuts } = ground.samples
  const { before, after } = cuts
  const samples =
    last?.shift === shift
      ? last.samples
      : {
          ...ground.samples,
          values: values.map(scale.height),
          cuts: { ...cuts, before: before.map(scale.height), after: after.map(scale.height) }
        }
  known.set(ground.samples, { shift, samples })
  return { scale, ground: { ...ground, samples } }
}

/** The heights between which a surface is drawn are asked for again and again, and take a look at all samples. */
const found = new WeakMap<SurfaceData, HeightRange>()

/** The heights between which the surface of `data` is drawn. Ends that are typed are values. */
export function drawnHeights(data: SurfaceData): HeightRange {
  const heights = found.get(data) ?? heightsIn(data, raised(data))
  found.set(data, heights)
  return heights
}

function heightsIn(data: SurfaceData, { scale, ground }: Raised): HeightRange {
  const point = data.point && isOver(data, data.point.x, data.point.y) ? [data.point.value] : []
  const marked = [...point, ...stepValues(data)].map(scale.height)
  const chosen = heightRange(ground.samples, marked)
  if (!data.z) return chosen
  const [low, high] = [scale.height(data.z.min), scale.height(data.z.max)]
  const least = Number.isNaN(high) ? chosen.min : Math.min(chosen.min, high - 1)
  const min = Number.isNaN(low) ? least : low
  // Both ends may be where there is no logarithm.
  const max = Number.isNaN(high) ? min + 1 : high
  const cuts = (beyond: (height: number) => boolean) => ground.samples.values.some(beyond)
  return { min, max, cutsAbove: cuts((height) => height > max), cutsBelow: cuts((height) => height < min) }
}

/** The values between which the surface of `data` is drawn; those of a logarithm rounded to what a field can show. */
export function heightsOf(data: SurfaceData): Interval {
  const { scale } = raised(data)
  const { min, max } = drawnHeights(data)
  const rounded = (height: number) => significant(scale.value(height), 3)
  return scale.logarithmic ? { min: rounded(min), max: rounded(max) } : { min, max }
}

/** In what is lower than this part of the box nobody sees a valley. */
const flat = 1 / 50

/** Whether heights in proportion to f hide its valleys: half of the surface is lower than a fiftieth of it. */
export function wantsLogHeight(data: SurfaceData): boolean {
  if (data.scale === 'log' || data.z) return false
  const { min, max } = drawnHeights(data)
  const low = min + (max - min) * flat
  let [lower, higher] = [0, 0]
  for (const value of groundOf(data).samples.values) {
    if (value >= min && value < low) lower++
    else if (value >= low && value <= max) higher++
  }
  return lower > higher
}
