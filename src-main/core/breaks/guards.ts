import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { weightsOf } from '../derivative'
import type { Graph, NodeId } from '../graph'
import { lowerRule } from '../lower'
import type { Further, Objective } from '../objective'

/**
 * Guard functions: one for each place in a formula where something may be interrupted, 0 there and of another sign, or
 * jumping, beside it. Between two points where none of them does so nothing is interrupted. Each returns their values
 * at a point, which the next call overwrites.
 */
export interface Guards {
  /** Where f may have a kink or a jump along any coordinate. */
  readonly kinks: (point: ArrayLike<number>) => Float64Array
  /** Where f or its slope along a coordinate may be interrupted along that coordinate. */
  readonly along: (point: ArrayLike<number>, coordinate: number) => Float64Array
  /** What is 0 where f has a pole inside, along a coordinate. */
  readonly poles: (point: ArrayLike<number>, coordinate: number) => Float64Array
  /** Where f may jump, end or be infinite: 0 on a curve of a plane, and of another sign or jumping across it. */
  readonly jumps: (point: ArrayLike<number>) => Float64Array
  /** Where f or ∇f may be interrupted: 0 on a curve of a plane, and of another sign across it, or 0 at a single point. */
  readonly creases: (point: ArrayLike<number>) => Float64Array
  /** What they guard: f and ∇f, n + 1 numbers. */
  readonly guarded: (point: ArrayLike<number>) => Float64Array
  /** Operations that `along` takes. */
  readonly cost: (coordinate: number) => number
}

const known = new WeakMap<Objective, Guards>()

/** The guard functions of f, each compiled when it is first called. */
export function guardsOf(objective: Objective): Guards {
  const made = known.get(objective) ?? compiledGuards(objective)
  known.set(objective, made)
  return made
}

function compiledGuards(objective: Objective): Guards {
  const along = objective.variables.map((_, i) =>
    objective.further(({ graph, f, slopes, coordinates }) =>
      lineGuards(graph, [f, slopes[i] as NodeId], coordinates[i] as NodeId)
    )
  )
  const poles = objective.variables.map((_, i) =>
    objective.further(({ graph, f, coordinates }) => poleGuards(graph, f, coordinates[i] as NodeId))
  )
  return {
    kinks: objective.further(({ graph, f, coordinates }) => kinkGuards(graph, [f], coordinates)).at,
    along: (point, coordinate) => (along[coordinate] as Further).at(point),
    poles: (point, coordinate) => (poles[coordinate] as Further).at(point),
    jumps: objective.further(({ graph, f, coordinates }) => jumpGuards(graph, f, coordinates)).at,
    creases: objective.further(({ graph, f, slopes, coordinates }) => creaseGuards(graph, [f, ...slopes], coordinates))
      .at,
    guarded: objective.further(({ f, slopes }) => [f, ...slopes]).at,
    cost: (coordinate) => (along[coordinate] as Further).cost
  }
}

/**
 * One node for each place in the formulas of `outputs` where they may have a kink – a corner of abs, a tie of max, a
 * jump of floor, the border between two pieces, a 0 that something is divided by: atan(1/x) jumps –, 0 there. Whether f really has one the slopes on its two sides tell
 * (`sides.ts`): the kink of |x²| at 0 is only touched, that of x·|x| is multiplied by 0.
 */
function kinkGuards(graph: Graph, outputs: readonly NodeId[], variables: readonly NodeId[]): NodeId[] {
  const needed = graph.below(outputs)
  const varies = graph.above(variables)
  const guards = new Set<NodeId>()
  for (let id = 0; id < needed.length; id++) {
    if (!needed[id] || !varies[id]) continue
    const node = graph.node(id)
    if (node.kind === 'operation' && (node.operation === '<' || node.operation === '<=')) {
      const [left = id, right = id] = node.of
      guards.add(graph.subtract(left, right))
    } else if (node.kind === 'operation' && (node.operation === '/' || node.operation === 'ratio')) {
      guards.add(node.of[1] as NodeId)
    } else if (node.kind === 'call' && node.row.kink !== undefined) {
      for (const guard of guardsAt(graph, node.row, node.row.kink, node.of)) guards.add(guard)
      if (node.row.touch !== undefined) guards.add(lowerRule(graph, node.row, node.row.touch, node.of))
    }
  }
  return [...guards]
}

/** 0, or leaping, where these arguments are on the kink. */
function guardsAt(graph: Graph, row: FunctionRow, kink: string, of: readonly NodeId[]): readonly NodeId[] {
  if (of.length <= row.parameters.length) return [lowerRule(graph, row, kink, of)]
  // Of more arguments than the formula has names for, two or more are equal to the value: 1/2 each; beside it only one.
  const weights = weightsOf(graph, row, of, graph.call(row, of))
  const total = weights.reduce((all, weight) => graph.add(all, weight))
  const isOne = graph.call(functionNamed('less'), [total, graph.constant(0.75)])
  return [isOne, ...weights.map((weight) => graph.subtract(weight, graph.constant(0.3)))]
}

/**
 * One node for each place in the formula where one of `outputs` – f and its slope – may be interrupted along a
 * variable: it is 0 there, changes its sign, or leaps. Beside the kinks these are the ends of domains and the places
 * where something is divided by 0.
 */
function lineGuards(graph: Graph, outputs: readonly NodeId[], variable: NodeId): NodeId[] {
  const roots = [...outputs, ...domains(graph, outputs, [variable])]
  const guards = factorsOf(graph, kinkGuards(graph, roots, [variable]))
  const varies = graph.above([variable])
  return guards.filter((id) => varies[id])
}

/**
 * What is 0 at the poles inside of f: where one of these passes 0 between two doubles, as sin(x) does at π, f is not
 * defined, though it has a value at both. Not of what is only there in some of its pieces.
 */
function poleGuards(graph: Graph, f: NodeId, variable: NodeId): NodeId[] {
  const zeros = new Set<NodeId>()
  const seen = new Set([f])
  // What is added on the way is visited as well.
  for (const id of seen) {
    const node = graph.node(id)
    const operation = node.kind === 'operation' ? node.operation : undefined
    if (operation === 'choose') continue
    if (operation === 'unless') zeros.add(node.of[0] as NodeId)
    // tan has a value at the double next to π/2, but cos, by which it is a quotient, passes 0 there.
    if (node.kind === 'call' && node.row.quotient) {
      const quotient = graph.node(lowerRule(graph, node.row, node.row.quotient, node.of))
      if (quotient.kind === 'operation' && quotient.operation === '/') zeros.add(quotient.of[1] as NodeId)
    }
    for (const operand of node.of) seen.add(operand)
  }
  const varies = graph.above([variable])
  return [...zeros].filter((id) => varies[id])
}

/**
 * One guard function for each place in the formula of f where f may jump, end or be infinite as the variables change: on
 * a curve of the plane it is 0, and changes its sign, or it leaps there.
 */
function jumpGuards(graph: Graph, f: NodeId, variables: readonly NodeId[]): NodeId[] {
  const roots = [f, ...domains(graph, [f], variables)]
  const guards = factorsOf(graph, kinkGuards(graph, roots, variables), true)
  const varies = graph.above(variables)
  return guards.filter((id) => varies[id])
}

/** The same of places where f or its slopes, the `outputs`, may be interrupted: at a kink, or as √(x² + y²) at a point. */
function creaseGuards(graph: Graph, outputs: readonly NodeId[], variables: readonly NodeId[]): NodeId[] {
  const varies = graph.above(variables)
  return factorsOf(graph, kinkGuards(graph, outputs, variables), true).filter((id) => varies[id])
}

/** The truth of the domains of the functions that `outputs` are made of, each where it changes with the variables. */
function domains(graph: Graph, outputs: readonly NodeId[], variables: readonly NodeId[]): NodeId[] {
  const needed = graph.below(outputs)
  const varies = graph.above(variables)
  const truths: NodeId[] = []
  for (let id = 0; id < needed.length; id++) {
    const node = graph.node(id)
    if (!needed[id] || !varies[id] || node.kind !== 'call' || node.row.domain === undefined) continue
    truths.push(lowerRule(graph, node.row, `piecewise(${node.row.domain}, 1, 0)`, node.of))
  }
  return truths
}

/**
 * Nodes one of which is 0 wherever one of `ids` is: x² only touches 0, its factor x passes it. `within`: also what powers,
 * roots and |·| are of, which are 0 only where that is.
 */
function factorsOf(graph: Graph, ids: Iterable<NodeId>, within = false): NodeId[] {
  const seen = new Set(ids)
  const factors: NodeId[] = []
  // What is added on the way is visited as well.
  for (const id of seen) {
    const node = graph.node(id)
    const operation = node.kind === 'operation' ? node.operation : undefined
    const isPower = within && node.kind === 'call' && node.row.degree !== undefined
    const isLength = within && node.kind === 'call' && node.row.name === 'hypot'
    const isFromZero = operation === '-' && graph.valueOf(node.of[0] as NodeId) === 0
    if (operation === '*' || isLength) for (const factor of node.of) seen.add(factor)
    else if (isFromZero) seen.add(node.of[1] as NodeId)
    else if (isPower) seen.add(node.of[0] as NodeId)
    else if (operation === 'negate' || operation === '/') seen.add(node.of[0] as NodeId)
    else if (operation === 'unless') seen.add(node.of[1] as NodeId)
    else factors.push(id)
  }
  return factors
}

/** Whether a distance, from just before a point to just after, has passed 0 or leapt, as that of floor does. */
export function isCrossed(before: number, after: number): boolean {
  return Math.abs(after - before) > Math.max(Math.abs(before), Math.abs(after)) / 2
}
