import { bandOf } from '@shared/levels'
import { alongEdge, type Edge, type EdgeBreak, isBroken } from './breaks'
import type { Field } from './field'
import { type Sample, turningPoint } from './turning'

/** f on a grid, row by row, with its breaks between neighbours. */
export interface Lattice {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly values: Float64Array
  /** By the index of the edge: 2n from sample n to its neighbour in the row, 2n + 1 to that in the next row. */
  readonly breaks: ReadonlyMap<number, EdgeBreak>
}

/**
 * The vertices of contour lines, in columns and rows: where f equals a level on an edge of the grid, or where a line
 * ends at a break.
 */
interface Nodes {
  readonly x: number[]
  readonly y: number[]
  /** Index of the level. */
  readonly level: number[]
  /** Whether f is curved around it, so that the line may need more vertices within the cell. */
  readonly isCurved: boolean[]
  /** Its neighbours on the line; −1: none. */
  readonly one: number[]
  readonly other: number[]
}

/**
 * The contour lines of f at each of the ascending `levels`: polylines of alternating x and y, closed ones with their
 * first point repeated. Marching squares (the plane case of W. E. Lorensen, H. E. Cline, “Marching cubes”, Computer
 * Graphics 21, 1987), with three refinements. Where f is curved, crossings are located on the edge by root finding, and
 * vertices are added within the cell. An edge between two samples on the same side of a level is crossed twice where a
 * valley or ridge between them reaches the other side. And no line crosses a break: breaks divide a cell into pieces
 * with lines of their own. `beat` is called for every row.
 */
export function levelLines(
  field: Field,
  lattice: Lattice,
  levels: readonly number[],
  beat: () => void = () => {}
): readonly (readonly Float64Array[])[] {
  const nodes: Nodes = { x: [], y: [], level: [], isCurved: [], one: [], other: [] }
  const { xs, ys, breaks } = lattice
  const [columns, rows] = [xs.length, ys.length]
  const f = (x: number, y: number) => field.value(coordinate(xs, x), coordinate(ys, y))
  const crossings = edgeCrossings(field, lattice, levels, nodes, beat)
  const { first, last } = crossings
  const isCutAt = (edge: number) => breaks.size > 0 && isBroken(breaks.get(edge))
  const ring: Item[] = []
  for (let row = 0; row + 1 < rows; row++) {
    beat()
    for (let column = 0; column + 1 < columns; column++) {
      const corner = row * columns + column
      const edges = [2 * corner, 2 * (corner + 1) + 1, 2 * (corner + columns), 2 * corner + 1] as const
      if (edges.every((edge) => first[edge] === last[edge])) continue
      const isCut = edges.some(isCutAt)
      // Where breaks are less than two cells apart, there are no lines, only colours.
      if (edges.some((edge, side) => isCrowdedAt(breaks, edge, side % 2 === 0 ? 2 : 2 * columns))) continue
      ring.length = 0
      for (const [side, edge] of edges.entries()) walk(ring, crossings, breaks.get(edge), edge, side > 1, columns)
      connectCell({ f, column, row, levels }, ring, isCut, nodes)
    }
  }
  return polylines(nodes, lattice, levels.length)
}

/** The coordinate at a fractional column or row. */
function coordinate(coordinates: Float64Array, at: number): number {
  const index = Math.min(Math.floor(at), coordinates.length - 2)
  const share = at - index
  return (coordinates[index] as number) * (1 - share) + (coordinates[index + 1] as number) * share
}

/**
 * Whether two breaks on a line of the grid around an edge are less than two cells apart, but not at the same sample.
 * `next`: the distance of edge indices along that line.
 */
function isCrowdedAt(breaks: Lattice['breaks'], edge: number, next: number): boolean {
  if (breaks.size === 0) return false
  let last = -Infinity
  for (let cells = -2; cells <= 2; cells++) {
    const found = breaks.get(edge + cells * next)
    if (!isBroken(found)) continue
    const at = cells + found.at
    if (at - last > nodeTolerance && at - last < 2) return true
    last = at
  }
  return false
}

/** What is met on the way around a cell: a node, or a break with the limits of f before and after it. */
type Item =
  | { readonly node: number; readonly rises: boolean }
  | { readonly x: number; readonly y: number; readonly before: number; readonly after: number }

interface Crossings {
  /** By the index of the edge: its nodes, in their order along it. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** By the index of the node: whether f rises through the level along the edge. */
  readonly rises: boolean[]
  /** By the index of the node: whether it lies behind the break of its edge. */
  readonly isBehind: boolean[]
}

function edgeCrossings(
  field: Field,
  { xs, ys, values, breaks }: Lattice,
  levels: readonly number[],
  nodes: Nodes,
  beat: () => void
): Crossings {
  const [columns, rows] = [xs.length, ys.length]
  const first = new Int32Array(2 * columns * rows)
  const last = new Int32Array(2 * columns * rows)
  const rises: boolean[] = []
  const isBehind: boolean[] = []
  const bands = new Int16Array(values.length)
  for (let sample = 0; sample < bands.length; sample++) bands[sample] = bandOf(levels, values[sample] as number)
  for (let row = 0; row < rows; row++) {
    beat()
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column
      for (const isUp of [false, true]) {
        if (isUp ? row + 1 === rows : column + 1 === columns) continue
        const step = isUp ? columns : 1
        const edge = 2 * here + (isUp ? 1 : 0)
        const isInner = isUp ? row > 0 && row + 2 < rows : column > 0 && column + 2 < columns
        const [a, b] = [values[here] as number, values[here + step] as number]
        const before = isInner ? (values[here - step] as number) : Number.NaN
        const behind = isInner ? (values[here + 2 * step] as number) : Number.NaN
        const found = breaks.get(edge)
        const turn = found ? null : turningValue(before, a, b, behind)
        const isTurning = turn !== null && bandOf(levels, turn) !== bandOf(levels, fartherOf(turn, a, b))
        if (!found && !isTurning && bands[here] === bands[here + step]) continue
        const ends: Edge = {
          from: [xs[column] as number, ys[row] as number],
          to: [xs[isUp ? column : column + 1] as number, ys[isUp ? row + 1 : row] as number]
        }
        const f = alongEdge(field, ends)
        const secondDifference = Math.max(Math.abs(before - 2 * a + b), Math.abs(a - 2 * b + behind))
        const isStraight = !found && !isTurning && secondDifference <= maxCurvature * Math.abs(b - a)
        first[edge] = nodes.x.length
        const add = (from: Sample, to: Sample, isBehindBreak: boolean) => {
          for (const { share, level, isRise } of crossingsBetween(f, from, to, levels, isStraight)) {
            addNode(nodes, isUp ? column : column + share, isUp ? row + share : row, level, !isStraight)
            rises.push(isRise)
            isBehind.push(isBehindBreak)
          }
        }
        const [start, end] = [
          { at: 0, value: a },
          { at: 1, value: b }
        ]
        if (found) {
          add(start, { at: found.at, value: found.before }, false)
          add({ at: found.at, value: found.after }, end, true)
        } else if (isTurning) {
          const middle = turningPoint(f, turn < a, sections)
          add(start, middle, false)
          add(middle, end, false)
        } else add(start, end, false)
        last[edge] = nodes.x.length
      }
    }
  }
  return { first, last, rises, isBehind }
}

/** The one of two values that is farther from an extremum beyond both. */
const fartherOf = (turn: number, a: number, b: number) => (turn < a ? Math.min(a, b) : Math.max(a, b))

/**
 * A crossing is located by root finding if the second difference exceeds this fraction of the first: linear
 * interpolation may then be off by an eighth of that.
 */
const maxCurvature = 0.4

function addNode(nodes: Nodes, x: number, y: number, level: number, isCurved: boolean): number {
  nodes.x.push(x)
  nodes.isCurved.push(isCurved)
  nodes.y.push(y)
  nodes.level.push(level)
  nodes.one.push(-1)
  return nodes.other.push(-1) - 1
}

/**
 * An estimate of the extremum of f between the samples `a` and `b`, from the straight lines through them and the
 * samples on both sides: a lower bound if f is convex, an upper bound if it is concave. Null if f is monotone.
 */
function turningValue(before: number, a: number, b: number, behind: number): number | null {
  const [left, right] = [a - before, behind - b]
  if (!(left * right < 0)) return null
  const share = (b - right - a) / (left - right)
  return share > 0 && share < 1 ? a + left * share : null
}

/** Sections in the search for an extremum on an edge: to a hundredth of it. */
const sections = 10

/** Where f crosses levels between two points of an edge, in order. */
function crossingsBetween(
  f: (share: number) => number,
  from: Sample,
  to: Sample,
  levels: readonly number[],
  isStraight: boolean
): { readonly share: number; readonly level: number; readonly isRise: boolean }[] {
  const [start, end] = [bandOf(levels, from.value), bandOf(levels, to.value)]
  if (start < 0 || end < 0 || start === end) return []
  const isRise = end > start
  const count = Math.abs(end - start)
  return Array.from({ length: count }, (_, index) => {
    const level = isRise ? start + index : start - 1 - index
    const height = levels[level] as number
    const rise = to.value - from.value
    const share = isStraight
      ? from.at + ((to.at - from.at) * (height - from.value)) / rise
      : crossing(f, from, to, height)
    return { share, level, isRise }
  })
}

/** The tolerance of a node, as a fraction of the edge. */
const nodeTolerance = 0.01
const maxTries = 24

/** Where f equals `height` between two points on either side of it: regula falsi and bisection in turn. */
function crossing(f: (share: number) => number, from: Sample, to: Sample, height: number): number {
  let [low, high] = [from, to]
  const isRise = to.value > from.value
  for (let attempt = 0; attempt < maxTries && high.at - low.at > nodeTolerance; attempt++) {
    const share = (height - low.value) / (high.value - low.value)
    const isUseful = attempt % 2 === 0 && share > 0 && share < 1
    const at = low.at + (high.at - low.at) * (isUseful ? share : 0.5)
    const value = f(at)
    if (Number.isNaN(value)) break
    if (
      Math.abs(value - height) <=
      nodeTolerance * Math.min(Math.abs(low.value - height), Math.abs(high.value - height))
    ) {
      return at
    }
    if (value >= height === isRise) high = { at, value }
    else low = { at, value }
  }
  const share = (height - low.value) / (high.value - low.value)
  return low.at + (high.at - low.at) * (share >= 0 && share <= 1 ? share : 0.5)
}

/** Appends the nodes and breaks of one edge of a cell, in the order in which they are met around the cell. */
function walk(
  ring: Item[],
  { first, last, rises, isBehind }: Crossings,
  found: EdgeBreak | undefined,
  edge: number,
  isBackwards: boolean,
  columns: number
): void {
  const items: Item[] = []
  const cut = (): Item => {
    const { at, before, after } = found as EdgeBreak
    const sample = edge >> 1
    const isUp = edge % 2 === 1
    const x = (sample % columns) + (isUp ? 0 : at)
    const y = Math.floor(sample / columns) + (isUp ? at : 0)
    return isBackwards ? { x, y, before: after, after: before } : { x, y, before, after }
  }
  let isOpen = isBroken(found)
  for (let node = first[edge] as number; node < (last[edge] as number); node++) {
    if (isOpen && isBehind[node]) {
      items.push(cut())
      isOpen = false
    }
    items.push({ node, rises: rises[node] !== isBackwards })
  }
  if (isOpen) items.push(cut())
  ring.push(...(isBackwards ? items.reverse() : items))
}

/** A cell of the grid, by its lower left sample; f as a function of column and row. */
interface Cell {
  readonly f: (x: number, y: number) => number
  readonly column: number
  readonly row: number
  readonly levels: readonly number[]
}

/** Connects the nodes around a cell. */
function connectCell(cell: Cell, ring: readonly Item[], isCut: boolean, nodes: Nodes): void {
  if (!isCut) {
    for (const around of byLevel(ring, nodes)) connectRing(cell, around, nodes)
    return
  }
  const start = ring.findIndex((item) => 'before' in item)
  let piece: Item[] = []
  // From break to break: a piece of the cell, closed by the straight line between both breaks.
  for (let index = 1; index <= ring.length; index++) {
    const item = ring[(start + index) % ring.length] as Item
    if (!('before' in item)) {
      piece.push(item)
      continue
    }
    const from = ring[(start + index - 1 - piece.length + ring.length) % ring.length] as Extract<
      Item,
      { after: number }
    >
    for (const around of byLevel(piece, nodes)) {
      if (around.length % 2 === 1) around.push({ node: endAtBreak(around, from, item, cell, nodes), rises: false })
      connectNearest(around, nodes)
    }
    piece = []
  }
}

type Around = { readonly node: number; readonly rises: boolean }[]

function byLevel(items: readonly Item[], nodes: Nodes): readonly Around[] {
  const found = new Map<number, Around>()
  for (const item of items) {
    if ('before' in item) continue
    const level = nodes.level[item.node] as number
    const around = found.get(level)
    if (around) around.push(item)
    else found.set(level, [item])
  }
  return [...found.values()]
}

/**
 * A new node on the straight line between two breaks, where the limits of f along it cross the level; in the middle of
 * the cell if the only break around it ends there.
 */
function endAtBreak(
  [one]: Around,
  from: Extract<Item, { after: number }>,
  to: Extract<Item, { before: number }>,
  { column, row, levels }: Cell,
  nodes: Nodes
): number {
  const level = nodes.level[one?.node ?? 0] as number
  if (from === to) return addNode(nodes, column + 0.5, row + 0.5, level, false)
  const share = ((levels[level] as number) - from.after) / (to.before - from.after)
  const at = share >= 0 && share <= 1 ? share : 0.5
  return addNode(nodes, from.x + at * (to.x - from.x), from.y + at * (to.y - from.y), level, false)
}

function link(nodes: Nodes, a: number, b: number): void {
  for (const [from, to] of [
    [a, b],
    [b, a]
  ] as const) {
    if (nodes.one[from] === -1) nodes.one[from] = to
    else nodes.other[from] = to
  }
}

/**
 * With four nodes, f in their middle decides whether the two higher parts of the cell are connected, or the two lower
 * ones.
 */
function connectRing(cell: Cell, around: Around, nodes: Nodes): void {
  const [a, b, c, d] = around
  if (around.length === 2 && a && b) {
    join(cell, a.node, b.node, !a.rises, nodes)
    return
  }
  if (around.length !== 4 || !a || !b || !c || !d) {
    connectNearest(around, nodes)
    return
  }
  const mean = (of: readonly number[]) => around.reduce((sum, { node }) => sum + (of[node] as number) / 4, 0)
  const isHigh = cell.f(mean(nodes.x), mean(nodes.y)) >= (cell.levels[nodes.level[a.node] as number] as number)
  const [first, second] = a.rises === isHigh ? [[b, c] as const, [d, a] as const] : [[a, b] as const, [c, d] as const]
  for (const [from, to] of [first, second]) join(cell, from.node, to.node, !from.rises, nodes)
}

/** The maximum depth to which a line within a cell is subdivided. */
const halvings = 4
/** In columns: a line is subdivided if it deviates from the straight by more. */
const maxDeviation = 0.1

/**
 * Connects two nodes of a cell without a break, the second following the first around the cell, by a line that is
 * subdivided where it is curved: a vertex is added halfway, found by a search perpendicular to the straight line, on
 * the side to which it deviates. `isLeftHigh`: f is above the level to the left of the line, which is so if f falls
 * through it around the cell at the first node.
 */
function join(cell: Cell, a: number, b: number, isLeftHigh: boolean, nodes: Nodes, depth = halvings): void {
  const middle = depth > 0 && (nodes.isCurved[a] || nodes.isCurved[b]) ? halfway(cell, a, b, isLeftHigh, nodes) : null
  if (middle === null) {
    link(nodes, a, b)
    return
  }
  join(cell, a, middle, isLeftHigh, nodes, depth - 1)
  join(cell, middle, b, isLeftHigh, nodes, depth - 1)
}

function halfway(
  { f, column, row, levels }: Cell,
  a: number,
  b: number,
  isLeftHigh: boolean,
  nodes: Nodes
): number | null {
  const level = nodes.level[a] as number
  const height = levels[level] as number
  const from = [nodes.x[a] as number, nodes.y[a] as number] as const
  const to = [nodes.x[b] as number, nodes.y[b] as number] as const
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length < maxDeviation) return null
  const here = f(middle[0], middle[1])
  // On the other side there may be another line of the same level.
  const side = here >= height === isLeftHigh ? -1 : 1
  const aside = [(side * (from[1] - to[1])) / length, (side * (to[0] - from[0])) / length] as const
  const across = (far: number) => f(middle[0] + far * aside[0], middle[1] + far * aside[1])
  const border = Math.min(toBorder(middle[0] - column, aside[0]), toBorder(middle[1] - row, aside[1]))
  // A sharp turn may nearly reach the border of the cell.
  for (let far = Math.min(length / 4, border); ; far = Math.min(2 * far, border)) {
    const there = across(far)
    if (!Number.isNaN(there) && there >= height !== here >= height) {
      const strays = crossing(across, { at: 0, value: here }, { at: far, value: there }, height)
      if (strays < maxDeviation) return null
      return addNode(nodes, middle[0] + strays * aside[0], middle[1] + strays * aside[1], level, true)
    }
    if (!(far < border)) return null
  }
}

/** The number of steps from a position between 0 and 1 to the end at which they aim. */
const toBorder = (from: number, step: number): number => (step === 0 ? Infinity : (Number(step > 0) - from) / step)

/** Pairs of nodes around a cell, adjacent ones at the smallest distance first, so that no lines cross. */
function connectNearest(around: Around, nodes: Nodes): void {
  const left = around.map(({ node }) => node)
  while (left.length > 1) {
    let [best, least] = [0, Infinity]
    for (let index = 0; index < left.length; index++) {
      const [a, b] = [left[index] as number, left[(index + 1) % left.length] as number]
      const distance = Math.hypot(
        (nodes.x[a] as number) - (nodes.x[b] as number),
        (nodes.y[a] as number) - (nodes.y[b] as number)
      )
      if (distance < least) [best, least] = [index, distance]
    }
    const next = (best + 1) % left.length
    link(nodes, left[best] as number, left[next] as number)
    left.splice(Math.max(best, next), 1)
    left.splice(Math.min(best, next), 1)
  }
}

/** The connected nodes as polylines, by level, in the units of the axes. */
function polylines(
  { x, y, level, one, other }: Nodes,
  { xs, ys }: Lattice,
  levels: number
): readonly (readonly Float64Array[])[] {
  const lines = Array.from({ length: levels }, (): Float64Array[] => [])
  const isDone = new Uint8Array(x.length)
  const follow = (start: number) => {
    const line: number[] = []
    let [before, here] = [-1, start]
    for (;;) {
      line.push(coordinate(xs, x[here] as number), coordinate(ys, y[here] as number))
      if (isDone[here] === 1) break
      isDone[here] = 1
      const next = one[here] !== before ? (one[here] as number) : (other[here] as number)
      if (next === -1) break
      ;[before, here] = [here, next]
    }
    if (line.length > 2) lines[level[start] as number]?.push(Float64Array.from(line))
  }
  // Open lines first; what remains is closed.
  for (let node = 0; node < x.length; node++) if (isDone[node] === 0 && other[node] === -1) follow(node)
  for (let node = 0; node < x.length; node++) if (isDone[node] === 0) follow(node)
  return lines
}
