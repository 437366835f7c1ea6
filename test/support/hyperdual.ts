import type { Condition, Syntax } from '@shared/language/syntax'

/**
 * Derivatives by forward mode with hyper-dual numbers (Fike and Alonso 2011), each with a bound for its rounding
 * error: written for the tests alone, with derivatives of its own, so that the core's are checked against something
 * that shares nothing with them.
 */

const unit = 2 ** -52

/** A double and a bound for how far rounding may have moved it. */
interface Rounded {
  readonly value: number
  readonly error: number
}

const rounded = (value: number, error: number): Rounded => ({ value, error: error + unit * Math.abs(value) })
const exactly = (value: number): Rounded => ({ value, error: 0 })
const plus = (a: Rounded, b: Rounded) => rounded(a.value + b.value, a.error + b.error)
const times = (a: Rounded, b: Rounded) =>
  rounded(a.value * b.value, Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error)

/** f(v + a ε₁ + b ε₂ + c ε₁ε₂) with ε₁² = ε₂² = 0: value, ∂f/∂p, ∂f/∂q and ∂²f/∂p∂q. */
export interface HyperDual {
  readonly value: Rounded
  readonly first: Rounded
  readonly second: Rounded
  readonly mixed: Rounded
}

const constant = (value: number): HyperDual => ({
  value: exactly(value),
  first: exactly(0),
  second: exactly(0),
  mixed: exactly(0)
})

function sum(a: HyperDual, b: HyperDual): HyperDual {
  return {
    value: plus(a.value, b.value),
    first: plus(a.first, b.first),
    second: plus(a.second, b.second),
    mixed: plus(a.mixed, b.mixed)
  }
}

function product(a: HyperDual, b: HyperDual): HyperDual {
  return {
    value: times(a.value, b.value),
    first: plus(times(a.first, b.value), times(a.value, b.first)),
    second: plus(times(a.second, b.value), times(a.value, b.second)),
    mixed: plus(
      plus(times(a.mixed, b.value), times(a.value, b.mixed)),
      plus(times(a.first, b.second), times(a.second, b.first))
    )
  }
}

/** A function with its first and second derivative. */
type Curve = readonly [(x: number) => number, (x: number) => number, (x: number) => number]

function apply([f, f1, f2]: Curve, a: HyperDual): HyperDual {
  // `size`: of the numbers that g may be formed from by cancellation.
  const at = (g: (x: number) => number, size = 0): Rounded => {
    const { value: x, error } = a.value
    const y = g(x)
    const moved = Math.abs(g(x + error) - y) + Math.abs(g(x - error) - y)
    return rounded(y, moved + 4 * unit * (Math.abs(y) + size))
  }
  const slope = at(f1)
  const bend = at(f2, Math.abs(slope.value))
  return {
    value: at(f),
    first: times(slope, a.first),
    second: times(slope, a.second),
    mixed: plus(times(slope, a.mixed), times(bend, times(a.first, a.second)))
  }
}

const power = (n: number): Curve => [
  // Not defined at its pole.
  (x) => ((n < 0 && x === 0) || Number.isNaN(x) ? Number.NaN : x ** n),
  (x) => (n === 0 ? 0 : n * x ** (n - 1)),
  (x) => (n === 0 || n === 1 ? 0 : n * (n - 1) * x ** (n - 2))
]

/** Derivatives as they stand in a table of derivatives. */
export const curves: Readonly<Record<string, Curve>> = {
  sin: [Math.sin, Math.cos, (x) => -Math.sin(x)],
  cos: [Math.cos, (x) => -Math.sin(x), (x) => -Math.cos(x)],
  tan: [Math.tan, (x) => 1 + Math.tan(x) ** 2, (x) => 2 * Math.tan(x) * (1 + Math.tan(x) ** 2)],
  asin: [Math.asin, (x) => (1 - x * x) ** -0.5, (x) => x * (1 - x * x) ** -1.5],
  atan: [Math.atan, (x) => 1 / (1 + x * x), (x) => (-2 * x) / (1 + x * x) ** 2],
  sinh: [Math.sinh, Math.cosh, Math.sinh],
  cosh: [Math.cosh, Math.sinh, Math.cosh],
  tanh: [Math.tanh, (x) => Math.cosh(x) ** -2, (x) => -2 * Math.tanh(x) * Math.cosh(x) ** -2],
  asinh: [Math.asinh, (x) => (1 + x * x) ** -0.5, (x) => -x * (1 + x * x) ** -1.5],
  exp: [Math.exp, Math.exp, Math.exp],
  log: [
    (x) => (x === 0 ? Number.NaN : Math.log(x)),
    (x) => (x < 0 ? Number.NaN : 1 / x),
    (x) => (x < 0 ? Number.NaN : -1 / (x * x))
  ],
  log1p: [(x) => (x === -1 ? Number.NaN : Math.log1p(x)), (x) => 1 / (1 + x), (x) => -((1 + x) ** -2)],
  sqrt: [Math.sqrt, (x) => 0.5 * x ** -0.5, (x) => -0.25 * x ** -1.5],
  cbrt: [Math.cbrt, (x) => 1 / (3 * Math.cbrt(x * x)), (x) => -2 / (9 * Math.cbrt(x) ** 5)],
  abs: [Math.abs, Math.sign, () => 0],
  sigmoid: [logistic, (x) => logistic(x) * logistic(-x), (x) => logistic(x) * logistic(-x) * (1 - 2 * logistic(x))],
  softplus: [(x) => Math.log1p(Math.exp(x)), logistic, (x) => logistic(x) * logistic(-x)]
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** f with ∂f/∂p, ∂f/∂q and ∂²f/∂p∂q at a point. Exponents must be numbers, functions those of `curves`. */
export function hyperdual(tree: Syntax, at: Readonly<Record<string, number>>, p: string, q: string): HyperDual {
  const of = (inner: Syntax) => hyperdual(inner, at, p, q)
  switch (tree.kind) {
    case 'number':
      return constant(tree.value)
    case 'constant':
      return constant(tree.name === 'pi' ? Math.PI : Math.E)
    case 'name':
      return {
        value: exactly(at[tree.name] ?? Number.NaN),
        first: exactly(tree.name === p ? 1 : 0),
        second: exactly(tree.name === q ? 1 : 0),
        mixed: exactly(0)
      }
    case 'negate':
      return product(constant(-1), of(tree.of))
    case 'sum':
      return tree.terms
        .map(({ minus, term }) => (minus ? product(constant(-1), of(term)) : of(term)))
        .reduce((all, next) => sum(all, next))
    case 'product':
      return tree.factors
        .map(({ divide, factor }) => (divide ? apply(power(-1), of(factor)) : of(factor)))
        .reduce((all, next) => product(all, next))
    case 'power': {
      const exponent = of(tree.exponent).value.value
      return apply(power(exponent), of(tree.base))
    }
    case 'call': {
      const curve = curves[tree.name]
      const [argument] = tree.arguments
      if (!curve || !argument) throw new RangeError(`no table entry for ${tree.name}`)
      return apply(curve, of(argument))
    }
    case 'piecewise': {
      for (const { condition, value } of tree.pieces) {
        const isChosen = holds(condition, (inner) => of(inner).value)
        if (isChosen === undefined) return constant(Number.NaN)
        if (isChosen) return of(value)
      }
      return tree.otherwise ? of(tree.otherwise) : constant(Number.NaN)
    }
  }
}

/** Below this, numbers lose digits to underflow. */
const smallest = 1e-300

/**
 * The given first and second derivatives of `tree` beside those by hyper-dual numbers: how many could be compared, and
 * by how many times its bound for rounding the worst is off.
 */
export function besideHyperdual(
  tree: Syntax,
  names: readonly string[],
  point: readonly number[],
  { gradient, hessian }: { readonly gradient: readonly number[]; readonly hessian: readonly (readonly number[])[] }
): { readonly compared: number; readonly worst: number } {
  const at = Object.fromEntries(names.map((name, i) => [name, point[i] ?? Number.NaN]))
  const off = names.flatMap((p, i) =>
    names.flatMap((q, j) => {
      const { value, first, mixed } = hyperdual(tree, at, p, q)
      if (!Number.isFinite(value.value)) return []
      return (
        [
          [gradient[i], first],
          [hessian[i]?.[j], mixed]
        ] as const
      )
        .filter(([, { value, error }]) => Number.isFinite(value) && error < 1e100)
        .map(([ours = Number.NaN, { value, error }]) => Math.abs(ours - value) / (8 * error + smallest))
    })
  )
  return { compared: off.length, worst: Math.max(0, ...off) }
}

/** Whether a condition holds; undefined where NaN or rounding leaves that open. */
function holds(condition: Condition, of: (tree: Syntax) => Rounded): boolean | undefined {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = [of(condition.left), of(condition.right)]
      if (!(Math.abs(left.value - right.value) > left.error + right.error)) return undefined
      if (condition.relation === '=' || condition.relation === '≠') return condition.relation === '≠'
      return left.value < right.value === condition.relation.startsWith('<')
    }
    case 'not': {
      const inner = holds(condition.of, of)
      return inner === undefined ? undefined : !inner
    }
    case 'junction': {
      const decides = condition.word === 'or'
      const all = condition.of.map((one) => holds(one, of))
      if (all.includes(decides)) return decides
      return all.includes(undefined) ? undefined : !decides
    }
  }
}
