import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { sweep, tangents, weightsOf } from './derivative'
import type { Graph, NodeId } from './graph'
import { lowerRule } from './lower'

/** A place in the formula where the derivative may be a convention: a corner of abs, a tie of max, a jump of floor. */
export interface Kink {
  /** 0 on the kink. */
  readonly here: NodeId
  /** The same after a small move: still 0 where the kink is only touched, like that of |x²| at 0, which does no harm. */
  readonly beyond: NodeId
  /** How much f depends on the function that has the kink: at 0, as for x·|x| at 0, it does no harm either. */
  readonly weight: NodeId
}

/** Small beside the usual distances between kinks, large beside rounding. */
const smallMove = 2 ** -20

/** The kinks that f may meet when its variables move along `direction`. */
export function kinks(
  graph: Graph,
  f: NodeId,
  direction: readonly NodeId[],
  variables: readonly NodeId[]
): readonly Kink[] {
  const needed = graph.below([f])
  const varies = graph.above(variables)
  const calls: { id: NodeId; row: FunctionRow; kink: string; of: readonly NodeId[] }[] = []
  for (let id = 0; id < needed.length; id++) {
    const node = graph.node(id)
    if (!needed[id] || !varies[id] || node.kind !== 'call' || node.row.kink === undefined) continue
    calls.push({ id, row: node.row, kink: node.row.kink, of: node.of })
  }
  if (calls.length === 0) return []

  const operands = [...new Set(calls.flatMap(({ of }) => of))]
  const speeds = tangents(graph, operands, direction, variables)
  const step = graph.constant(smallMove)
  const moved = new Map(operands.map((id, i) => [id, graph.add(id, graph.multiply(step, speeds[i] ?? id))]))
  const { adjoints } = sweep(graph, [[f, graph.constant(1)]], variables)
  return calls.map(({ id, row, kink, of }) => {
    const beyond = of.map((operand) => moved.get(operand) ?? operand)
    return {
      here: distance(graph, row, kink, of),
      beyond: distance(graph, row, kink, beyond),
      weight: adjoints.get(id) ?? graph.constant(0)
    }
  })
}

/** 0 where these arguments are on the kink. */
function distance(graph: Graph, row: FunctionRow, kink: string, of: readonly NodeId[]): NodeId {
  if (of.length <= row.parameters.length) return lowerRule(graph, row, kink, of)
  // Of more arguments than the formula has names for, two or more are equal to the value: 1/2 each.
  const weights = weightsOf(graph, row, of, graph.call(row, of))
  const total = weights.reduce((all, weight) => graph.add(all, weight))
  return graph.call(functionNamed('less'), [total, graph.constant(0.75)])
}
