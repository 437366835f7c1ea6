import type { Condition, Relation, Syntax } from '@shared/language/syntax'
import fc from 'fast-check'
import { curves } from './hyperdual'

const range = { from: 0, to: 0 }

export const number = (value: number): Syntax => ({ kind: 'number', value, digits: String(value), range })
export const name = (name: string): Syntax => ({ kind: 'name', name, range })
export const sum = (...terms: Syntax[]): Syntax => ({
  kind: 'sum',
  terms: terms.map((term) => ({ minus: false, term })),
  range
})
export const product = (...factors: Syntax[]): Syntax => ({
  kind: 'product',
  factors: factors.map((factor) => ({ divide: false, factor })),
  range
})

export const call = (name: string, ...of: Syntax[]): Syntax => ({ kind: 'call', name, arguments: of, range })
export const negative = (of: Syntax): Syntax => ({ kind: 'negate', of, range })
export const power = (base: Syntax, exponent: number): Syntax => ({
  kind: 'power',
  base,
  exponent: number(exponent),
  range
})
export const comparison = (left: Syntax, relation: Relation, right: Syntax): Condition => ({
  kind: 'comparison',
  relation,
  left,
  right,
  range
})
export const junction = (word: 'and' | 'or', ...of: Condition[]): Condition => ({ kind: 'junction', word, of, range })
export const not = (of: Condition): Condition => ({ kind: 'not', of, range })
export const pieces = (condition: Condition, value: Syntax, otherwise: Syntax | null): Syntax => ({
  kind: 'piecewise',
  pieces: [{ condition, value }],
  otherwise,
  range
})

/** Random formulas over `names` as trees, with the functions of the table in `hyperdual.ts`. */
export function formulas(names: readonly string[]): fc.Arbitrary<Syntax> {
  const few = { minLength: 2, maxLength: 3 }
  return fc.letrec<{ tree: Syntax; leaf: Syntax; condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc
        .tuple(tie('tree'), fc.constantFrom<Relation>('<', '<=', '>', '>='), tie('leaf'))
        .map(([left, relation, right]) => comparison(left, relation, right)),
      fc
        .tuple(fc.constantFrom<'and' | 'or'>('and', 'or'), fc.array(tie('condition'), few))
        .map(([word, of]) => junction(word, ...of)),
      tie('condition').map(not)
    ),
    leaf: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...names).map(name) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((tenths) => number(tenths / 8)) },
      { weight: 1, arbitrary: fc.constantFrom<Syntax>({ kind: 'constant', name: 'pi', range }, number(1), number(0)) }
    ),
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      tie('leaf'),
      tie('tree').map((of): Syntax => ({ kind: 'negate', of, range })),
      fc.array(fc.record({ minus: fc.boolean(), term: tie('tree') }), few).map(
        ([first, ...rest]): Syntax => ({
          kind: 'sum',
          terms: first ? [{ ...first, minus: false }, ...rest] : [],
          range
        })
      ),
      fc.array(fc.record({ divide: fc.boolean(), factor: tie('tree') }), few).map(
        ([first, ...rest]): Syntax => ({
          kind: 'product',
          factors: first ? [{ ...first, divide: false }, ...rest] : [],
          range
        })
      ),
      fc
        .tuple(tie('tree'), fc.constantFrom(2, 3, 4, 5, 17, 0, 1, 0.5, 1.5))
        .map(([base, exponent]): Syntax => ({ kind: 'power', base, exponent: number(exponent), range })),
      fc.tuple(tie('tree'), fc.constantFrom(1, 2, 3)).map(
        ([base, size]): Syntax => ({
          kind: 'power',
          base,
          exponent: { kind: 'negate', of: number(size), range },
          range
        })
      ),
      fc
        .tuple(fc.constantFrom(...Object.keys(curves)), tie('tree'))
        .map(([called, argument]): Syntax => ({ kind: 'call', name: called, arguments: [argument], range })),
      fc
        .record({
          pieces: fc.array(fc.record({ condition: tie('condition'), value: tie('tree') }), {
            minLength: 1,
            maxLength: 2
          }),
          otherwise: fc.option(tie('tree'), { freq: 3 })
        })
        .map((all): Syntax => ({ kind: 'piecewise', ...all, range }))
    )
  })).tree
}

/** Coordinates of ordinary size, not all of them in general position. */
export const coordinate = fc.integer({ min: -300_000, max: 300_000 }).map((steps) => steps / 100_000)
