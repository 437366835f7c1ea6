/**
 * One row a function: all that the program knows of it. Editor, parser, derivative, generated code and typesetting
 * are made from these rows.
 */
export interface FunctionRow {
  /** Its canonical name: unique. */
  readonly name: string
  /** Other spellings. */
  readonly aliases: readonly string[]
  /** How it is written, if not by its name: `log(x, b)` is the row `logbase`, told from `log` by the number of arguments. */
  readonly written?: string
  /** Names of its arguments, as used in `derivatives`. */
  readonly parameters: readonly string[]
  /**
   * Takes any number (at least one) of arguments: more than two are taken pairwise from the left, f(f(a, b), c);
   * one alone is this formula over `a`. `shares`: rather all at once, as for max, where the value is one of them and
   * all that are equal to it share its derivative equally; their weights are `derivatives[0]` over (argument, value).
   */
  readonly variadic?: { readonly one: string; readonly shares?: true }
  /** Only for derivatives of other rows: to who types it, an unknown name. */
  readonly hidden?: true
  readonly value: (...arguments_: number[]) => number
  /** Condition over `parameters` that holds exactly where the value is defined; absent: everywhere. */
  readonly domain?: string
  /** Formula over `parameters` that is 0 exactly where the value is infinite although no argument is: a pole. */
  readonly pole?: string
  /** Which values it can have, where these are not all and it matters that its 0 may be an underflow. */
  readonly range?: 'positive' | 'nonnegative' | 'nonzero'
  /** ∂/∂(each argument), as formula text over `parameters`; finite wherever the true derivative is a double. */
  readonly derivatives: readonly string[]
  /** Each derivative over the value, as formula text, where it is no multiple of the value. */
  readonly relative?: readonly string[]
  /** Its degree in its first argument, as formula text: a·∂f/∂a is so many times f, as of a power. */
  readonly degree?: string
  /** Formula over `parameters` that is 0 exactly where the derivative above is a convention because there is none. */
  readonly kink?: string
  /** Another such formula, for where that one leaps on one side: sin(x) − floor(sin(x)) comes near 1 at π/2, this near 0. */
  readonly touch?: string
  /** Whether f(−a) is f(a) or −f(a), for a function of one argument. */
  readonly parity?: 'even' | 'odd'
  /** For a reader the same, as a quotient of other functions, over `a`. */
  readonly quotient?: string
  /** What `f^-1` means, if it means something. */
  readonly inverse?: string
  /**
   * TeX: an operator name to stand before its argument, a notation around arguments already typeset,
   * or a formula over `parameters` that says the same to a reader.
   */
  readonly tex: string | ((...arguments_: string[]) => string) | { readonly formula: string }
  /** A function's name in Python, or where there is none, a Python expression over `parameters`; some hidden rows have neither. */
  readonly python?: string
}
