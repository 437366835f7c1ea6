import * as rational from './rational'
import type { Base, Sum } from './terms'
import * as terms from './terms'

/** The maximum degree of polynomials that are divided. */
const maxDegree = 12

/** The coefficients of a polynomial in the variable, in ascending order, brackets expanded; null if it is none. */
function coefficients(sum: Sum, variable: string): readonly Sum[] | null {
  const open = terms.expanded(sum)
  const all: Sum[] = []
  for (const { coefficient, factors } of open ?? []) {
    const power = factors.find(({ base }) => base.key === variable)
    const others = factors.filter((factor) => factor !== power)
    const degree = power ? (rational.wholeValue(power.exponent) ?? -1) : 0
    if (degree < 0 || degree > maxDegree || others.some(({ base }) => mentions(base, variable))) return null
    while (all.length <= degree) all.push(terms.nothing)
    all[degree] = terms.add(all[degree] ?? terms.nothing, [{ coefficient, factors: others }])
  }
  return open && all
}

function mentions(base: Base, variable: string): boolean {
  const within = (sum: Sum) => sum.some(({ factors }) => factors.some((factor) => mentions(factor.base, variable)))
  switch (base.kind) {
    case 'constant':
      return false
    case 'name':
      return base.name === variable
    case 'call':
      return base.arguments.some(within)
    case 'group':
      return within(base.sum)
    case 'power':
      return within(base.base) || within(base.exponent)
    case 'pieces':
      return true
  }
}

/** The polynomial a/b; null if there is a remainder, or if b is constant or its leading coefficient is no number. */
export function dividedExactly(a: Sum, b: Sum, variable: string): Sum | null {
  const [over, under] = [coefficients(a, variable), coefficients(b, variable)]
  const lead = under && terms.asNumber(under.at(-1) ?? terms.nothing)
  if (!over || !under || under.length < 2 || !lead || over.length < under.length) return null
  const inverse = terms.number(rational.power(lead, -1) ?? rational.one)
  const rest = [...over]
  const quotient: Sum[] = []
  for (let degree = over.length - under.length; degree >= 0; degree--) {
    const top = rest[degree + under.length - 1] ?? terms.nothing
    const factor = terms.add(top.flatMap((term) => terms.multiply([term], inverse)))
    quotient[degree] = factor
    for (const [i, of] of under.entries()) {
      const taken = factor.flatMap((left) => of.flatMap((right) => terms.multiply([left], [right])))
      rest[degree + i] = terms.add(rest[degree + i] ?? terms.nothing, terms.negate(taken))
    }
  }
  return rest.every((one) => one.length === 0) ? polynomial(quotient, variable) : null
}

/** The polynomial with these coefficients, highest power first. */
function polynomial(all: readonly Sum[], variable: string): Sum {
  const powers = all.map((coefficient, degree) => {
    const power = terms.power(terms.name(variable), terms.number(rational.whole(degree))) ?? terms.one
    return coefficient.flatMap((term) => terms.multiply([term], power))
  })
  return terms.add(...powers.reverse())
}

/** A polynomial with whole coefficients as a power of a linear factor, x² + 2x + 1 as (x + 1)²; null if it is none. */
export function linearFactors(sum: Sum, variable: string): Sum | null {
  const all = coefficients(sum, variable)
  const degree = all ? all.length - 1 : 0
  if (!all || degree < 2) return null
  const [lead, next] = [all[degree], all[degree - 1]].map((one) => one && terms.asNumber(one))
  if (!lead || !next) return null
  // The second coefficient of c(x − r)ⁿ is −c·n·r.
  const root = rational.times(next, rational.power(rational.times(lead, rational.whole(-degree)), -1) ?? rational.one)
  const linear = terms.add(terms.name(variable), terms.number(rational.negative(root)))
  const power = terms.power(linear, terms.number(rational.whole(degree)))
  const product = power && terms.multiply(terms.number(lead), power)
  const open = product && terms.expanded(product)
  return open && terms.sumKey(open) === terms.sumKey(polynomial(all, variable)) ? product : null
}
