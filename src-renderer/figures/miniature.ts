import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { quantile } from '@shared/quantile'
import { functionAlong, functionOver } from './function'

/** A small picture of f, as paths of an SVG of `miniatureSize`. */
export interface Miniature {
  /** The curve, or contour lines. */
  readonly lines: string
  /** The tangent at the point, or the two slices through it: of examples that are about them. */
  readonly aids: string
  /** The point that is looked at, or the start. */
  readonly dot: { readonly x: number; readonly y: number }
}

export const miniatureSize = { width: 54, height: 36 } as const

const { width, height } = miniatureSize
/** Samples along a curve; cells of a plane. */
const samples = 54
const cells = { across: 36, up: 24 } as const
/** Parts of the area that lie below each contour line. */
const shares = [0.03, 0.12, 0.27, 0.47, 0.72]
/** Around the picture. */
const edge = 2

/** f as it looks within the ranges, drawn from its formula; null if that cannot be read, or has no variable. */
export function miniatureOf(experiment: Experiment): Miniature | null {
  return experiment.variables.length === 1 ? ofCurve(experiment) : ofPlane(experiment)
}

const scaled = ({ min, max }: Interval, length: number) => {
  return (value: number) => edge + ((value - min) / (max - min || 1)) * (length - 2 * edge)
}
const rounded = (length: number) => Math.round(length * 10) / 10
const spot = (x: number, y: number) => `${rounded(x)} ${rounded(y)}`

const standsAt = ({ view, point, start }: Experiment) => (view.tab === 'descend' ? start : point)

function ofCurve(experiment: Experiment): Miniature | null {
  const [variable] = experiment.variables
  const f = functionAlong(experiment, 0, experiment.point)
  if (!f || !variable) return null
  const x = Array.from({ length: samples + 1 }, (_, i) => variable.min + ((variable.max - variable.min) * i) / samples)
  const values = x.map(f)
  const finite = Float64Array.from(values.filter(Number.isFinite)).sort()
  if (finite.length === 0) return null
  const range = { min: finite[0] as number, max: finite.at(-1) as number }
  const across = scaled(variable, width)
  const up = (value: number) => height - scaled(range, height)(value)
  // A pen is lifted where f is not defined.
  const lines = values
    .map((value, i) => {
      if (!Number.isFinite(value)) return ''
      const begins = i === 0 || !Number.isFinite(values[i - 1])
      return `${begins ? 'M' : 'L'}${spot(across(x[i] as number), up(value))}`
    })
    .join('')
  const at = standsAt(experiment)[0] ?? 0
  const dot = { x: rounded(across(at)), y: rounded(up(f(at))) }
  if (experiment.view.tab !== 'differentiate') return { lines, aids: '', dot }
  const step = (variable.max - variable.min) / samples
  const slope = (f(at + step) - f(at - step)) / (2 * step)
  const end = (to: number) => spot(across(to), up(f(at) + slope * (to - at)))
  return { lines, aids: `M${end(variable.min)}L${end(variable.max)}`, dot }
}

function ofPlane(experiment: Experiment): Miniature | null {
  const { axes } = experiment.view
  const [x, y] = axes.map((axis) => experiment.variables[axis]) as [Interval | undefined, Interval | undefined]
  const at = standsAt(experiment)
  const f = functionOver(experiment, axes, at)
  if (!f || !x || !y) return null
  const columns = cells.across + 1
  const place = (range: Interval, i: number, count: number) => range.min + ((range.max - range.min) * i) / count
  const grid = Float64Array.from({ length: columns * (cells.up + 1) }, (_, i) =>
    f(place(x, i % columns, cells.across), place(y, Math.floor(i / columns), cells.up))
  )
  const sorted = grid.filter(Number.isFinite).sort()
  if (sorted.length === 0) return null
  const lines = shares.map((share) => levelPath(grid, columns, quantile(sorted, share))).join('')
  const [across, up] = [scaled(x, width), (value: number) => height - scaled(y, height)(value)]
  const dot = { x: rounded(across(at[axes[0]] ?? 0)), y: rounded(up(at[axes[1]] ?? 0)) }
  const slices = `M${edge} ${dot.y}H${width - edge}M${dot.x} ${edge}V${height - edge}`
  return { lines, aids: experiment.view.tab === 'partial' ? slices : '', dot }
}

/** Where f is equal to a level, cell by cell: pieces of straight lines between the edges that it crosses. Marching squares. */
function levelPath(grid: Float64Array, columns: number, level: number): string {
  const right = (width - 2 * edge) / cells.across
  const down = (height - 2 * edge) / cells.up
  let path = ''
  for (let row = 0; row < cells.up; row++) {
    for (let column = 0; column < cells.across; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1]
      ].map(([i = 0, j = 0]) => ({
        x: edge + i * right,
        y: height - edge - j * down,
        above: (grid[j * columns + i] as number) - level
      }))
      if (!corners.every(({ above }) => Number.isFinite(above))) continue
      const crossed = corners.flatMap((from, k) => {
        const to = corners[(k + 1) % 4] as typeof from
        if (from.above > 0 === to.above > 0) return []
        const share = from.above / (from.above - to.above)
        return spot(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
      })
      for (let k = 0; k + 1 < crossed.length; k += 2) path += `M${crossed[k]}L${crossed[k + 1]}`
    }
  }
  return path
}
