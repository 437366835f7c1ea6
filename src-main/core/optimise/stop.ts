import type { StopReason } from '@shared/protocol'

/** A coordinate beyond this has diverged, though it may still be a double. */
const farthest = 1e100

/** How a run ended. `step`: the last one taken where all were taken, otherwise the one at which it broke off. */
export interface Ending {
  readonly reason: StopReason
  readonly step: number
}

/** Whether a new point has left all bounds, before f is asked about it. */
export function isAway(point: Float64Array): boolean {
  for (let i = 0; i < point.length; i++) if (!(Math.abs(point[i] as number) <= farthest)) return true
  return false
}

/** What the value of f at a new point says: undefined if the point can be kept. */
export function faultOfValue(value: number): 'left-domain' | 'diverged' | undefined {
  if (Number.isNaN(value)) return 'left-domain'
  return Number.isFinite(value) ? undefined : 'diverged'
}

/** A point whose gradient is not finite (√x at 0) can be kept, but not left: f has no slope there. */
export function faultOfGradient(gradient: Float64Array): 'left-domain' | undefined {
  for (let i = 0; i < gradient.length; i++) if (!Number.isFinite(gradient[i])) return 'left-domain'
  return undefined
}
