import { functionNamed } from '@shared/language/functions'
import type { Condition, Syntax } from '@shared/language/syntax'

/**
 * Where a function has a value, found by evaluating it in another way than the program: an infinity that comes from a
 * pole is never made, so that nothing can be made of it. Written for the tests alone.
 */

/** What each function is divided by, or the like: it has a pole where that is 0. */
const poles: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  log: (a) => a === 0,
  log2: (a) => a === 0,
  log10: (a) => a === 0,
  log1p: (a) => a === -1,
  atanh: (a) => Math.abs(a) === 1,
  acoth: (a) => Math.abs(a) === 1,
  asech: (a) => a === 0,
  csc: (a) => a === 0,
  cot: (a) => a === 0,
  csch: (a) => a === 0,
  coth: (a) => a === 0,
  acsch: (a) => a === 0,
  logbase: (a, b) => a === 0 || b === 1
}

/** A 0 that may be an underflow, of which this way of evaluating knows nothing. */
export class Underflow extends Error {}

/** The value of a tree, NaN at a pole. Throws an Underflow where it cannot know. */
export function valueOrNone(tree: Syntax, at: Readonly<Record<string, number>>): number {
  const of = (inner: Syntax) => valueOrNone(inner, at)
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'constant':
      return tree.name === 'pi' ? Math.PI : Math.E
    case 'name':
      return at[tree.name] ?? Number.NaN
    case 'negate':
      return -of(tree.of)
    case 'sum':
      return tree.terms.map(({ minus, term }) => (minus ? -of(term) : of(term))).reduce((all, next) => all + next)
    case 'product':
      return tree.factors
        .map(({ divide, factor }) => ({ divide, by: of(factor) }))
        .reduce((all, { divide, by }) => {
          if (divide && by === 0) return Number.NaN
          return seen(divide ? all / by : all * by, [all, ...(divide ? [] : [by])])
        }, 1)
    case 'power': {
      const [base, exponent] = [of(tree.base), of(tree.exponent)]
      if (Number.isNaN(base) || (base === 0 && exponent < 0)) return Number.NaN
      return seen(raised(base, exponent), [base])
    }
    case 'call': {
      const given = tree.arguments.map(of)
      const [a = Number.NaN, b = Number.NaN] = given
      if (poles[tree.name]?.(a, b)) return Number.NaN
      const value = functionNamed(tree.name).value(...given)
      const isNever0 = ['exp', 'sigmoid', 'softplus', 'gauss', 'cosh', 'sech', 'csch'].includes(tree.name)
      return isNever0 ? seen(value, []) : value
    }
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

function seen(value: number, made: readonly number[]): number {
  if (value === 0 && !made.includes(0)) throw new Underflow()
  return value
}

function raised(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 16) return base ** exponent
  if (exponent < 0) return 1 / raised(base, -exponent)
  if (exponent <= 1) return exponent === 0 ? 1 : base
  const root = raised(base, Math.floor(exponent / 2))
  return exponent % 2 === 1 ? root * root * base : root * root
}

function holds(condition: Condition, of: (tree: Syntax) => number): boolean | undefined {
  switch (condition.kind) {
    case 'comparison': {
      const difference = of(condition.left) - of(condition.right)
      if (Number.isNaN(of(condition.left)) || Number.isNaN(of(condition.right))) return undefined
      const order = Number.isNaN(difference) ? 0 : difference
      if (condition.relation === '=' || condition.relation === '≠')
        return (order === 0) === (condition.relation === '=')
      const isLess = condition.relation.startsWith('<') ? order < 0 : order > 0
      return isLess || (order === 0 && condition.relation.endsWith('='))
    }
    case 'not': {
      const inner = holds(condition.of, of)
      return inner === undefined ? undefined : !inner
    }
    case 'junction': {
      const all = condition.of.map((one) => holds(one, of))
      const decides = condition.word === 'or'
      if (all.includes(decides)) return decides
      return all.includes(undefined) ? undefined : !decides
    }
  }
}
