/**
 * A function of the formula language: all that the program knows of it. Editor, parser, derivative, generated code and
 * typesetting are made from these rows.
 */
export interface FunctionRow {
  /** The canonical name, unique. */
  readonly name: string
  /** Other spellings. */
  readonly aliases: readonly string[]
  /**
   * How it is written, if not by its name: `log(x, b)` is the row `logbase`, told from `log` by the number of
   * arguments.
   */
  readonly written?: string
  /** The names of the arguments in the formulas of this row. */
  readonly parameters: readonly string[]
  /**
   * Takes any number of arguments, at least one: more than two pairwise from the left, f(f(a, b), c); for a single one,
   * this formula over `a`. With `shares`, all arguments at once, as max does: the value is one of the arguments, and
   * all that are equal to it share the derivative equally; the weight of each is `derivatives[0]` over (argument,
   * value).
   */
  readonly variadic?: { readonly one: string; readonly shares?: true }
  /** Occurs only in derivatives of other rows; as typed text, an unknown name. */
  readonly hidden?: true
  readonly value: (...arguments_: number[]) => number
  /** Condition over `parameters` that holds exactly where the value is defined; absent: everywhere. */
  readonly domain?: string
  /** Formula over `parameters` that is 0 exactly at the poles: where the value is infinite although no argument is. */
  readonly pole?: string
  /** The sign of its values, where it is known and it matters that a computed 0 is an underflow. */
  readonly range?: 'positive' | 'nonnegative' | 'nonzero'
  /**
   * The partial derivatives in each argument, as formula text over `parameters`; finite wherever the true derivative is
   * a double.
   */
  readonly derivatives: readonly string[]
  /**
   * The logarithmic derivatives, each derivative divided by the value, as formula text; absent where a derivative is a
   * multiple of the value anyway.
   */
  readonly relative?: readonly string[]
  /** The degree in the first argument, as formula text: a·∂f/∂a = degree·f, as for a power. */
  readonly degree?: string
  /** Formula over `parameters` that is 0 exactly where `derivatives` is a convention because there is no derivative. */
  readonly kink?: string
  /**
   * Another such formula, for where `kink` jumps on one side: sin(x) − floor(sin(x)) has the one-sided limit 1 at π/2,
   * this has 0.
   */
  readonly touch?: string
  /** Whether f(−a) is f(a) or −f(a), for a function of one argument. */
  readonly parity?: 'even' | 'odd'
  /** The same function as a quotient of others, over `a`, for the derivation that is shown. */
  readonly quotient?: string
  /** The function that `f^-1` means, if it means one. */
  readonly inverse?: string
  /**
   * TeX: an operator name before its argument, a notation around arguments that are typeset already, or an equivalent
   * formula over `parameters` that is typeset instead.
   */
  readonly tex: string | ((...arguments_: string[]) => string) | { readonly formula: string }
  /** The function's name in Python, or a Python expression over `parameters`; absent for some hidden rows. */
  readonly python?: string
}
