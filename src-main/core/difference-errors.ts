import type { Scheme } from '@shared/experiment/experiment'
import type { DifferenceErrors } from '@shared/protocol'
import { guardsOf, isCrossed, kinksAt } from './breaks'
import { quotientAlong } from './difference'
import type { Objective } from './objective'
import type { Pulse } from './pulse'
import { roundingOf } from './rounding'
import { truncationOf } from './truncation'

/** Step sizes from 10^−16 to 1. */
const stepsPerDecade = 16
const decades = 16
/** Half a decade: within it a single quotient that hits the derivative by luck decides nothing. */
const halfWindow = stepsPerDecade / 4

/**
 * The errors of the difference quotients along one coordinate for all step sizes from 1e-16 to 1, measured, with what
 * theory says of them. Where f has no derivative along it – not defined, a kink, a vertical tangent – `exact` and
 * everything that is compared with it are NaN.
 */
export function differenceErrors(
  objective: Objective,
  along: number,
  point: readonly number[],
  pulse: Pulse
): DifferenceErrors {
  const at = point[along] ?? Number.NaN
  const here = objective.value(point)
  const exact = derivativeAlong(objective, along, point, here)
  const steps = Float64Array.from({ length: decades * stepsPerDecade + 1 }, (_, index) => stepSize(index))
  const errorsOf = (scheme: Scheme) =>
    steps.map((h) => {
      pulse.beat()
      return Math.abs(quotientAlong(objective, Float64Array.from(point), along, scheme, h, here) - exact)
    })
  const errors = { forward: errorsOf('forward'), backward: errorsOf('backward'), central: errorsOf('central') }
  const second = Number.isFinite(exact) ? secondAlong(objective, along, point, pulse) : () => Number.NaN
  return {
    steps,
    at,
    exact,
    errors,
    truncation: truncationOf(second, at),
    rounding: roundingOf(valueAlong(objective, along, point), {
      at,
      here,
      slope: exact,
      second: second(at),
      isUnbroken: (far) => isUnbroken(objective, along, point, far)
    }),
    best: {
      forward: bestStep(steps, errors.forward, at),
      backward: bestStep(steps, errors.backward, at),
      central: bestStep(steps, errors.central, at)
    }
  }
}

/** Powers of ten as they are typed: 10 ** −4 is not quite 1e-4. */
function stepSize(index: number): number {
  const power = index / stepsPerDecade - decades
  return Number.isInteger(power) ? Number(`1e${power}`) : 10 ** power
}

/** The derivative along a coordinate, NaN where there is none. `here`: f(point). */
function derivativeAlong(objective: Objective, along: number, point: readonly number[], here: number): number {
  const slope = objective.gradient(point)[along] ?? Number.NaN
  if (!Number.isFinite(here) || !Number.isFinite(slope)) return Number.NaN
  return kinksAt(objective, point)[along] ? Number.NaN : slope
}

function valueAlong(objective: Objective, along: number, point: readonly number[]): (x: number) => number {
  const moved = Float64Array.from(point)
  return (x) => {
    moved[along] = x
    return objective.value(moved)
  }
}

/** Whether nothing in the formula may interrupt f up to `far` from the point, along a coordinate. */
function isUnbroken(objective: Objective, along: number, point: readonly number[], far: number): boolean {
  const moved = Float64Array.from(point)
  const distancesAt = (x: number) => {
    moved[along] = x
    return [...guardsOf(objective).along(moved, along)]
  }
  const at = point[along] ?? Number.NaN
  const after = distancesAt(at + far)
  return distancesAt(at - far).every((distance, index) => !isCrossed(distance, after[index] ?? distance))
}

/** The exact second derivative along a coordinate. */
function secondAlong(objective: Objective, along: number, point: readonly number[], pulse: Pulse) {
  const moved = Float64Array.from(point)
  return (x: number) => {
    pulse.beat()
    moved[along] = x
    return objective.hessianRow(moved, along)[along] ?? Number.NaN
  }
}

/**
 * The step size whose neighbourhood – half a decade – has the least of the largest errors; of equal ones the largest.
 * NaN where no error is known, and where there is none: then no step size is better than another. Steps that are lost
 * in `at` are no candidates.
 */
function bestStep(steps: Float64Array, errors: Float64Array, at: number): number {
  let best = Number.NaN
  let least = Number.POSITIVE_INFINITY
  for (const [index, h] of steps.entries()) {
    if (at + h === at || at - h === at || !Number.isFinite(errors[index])) continue
    const around = errors.slice(Math.max(index - halfWindow, 0), index + halfWindow + 1)
    const largest = around.reduce((most, error) => Math.max(most, error), 0)
    if (largest > least || !Number.isFinite(largest)) continue
    least = largest
    best = h
  }
  return errors.every((error) => error === 0) ? Number.NaN : best
}
