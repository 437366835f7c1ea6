/** f over a plane with the coordinates x and y. */
export interface Field {
  /** f(x, y); NaN where f is undefined. */
  value(x: number, y: number): number
  /** The number of guard functions. */
  readonly guards: number
  /**
   * The guard functions at (x, y): wherever f may be discontinuous along a curve, one of them is 0 or jumps.
   * Overwritten by the next call.
   */
  guardsAt(x: number, y: number): ArrayLike<number>
}
