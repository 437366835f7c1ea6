import type { GradientSource, Run, StopRules } from '../experiment/experiment'
import type { Syntax } from '../language/syntax'

/** A run of an optimiser with all that it depends on. */
export interface PythonRun {
  readonly title: string
  /** What the run is called where there are several. */
  readonly name: string
  readonly tree: Syntax
  readonly variables: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly value: number }[]
  /** ∂f/∂(each variable) as it is read; null where it is too long. */
  readonly derivatives: readonly (Syntax | null)[]
  /** The derivatives of these, row by row; only some methods ask for them. Null where one is too long, or was not looked for. */
  readonly seconds: readonly (readonly Syntax[])[] | null
  readonly gradient: GradientSource
  readonly steps: number
  readonly stop: StopRules
  /** The step at which the program's run has spent its budget of evaluations; null where that does not end it. */
  readonly spentAt: number | null
  readonly run: Run
  /** The start it really has. */
  readonly start: readonly number[]
}
