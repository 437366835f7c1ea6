import type { Range } from '../range'

/** The syntax tree of a formula. Every node has the range of the text from which it was parsed. */
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
  /**
   * The digits as typed, folded to ASCII: `2.50` is typeset as `2.50`. In a parsed tree the value is finite and not
   * negative.
   */
  readonly digits: string
}

export interface ConstantSyntax extends Node {
  readonly kind: 'constant'
  readonly name: 'pi' | 'e'
}

/** A variable, a parameter or (in an update rule) a setting, by its canonical name, e.g. `x0` for `x[0]` or `x₀`. */
export interface NameSyntax extends Node {
  readonly kind: 'name'
  readonly name: string
}

export interface NegateSyntax extends Node {
  readonly kind: 'negate'
  readonly of: Syntax
}

/**
 * A flat list of at least two terms, added from left to right, so that a long sum is not deep. In a parsed tree the
 * first term is never `minus`: a sign before it is a negate node.
 */
export interface SumSyntax extends Node {
  readonly kind: 'sum'
  readonly terms: readonly { readonly minus: boolean; readonly term: Syntax }[]
}

/**
 * A flat list of at least two factors, multiplied and divided from left to right: `1/2x` is (1/2)·x. The first factor
 * never divides.
 */
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
  /** The canonical name of a row of `functions.ts`. */
  readonly name: string
  readonly arguments: readonly Syntax[]
}

/** A piecewise function: the first condition that holds decides. */
export interface PiecewiseSyntax extends Node {
  readonly kind: 'piecewise'
  /** At least one. */
  readonly pieces: readonly { readonly condition: Condition; readonly value: Syntax }[]
  /** The value in all other cases; null: undefined there. */
  readonly otherwise: Syntax | null
}

/** A Boolean expression. A comparison with NaN is undefined, and so is what depends on it. */
export type Condition = ComparisonSyntax | JunctionSyntax | NotSyntax

/** `x < 2`. A chain `0 < x < 1` is parsed as `0 < x and x < 1`. */
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

/** A parsed formula. */
export interface Formula {
  readonly text: string
  readonly tree: Syntax
  /** Free names in order of first appearance: variables and parameters together. */
  readonly names: readonly string[]
  /** The arguments of the left-hand side: `f(w, b) = …` declares w and b as variables. */
  readonly arguments: readonly string[]
  /**
   * The letter that stands for a whole vector somewhere, as x does in `np.sum(x**2)`; the text does not say how many
   * elements it has.
   */
  readonly vector: string | null
}
