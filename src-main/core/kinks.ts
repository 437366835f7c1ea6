import { sweep, tangents } from './derivative'
import type { Graph, NodeId } from './graph'
import { lowerRule } from './lower'

/** A place in the formula where the derivative may be a convention: a corner of abs, a tie of max, a jump of floor. */
export interface Kink {
  /** 0 on the kink. */
  readonly distance: NodeId
  /** How fast the distance changes along the direction: a kink that is only touched, like |x²| at 0, does no harm. */
  readonly speed: NodeId
  /** How much f depends on the function that has the kink: at 0, as for x·|x| at 0, it does no harm either. */
  readonly weight: NodeId
}

/** The kinks that f may meet when its variables move along `direction`. */
export function kinks(
  graph: Graph,
  f: NodeId,
  direction: readonly NodeId[],
  variables: readonly NodeId[]
): readonly Kink[] {
  const needed = graph.below([f])
  const varies = graph.above(variables)
  const found: { id: NodeId; distance: NodeId }[] = []
  for (let id = 0; id < needed.length; id++) {
    const node = graph.node(id)
    if (!needed[id] || !varies[id] || node.kind !== 'call' || node.row.kink === undefined) continue
    found.push({ id, distance: lowerRule(graph, node.row, node.row.kink, node.of) })
  }
  if (found.length === 0) return []
  const { adjoints } = sweep(graph, [[f, graph.constant(1)]], variables)
  const distances = found.map(({ distance }) => distance)
  const speeds = tangents(graph, distances, direction, variables)
  return found.map(({ id, distance }, i) => ({
    distance,
    speed: speeds[i] ?? graph.constant(0),
    weight: adjoints.get(id) ?? graph.constant(0)
  }))
}
