import type { Syntax } from '@shared/language/syntax'
import type { DerivationRule } from '@shared/protocol'
import { identities, named, quotients } from './identities'
import { symbols } from './length'
import { polished } from './polish'
import { dividedExactly, linearFactors } from './quotient'
import * as rational from './rational'
import type { Base, Factor, Sum, Term } from './terms'
import * as terms from './terms'
import { written } from './written'

/** The maximum length of sums that are simplified, in the units of `terms.length`. */
const maxSearched = 60
/** The maximum number of forms that are generated. */
const maxForms = 24
/** How much longer than the first a form may be if others are generated from it, in the units of `terms.length`. */
const maxDetour = 8
/** Brackets are expanded if the length shrinks at least by this factor. */
const worthOpening = 0.75

interface Form {
  readonly sum: Sum
  /** The steps from the form before, with the intermediate results that are shown. */
  readonly path: readonly Stage[]
  /**
   * By how many symbols it may be longer than another form and still be preferred; a half decides among equals only.
   */
  readonly bonus: number
  /** Whether brackets of a sum of products were expanded: those say more than the result. */
  readonly isOpened: boolean
}

interface Stage {
  readonly rule: TidyingRule
  readonly sum: Sum
}

/** The rules that simplify a derivative after all rules of differentiation are applied. */
export type TidyingRule = Extract<DerivationRule, 'tidy' | 'expand' | 'collect' | 'factor' | 'reduce' | 'identity'>

/** A form as it is written, and how it was derived. */
export interface Written {
  readonly tree: Syntax
  /** From the given sum on, each line of the same value; the last is `tree`. */
  readonly lines: readonly { readonly rule: TidyingRule; readonly tree: Syntax }[]
}

/**
 * A common factor in front is preferred, a common denominator to as long a form with several; every other form has to
 * be shorter, and one by trigonometric identities much shorter.
 */
const bonuses = { denominator: 0.5, factor: 1.5, identity: -1.5 }

/**
 * The shortest form of a sum that the rules below lead to: common factors in front, a common denominator, brackets
 * expanded or divided by the denominator, tan as sin/cos, cos² as 1 − sin². A polynomial keeps its terms if they are as
 * short. `mayOpen`: whether adjacent brackets may be expanded.
 */
export function shortest(given: Sum, variable: string, order: readonly string[], mayOpen: boolean): Written | null {
  const isPolynomial = given.every(({ factors }) => factors.every(isPowerOfName))
  const sum = isPolynomial ? given : positiveFirst(given)
  const plain = written(sum, order)
  if (!plain) return null
  let best = { tree: plain, cost: symbols(plain), path: [] as readonly Stage[] }
  const least = best.cost
  for (const { sum: other, path, bonus, isOpened } of forms(sum, variable, mayOpen)) {
    const tree = written(other, order)
    if (!tree) continue
    const length = symbols(tree)
    if (isOpened && (other.length > sum.length || length > worthOpening * least)) continue
    const cost = length - (isPolynomial ? 0 : bonus)
    if (cost < best.cost) best = { tree, cost, path }
  }
  const lines = best.path.flatMap(({ rule, sum: stage }) => {
    const tree = written(stage, order)
    return tree ? [{ rule, tree }] : []
  })
  return { tree: best.tree, lines: [{ rule: 'tidy', tree: plain }, ...lines] }
}

/** All forms to which the rules lead, breadth first, except through much longer ones. */
function forms(sum: Sum, variable: string, mayOpen: boolean): readonly Form[] {
  const found: Form[] = [{ sum, path: [], bonus: 0, isOpened: false }]
  const length = terms.length(sum)
  if (length > maxSearched || hasPieces(sum)) return found
  const seen = new Set([terms.sumKey(sum)])
  for (let i = 0; i < found.length && found.length < maxForms; i++) {
    for (const next of neighbours(found[i] as Form, variable, mayOpen)) {
      if (terms.length(next.sum) > length + maxDetour) continue
      const key = terms.sumKey(next.sum)
      if (!seen.has(key)) found.push(next)
      seen.add(key)
    }
  }
  return found
}

function neighbours(form: Form, variable: string, mayOpen: boolean): readonly Form[] {
  const { sum, path, isOpened } = form
  const made = (rule: TidyingRule, sums: readonly Sum[], bonus = form.bonus) =>
    sums.map((each): Form => ({ ...form, sum: each, path: [...path, { rule, sum: each }], bonus }))
  const products = mayOpen && sum.length > 1 ? terms.multipliedOut(sum) : null
  return [
    ...gathered(sum).map(
      ({ stages, bonus }): Form => ({
        sum: stages.at(-1)?.sum ?? sum,
        path: [...path, ...stages],
        bonus: Math.min(form.bonus, 0) + bonus,
        isOpened
      })
    ),
    ...made('factor', factoredBrackets(sum, true), sum.length === 1 ? bonuses.factor : form.bonus),
    ...made('factor', factoredBrackets(sum, false)),
    ...(mayOpen ? made('collect', inBrackets(sum, multipliedOut)) : []),
    ...made('reduce', [...cancelled(sum, variable), ...withoutNumbers(sum)]),
    ...made('tidy', [...merged(sum), polished(sum)]),
    ...made('identity', [...renamed(sum), ...inBrackets(sum, renamed)]),
    ...made('identity', [...byPythagoras(sum), ...inBrackets(sum, byPythagoras)], form.bonus + bonuses.identity),
    ...(products ? [opened(form, products)] : []),
    ...made('reduce', apart(sum), form.bonus + bonuses.identity)
  ]
}

/** All brackets multiplied out. */
function opened(form: Form, products: Sum): Form {
  const sum = terms.add(products)
  return {
    ...form,
    sum,
    path: [...form.path, { rule: 'expand', sum: products }, { rule: 'collect', sum }],
    isOpened: true
  }
}

const isPowerOfName = ({ base, exponent }: Factor): boolean =>
  (base.kind === 'name' || base.kind === 'constant') && exponent.over > 0n && exponent.under === 1n

const hasPieces = (sum: Sum): boolean => sum.some(({ factors }) => factors.some(({ base }) => base.kind === 'pieces'))

/** Common factors of all terms in front, with or without a common denominator; the rest as it is and expanded. */
function gathered(sum: Sum): readonly { readonly stages: readonly Stage[]; readonly bonus: number }[] {
  if (sum.length < 2) return []
  return [true, false].flatMap((withDenominator) => {
    const { common, rest } = terms.factored(sum, withDenominator)
    const [factors = []] = common.map((term) => term.factors)
    const inverse = terms.divide(terms.one, common)
    if (factors.length === 0 || !inverse) return []
    const bonus = factors.every(({ exponent }) => exponent.over > 0n) ? bonuses.factor : bonuses.denominator
    const stage = (rule: TidyingRule, inner: Sum): Stage => {
      const { content, primitive } = withoutContent(inner)
      return { rule, sum: terms.multiply(common, terms.number(content), primitive) }
    }
    const divided = sum.flatMap((term) => terms.multiply([term], inverse))
    const front = stage('factor', divided)
    const plain = { stages: [front, stage('collect', rest)], bonus }
    const products = terms.multipliedOut(divided)
    if (!products) return [plain]
    const collected = stage('collect', terms.withUnitCircles(terms.add(products)))
    return [plain, { stages: [front, stage('expand', products), collected], bonus }]
  })
}

/**
 * The content and the primitive part, 2 and x + 2 for 2x + 4; with the sign changed if that leaves fewer minus signs or
 * none in front.
 */
function withoutContent(sum: Sum): { readonly content: rational.Rational; readonly primitive: Sum } {
  if (sum.length < 2 || sum.some(({ coefficient }) => coefficient.decimal)) {
    return { content: rational.one, primitive: positiveFirst(sum) }
  }
  const common = sum.reduce((all, { coefficient }) => rational.commonDivisor(all, coefficient), rational.zero)
  const isNegative = sum.every(({ coefficient }) => coefficient.over < 0n)
  const content = isNegative ? rational.negative(common) : common
  const inverse = terms.number(rational.power(content, -1) ?? rational.one)
  return { content, primitive: positiveFirst(sum.flatMap((term) => terms.multiply([term], inverse))) }
}

/** A polynomial by descending powers, unless that puts a minus in front; other sums with a positive term first. */
function positiveFirst(sum: Sum): Sum {
  const isPolynomial = sum.every(({ factors }) => factors.every(isPowerOfName))
  const falling = isPolynomial ? [...sum].sort((a, b) => degree(b) - degree(a)) : sum
  const [first] = falling
  if (!first || first.coefficient.over > 0n) return falling
  const rising = isPolynomial ? [...falling].reverse() : falling
  const positive = rising.find(({ coefficient }) => coefficient.over > 0n)
  return positive ? [positive, ...rising.filter((term) => term !== positive)] : sum
}

const degree = ({ factors }: Term): number =>
  factors.reduce(
    (all, { base, exponent }) => all + (base.kind === 'name' ? (rational.wholeValue(exponent) ?? 0) : 0),
    0
  )

/** Each term with the sum in one of its brackets in another form. */
function inBrackets(sum: Sum, others: (inner: Sum, exponent: rational.Rational) => readonly Sum[]): readonly Sum[] {
  return ofFactors(sum, ({ base, exponent }) => {
    if (base.kind !== 'group' || !rational.wholeValue(exponent)) return []
    return others(base.sum, exponent).flatMap((one) => listed(terms.power(one, terms.number(exponent))))
  })
}

/**
 * Common factors of the terms in brackets before these; `inFront`: without a denominator, for brackets in a numerator.
 */
function factoredBrackets(sum: Sum, inFront: boolean): readonly Sum[] {
  return inBrackets(sum, (inner, exponent) => {
    const found = gathered(inner).filter(({ bonus }) => {
      return (exponent.over > 0n && bonus === bonuses.factor) === inFront
    })
    return found.flatMap(({ stages }) => stages.slice(-1).map((stage) => stage.sum))
  })
}

/** 1/x + 1 for (1 + x)/x: a fraction split into several, each in lowest terms. */
function apart(sum: Sum): readonly Sum[] {
  const [term] = sum
  if (sum.length !== 1 || !term?.factors.some(({ exponent }) => exponent.over < 0n)) return []
  return term.factors.flatMap((factor) => {
    if (factor.base.kind !== 'group' || !rational.isOne(factor.exponent)) return []
    const rest: Sum = [{ ...term, factors: term.factors.filter((other) => other !== factor) }]
    const parts = terms.add(factor.base.sum.flatMap((part) => terms.multiply([part], rest)))
    return terms.length(parts) <= terms.length(sum) ? [parts] : []
  })
}

/** The sum expanded, if it has no more terms then. */
function multipliedOut(sum: Sum): readonly Sum[] {
  const open = terms.expanded(sum)
  const other = open && terms.withUnitCircles(open)
  return other && other.length <= sum.length ? [other] : []
}

const listed = (sum: Sum | null): readonly Sum[] => (sum ? [sum] : [])

/** All sums in which one factor of one term is replaced by a result of `change`. */
function ofFactors(sum: Sum, change: (factor: Factor, term: Term) => readonly Sum[]): readonly Sum[] {
  return sum.flatMap((term, index) =>
    term.factors.flatMap((factor) =>
      change(factor, term).map((made) => {
        const rest: Sum = [{ ...term, factors: term.factors.filter((other) => other !== factor) }]
        return withTerm(sum, index, terms.multiply(rest, made))
      })
    )
  )
}

const withTerm = (sum: Sum, index: number, made: Sum): Sum => terms.add(sum.slice(0, index), made, sum.slice(index + 1))

/**
 * A bracket in the numerator divided exactly by one in the denominator; and a polynomial as a power of a linear one.
 */
function cancelled(sum: Sum, variable: string): readonly Sum[] {
  return ofFactors(sum, ({ base, exponent }, term) => {
    if (base.kind !== 'group') return []
    const times = rational.wholeValue(exponent)
    if (times === undefined) return []
    const below =
      times > 0 ? term.factors.filter((other) => other.base.kind === 'group' && other.exponent.over < 0n) : []
    const quotients = below.flatMap((other) => {
      const divisor = other.base.kind === 'group' ? other.base.sum : terms.one
      const quotient = dividedExactly(base.sum, divisor, variable)
      return quotient ? [terms.multiply(quotient, divisor)] : []
    })
    const products = linearFactors(base.sum, variable)
    return [...quotients, ...(products ? [products] : [])].flatMap((one) =>
      listed(terms.power(one, terms.number(exponent)))
    )
  })
}

/** (1 + x)(1 − x) as 1 − x², within the numerator or the denominator. */
function merged(sum: Sum): readonly Sum[] {
  return sum.flatMap((term, index) => {
    const groups = term.factors.filter(({ base, exponent }) => base.kind === 'group' && rational.wholeValue(exponent))
    return groups.flatMap((one, i) =>
      groups.slice(i + 1).flatMap((other) => {
        if (one.base.kind !== 'group' || other.base.kind !== 'group') return []
        if (!rational.isEqual(one.exponent, other.exponent)) return []
        const product = terms.expanded(terms.multiply(one.base.sum, other.base.sum))
        const raised = product && terms.power(product, terms.number(one.exponent))
        if (!raised) return []
        const rest: Sum = [{ ...term, factors: term.factors.filter((factor) => factor !== one && factor !== other) }]
        return [withTerm(sum, index, terms.multiply(rest, raised))]
      })
    )
  })
}

/** √(4 − x²)/2 for √(1 − x²/4), (x + 2)/√x for (2x + 4)/(2√x): square factors are taken out of a root. */
function withoutNumbers(sum: Sum): readonly Sum[] {
  return ofFactors(sum, ({ base, exponent }) => {
    const isRoot = exponent.under === 2n
    if (base.kind !== 'group' || !(isRoot || exponent.under === 1n)) return []
    const { content, primitive } = withoutContent(base.sum)
    const root = isRoot ? rational.squareRoot(content) : content
    const outside = root && rational.power(root, Number(exponent.over))
    const inside = terms.power(primitive, terms.number(exponent))
    return outside && inside ? [terms.multiply(terms.number(outside), inside)] : []
  })
}

/** sin/cos as tan, or tan as sin/cos. */
const renamed = (sum: Sum): readonly Sum[] => [...asNamed(sum), asQuotients(sum)]

/** sin/cos as tan, and a power of one over the same power of the other. */
function asNamed(sum: Sum): readonly Sum[] {
  return ofFactors(sum, ({ base, exponent }, { factors }) => {
    if (base.kind !== 'call' || exponent.over < 0n) return []
    return named.flatMap(({ name, over, under }) => {
      const [below, quotient] = [terms.call(under, base.arguments), terms.call(name, base.arguments)]
      const isBelow = factors.some((other) => {
        const isOpposite = rational.isEqual(other.exponent, rational.negative(exponent))
        return isOpposite && other.base.key === below?.[0]?.factors[0]?.base.key
      })
      if (base.name !== over || !isBelow || !below || !quotient) return []
      return listed(terms.power(terms.multiply(quotient, below), terms.number(exponent)))
    })
  })
}

/** tan as sin/cos, everywhere in the sum. */
function asQuotients(sum: Sum): Sum {
  const quotient = ({ base, exponent }: Factor): Sum => {
    const is = calledIn(base, quotients)
    return (
      (is && terms.power(is, terms.number(exponent))) ?? [{ coefficient: rational.one, factors: [{ base, exponent }] }]
    )
  }
  return terms.add(
    ...sum.map(({ coefficient, factors }) => terms.multiply(terms.number(coefficient), ...factors.map(quotient)))
  )
}

/** cos² as 1 − sin², expanded, with cancellation. */
function byPythagoras(sum: Sum): readonly Sum[] {
  const replaced = ofFactors(sum, (factor) => {
    const times = rational.wholeValue(factor.exponent) ?? 0
    return identities.flatMap(({ name, power, is }) => {
      if (times / power < 1) return []
      const square = calledIn(factor.base, { [name]: is })
      const rest = rational.whole(times - power)
      const remaining = terms.power(
        [{ coefficient: rational.one, factors: [{ ...factor, exponent: rational.one }] }],
        terms.number(rest)
      )
      return square && remaining ? [terms.multiply(remaining, square)] : []
    })
  })
  return replaced.flatMap((each) => [each, ...listed(terms.expanded(each))])
}

/** The entry of `table` for a function of one argument, applied to that argument. */
function calledIn(base: Base, table: Readonly<Record<string, (of: Sum) => Sum | null>>): Sum | null {
  if (base.kind !== 'call') return null
  const is = table[base.name]
  const [argument] = base.arguments
  return is && argument ? is(argument) : null
}
