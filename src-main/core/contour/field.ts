/** f over a plane with the coordinates x and y. */
export interface Field {
  /** f(x, y); NaN where f is not defined. */
  value(x: number, y: number): number
  /** How many guard functions there are. */
  readonly guards: number
  /**
   * The guard functions at (x, y): wherever f may jump, end or be infinite along a curve, one of them is 0, or leaps.
   * Overwritten by the next call.
   */
  guardsAt(x: number, y: number): ArrayLike<number>
}
