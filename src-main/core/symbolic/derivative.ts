import { functionNamed } from '@shared/language/functions'
import { substitute } from '@shared/language/substitute'
import type { CallSyntax, PiecewiseSyntax, PowerSyntax, ProductSyntax, Syntax } from '@shared/language/syntax'
import { names, size } from '@shared/language/tree'
import { onStretches } from '../isolated'
import { ruleTree } from '../lower'
import { lengthToDifferentiate } from './changing'
import { named } from './draft'
import { polished } from './polish'
import { whole } from './rational'
import { inPieces, lift, product, tidied } from './read'
import { nested, sharedPieces, toRead } from './read-rules'
import { shortest, type Written } from './shortest'
import type { Sum } from './terms'
import * as terms from './terms'

/** The maximum number of nodes of a formula, and of a derivative, that is shown; longer ones are only plotted. */
const maxSize = 200
const maxShown = 120

/**
 * ∂f/∂variable as a readable tree, in the shortest of its forms: 8x + 4y, −2(1 − x) − 400x(y − x²), (x + 1)eˣ. `order`:
 * the order of names within a product. Null if it would be too long.
 */
export function readableDerivative(f: Syntax, variable: string, order: readonly string[]): Syntax | null {
  return tidiedDerivative(f, variable, order)?.tree ?? null
}

/** The same, with the lines that lead to it from the derivative as the rules of differentiation give it. */
export function tidiedDerivative(f: Syntax, variable: string, order: readonly string[]): Written | null {
  if (lengthToDifferentiate(f, variable) > maxSize) return null
  const found = terms.unlessTooLong(() => {
    const derivative = new Differentiation(variable).derivative(f)
    return derivative && shortest(plain(polished(derivative)), variable, order, names(f).size === 1)
  })
  return found && size(found.tree) <= maxShown ? found : null
}

/** The elementary rules of differentiation with respect to one variable. Null means: no readable form. */
class Differentiation {
  readonly #variable: string
  readonly #tidied = new Map<Syntax, Sum | null>()
  readonly #varying = new Map<Syntax, boolean>()

  constructor(variable: string) {
    this.#variable = variable
  }

  derivative(f: Syntax): Sum | null {
    if (!this.#varies(f)) return terms.nothing
    switch (f.kind) {
      case 'number':
      case 'constant':
        return terms.nothing
      case 'name':
        return terms.one
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
        return this.#pieces(f)
    }
  }

  #pieces(f: PiecewiseSyntax): Sum | null {
    const stretches = onStretches(f, (part) => this.#varies(part))
    return stretches && inPieces(stretches, (value) => this.derivative(value))
  }

  /** (u·v)′ = u′·v + u·v′, for any number of factors. */
  #product(factors: readonly Syntax[]): Sum | null {
    const values = factors.map((factor) => this.#tidy(factor))
    const parts = factors.map((factor, i) => scaled(this.derivative(factor), values.slice(0, i), values.slice(i + 1)))
    return lift(terms.add)(...parts)
  }

  /** (u/w)′ = u′/w where w is constant, otherwise (u′·w − u·w′)/w². */
  #quotient({ factors }: ProductSyntax): Sum | null {
    const over = factors.filter(({ divide }) => !divide).map(({ factor }) => factor)
    const under = factors.filter(({ divide }) => divide).map(({ factor }) => factor)
    const overSlope = this.#product(over)
    const underSlope = this.#product(under)
    const w = product(...under.map((factor) => this.#tidy(factor)))
    if (!overSlope || !underSlope || !w) return null
    if (underSlope.length === 0) return lift(terms.divide)(overSlope, w)
    const u = product(...over.map((factor) => this.#tidy(factor)))
    const inverse = terms.divide(terms.one, w)
    if (!u || !inverse) return null
    const still = terms.negate(terms.multiply(u, inverse, inverse))
    const all = terms.add(
      ...summands(overSlope, inverse),
      underSlope.flatMap((term) => terms.multiply(still, [term]))
    )
    const { common, rest } = terms.factored(all)
    const numerator = shorter(rest)
    // −(sin x + x cos x), rather than a fraction with negative terms only.
    const isNegative = numerator.every(({ coefficient }) => coefficient.over < 0n)
    return isNegative
      ? terms.negate(terms.multiply(common, terms.negate(numerator)))
      : terms.multiply(common, numerator)
  }

  /** (uⁿ)′ = n·uⁿ⁻¹·u′, (cʷ)′ = cʷ·log c·w′, and (uʷ)′ = uʷ·(log u·w′ + w·u′/u). */
  #power({ base, exponent }: PowerSyntax): Sum | null {
    const [u, w] = [this.#tidy(base), this.#tidy(exponent)]
    const [uSlope, wSlope] = [this.derivative(base), this.derivative(exponent)]
    if (!u || !w || !uSlope || !wSlope) return null
    if (wSlope.length === 0) {
      return scaled(uSlope, [w, terms.power(u, terms.add(w, terms.number(whole(-1))))])
    }
    const growth = scaled(wSlope, [terms.call('log', [u])])
    const all = uSlope.length === 0 ? growth : lift(terms.add)(growth, lift(terms.divide)(product(w, uSlope), u))
    return scaled(all && positiveFirst(all), [terms.power(u, w)])
  }

  /** f(u, v …)′ = ∂f/∂u·u′ + ∂f/∂v·v′ + …, by the rules of the function's row. */
  #chain(f: CallSyntax): Sum | null {
    const row = functionNamed(f.name)
    const [first] = f.arguments
    if (row.variadic && f.arguments.length === 1 && first) {
      return this.derivative(substitute(ruleTree(row, row.variadic.one), new Map([['a', first]]), f.range))
    }
    if (row.variadic?.shares) return this.#shared(f)
    if (row.variadic && f.arguments.length > 2) return this.#chain(nested(f))
    const scope = new Map<string, Sum>()
    for (const [i, argument] of f.arguments.entries()) {
      const value = this.#tidy(argument)
      if (!value) return null
      scope.set(row.parameters[i] ?? '', value)
    }
    return lift(terms.add)(
      ...f.arguments.map((argument, i) => {
        // A constant argument contributes nothing, even if its derivative has no readable form.
        if (!this.#varies(argument)) return terms.nothing
        const slope = this.derivative(argument)
        const outer = tidied(toRead(row, i), scope)
        return outer && slope && terms.ofEachPiece(outer, (part) => scaled(slope, [part]))
      })
    )
  }

  /** max(u, v)′ is u′ or v′. */
  #shared(f: CallSyntax): Sum | null {
    const scope = new Map<string, Sum>()
    const slopes: (Syntax | null)[] = []
    for (const [i, argument] of f.arguments.entries()) {
      const slope = this.derivative(argument)
      if (!slope) return null
      scope.set(`${i}'`, slope)
      slopes.push(this.#varies(argument) ? named(`${i}'`) : null)
    }
    return tidied(sharedPieces(functionNamed(f.name), f.arguments, slopes), scope)
  }

  #varies(tree: Syntax): boolean {
    const known = this.#varying.get(tree)
    if (known !== undefined) return known
    const varies = names(tree).has(this.#variable)
    this.#varying.set(tree, varies)
    return varies
  }

  #tidy(tree: Syntax): Sum | null {
    const known = this.#tidied.get(tree)
    if (known !== undefined) return known
    const read = tidied(tree)
    this.#tidied.set(tree, read)
    return read
  }
}

/** A derivative times constant factors; if it is piecewise, piece by piece. */
function scaled(slope: Sum | null, before: readonly (Sum | null)[], after: readonly (Sum | null)[] = []): Sum | null {
  if ([...before, slope, ...after].some((factor) => factor?.length === 0)) return terms.nothing
  return slope && terms.ofEachPiece(slope, (part) => product(...before, part, ...after))
}

/** a·b as a list of terms, each term of a times b, so that like terms can be added. */
function summands(a: Sum, b: Sum): Sum[] {
  return a.map((term) => terms.multiply([term], b))
}

/**
 * Numerators alone are expanded if that is shorter, as in x²/(1 + x²), and reordered so as not to begin with a minus.
 */
function shorter(sum: Sum): Sum {
  const circled = terms.withUnitCircles(sum)
  const multiplied = terms.expanded(circled)
  const other = multiplied && terms.withUnitCircles(multiplied)
  return positiveFirst(other && terms.length(other) < terms.length(circled) ? other : circled)
}

/** The sum expanded, if much cancels: 2(x + 1) + 2(x − 1) is 4x. */
function plain(sum: Sum): Sum {
  const multiplied = sum.length > 1 ? terms.expanded(sum) : null
  return multiplied && 2 * terms.length(multiplied) <= terms.length(sum) ? multiplied : sum
}

function positiveFirst(sum: Sum): Sum {
  const positive = sum.find(({ coefficient }) => coefficient.over > 0n)
  return positive ? [positive, ...sum.filter((term) => term !== positive)] : sum
}
