import type { GradientSource, Run, StopRules } from '../experiment/experiment'
import type { Syntax } from '../language/syntax'

/** A run of an optimiser with all that it depends on. */
export interface PythonRun {
  readonly title: string
  /** The name of the run where there are several. */
  readonly name: string
  readonly tree: Syntax
  readonly variables: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly value: number }[]
  /** The partial derivatives ∂f/∂xᵢ in simplified form; null where one is too long. */
  readonly derivatives: readonly (Syntax | null)[]
  /** The Hessian, row by row, for methods that need it. Null if a derivative is too long, or none was computed. */
  readonly seconds: readonly (readonly Syntax[])[] | null
  readonly gradient: GradientSource
  readonly steps: number
  readonly stop: StopRules
  /** The step at which the program's run exhausts its budget of evaluations; null if it does not. */
  readonly spentAt: number | null
  readonly run: Run
  /** Where it starts: at its own start, or else at the experiment's. */
  readonly start: readonly number[]
}
