import type { Interval } from '@shared/interval'
import { parse } from '@shared/language/parser'
import { substitute } from '@shared/language/substitute'
import type { Syntax } from '@shared/language/syntax'
import { typeset } from '@shared/language/typeset'
import type { Form, Sign, SignColumn, SignDerivative, SignGap, SignPlace, SignTable, Subject } from '@shared/protocol'
import { interruptions, type Line, lineOf } from '../breaks'
import { traced } from '../curve/trace'
import { gradient } from '../derivative'
import { fewestDigits } from '../digits'
import { Graph, type NodeId } from '../graph'
import { lower } from '../lower'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { spaced } from '../spaced'
import { agrees } from '../symbolic/checked'
import { readableDerivative } from '../symbolic/derivative'
import { negated } from '../symbolic/draft'
import { candidates } from './candidates'
import { enclosureOf } from './enclosure'
import type { Exact } from './exact'
import * as exact from './exact'
import { digits, exactForm, exactText } from './exact-form'
import { exactValue } from './exact-value'
import { factoredForm } from './factors'
import { type Bounds, isZero, type Search, type SignInterval, signAt, signsOver } from './zeros'

/** The maximum number of dividing points; a table with more is not shown. */
const maxDivisions = 24
/** The number of samples of f in the search for breaks. */
const samples = 401
/** Relative to the range: the margin around a break, and the minimum width of undecided intervals. */
const minWidth = 2 ** -30
/** Relative to the range: a narrower undecided interval is a single dividing point. */
const pointWidth = 2 ** -10
/** Relative to the range: zeros of f′ and f″ within this distance are one point, unless both are known exactly. */
const mergeDistance = 2 ** -24
/** The maximum number of nodes of a graph to be enclosed, and of operations for a table. */
const maxNodes = 20_000
const maxOperations = 2e6

/**
 * The sign table of f′, and if `second` of f″, along one coordinate, the others as in `point`. The signs are proved by
 * interval arithmetic, except directly next to the dividing points; roots are exact if a closed form near them is
 * proved to be one.
 */
export function signTable(
  objective: Objective,
  subject: Subject,
  along: number,
  point: readonly number[],
  range: Interval,
  second: boolean,
  pulse: Pulse
): SignTable {
  const line = lineOf(objective, along, point, pulse)
  const trees = treesOf(subject, along, point, second)
  const derivatives = trees.derivatives.map((tree) => derivativeOf(tree, trees.variable))
  const none: SignTable = { columns: [], derivatives, tooMany: true }
  const even = traced(line, spaced(range, samples), false)
  const [low = 0, high = 0] = [even.x[0], even.x.at(-1)]
  if (!(low < high)) return { ...none, tooMany: false }
  const found = interruptions(line, even.x, even.values, second)
  if (found.tooMany || found.breaks.length + found.bends.length > maxDivisions) return none
  const view: View = { line, low, high, width: high - low, trees }

  const broken = found.breaks.map(
    (one): Division => ({ ...plainDivision(one.at), exact: borderAt(view, one.at), broken: one })
  )
  const corners = found.bends.map(
    (one): Division => ({ ...plainDivision(one.at), exact: borderAt(view, one.at), isCorner: true })
  )
  const bounds = boundsAlong(objective, along, point, trees, pulse)
  const rows: Row[] = []
  for (const [index, tree] of trees.derivatives.entries()) {
    const value = index === 0 ? (x: number) => line.at(x)[1] : (x: number) => line.second(x)
    const search: RowSearch = {
      bounds: bounds.rows[index] ?? (() => unknown),
      share: (part) => bounds.share(part / trees.derivatives.length),
      value,
      minWidth: minWidth * view.width,
      sliverWidth: pointWidth * view.width,
      maxZeros: maxDivisions
    }
    const stops = [...broken, ...(index === 1 ? corners : [])].map(({ at }) => at)
    const row = rowOf(view, search, stops, tree, index)
    if (!row) return none
    rows.push(row)
  }
  const divisions = joined([...broken, ...corners, ...rows.flatMap(({ zeros }) => zeros)], mergeDistance * view.width)
  if (divisions.length > maxDivisions) return none
  return { columns: columnsOf(view, divisions, rows), derivatives, tooMany: false }
}

/** The search of one row; `share` allots it a part of the budget of operations. */
type RowSearch = Omit<Search, 'isSpent'> & { readonly share: (part: number) => () => boolean }

interface View {
  readonly line: Line
  readonly low: number
  readonly high: number
  readonly width: number
  readonly trees: Trees
}

/** f and its derivatives as formulas in the single variable; null if a derivative has no readable form. */
interface Trees {
  readonly variable: string
  readonly f: Syntax
  readonly derivatives: readonly (Syntax | null)[]
}

function treesOf(
  { formula, variables, parameters }: Subject,
  along: number,
  point: readonly number[],
  second: boolean
): Trees {
  const variable = variables[along] ?? ''
  const names = Object.keys(parameters).filter((name) => !variables.includes(name))
  const { tree } = parse(formula, { variables, names })
  const held = new Map<string, Syntax>()
  for (const name of names) held.set(name, numberTree(parameters[name] ?? Number.NaN))
  for (const [i, name] of variables.entries()) if (i !== along) held.set(name, numberTree(point[i] ?? Number.NaN))
  const f = substitute(tree, held, { from: 0, to: 0 })
  const derivatives: (Syntax | null)[] = []
  let last: Syntax | null = f
  for (let order = 1; order <= (second ? 2 : 1); order++) {
    const next: Syntax | null = last && readableDerivative(last, variable, [variable])
    last = next && last && agrees(last, variable, next, [variable]) ? next : null
    derivatives.push(last)
  }
  return { variable, f, derivatives }
}

/** The tree of a number as it is typed. */
function numberTree(value: number): Syntax {
  const size: Syntax = { ...digits(String(Math.abs(value))), value: Math.abs(value) } as Syntax
  return value < 0 ? negated(size) : size
}

function derivativeOf(tree: Syntax | null, variable: string): SignDerivative {
  if (!tree) return { tex: null, factored: null }
  const tex = typeset(tree, { whole: true })
  const form = factoredForm(tree, variable)
  const factored = form && typeset(form, { whole: true })
  return { tex, factored: factored === tex ? null : factored }
}

/**
 * Bounds of each derivative over intervals of the coordinate: from its formula in factored form, if there is one, which
 * is sharper than from the computed one. NaN if the graph is too large.
 */
function boundsAlong(objective: Objective, along: number, point: readonly number[], trees: Trees, pulse: Pulse) {
  let spent = 0
  const computed = computedNodes(objective, along, trees.derivatives.length)
  const rows = trees.derivatives.map((tree, index): ((from: number, to: number) => Bounds) => {
    const { graph, nodes, input, position } = (tree && writtenNodes(tree, trees.variable)) ?? {
      ...computed,
      nodes: computed.nodes.slice(index, index + 2),
      input: Float64Array.from([...point, ...objective.field.input.slice(point.length)]),
      position: along
    }
    const cost = sizeOf(graph, nodes)
    if (nodes.length < 2 || cost > maxNodes) return () => unknown
    const enclose = enclosureOf(graph, nodes)
    const [low, high] = [Float64Array.from(input), Float64Array.from(input)]
    const [outLow, outHigh] = [new Float64Array(2), new Float64Array(2)]
    return (from, to) => {
      pulse.beat()
      spent += cost
      low[position] = from
      high[position] = to
      enclose(low, high, outLow, outHigh)
      const [a = 0, b = 0] = outLow
      const [c = 0, d = 0] = outHigh
      return { low: a, high: c, slopeLow: b, slopeHigh: d }
    }
  })
  /** Returns whether a part of the budget, from now on, is spent. */
  const share = (part: number) => {
    const limit = spent + part * maxOperations
    return () => spent > limit
  }
  return { rows, share }
}

const unknown: Bounds = { low: Number.NaN, high: Number.NaN, slopeLow: Number.NaN, slopeHigh: Number.NaN }

const sizeOf = (graph: Graph, all: readonly NodeId[]) => graph.below(all).reduce((sum, mark) => sum + mark, 0)

/** A derivative, and its own derivative, from its formula. */
function writtenNodes(tree: Syntax, variable: string) {
  const graph = new Graph()
  const input = graph.input()
  const node = lower(graph, factoredForm(tree, variable) ?? tree, new Map([[variable, input]]))
  graph.makeRoomForDerivatives()
  const nodes = [node, gradient(graph, node, [input])[0] as NodeId]
  return { graph, nodes, input: new Float64Array(1), position: 0 }
}

/** f′, f″ … by automatic differentiation: `count` + 1 of them, unless they become too long. */
function computedNodes({ field: { graph, slopes, coordinates } }: Objective, along: number, count: number) {
  const nodes = [slopes[along] as NodeId]
  for (let order = 1; order <= count && sizeOf(graph, nodes) < maxNodes / 8; order++) {
    nodes.push(gradient(graph, nodes.at(-1) as NodeId, [coordinates[along] as NodeId])[0] as NodeId)
  }
  return { graph, nodes }
}

/**
 * A point that divides the range, before its column is made. `zero`: whether it is a zero of each row, `false` if that
 * is not proved, null if it is none.
 */
interface Division {
  readonly at: number
  readonly exact: Exact | null
  readonly broken: ReturnType<typeof interruptions>['breaks'][number] | null
  readonly isCorner: boolean
  readonly zero: readonly (boolean | null)[]
}

const plainDivision = (at: number): Division => ({ at, exact: null, broken: null, isCorner: false, zero: [null, null] })

interface Row {
  /** In ascending order, without those that are dividing points. */
  readonly intervals: readonly SignInterval[]
  readonly zeros: readonly Division[]
  readonly signAt: (x: number) => Sign
}

/** The signs and zeros of one derivative between the points `stops`; null if there are too many. */
function rowOf(
  { low, high, width, line, trees }: View,
  search: RowSearch,
  stops: readonly number[],
  tree: Syntax | null,
  index: number
): Row | null {
  const intervals: SignInterval[] = []
  const zeros: Division[] = []
  const closed = (from: number, to: number) => zeroNear(tree, trees.variable, from, to)
  const add = (at: number, found: Exact | null, isProved: boolean) => {
    const zero = index === 0 ? [isProved, null] : [null, isProved]
    zeros.push({ ...plainDivision(found ? exact.doubleOf(found) : at), exact: found, zero })
  }
  const edges = [low, ...stops.filter((at) => at > low && at < high), high]
  for (const [i, end] of edges.entries()) {
    if (i === 0) continue
    const start = edges[i - 1] as number
    const isStop = [start, end].map((edge) => stops.includes(edge))
    const [from, to] = [start + (isStop[0] ? search.minWidth : 0), end - (isStop[1] ? search.minWidth : 0)]
    if (!(from < to)) continue
    const defined = [0.1718, 0.5, 0.8282].map((share) => !Number.isNaN(line.at(from + share * (to - from))[0]))
    if (!defined.includes(true)) continue
    const proved = signsOver({ ...search, isSpent: search.share(1 / (edges.length - 1)) }, from, to)
    if (!proved || zeros.length > maxDivisions) return null
    for (const [k, interval] of proved.entries()) {
      const [before, after] = [proved[k - 1]?.sign, proved[k + 1]?.sign]
      if (isZero(interval)) add(rounded(search, interval.from), closed(...around(search, interval.from)), true)
      else if (interval.sign !== '?' || interval.to - interval.from > pointWidth * width) {
        intervals.push(interval)
        // At the end of an interval of zeros, or at a jump from one sign to another.
        if (
          interval.sign !== '?' &&
          after !== undefined &&
          after !== '?' &&
          proved[k + 1]?.from !== proved[k + 1]?.to &&
          interval.sign !== after
        ) {
          add(interval.to, closed(interval.to, interval.to), interval.sign === '0' || after === '0')
        }
      } else if (before !== undefined && after !== undefined) {
        const found = closed(interval.from, interval.to)
        const at = nearestZero(search.value, interval.from, interval.to)
        // If it is not 0 at the point where it is nearest to 0, its sign was merely not proved.
        if (!found && before === after && '+-'.includes(signAt(search, at))) intervals.push(interval)
        else add(at, found, found !== null || before !== after)
      } else {
        // An undecided interval at the end of the range holds a zero at the end if that is proved, and one just outside
        // otherwise.
        const end = before === undefined ? low : high
        const isEnd = before === undefined ? interval.from === low : interval.to === high
        const found = isEnd ? closed(end, end) : null
        if (found) add(end, found, true)
        else if (isOpposite(search, interval, after ?? before)) intervals.push(interval)
      }
    }
  }
  return { intervals, zeros, signAt: (x) => signAt(search, x) }
}

/** Whether some value next to an end of an undecided interval is proved to have another sign than `sign`. */
function isOpposite(search: RowSearch, { from, to }: SignInterval, sign: Sign | undefined): boolean {
  const isOther = (x: number) => '+-'.includes(signAt(search, x)) && signAt(search, x) !== sign
  return Array.from({ length: trials }, (_, k) => (to - from) * 2 ** -(k + 1)).some(
    (far) => isOther(from + far) || isOther(to - far)
  )
}

const trials = 12

/** An interval around a simple zero, as narrow as possible, whose ends are proved to have different signs. */
function around(search: RowSearch, at: number): [number, number] {
  let far = 2 ** -51 * Math.max(Math.abs(at), 2 ** -20)
  const isAround = () => {
    const signs = [signAt(search, at - far), signAt(search, at + far)]
    return signs.includes('+') && signs.includes('-')
  }
  while (far < search.minWidth && !isAround()) far *= 2
  return [at - far, at + far]
}

/** The zero with the fewest digits within the tolerance that is one as well. */
function rounded({ value, minWidth }: RowSearch, at: number): number {
  const short = fewestDigits(at, minWidth)
  return value(short) === 0 ? short : at
}

/** Where a function is nearest to 0 in an interval; the middle of several such points. */
function nearestZero(value: (x: number) => number, from: number, to: number): number {
  const xs = spaced({ min: from, max: to }, 129)
  const sizes = [...xs].map((x) => Math.abs(value(x)))
  const min = Math.min(...sizes)
  const [first, last] = [sizes.indexOf(min), sizes.lastIndexOf(min)]
  return fewestDigits(((xs[first] as number) + (xs[last] as number)) / 2, (to - from) / 128)
}

/** A closed form in a narrow interval that is proved to be a zero of the formula; null if none is found. */
function zeroNear(tree: Syntax | null, variable: string, from: number, to: number): Exact | null {
  if (!tree) return null
  for (const candidate of candidates(from, to)) {
    const value = exactValue(tree, new Map([[variable, candidate]]))
    if (value && exact.isZero(value)) return candidate
  }
  return null
}

/** A closed form at a break of f, or of f′, that is proved to be on a border of the formula. */
function borderAt({ trees: { f, derivatives, variable } }: View, at: number): Exact | null {
  for (const candidate of candidates(at, at)) {
    let isBorder = false
    for (const tree of [f, ...derivatives]) {
      if (tree) exactValue(tree, new Map([[variable, candidate]]), () => (isBorder = true))
      if (isBorder) return candidate
    }
  }
  return null
}

/** In ascending order, with points that cannot be distinguished merged into one. */
function joined(all: readonly Division[], near: number): readonly Division[] {
  const divisions: Division[] = []
  for (const division of all.toSorted((a, b) => a.at - b.at)) {
    const last = divisions.at(-1)
    const isOne =
      last && (last.exact && division.exact ? exact.isSame(last.exact, division.exact) : division.at - last.at <= near)
    if (!last || !isOne) {
      divisions.push(division)
      continue
    }
    const known = last.exact ? last : division
    divisions[divisions.length - 1] = {
      at: known.at,
      exact: known.exact,
      broken: last.broken ?? division.broken,
      isCorner: last.isCorner || division.isCorner,
      zero: [last.zero[0] ?? division.zero[0] ?? null, last.zero[1] ?? division.zero[1] ?? null]
    }
  }
  return divisions
}

function columnsOf(view: View, divisions: readonly Division[], rows: readonly Row[]): readonly SignColumn[] {
  const edges = [view.low, ...divisions.map(({ at }) => at), view.high]
  const gaps = edges.slice(1).map((to, i) => gapOf(view, edges[i] as number, to, rows))
  return gaps.flatMap((gap, i) => {
    const [division, next] = [divisions[i], gaps[i + 1] ?? null]
    const column = division && columnAt(view, division, gap, next, rows)
    return [...(gap ? [gap] : []), ...(column ? [column] : [])]
  })
}

/** The interval between two dividing points; null if it is empty. */
function gapOf({ line, width }: View, from: number, to: number, rows: readonly Row[]): SignGap | null {
  if (to - from <= 4 * minWidth * width) return null
  const trial = fewestDigits(from / 2 + to / 2, (to - from) / 4)
  const isDefined = [trial, ...[0.1718, 0.8282].map((share) => from + share * (to - from))].some(
    (x) => !Number.isNaN(line.at(x)[0])
  )
  const slopes = rows.map((_, index) => (index === 0 ? line.at(trial)[1] : line.second(trial)))
  const signs = rows.map(({ intervals }, index): Sign => {
    if (!isDefined) return '/'
    const margin = Math.min(2 * pointWidth * width, (to - from) / 8)
    const inside = intervals.filter(
      (interval) => Math.min(interval.to, to) - Math.max(interval.from, from) > minWidth * width
    )
    const all = new Set(inside.map(({ sign }) => sign))
    const covered = inside.reduce((sum, interval) => sum + Math.min(interval.to, to) - Math.max(interval.from, from), 0)
    const [only] = all
    const isTold = only && all.size === 1 && covered >= to - from - 2 * margin
    return isTold && !contradicts(slopes[index] as number, only) ? only : '?'
  })
  return { kind: 'gap', from, to, signs, trial, slopes }
}

/** A proved sign is compared with the computed derivative, which is obtained in another way. */
const contradicts = (slope: number, sign: Sign): boolean => (slope > 0 && sign !== '+') || (slope < 0 && sign !== '-')

function columnAt(
  view: View,
  division: Division,
  before: SignGap | null,
  after: SignGap | null,
  rows: readonly Row[]
): SignPlace {
  const { line, trees } = view
  const { at, broken } = division
  const value = broken ? broken.value : line.at(at)[0]
  const found =
    division.exact && Number.isFinite(value) ? exactValue(trees.f, new Map([[trees.variable, division.exact]])) : null
  const isSame = found && Math.abs(exact.doubleOf(found) - value) <= 1e-6 * Math.max(1, Math.abs(value))
  const signs = rows.map(({ signAt }, index): Sign => {
    if (broken || (index === 1 && division.isCorner)) return '/'
    const zero = division.zero[index] ?? null
    if (zero !== null) return zero ? '0' : '?'
    const [left, right] = [before?.signs[index], after?.signs[index]]
    return left === right && left !== undefined && left !== '?' ? left : signAt(at)
  })
  return {
    kind: 'place',
    at,
    exact: formOf(division.exact),
    broken: broken?.kind ?? null,
    signs,
    value,
    exactValue: isSame ? formOf(found) : null,
    extremum: extremumOf(division, value, before, after),
    inflection: isInflection(division, before, after)
  }
}

function formOf(value: Exact | null): Form | null {
  const tree = value && exactForm(value)
  return tree && { tex: typeset(tree), text: exactText(tree) }
}

/** f(a) compared with f next to it: 1 higher, −1 lower, 0 equal; null if that is undecided or f is undefined. */
function orderTo(value: number, limit: number, slope: Sign | undefined, direction: 1 | -1): -1 | 0 | 1 | null {
  if (Number.isNaN(limit) || slope === undefined || slope === '/') return null
  if (limit !== value) return value > limit ? 1 : -1
  if (slope === '?') return null
  return slope === '0' ? 0 : (slope === '+') === (direction === -1) ? 1 : -1
}

/** Interior points of the domain only: an end has a single side. */
function extremumOf(
  { broken }: Division,
  value: number,
  before: SignGap | null,
  after: SignGap | null
): SignPlace['extremum'] {
  if (!Number.isFinite(value)) return null
  const left = orderTo(value, broken ? broken.left : value, before?.signs[0], -1)
  const right = orderTo(value, broken ? broken.right : value, after?.signs[0], 1)
  return left !== null && left === right && left !== 0 ? (left === 1 ? 'maximum' : 'minimum') : null
}

/** f″ changes its sign at a point with a tangent, possibly a vertical one. */
function isInflection({ broken }: Division, before: SignGap | null, after: SignGap | null): boolean {
  const [left, right] = [before?.signs[1], after?.signs[1]]
  const changes = (left === '+' && right === '-') || (left === '-' && right === '+')
  if (!broken) return changes
  const isVertical =
    broken.kind === 'corner' && Math.abs(broken.slopeLeft) === Infinity && broken.slopeLeft === broken.slopeRight
  return changes && isVertical
}
