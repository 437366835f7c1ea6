import type { Syntax } from './syntax'

/**
 * The value of a tree without names that is a whole number, e.g. `2*5 - 1`; undefined if it is none, or not exactly
 * representable.
 */
export function wholeNumber(tree: Syntax): number | undefined {
  const value = constantValue(tree)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}

function constantValue(tree: Syntax): number | undefined {
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'negate':
      return combined(0, tree.of, (zero, of) => zero - of)
    case 'sum':
      return tree.terms.reduce<number | undefined>(
        (sum, { minus, term }) => combined(sum, term, (before, next) => (minus ? before - next : before + next)),
        0
      )
    case 'product':
      return tree.factors.reduce<number | undefined>(
        (product, { divide, factor }) =>
          combined(product, factor, (before, next) => (divide ? before / next : before * next)),
        1
      )
    case 'power':
      return combined(constantValue(tree.base), tree.exponent, (base, exponent) => base ** exponent)
    default:
      return undefined
  }
}

function combined(before: number | undefined, tree: Syntax, operation: (before: number, next: number) => number) {
  const next = constantValue(tree)
  return before === undefined || next === undefined ? undefined : operation(before, next)
}
