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

/** Of a divisor of a higher degree only zeros p/q with numbers up to these are looked for. */
const highestNumerator = 12
const highestDenominator = 4
/** Larger at a zero of a divisor, a derivative is taken to be infinite there. */
const large = 1e9
/** Longer conditions, in nodes, and more of them than these tell less than none. */
const longestCondition = 12
const mostConditions = 4
/** How near to a place f and its derivative are looked at: a jump stays the same from the one to the other. */
const [near, nearer] = [1e-4, 1e-7]

/** A place that can be written down, or one near which it is. */
type Place = Syntax | number

/** Where the formula of a derivative may not be the derivative: both sides are equal, or the left one is whole. */
interface Border {
  readonly left: Syntax
  readonly right: Syntax | 'whole'
  /** Whether it is not the derivative at a place of the border. */
  readonly isExcepted: (x: number, place: Place) => boolean
}

/** Where a derivative as it is written is none, each in TeX, and the derivative without what it says of these places. */
export interface Validity {
  readonly places: readonly string[]
  readonly derivative: Syntax
}

const separator = ',\\ '

/** Several places as one condition. */
export const joined = (places: readonly string[]): string => places.join(separator)

/** A law with the places where it does not hold behind it; with those that already stand there, where it names one of these. */
export function excepting(law: string, places: readonly string[]): string {
  if (places.length === 0) return law
  const [condition, said = ''] = /\\quad\((.*)\)$/.exec(law) ?? ['']
  const both = new Set([...said.split(separator), ...places])
  const isNamed = both.size < said.split(separator).length + places.length
  const rest = isNamed ? law.slice(0, -condition.length) : law
  return `${rest}\\quad(${joined(isNamed ? [...both] : places)})`
}

/**
 * Where the derivative as it is written is none: `x \ne 1` for (x² − 1)/(x − 1), whose derivative is written 1 though f
 * has no value there; `x \ne 0` for |x|, which has a corner there, and for ∛x, whose slope is infinite;
 * `x \notin \mathbb{Z}` for floor. Empty where there is no such place. Nothing is said at the ends of a domain, nor where
 * it would take long to say where. What max has at its corner, half of both slopes, is left out where that is said.
 */
export function validity(f: Syntax, derivative: Syntax, variable: string): Validity {
  const found = new Set<string>()
  const corners = new Set<string>()
  const others = [...new Set([...names(f), ...names(derivative)])].filter((name) => name !== variable)
  const values = new Map(others.map((name, i) => [name, 0.7 + ((i * 0.618) % 1)]))
  const at = (tree: Syntax) => (x: number) => valueAt(tree, new Map([...values, [variable, x]]))
  for (const border of borders(f, derivative, at)) {
    const { left, right } = border
    const near = exactPlaces(border, variable) ?? placesNear(border, variable, at)
    const excepted = near.filter((place) => border.isExcepted(typeof place === 'number' ? place : at(place)(0), place))
    if (excepted.length === 0) continue
    const exact = near.filter((place) => typeof place !== 'number')
    if (exact.length === near.length) {
      for (const place of exact) {
        if (excepted.includes(place)) found.add(`${typesetName(variable)} \\ne ${typeset(place)}`)
      }
    } else if (size(left) + (right === 'whole' ? 0 : size(right)) <= longestCondition) {
      found.add(`${typeset(left)} ${right === 'whole' ? '\\notin \\mathbb{Z}' : `\\ne ${typeset(right)}`}`)
    }
    if (excepted.length === near.length && right !== 'whole') corners.add(pairKey(left, right))
  }
  if (found.size === 0 || found.size > mostConditions) return { places: [], derivative }
  return { places: [...found], derivative: withoutTies(derivative, corners) }
}

const pairKey = (left: Syntax, right: Syntax): string => [print(left), print(right)].sort().join('=')

/** {1 for x > 0; 0 for x < 0; ½ otherwise} without what is left over, where f has a corner in all of that. */
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

/** Where f has no value, where it may have a corner or a jump, and where the derivative has no value. */
function borders(f: Syntax, derivative: Syntax, at: At): readonly Border[] {
  const [value, slope] = [at(f), at(derivative)]
  const under = divisors(derivative)
  const isDivided = (x: number) => under.some((divisor) => Math.abs(at(divisor)(x)) < 1e-9)
  const isNumber = (x: number, place: Place) =>
    typeof place === 'number' ? !isDivided(x) && Math.abs(slope(x + nearer)) < large : Math.abs(slope(x)) < large
  const isBent = (x: number) => {
    const [before, after] = [value(x - nearer), value(x + nearer)]
    const [left, right] = [slope(x - nearer), slope(x + nearer)]
    const [farLeft, farRight] = [slope(x - near), slope(x + near)]
    const steepest = Math.abs(left) + Math.abs(right)
    if (!(steepest <= 10 * (Math.abs(farLeft) + Math.abs(farRight)) && Number.isFinite(after - before))) return false
    const hasJump = Math.abs(after - before) > 100 * nearer * steepest + 1e-9 * Math.abs(before)
    return hasJump || Math.abs(right - left) > Math.max(1e-6 * steepest, Math.abs(farRight - farLeft) / 2)
  }
  const isInfinite = (x: number, place: Place) =>
    typeof place !== 'number' &&
    !Number.isFinite(slope(x)) &&
    [x - nearer, x, x + nearer].every((at) => Number.isFinite(value(at)))
  return [
    ...divisors(f).map((left): Border => ({ left, right: zero, isExcepted: isNumber })),
    ...kinks(f).map((kink): Border => ({ ...kink, isExcepted: isBent })),
    ...under.map((left): Border => ({ left, right: zero, isExcepted: isInfinite }))
  ]
}

type Kink = Pick<Border, 'left' | 'right'>

/** Where a function in f may have a corner or a jump, by its row, and where two of its pieces meet. */
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

/** All places of a border, if they can be written down. */
function exactPlaces({ left, right }: Border, variable: string): readonly Syntax[] | null {
  if (right === 'whole') return null
  if (!names(left).has(variable) && !names(right).has(variable)) return []
  const places = zeros(difference({ left, right }), variable)
  return places.length > 0 ? places : null
}

/** Some places of a border, near 0; those of few that are short fractions as such. */
function placesNear({ left, right }: Border, variable: string, at: At): readonly Place[] {
  const whole = at(left)
  const distance = right === 'whole' ? (x: number) => Math.sin(Math.PI * whole(x)) : at(difference({ left, right }))
  const found: number[] = []
  for (let i = -searched; i < searched && found.length < mostPlaces; i++) {
    let [low, high] = [(i - 0.382) * searchStep, (i + 0.618) * searchStep]
    const [start, end] = [distance(low), distance(high)]
    if (!(start * end < 0)) continue
    for (let halvings = 0; halvings < 60; halvings++) {
      const middle = (low + high) / 2
      if (distance(middle) * start > 0) low = middle
      else high = middle
    }
    // A pole changes its sign as well.
    if (Math.abs(distance(low)) <= Math.min(Math.abs(start), Math.abs(end))) found.push((low + high) / 2)
  }
  const isOfOne =
    right !== 'whole' && [left, right].every((side) => [...names(side)].every((name) => name === variable))
  if (!isOfOne || found.length > mostFractions) return found
  return found.map((x) => fractions.find((one) => Math.abs(valueAt(one, new Map()) - x) < 1e-9) ?? x)
}

const searchStep = 0.1
const searched = 120
const mostPlaces = 6
const mostFractions = 2

/** By what f divides, wherever it does; negative powers are divisions too. */
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
const fractions: readonly Syntax[] = Array.from({ length: highestDenominator }, (_, i) => i + 1).flatMap((under) =>
  Array.from({ length: 2 * highestNumerator + 1 }, (_, i) => i - highestNumerator).flatMap((over) => {
    const value = { over: BigInt(over), under: BigInt(under), decimal: false }
    const isLowest = under === 1 || [2, 3, 4].every((by) => over % by !== 0 || under % by !== 0)
    const tree = isLowest && (over !== 0 || under === 1) ? written(terms.number(value), []) : null
    return tree ? [tree] : []
  })
)
