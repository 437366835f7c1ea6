import { functionNamed } from '@shared/language/functions'
import type { Condition, ProductSyntax, Syntax } from '@shared/language/syntax'
import { valueAt } from '@shared/language/value'
import * as rational from '../symbolic/rational'
import { rationalOf } from '../symbolic/rational'
import type { Exact } from './exact'
import * as exact from './exact'

/**
 * The exact value of a formula at exact values of its names; null if it is undefined or has no such form. `onBorder` is
 * called if the formula may have a break exactly there: at a zero of a divisor or of |·|, at a whole number for floor,
 * where two pieces meet.
 */
export function exactValue(
  tree: Syntax,
  scope: ReadonlyMap<string, Exact>,
  onBorder: () => void = () => {}
): Exact | null {
  return new Evaluation(scope, onBorder).of(tree)
}

/** A computed number beyond this, or smaller than its reciprocal, may be a pole or a zero but for rounding. */
const large = 1e6

type Rule = (all: readonly Exact[], border: () => void) => Exact | null

class Evaluation {
  readonly #scope: ReadonlyMap<string, Exact>
  readonly #border: () => void

  constructor(scope: ReadonlyMap<string, Exact>, border: () => void) {
    this.#scope = scope
    this.#border = border
  }

  of(tree: Syntax): Exact | null {
    switch (tree.kind) {
      case 'number': {
        const value = rationalOf(tree.digits)
        return value && exact.exactly(value)
      }
      case 'constant':
        return tree.name === 'pi' ? exact.pi : exact.exponential(exact.whole(1))
      case 'name':
        return this.#scope.get(tree.name) ?? null
      case 'negate': {
        const inner = this.of(tree.of)
        return inner && exact.negative(inner)
      }
      case 'sum': {
        const parts = tree.terms.map(({ minus, term }) => {
          const part = this.of(term)
          return part && minus ? exact.negative(part) : part
        })
        return isAll(parts) ? exact.plus(...parts) : null
      }
      case 'product': {
        const parts = tree.factors.map(({ divide, factor }) => {
          const part = this.of(factor)
          return divide ? part && this.#inverse(part) : part
        })
        if (parts.some((part) => part && exact.isZero(part)))
          return this.#isFinite(tree.factors, parts) ? exact.nothing : null
        return parts.reduce<Exact | null>((all, part) => all && part && exact.times(all, part), exact.whole(1))
      }
      case 'power':
        return this.#power(tree.base, tree.exponent)
      case 'call': {
        const parts = tree.arguments.map((one) => this.of(one))
        if (!isAll(parts)) return null
        const { variadic } = functionNamed(tree.name)
        const rule = rules[tree.name]
        return rule && (!variadic || parts.length === 2) ? rule(parts, this.#border) : null
      }
      case 'piecewise': {
        for (const { condition, value } of tree.pieces) {
          const isChosen = this.#holds(condition)
          if (isChosen === null) return null
          if (isChosen) return this.of(value)
        }
        return tree.otherwise && this.of(tree.otherwise)
      }
    }
  }

  /**
   * Whether the factors without closed form are finite, and no divisor among them may be 0: then 0 times these is 0.
   */
  #isFinite(factors: ProductSyntax['factors'], parts: readonly (Exact | null)[]): boolean {
    const values = new Map([...this.#scope].map(([name, value]) => [name, exact.doubleOf(value)]))
    return factors.every(({ divide, factor }, i) => {
      if (parts[i]) return true
      const size = Math.abs(valueAt(factor, values))
      return size < large && (!divide || size > 1 / large)
    })
  }

  #inverse(a: Exact): Exact | null {
    if (exact.isZero(a)) this.#border()
    return exact.inverse(a)
  }

  #power(base: Syntax, exponent: Syntax): Exact | null {
    const by = this.of(exponent)
    if (base.kind === 'constant' && base.name === 'e') return by && exact.exponential(by)
    const of = this.of(base)
    if (!of || !by) return null
    const fraction = exact.asRational(by)
    if (exact.isZero(of) && !(fraction?.under === 1n && fraction.over > 0n)) this.#border()
    if (fraction) return exact.power(of, fraction)
    const growth = exact.logarithm(of)
    const product = growth && exact.times(growth, by)
    return product && exact.exponential(product)
  }

  #holds(condition: Condition): boolean | null {
    switch (condition.kind) {
      case 'comparison': {
        const [left, right] = [this.of(condition.left), this.of(condition.right)]
        const sign = left && right && exact.signOf(exact.minus(left, right))
        if (sign === null) return null
        if (sign === 0) this.#border()
        const { relation } = condition
        if (relation === '=' || relation === '≠') return (sign === 0) === (relation === '=')
        return sign === 0 ? relation.endsWith('=') : sign < 0 === relation.startsWith('<')
      }
      case 'not': {
        const inner = this.#holds(condition.of)
        return inner === null ? null : !inner
      }
      case 'junction': {
        const all = condition.of.map((one) => this.#holds(one))
        const decides = condition.word === 'or'
        if (all.includes(decides)) return decides
        return all.includes(null) ? null : !decides
      }
    }
  }
}

const isAll = (parts: readonly (Exact | null)[]): parts is readonly Exact[] => parts.every((part) => part !== null)

const quotient = (a: Exact | null, b: Exact | null, border: () => void): Exact | null => {
  if (b && exact.isZero(b)) border()
  const under = b && exact.inverse(b)
  return a && under && exact.times(a, under)
}

/** A function of one argument with a break where that is 0. */
const atZero =
  (rule: (a: Exact) => Exact | null): Rule =>
  ([a = exact.nothing], border) => {
    if (exact.isZero(a)) border()
    return rule(a)
  }

const bySign =
  (below: (a: Exact) => Exact, at: Exact, above: (a: Exact) => Exact) =>
  (a: Exact): Exact | null => {
    const sign = exact.signOf(a)
    return sign === null ? null : sign < 0 ? below(a) : sign > 0 ? above(a) : at
  }

const logarithm: Rule = atZero(exact.logarithm)

/** The inverse of sin or cos, defined on [−1, 1]. */
const inverse =
  (rule: (a: Exact) => Exact | null): Rule =>
  ([a = exact.nothing], border) => {
    const size = exact.asRational(a)
    if (size && size.under === 1n && (size.over === 1n || size.over === -1n)) border()
    return rule(a)
  }

const halfOf = (a: Exact | null): Exact | null =>
  a && exact.times(a, exact.exactly({ over: 1n, under: 2n, decimal: false }))

/** (eᵃ + sign·e⁻ᵃ)/2. */
function hyperbolic(a: Exact, sign: 1 | -1): Exact | null {
  const [up, down] = [exact.exponential(a), exact.exponential(exact.negative(a))]
  return up && down && halfOf(sign === 1 ? exact.plus(up, down) : exact.minus(up, down))
}

/** floor(a + shift), which jumps at whole numbers. */
const stepped =
  (shift: rational.Rational, sign: 1 | -1): Rule =>
  ([a = exact.nothing], border) => {
    const value = exact.asRational(exact.plus(sign === 1 ? a : exact.negative(a), exact.exactly(shift)))
    if (!value) return null
    if (value.under === 1n) border()
    const floor = value.over >= 0n ? value.over / value.under : -((-value.over + value.under - 1n) / value.under)
    return exact.exactly({ over: sign === 1 ? floor : -floor, under: 1n, decimal: false })
  }

const half: rational.Rational = { over: 1n, under: 2n, decimal: false }
const third: rational.Rational = { over: 1n, under: 3n, decimal: false }

const larger =
  (sign: 1 | -1): Rule =>
  ([a = exact.nothing, b = exact.nothing], border) => {
    const order = exact.signOf(exact.minus(a, b))
    if (order === 0) border()
    return order === null ? null : order * sign >= 0 ? a : b
  }

/** The functions for which such values are known. */
const rules: Readonly<Record<string, Rule>> = {
  exp: ([a = exact.nothing]) => exact.exponential(a),
  expm1: ([a = exact.nothing]) => {
    const value = exact.exponential(a)
    return value && exact.minus(value, exact.whole(1))
  },
  log: logarithm,
  log1p: ([a = exact.nothing], border) => logarithm([exact.plus(a, exact.whole(1))], border),
  log2: ([a = exact.nothing], border) => quotient(logarithm([a], border), exact.logarithm(exact.whole(2)), border),
  log10: ([a = exact.nothing], border) => {
    // log 2 + log 5 is no single term: only powers of ten have such a logarithm.
    const value = exact.asRational(a)
    const power = value && [...Array(31).keys()].find((n) => value.over === 10n ** BigInt(n) && value.under === 1n)
    const below = value && [...Array(31).keys()].find((n) => value.under === 10n ** BigInt(n) && value.over === 1n)
    if (exact.isZero(a)) border()
    return power != null ? exact.whole(power) : below != null ? exact.whole(-below) : null
  },
  sqrt: atZero((a) => exact.power(a, half)),
  cbrt: atZero((a) => {
    const sign = exact.signOf(a)
    const root = sign === null ? null : exact.power(sign < 0 ? exact.negative(a) : a, third)
    return root && sign === -1 ? exact.negative(root) : root
  }),
  abs: atZero(bySign(exact.negative, exact.nothing, (a) => a)),
  relu: atZero(
    bySign(
      () => exact.nothing,
      exact.nothing,
      (a) => a
    )
  ),
  sign: atZero(
    bySign(
      () => exact.whole(-1),
      exact.nothing,
      () => exact.whole(1)
    )
  ),
  max: larger(1),
  min: larger(-1),
  floor: stepped(rational.zero, 1),
  ceil: stepped(rational.zero, -1),
  round: stepped(half, 1),
  mod: ([a = exact.nothing, b = exact.nothing], border) => {
    const times = quotient(a, b, border)
    const floor = times && stepped(rational.zero, 1)([times], border)
    const whole = floor && exact.times(floor, b)
    return whole && exact.minus(a, whole)
  },
  sin: ([a = exact.nothing]) => exact.sine(a),
  cos: ([a = exact.nothing]) => exact.cosine(a),
  tan: ([a = exact.nothing], border) => quotient(exact.sine(a), exact.cosine(a), border),
  cot: ([a = exact.nothing], border) => quotient(exact.cosine(a), exact.sine(a), border),
  sec: ([a = exact.nothing], border) => quotient(exact.whole(1), exact.cosine(a), border),
  csc: ([a = exact.nothing], border) => quotient(exact.whole(1), exact.sine(a), border),
  asin: inverse(exact.arcsine),
  acos: inverse((a) => {
    const angle = exact.arcsine(a)
    return angle && exact.minus(halfOf(exact.pi) ?? exact.nothing, angle)
  }),
  atan: ([a = exact.nothing]) => {
    // tan u is s where sin u is s/√(1 + s²).
    const square = exact.times(a, a)
    const under = square && exact.power(exact.plus(square, exact.whole(1)), { over: -1n, under: 2n, decimal: false })
    const sine = under && exact.times(a, under)
    return sine && exact.arcsine(sine)
  },
  gauss: ([a = exact.nothing]) => {
    const square = exact.times(a, a)
    return square && exact.exponential(exact.negative(square))
  },
  sinh: ([a = exact.nothing]) => hyperbolic(a, -1),
  cosh: ([a = exact.nothing]) => hyperbolic(a, 1),
  tanh: ([a = exact.nothing], border) => quotient(hyperbolic(a, -1), hyperbolic(a, 1), border)
}
