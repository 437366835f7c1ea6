import { substitute } from '@shared/language/substitute'
import type { Syntax } from '@shared/language/syntax'
import { fenced } from '@shared/language/tex'
import { names, size } from '@shared/language/tree'
import { typeset, typesetName } from '@shared/language/typeset'
import type { DerivationLine, DerivationRule } from '@shared/protocol'
import { derivativeSign, held } from './derivation'
import { added, named, over } from './draft'
import { polynomial } from './polynomial'
import { whole, wholeValue } from './rational'
import { tidied } from './read'
import type { Sum, Term } from './terms'
import * as terms from './terms'
import { written } from './written'

/** The maximum length of formulas, in nodes, and of lines, in terms. */
const maxSize = 60
const maxTerms = 18

export interface LimitStep {
  readonly rule: DerivationRule
  /** Under lim (step → 0), except in the rules `limit` and `tidy`. */
  readonly tree: Syntax
}

export interface Limit {
  /** The letter that tends to 0. */
  readonly step: string
  readonly steps: readonly LimitStep[]
}

/**
 * From {f(x + h) − f(x)}/h to `result`, the derivative, for a polynomial of low degree in the variable; its
 * coefficients may contain other letters. Ends with the expanded form if that is no longer. Null if f is no such
 * polynomial, or if the lines would be too long.
 */
export function differenceLimit(f: Syntax, variable: string, order: readonly string[], result: Syntax): Limit | null {
  if (size(f) > maxSize) return null
  const taken = names(f)
  const step = ['h', 'k', 's', 'd'].find((letter) => !taken.has(letter) && !order.includes(letter))
  const coefficients = terms.unlessTooLong(() => polynomial(f, variable))
  if (!step || !coefficients || coefficients.length < 2) return null

  const before = shifted(coefficients, variable, null)
  const after = shifted(coefficients, variable, step)
  if (before.length + after.length > maxTerms) return null
  const all = [...after, ...terms.negate(before)]
  const left = [...terms.add(all)].sort((a, b) => powerOf(step, a) - powerOf(step, b))
  const divided = left.flatMap((term) => terms.divide([term], terms.name(step)) ?? [])
  const remaining = divided.filter((term) => powerOf(step, term) === 0)
  const inOrder = [...order, step]
  const [expanded, cancelled, rest, last] = [all, left, divided, remaining].map((sum) => written(sum, inOrder))
  const tidy = tidied(result)
  if (!expanded || !cancelled || !rest || !last || !tidy) return null
  const isSame = terms.sumKey(tidy) === terms.sumKey(remaining)

  const h = named(step)
  const steps: LimitStep[] = [
    { rule: 'quotient-begin', tree: over(difference(f, variable, h), h) },
    { rule: 'expand', tree: over(expanded, h) },
    { rule: 'cancel', tree: over(cancelled, h) },
    { rule: 'divide', tree: rest },
    { rule: 'limit', tree: isSame ? result : last }
  ]
  // What was expanded is not factored again, unless that is shorter.
  if (terms.length(tidy) < terms.length(remaining)) steps.push({ rule: 'tidy', tree: result })
  return { step, steps }
}

/** The exponent of a name in a product. */
function powerOf(name: string, { factors }: Term): number {
  const factor = factors.find(({ base }) => base.key === name)
  return factor ? (wholeValue(factor.exponent) ?? 0) : 0
}

/** f(x + h) − f(x). */
function difference(f: Syntax, variable: string, h: Syntax): Syntax {
  const moved = added([
    { minus: false, term: named(variable) },
    { minus: false, term: h }
  ])
  return added([
    { minus: false, term: substitute(f, new Map([[variable, moved]]), f.range) },
    { minus: true, term: f }
  ])
}

/** Σ cₚ(x + h)ᵖ expanded, highest power first; without h if `step` is null. */
function shifted(coefficients: readonly Sum[], variable: string, step: string | null): Sum {
  const all = coefficients.flatMap((coefficient, p) =>
    Array.from({ length: step === null ? 1 : p + 1 }, (_, j) => {
      const of = terms.number(whole(binomial(p, j)))
      const powers = [power(variable, p - j), step === null ? terms.one : power(step, j)]
      return { p, sum: coefficient.flatMap((term) => terms.multiply(of, [term], ...powers)) }
    })
  )
  return all.sort((a, b) => b.p - a.p).flatMap(({ sum }) => sum)
}

function power(name: string, exponent: number): Sum {
  return terms.power(terms.name(name), terms.number(whole(exponent))) ?? terms.nothing
}

function binomial(n: number, k: number): number {
  let value = 1
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1)
  return value
}

/**
 * TeX of each step that changes anything. `variables`: all of them; if there are several, those held constant are grey.
 */
export function limitLines(
  { step, steps }: Limit,
  variable: string,
  variables: readonly string[]
): readonly DerivationLine[] {
  const names = (name: string) => (name === step ? undefined : held(name, variable, variables))
  const [x, h] = [typesetName(variable), typesetName(step)]
  const limit = `\\lim_{${h} \\to 0}`
  const sign = derivativeSign(variable, variables)
  const moved = `f(${variables.map((name) => (name === variable ? `${x} + ${h}` : typesetName(name))).join(', ')})`
  const law = `${sign}f = ${limit} \\frac{${moved} - f(${variables.map(typesetName).join(', ')})}{${h}}`
  const lines = steps.map(({ rule, tree }) => {
    const tex = typeset(tree, { names, whole: true })
    const isOver = rule === 'limit' || rule === 'tidy'
    const under = tree.kind === 'sum' || tree.kind === 'negate' ? limit + fenced('(', tex, ')') : `${limit} ${tex}`
    return { rule, law: rule === 'quotient-begin' ? law : '', tex: isOver ? tex : under }
  })
  return lines.filter(({ tex }, i) => tex !== lines[i - 1]?.tex)
}
