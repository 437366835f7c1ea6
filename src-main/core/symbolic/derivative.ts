import { functionNamed } from '@shared/language/functions'
import { substitute } from '@shared/language/substitute'
import type { CallSyntax, PowerSyntax, ProductSyntax, Syntax } from '@shared/language/syntax'
import { ruleTree } from '../lower'
import { size } from '../tree'
import { rationalOf, whole } from './rational'
import type { Sum } from './terms'
import * as terms from './terms'
import { written } from './written'

/** Longer formulas and longer derivatives are not read but plotted: numbers of syntax nodes. */
const mostToRead = 200
const mostToShow = 120

/**
 * ∂f/∂variable as a tree to be read, tidied but not multiplied out: 8x + 4y, −2(1 − x) − 400x(y − x²).
 * `order`: names in the order in which they are written within a product. Null where it would be too long to read.
 */
export function readableDerivative(f: Syntax, variable: string, order: readonly string[]): Syntax | null {
  if (size(f) > mostToRead) return null
  const derivative = new Differentiation(variable).derivative(f)
  if (!derivative) return null
  const tree = written(derivative, order)
  return tree && size(tree) <= mostToShow ? tree : null
}

type Scope = ReadonlyMap<string, Sum>

/** The rules of school, with respect to one variable. Null means: no readable form. */
class Differentiation {
  readonly #variable: string
  readonly #tidied = new Map<Syntax, Sum | null>()

  constructor(variable: string) {
    this.#variable = variable
  }

  derivative(f: Syntax): Sum | null {
    switch (f.kind) {
      case 'number':
      case 'constant':
        return terms.nothing
      case 'name':
        return f.name === this.#variable ? terms.one : terms.nothing
      case 'negate':
        return lift(terms.negate)(this.derivative(f.of))
      case 'sum':
        return lift(terms.add)(
          ...f.terms.map(({ minus, term }) => {
            const part = this.derivative(term)
            return part && minus ? terms.negate(part) : part
          })
        )
      case 'product':
        return this.#quotient(f)
      case 'power':
        return this.#power(f)
      case 'call':
        return this.#chain(f)
      case 'piecewise':
        return null
    }
  }

  /** (u·v)′ = u′·v + u·v′ for any number of factors. */
  #product(factors: readonly Syntax[]): Sum | null {
    const values = factors.map((factor) => this.#tidy(factor))
    const parts = factors.map((factor, i) =>
      product(...values.slice(0, i), this.derivative(factor), ...values.slice(i + 1))
    )
    return lift(terms.add)(...parts)
  }

  /** (u/w)′ = u′/w where w is constant, otherwise (u′·w − u·w′)/w². */
  #quotient({ factors }: ProductSyntax): Sum | null {
    const over = factors.filter(({ divide }) => !divide).map(({ factor }) => factor)
    const under = factors.filter(({ divide }) => divide).map(({ factor }) => factor)
    const overSlope = this.#product(over)
    const underSlope = this.#product(under)
    if (!overSlope || !underSlope) return null
    const [u, w] = [over, under].map((all) => product(...all.map((factor) => this.#tidy(factor))))
    if (!u || !w) return null
    if (underSlope.length === 0) return terms.divide(overSlope, w)
    const numerator = terms.add(...summands(overSlope, w), ...summands(terms.negate(u), underSlope))
    return lift(terms.divide)(shorter(numerator), terms.power(w, terms.number(whole(2))))
  }

  /** (uⁿ)′ = n·uⁿ⁻¹·u′, (cʷ)′ = cʷ·log c·w′, and (uʷ)′ = uʷ·(log u·w′ + w·u′/u). */
  #power({ base, exponent }: PowerSyntax): Sum | null {
    const [u, w] = [this.#tidy(base), this.#tidy(exponent)]
    const [uSlope, wSlope] = [this.derivative(base), this.derivative(exponent)]
    if (!u || !w || !uSlope || !wSlope) return null
    if (wSlope.length === 0) {
      if (uSlope.length === 0) return terms.nothing
      return product(w, terms.power(u, terms.add(w, terms.number(whole(-1)))), uSlope)
    }
    const growth = product(terms.call('log', [u]), wSlope)
    const all = uSlope.length === 0 ? growth : lift(terms.add)(growth, lift(terms.divide)(product(w, uSlope), u))
    return product(terms.power(u, w), all)
  }

  /** f(u, v …)′ = ∂f/∂u·u′ + ∂f/∂v·v′ + …, by the rules of the function's row. */
  #chain(f: CallSyntax): Sum | null {
    const row = functionNamed(f.name)
    const [first] = f.arguments
    if (row.variadic && f.arguments.length > 2) return this.#chain(nested(f))
    if (row.variadic && f.arguments.length === 1 && first) {
      return this.derivative(substitute(ruleTree(row, row.variadic.one), new Map([['a', first]]), f.range))
    }
    const scope = new Map<string, Sum>()
    for (const [i, argument] of f.arguments.entries()) {
      const value = this.#tidy(argument)
      if (!value) return null
      scope.set(row.parameters[i] ?? '', value)
    }
    return lift(terms.add)(
      ...f.arguments.map((argument, i) => {
        const slope = this.derivative(argument)
        // An argument that does not change contributes nothing, readable or not.
        if (slope?.length === 0) return slope
        return product(this.#tidy(ruleTree(row, row.derivatives[i] ?? '0'), scope), slope)
      })
    )
  }

  /** The tree in tidied form. Names that `scope` has stand for what it gives. */
  #tidy(tree: Syntax, scope?: Scope): Sum | null {
    if (scope) return this.#read(tree, scope)
    const known = this.#tidied.get(tree)
    if (known !== undefined) return known
    const tidied = this.#read(tree)
    this.#tidied.set(tree, tidied)
    return tidied
  }

  #read(tree: Syntax, scope?: Scope): Sum | null {
    switch (tree.kind) {
      case 'number': {
        const value = rationalOf(tree.digits)
        return value && terms.number(value)
      }
      case 'constant':
        return terms.constant(tree.name)
      case 'name':
        return scope?.get(tree.name) ?? terms.name(tree.name)
      case 'negate':
        return lift(terms.negate)(this.#tidy(tree.of, scope))
      case 'sum':
        return lift(terms.add)(
          ...tree.terms.map(({ minus, term }) => {
            const part = this.#tidy(term, scope)
            return part && minus ? terms.negate(part) : part
          })
        )
      case 'product':
        return product(
          ...tree.factors.map(({ divide, factor }) => {
            const part = this.#tidy(factor, scope)
            return divide ? part && terms.divide(terms.one, part) : part
          })
        )
      case 'power':
        return lift(terms.power)(this.#tidy(tree.base, scope), this.#tidy(tree.exponent, scope))
      case 'call': {
        const of = tree.arguments.map((argument) => this.#tidy(argument, scope))
        return lift((...all: Sum[]) => terms.call(tree.name, all))(...of)
      }
      case 'piecewise':
        return null
    }
  }
}

/** f(a, b, c) as f(f(a, b), c). */
function nested(f: CallSyntax): CallSyntax {
  const last = f.arguments.slice(-1)
  return { ...f, arguments: [{ ...f, arguments: f.arguments.slice(0, -1) }, ...last] }
}

/** a·b as a list of terms: a's own terms each times b, so that equal ones can be added up. */
function summands(a: Sum, b: Sum): Sum[] {
  return a.map((term) => terms.multiply([term], b))
}

/**
 * The numerator of a quotient is the one place where multiplying out often leaves less, as in x²/(1 + x²), and where
 * terms change places so that it does not begin with a minus.
 */
function shorter(sum: Sum): Sum {
  const other = terms.expanded(sum)
  const best = other && terms.length(other) < terms.length(sum) ? other : sum
  const positive = best.find(({ coefficient }) => coefficient.over > 0n)
  return positive ? [positive, ...best.filter((term) => term !== positive)] : best
}

const product = (...factors: readonly (Sum | null)[]) => lift(terms.multiply)(...factors)

/** The same operation where an operand, or the result, may have no readable form. */
function lift(operation: (...operands: Sum[]) => Sum | null): (...operands: readonly (Sum | null)[]) => Sum | null {
  return (...operands) => (operands.some((operand) => operand === null) ? null : operation(...(operands as Sum[])))
}
