import type { Syntax } from '@shared/language/syntax'
import { names, operands } from '@shared/language/tree'
import { typeset, typesetName } from '@shared/language/typeset'
import { valueAt } from '@shared/language/value'
import { polynomial } from './polynomial'
import * as terms from './terms'
import { written } from './written'

/** Of a divisor of a higher degree only zeros p/q with numbers up to these are looked for. */
const highestNumerator = 12
const highestDenominator = 4
/** Larger at a zero of a divisor, a derivative is taken to be infinite there. */
const large = 1e9

/**
 * TeX of where the derivative as it is written has a value though f has none: `x \ne 1` for (x² − 1)/(x − 1), whose
 * derivative is written 1. Null where there is no such place. Only zeros of divisors are looked for, and not in pieces.
 */
export function gaps(f: Syntax, derivative: Syntax, variable: string): string | null {
  const found = new Map<string, string>()
  for (const divisor of divisors(f)) {
    for (const zero of zeros(divisor, variable)) {
      const tex = `${typesetName(variable)} \\ne ${typeset(zero)}`
      if (hasValueAt(derivative, variable, zero)) found.set(tex, tex)
    }
  }
  return found.size > 0 ? [...found.values()].join(',\\ ') : null
}

/** By what f divides, wherever it does; negative powers are divisions too. */
function divisors(tree: Syntax): readonly Syntax[] {
  if (tree.kind === 'piecewise') return []
  const inside = operands(tree).flatMap(divisors)
  if (tree.kind === 'product') {
    return [...tree.factors.flatMap(({ divide, factor }) => (divide ? factorsOf(factor) : [])), ...inside]
  }
  return tree.kind === 'power' && tree.exponent.kind === 'negate' ? [...factorsOf(tree.base), ...inside] : inside
}

/** The bases of the factors of a divisor: it is 0 where one of them is. */
function factorsOf(tree: Syntax): readonly Syntax[] {
  if (tree.kind === 'product') return tree.factors.flatMap(({ divide, factor }) => (divide ? [] : factorsOf(factor)))
  if (tree.kind === 'power' && tree.exponent.kind === 'number') return factorsOf(tree.base)
  return [tree]
}

function zeros(divisor: Syntax, variable: string): readonly Syntax[] {
  return (
    terms.unlessTooLong(() => {
      const coefficients = polynomial(divisor, variable) ?? []
      const [constant = terms.nothing, slope = terms.nothing, ...higher] = coefficients
      if (slope.length > 0 && higher.length === 0) {
        const zero = terms.divide(terms.negate(constant), slope)
        const tree = zero && written(zero, [])
        return tree ? [tree] : []
      }
      const numbers = coefficients.map((one) => terms.asNumber(one))
      if (coefficients.length < 2 || numbers.includes(undefined)) return []
      return fractions.filter((zero) => {
        const at = valueAt(zero, new Map())
        const value = numbers.reduceRight((all, one) => all * at + (one ? Number(one.over) / Number(one.under) : 0), 0)
        return Math.abs(value) < 1e-12
      })
    }) ?? []
  )
}

/** 0, 1, −1, 1/2 … in lowest terms. */
const fractions: readonly Syntax[] = Array.from({ length: highestDenominator }, (_, i) => i + 1).flatMap((under) =>
  Array.from({ length: 2 * highestNumerator + 1 }, (_, i) => i - highestNumerator).flatMap((over) => {
    const value = { over: BigInt(over), under: BigInt(under), decimal: false }
    const isLowest = under === 1 || [2, 3, 4].every((by) => over % by !== 0 || under % by !== 0)
    const tree = isLowest && (over !== 0 || under === 1) ? written(terms.number(value), []) : null
    return tree ? [tree] : []
  })
)

/** Whether it is a number there, for values of the other names that are nothing special. */
function hasValueAt(derivative: Syntax, variable: string, zero: Syntax): boolean {
  const others = [...new Set([...names(derivative), ...names(zero)])]
  const values = new Map(others.map((name, i) => [name, 0.7 + ((i * 0.618) % 1)]))
  values.set(variable, valueAt(zero, values))
  return Math.abs(valueAt(derivative, values)) < large
}
