import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { guardsOf } from './guards'
import type { Sampled } from './sides'

/** f along one coordinate, the others held. */
export interface Line {
  /** f and its exact slope. */
  at(x: number): Sampled
  /** The exact second derivative. */
  second(x: number): number
  /** Guard functions of f and its slope. Overwritten by the next call. */
  guards(x: number): Float64Array
  /** Guard functions of the poles inside f. Overwritten by the next call. */
  poleGuards(x: number): Float64Array
  /** Whether as much was asked as an answer may cost, or that part of it: what is looked for is then given up. */
  isSpent(part?: number): boolean
}

/** Evaluations between two beats: the longest formula there can be takes milliseconds for one with its gradient. */
const evaluationsPerBeat = 16

/** Operations that may be spent on what is not asked for by number: a quarter of a second or so. */
const mostOperations = 2e7
/** What an evaluation costs that has next to none. */
const leastOperations = 100

/** f along the coordinate `along`, from `point`, beating. */
export function lineOf(objective: Objective, along: number, point: ArrayLike<number>, pulse: Pulse): Line {
  const place = Float64Array.from(point)
  const gradient = new Float64Array(objective.variables.length)
  const cost = Math.max(leastOperations, objective.cost)
  const guards = guardsOf(objective)
  let guardCost: number | undefined
  let evaluations = 0
  let spent = 0
  const moved = (x: number, operations: number) => {
    if (evaluations++ % evaluationsPerBeat === 0) pulse.beat()
    spent += operations
    place[along] = x
    return place
  }
  return {
    at: (x) => [objective.gradientInto(moved(x, cost), gradient), gradient[along] as number],
    second: (x) => objective.hessianRow(moved(x, 2 * cost), along)[along] as number,
    guards(x) {
      guardCost ??= Math.max(leastOperations, guards.cost(along))
      return guards.along(moved(x, guardCost), along)
    },
    poleGuards: (x) => guards.poles(moved(x, cost), along),
    isSpent: (part = 1) => spent > part * mostOperations
  }
}
