import type { FunctionRow } from '@shared/language/function-row'
import type { CallNode, Graph, NodeId, Operation } from './graph'
import { lowerRule } from './lower'

/**
 * ∂f/∂(each of `variables`) as nodes of the same graph, by reverse mode: one sweep from f down, whatever the number
 * of variables. (Griewank and Walther, Evaluating Derivatives, 2nd ed., chapter 3.)
 */
export function gradient(graph: Graph, f: NodeId, variables: readonly NodeId[]): NodeId[] {
  return sweep(graph, [[f, graph.constant(1)]], variables)
}

/**
 * The Hessian of f times a direction, from f's gradient: reverse mode over reverse mode. Its size does not depend
 * on the number of variables; with a unit vector as direction it is a row of the Hessian. (Ibid., section 5.4.)
 */
export function hessianTimes(
  graph: Graph,
  slopes: readonly NodeId[],
  direction: readonly NodeId[],
  variables: readonly NodeId[]
): NodeId[] {
  const seeds = slopes.map((slope, i) => [slope, direction[i] ?? graph.constant(0)] as const)
  return sweep(graph, seeds, variables)
}

/** The totals of `variables` when each node's adjoint is passed on to its operands, from the seeded nodes down. */
function sweep(graph: Graph, seeds: readonly (readonly [NodeId, NodeId])[], variables: readonly NodeId[]): NodeId[] {
  const varies = graph.above(variables)
  // By node: its adjoint, −1 where it has none. The nodes made on the way lie beyond, and have none.
  const adjoints = new Int32Array(varies.length).fill(-1)
  const contribute = (id: NodeId, amount: NodeId) => {
    if (graph.valueOf(amount) === 0) return
    const before = adjoints[id] as number
    adjoints[id] = before < 0 ? amount : graph.add(before, amount)
  }
  for (const [id, seed] of seeds) if (varies[id]) contribute(id, seed)

  // Whatever reads a node comes after it.
  for (let id = varies.length - 1; id >= 0; id--) {
    const adjoint = adjoints[id] as number
    if (adjoint < 0) continue
    const node = graph.node(id)
    const slopes = node.kind === 'call' ? slopesOf(graph, node, id) : []
    // A slope of exactly 0 is here that of a piece not chosen, or level: nothing, however steep what reads it, as √ of relu.
    const isPieced = node.kind === 'call' && node.row.kink !== undefined
    for (let place = 0; place < node.of.length; place++) {
      const operand = node.of[place] as NodeId
      if (!varies[operand]) continue
      const slope = slopes[place]
      if (slope) contribute(operand, isPieced ? graph.meet(adjoint, slope()) : graph.chain(adjoint, slope()))
      else if (node.kind === 'operation') {
        const amount = rules[node.operation](graph, adjoint, place, node.of as Operands, id)
        if (amount !== undefined) contribute(operand, amount)
      }
    }
  }
  return variables.map((id) => {
    const adjoint = adjoints[id] as number
    return adjoint < 0 ? graph.constant(0) : adjoint
  })
}

/** ∂(a function)/∂(each of its arguments), made when asked for: an argument that does not change needs none. */
function slopesOf(graph: Graph, { row, of }: CallNode, id: NodeId): readonly (() => NodeId)[] {
  if (of.length > row.derivatives.length) return shares(graph, row, of, id).map((share) => () => share)
  return row.derivatives.map((text) => () => lowerRule(graph, row, text, of))
}

/** The derivative of `value`, which is one of its arguments, in each: all that are equal to it have an equal share. */
function shares(graph: Graph, row: FunctionRow, of: readonly NodeId[], value: NodeId): NodeId[] {
  const weights = weightsOf(graph, row, of, value)
  const total = weights.reduce((all, weight) => graph.add(all, weight))
  return weights.map((weight) => graph.divide(weight, total))
}

/** For each argument of a function like max, 1/2 where it is equal to the value, otherwise 0. */
export function weightsOf(graph: Graph, row: FunctionRow, of: readonly NodeId[], value: NodeId): NodeId[] {
  return of.map((argument) => lowerRule(graph, row, row.derivatives[0] ?? '', [argument, value]))
}

type Operands = readonly [NodeId, NodeId, NodeId]

/**
 * What an operation with this adjoint contributes to the adjoint of its operand at `place`; `id` = a ∘ b.
 * What is only true or false contributes nothing, and nothing contributes to it.
 */
const rules: Record<
  Operation,
  (g: Graph, adjoint: NodeId, place: number, of: Operands, id: NodeId) => NodeId | undefined
> = {
  '+': (_, adjoint) => adjoint,
  '-': (g, adjoint, place) => (place === 0 ? adjoint : g.negate(adjoint)),
  '*': (g, adjoint, place, [a, b]) => g.chain(adjoint, place === 0 ? b : a),
  '/': (g, adjoint, place, [, b], id) =>
    g.chain(adjoint, place === 0 ? g.divide(g.constant(1), b) : g.negate(g.divide(id, b))),
  negate: (g, adjoint) => g.negate(adjoint),
  '<': () => undefined,
  '<=': () => undefined,
  and: () => undefined,
  or: () => undefined,
  not: () => undefined,
  choose: (g, adjoint, place, [truth]) =>
    place === 0 ? undefined : g.gate(place === 1 ? truth : g.not(truth), adjoint),
  // At the pole f is not defined, and neither is its gradient.
  unless: (_, adjoint, place) => (place === 0 ? undefined : adjoint),
  gate: (g, adjoint, place, [truth]) => (place === 0 ? undefined : g.gate(truth, adjoint)),
  chain: (g, adjoint, place, [a, b]) => (place === 0 ? g.chain(adjoint, g.cut(a, b)) : g.meet(adjoint, a)),
  cut: (_, adjoint, place) => (place === 0 ? undefined : adjoint),
  meet: (g, adjoint, place, [a, b]) => g.meet(adjoint, place === 0 ? b : a)
}
