import type { CallNode, Graph, NodeId, Operation } from '../graph'

/** A closed interval. `[NaN, NaN]`: nothing is known, or the value is undefined somewhere. */
export type Enclosed = readonly [low: number, high: number]

/**
 * Encloses each output over a box of inputs from `low` to `high`; writes one interval per output to the last two
 * arrays.
 */
export type Enclosure = (low: Float64Array, high: Float64Array, outLow: Float64Array, outHigh: Float64Array) => void

const unknown: Enclosed = [Number.NaN, Number.NaN]
const zero: Enclosed = [0, 0]

/** Relative distance of neighbouring doubles. */
const epsilon = 2 ** -52
/** The assumed relative error of functions of JavaScript and of the program. */
const libraryError = 16 * epsilon

/**
 * The enclosure of nodes of a graph by interval arithmetic with outward rounding: valid for every real input in the
 * box. (Moore, Kearfott, Cloud, Introduction to Interval Analysis, chapters 2 and 5.)
 */
export function enclosureOf(graph: Graph, outputs: readonly NodeId[]): Enclosure {
  const needed = graph.below(outputs)
  const place = new Int32Array(needed.length)
  const size = needed.reduce((sum, mark) => sum + mark, 0)
  const [low, high] = [new Float64Array(size), new Float64Array(size)]
  const steps: ((input: { readonly low: Float64Array; readonly high: Float64Array }) => void)[] = []
  let count = 0
  for (let id = 0; id < needed.length; id++) {
    if (!needed[id]) continue
    const node = graph.node(id)
    const to = count++
    place[id] = to
    if (node.kind === 'constant') {
      ;[low[to], high[to]] = constant(node.value) as [number, number]
      continue
    }
    const of = node.of.map((operand) => place[operand] as number)
    const [a = 0, b = 0, c = 0] = of
    const at = (operand: number): Enclosed => [low[operand] as number, high[operand] as number]
    const put = ([from, end]: Enclosed) => {
      low[to] = from
      high[to] = end
    }
    if (node.kind === 'input') {
      steps.push((input) => {
        low[to] = input.low[node.place] as number
        high[to] = input.high[node.place] as number
      })
    } else if (node.kind === 'call') {
      const rule = ruleOf(node)
      steps.push(() => put(rule(of.map(at))))
    } else if (node.operation === '+') {
      // Sums are the most frequent operation: without allocation.
      steps.push(() => {
        low[to] = below((low[a] as number) + (low[b] as number))
        high[to] = above((high[a] as number) + (high[b] as number))
      })
    } else if (node.operation === '-') {
      steps.push(() => {
        low[to] = below((low[a] as number) - (high[b] as number))
        high[to] = above((high[a] as number) - (low[b] as number))
      })
    } else if (node.operation === '*' && a === b) steps.push(() => put(square(at(a))))
    else {
      const rule = operations[node.operation]
      steps.push(() => put(rule(at(a), at(b), at(c))))
    }
  }
  const places = outputs.map((id) => place[id] as number)
  const input: { low: Float64Array; high: Float64Array } = { low, high }
  return (inLow, inHigh, outLow, outHigh) => {
    input.low = inLow
    input.high = inHigh
    for (let i = 0; i < steps.length; i++) (steps[i] as (typeof steps)[number])(input)
    for (let i = 0; i < places.length; i++) {
      outLow[i] = low[places[i] as number] as number
      outHigh[i] = high[places[i] as number] as number
    }
  }
}

/** The next smaller and the next larger number, or one beyond; 0 stays, because a sum that rounds to 0 is exactly 0. */
const below = (value: number): number =>
  value === 0 ? 0 : value - Math.max(epsilon * Math.abs(value), Number.MIN_VALUE)
const above = (value: number): number =>
  value === 0 ? 0 : value + Math.max(epsilon * Math.abs(value), Number.MIN_VALUE)

/** A decimal number of a formula, and π, lies next to its double. */
const constant = (value: number): Enclosed =>
  Number.isInteger(value * 2 ** 20) ? [value, value] : outwards(value, value)

const isUnknown = ([low]: Enclosed): boolean => Number.isNaN(low)
const isPoint = ([low, high]: Enclosed, value: number): boolean => low === value && high === value

/** Outward rounding; 0 is exact unless it may be an underflow. */
function outwards(low: number, high: number, by = epsilon): Enclosed {
  if (Number.isNaN(low) || Number.isNaN(high)) return unknown
  return [
    low === 0 || low === Number.NEGATIVE_INFINITY ? low : low - Math.max(by * Math.abs(low), Number.MIN_VALUE),
    high === 0 || high === Number.POSITIVE_INFINITY ? high : high + Math.max(by * Math.abs(high), Number.MIN_VALUE)
  ]
}

const hull = (a: Enclosed, b: Enclosed): Enclosed =>
  isUnknown(a) || isUnknown(b) ? unknown : [Math.min(a[0], b[0]), Math.max(a[1], b[1])]

const negated = ([low, high]: Enclosed): Enclosed => [-high, -low]

/** A product of bounds: 0 times ∞ is 0, because ∞ stands for unbounded real numbers. An underflow is not 0. */
function bound(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  return a * b || Math.sign(a) * Math.sign(b) * Number.MIN_VALUE
}

function multiplied(a: Enclosed, b: Enclosed): Enclosed {
  if (isUnknown(a) || isUnknown(b)) return unknown
  const [p, q, r, s] = [bound(a[0], b[0]), bound(a[0], b[1]), bound(a[1], b[0]), bound(a[1], b[1])]
  return outwards(Math.min(p, q, r, s), Math.max(p, q, r, s))
}

const touches = ([low, high]: Enclosed): boolean => low <= 0 && high >= 0

function square(a: Enclosed): Enclosed {
  if (isUnknown(a)) return unknown
  const [least, most] = magnitudes(a)
  const [low, high] = outwards(bound(least, least), bound(most, most))
  return [Math.max(0, low), high]
}

/** The minimum and maximum absolute value. */
function magnitudes([low, high]: Enclosed): Enclosed {
  const [a, b] = [Math.abs(low), Math.abs(high)]
  return [touches([low, high]) ? 0 : Math.min(a, b), Math.max(a, b)]
}

/** The divisor may have 0 at one of its ends, which is then excluded: the box ends at a pole. */
function divided(a: Enclosed, b: Enclosed): Enclosed {
  if (isUnknown(a) || isUnknown(b) || isPoint(b, 0) || (b[0] < 0 && b[1] > 0)) return unknown
  const inverse: Enclosed =
    b[0] >= 0
      ? [1 / b[1], b[0] === 0 ? Number.POSITIVE_INFINITY : 1 / b[0]]
      : [b[1] === 0 ? Number.NEGATIVE_INFINITY : 1 / b[1], 1 / b[0]]
  return multiplied(a, outwards(inverse[0], inverse[1]))
}

const truth = (isTrue: boolean, isFalse: boolean): Enclosed => (isTrue ? [1, 1] : isFalse ? [0, 0] : [0, 1])

/** 0 if `a` is exactly 0, whatever the other operand. */
const unlessZero = (rule: (a: Enclosed, b: Enclosed) => Enclosed) => (a: Enclosed, b: Enclosed) =>
  isPoint(a, 0) ? zero : rule(a, b)

const gated = (truth: Enclosed, adjoint: Enclosed): Enclosed =>
  isPoint(truth, 1) ? adjoint : isPoint(truth, 0) ? zero : hull(adjoint, zero)

const operations: Readonly<Record<Operation, (a: Enclosed, b: Enclosed, c: Enclosed) => Enclosed>> = {
  '+': (a, b) => outwards(a[0] + b[0], a[1] + b[1]),
  '-': (a, b) => outwards(a[0] - b[1], a[1] - b[0]),
  '*': multiplied,
  '/': divided,
  negate: negated,
  '<': (a, b) => (isUnknown(a) || isUnknown(b) ? unknown : truth(a[1] < b[0], a[0] >= b[1])),
  '<=': (a, b) => (isUnknown(a) || isUnknown(b) ? unknown : truth(a[1] <= b[0], a[0] > b[1])),
  and: (a, b) => (isPoint(a, 0) || isPoint(b, 0) ? zero : [a[0] * b[0], a[1] * b[1]]),
  or: (a, b) => (isPoint(a, 1) || isPoint(b, 1) ? [1, 1] : [Math.max(a[0], b[0]), Math.max(a[1], b[1])]),
  not: (a) => [1 - a[1], 1 - a[0]],
  choose: (truth, a, b) => (isPoint(truth, 1) ? a : isPoint(truth, 0) ? b : isUnknown(truth) ? unknown : hull(a, b)),
  unless: (zero, value) => (isUnknown(zero) || (zero[0] < 0 && zero[1] > 0) || isPoint(zero, 0) ? unknown : value),
  gate: gated,
  chain: unlessZero(multiplied),
  cut: (a, local) => (isUnknown(local) || !touches(a) ? local : hull(local, zero)),
  ratio: unlessZero(divided),
  meet: (a, b) => (isPoint(a, 0) || isPoint(b, 0) ? zero : multiplied(a, b))
}

type Rule = (of: readonly Enclosed[]) => Enclosed
type Value = (a: number) => number

/** A function that is monotone between the `turns`, at which it is evaluated as well; NaN at a turn that is a pole. */
function monotone(value: Value, turns: (a: Enclosed) => readonly number[]): Rule {
  return ([a = unknown]) => {
    if (isUnknown(a)) return unknown
    const [low, high] = a
    // At a pole at an end of the box, the one-sided limit from inside: the sign of 0 selects it.
    const ends = [value(low === 0 ? 0 : low), value(high === 0 && low < 0 ? -0 : high)]
    const all = [...ends, ...turns(a).map(value)]
    return outwards(Math.min(...all), Math.max(...all), libraryError)
  }
}

/** Those of the points that lie in a box. */
const within =
  (...places: readonly number[]) =>
  ([low, high]: Enclosed) =>
    places.filter((place) => low <= place && place <= high)

/** The multiples of π, shifted, that lie in a box or, with rounding, may; two of them suffice. */
const multiplesOfPi =
  (shift: number) =>
  ([low, high]: Enclosed): readonly number[] => {
    if (!(Math.abs(low) < 1e6 && Math.abs(high) < 1e6)) return [shift * Math.PI, (shift + 1) * Math.PI]
    const first = Math.ceil(low / Math.PI - shift - 1e-9)
    const last = Math.min(first + 2, Math.floor(high / Math.PI - shift + 1e-9))
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k + shift) * Math.PI)
  }

const turning =
  (...places: readonly number[]) =>
  (value: Value) =>
    monotone(value, within(...places))

/** A function with a pole or jump at certain points: over a box that contains one, nothing is known. */
const exceptAt =
  (places: (a: Enclosed) => readonly number[], rule: (value: Value) => Rule = turning()) =>
  (value: Value): Rule =>
  (of) => {
    const [a = unknown] = of
    return isUnknown(a) || places(a).length > 0 ? unknown : rule(value)(of)
  }

/** sin and cos, with values in [−1, 1]. */
const periodic = (shift: number) => (value: Value) => (of: readonly Enclosed[]) => {
  const [low, high] = monotone(value, multiplesOfPi(shift))(of)
  return [Math.max(low, -1), Math.min(high, 1)] as const
}

/**
 * The n-th derivative of sin(a)/a: its absolute value is below 1/(n + 1), and that of its derivative below 1/(n + 2).
 */
const sincBy =
  (n: number) =>
  (value: Value) =>
  ([a = unknown]: readonly Enclosed[]) => {
    if (isUnknown(a)) return unknown
    const [middle, half] = [a[0] / 2 + a[1] / 2, a[1] / 2 - a[0] / 2]
    const far = half / (n + 2) + 2 ** -40
    return [Math.max(value(middle) - far, -1 / (n + 1)), Math.min(value(middle) + far, 1 / (n + 1))] as const
  }

/** A function that is never 0, although its computed value may be. */
const nonzero =
  (rule: (value: Value) => Rule) =>
  (value: Value): Rule =>
  (of) => {
    const [low, high] = rule(value)(of)
    return [low, high === 0 ? Number.MIN_VALUE : high]
  }

/** Functions of one argument: the points between which they are monotone, and those at which they are undefined. */
const unary: Readonly<Record<string, (value: Value) => Rule>> = {
  ...Object.fromEntries(
    (
      'expm1 log log2 log10 log1p sqrt cbrt erf asin acos atan asinh acosh asech atanh sinh tanh ' +
      'sign relu reluslope floor ceil round acoshslope'
    )
      .split(' ')
      .map((name) => [name, turning()])
  ),
  ...Object.fromEntries(
    'abs cosh asinhslope atanslope asinslope asec acsc acoth'.split(' ').map((name) => [name, turning(0)])
  ),
  ...Object.fromEntries('exp sigmoid softplus'.split(' ').map((name) => [name, nonzero(turning())])),
  ...Object.fromEntries(
    'sech gauss erfslope tanhslope sigmoidslope'.split(' ').map((name) => [name, nonzero(turning(0))])
  ),
  // A computed csch of 0 may have either sign.
  csch: exceptAt(within(0), (value) => (of) => hull(turning()(value)(of), [-Number.MIN_VALUE, Number.MIN_VALUE])),
  ...Object.fromEntries('coth acsch acot'.split(' ').map((name) => [name, exceptAt(within(0))])),
  atanhslope: exceptAt(within(-1, 1), turning(0)),
  sin: periodic(1 / 2),
  cos: periodic(0),
  tan: exceptAt(multiplesOfPi(1 / 2)),
  cot: exceptAt(multiplesOfPi(0)),
  sec: (value) => (of) => divided([1, 1], periodic(0)((a) => 1 / value(a))(of)),
  csc: (value) => (of) => divided([1, 1], periodic(1 / 2)((a) => 1 / value(a))(of)),
  sinc: sincBy(0),
  sincslope: sincBy(1)
}

const exponential = nonzero(turning())(Math.exp)
const logarithm = turning()(Math.log)

/** aᵇ. */
function power(a: Enclosed, b: Enclosed): Enclosed {
  if (isUnknown(a) || isUnknown(b)) return unknown
  if (isPoint(b, 0)) return [1, 1]
  const [exponent] = b
  const isWhole = isPoint(b, Math.round(exponent))
  const raised = (base: number) => base ** exponent || (base === 0 ? 0 : Math.sign(base) * Number.MIN_VALUE)
  if (a[0] >= 0 && b[0] === b[1]) return turning()(raised)([a])
  if (!isWhole) return a[0] > 0 ? exponential([multiplied(b, logarithm([a]))]) : unknown
  if (a[0] < 0 && a[1] > 0 && exponent < 0) return unknown
  return turning(0)(raised)([a])
}

const minus = ([low, high]: Enclosed, by: number): Enclosed =>
  low === high && Number.isInteger(low) ? [low - by, high - by] : outwards(low - by, high - by)

/** min, max and other functions that increase in each argument. */
const increasing =
  (value: (...of: number[]) => number): Rule =>
  (of) =>
    of.some(isUnknown) ? unknown : [value(...of.map(([low]) => low)), value(...of.map(([, high]) => high))]

const several: Readonly<Record<string, (node: CallNode) => Rule>> = {
  pow:
    () =>
    ([a = unknown, b = unknown]) =>
      power(a, b),
  powslope:
    () =>
    ([a = unknown, b = unknown]) =>
      isPoint(b, 0) ? zero : multiplied(b, power(a, minus(b, 1))),
  powcurvature:
    () =>
    ([a = unknown, b = unknown]) =>
      isPoint(b, 0) || isPoint(b, 1) ? zero : multiplied(multiplied(b, minus(b, 1)), power(a, minus(b, 2))),
  powlog:
    () =>
    ([a = unknown, b = unknown]) =>
      multiplied(power(a, b), logarithm([a])),
  logbase:
    () =>
    ([a = unknown, b = unknown]) =>
      divided(logarithm([a]), logarithm([b])),
  hypot:
    ({ row }) =>
    (of) => {
      if (of.some(isUnknown)) return unknown
      const lengths = of.map(magnitudes)
      return outwards(
        row.value(...lengths.map(([least]) => least)),
        row.value(...lengths.map(([, most]) => most)),
        libraryError
      )
    },
  unit: () => (of) => (of.some(isUnknown) ? unknown : [-1, 1]),
  min: ({ row }) => increasing(row.value),
  max: ({ row }) => increasing(row.value),
  logaddexp:
    ({ row }) =>
    (of) => {
      const [low, high] = increasing(row.value)(of)
      return outwards(low, high, libraryError)
    },
  less:
    ({ row }) =>
    ([a = unknown, b = unknown]) =>
      isUnknown(a) || isUnknown(b) ? unknown : [row.value(a[1], b[0]), row.value(a[0], b[1])],
  isolated:
    () =>
    ([a = unknown]) =>
      a,
  sincderivative:
    ({ row }) =>
    ([n = unknown, a = unknown]) =>
      isUnknown(n) ? unknown : sincBy(n[0])((x) => row.value(n[0], x))([a])
}

/** The enclosure of a call; nothing is known of a function that is not in the tables. */
function ruleOf(node: CallNode): Rule {
  const one = unary[node.row.name]
  if (one) return one(node.row.value as Value)
  return several[node.row.name]?.(node) ?? (() => unknown)
}
