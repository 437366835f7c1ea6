import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { substitute } from '@shared/language/substitute'
import type {
  CallSyntax,
  PiecewiseSyntax,
  PowerSyntax,
  ProductSyntax,
  SumSyntax,
  Syntax
} from '@shared/language/syntax'
import { fenced } from '@shared/language/tex'
import { typeset, typesetCondition, typesetName } from '@shared/language/typeset'
import type { DerivationRule } from '@shared/protocol'
import { onStretches } from '../isolated'
import { ruleTree } from '../lower'
import {
  added,
  called,
  cleaned,
  compared,
  count,
  multiplied,
  named,
  negated,
  one,
  over,
  pieced,
  raised,
  times,
  zero
} from './draft'
import { nested, sharedPieces, toRead } from './read-rules'
import { excepting, validity } from './validity'

/**
 * One application of a rule of differentiation: its name, its law in TeX (empty if the name says all), and the result.
 */
export interface Applied {
  readonly rule: DerivationRule
  readonly law: string
  readonly tree: Syntax
}

/** The maximum number of factors of a product that is differentiated in one line. */
const maxFactors = 6

/** The maximum number of arguments in the law of a function like max. */
const maxLetters = 3

/**
 * The elementary rules of differentiation, each as one line of a derivation. A derivative still to be found is a name
 * that `pending` gives.
 */
export class Rules {
  readonly #variable: string
  readonly #varies: (tree: Syntax) => boolean
  readonly #pending: (tree: Syntax) => Syntax

  constructor(variable: string, varies: (tree: Syntax) => boolean, pending: (tree: Syntax) => Syntax) {
    this.#variable = variable
    this.#varies = varies
    this.#pending = pending
  }

  /** The outermost rule applied to d(tree)/d(variable); null if there is no readable one. */
  applied(tree: Syntax): Applied | null {
    if (!this.#varies(tree)) return { rule: 'constant', law: "(c)' = 0", tree: zero }
    switch (tree.kind) {
      case 'number':
      case 'constant':
        return null
      case 'name':
        return { rule: 'variable', law: `(${typesetName(this.#variable)})' = 1`, tree: one }
      case 'negate':
        return this.#negative(tree.of)
      case 'sum':
        return this.#sum(tree)
      case 'product':
        return this.#constantFactor(tree) ?? this.#quotient(tree) ?? this.#product(tree)
      case 'power':
        return this.#power(tree)
      case 'call':
        return this.#call(tree)
      case 'piecewise':
        return this.#pieces(tree)
    }
  }

  /** Term by term; constant terms, if there are many, in one step. */
  #sum(sum: SumSyntax): Applied {
    const terms = flatTerms(sum)
    const still = terms.filter(({ term }) => !this.#varies(term))
    const gathered = still.length > 2
    const parts = (gathered ? terms.filter(({ term }) => this.#varies(term)) : terms).map(({ minus, term }) => ({
      minus,
      term: this.#pending(term)
    }))
    if (gathered) parts.push({ minus: false, term: this.#pending(added(still)) })
    const minuses = parts.slice(1).map(({ minus }) => minus)
    const sign = minuses.includes(true) ? (minuses.includes(false) ? '\\pm' : '-') : '+'
    return { rule: 'sum', law: `(u ${sign} v)' = u' ${sign} v'`, tree: added(parts) }
  }

  #negative(of: Syntax): Applied {
    const scaled = of.kind === 'product' ? this.#constantFactor(of) : null
    if (scaled) return { ...scaled, tree: negated(scaled.tree) }
    return { rule: 'constant-factor', law: "(-u)' = -u'", tree: negated(this.#pending(of)) }
  }

  #constantFactor({ factors }: ProductSyntax): Applied | null {
    const still = factors.filter(({ factor }) => !this.#varies(factor))
    if (still.length === 0 || still.every(({ factor }) => factor.kind === 'number' && factor.value === 1)) return null
    const rest = factors.filter(({ factor }) => this.#varies(factor))
    const tree = times(cleaned(multiplied(still)), this.#pending(multiplied(rest)))
    return { rule: 'constant-factor', law: "(c\\,u)' = c\\,u'", tree }
  }

  #quotient({ factors }: ProductSyntax): Applied | null {
    const under = factors.filter(({ divide }) => divide).map(({ factor }) => factor)
    if (under.length === 0) return null
    const [u, v] = [cleaned(multiplied(factors.filter(({ divide }) => !divide))), times(...under)]
    const square = raised(v, count(2))
    if (!this.#varies(u)) {
      const law = "\\left(\\frac{1}{v}\\right)' = -\\frac{v'}{v^2}"
      return { rule: 'quotient', law, tree: cleaned(negated(over(times(u, this.#pending(v)), square))) }
    }
    const numerator = added([
      { minus: false, term: times(this.#pending(u), v) },
      { minus: true, term: times(u, this.#pending(v)) }
    ])
    const law = "\\left(\\frac{u}{v}\\right)' = \\frac{u'v - uv'}{v^2}"
    return { rule: 'quotient', law, tree: over(numerator, square) }
  }

  #product({ factors }: ProductSyntax): Applied | null {
    const of = factors.map(({ factor }) => factor)
    if (of.length > maxFactors) return null
    const terms = of.map((factor, i) => ({
      minus: false,
      term: times(...of.slice(0, i), this.#pending(factor), ...of.slice(i + 1))
    }))
    const law = of.length === 2 ? "(uv)' = u'v + uv'" : "(uvw)' = u'vw + uv'w + uvw'"
    return { rule: 'product', law, tree: added(terms) }
  }

  #power({ base, exponent }: PowerSyntax): Applied | null {
    const [variesBelow, variesAbove] = [this.#varies(base), this.#varies(exponent)]
    if (variesBelow && variesAbove) {
      const law = "(u^v)' = u^v (v\\log u)'"
      const tree = times(raised(base, exponent), this.#pending(times(exponent, called('log', base))))
      return { rule: 'general-power', law, tree }
    }
    if (variesBelow) {
      const slope = times(exponent, lowered(base, exponent))
      return this.#outer(base, slope, 'power', ['(x^n)', 'n x^{n - 1}'], ['(u^n)', "n u^{n - 1} u'"])
    }
    if (base.kind === 'constant' && base.name === 'e') return this.#call(called('exp', exponent))
    const slope = times(raised(base, exponent), called('log', base))
    return this.#outer(exponent, slope, 'exponential', ['(a^{x})', 'a^{x}\\log a'], ['(a^u)', "a^u\\log a \\cdot u'"])
  }

  /** f(u)′ where f has the derivative `slope` at u: with the factor u′, unless u is the variable itself. */
  #outer(u: Syntax, slope: Syntax, rule: DerivationRule, plain: Law, chained: Law): Applied {
    if (u.kind === 'name') {
      const [left, right] = plain.map((tex) => tex.replaceAll('x', typesetName(this.#variable)))
      return { rule, law: `${left}' = ${right}`, tree: slope }
    }
    const tree = times(slope, this.#pending(u))
    return { rule: 'chain', law: `${chained[0]}' = ${chained[1]}`, tree }
  }

  #call(call: CallSyntax): Applied | null {
    const row = functionNamed(call.name)
    const [first] = call.arguments
    if (row.variadic && call.arguments.length === 1 && first) {
      const tree = this.#pending(substitute(ruleTree(row, row.variadic.one), new Map([['a', first]]), call.range))
      return { rule: 'function', law: '', tree }
    }
    if (row.variadic?.shares) return this.#shared(call, row)
    if (row.variadic && call.arguments.length > 2) return this.#call(nested(call))
    const changing = call.arguments.flatMap((argument, i) => (this.#varies(argument) ? [i] : []))
    const values = new Map(call.arguments.map((argument, i) => [row.parameters[i] ?? '', argument]))
    const slopes = changing.map((i) => substitute(toRead(row, i), values, call.range))
    const [only] = changing
    const isPlain = changing.length === 1 && call.arguments[only ?? 0]?.kind === 'name'
    const law = functionLaw(row, changing, isPlain ? this.#variable : null, call)
    const isFlat = slopes.every((slope) => slope.kind === 'number' && slope.value === 0)
    if (isPlain || isFlat)
      return { rule: call.name === 'exp' ? 'exponential' : 'function', law, tree: slopes[0] ?? zero }
    const terms = changing.map((at, i) => ({
      minus: false,
      term: times(slopes[i] ?? zero, this.#pending(call.arguments[at] as Syntax))
    }))
    return { rule: changing.length === 1 ? 'chain' : 'several-arguments', law, tree: added(terms) }
  }

  /** max(u, v)′ is u′ or v′. */
  #shared(call: CallSyntax, row: FunctionRow): Applied {
    const tree = sharedPieces(
      row,
      call.arguments,
      call.arguments.map((argument) => (this.#varies(argument) ? this.#pending(argument) : null))
    )
    if (call.arguments.length > maxLetters) return { rule: 'pieces', law: '', tree }
    const letters = call.arguments.map((argument, i) => (this.#varies(argument) ? 'uvw' : 'abc').charAt(i))
    const slopes = letters.map((letter) => ('uvw'.includes(letter) ? named(`${letter}'`) : null))
    const is = typeset(sharedPieces(row, letters.map(named), slopes), { names: primed })
    return { rule: 'pieces', law: `${typeset(called(row.name, ...letters.map(named)))}' = ${is}`, tree }
  }

  #pieces(f: PiecewiseSyntax): Applied {
    const { pieces, otherwise } = onStretches(f, (part) => this.#varies(part)) ?? f
    const tree = pieced(
      pieces.map(({ condition, value }) => ({ condition, value: this.#pending(value) })),
      otherwise && this.#pending(otherwise)
    )
    return { rule: 'pieces', law: '', tree }
  }
}

/** The terms of a sum and of the sums in it: (a + b) + c has three. */
function flatTerms({ terms }: SumSyntax): SumSyntax['terms'] {
  return terms.flatMap(({ minus, term }) => (term.kind === 'sum' && !minus ? flatTerms(term) : [{ minus, term }]))
}

type Law = readonly [of: string, is: string]

/** base^(exponent − 1) without trivial exponents: x for x², x² for x³. */
function lowered(base: Syntax, exponent: Syntax): Syntax {
  if (exponent.kind !== 'number' || !Number.isInteger(exponent.value) || exponent.value > 1e15) {
    const less = added([
      { minus: false, term: exponent },
      { minus: true, term: one }
    ])
    return raised(base, less)
  }
  if (exponent.value === 2) return base
  return exponent.value === 1 ? one : raised(base, count(exponent.value - 1))
}

/**
 * TeX of a function's rule: `(\sin u)' = \cos u \cdot u'`; with the variable itself, if it is given, and no u'. If the
 * rule has exceptions, with the numbers of `call`, which determine them: `(\operatorname{mod}(x, 2))' = 1`.
 */
function functionLaw(
  row: FunctionRow,
  changing: readonly number[],
  variable: string | null,
  { arguments: given }: CallSyntax
): string {
  const isTold = variable !== null && row.kink !== undefined
  const isAlone = given.every((argument, i) => changing.includes(i) || (isTold && argument.kind === 'number'))
  const free = ['u', 'v', 'w']
  const letters = row.parameters.map((_, i) => {
    const position = changing.indexOf(i)
    return position < 0 ? 'c' : (variable ?? free[position] ?? 'u')
  })
  const parts = letters.map((letter, i) => {
    const argument = given[i]
    return isTold && argument?.kind === 'number' ? argument : named(letter)
  })
  const values = new Map(row.parameters.map((parameter, i) => [parameter, parts[i] ?? named('u')]))
  const range = { from: 0, to: 0 }
  const terms = changing.map((i) => {
    const slope = substitute(toRead(row, i), values, range)
    return { minus: false, term: variable !== null ? slope : cleaned(times(slope, named(`${letters[i]}'`))) }
  })
  const call = called(row.name, ...parts)
  const slope = added(terms)
  const law = `${fenced('(', typeset(call), ')')}' = ${typeset(slope, { names: primed })}`
  return excepting(
    law,
    variable !== null && isAlone ? validity(call, slope, variable).conditions : conditionOf(row, values)
  )
}

/** The condition under which a function's law holds, because the function has a kink or a jump elsewhere: `u \ne 0`. */
function conditionOf(row: FunctionRow, values: ReadonlyMap<string, Syntax>): readonly string[] {
  if (row.kink === undefined) return []
  const kink = substitute(ruleTree(row, row.kink), values, { from: 0, to: 0 })
  return [typesetCondition(compared(called('abs', kink), '>', zero))]
}

/** Primed names are the derivatives in a law. */
const primed = (name: string): string | undefined => (name.endsWith("'") ? name : undefined)
