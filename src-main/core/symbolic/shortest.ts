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

/** Longer sums are written as they are: length as `terms` counts it. */
const longestToSearch = 60
/** Forms looked at. */
const mostForms = 24
/** A form from which one goes on may be so much longer than the first, as `terms` counts it. */
const mostDetour = 8
/** Brackets are multiplied out if that leaves so much less to read. */
const worthOpening = 0.75

interface Form {
  readonly sum: Sum
  /** How it was made of the one before, with what is written down on the way. */
  readonly path: readonly Stage[]
  /** How many symbols more it may have than another and still be preferred; half a one where only to equals. */
  readonly bonus: number
  /** Brackets of a sum of them were multiplied out, which tell more than what comes of them. */
  readonly isOpened: boolean
}

interface Stage {
  readonly rule: TidyingRule
  readonly sum: Sum
}

/** What is done to a derivative once all rules of differentiation are applied. */
export type TidyingRule = Extract<DerivationRule, 'tidy' | 'expand' | 'collect' | 'factor' | 'reduce' | 'identity'>

/** A form as it is written, and how one comes to it. */
export interface Written {
  readonly tree: Syntax
  /** From the sum as it was given, each line worth the same; the last is `tree`. */
  readonly lines: readonly { readonly rule: TidyingRule; readonly tree: Syntax }[]
}

/**
 * Common factors in front are preferred, one denominator to as much in several; what else is done has to be shorter, and
 * identities of trigonometry much shorter.
 */
const bonuses = { denominator: 0.5, factor: 1.5, identity: -1.5 }

/**
 * The shortest way to write a sum that the rules below lead to: common factors in front, one denominator, brackets
 * multiplied out or divided by what is below them, tan as sin/cos, cos² as 1 − sin². Of a polynomial the terms stay as
 * they are where that is as short. `mayOpen`: brackets that stand side by side may be multiplied out.
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

/** All forms that the rules lead to, breadth first; not from those that have become much longer. */
function forms(sum: Sum, variable: string, mayOpen: boolean): readonly Form[] {
  const found: Form[] = [{ sum, path: [], bonus: 0, isOpened: false }]
  const length = terms.length(sum)
  if (length > longestToSearch || hasPieces(sum)) return found
  const seen = new Set([terms.sumKey(sum)])
  for (let i = 0; i < found.length && found.length < mostForms; i++) {
    for (const next of neighbours(found[i] as Form, variable, mayOpen)) {
      if (terms.length(next.sum) > length + mostDetour) continue
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

/** What all terms have in common in front, with or without one denominator; the rest as it is and multiplied out. */
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

/** 2 and x + 2 for 2x + 4; a sum that begins with a minus, or has only those, turned where that is fewer of them. */
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

/** A polynomial by its powers, the highest first unless it has a minus; of what is none, a term without a minus first. */
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

/** Each term with the sum in one of its brackets written in another way. */
function inBrackets(sum: Sum, others: (inner: Sum, exponent: rational.Rational) => readonly Sum[]): readonly Sum[] {
  return ofFactors(sum, ({ base, exponent }) => {
    if (base.kind !== 'group' || !rational.wholeValue(exponent)) return []
    return others(base.sum, exponent).flatMap((one) => listed(terms.power(one, terms.number(exponent))))
  })
}

/** What the terms of a bracket have in common before it; `inFront`: without a denominator, of a bracket above the line. */
function factoredBrackets(sum: Sum, inFront: boolean): readonly Sum[] {
  return inBrackets(sum, (inner, exponent) => {
    const found = gathered(inner).filter(({ bonus }) => {
      return (exponent.over > 0n && bonus === bonuses.factor) === inFront
    })
    return found.flatMap(({ stages }) => stages.slice(-1).map((stage) => stage.sum))
  })
}

/** 1/x + 1 for (1 + x)/x: a fraction as several, each reduced by itself. */
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

/** Multiplied out, if that makes no more terms. */
function multipliedOut(sum: Sum): readonly Sum[] {
  const open = terms.expanded(sum)
  const other = open && terms.withUnitCircles(open)
  return other && other.length <= sum.length ? [other] : []
}

const listed = (sum: Sum | null): readonly Sum[] => (sum ? [sum] : [])

/** Every sum in which one factor of one term is replaced by what `change` makes of it. */
function ofFactors(sum: Sum, change: (factor: Factor, term: Term) => readonly Sum[]): readonly Sum[] {
  return sum.flatMap((term, place) =>
    term.factors.flatMap((factor) =>
      change(factor, term).map((made) => {
        const rest: Sum = [{ ...term, factors: term.factors.filter((other) => other !== factor) }]
        return withTerm(sum, place, terms.multiply(rest, made))
      })
    )
  )
}

const withTerm = (sum: Sum, place: number, made: Sum): Sum => terms.add(sum.slice(0, place), made, sum.slice(place + 1))

/** A bracket above divided by one below, where that leaves nothing over; and a polynomial as a product of linear ones. */
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

/** (1 + x)(1 − x) as 1 − x², on one side of the fraction. */
function merged(sum: Sum): readonly Sum[] {
  return sum.flatMap((term, place) => {
    const groups = term.factors.filter(({ base, exponent }) => base.kind === 'group' && rational.wholeValue(exponent))
    return groups.flatMap((one, i) =>
      groups.slice(i + 1).flatMap((other) => {
        if (one.base.kind !== 'group' || other.base.kind !== 'group') return []
        if (!rational.isEqual(one.exponent, other.exponent)) return []
        const product = terms.expanded(terms.multiply(one.base.sum, other.base.sum))
        const raised = product && terms.power(product, terms.number(one.exponent))
        if (!raised) return []
        const rest: Sum = [{ ...term, factors: term.factors.filter((factor) => factor !== one && factor !== other) }]
        return [withTerm(sum, place, terms.multiply(rest, raised))]
      })
    )
  })
}

/** √(4 − x²)/2 for √(1 − x²/4), (x + 2)/√x for (2x + 4)/(2√x): out of a root goes a number that has one. */
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

/** cos² as 1 − sin², multiplied out and with what then cancels. */
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

/** What the table says a function of one argument is, with that argument. */
function calledIn(base: Base, table: Readonly<Record<string, (of: Sum) => Sum | null>>): Sum | null {
  if (base.kind !== 'call') return null
  const is = table[base.name]
  const [argument] = base.arguments
  return is && argument ? is(argument) : null
}
