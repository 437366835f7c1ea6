import type { Interval } from '@shared/interval'
import type { Plot } from './plot'

/** Milliseconds in which axes come to new ranges. */
export const easeTime = 200
/** Milliseconds since the ranges were last changed: before that the change belongs to a motion, which is followed at once. */
export const quietTime = 600

/** What the axes of a plot show, as they lie on the screen. */
export interface Ranges {
  readonly x: Interval
  readonly y: Interval
}

/** What the axes of a plot are to show; null where one of them is not linear. */
export function rangesOf({ config }: Plot): Ranges | null {
  const { x, y } = config.options?.scales ?? {}
  const range = (axis: typeof x) => (axis?.type === 'linear' ? { min: Number(axis.min), max: Number(axis.max) } : null)
  const [across, up] = [range(x), range(y)]
  return across && up && { x: across, y: up }
}

export const areSame = (one: Ranges, other: Ranges): boolean =>
  one.x.min === other.x.min && one.x.max === other.x.max && one.y.min === other.y.min && one.y.max === other.y.max

/** Whether the axes of two plots show the same quantities, so that the ranges of one can become those of the other. */
export function areAlike(one: Plot, other: Plot): boolean {
  const titles = ({ config }: Plot) =>
    ['x', 'y'].map((axis) => (config.options?.scales?.[axis] as { title?: { text?: string } })?.title?.text ?? '')
  return one.turned === other.turned && titles(one).join() === titles(other).join()
}

/**
 * On the way between two ranges: their length grows by the same factor in the same time – as one is used to when a
 * picture is magnified –, slower towards the end. `share` of the time from 0 to 1; both ends are exact.
 */
export function between(from: Interval, to: Interval, share: number): Interval {
  if (share <= 0) return from
  if (share >= 1) return to
  const time = 1 - (1 - share) ** 3
  const growth = Math.log((to.max - to.min) / (from.max - from.min))
  const weight = Math.abs(growth) < 1e-9 ? time : Math.expm1(time * growth) / Math.expm1(growth)
  const mix = (a: number, b: number) => a * (1 - weight) + b * weight
  return { min: mix(from.min, to.min), max: mix(from.max, to.max) }
}
