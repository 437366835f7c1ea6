import type { Graph, NodeId } from '../graph'
import type { Compiled } from './compiled'
import { javascript } from './javascript'
import { tape } from './tape'

/**
 * The maximum number of operations that are compiled to JavaScript. The engine never optimises longer functions, and
 * parsing them takes longer than building the graph: a tape is ready, and finished, several times sooner.
 */
const mostForCode = 2000

/** The given nodes of a graph as a function. */
export function compileOutputs(graph: Graph, outputs: readonly NodeId[]): Compiled {
  const needed = graph.below(outputs)
  let steps = 0
  for (let id = 0; id < needed.length; id++) if (needed[id] && graph.node(id).of.length > 0) steps++
  return steps > mostForCode ? tape(graph, needed, outputs) : javascript(graph, needed, outputs)
}
