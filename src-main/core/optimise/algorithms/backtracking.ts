import { ahead, areEqual } from '../../vector'
import type { Oracle } from '../method'
import { fallsEnough, type Line, noteTrial } from './line'
import type { Notes } from './notes'

export interface Backtracking {
  /** The length tried first; what a length that was too long is multiplied by; the share of the slope that f has to fall by. */
  readonly first: number
  readonly shrink: number
  readonly c1: number
}

/**
 * The first of the lengths first·shrinkᵏ at which f falls enough, and the point there in `landing`; 0 if none does before
 * the step is lost in rounding. Nocedal & Wright, algorithm 3.1. Where f is not defined a length is too long.
 */
export function backtrackedLength(
  oracle: Oracle,
  line: Line,
  { first, shrink, c1 }: Backtracking,
  landing: Float64Array,
  notes: Notes | null
): number {
  // The smallest doubles do not shrink any more, or to 0.
  for (let length = first, last = Number.POSITIVE_INFINITY; length > 0 && length < last; length *= shrink) {
    last = length
    ahead(line.point, length, line.direction, landing)
    if (areEqual(line.point, landing)) return 0
    const value = oracle.value(landing)
    const enough = fallsEnough(line, c1, length, value)
    const outcome = !Number.isFinite(value) ? 'undefined' : enough ? 'accepted' : 'too-high'
    noteTrial(notes, landing, { length, value, slope: Number.NaN }, outcome)
    if (outcome === 'accepted') {
      notes?.line('enough', { f: line.value, f_next: value, alpha: length, slope: line.slope })
      return length
    }
  }
  return 0
}
