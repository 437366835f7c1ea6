import type { Graph, NodeId } from '../graph'
import type { Compiled } from './compiled'
import { javascript } from './javascript'
import { tape } from './tape'

/**
 * Up to this many steps the engine makes fast machine code of a function; longer ones it only ever interprets, after
 * taking longer to read them than the graph took to make: a tape is then ready, and done, several times sooner.
 */
const mostForCode = 2000

/** The given nodes of a graph made callable. */
export function compileOutputs(graph: Graph, outputs: readonly NodeId[]): Compiled {
  const needed = graph.below(outputs)
  let steps = 0
  for (let id = 0; id < needed.length; id++) if (needed[id] && graph.node(id).of.length > 0) steps++
  return steps > mostForCode ? tape(graph, needed, outputs) : javascript(graph, needed, outputs)
}
