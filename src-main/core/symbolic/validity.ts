import { functionNamed } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { substitute } from '@shared/language/substitute'
import type { Condition, Syntax } from '@shared/language/syntax'
import { names, operands, size } from '@shared/language/tree'
import { typeset, typesetName } from '@shared/language/typeset'
import { valueAt } from '@shared/language/value'
import { added, count, one, over, zero } from './draft'
import { polynomial } from './polynomial'
import * as terms from './terms'
import { written } from './written'

/** Zeros p/q of polynomials of degree above 1 are found for numerators and denominators up to these. */
const maxNumerator = 12
const maxDenominator = 4
/** A derivative beyond this at a zero of a divisor counts as infinite there. */
const large = 1e9
/** The maximum length of a condition, in nodes, and the maximum number of conditions that are shown. */
const maxConditionSize = 12
const maxConditions = 4
/** The distances from a point at which f and its derivative are compared: a jump is the same at both. */
const [near, nearer] = [1e-4, 1e-7]

/** A point in closed form, or its approximate value. */
type Point = Syntax | number

/**
 * A condition at which the formula of a derivative may be invalid: both sides are equal, or the left one is a whole
 * number.
 */
interface Border {
  readonly left: Syntax
  readonly right: Syntax | 'whole'
  /** Whether the formula is invalid at a point where the condition holds. */
  readonly isExcepted: (x: number, point: Point) => boolean
}

/**
 * The conditions under which a formula of a derivative is valid, in TeX, and the formula without the pieces for the
 * excluded points.
 */
export interface Validity {
  readonly conditions: readonly string[]
  readonly derivative: Syntax
}

const separator = ',\\ '

/** Several exceptions as one condition. */
export const joined = (conditions: readonly string[]): string => conditions.join(separator)

/**
 * A law with the condition under which it holds. Conditions that the law has already are kept if one of them is
 * repeated.
 */
export function excepting(law: string, conditions: readonly string[]): string {
  if (conditions.length === 0) return law
  const [condition, known = ''] = /\\quad\((.*)\)$/.exec(law) ?? ['']
  const both = new Set([...known.split(separator), ...conditions])
  const isNamed = both.size < known.split(separator).length + conditions.length
  const rest = isNamed ? law.slice(0, -condition.length) : law
  return `${rest}\\quad(${joined(isNamed ? [...both] : conditions)})`
}

/**
 * Where the formula of a derivative is invalid: `x \ne 1` for (x² − 1)/(x − 1), whose derivative simplifies to 1
 * although f is undefined there; `x \ne 0` for |x|, which has a corner there, and for ∛x, whose slope is infinite; `x
 * \notin \mathbb{Z}` for floor. Ends of the domain are not listed, nor conditions that would be too long. The value at
 * a corner of max, half of both slopes, is removed from the formula if the corner is listed.
 */
export function validity(f: Syntax, derivative: Syntax, variable: string): Validity {
  const found = new Set<string>()
  const corners = new Set<string>()
  const others = [...new Set([...names(f), ...names(derivative)])].filter((name) => name !== variable)
  const values = new Map(others.map((name, i) => [name, 0.7 + ((i * 0.618) % 1)]))
  const at = (tree: Syntax) => (x: number) => valueAt(tree, new Map([...values, [variable, x]]))
  for (const border of borders(f, derivative, at)) {
    const { left, right } = border
    const points = exactPoints(border, variable) ?? pointsNear(border, variable, at)
    const excepted = points.filter((point) =>
      border.isExcepted(typeof point === 'number' ? point : at(point)(0), point)
    )
    if (excepted.length === 0) continue
    const exact = points.filter((point) => typeof point !== 'number')
    if (exact.length === points.length) {
      for (const point of exact) {
        if (excepted.includes(point)) found.add(`${typesetName(variable)} \\ne ${typeset(point)}`)
      }
    } else if (size(left) + (right === 'whole' ? 0 : size(right)) <= maxConditionSize) {
      found.add(`${typeset(left)} ${right === 'whole' ? '\\notin \\mathbb{Z}' : `\\ne ${typeset(right)}`}`)
    }
    if (excepted.length === points.length && right !== 'whole') corners.add(pairKey(left, right))
  }
  if (found.size === 0 || found.size > maxConditions) return { conditions: [], derivative }
  return { conditions: [...found], derivative: withoutTies(derivative, corners) }
}

const pairKey = (left: Syntax, right: Syntax): string => [print(left), print(right)].sort().join('=')

/** {1 for x > 0; 0 for x < 0; ½ otherwise} without its last piece, if f has a corner wherever that applies. */
function withoutTies(tree: Syntax, corners: ReadonlySet<string>): Syntax {
  const within = (inner: Syntax) => withoutTies(inner, corners)
  switch (tree.kind) {
    case 'negate':
      return { ...tree, of: within(tree.of) }
    case 'sum':
      return { ...tree, terms: tree.terms.map(({ minus, term }) => ({ minus, term: within(term) })) }
    case 'product':
      return { ...tree, factors: tree.factors.map(({ divide, factor }) => ({ divide, factor: within(factor) })) }
    case 'piecewise': {
      const [one, other, ...more] = tree.pieces.map(({ condition }) => condition)
      if (one?.kind !== 'comparison' || other?.kind !== 'comparison' || more.length > 0) return tree
      const isStrict =
        [one, other]
          .map(({ relation }) => relation)
          .sort()
          .join('') === '<>'
      const isSame = print(one.left) === print(other.left) && print(one.right) === print(other.right)
      return isStrict && isSame && corners.has(pairKey(one.left, one.right)) ? { ...tree, otherwise: null } : tree
    }
    default:
      return tree
  }
}

type At = (tree: Syntax) => (x: number) => number

/** Where f may be undefined, have a corner or a jump, or its derivative be infinite. */
function borders(f: Syntax, derivative: Syntax, at: At): readonly Border[] {
  const [value, slope] = [at(f), at(derivative)]
  const under = divisors(derivative)
  const isDivided = (x: number) => under.some((divisor) => Math.abs(at(divisor)(x)) < 1e-9)
  const isNumber = (x: number, point: Point) =>
    typeof point === 'number' ? !isDivided(x) && Math.abs(slope(x + nearer)) < large : Math.abs(slope(x)) < large
  const hasCornerOrJump = (x: number) => {
    const [before, after] = [value(x - nearer), value(x + nearer)]
    const [left, right] = [slope(x - nearer), slope(x + nearer)]
    const [farLeft, farRight] = [slope(x - near), slope(x + near)]
    const steepest = Math.abs(left) + Math.abs(right)
    if (!(steepest <= 10 * (Math.abs(farLeft) + Math.abs(farRight)) && Number.isFinite(after - before))) return false
    const hasJump = Math.abs(after - before) > 100 * nearer * steepest + 1e-9 * Math.abs(before)
    return hasJump || Math.abs(right - left) > Math.max(1e-6 * steepest, Math.abs(farRight - farLeft) / 2)
  }
  const isInfinite = (x: number, point: Point) =>
    typeof point !== 'number' &&
    !Number.isFinite(slope(x)) &&
    [x - nearer, x, x + nearer].every((at) => Number.isFinite(value(at)))
  return [
    ...divisors(f).map((left): Border => ({ left, right: zero, isExcepted: isNumber })),
    ...kinks(f).map((kink): Border => ({ ...kink, isExcepted: hasCornerOrJump })),
    ...under.map((left): Border => ({ left, right: zero, isExcepted: isInfinite }))
  ]
}

type Kink = Pick<Border, 'left' | 'right'>

/** Where a function in f may have a corner or a jump, by its row, and where two pieces meet. */
function kinks(tree: Syntax): readonly Kink[] {
  const inside = operands(tree).flatMap(kinks)
  if (tree.kind === 'piecewise') return [...tree.pieces.flatMap(({ condition }) => meetings(condition)), ...inside]
  const [a, b] = tree.kind === 'call' ? tree.arguments : []
  if (tree.kind !== 'call' || !a) return inside
  const { kink, name } = functionNamed(tree.name)
  if (kink === 'a') return [{ left: a, right: zero }, ...inside]
  if (kink === 'a - b') {
    const pairs = tree.arguments.flatMap((left, i) => tree.arguments.slice(i + 1).map((right) => ({ left, right })))
    return [...pairs, ...inside]
  }
  const jumps = {
    floor: a,
    ceil: a,
    round: added([
      { minus: false, term: a },
      { minus: true, term: over(one, count(2)) }
    ]),
    mod: over(a, b ?? one)
  }
  const left = (jumps as Partial<Record<string, Syntax>>)[name]
  return left ? [{ left, right: 'whole' }, ...inside] : inside
}

function meetings(condition: Condition): readonly Kink[] {
  switch (condition.kind) {
    case 'comparison':
      return [{ left: condition.left, right: condition.right }]
    case 'not':
      return meetings(condition.of)
    case 'junction':
      return condition.of.flatMap(meetings)
  }
}

const difference = ({ left, right }: { readonly left: Syntax; readonly right: Syntax }): Syntax =>
  added([
    { minus: false, term: left },
    { minus: true, term: right }
  ])

/** All solutions of a condition in closed form; null if they have none. */
function exactPoints({ left, right }: Border, variable: string): readonly Syntax[] | null {
  if (right === 'whole') return null
  if (!names(left).has(variable) && !names(right).has(variable)) return []
  const points = zeros(difference({ left, right }), variable)
  return points.length > 0 ? points : null
}

/** Some solutions near 0; if there are few, simple fractions in closed form. */
function pointsNear({ left, right }: Border, variable: string, at: At): readonly Point[] {
  const whole = at(left)
  const distance = right === 'whole' ? (x: number) => Math.sin(Math.PI * whole(x)) : at(difference({ left, right }))
  const found: number[] = []
  for (let i = -searched; i < searched && found.length < maxPoints; i++) {
    let [low, high] = [(i - 0.382) * searchStep, (i + 0.618) * searchStep]
    const [start, end] = [distance(low), distance(high)]
    if (!(start * end < 0)) continue
    for (let halvings = 0; halvings < 60; halvings++) {
      const middle = (low + high) / 2
      if (distance(middle) * start > 0) low = middle
      else high = middle
    }
    // A pole changes the sign, too.
    if (Math.abs(distance(low)) <= Math.min(Math.abs(start), Math.abs(end))) found.push((low + high) / 2)
  }
  const isOfOne =
    right !== 'whole' && [left, right].every((side) => [...names(side)].every((name) => name === variable))
  if (!isOfOne || found.length > maxFractions) return found
  return found.map((x) => fractions.find((one) => Math.abs(valueAt(one, new Map()) - x) < 1e-9) ?? x)
}

const searchStep = 0.1
const searched = 120
const maxPoints = 6
const maxFractions = 2

/** The divisors in a formula; negative powers are divisions. */
function divisors(tree: Syntax): readonly Syntax[] {
  if (tree.kind === 'piecewise') return []
  const inside = operands(tree).flatMap(divisors)
  const [of] = tree.kind === 'call' ? tree.arguments : []
  const { quotient } = tree.kind === 'call' ? functionNamed(tree.name) : {}
  if (of && quotient) {
    return [...divisors(substitute(parse(quotient, { names: ['a'] }).tree, new Map([['a', of]]), of.range)), ...inside]
  }
  if (tree.kind === 'product') {
    return [...tree.factors.flatMap(({ divide, factor }) => (divide ? factorsOf(factor) : [])), ...inside]
  }
  return tree.kind === 'power' && tree.exponent.kind === 'negate' ? [...factorsOf(tree.base), ...inside] : inside
}

/** The bases of the factors of a divisor: it is 0 where one of them is. */
function factorsOf(tree: Syntax): readonly Syntax[] {
  if (tree.kind === 'product') return tree.factors.flatMap(({ divide, factor }) => (divide ? [] : factorsOf(factor)))
  if (tree.kind === 'power' && tree.exponent.kind !== 'negate') return factorsOf(tree.base)
  const [of] = tree.kind === 'call' && ['sqrt', 'cbrt', 'abs'].includes(tree.name) ? tree.arguments : []
  return of ? factorsOf(of) : [tree]
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
const fractions: readonly Syntax[] = Array.from({ length: maxDenominator }, (_, i) => i + 1).flatMap((under) =>
  Array.from({ length: 2 * maxNumerator + 1 }, (_, i) => i - maxNumerator).flatMap((over) => {
    const value = { over: BigInt(over), under: BigInt(under), decimal: false }
    const isLowest = under === 1 || [2, 3, 4].every((by) => over % by !== 0 || under % by !== 0)
    const tree = isLowest && (over !== 0 || under === 1) ? written(terms.number(value), []) : null
    return tree ? [tree] : []
  })
)
