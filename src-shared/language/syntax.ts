/** A stretch of the text as typed: 0-based UTF-16 offsets, `to` exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** What the parser makes of a formula. Every node knows the stretch of typed text it was read from. */
export type Syntax =
  | NumberSyntax
  | ConstantSyntax
  | NameSyntax
  | NegateSyntax
  | SumSyntax
  | ProductSyntax
  | PowerSyntax
  | CallSyntax
  | PiecewiseSyntax

interface Node {
  readonly range: Range
}

export interface NumberSyntax extends Node {
  readonly kind: 'number'
  readonly value: number
  /** The digits as they were typed, folded to ASCII: `2.50` stays `2.50` in the typeset echo. In a parsed tree the value is finite and not negative. */
  readonly digits: string
}

export interface ConstantSyntax extends Node {
  readonly kind: 'constant'
  readonly name: 'pi' | 'e'
}

/** A variable, a parameter or (in an update rule) a setting: its canonical name, e.g. `x0` for `x[0]` or `x₀`. */
export interface NameSyntax extends Node {
  readonly kind: 'name'
  readonly name: string
}

export interface NegateSyntax extends Node {
  readonly kind: 'negate'
  readonly of: Syntax
}

/**
 * A flat list of at least two, added from left to right, so that a long sum is not deep. In a parsed tree the first
 * term is never `minus`: a sign before it is a negate node.
 */
export interface SumSyntax extends Node {
  readonly kind: 'sum'
  readonly terms: readonly { readonly minus: boolean; readonly term: Syntax }[]
}

/** A flat list of at least two, multiplied and divided from left to right: `1/2x` is (1/2)·x. The first factor never divides. */
export interface ProductSyntax extends Node {
  readonly kind: 'product'
  readonly factors: readonly { readonly divide: boolean; readonly factor: Syntax }[]
}

export interface PowerSyntax extends Node {
  readonly kind: 'power'
  readonly base: Syntax
  readonly exponent: Syntax
}

export interface CallSyntax extends Node {
  readonly kind: 'call'
  /** The row of `functions.ts`, by its canonical name. */
  readonly name: string
  readonly arguments: readonly Syntax[]
}

/** A function in pieces: the first condition that holds decides. */
export interface PiecewiseSyntax extends Node {
  readonly kind: 'piecewise'
  /** At least one. */
  readonly pieces: readonly { readonly condition: Condition; readonly value: Syntax }[]
  /** Null where nothing is said of all other cases: the function is not defined there. */
  readonly otherwise: Syntax | null
}

/** What is true or false. Where a number it compares is NaN it is neither, and so is what it decides. */
export type Condition = ComparisonSyntax | JunctionSyntax | NotSyntax

/** `x < 2`. A chain `0 < x < 1` is read as `0 < x and x < 1`. */
export interface ComparisonSyntax extends Node {
  readonly kind: 'comparison'
  readonly relation: Relation
  readonly left: Syntax
  readonly right: Syntax
}

export type Relation = '<' | '<=' | '>' | '>=' | '=' | '≠'

/** A flat list of at least two conditions of which all (`and`) or at least one (`or`) must hold. */
export interface JunctionSyntax extends Node {
  readonly kind: 'junction'
  readonly word: 'and' | 'or'
  readonly of: readonly Condition[]
}

export interface NotSyntax extends Node {
  readonly kind: 'not'
  readonly of: Condition
}

/** A formula as it was understood. */
export interface Formula {
  readonly text: string
  readonly tree: Syntax
  /** Free names in the order of their first appearance: variables and parameters together. */
  readonly names: readonly string[]
  /** The names in the brackets of a left-hand side: `f(w, b) = …` says that w and b are variables. */
  readonly arguments: readonly string[]
  /** The letter that stands for the whole vector somewhere, as x does in `np.sum(x**2)`: how many elements it has is not in the text. */
  readonly vector: string | null
}
