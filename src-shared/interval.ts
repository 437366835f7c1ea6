/** The numbers from `min` to `max`. */
export interface Interval {
  readonly min: number
  readonly max: number
}
