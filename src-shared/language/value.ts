import { functionNamed } from './functions'
import { isTotal, poles, zeros } from './poles'
import type { Condition, PowerSyntax, Relation, Syntax } from './syntax'

/** x^n for whole |n| up to this is a product, so that x^2 equals x·x bit for bit; beyond it is Math.pow. */
export const largestProduct = 16

/**
 * Evaluates a syntax tree directly, for a few points and for numbers typed as formulas. NaN where it is undefined, as
 * at its poles, and for an unknown name.
 */
export function valueAt(tree: Syntax, values: ReadonlyMap<string, number>): number {
  const of = (inner: Syntax) => valueAt(inner, values)
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'constant':
      return tree.name === 'pi' ? Math.PI : Math.E
    case 'name':
      return values.get(tree.name) ?? Number.NaN
    case 'negate':
      return -of(tree.of)
    case 'sum':
      return tree.terms.reduce((total, { minus, term }) => (minus ? total - of(term) : total + of(term)), 0)
    case 'product':
      return tree.factors.reduce(
        (total, { divide, factor }) => (divide ? quotient(total, factor, of) : total * of(factor)),
        1
      )
    case 'power':
      return unlessPole(power(tree, of), () => poles(tree), of)
    case 'call':
      return unlessPole(functionNamed(tree.name).value(...tree.arguments.map(of)), () => poles(tree), of)
    case 'piecewise': {
      for (const { condition, value } of tree.pieces) {
        const isChosen = holds(condition, of)
        if (isChosen === undefined) return Number.NaN
        if (isChosen) return of(value)
      }
      return tree.otherwise ? of(tree.otherwise) : Number.NaN
    }
  }
}

function quotient(a: number, factor: Syntax, of: (tree: Syntax) => number): number {
  const by = of(factor)
  // A 0 by underflow makes no pole.
  return by === 0 && zeros(factor).some((zero) => of(zero) === 0) ? Number.NaN : a / by
}

/** A finite value comes from no pole. */
function unlessPole(value: number, poles: () => readonly Syntax[], of: (tree: Syntax) => number): number {
  return Math.abs(value) === Number.POSITIVE_INFINITY && poles().some((zero) => of(zero) === 0) ? Number.NaN : value
}

/** As the core computes it. A base e is the number itself, not its nearest double. */
function power({ base, exponent }: PowerSyntax, of: (tree: Syntax) => number): number {
  const by = of(exponent)
  if (base.kind === 'constant' && base.name === 'e') return Math.exp(by)
  if (by === 0) return isTotal(base) || !Number.isNaN(of(base)) ? 1 : Number.NaN
  if (!Number.isInteger(by) || Math.abs(by) > largestProduct) return of(base) ** by
  const times = product(of(base), Math.abs(by))
  return by < 0 ? 1 / times : times
}

/** By repeated squaring: x⁴ is (x·x)·(x·x). */
function product(base: number, times: number): number {
  if (times <= 1) return times === 1 ? base : 1
  const root = product(base, Math.floor(times / 2))
  return times % 2 === 1 ? root * root * base : root * root
}

const compare: Readonly<Record<Relation, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '=': (left, right) => left === right,
  '≠': (left, right) => left !== right
}

/** Whether a condition holds; undefined where a number it compares is NaN and the other conditions do not decide. */
function holds(condition: Condition, of: (tree: Syntax) => number): boolean | undefined {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = [of(condition.left), of(condition.right)]
      if (Number.isNaN(left) || Number.isNaN(right)) return undefined
      return compare[condition.relation](left, right)
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
