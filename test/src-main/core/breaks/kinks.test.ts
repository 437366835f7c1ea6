import { kinksAt } from '@core/breaks'
import { compile, compileTree, type Objective } from '@core/objective'
import type { Relation, Syntax } from '@shared/language/syntax'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  call,
  comparison,
  coordinate,
  formulas,
  name,
  number,
  pieces,
  power,
  product,
  sum
} from '../../../support/formulas'

const infinite = Number.POSITIVE_INFINITY
const undefinedThere = Number.NaN

const kinks = (text: string, ...point: number[]) => kinksAt(compile(text, ['x', 'y'].slice(0, point.length)), point)
const corner = (left: number, right: number) => ({ left, right, jumps: false })
const jump = (left: number, right: number) => ({ left, right, jumps: true })

const x = name('x')
const inPieces = (relation: Relation, bound: number, value: Syntax, otherwise: Syntax) =>
  compileTree(pieces(comparison(x, relation, number(bound)), value, otherwise), ['x'])

/** Numbers at which formulas with small constants often have their kinks. */
const eighth = fc.integer({ min: -16, max: 16 }).map((eighths) => eighths / 8)

const moved = (a: number) => sum(x, number(-a))
const constant = (u: Syntax, a: number) => number(compileTree(u, ['x']).value([a]))

/** Formulas made of two others that may have a kink at a. */
const bends: readonly ((u: Syntax, v: Syntax, a: number) => Syntax)[] = [
  (u, v) => sum(u, v),
  (u, v, a) => product(v, call('abs', sum(u, product(number(-1), constant(u, a))))),
  (u, v, a) => sum(v, call('max', u, constant(u, a))),
  (u, v, a) => product(v, call('relu', product(moved(a), u))),
  (u, v, a) => pieces(comparison(x, '<', number(a)), u, sum(u, product(v, moved(a)))),
  (u, v, a) => call('atan', pieces(comparison(u, '>=', constant(u, a)), sum(u, product(moved(a), v)), u)),
  (u, v, a) => call('min', v, sum(v, product(u, moved(a))), sum(v, moved(a)))
]

const quotient = (f: Objective, a: number, here: number, h: number) => (f.value([a + h]) - here) / h

describe('a kink', () => {
  it.each([
    ['abs(x)', 0, -1, 1],
    ['abs(x - 3)', 3, -1, 1],
    ['abs(x^2 - 4)', 2, -4, 4],
    ['relu(x)', 0, 0, 1],
    ['max(x, 1)', 1, 0, 1],
    ['min(x, -x)', 0, 1, -1],
    ['max(x, 2x, 5)', 2.5, 0, 2],
    ['hypot(x)', 0, -1, 1],
    ['hypot(x, 2x)', 0, -Math.sqrt(5), Math.sqrt(5)],
    ['2*abs(x) + x^2', 0, -2, 2],
    ['exp(-abs(x))', 0, 1, -1],
    ['abs(relu(x))', 0, 0, 1],
    ['relu(abs(x)) + x/3', 0, -2 / 3, 4 / 3],
    ['abs(sin(x))', 0, -1, 1],
    ['abs(sin(1000x))', 0, -1000, 1000],
    ['abs(x - 1e6)/1e6', 1e6, -1e-6, 1e-6],
    ['1e8 + abs(x)', 0, -1, 1],
    ['x^2*abs(x - 0.1)', 0.1, -0.01, 0.01]
  ])('of %s at %d has the slopes %d and %d, and there is none nearby', (text, at, left, right) => {
    const [kink] = kinks(text, at)
    expect(kink?.jumps).toBe(false)
    expect(kink?.left).toBeCloseTo(left, 11)
    expect(kink?.right).toBeCloseTo(right, 11)
    expect([kinks(text, at * 1.001 + 0.001), kinks(text, at * 0.999 - 0.001)]).toEqual([[null], [null]])
  })

  it('has slopes that are round where they are', () => {
    expect(kinks('abs(x)*exp(x)', 0)).toEqual([corner(-1, 1)])
    expect(kinks('abs(sin(x)) + cos(x)', 0)).toEqual([corner(-1, 1)])
    expect(kinks('abs(x - 1)*cos(x - 1)*100', 1)).toEqual([corner(-100, 100)])
    expect(kinks('max(sin(x), tanh(x)/4)', 0)).toEqual([corner(0.25, 1)])
    expect(kinks('sqrt(x^2)', 0)).toEqual([corner(-1, 1)])
    // Not rounded to 1: it is not 1.
    expect(kinks('0.99999998*abs(x)', 0)).toEqual([corner(-0.99999998, 0.99999998)])
  })

  it.each([
    ['sign(x)', 0],
    ['floor(x)', 3],
    ['ceil(x)', 3],
    ['round(x)', 2.5]
  ])('of %s at %d is a jump between level pieces', (text, at) => {
    expect(kinks(text, at)).toEqual([jump(0, 0)])
    expect(kinks(text, at + 0.1)).toEqual([null])
  })

  it.each([
    ['abs(3x - 0.9)', 0.3, corner(-3, 3)],
    ['abs(x^2 - 0.01)', 0.1, corner(-0.2, 0.2)],
    ['abs(sin(x))', Math.PI, corner(-1, 1)],
    ['max(x, 1/x - 1.5)', 0.5, corner(-4, 1)],
    ['max(x - 0.1, 0.2, -x)', 0.3, corner(0, 1)],
    ['floor(3x)', 1 - 2 / 3, jump(0, 0)],
    ['mod(x, 0.1)', 0.3, jump(1, 1)],
    ['piecewise(x^2 < 2, 1, x)', Math.SQRT2, jump(0, 1)]
  ])('of %s is told at %d, where only rounding keeps it away', (text, at, expected) => {
    expect(compile(text, ['x']).value([at])).not.toBe(0)
    expect(kinks(text, at)).toEqual([expected])
    expect([kinks(text, at * 1.0001), kinks(text, at * 0.9999)]).toEqual([[null], [null]])
  })

  it('is told beside the smallest numbers, where nothing lies between', () => {
    expect(kinks('abs(x)', Number.MIN_VALUE)).toEqual([corner(-1, 1)])
    expect(kinks('abs(x)', 1e-30)).toEqual([null])
  })

  it('of steps is a jump even if the step is small, and no jump if two corners are close', () => {
    expect(kinks('x + floor(x)/1e6', 2)).toEqual([jump(1, 1)])
    expect(kinks('abs(x) + abs(x - 1e-9)', 0)[0]?.jumps).toBe(false)
  })

  it('of mod is a jump between slopes of 1', () => {
    expect(kinks('mod(x, 2)', 4)).toEqual([jump(1, 1)])
  })

  it.each([
    ['abs(x^2)', 'it is touched, not crossed'],
    ['abs(x)*x', 'it is multiplied by 0'],
    ['max(x, x)', 'both sides are the same'],
    ['max(x, 2x, 5)', 'the tie is below the largest'],
    ['max(x, x, -1)', 'the two that tie are the same'],
    ['abs(x) - abs(x)', 'it cancels'],
    ['floor(x/2 + 1/2)', 'no jump is near'],
    ['abs(x)^1.5', 'it is flattened'],
    ['x^2', 'there is none']
  ])('of %s at 0 does no harm: %s', (text) => {
    expect(kinks(text, 0)).toEqual([null])
  })

  it('is told where f has a derivative, but not the one that the conventions give', () => {
    // It is x.
    expect(compile('relu(x) - relu(-x)', ['x']).gradient([0])).toEqual([0])
    expect(kinks('relu(x) - relu(-x)', 0)).toEqual([corner(1, 1)])
  })

  it('is found along each variable by itself', () => {
    expect(kinks('abs(x) + y^2', 0, 3)).toEqual([corner(-1, 1), null])
    expect(kinks('abs(x)*y', 0, 3)).toEqual([corner(-3, 3), null])
    expect(kinks('abs(x)*y', 0, 0)).toEqual([null, null])
    expect(kinks('max(x, y)', 2, 2)).toEqual([corner(0, 1), corner(0, 1)])
    expect(kinks('hypot(x, y)', 0, 0)).toEqual([corner(-1, 1), corner(-1, 1)])
    expect(kinks('abs(x - y) + x', 2, 2)).toEqual([corner(0, 2), corner(-1, 1)])
    expect(kinks('floor(x) + abs(y)', 1, 0)).toEqual([jump(0, 0), corner(-1, 1)])
  })

  it.each([
    ['sqrt(x)', 0, undefinedThere, infinite],
    ['cbrt(x)', 0, infinite, infinite],
    ['cbrt(x^2)', 0, -infinite, infinite],
    ['sqrt(abs(x))', 0, -infinite, infinite],
    ['asin(x)', 1, infinite, undefinedThere],
    ['acos(x)', -1, undefinedThere, -infinite],
    ['acosh(x)', 1, undefinedThere, infinite],
    ['sqrt(x - 5)', 5, undefinedThere, infinite]
  ])('is told of %s at %d, where the slope used is infinite or none: %d before, %d after', (text, at, left, right) => {
    expect(kinks(text, at)).toEqual([corner(left, right)])
  })

  it('is none where f itself is undefined or infinite', () => {
    expect(kinks('log(x)', 0)).toEqual([null])
    expect(kinks('abs(x) + log(x)', 0)).toEqual([null])
    expect(kinks('abs(x)/x', 0)).toEqual([null])
  })

  it('at an end of the domain has one side only', () => {
    expect(kinks('abs(x) + x*sqrt(x)', 0)).toEqual([corner(undefinedThere, 1)])
  })
})

describe('pieces', () => {
  it.each([
    ['piecewise(x < 0, -x, x)', 0, corner(-1, 1)],
    ['x^2 if x < 1 else 2x', 1, jump(2, 2)],
    ['piecewise(0 < x < 1, x, 0)', 1, jump(1, 0)],
    ['piecewise(x < 0, -1, x <= 1, x, 1)', 1, corner(1, 0)],
    ['piecewise(not (x > 1 or x < -1), sqrt(1 - x^2), 0)', 1, corner(-infinite, 0)]
  ])('as they are typed: %s at %d', (text, at, expected) => {
    expect(kinks(text, at)).toEqual([expected])
    expect(kinks(text, at + 0.3)).toEqual([null])
  })

  const square = power(x, 2)

  it('that meet at an angle have a kink, for every relation', () => {
    for (const relation of ['<', '<=', '>', '>='] as const) {
      const [before, after] = relation.startsWith('<') ? [square, x] : [x, square]
      expect(kinksAt(inPieces(relation, 1, before, after), [1])).toEqual([corner(2, 1)])
      expect(kinksAt(inPieces(relation, 1, before, after), [1.01])).toEqual([null])
    }
  })

  it('that join smoothly have none', () => {
    expect(kinksAt(inPieces('<', 1, square, sum(product(number(2), x), number(-1))), [1])).toEqual([null])
    expect(kinksAt(inPieces('<', 0, x, call('sin', x)), [0])).toEqual([null])
  })

  it('that do not meet have a jump', () => {
    expect(kinksAt(inPieces('<', 1, square, sum(x, number(2))), [1])).toEqual([jump(2, 1)])
    expect(kinksAt(inPieces('<=', 0, number(0), power(x, -1)), [0])).toEqual([jump(0, -infinite)])
    expect(kinksAt(inPieces('<=', 0, number(0), call('exp', power(x, -1))), [0])).toEqual([jump(0, -infinite)])
  })

  it('may be vertical or undefined on one side', () => {
    expect(kinksAt(inPieces('<', 0, x, call('sqrt', x)), [0])).toEqual([corner(1, infinite)])
    expect(kinksAt(inPieces('>', 0, product(x, call('log', x)), number(0)), [0])).toEqual([corner(0, -infinite)])
    expect(kinksAt(inPieces('>', 0, call('log', sum(number(-1), x)), x), [0])).toEqual([corner(1, undefinedThere)])
  })

  it.each([
    ['x² sin(1/x)', product(square, call('sin', power(x, -1)))],
    ['x·sin(1/x)', product(x, call('sin', power(x, -1)))]
  ])('that oscillate ever faster have a slope that is not known: %s', (_, oscillating) => {
    const unknown = { right: undefinedThere, jumps: false, unsettled: true }
    expect(kinksAt(inPieces('>', 0, oscillating, number(0)), [0])).toEqual([{ left: 0, ...unknown }])
    expect(kinksAt(inPieces('>', 0, oscillating, x), [0])).toEqual([{ left: 1, ...unknown }])
  })
})

describe('the slopes beside a kink', () => {
  it('are those of u − v and u + v for u + |x − a|·v', () => {
    let compared = 0
    fc.assert(
      fc.property(formulas(['x']), coordinate, fc.integer({ min: 1, max: 20 }), (u, a, v) => {
        const smooth = compileTree(u, ['x'])
        const [slope = Number.NaN] = smooth.gradient([a])
        const [curvature = Number.NaN] = smooth.hessian([a])[0] ?? []
        // Not where u itself has a kink, a pole, or a bend sharper than what lies beside.
        if (!Number.isFinite(smooth.value([a]))) return
        if (kinksAt(smooth, [a])[0] !== null || !(Math.abs(slope) < 1e3) || !(Math.abs(curvature) < 1e4)) return
        const bent = compileTree(sum(u, product(number(v), call('abs', sum(x, number(-a))))), ['x'])
        const [kink] = kinksAt(bent, [a])
        expect(kink).not.toBeNull()
        if (!kink || Number.isNaN(kink.left) || Number.isNaN(kink.right)) return
        expect(Math.abs(kink.left - (slope - v))).toBeLessThan(1e-7 * (1 + Math.abs(slope)))
        expect(Math.abs(kink.right - (slope + v))).toBeLessThan(1e-7 * (1 + Math.abs(slope)))
        compared++
      }),
      { seed: 20_261_124, numRuns: 500 }
    )
    expect(compared).toBeGreaterThan(250)
  })

  it('are what quotients of values approach on either side, and there is no kink where they approach the gradient', () => {
    const counts = { smooth: 0, kinked: 0 }
    fc.assert(
      fc.property(formulas(['x']), formulas(['x']), fc.constantFrom(...bends), eighth, (u, v, bend, a) => {
        const f = compileTree(bend(u, v, a), ['x'])
        const here = f.value([a])
        const [gradient = Number.NaN] = f.gradient([a])
        const [kink] = kinksAt(f, [a])
        if (!Number.isFinite(here) || kink?.jumps) return
        for (const [side, slope] of [
          [-1, kink ? kink.left : gradient],
          [1, kink ? kink.right : gradient]
        ] as const) {
          const [coarse = 0, middle = 0, fine = 0] = [-12, -15, -18].map((power) =>
            quotient(f, a, here, side * 2 ** power)
          )
          const noise = 2 ** -22 * (Math.abs(here) + Math.abs(slope) + 1)
          // Where the quotients are still on their way, e.g. to a vertical tangent, or leap over waves, they tell nothing.
          const isSettling = Math.abs(fine - middle) <= 0.2 * Math.abs(middle - coarse) + noise
          if (!isSettling || !(Math.abs(slope) < 100)) continue
          expect(Math.abs(fine - slope)).toBeLessThanOrEqual(Math.abs(fine - middle) + noise)
          counts[kink ? 'kinked' : 'smooth']++
        }
      }),
      { seed: 20_261_124, numRuns: 1000 }
    )
    expect(counts.smooth).toBeGreaterThan(350)
    expect(counts.kinked).toBeGreaterThan(350)
  })

  it('are not looked for, and counted as nothing asked, where there is no kink', () => {
    const f = compile('x^2 + abs(y)', ['x', 'y'])
    kinksAt(f, [1, 0])
    expect(f.counts).toEqual({ values: 0, gradients: 0, hessians: 0 })
  })
})
