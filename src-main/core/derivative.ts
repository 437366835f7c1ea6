import type { FunctionRow } from '@shared/language/function-row'
import type { Graph, NodeId, Operation } from './graph'
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
    const shares = contributions(graph, id)
    for (const [place, operand] of graph.node(id).of.entries()) {
      const share = shares[place]
      if (varies[operand] && share) contribute(operand, share(adjoint))
    }
  }
  return variables.map((id) => adjoints.get(id) ?? graph.constant(0))
}

/** What a node with this adjoint contributes to the adjoint of one of its operands. */
type Contribution = (adjoint: NodeId) => NodeId

/** For each operand of a node, what the node contributes to it: nothing where there is none. */
function contributions(graph: Graph, id: NodeId): readonly (Contribution | undefined)[] {
  const node = graph.node(id)
  if (node.kind === 'operation') return rules[node.operation](graph, node.of as Operands, id)
  if (node.kind !== 'call') return []
  const { row, of } = node
  if (of.length > row.derivatives.length) {
    return shares(graph, row, of, id).map((share) => (adjoint) => graph.chain(adjoint, share))
  }
  return row.derivatives.map((text) => (adjoint) => graph.chain(adjoint, lowerRule(graph, row, text, of)))
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

/** What each operation contributes to its operands, where `id` = a ∘ b. Whatever is true or false contributes nothing. */
const rules: Record<Operation, (g: Graph, of: Operands, id: NodeId) => readonly (Contribution | undefined)[]> = {
  '+': () => [(adjoint) => adjoint, (adjoint) => adjoint],
  '-': (g) => [(adjoint) => adjoint, (adjoint) => g.negate(adjoint)],
  '*': (g, [a, b]) => [(adjoint) => g.chain(adjoint, b), (adjoint) => g.chain(adjoint, a)],
  '/': (g, [, b], id) => [
    (adjoint) => g.chain(adjoint, g.divide(g.constant(1), b)),
    (adjoint) => g.chain(adjoint, g.negate(g.divide(id, b)))
  ],
  negate: (g) => [(adjoint) => g.negate(adjoint)],
  '<': () => [],
  '<=': () => [],
  and: () => [],
  or: () => [],
  not: () => [],
  choose: (g, [truth]) => [undefined, (adjoint) => g.gate(truth, adjoint), (adjoint) => g.gate(g.not(truth), adjoint)],
  gate: (g, [truth]) => [undefined, (adjoint) => g.gate(truth, adjoint)],
  chain: (g, [a, b]) => [(adjoint) => g.chain(adjoint, g.cut(a, b)), (adjoint) => g.meet(adjoint, a)],
  cut: () => [undefined, (adjoint) => adjoint],
  meet: (g, [a, b]) => [(adjoint) => g.meet(adjoint, b), (adjoint) => g.meet(adjoint, a)]
}
