import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { weightsOf } from './derivative'
import type { Graph, NodeId } from './graph'
import { lowerRule } from './lower'

/**
 * One node for each place in the formula where f may have a kink – a corner of abs, a tie of max, a jump of floor, the
 * border between two pieces –, 0 there. Whether f really has one the slopes on its two sides tell (`sides.ts`): the
 * kink of |x²| at 0 is only touched, that of x·|x| is multiplied by 0.
 */
export function kinkDistances(graph: Graph, f: NodeId, variables: readonly NodeId[]): NodeId[] {
  const needed = graph.below([f])
  const varies = graph.above(variables)
  const distances = new Set<NodeId>()
  for (let id = 0; id < needed.length; id++) {
    if (!needed[id] || !varies[id]) continue
    const node = graph.node(id)
    if (node.kind === 'operation' && (node.operation === '<' || node.operation === '<=')) {
      const [left = id, right = id] = node.of
      distances.add(graph.subtract(left, right))
    } else if (node.kind === 'call' && node.row.kink !== undefined) {
      distances.add(distance(graph, node.row, node.row.kink, node.of))
    }
  }
  return [...distances]
}

/** 0 where these arguments are on the kink. */
function distance(graph: Graph, row: FunctionRow, kink: string, of: readonly NodeId[]): NodeId {
  if (of.length <= row.parameters.length) return lowerRule(graph, row, kink, of)
  // Of more arguments than the formula has names for, two or more are equal to the value: 1/2 each.
  const weights = weightsOf(graph, row, of, graph.call(row, of))
  const total = weights.reduce((all, weight) => graph.add(all, weight))
  return graph.call(functionNamed('less'), [total, graph.constant(0.75)])
}

/** Whether a distance, from just before a point to just after, has passed 0 or leapt, as that of floor does. */
export function isCrossed(before: number, after: number): boolean {
  return Math.abs(after - before) > Math.max(Math.abs(before), Math.abs(after)) / 2
}
