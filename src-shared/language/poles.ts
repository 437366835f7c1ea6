import type { FunctionRow } from './function-row'
import { functionNamed } from './functions'
import { parse } from './parser'
import { substitute } from './substitute'
import type { CallSyntax, PowerSyntax, Syntax } from './syntax'
import { operands } from './tree'

/**
 * Poles of a formula: division by 0, log 0, atanh 1, 0^(−1). The formula, and whatever contains it, is undefined there,
 * although floating point gives ±∞, and e^(−∞) is a number again. A 0 by underflow, as that of e^(−800), makes no pole:
 * dividing by it overflows.
 */

/** The signs a number can have in exact arithmetic, as a bit set. */
type Signs = number
const [negative, zero, positive] = [1, 2, 4] as const
const any: Signs = negative | zero | positive

/** Trees such that one of them is 0 exactly where `divisor` is, in exact arithmetic. */
export function zeros(divisor: Syntax): readonly Syntax[] {
  const before = known.get(divisor)
  if (before) return before
  const found = zerosIn(divisor)
  known.set(divisor, found)
  return found
}

const known = new WeakMap<Syntax, readonly Syntax[]>()

function zerosIn(tree: Syntax): readonly Syntax[] {
  if (!(signs(tree) & zero)) return []
  switch (tree.kind) {
    case 'negate':
      return zeros(tree.of)
    case 'product':
      return tree.factors.flatMap(({ divide, factor }) => (divide ? [] : zeros(factor)))
    case 'power':
      return signs(tree.exponent) === positive ? zeros(tree.base) : [tree]
    default:
      return [tree]
  }
}

/** Trees such that one of them is 0 exactly where a power or a function has a pole. */
export function poles(tree: PowerSyntax | CallSyntax): readonly Syntax[] {
  const before = knownPoles.get(tree)
  if (before) return before
  const found = tree.kind === 'power' ? polesOfPower(tree) : polesOfCall(tree)
  knownPoles.set(tree, found)
  return found
}

const knownPoles = new WeakMap<Syntax, readonly Syntax[]>()

function polesOfPower({ base, exponent, range }: PowerSyntax): readonly Syntax[] {
  const sign = signs(exponent)
  const all = sign & negative ? zeros(base) : []
  if (sign === negative) return all
  const number = (value: number): Syntax => ({ kind: 'number', value, digits: String(value), range })
  return all.map((base) => ({
    kind: 'piecewise',
    pieces: [
      { condition: { kind: 'comparison', relation: '<', left: exponent, right: number(0), range }, value: base }
    ],
    otherwise: number(1),
    range
  }))
}

function polesOfCall({ name, arguments: given, range }: CallSyntax): readonly Syntax[] {
  const row = functionNamed(name)
  if (row.pole === undefined) return []
  const values = new Map(row.parameters.flatMap((parameter, i) => (given[i] ? [[parameter, given[i]] as const] : [])))
  return zeros(substitute(poleOf(row, row.pole), values, range))
}

const read = new WeakMap<FunctionRow, Syntax>()

function poleOf(row: FunctionRow, text: string): Syntax {
  const tree = read.get(row) ?? parse(text, { names: row.parameters }).tree
  read.set(row, tree)
  return tree
}

function signs(tree: Syntax): Signs {
  switch (tree.kind) {
    case 'number':
      return tree.value === 0 ? zero : tree.value > 0 ? positive : negative
    case 'constant':
      return positive
    case 'negate':
      return opposite(signs(tree.of))
    case 'sum':
      return tree.terms.map(({ minus, term }) => (minus ? opposite(signs(term)) : signs(term))).reduce(sumOf)
    case 'product':
      return tree.factors.map(({ factor }) => signs(factor)).reduce(productOf)
    case 'power':
      return power(tree)
    case 'call':
      return { positive, nonnegative: zero | positive, nonzero: negative | positive, any }[
        functionNamed(tree.name).range ?? 'any'
      ]
    default:
      return any
  }
}

const opposite = (signs: Signs): Signs =>
  (signs & zero) | (signs & negative ? positive : 0) | (signs & positive ? negative : 0)

function sumOf(a: Signs, b: Signs): Signs {
  const both = a | b
  if ((both & negative) !== 0 && (both & positive) !== 0) return any
  return a & b & zero ? both : both & ~zero
}

function productOf(a: Signs, b: Signs): Signs {
  const isSame = (a & b & (negative | positive)) !== 0
  const isOther = (a & opposite(b) & (negative | positive)) !== 0
  return ((a | b) & zero) | (isSame ? positive : 0) | (isOther ? negative : 0)
}

function power({ base, exponent }: PowerSyntax): Signs {
  if (base.kind === 'constant') return positive
  const of = signs(base)
  const isEven = exponent.kind === 'number' && exponent.value % 2 === 0
  if (isEven) return (of & zero) | (of & ~zero ? positive : 0)
  return of & negative ? of | positive : of
}

/**
 * Whether a tree is defined for all values of its names. Then its power 0 is 1 everywhere, otherwise only where the
 * tree is defined.
 */
export function isTotal(tree: Syntax): boolean {
  switch (tree.kind) {
    case 'product':
      return tree.factors.every(({ divide, factor }) => !divide && isTotal(factor))
    case 'power':
      return isTotal(tree.base) && tree.exponent.kind === 'number' && Number.isInteger(tree.exponent.value)
    case 'call':
      return functionNamed(tree.name).domain === undefined && tree.arguments.every(isTotal)
    case 'piecewise':
      return false
    default:
      return operands(tree).every(isTotal)
  }
}
