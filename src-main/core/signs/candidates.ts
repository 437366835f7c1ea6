import type { Rational } from '../symbolic/rational'
import type { Exact } from './exact'
import * as exact from './exact'

/**
 * The maximum denominators of numbers and of multiples of π, and the maximum sizes of exponents, radicands and
 * arguments.
 */
const largest = { number: 10_000, turn: 24, power: 6, radicand: 60, argument: 60 }
/** The maximum coefficients of quadratic equations ax² + bx + c = 0. */
const quadratic = { a: 12, b: 60 }
/** In wider intervals, relative to their position, there would be too many candidates. */
const maxWidth = 1e-9
/** The uncertainty of a computed number, relative to its size or to 1. */
const uncertainty = 2 ** -46

/**
 * Numbers in closed form in a narrow interval, the simplest first: fractions, multiples of π, roots of quadratic
 * equations, other roots, powers of e and logarithms. These are guesses: the caller has to prove them.
 */
export function* candidates(low: number, high: number): Generator<Exact> {
  const tolerance = uncertainty * Math.max(1, Math.abs(low), Math.abs(high))
  const [from, to] = [low - tolerance, high + tolerance]
  if (from <= 0 && to >= 0) yield exact.nothing
  const number = simplest(from, to, largest.number)
  if (number) yield exact.exactly(number)
  const turn = simplest(from / Math.PI, to / Math.PI, largest.turn)
  if (turn) yield multiplied(exact.pi, turn)
  if (to - from < maxWidth * Math.max(1, Math.abs(low))) yield* ofQuadratics(from, to)
  for (const degree of [3, 4, 5]) {
    const sign = from < 0 ? -1 : 1
    const ends = [sign * from, sign * to].sort((a, b) => a - b).map((end) => Math.max(0, end) ** degree)
    const radicand = simplest(ends[0] as number, ends[1] as number, largest.radicand)
    const root = radicand && exact.power(exact.exactly(radicand), { over: 1n, under: BigInt(degree), decimal: false })
    if (root) yield sign === 1 ? root : exact.negative(root)
  }
  const sign = from < 0 ? -1 : 1
  if (from * to > 0) {
    const ends = [Math.log(sign * from), Math.log(sign * to)].sort((a, b) => a - b)
    const power = simplest(ends[0] as number, ends[1] as number, largest.power)
    const value = power && exact.exponential(exact.exactly(power))
    if (value) yield sign === 1 ? value : exact.negative(value)
  }
  // log 2, log(2)/2 …
  for (const part of [1, 2, 3]) {
    const argument = simplest(Math.exp(part * from), Math.exp(part * to), largest.argument)
    const value = argument && exact.logarithm(exact.exactly(argument))
    if (value) yield multiplied(value, { over: 1n, under: BigInt(part), decimal: false })
  }
}

const multiplied = (a: Exact, by: Rational): Exact => exact.times(a, exact.exactly(by)) ?? exact.nothing

/**
 * The fraction with the smallest denominator between two numbers, if that is at most `max`: by the Stern–Brocot tree.
 */
function simplest(low: number, high: number, max: number): Rational | null {
  if (!(Math.abs(low) < 1e6 && Math.abs(high) < 1e6)) return null
  if (low <= 0 && high >= 0) return null
  if (high < 0) {
    const opposite = simplest(-high, -low, max)
    return opposite && { ...opposite, over: -opposite.over }
  }
  let [a, b, c, d] = [Math.floor(low), 1, 1, 0]
  if (a === low || a + 1 <= high) return fraction(a >= low ? a : a + 1, 1)
  ;[c, d] = [a + 1, 1]
  while (b + d <= max) {
    const [over, under] = [a + c, b + d]
    if (over < low * under) [a, b] = [over, under]
    else if (over > high * under) [c, d] = [over, under]
    else return fraction(over, under)
  }
  return null
}

const fraction = (over: number, under: number): Rational => ({
  over: BigInt(over),
  under: BigInt(under),
  decimal: false
})

/** (−b ± √(b² − 4ac))/2a; first those with b = 0, which are roots of fractions. */
function* ofQuadratics(low: number, high: number): Generator<Exact> {
  const x = low / 2 + high / 2
  const found: { readonly exact: Exact; readonly size: number }[] = []
  for (let a = 1; a <= quadratic.a; a++) {
    for (let b = -quadratic.b; b <= quadratic.b; b++) {
      const c = -Math.round(x * (a * x + b))
      const slope = 2 * a * x + b
      const off = Math.abs(x * (a * x + b) + c)
      if (off > Math.abs(slope) * (high - low) + 2 ** -44 * (Math.abs(a * x * x) + Math.abs(b * x))) continue
      const discriminant = b * b - 4 * a * c
      const root =
        discriminant > 0 ? exact.power(exact.whole(discriminant), { over: 1n, under: 2n, decimal: false }) : null
      if (!root || exact.asRational(root)) continue
      const over = exact.plus(exact.whole(-b), slope > 0 ? root : exact.negative(root))
      found.push({ exact: multiplied(over, fraction(1, 2 * a)), size: a + Math.abs(b) })
    }
  }
  found.sort((one, other) => one.size - other.size)
  // The simplest ones: later candidates are mostly coincidence.
  for (const one of found.slice(0, 4)) yield one.exact
}
