import type { Trial } from '@shared/protocol'
import { copied } from '../../vector'
import type { Notes } from './notes'

/** Where a search along a line begins: x with f and ∇f there, the direction p, and the slope ∇f·p along it. */
export interface Line {
  readonly point: Float64Array
  readonly value: number
  readonly gradient: Float64Array
  readonly direction: Float64Array
  readonly slope: number
}

/** Writes down one point of a search. `slope`: NaN where it was not asked for. */
export function noteTrial(
  notes: Notes | null,
  point: Float64Array,
  place: { readonly length: number; readonly value: number; readonly slope: number },
  outcome: Trial['outcome']
) {
  notes?.trials.push({ ...place, point: Array.from(point), outcome })
}

/** Whether f has fallen enough for a step of that length: the condition of Armijo; Nocedal & Wright (3.4). */
export function fallsEnough(line: Line, c1: number, length: number, value: number): boolean {
  return value <= line.value + c1 * length * line.slope
}

/** Writes down how the line goes down, and where the search for a length begins. */
export function noteLine(notes: Notes | null, { gradient, direction, slope }: Line) {
  notes?.line('slope', { g: copied(gradient), p: copied(direction), slope })
}

/** Writes down the step that was taken. */
export function noteMove(notes: Notes | null, { point, direction }: Line, alpha: number, next: Float64Array) {
  notes?.line('move', { x: copied(point), alpha, p: copied(direction), next: copied(next) })
}

/** Writes down that no step was found, and says so. */
export function notFound(notes: Notes | null, point: Float64Array): 'line-search' {
  notes?.line('none', { x: copied(point), next: copied(point) })
  return 'line-search'
}
