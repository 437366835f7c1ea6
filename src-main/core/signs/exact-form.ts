import type { Syntax } from '@shared/language/syntax'
import { exponentText } from '@shared/numbers/numeral'
import { added, called, count, type Factor, multiplied, raised } from '../symbolic/draft'
import type { Rational } from '../symbolic/rational'
import { decimalPlaces } from '../symbolic/rational'
import type { Exact } from './exact'

/** The maximum numbers of terms, and of digits in a fraction: beyond them a decimal is easier to read. */
const maxTerms = 3
const maxDigits = 4
const maxDecimals = 6

/** An exact number as a formula, 2√3/9 or π/6 + √3; null if it is too long. */
export function exactForm(value: Exact): Syntax | null {
  const all = [...value.values()]
  if (all.length > maxTerms) return null
  const terms = all.map(({ coefficient, powers }) => {
    const isNegative = coefficient.over < 0n
    const size = { ...coefficient, over: isNegative ? -coefficient.over : coefficient.over }
    return { minus: isNegative, term: product(size, powers) }
  })
  if (terms.some(({ term }) => term === null)) return null
  // A term without a minus comes first.
  const ordered = [...terms].sort((a, b) => Number(a.minus) - Number(b.minus))
  return added(ordered.map(({ minus, term }) => ({ minus, term: term as Syntax })))
}

function product(coefficient: Rational, powers: ReadonlyMap<string, Rational>): Syntax | null {
  const [over, under] = written(coefficient)
  if (!over || !under) return null
  const factors: Factor[] = []
  const roots = new Map<bigint, bigint>()
  for (const [atom, exponent] of powers) {
    if (/^\d+$/.test(atom)) {
      // √2·√3 is √6, and so for roots of each degree.
      const inside = BigInt(atom) ** exponent.over
      roots.set(exponent.under, (roots.get(exponent.under) ?? 1n) * inside)
      continue
    }
    const divide = exponent.over < 0n
    factors.push({ divide, factor: powered(atom, { ...exponent, over: divide ? -exponent.over : exponent.over }) })
  }
  for (const [degree, inside] of roots) {
    if (String(inside).length > maxDigits) return null
    factors.unshift({ divide: false, factor: rooted(digits(String(inside)), degree) })
  }
  const above = factors.filter(({ divide }) => !divide)
  const below = factors.filter(({ divide }) => divide)
  const isOne = (tree: Syntax) => tree.kind === 'number' && tree.value === 1
  const numerator = [...(isOne(over) && above.length > 0 ? [] : [{ divide: false, factor: over }]), ...above]
  const denominator = [
    ...(isOne(under) ? [] : [{ divide: false, factor: under }]),
    ...below.map(({ factor }) => ({ divide: false, factor }))
  ]
  return multiplied([
    ...numerator,
    ...(denominator.length > 0 ? [{ divide: true, factor: multiplied(denominator) }] : [])
  ])
}

/** A number from its digits. */
export const digits = (text: string): Syntax => ({
  kind: 'number',
  value: Number(text),
  digits: text,
  range: { from: 0, to: 0 }
})

/** Numerator and denominator, or a decimal over 1 if it was typed as one. */
function written({ over, under, decimal }: Rational): readonly [Syntax | null, Syntax | null] {
  const places = decimal ? decimalPlaces({ over, under, decimal }) : null
  if (places !== null && places <= maxDecimals) return [digits(String(Number(over) / Number(under))), count(1)]
  return [over, under].map((number) => (String(number).length > maxDigits ? null : digits(String(number)))) as [
    Syntax | null,
    Syntax | null
  ]
}

function rooted(of: Syntax, degree: bigint): Syntax {
  if (degree === 2n) return called('sqrt', of)
  if (degree === 3n) return called('cbrt', of)
  return raised(
    of,
    multiplied([
      { divide: false, factor: count(1) },
      { divide: true, factor: digits(String(degree)) }
    ])
  )
}

function powered(atom: string, exponent: Rational): Syntax {
  const base: Syntax = atom.startsWith('log ')
    ? called('log', digits(atom.slice(4)))
    : { kind: 'constant', name: atom as 'pi' | 'e', range: { from: 0, to: 0 } }
  if (exponent.over === 1n && exponent.under === 1n) return base
  if (exponent.over === 1n && exponent.under === 2n) return called('sqrt', base)
  const [over, under] = [exponent.over, exponent.under].map((number) => digits(String(number))) as [Syntax, Syntax]
  return raised(
    base,
    exponent.under === 1n
      ? over
      : multiplied([
          { divide: false, factor: over },
          { divide: true, factor: under }
        ])
  )
}

/** A closed form as plain text: `−3√3/2`, `π/6 + √3`, `1/e²`. */
export function exactText(tree: Syntax): string {
  switch (tree.kind) {
    case 'number':
      return tree.digits
    case 'constant':
      return tree.name === 'pi' ? 'π' : 'e'
    case 'negate':
      return `−${exactText(tree.of)}`
    case 'sum':
      return tree.terms
        .map(({ minus, term }, i) => `${i === 0 ? '' : minus ? ' − ' : ' + '}${exactText(term)}`)
        .join('')
    case 'product': {
      const [over, under] = [false, true].map((isUnder) => tree.factors.filter(({ divide }) => divide === isUnder))
      const above = (over ?? [])
        .map(({ factor }) => exactText(factor))
        .reduce((text, next) => (text !== '' && next.startsWith('log') ? `${text} ${next}` : text + next), '')
      return (under ?? []).reduce((text, { factor }) => `${text}/${fenced(factor)}`, above)
    }
    case 'power': {
      const exponent = exactText(tree.exponent)
      return `${exactText(tree.base)}${/^\d+$/.test(exponent) ? exponentText(Number(exponent)) : `^(${exponent})`}`
    }
    case 'call': {
      const [of] = tree.arguments.map(exactText)
      if (tree.name === 'log') return `log ${of}`
      return `${tree.name === 'sqrt' ? '√' : '∛'}${of}`
    }
    default:
      return ''
  }
}

const fenced = (tree: Syntax): string => (tree.kind === 'product' ? `(${exactText(tree)})` : exactText(tree))
