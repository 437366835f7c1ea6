import type { FunctionRow } from '@shared/language/function-row'
import type { Graph, NodeId, Operation } from './graph'
import { lowerRule } from './lower'

/**
 * ∂f/∂(each of `variables`) as nodes of the same graph, by reverse mode: one sweep from f down, whatever the number
 * of variables. (Griewank and Walther, Evaluating Derivatives, 2nd ed., chapter 3.)
 */
export function gradient(graph: Graph, f: NodeId, variables: readonly NodeId[]): NodeId[] {
  return sweep(graph, [[f, graph.constant(1)]], variables).total
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
  return sweep(
    graph,
    slopes.map((slope, i) => [slope, direction[i] ?? graph.constant(0)]),
    variables
  ).total
}

/**
 * How fast each of `of` changes when the variables move along `direction`, by forward mode. (Ibid., section 3.1.)
 */
export function tangents(
  graph: Graph,
  of: readonly NodeId[],
  direction: readonly NodeId[],
  variables: readonly NodeId[]
): NodeId[] {
  const needed = graph.below(of)
  const found = new Map(variables.map((id, i) => [id, direction[i] ?? graph.constant(0)]))
  for (let id = 0; id < needed.length; id++) {
    if (!needed[id] || found.has(id)) continue
    const slopes = locals(graph, id)
    for (const [place, operand] of graph.node(id).of.entries()) {
      const tangent = found.get(operand)
      const slope = slopes[place]
      if (tangent === undefined || !slope) continue
      const part = graph.chain(tangent, slope())
      const before = found.get(id)
      found.set(id, before === undefined ? part : graph.add(before, part))
    }
  }
  return of.map((id) => found.get(id) ?? graph.constant(0))
}

/**
 * Adds up, for each node, adjoint · local derivative over all its uses, from the seeded nodes down.
 * `adjoints` has the sum for every node that has one, `total` those of `variables`.
 */
export function sweep(
  graph: Graph,
  seeds: readonly (readonly [NodeId, NodeId])[],
  variables: readonly NodeId[]
): { readonly total: NodeId[]; readonly adjoints: ReadonlyMap<NodeId, NodeId> } {
  const varies = graph.above(variables)
  const adjoints = new Map<NodeId, NodeId>()
  const contribute = (id: NodeId, amount: NodeId) => {
    if (graph.valueOf(amount) === 0) return
    const before = adjoints.get(id)
    adjoints.set(id, before === undefined ? amount : graph.add(before, amount))
  }
  for (const [id, seed] of seeds) if (varies[id]) contribute(id, seed)

  // The nodes made on the way are above `varies.length`; whatever reads a node comes after it.
  for (let id = varies.length - 1; id >= 0; id--) {
    const adjoint = adjoints.get(id)
    if (adjoint === undefined) continue
    const slopes = locals(graph, id)
    for (const [place, operand] of graph.node(id).of.entries()) {
      const slope = slopes[place]
      if (varies[operand] && slope) contribute(operand, graph.chain(adjoint, slope()))
    }
  }
  return { total: variables.map((id) => adjoints.get(id) ?? graph.constant(0)), adjoints }
}

/** ∂(node)/∂(each of its operands), made when asked for: an operand that does not change needs none. */
function locals(graph: Graph, id: NodeId): readonly (() => NodeId)[] {
  const node = graph.node(id)
  if (node.kind === 'operation') {
    const [a = id, b = id] = node.of
    return derivatives[node.operation](graph, a, b, id)
  }
  if (node.kind !== 'call') return []
  const { row, of } = node
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

/** The derivative of each operation in each operand, where c = a ∘ b. */
const derivatives: Record<Operation, (graph: Graph, a: NodeId, b: NodeId, c: NodeId) => readonly (() => NodeId)[]> = {
  '+': (g) => [() => g.constant(1), () => g.constant(1)],
  '-': (g) => [() => g.constant(1), () => g.constant(-1)],
  '*': (_, a, b) => [() => b, () => a],
  '/': (g, _, b, c) => [() => g.divide(g.constant(1), b), () => g.negate(g.divide(c, b))],
  negate: (g) => [() => g.constant(-1)],
  chain: (g, a, b) => [() => g.cut(a, b), () => a],
  cut: (g) => [() => g.constant(0), () => g.constant(1)]
}
