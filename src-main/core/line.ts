import type { Objective } from './objective'
import type { Pulse } from './pulse'
import type { Sampled } from './sides'

/** f along one coordinate, the others held. */
export interface Line {
  /** f and its exact slope. */
  at(x: number): Sampled
  /** The exact second derivative. */
  second(x: number): number
  /** See `Objective.breakDistances`. Overwritten by the next call. */
  breakDistances(x: number): Float64Array
  /** Whether as much was asked as an answer may cost, or that part of it: what is looked for is then given up. */
  isSpent(part?: number): boolean
}

/** Evaluations between two beats: the longest formula there can be takes milliseconds for one with its gradient. */
const evaluationsPerBeat = 16

/** Operations that may be spent on what is not asked for by number: a quarter of a second or so. */
const mostOperations = 1e8
const mostEvaluations = 200_000

/** f along the coordinate `along`, from `point`, beating. */
export function lineOf(objective: Objective, along: number, point: ArrayLike<number>, pulse: Pulse): Line {
  const place = Float64Array.from(point)
  const gradient = new Float64Array(objective.variables.length)
  const most = Math.min(mostEvaluations, mostOperations / objective.cost)
  let evaluations = 0
  const moved = (x: number) => {
    if (evaluations++ % evaluationsPerBeat === 0) pulse.beat()
    place[along] = x
    return place
  }
  return {
    at: (x) => [objective.gradientInto(moved(x), gradient), gradient[along] as number],
    second: (x) => objective.hessianRow(moved(x), along)[along] as number,
    breakDistances: (x) => objective.breakDistances(moved(x), along),
    isSpent: (part = 1) => evaluations > part * most
  }
}
