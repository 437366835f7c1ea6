import type { Terrain } from '../method'
import { fallsEnough, type Line, noteTrial } from './line'
import type { Notes } from './notes'
import { ahead, areEqual } from './vector'

export interface Backtracking {
  /** The length tried first; what a length that was too long is multiplied by; the share of the slope that f has to fall by. */
  readonly first: number
  readonly shrink: number
  readonly c1: number
}

/** Enough to come down from the largest double to the smallest by halves. */
const mostTrials = 2200

/**
 * The first of the lengths first·shrinkᵏ at which f falls enough, and the point there in `landing`; 0 if none does before
 * the step is lost in rounding. Nocedal & Wright, algorithm 3.1. Where f is not defined a length is too long.
 */
export function backtrackedLength(
  terrain: Terrain,
  line: Line,
  { first, shrink, c1 }: Backtracking,
  landing: Float64Array,
  notes: Notes | null
): number {
  let length = first
  for (let trial = 0; trial < mostTrials && length > 0; trial++) {
    ahead(line.point, length, line.direction, landing)
    if (areEqual(line.point, landing)) return 0
    const value = terrain.value(landing)
    const enough = fallsEnough(line, c1, length, value)
    const outcome = !Number.isFinite(value) ? 'undefined' : enough ? 'accepted' : 'too-high'
    noteTrial(notes, landing, { length, value, slope: Number.NaN }, outcome)
    if (outcome === 'accepted') {
      notes?.line('enough', { f: line.value, f_next: value, alpha: length, slope: line.slope })
      return length
    }
    length *= shrink
  }
  return 0
}
