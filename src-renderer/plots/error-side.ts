import type { Scheme } from '@shared/experiment/experiment'
import type { DifferenceErrors } from '@shared/protocol'

/** What the error of a difference quotient is mostly made of; `lost`: the places of f round to a. */
export type ErrorSide = 'truncation' | 'rounding' | 'balance' | 'lost'

/** One of the two errors prevails if it is this many times the other. */
const prevailing = 4

/** Index of the step size nearest to 10^exponent. The steps are evenly spaced in their logarithm. */
export function stepIndex(steps: Float64Array, exponent: number): number {
  const [low, high] = [Math.log10(steps[0] as number), Math.log10(steps.at(-1) as number)]
  const index = Math.round(((exponent - low) / (high - low)) * (steps.length - 1))
  return Math.min(Math.max(index, 0), steps.length - 1)
}

/** Whether every place other than a that the scheme asks f at rounds to a: its quotient is 0, whatever f does. */
const isLost: Readonly<Record<Scheme, (a: number, h: number) => boolean>> = {
  forward: (a, h) => a + h === a,
  backward: (a, h) => a - h === a,
  central: (a, h) => a + h === a && a - h === a
}

/** The largest of the step sizes that are lost to the scheme; null if none is. */
export function largestLost({ steps, at }: DifferenceErrors, scheme: Scheme): number | null {
  return steps.findLast((h) => isLost[scheme](at, h)) ?? null
}

/** Which side the step size number `index` is on, by theory where it says so, else by the best step size; null: unknown. */
export function sideAt(errors: DifferenceErrors, scheme: Scheme, index: number): ErrorSide | null {
  const { steps, at, truncation, rounding, best } = errors
  const h = steps[index] as number
  if (isLost[scheme](at, h)) return 'lost'
  const { factor, order } = truncation[scheme]
  const [left, rounded] = [factor * h ** order, rounding / h]
  if (left > prevailing * rounded) return 'truncation'
  if (rounded > prevailing * left) return 'rounding'
  if (left > 0 && rounded > 0) return 'balance'
  if (!Number.isFinite(best[scheme]) || !Number.isNaN(left)) return null
  const beyond = Math.log10(h / best[scheme])
  return Math.abs(beyond) < 0.3 ? 'balance' : beyond > 0 ? 'truncation' : 'rounding'
}
