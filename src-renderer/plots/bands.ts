import type { Contour, Interval } from '@shared/experiment/experiment'
import type { GridSamples } from '@shared/protocol'
import { contours } from 'd3-contour'
import { contourLevels, type Levels } from './levels'

/** Where f is at least `level`: rings in the units of the axes, alternating x, y. Holes are rings as well. */
export interface Region {
  readonly level: number
  readonly rings: readonly Float64Array[]
}

export interface Contours {
  readonly levels: Levels
  /** The first is where f is defined at all, then one a level, ascending. */
  readonly regions: readonly Region[]
}

/** How levels are chosen. */
type Choice = Pick<Contour, 'count' | 'spacing'>

/** A grid's contours in the unit square of its columns and rows do not change while a run is played. */
const known = new WeakMap<GridSamples, { readonly choice: Choice; readonly contours: Contours }>()

/** The contours of samples over `x` and `y`; values that are not finite are holes. */
export function contoursOf(samples: GridSamples, x: Interval, y: Interval, choice: Choice): Contours {
  const { levels, regions } = unitContoursOf(samples, choice)
  return {
    levels,
    regions: regions.map(({ level, rings }) => ({ level, rings: rings.map((ring) => stretched(ring, x, y)) }))
  }
}

/** The levels of the contours of samples. */
export function levelsOf(samples: GridSamples, choice: Choice): Levels {
  return unitContoursOf(samples, choice).levels
}

function unitContoursOf(samples: GridSamples, choice: Choice): Contours {
  const last = known.get(samples)
  if (last?.choice.count === choice.count && last.choice.spacing === choice.spacing) return last.contours
  const contours = unitContours(samples, choice)
  known.set(samples, { choice, contours })
  return contours
}

function stretched(ring: Float64Array, x: Interval, y: Interval): Float64Array {
  return ring.map((share, index) => {
    const range = index % 2 === 0 ? x : y
    return range.min + share * (range.max - range.min)
  })
}

function unitContours({ columns, rows, values }: GridSamples, choice: Choice): Contours {
  const heights = Array.from(values, (value) => (Number.isFinite(value) ? value : NaN))
  const levels = contourLevels(heights, choice)
  const least = heights.reduce((low, value) => (Number.isNaN(value) ? low : Math.min(low, value)), Infinity)
  if (least === Infinity) return { levels, regions: [] }
  const trace = contours().size([columns, rows])
  // d3 takes NaN for −∞: below every level, so a level under the least value surrounds what is defined.
  const below = Math.max(least - 1 - Math.abs(least), -Number.MAX_VALUE)
  const thresholds = [below, ...levels.values]
  const regions = thresholds.map((level) => ({
    level,
    rings: trace
      .contour(heights, level)
      .coordinates.flatMap((polygon) => polygon.map((ring) => unitRing(ring as [number, number][], columns, rows)))
  }))
  return { levels, regions }
}

/** d3 puts sample (i, j) at (i + ½, j + ½) and continues half a cell beyond the outermost samples. */
function unitRing(ring: readonly [number, number][], columns: number, rows: number): Float64Array {
  const unit = new Float64Array(ring.length * 2)
  ring.forEach(([u, v], index) => {
    unit[index * 2] = Math.min(Math.max((u - 0.5) / (columns - 1), 0), 1)
    unit[index * 2 + 1] = Math.min(Math.max((v - 0.5) / (rows - 1), 0), 1)
  })
  return unit
}
