/**
 * One row a function: all that the program knows of it. Editor, parser, derivative, generated code, typesetting
 * and Python export are made from these rows.
 */
export interface FunctionRow {
  readonly name: string
  readonly aliases: readonly string[]
  /** Names of its arguments, as used in `derivatives`. */
  readonly parameters: readonly string[]
  /** Takes any number (at least one) of arguments like the last one. */
  readonly variadic?: true
  readonly value: (...arguments_: number[]) => number
  /** ∂/∂(each argument), as formula text over `parameters`. */
  readonly derivatives: readonly string[]
  /** Where the derivative above is a convention because the function has none, e.g. `a = 0` for abs: the argument's value. */
  readonly kinks?: readonly number[]
  /** TeX around arguments already typeset. */
  readonly tex: (...arguments_: string[]) => string
  /** Its name in Python with numpy. */
  readonly python: string
}
