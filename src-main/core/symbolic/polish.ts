import * as rational from './rational'
import type { Base, Factor, Pieces, Sum, Term } from './terms'
import * as terms from './terms'

/**
 * Final simplification of a derivative: powers of e are combined, and fractions within fractions removed where that is
 * shorter, as in −1/{x²(1 + 1/x²)} = −1/(x² + 1).
 */
export function polished(sum: Sum): Sum {
  return terms.add(...joined(sum).map(polishedTerm))
}

/** Piecewise terms with the same conditions combined: x·{a; b} + {c; d} is {ax + c; bx + d}. */
function joined(sum: Sum): Sum {
  for (const [i, term] of sum.entries()) {
    const pieces = piecesOf(term)
    if (!pieces) continue
    const same = sum.filter((other, k) => {
      const others = k > i ? piecesOf(other) : undefined
      return others !== undefined && areSameConditions(others, pieces)
    })
    if (same.length === 0) continue
    const all = [term, ...same]
    const at = (index: number) => terms.add(...all.map((each) => timesPiece(each, index)))
    const one = terms.inPieces({
      pieces: pieces.pieces.map(({ condition }, index) => ({ condition, value: at(index) })),
      otherwise: all.every((each) => piecesOf(each)?.otherwise) ? at(pieces.pieces.length) : null
    })
    return joined([...sum.slice(0, i), ...one, ...sum.slice(i + 1).filter((other) => !same.includes(other))])
  }
  return sum
}

/** The first piecewise factor of a term. */
function piecesOf({ factors }: Term): (Base & Pieces) | undefined {
  const [only, ...more] = factors.filter(({ base }) => base.kind === 'pieces')
  if (more.length > 0 || only?.base.kind !== 'pieces' || !rational.isOne(only.exponent)) return undefined
  return only.base
}

/** A term with its piecewise factor replaced by the value of one piece. */
function timesPiece(term: Term, index: number): Sum {
  const pieces = piecesOf(term)
  const factors = term.factors.filter(({ base }) => base !== pieces)
  return terms.multiply([{ ...term, factors }], pieces?.pieces[index]?.value ?? pieces?.otherwise ?? terms.one)
}

function polishedTerm({ coefficient, factors }: Term): Sum {
  const powers = factors.filter(({ base, exponent }) => powerOfE(base) && rational.wholeValue(exponent))
  const exponents = powers.map(({ base, exponent }) => raised(powerOfE(base) ?? terms.nothing, exponent))
  const exponent = terms.add(...exponents)
  // Only if that is shorter: e^(e^x)·e^x stays.
  const areGathered = powers.length === 1 || exponent.length < exponents.flat().length
  const others = areGathered ? factors.filter((factor) => !powers.includes(factor)) : factors
  const term = terms.multiply(
    terms.number(coefficient),
    ...others.map(polishedFactor),
    areGathered ? (terms.power(terms.constant('e'), exponent) ?? terms.one) : terms.one
  )
  const [only] = term
  const flat = only && term.length === 1 ? flattened(only) : term
  return terms.length(flat) <= terms.length(term) ? flat : term
}

const raised = (exponent: Sum, by: rational.Rational): Sum =>
  terms.add(...exponent.map((term) => terms.multiply(terms.number(by), [term])))

/** The exponent, if the base is e: not for e³ or 2e. */
function powerOfE(base: Base): Sum | undefined {
  const isOfE = base.kind === 'power' && terms.sumKey(base.base) === terms.sumKey(terms.constant('e'))
  return isOfE ? base.exponent : undefined
}

function polishedFactor({ base, exponent }: Factor): Sum {
  if (base.kind === 'group') {
    return terms.power(polished(base.sum), terms.number(exponent)) ?? asSum({ base, exponent })
  }
  if (base.kind !== 'pieces' || !rational.isOne(exponent)) return asSum({ base, exponent })
  const pieces = base.pieces.map(({ condition, value }, index) => ({
    condition,
    value: polished(decided(value, base, index))
  }))
  const otherwise = base.otherwise && polished(decided(base.otherwise, base, pieces.length))
  return terms.inPieces({ pieces, otherwise })
}

/**
 * A sum where a certain piece is known to apply: other piecewise functions with the same conditions are decided, too.
 */
function decided(sum: Sum, by: Pieces, index: number): Sum {
  const within = (inner: Sum) => decided(inner, by, index)
  const decidedBase = (base: Base): Sum | null => {
    switch (base.kind) {
      case 'constant':
      case 'name':
        return null
      case 'group':
        return within(base.sum)
      case 'call':
        return terms.call(base.name, base.arguments.map(within))
      case 'power':
        return terms.power(within(base.base), within(base.exponent))
      case 'pieces': {
        const known = areSameConditions(base, by) && (base.pieces[index]?.value ?? base.otherwise)
        if (known) return within(known)
        const pieces = base.pieces.map(({ condition, value }) => ({ condition, value: within(value) }))
        return terms.inPieces({ pieces, otherwise: base.otherwise && within(base.otherwise) })
      }
    }
  }
  const factor = (of: Factor): Sum => {
    const base = decidedBase(of.base)
    return (base && terms.power(base, terms.number(of.exponent))) ?? asSum(of)
  }
  return terms.add(
    ...sum.map(({ coefficient, factors }) => terms.multiply(terms.number(coefficient), ...factors.map(factor)))
  )
}

function areSameConditions(a: Pieces, b: Pieces): boolean {
  return (
    a.pieces.length === b.pieces.length &&
    a.pieces.every(({ condition }, i) => {
      const other = b.pieces[i]?.condition
      return other !== undefined && terms.conditionKey(condition) === terms.conditionKey(other)
    })
  )
}

const asSum = (factor: Factor): Sum => [{ coefficient: rational.one, factors: [factor] }]

/** Each sum in brackets with a common denominator, which is combined with the other factors. */
function flattened({ coefficient, factors }: Term): Sum {
  return terms.multiply(terms.number(coefficient), ...factors.map(flattenedFactor))
}

function flattenedFactor(factor: Factor): Sum {
  const { base, exponent } = factor
  const plain = asSum(factor)
  if (base.kind !== 'group' || rational.wholeValue(exponent) === undefined) return plain
  const hasFractions = base.sum.some((term) => term.factors.some(({ exponent: { over } }) => over < 0n))
  const hasParts = exponent.over < 0n && base.sum.some((term) => term.coefficient.under !== 1n)
  if (!hasFractions && !hasParts) return plain
  const { common, rest } = terms.factored(base.sum)
  const by = terms.number(exponent)
  const [outside, inside] = [terms.power(common, by), terms.power(rest, by)]
  return outside && inside ? terms.multiply(outside, inside) : plain
}
