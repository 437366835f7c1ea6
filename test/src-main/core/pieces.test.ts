import { compileTree } from '@core/objective'
import type { Condition, Relation, Syntax } from '@shared/language/syntax'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  call,
  comparison,
  coordinate,
  formulas,
  junction,
  name,
  negative,
  not,
  number,
  pieces,
  power,
  product,
  sum
} from '../../support/formulas'
import { besideHyperdual } from '../../support/hyperdual'

const x = name('x')
const y = name('y')
const log = (tree: Syntax) => call('log', tree)
const sqrt = (tree: Syntax) => call('sqrt', tree)
const isAbove = (bound: number) => comparison(x, '>', number(bound))

/** At 1e20 each of its factors has a finite slope, but not their product. */
const towering = power(power(power(x, 9), 2), 2)

/** Value, slope and curvature at x. */
function at(tree: Syntax, place: number) {
  const f = compileTree(tree, ['x'])
  return [f.value([place]), f.gradient([place])[0], f.hessian([place])[0]?.[0]]
}

describe('a function in pieces', () => {
  it('is the first piece whose condition holds, otherwise the last', () => {
    const steps: Syntax = {
      kind: 'piecewise',
      pieces: [
        { condition: comparison(x, '<', number(0)), value: negative(x) },
        { condition: comparison(x, '<=', number(2)), value: power(x, 2) },
        { condition: comparison(x, '>=', number(0)), value: number(7) }
      ],
      otherwise: number(8),
      range: { from: 0, to: 0 }
    }
    expect(at(steps, -3)).toEqual([3, -1, 0])
    expect(at(steps, 0)).toEqual([0, 0, 2])
    expect(at(steps, 2)).toEqual([4, 4, 2])
    expect(at(steps, 2.5)).toEqual([7, 0, 0])
  })

  it.each<[string, Syntax, number, number[]]>([
    ['log x at −1', pieces(isAbove(0), log(x), number(0)), -1, [0, 0, 0]],
    ['log x at 0', pieces(isAbove(0), log(x), number(0)), 0, [0, 0, 0]],
    ['1/x at 0', pieces(isAbove(0), power(x, -1), power(x, 2)), 0, [0, 0, 2]],
    ['√x at 0', pieces(isAbove(0), sqrt(x), product(number(3), x)), 0, [0, 3, 0]],
    ['log log x at −1', pieces(isAbove(1), log(log(x)), power(x, 3)), -1, [-1, 3, -6]],
    ['a branch in a branch', pieces(isAbove(0), pieces(comparison(log(x), '<', x), x, x), x), -2, [-2, 1, 0]],
    ['an infinite adjoint', sqrt(pieces(isAbove(1), x, number(0))), 0.5, [0, 0, 0]],
    ['an undefined adjoint', sqrt(power(pieces(isAbove(1), log(x), number(0)), 2)), 0, [0, 0, 0]],
    ['slopes beyond the largest double', pieces(isAbove(1e30), towering, product(number(3), x)), 1e20, [3e20, 3, 0]]
  ])('takes nothing from a piece that is not chosen: %s', (_, tree, place, expected) => {
    expect(at(tree, place)).toEqual(expected)
  })

  it('has the derivatives of the chosen piece, whatever the other one is', () => {
    const hostile: readonly Syntax[] = [
      log(sum(number(-1), negative(power(x, 2)))),
      power(sum(x, negative(x)), -1),
      call('exp', call('exp', call('exp', sum(number(9), power(y, 2))))),
      product(log(sum(x, negative(x))), sqrt(sum(y, negative(y)))),
      sqrt(power(sum(x, negative(x)), 3)),
      towering
    ]
    const both = ['x', 'y']
    let compared = 0
    const law = fc.property(
      formulas(both),
      fc.constantFrom(...hostile),
      fc.tuple(coordinate, coordinate),
      (chosen, other, point) => {
        const isTrue = comparison(x, '<=', number(point[0]))
        const f = compileTree(pieces(not(isTrue), other, chosen), both)
        const ours = { gradient: f.gradient(point), hessian: f.hessian(point) }
        const beside = besideHyperdual(chosen, both, point, ours)
        expect(beside.worst).toBeLessThanOrEqual(1)
        compared += beside.compared
      }
    )
    fc.assert(law, { seed: 31, numRuns: 400 })
    expect(compared).toBeGreaterThan(1200)
  })

  it('is undefined, with its derivatives, where no condition holds and nothing is said of other cases', () => {
    const steps: Syntax = {
      kind: 'piecewise',
      pieces: [
        { condition: comparison(x, '<', number(0)), value: negative(x) },
        { condition: comparison(x, '>=', number(1)), value: power(x, 2) }
      ],
      otherwise: null,
      range: { from: 0, to: 0 }
    }
    expect(at(steps, -3)).toEqual([3, -1, 0])
    expect(at(steps, 1)).toEqual([1, 2, 2])
    expect(at(steps, 0.5)).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(at(pieces(isAbove(0), steps, number(7)), -1)).toEqual([7, 0, 0])
  })

  it('takes nothing from its conditions', () => {
    const f = compileTree(pieces(comparison(power(x, 2), '<', y), number(2), number(3)), ['x', 'y'])
    expect([f.value([1, 2]), f.value([2, 1])]).toEqual([2, 3])
    expect([f.gradient([1, 2]), f.gradient([1, 1])]).toEqual([
      [0, 0],
      [0, 0]
    ])
  })

  it('is undefined, with its gradient, where its condition is', () => {
    const f = compileTree(pieces(comparison(log(x), '<', number(0)), y, sum(y, y)), ['x', 'y'])
    expect([f.value([0.5, 3]), f.value([2, 3]), f.value([-1, 3])]).toEqual([3, 6, Number.NaN])
    expect(f.gradient([-1, 3])).toEqual([Number.NaN, Number.NaN])
    expect(f.hessian([-1, 3])[1]).toEqual([Number.NaN, Number.NaN])
    const never = compileTree(pieces(comparison(log(number(-1)), '<', number(0)), x, x), ['x'])
    expect([never.value([1]), ...never.gradient([1])]).toEqual([Number.NaN, Number.NaN])
  })

  it('of a thousand pieces has a value and derivatives in a moment', () => {
    const begun = process.cpuUsage()
    const f = compileTree(
      {
        kind: 'piecewise',
        pieces: Array.from({ length: 1000 }, (_, i) => ({
          condition: comparison(x, '<', number(i)),
          value: product(number(i), power(x, 2))
        })),
        otherwise: log(x),
        range: { from: 0, to: 0 }
      },
      ['x']
    )
    expect([f.gradient([500.5]), f.hessian([500.5]), f.gradient([2000])]).toEqual([[501 * 1001], [[1002]], [1 / 2000]])
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1000)
  })
})

describe('a condition', () => {
  /** 1, 0 or NaN where `x` is the given number and `log(y)` is undefined. */
  const truth = (condition: Condition, place: number) =>
    compileTree(pieces(condition, number(1), number(0)), ['x', 'y']).value([place, -1])
  const undecided = comparison(log(y), '<', number(0))

  it.each<[Relation, number[]]>([
    ['<', [1, 0, 0, Number.NaN]],
    ['<=', [1, 1, 0, Number.NaN]],
    ['>', [0, 0, 1, Number.NaN]],
    ['>=', [0, 1, 1, Number.NaN]]
  ])('compares by %s, and is undecided where a number is none', (relation, expected) => {
    const condition = comparison(x, relation, number(2))
    expect([1, 2, 3, Number.NaN].map((place) => truth(condition, place))).toEqual(expected)
    const opposite = expected.map((value) => 1 - value)
    expect([1, 2, 3, Number.NaN].map((place) => truth(not(condition), place))).toEqual(opposite)
  })

  it('joined by `and` or `or` is decided where one side decides', () => {
    for (const order of [(of: Condition[]) => of, (of: Condition[]) => of.toReversed()]) {
      const joined = (word: 'and' | 'or', place: number) =>
        truth(junction(word, ...order([isAbove(1), isAbove(0), undecided])), place)
      expect([joined('and', 0), joined('and', 0.5), joined('and', 2)]).toEqual([0, 0, Number.NaN])
      expect([joined('or', 0), joined('or', 0.5), joined('or', 2)]).toEqual([Number.NaN, 1, 1])
    }
  })
})
