import type { Graph, NodeId } from '../graph'
import type { Compiled } from './compiled'
import { javascript, maxOperations, operationsIn } from './javascript'
import { tape } from './tape'

/** The given nodes of a graph as a function. */
export function compileOutputs(graph: Graph, outputs: readonly NodeId[]): Compiled {
  const needed = graph.below(outputs)
  const isLong = operationsIn(graph, needed) > maxOperations
  return isLong ? tape(graph, needed, outputs) : javascript(graph, needed, outputs)
}
