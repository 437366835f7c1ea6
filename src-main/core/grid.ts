import type { Contour } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { contourLevels, type Levels } from '@shared/levels'
import type { Body, Cuts, GridSamples } from '@shared/protocol'
import { guardsOf, isCrossed } from './breaks'
import { breakBetween, type EdgeBreak, isBroken, mayTouch } from './contour/breaks'
import type { Field } from './contour/field'
import { levelLines } from './contour/lines'
import type { Objective } from './objective'
import { type Pulse, steady } from './pulse'
import { spaced } from './spaced'

/** Evaluations between two beats: the longest formula there can be takes milliseconds for one with its gradient. */
const samplesPerBeat = 16

/** The plane through `origin` along two directions, as long as f has variables: what is missing of them is 0. */
export type Plane = Pick<Body<'plane'>, 'origin' | 'across' | 'up'>

/** The plane of the variables `axes` (horizontal, vertical), the others as in `point`. The same one twice: up and down. */
export function planeOver(axes: readonly [number, number], point: readonly number[]): Plane {
  const unit = (axis: number) => point.map((_, index) => (index === axis ? 1 : 0))
  const across = axes[0] === axes[1] ? point.map(() => 0) : unit(axes[0])
  return { origin: point.map((value, axis) => (axes.includes(axis) ? 0 : value)), across, up: unit(axes[1]) }
}

/** Where and how f is sampled. */
export interface GridPlan {
  /** f is at origin + x·across + y·up. Either way round. */
  readonly x: Interval
  readonly y: Interval
  readonly columns: number
  readonly rows: number
  /** The samples lie in the middle of the columns and rows, and there is one more all around; otherwise at their ends. */
  readonly centred?: boolean
  /** With the exact slopes along both directions. */
  readonly gradient?: boolean
  readonly levels: Pick<Contour, 'count' | 'spacing'>
}

/** f on a grid over a plane, where it breaks between the samples, and the lines of its levels. */
export function sampleGrid(
  objective: Objective,
  { plane, ...plan }: GridPlan & { readonly plane: Plane },
  pulse: Pulse = steady
): GridSamples {
  return gridOver(walkerOver(objective, plane, pulse), plan, pulse)
}

/** The same of any function of the plane. */
export function gridOver(walker: Walker, plan: GridPlan, pulse: Pulse = steady): GridSamples {
  const { columns, rows, gradient = false, centred = false } = plan
  const [xs, ys] = [
    centred ? middles(plan.x, columns) : spaced(plan.x, columns),
    centred ? middles(plan.y, rows) : spaced(plan.y, rows)
  ]
  const size = xs.length * ys.length
  const values = new Float64Array(size)
  const slopesX = new Float64Array(gradient ? size : 0)
  const slopesY = new Float64Array(gradient ? size : 0)
  for (let place = 0; place < size; place++) {
    const [x, y] = [xs[place % xs.length] as number, ys[Math.floor(place / xs.length)] as number]
    if (gradient) [values[place], slopesX[place], slopesY[place]] = walker.slopes(x, y)
    else values[place] = walker.value(x, y)
  }
  const levels = levelsOf(walker, plan)
  const found = {
    columns: xs.length,
    rows: ys.length,
    x: extent(xs),
    y: extent(ys),
    values,
    slopesX,
    slopesY,
    levels,
    tooFine: xs.length > 1 && ys.length > 1 && isTooFine(walker, { xs, ys, values })
  }
  if (xs.length < 2 || ys.length < 2)
    return { ...found, cuts: cutsOf(new Map(), 0), lines: levels.values.map(() => []) }
  const most = Math.max(mostBreaksOfSurface, size / samplesPerBreak)
  const breaks = breaksOf(walker, { xs, ys, values }, most, pulse)
  // Lines through samples that f overtakes would be none of f, and there are very many of them.
  const isDrawn = breaks !== null && !found.tooFine
  const lines = isDrawn && levelLines(walker, { xs, ys, values, breaks }, levels.values, () => pulse.beat())
  return { ...found, cuts: cutsOf(breaks ?? new Map(), xs.length), lines: lines || levels.values.map(() => []) }
}

/** So many cells, spread over the grid, are looked into … */
const probes = 512
/** … and where in more than this part of them f is far from what its corners say, the grid does not show f. */
const mostStrayed = 0.25
/** Where in a cell: at no simple fraction of it, which a wave may have for its length. */
const probedAt = 0.382

/** Whether f goes up and down between the samples: what they draw is then a pattern that f does not have. */
function isTooFine(field: Field, { xs, ys, values }: Values): boolean {
  let [looked, strayed] = [0, 0]
  for (let probe = 1; probe <= probes; probe++) {
    // The additive recurrence of the plastic number fills a square evenly.
    const column = Math.floor(((probe * 0.7548776662466927) % 1) * (xs.length - 1))
    const row = Math.floor(((probe * 0.5698402909980532) % 1) * (ys.length - 1))
    const corner = row * xs.length + column
    const corners = [corner, corner + 1, corner + xs.length, corner + xs.length + 1].map((n) => values[n] as number)
    const [a, b, c, d] = corners as [number, number, number, number]
    const between = (from: number, to: number) => from + probedAt * (to - from)
    const foretold = between(between(a, b), between(c, d))
    const x = between(xs[column] as number, xs[column + 1] as number)
    const y = between(ys[row] as number, ys[row + 1] as number)
    const off = Math.abs(field.value(x, y) - foretold)
    if (!Number.isFinite(off)) continue
    looked++
    const spread = Math.max(a, b, c, d) - Math.min(a, b, c, d)
    if (off > spread / 2 + 1e-12 * Math.abs(foretold)) strayed++
  }
  return strayed > mostStrayed * looked
}

const extent = (places: Float64Array): Interval => ({ min: places[0] ?? 0, max: places.at(-1) ?? 0 })

/** The middles of `count` equal parts of a range, and one more on both sides. */
function middles({ min, max }: Interval, count: number): Float64Array {
  const half = Math.abs(max / 2 - min / 2) / count
  return spaced({ min: Math.min(min, max) - half, max: Math.max(min, max) + half }, count + 2)
}

export interface Walker extends Field {
  /** f, and its slopes along both directions. */
  slopes(x: number, y: number): [number, number, number]
}

function walkerOver(objective: Objective, { origin, across, up }: Plane, pulse: Pulse): Walker {
  const at = new Float64Array(objective.variables.length)
  const gradient = new Float64Array(objective.variables.length)
  const guards = guardsOf(objective)
  let asked = 0
  const put = (x: number, y: number) => {
    if (asked++ % samplesPerBeat === 0) pulse.beat()
    for (let i = 0; i < at.length; i++) at[i] = (origin[i] ?? 0) + x * (across[i] ?? 0) + y * (up[i] ?? 0)
    return at
  }
  const along = (direction: readonly number[]) =>
    // A slope that is not finite is none along a direction that it does not belong to.
    direction.reduce((sum, share, i) => (share === 0 ? sum : sum + share * (gradient[i] as number)), 0)
  return {
    value: (x, y) => objective.value(put(x, y)),
    slopes(x, y) {
      const value = objective.gradientInto(put(x, y), gradient)
      return [value, along(across), along(up)]
    },
    guards: guards.jumps(at).length,
    guardsAt: (x, y) => guards.jumps(put(x, y))
  }
}

/** Samples along each side from which levels are chosen: whatever the size of the picture, it has the same ones. */
const levelSamples = 101

function levelsOf(field: Field, { x, y, levels }: GridPlan): Levels {
  const [xs, ys] = [spaced(x, levelSamples), spaced(y, levelSamples)]
  const values = new Float64Array(levelSamples ** 2)
  for (let place = 0; place < values.length; place++) {
    values[place] = field.value(xs[place % levelSamples] as number, ys[Math.floor(place / levelSamples)] as number)
  }
  return contourLevels(values, levels)
}

/**
 * Of so many samples no more than one has a break beside it, in a picture of which lines between the breaks can be seen.
 * A surface may have steps of a few cells.
 */
const samplesPerBreak = 4
const mostBreaksOfSurface = 20_000

interface Values {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly values: Float64Array
}

/** What f does between neighbours where it may break: by the numbers of the edges, see `Cuts`; null at more than `most`. */
function breaksOf(
  field: Field,
  { xs, ys, values }: Values,
  most: number,
  pulse: Pulse
): ReadonlyMap<number, EdgeBreak> | null {
  const [columns, rows] = [xs.length, ys.length]
  const found = new Map<number, EdgeBreak>()
  const { guards } = field
  const coordinates = (n: number) => [xs[n % columns] as number, ys[Math.floor(n / columns)] as number] as const
  // The guard functions of four rows, so that those of two neighbours and of the next on both sides are known; then NaN.
  const known = new Float64Array((4 * columns + 1) * guards).fill(Number.NaN)
  const firstOf = (n: number) => (n % (4 * columns)) * guards
  const none = 4 * columns * guards
  let looked = 0
  /** Looks between a sample and the one `step` farther: the one with this index of `count` in a line, and the next. */
  const look = (from: number, step: number, index: number, count: number) => {
    const to = from + step
    const ends = [values[from] as number, values[to] as number] as const
    const before = index === 0 ? none : firstOf(from - step)
    const behind = index + 2 === count ? none : firstOf(to + step)
    const around = [before, firstOf(from), firstOf(to), behind] as const
    if (!mayBreak(ends, known, around, guards)) return
    const edge = { from: coordinates(from), to: coordinates(to) }
    const guardsAround = () => around.map((first) => known.subarray(first, first + guards))
    const one = looked++ < most ? breakBetween(field, edge, ends, guardsAround()) : null
    if (one) found.set(2 * from + (step === 1 ? 0 : 1), one)
  }
  const fill = (row: number) => {
    for (let column = 0; column < columns; column++) {
      known.set(field.guardsAt(xs[column] as number, ys[row] as number), firstOf(row * columns + column))
    }
  }
  for (let row = -2; row < rows; row++) {
    pulse.beat()
    if (looked > most) return null
    if (guards > 0 && row + 2 < rows) fill(row + 2)
    for (let column = 0; row >= 0 && column < columns; column++) {
      const place = row * columns + column
      if (column + 1 < columns) look(place, 1, column, columns)
      if (row + 1 < rows) look(place, columns, row, rows)
    }
  }
  return found
}

/** Whether there may be a break between two neighbours with these values, and guard functions beside and `around` them. */
function mayBreak(
  [a, b]: readonly [number, number],
  known: Float64Array,
  [before, from, to, behind]: readonly [number, number, number, number],
  guards: number
): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) !== Number.isNaN(b)
  for (let guard = 0; guard < guards; guard++) {
    const at = (first: number) => known[first + guard] as number
    if (isCrossed(at(from), at(to)) || mayTouch(at(before), at(from), at(to), at(behind))) return true
  }
  return false
}

/** The breaks, of `columns` samples a row; not jumps in three of five cells: stairs as fine as that look like a ramp. */
function cutsOf(breaks: ReadonlyMap<number, EdgeBreak>, columns: number): Cuts {
  const jumps = (edge: number) => {
    const found = breaks.get(edge)
    return isBroken(found) && Number.isFinite(found.after - found.before)
  }
  const isStair = (edge: number) => {
    const next = edge % 2 === 0 ? 2 : 2 * columns
    return [-2, -1, 0, 1, 2].filter((cells) => jumps(edge + cells * next)).length > 2
  }
  const cut = [...breaks].filter(([edge, found]) => isBroken(found) && !isStair(edge)).sort(([a], [b]) => a - b)
  return {
    edges: Int32Array.from(cut, ([edge]) => edge),
    at: Float64Array.from(cut, ([, { at }]) => at),
    before: Float64Array.from(cut, ([, { before }]) => before),
    after: Float64Array.from(cut, ([, { after }]) => after)
  }
}
