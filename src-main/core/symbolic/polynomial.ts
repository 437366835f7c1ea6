import type { Syntax } from '@shared/language/syntax'
import { names } from '@shared/language/tree'
import { tidied } from './read'
import type { Sum } from './terms'
import * as terms from './terms'

const maxDegree = 4

/**
 * The coefficients of a polynomial in the variable, in ascending order, the last not 0; null if f is no polynomial, or
 * one of degree above 4.
 */
export function polynomial(f: Syntax, variable: string): readonly Sum[] | null {
  if (!names(f).has(variable)) {
    const constant = tidied(f)
    return constant && trimmed([constant])
  }
  switch (f.kind) {
    case 'name':
      return [terms.nothing, terms.one]
    case 'negate':
      return polynomial(f.of, variable)?.map(terms.negate) ?? null
    case 'sum': {
      const parts = f.terms.map(({ minus, term }) => {
        const part = polynomial(term, variable)
        return minus ? (part?.map(terms.negate) ?? null) : part
      })
      return parts.reduce((a, b) => a && b && plus(a, b), [])
    }
    case 'product':
      return f.factors.reduce<readonly Sum[] | null>(
        (all, { divide, factor }) => {
          const part = polynomial(factor, variable)
          if (!all || !part) return null
          return divide ? divided(all, part) : times(all, part)
        },
        [terms.one]
      )
    case 'power': {
      const exponent = f.exponent.kind === 'number' ? f.exponent.value : Number.NaN
      const base = polynomial(f.base, variable)
      if (!base || !Number.isInteger(exponent) || exponent > maxDegree) return null
      return Array.from({ length: exponent }, () => base).reduce<readonly Sum[] | null>(
        (all, part) => all && times(all, part),
        [terms.one]
      )
    }
    default:
      return null
  }
}

function plus(a: readonly Sum[], b: readonly Sum[]): readonly Sum[] {
  const length = Math.max(a.length, b.length)
  return trimmed(Array.from({ length }, (_, power) => terms.add(a[power] ?? terms.nothing, b[power] ?? terms.nothing)))
}

function times(a: readonly Sum[], b: readonly Sum[]): readonly Sum[] | null {
  const parts = Array.from({ length: Math.max(a.length + b.length - 1, 0) }, (): Sum[] => [])
  for (const [i, left] of a.entries())
    for (const [j, right] of b.entries()) parts[i + j]?.push(multipliedOut(left, right))
  const all = trimmed(parts.map((sums) => terms.add(...sums)))
  return all.length - 1 > maxDegree ? null : all
}

const multipliedOut = (a: Sum, b: Sum): Sum =>
  terms.add(...a.flatMap((left) => b.map((right) => terms.multiply([left], [right]))))

/** Division by a constant polynomial only. */
function divided(a: readonly Sum[], by: readonly Sum[]): readonly Sum[] | null {
  const [divisor] = by
  const inverse = divisor && by.length === 1 ? terms.divide(terms.one, divisor) : null
  return inverse && a.map((coefficient) => multipliedOut(coefficient, inverse))
}

function trimmed(coefficients: readonly Sum[]): readonly Sum[] {
  const last = coefficients.findLastIndex((coefficient) => coefficient.length > 0)
  return coefficients.slice(0, last + 1)
}
