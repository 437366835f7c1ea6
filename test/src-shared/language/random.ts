import { functions } from '@shared/language/functions'
import type { Condition, Relation, Syntax } from '@shared/language/syntax'
import fc from 'fast-check'

const range = { from: 0, to: 0 }
const offered = functions.filter(({ hidden }) => !hidden)

const leaf: fc.Arbitrary<Syntax> = fc.oneof(
  fc
    .constantFrom('0', '1', '2', '10', '2.50', '.5', '5.', '1e-7', '2e3', '1.5E+10')
    .map((digits): Syntax => ({ kind: 'number', value: Number(digits), digits, range })),
  fc.constantFrom('pi' as const, 'e' as const).map((name): Syntax => ({ kind: 'constant', name, range })),
  fc
    .constantFrom('x', 'y', 'x0', 'x12', 'a', 'K', 'alpha', 'beta1')
    .map((name): Syntax => ({ kind: 'name', name, range }))
)

/** Trees as the parser makes them: numbers without a sign, lists of at least two, no first `minus` or `divide`. */
export const trees: fc.Arbitrary<Syntax> = fc.letrec<{ tree: Syntax; condition: Condition }>((tie) => {
  const [tree, condition] = [tie('tree'), tie('condition')]
  const rest = fc.array(fc.tuple(fc.boolean(), tree), { minLength: 1, maxLength: 3 })
  const branch = fc.oneof(
    tree.map((of): Syntax => ({ kind: 'negate', of, range })),
    fc.tuple(tree, rest).map(([first, others]): Syntax => {
      const terms = others.map(([minus, term]) => ({ minus, term }))
      return { kind: 'sum', terms: [{ minus: false, term: first }, ...terms], range }
    }),
    fc.tuple(tree, rest).map(([first, others]): Syntax => {
      const factors = others.map(([divide, factor]) => ({ divide, factor }))
      return { kind: 'product', factors: [{ divide: false, factor: first }, ...factors], range }
    }),
    fc.tuple(tree, tree).map(([base, exponent]): Syntax => ({ kind: 'power', base, exponent, range })),
    fc
      .constantFrom(...offered)
      .chain(({ name, parameters, variadic }) =>
        fc
          .array(tree, { minLength: variadic ? 1 : parameters.length, maxLength: variadic ? 4 : parameters.length })
          .map((of): Syntax => ({ kind: 'call', name, arguments: of, range }))
      ),
    fc
      .tuple(
        fc.array(fc.record({ condition, value: tree }), { minLength: 1, maxLength: 3 }),
        fc.option(tree, { freq: 3 })
      )
      .map(([pieces, otherwise]): Syntax => ({ kind: 'piecewise', pieces, otherwise, range }))
  )
  const comparison = fc
    .tuple(tree, fc.constantFrom<Relation>('<', '<=', '>', '>=', '=', '≠'), tree)
    .map(([left, relation, right]): Condition => ({ kind: 'comparison', left, relation, right, range }))
  const joined = fc.oneof(
    condition.map((of): Condition => ({ kind: 'not', of, range })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(condition, { minLength: 2, maxLength: 3 }))
      .map(([word, of]): Condition => ({ kind: 'junction', word, of, range }))
  )
  return {
    tree: fc.oneof({ maxDepth: 6, withCrossShrink: true }, leaf, branch),
    condition: fc.oneof({ maxDepth: 4, withCrossShrink: true }, comparison, joined)
  }
}).tree
