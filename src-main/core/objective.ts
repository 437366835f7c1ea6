/** How often a function was asked, e.g. to compare methods by their cost. A gradient brings its value along uncounted. */
export interface Counts {
  values: number
  gradients: number
  hessians: number
}

/** A compiled function of n variables. Not defined is NaN, never an exception. */
export interface Objective {
  /** Names of the coordinates, in the order of a point. */
  readonly variables: readonly string[]
  readonly counts: Counts

  /** f at a point of n coordinates. */
  value(point: ArrayLike<number>): number

  /** Exact ∇f, n numbers; all NaN where f is NaN. */
  gradient(point: ArrayLike<number>): number[]

  /** Writes exact ∇f into the first n places of `out` and returns f; allocates nothing. */
  gradientInto(point: ArrayLike<number>, out: Float64Array): number

  /** Exact second derivatives, n rows of n, symmetric; all NaN where f is NaN. */
  hessian(point: ArrayLike<number>): number[][]

  /**
   * New values for the parameters, without compiling anew: they are arguments of the compiled code.
   * Names the formula does not mention are ignored; a ProblemError names one that is missing.
   */
  set(parameters: Readonly<Record<string, number>>): void
}

/**
 * The function that `source` describes. Names in it are coordinates (`variables`) or parameters.
 * Throws a FormulaError with its position where the text cannot be read or mentions another name.
 */
export function compile(
  source: string,
  variables: readonly string[],
  parameters: Readonly<Record<string, number>> = {}
): Objective {
  throw new Error(`not yet: ${source} ${variables} ${Object.keys(parameters)}`)
}
