import type { Interval } from '@shared/interval'
import type { CriticalPoint } from '@shared/protocol'
import { fewestDigits } from '../digits'
import { spaced } from '../spaced'
import { bestNear } from './kind'
import { lengthOf, type Pair, type Plane } from './plane'

/** Cells across and up in which a guard is looked at, and how many guards are. */
const [cells, mostGuards] = [48, 24]
/** Candidates that are looked at; of those that belong to a whole line of them so many. */
const mostCandidates = 2000
const mostExamples = 12
/** All lengths are parts of the view. A corner is known as well as this; two that are nearer are one. */
const [exact, vague, same] = [2 ** -50, 1e-10, 1e-5]
/** Coordinates with fewer digits are meant. */
const mostDigits = 7
/** ∇f is looked at so far around a corner, and nearer, where nothing else is; in so many directions. */
const [around, nearer, directions] = [1e-5, 1 / 256, 32]
/** So far beside a curve are the gradients of its sides. */
const aside = 1e-6
/** f is looked at so far around a corner; relative to what it rises there, it is level where it does by less. */
const [farAround, level] = [1e-3, 1e-9]
/** Parts of the largest slope around: what is 0, and what all of them are larger than. */
const [nothing, least] = [1e-4, 1e-2]

/** A corner at which f is critical. `isLevel`: one of a line of them. */
export interface Corner {
  readonly at: Pair
  readonly isLevel: boolean
}

/**
 * Where f is critical though it has no gradient: 0 is among the averages of the gradients around, as at the origin of
 * |x| + |y|, but not where f is level on one side. (Clarke, Optimization and Nonsmooth Analysis, section 2.3.) Looked for
 * where two curves on which f is bent cross, along each where f has no slope along it, and at points such as that of
 * √(x² + y²).
 */
export function cornersIn(plane: Plane, isAffordable: () => boolean): readonly Corner[] {
  const found: Corner[] = []
  let looked = 0
  for (const candidate of candidates(plane, isAffordable)) {
    if (!isAffordable() || looked++ > mostCandidates) break
    const at = rounded(plane, candidate.at)
    const isKnown = found.some((corner) => plane.distance(corner.at, at) < (corner.isLevel ? 1 / mostExamples : same))
    if (isKnown || !isWithin(plane, at) || !isCritical(plane, at)) continue
    const { lowest, highest } = risesAround(plane, at, farAround)
    // Two curves may be one, and all of it their crossings.
    const isLevel =
      candidate.isLevel || Math.min(Math.abs(lowest), Math.abs(highest)) <= level * Math.max(-lowest, highest)
    const examples = found.filter((corner) => corner.isLevel)
    const isEnough =
      examples.length >= mostExamples || examples.some((one) => plane.distance(one.at, at) < 1 / mostExamples)
    if (!isLevel || !isEnough) found.push({ at, isLevel })
  }
  return found
}

const isWithin = ({ x, y }: Plane, at: Pair): boolean =>
  at[0] >= x.min && at[0] <= x.max && at[1] >= y.min && at[1] <= y.max

/** Both coordinates as round numbers, if they are nearly those. */
function rounded({ x, y }: Plane, at: Pair): Pair {
  const round = (value: number, { min, max }: Interval) => fewestDigits(value, vague * (max - min), mostDigits)
  return [round(at[0], x), round(at[1], y)]
}

const compass: readonly Pair[] = Array.from({ length: directions }, (_, turn) => {
  // Not along the axes, nor halfway: there run the curves.
  const angle = (2 * Math.PI * (turn + 0.382)) / directions
  return [Math.cos(angle), Math.sin(angle)]
})

function isCritical(plane: Plane, at: Pair): boolean {
  const here = plane.value(at)
  return (
    Number.isFinite(here) &&
    goesOn(plane, at, here) &&
    [around, around * nearer].every((far) => isTurning(plane, at, far))
  )
}

/** Whether the gradients so far around a place differ, none of them is nothing, and 0 is among their averages. */
function isTurning(plane: Plane, at: Pair, far: number): boolean {
  const slopes = compass.map((direction) => plane.slope(plane.moved(at, direction, far)))
  const sizes = slopes.map(lengthOf)
  const most = Math.max(...sizes)
  if (!(most > 0 && most < Number.POSITIVE_INFINITY) || sizes.some((size) => !(size > least * most))) return false
  const [x, y] = slopes[0] as Pair
  return (
    slopes.some((slope) => Math.hypot(slope[0] - x, slope[1] - y) > least * most) && isAmong(slopes, nothing * most)
  )
}

/** f nears its value at a place: it does not leap there. */
function goesOn(plane: Plane, at: Pair, here: number): boolean {
  const apart = (far: number) =>
    Math.max(...compass.map((direction) => Math.abs(plane.value(plane.moved(at, direction, far)) - here)))
  return apart(around / 16) <= 0.6 * apart(around)
}

/** Whether 0 is an average of the vectors, or no farther than `near` from one: no line through it has all of them beyond. */
function isAmong(vectors: readonly Pair[], near: number): boolean {
  const turns = Array.from({ length: 8 * directions }, (_, turn) => (2 * Math.PI * turn) / (8 * directions))
  const own = vectors.map(([x, y]) => Math.atan2(y, x))
  // The line that parts best is square to a vector of the edge, or between two of the turns.
  return [...turns, ...own].every((angle) => {
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    return Math.min(...vectors.map((vector) => vector[0] * x + vector[1] * y)) <= near
  })
}

/** Places where there may be a corner. */
function* candidates(plane: Plane, isAffordable: () => boolean): Generator<Corner> {
  const [xs, ys] = [spaced(plane.x, cells + 1), spaced(plane.y, cells + 1)]
  const count = Math.min(mostGuards, plane.guards([xs[0] as number, ys[0] as number]).length)
  if (count === 0) return
  // At no round part: curves run along grids of round numbers.
  const shift = (places: Float64Array, i: number) => {
    const [low = 0, high = low] = [places[i], places[Math.min(i + 1, cells)]]
    return i === 0 || i === cells ? low : low + 0.137 * (high - low)
  }
  const corner = (column: number, row: number): Pair => [shift(xs, column), shift(ys, row)]
  const guards: Float64Array[][] = []
  for (let row = 0; row <= cells; row++) {
    if (!isAffordable()) return
    guards.push(Array.from({ length: cells + 1 }, (_, column) => plane.guards(corner(column, row)).slice(0, count)))
  }
  const guardAt = (column: number, row: number, k: number) => guards[row]?.[column]?.[k] ?? Number.NaN
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1)
      ]
      const values = (k: number) => [
        guardAt(column, row, k),
        guardAt(column + 1, row, k),
        guardAt(column + 1, row + 1, k),
        guardAt(column, row + 1, k)
      ]
      const crossed: number[] = []
      for (let k = 0; k < count; k++) {
        const all = values(k)
        if (all.some((value, i) => isPassed(value, all[(i + 1) % 4] as number))) crossed.push(k)
        else if (isLeast(guardAt, column, row, k)) yield* touched(plane, k, corners)
      }
      for (const [i, k] of crossed.entries()) {
        for (const other of crossed.slice(i + 1)) yield* crossing(plane, k, other, corners)
        yield* along(plane, k, corners, values(k))
      }
    }
  }
}

/** Where two guards pass 0, or leap: in ever smaller parts of a cell that both do, at most so many of them. */
function* crossing(plane: Plane, k: number, other: number, corners: readonly Pair[]): Generator<Corner> {
  let left = mostParts
  const holdsBoth = (from: Pair, to: Pair) => {
    left--
    const all = [from, [to[0], from[1]] as const, to, [from[0], to[1]] as const].map((at) => plane.guards(at).slice())
    return [k, other].every((guard) =>
      all.some((values, i) => isPassed(values[guard] as number, all[(i + 1) % 4]?.[guard] as number))
    )
  }
  /** Both may pass through a part without meeting there: then through none of its smallest parts. */
  const within = (low: Pair, high: Pair): Pair | null => {
    if (plane.distance(low, high) <= exact) return middle(low, high)
    const [x, y] = [low[0] + part * (high[0] - low[0]), low[1] + part * (high[1] - low[1])]
    const quarters: readonly (readonly [Pair, Pair])[] = [
      [low, [x, y]],
      [
        [x, low[1]],
        [high[0], y]
      ],
      [
        [low[0], y],
        [x, high[1]]
      ],
      [[x, y], high]
    ]
    for (const [from, to] of quarters) {
      const found = left > 0 && holdsBoth(from, to) ? within(from, to) : null
      if (found) return found
    }
    return null
  }
  const at = within(corners[0] as Pair, corners[2] as Pair)
  if (at) yield { at, isLevel: false }
}

const mostParts = 600
/** By no round part, as the grid. */
const part = 0.4719

/** A guard that leaps without passing 0 is one of a jump: no corner. */
const isPassed = (before: number, after: number): boolean => before < 0 !== after < 0

const middle = (a: Pair, b: Pair): Pair => [a[0] / 2 + b[0] / 2, a[1] / 2 + b[1] / 2]

/** Where f has no slope along the curve of a guard through a cell. */
function* along(plane: Plane, k: number, corners: readonly Pair[], values: readonly number[]): Generator<Corner> {
  const ends = corners.flatMap((corner, i) => {
    const next = (i + 1) % 4
    const isEdge = isPassed(values[i] as number, values[next] as number)
    return isEdge ? [onCurve(plane, k, corner, corners[next] as Pair)] : []
  })
  let [from, to] = ends
  if (!from || !to || plane.distance(from, to) < exact) return
  let before = slopeAlong(plane, from, [from, to])
  const after = slopeAlong(plane, to, [from, to])
  if (!before || !after) return
  if ([before, after].every(({ slope, size }) => Math.abs(slope) <= nothing * size)) {
    yield { at: onCurveNear(plane, k, middle(from, to), [from, to]), isLevel: true }
    return
  }
  if (!(before.slope * after.slope <= 0)) return
  for (let halving = 0; halving < 60 && plane.distance(from, to) > exact; halving++) {
    const at = onCurveNear(plane, k, middle(from, to), [from, to])
    const here = slopeAlong(plane, at, [from, to])
    if (!here) return
    if (here.slope * before.slope > 0) [from, before] = [at, here]
    else to = at
  }
  yield { at: middle(from, to), isLevel: false }
}

/**
 * The slope of f along a curve on which it is bent, at a place of it: square to the curve the gradients of both sides differ,
 * along it they do not. Null where they do not differ at all.
 */
function slopeAlong(
  plane: Plane,
  at: Pair,
  [from, to]: readonly [Pair, Pair]
): { readonly slope: number; readonly size: number } | null {
  const way = plane.direction(from, to)
  // What it changes by on the way to the curve is taken off: twice from half as far, less once.
  const beside = (side: number): Pair => {
    const [far, near] = [aside, aside / 2].map((by) => plane.slope(plane.moved(at, [-way[1], way[0]], side * by))) as [
      Pair,
      Pair
    ]
    return [2 * near[0] - far[0], 2 * near[1] - far[1]]
  }
  const [left, right] = [beside(1), beside(-1)]
  const across: Pair = [left[0] - right[0], left[1] - right[1]]
  const [size, bend] = [Math.max(lengthOf(left), lengthOf(right)), lengthOf(across)]
  if (!(bend > least * size)) return null
  const sign = -across[1] * way[0] + across[0] * way[1] < 0 ? -1 : 1
  const tangent: Pair = [(-across[1] / bend) * sign, (across[0] / bend) * sign]
  return { slope: ((left[0] + right[0]) * tangent[0] + (left[1] + right[1]) * tangent[1]) / 2, size }
}

/** Where a guard passes 0 between two places of different signs. */
function onCurve(plane: Plane, k: number, from: Pair, to: Pair): Pair {
  let [low, high] = [from, to]
  const sign = Math.sign(plane.guards(low)[k] as number)
  for (let halving = 0; halving < 60; halving++) {
    const at = middle(low, high)
    const value = plane.guards(at)[k] as number
    if (value === 0) return at
    if (Math.sign(value) === sign) low = at
    else high = at
  }
  return middle(low, high)
}

/** The place on a curve square beside one between two of its places. */
function onCurveNear(plane: Plane, k: number, at: Pair, [from, to]: readonly [Pair, Pair]): Pair {
  const way = plane.direction(from, to)
  const far = plane.distance(from, to) / 2
  const [left, right] = [1, -1].map((side) => plane.moved(at, [-way[1] * side, way[0] * side], far)) as [Pair, Pair]
  const signs = [left, right].map((place) => Math.sign(plane.guards(place)[k] as number))
  return signs[0] === signs[1] ? at : onCurve(plane, k, left, right)
}

/** The guard is no farther from 0 at a corner of the grid than all around, and of one sign there. */
function isLeast(
  guardAt: (column: number, row: number, k: number) => number,
  column: number,
  row: number,
  k: number
): boolean {
  const here = guardAt(column, row, k)
  for (let i = 0; i < 9; i++) {
    const value = guardAt(column + (i % 3) - 1, row + Math.floor(i / 3) - 1, k)
    if (Math.abs(value) < Math.abs(here) || value * here < 0) return false
  }
  return true
}

/** Where a guard is 0 at a single point: down its size, by ever shorter steps along the axes. */
function* touched(plane: Plane, k: number, corners: readonly Pair[]): Generator<Corner> {
  const size = (at: Pair) => Math.abs(plane.guards(at)[k] as number)
  let at = corners[0] as Pair
  const begin = size(at)
  let best = begin
  for (let step = 1 / cells; step > exact; ) {
    const next = (
      [
        [step, 0],
        [-step, 0],
        [0, step],
        [0, -step]
      ] as const
    )
      .map((by) => plane.moved(at, by))
      .find((there) => size(there) < best)
    if (next) {
      at = next
      best = size(next)
    } else step /= 2
  }
  if (best <= 1e-9 * begin || begin === 0) yield { at, isLevel: false }
}

/** How far f falls and how far it rises from a place to a circle around it. */
function risesAround(plane: Plane, at: Pair, far: number): { readonly lowest: number; readonly highest: number } {
  const here = plane.value(at)
  const turns = 8 * directions
  const rise = (turn: number) => {
    const angle = (2 * Math.PI * turn) / turns
    return plane.value(plane.moved(at, [Math.cos(angle), Math.sin(angle)], far)) - here
  }
  const rises = Array.from({ length: turns }, (_, turn) => rise(turn)).map((one) => (Number.isFinite(one) ? one : 0))
  // The way down may be a curve that the rays only cross.
  return {
    lowest: bestNear(rise, rises.indexOf(Math.min(...rises)), 1, refinements),
    highest: bestNear(rise, rises.indexOf(Math.max(...rises)), -1, refinements)
  }
}

const refinements = 40

/** What a corner is, by the values of f so far around it. */
export function kindOfCorner(plane: Plane, at: Pair, far: number): CriticalPoint['kind'] {
  const { lowest, highest } = risesAround(plane, at, Math.min(farAround, far))
  // What hardly falls beside what rises may be rounding.
  const rounding = 1e-6 * Math.max(-lowest, highest)
  if (lowest < -rounding && highest > rounding) return 'saddle'
  return highest > rounding ? 'minimum' : 'maximum'
}
