import { kinksAt } from '@core/breaks'
import { sampleCurve } from '@core/curve/curve'
import { compile, compileTree, type Objective } from '@core/objective'
import type { Interval } from '@shared/interval'
import type { Syntax } from '@shared/language/syntax'
import type { Break, CurveSamples } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { call, formulas, name, number, power, product, sum } from '../../../support/formulas'

const none = Number.NaN
const up = Number.POSITIVE_INFINITY
const down = Number.NEGATIVE_INFINITY

const around = (size: number): Interval => ({ min: -size, max: size })
const curveOf = (text: string, range = around(5), samples = 400) => sampleCurve(compile(text, ['x']), range, samples)
const breaksOf = (text: string, range = around(5), samples = 400) => curveOf(text, range, samples).breaks

/** kind, place, f there, limits of f, limits of f′. */
type Told = readonly [Break['kind'], number, number, number, number, number, number]

const close = (value: number) => (Number.isFinite(value) ? expect.closeTo(value, 8) : value)

/** Every break as told, and no other. */
function expectBreaks(found: readonly Break[], told: readonly Told[]) {
  expect(found.map(({ kind, at }) => `${kind} ${Number(at.toPrecision(9))}`)).toEqual(
    told.map(([kind, at]) => `${kind} ${Number(at.toPrecision(9))}`)
  )
  for (const [i, [, , value, left, right, slopeLeft, slopeRight]] of told.entries()) {
    expect(found[i]).toMatchObject({
      value: close(value),
      left: close(left),
      right: close(right),
      slopeLeft: close(slopeLeft),
      slopeRight: close(slopeRight)
    })
  }
}

describe('a break', () => {
  it.each<[string, ...Told[]]>([
    ['1/x', ['pole', 0, none, down, up, down, down]],
    ['1/x^2', ['pole', 0, none, up, up, up, down]],
    ['1e300/x', ['pole', 0, none, down, up, down, down]],
    ['1/(3x - 0.9)', ['pole', 0.3, none, down, up, down, down]],
    ['log(x)', ['pole', 0, none, none, down, none, up]],
    ['log(abs(x))', ['pole', 0, none, down, down, down, up]],
    ['log(x^2)', ['pole', 0, none, down, down, down, up]],
    ['1/sqrt(x)', ['pole', 0, none, none, up, none, down]],
    ['e^(1/x)', ['pole', 0, none, 0, up, 0, down]],
    ['piecewise(x < 0, 1/x, x^2)', ['pole', 0, 0, down, 0, down, 0]],
    ['atanh(x)', ['pole', -1, none, none, down, none, up], ['pole', 1, none, up, none, up, none]],
    ['1/(x^2 - 2x + 1)', ['pole', 1, none, up, up, up, down]],
    ['1/(x^2 - 0.6x + 0.09)', ['pole', 0.3, none, up, up, up, down]],
    ['1/(1 + cos(x))', ['pole', -Math.PI, none, up, up, up, down], ['pole', Math.PI, none, up, up, up, down]],
    ['1/(x^2 - 1e-6)', ['pole', -1e-3, none, up, down, up, up], ['pole', 1e-3, none, down, up, down, down]],
    ['tan(x)', ...[-1.5, -0.5, 0.5, 1.5].map((turns): Told => ['pole', turns * Math.PI, none, up, down, up, up])]
  ])('is a pole of %s', (text, ...told) => {
    expectBreaks(breaksOf(text), told)
  })

  it.each<[string, ...Told[]]>([
    ['sign(x)', ['jump', 0, 0, -1, 1, 0, 0]],
    ['x/abs(x)', ['jump', 0, none, -1, 1, 0, 0]],
    ['piecewise(sin(x) < x, 2, 3)', ['jump', 0, 3, 3, 2, 0, 0]],
    ['atan(1/x)', ['jump', 0, none, -Math.PI / 2, Math.PI / 2, -1, -1]],
    ['piecewise(x < 1, x, x >= 1, x^2 + 1)', ['jump', 1, 2, 1, 2, 1, 2]],
    ['piecewise(x <= 1, x, x^2 + 1)', ['jump', 1, 1, 1, 2, 1, 2]],
    ['piecewise(x < 1, x, x > 1, x^2 + 1)', ['jump', 1, none, 1, 2, 1, 2]],
    ['floor(x)', ...[-2, -1, 0, 1, 2].map((at): Told => ['jump', at, at, at - 1, at, 0, 0])],
    ['ceil(x)', ...[-2, -1, 0, 1, 2].map((at): Told => ['jump', at, at, at, at + 1, 0, 0])],
    ['mod(x, 1)', ...[-2, -1, 0, 1, 2].map((at): Told => ['jump', at, 0, 1, 0, 1, 1])],
    [
      'round(x)',
      ...[-1.5, -0.5, 0.5, 1.5].map((at): Told => ['jump', at, 2 * Math.round(at / 2), at - 0.5, at + 0.5, 0, 0])
    ]
  ])('is a jump of %s', (text, ...told) => {
    expectBreaks(breaksOf(text, around(2.2)), told)
  })

  it.each<[string, ...Told[]]>([
    ['sqrt(x)', ['edge', 0, 0, none, 0, none, up]],
    ['x^(2/3)', ['edge', 0, 0, none, 0, none, up]],
    ['sqrt(1 - x^2)', ['edge', -1, 0, none, 0, none, up], ['edge', 1, 0, 0, none, down, none]],
    ['piecewise(x > 1, x^2)', ['edge', 1, none, none, 1, none, 2]],
    ['piecewise(x >= 1, x^2)', ['edge', 1, 1, none, 1, none, 2]],
    [
      '1/floor(x)',
      ['jump', -1, -1, -0.5, -1, 0, 0],
      ['edge', 0, none, -1, none, 0, none],
      ['edge', 1, 1, none, 1, none, 0]
    ],
    ['sqrt(sin(x))', ['edge', 0, 0, none, 0, none, up]]
  ])('is the end of the domain of %s', (text, ...told) => {
    expectBreaks(breaksOf(text, { min: -1.2, max: 1.9 }), told)
  })

  it('is the end of a domain even if rounding lets only one side of it have a value', () => {
    const found = breaksOf('sqrt(sin(x))', around(10))
    expect(found).toHaveLength(7)
    for (const { kind, value } of found) {
      expect(kind).toBe('edge')
      expect(value).toBeCloseTo(0, 6)
    }
  })

  it.each<[string, ...Told[]]>([
    ['sin(x)/x', ['hole', 0, none, 1, 1, 0, 0]],
    ['(1 - cos(x))/x^2', ['hole', 0, none, 0.5, 0.5, 0, 0]],
    ['(x^2 - 1)/(x - 1)', ['hole', 1, none, 2, 2, 1, 1]],
    ['(x^3 - 8)/(x - 2)', ['hole', 2, none, 12, 12, 6, 6]],
    ['sin(x)/(x - pi)', ['hole', Math.PI, none, -1, -1, 0, 0]],
    ['x/x', ['hole', 0, none, 1, 1, 0, 0]],
    ['cos(x)/(x - pi/2)', ['hole', Math.PI / 2, none, -1, -1, 0, 0]],
    ['(3x - 0.9)/(x - 0.3)', ['hole', 0.3, none, 3, 3, 0, 0]],
    ['cos(0.001/x)', ['hole', 0, none, none, none, none, none]],
    ['piecewise(x < 1, x, x > 1, x, 3)', ['hole', 1, 3, 1, 1, 1, 1]],
    ['sin(1/x)', ['hole', 0, none, none, none, none, none]],
    // Waves that begin near by, one of them beside what is large.
    ['6000 + cos(0.001/x)', ['hole', 0, none, none, none, none, none]],
    ['exp(x) + cos(0.00001/x)', ['hole', 0, none, none, none, none, none]],
    ['x*sin(1/x)', ['hole', 0, none, none, none, none, none]],
    ['e^(-1/x^2)', ['hole', 0, none, 0, 0, 0, 0]],
    ['sqrt(-x^2)', ['hole', 0, 0, none, none, none, none]]
  ])('is a hole of %s', (text, ...told) => {
    expectBreaks(breaksOf(text), told)
  })

  it.each(['round(tan(x))', 'floor(tan(x)) + x', 'round(1/cos(x))'])(
    'of %s at a pole of what it is made of has no value, though the double next to it has',
    (text) => {
      const found = breaksOf(text, { min: 0, max: 10 }, 800)
      for (const turns of [0.5, 1.5, 2.5])
        expect(found.find(({ at }) => at === turns * Math.PI)).toMatchObject({ value: none, left: none, right: none })
    }
  )

  it.each([
    ['sin(2x)/sin(x)', Math.PI, -2],
    ['(3x - 0.9)/(3x - 0.9)', 0.3, 1],
    ['cos(x)/cos(x)', Math.PI / 2, 1],
    ['(x^2 - 2)/(x^2 - 2)', Math.SQRT2, 1],
    ['atan(1/sin(x))*sin(x) + 2', Math.PI, 2]
  ])('is a hole of %s at %d although f has a value at both doubles beside it', (text, at, limit) => {
    const found = breaksOf(text, { min: at - 1, max: at + 0.9 })
    expectBreaks(found.slice(0, 1), [
      ['hole', at, none, limit, limit, found[0]?.slopeLeft ?? 0, found[0]?.slopeRight ?? 0]
    ])
    expect(found).toHaveLength(1)
  })

  it('is none where what leaps from one sign to the other is no 0', () => {
    expect(breaksOf('(floor(x) - 0.5)/(floor(x) - 0.5)', { min: 0.1, max: 1.8 })).toEqual([])
  })

  it('is a hole where floor and ceil only touch a whole number', () => {
    const [up, down] = [Math.PI / 2, -1.5 * Math.PI]
    const holes = (text: string) => breaksOf(text).filter(({ kind }) => kind === 'hole')
    expectBreaks(holes('floor(sin(x))'), [
      ['hole', down, 1, 0, 0, 0, 0],
      ['hole', up, 1, 0, 0, 0, 0]
    ])
    expectBreaks(holes('ceil(-sin(x))'), [
      ['hole', down, -1, 0, 0, 0, 0],
      ['hole', up, -1, 0, 0, 0, 0]
    ])
  })

  it.each([
    ['(1 + x)^(1/x)', Math.E, -Math.E / 2],
    ['cos(x)^(1/x^2)', Math.exp(-0.5), 0]
  ])('is the hole of %s alone, however often its exponent is whole beside it', (text, value, slope) => {
    for (const width of [0.5, 0.1, 1e-3]) {
      const [found, ...others] = breaksOf(text, around(width))
      expect([found?.kind, found?.at, others]).toEqual(['hole', 0, []])
      expect([found?.left, found?.right]).toEqual([expect.closeTo(value, 8), expect.closeTo(value, 8)])
      expect(found?.slopeLeft).toBeCloseTo(slope, 5)
    }
  })

  it('is every lone place where x^x is defined', () => {
    const found = breaksOf('x^x', { min: -3.5, max: 1 })
    expectBreaks(found, [
      ['hole', -3, -1 / 27, none, none, none, none],
      ['hole', -2, 1 / 4, none, none, none, none],
      ['hole', -1, -1, none, none, none, none],
      ['edge', 0, 1, none, 1, none, down]
    ])
  })

  it.each<[string, ...Told[]]>([
    ['abs(x)', ['corner', 0, 0, 0, 0, -1, 1]],
    ['1e300*abs(x)', ['corner', 0, 0, 0, 0, -1e300, 1e300]],
    ['sqrt(x^2)', ['corner', 0, 0, 0, 0, -1, 1]],
    ['cbrt(x)', ['corner', 0, 0, 0, 0, up, up]],
    ['abs(x)^(2/3)', ['corner', 0, 0, 0, 0, down, up]],
    ['abs(x^2 - 1)', ['corner', -1, 0, 0, 0, -2, 2], ['corner', 1, 0, 0, 0, -2, 2]],
    ['sqrt(x^4 - 2x^2 + 1)', ['corner', -1, 0, 0, 0, -2, 2], ['corner', 1, 0, 0, 0, -2, 2]],
    [
      'sqrt(x^4 - 4x^2 + 4)',
      ['corner', -Math.SQRT2, 0, 0, 0, -2 * Math.SQRT2, 2 * Math.SQRT2],
      ['corner', Math.SQRT2, 0, 0, 0, -2 * Math.SQRT2, 2 * Math.SQRT2]
    ],
    ['max(x, 1, -x)', ['corner', -1, 1, 1, 1, -1, 0], ['corner', 1, 1, 1, 1, 0, 1]],
    ['max(0, x)', ['corner', 0, 0, 0, 0, 0, 1]]
  ])('is a corner of %s', (text, ...told) => {
    expectBreaks(breaksOf(text), told)
  })

  it.each([
    'x^2',
    'x*abs(x)',
    '1/(x^2 + 1e-9)',
    'atan(1000x)',
    'sigmoid(50x)',
    'tanh(1e4*x)',
    '1e300*x^2',
    '1e300*sin(x)',
    'erf(x)',
    'e^(e^x)',
    'sqrt(x^2 + 1e-6)',
    'floor(x) + ceil(-x)',
    '1/0'
  ])('is nowhere in %s', (text) => {
    for (const range of [around(5), around(50), { min: -4.9, max: 5.3 }]) expect(breaksOf(text, range)).toEqual([])
  })

  it('is where a factor passes 0, to the last bit, even if the product only touches it', () => {
    for (const at of [1.2345678, Math.PI / 3, -Math.SQRT2]) {
      const f = compile('1/(x - a)^2', ['x'], { a: at })
      expect(sampleCurve(f, around(5), 400).breaks).toMatchObject([{ kind: 'pole', at }])
    }
  })

  it('of the largest of many is where another becomes the largest, and nowhere else', () => {
    const corners = breaksOf('max(-x, sqrt(2), x/3 + 1, x - 1.3, -9)').map(({ at }) => at)
    expect(corners).toEqual([-Math.SQRT2, 3 * (Math.SQRT2 - 1), 3.45].map((at) => expect.closeTo(at, 12)))
  })

  it('is found in ranges of any width, given either way round', () => {
    for (const width of [1e-9, 1e-3, 1, 1e9]) {
      const range = { min: 1 + width, max: 1 - width / 2 }
      expect(breaksOf('abs(x - 1)', range)).toMatchObject([{ kind: 'corner', at: 1 }])
      expect(breaksOf('1/(x - 1)', range)).toMatchObject([{ kind: 'pole', at: 1 }])
      expect(breaksOf('piecewise(x < 1, 2, 3)', range)).toMatchObject([{ kind: 'jump', at: 1, left: 2, right: 3 }])
      expect(breaksOf('log(x - 1)', range)).toMatchObject([{ kind: 'pole', at: 1 }])
    }
  })

  it.each<[string, number, number, number, number]>([
    ['(x - sin(x))/x^3', 0, 1 / 6, 0, 0],
    ['(1 - cos(x))/x^2', 0, 1 / 2, 0, 0],
    ['(exp(x) - 1 - x)/x^2', 0, 1 / 2, 1 / 6, 1 / 6],
    ['(exp(x) - 1)/x', 0, 1, 1 / 2, 1 / 2],
    ['(sqrt(x + 4) - 2)/x', 0, 1 / 4, -1 / 64, -1 / 64],
    ['(x^2 - 1)/(x - 1)', 1, 2, 1, 1],
    ['(x^3 - 8)/(x - 2)', 2, 12, 6, 6],
    ['(x^5 - 1)/(x - 1)', 1, 5, 10, 10],
    ['(exp(x) - exp(2))/(x - 2)', 2, Math.exp(2), Math.exp(2) / 2, Math.exp(2) / 2],
    ['sin(x)/(x - pi)', Math.PI, -1, 0, 0]
  ])('that can be filled has the same limits at every zoom, or none: %s', (text, at, value, ...slopes) => {
    const f = compile(text, ['x'])
    for (const width of [5, 0.5, 0.1, 1e-2, 1e-3, 1e-4, 1e-6, 1e-9]) {
      const { breaks } = sampleCurve(f, { min: at - width, max: at + 0.7 * width }, 600)
      const [found] = breaks.filter((one) => Math.abs(one.at - at) < 1e-12)
      expect(found).toMatchObject({ kind: 'hole', value: none, left: expect.closeTo(value, 8) })
      expect(found?.right).toBe(found?.left)
      for (const [i, told] of [found?.slopeLeft, found?.slopeRight].entries()) {
        if (!Number.isNaN(told)) expect(told).toBeCloseTo(slopes[i] as number, 5)
      }
    }
  })

  it('is no pole of steps that grow though they are flat, as f′ does not tell of them', () => {
    const found = breaksOf('round(tan(x))', { min: 1.5, max: 1.6 }, 100)
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter(({ kind }) => kind === 'pole')).toEqual([])
  })

  it('that only rounding has made of a smooth place is none', () => {
    for (const text of [
      'max(sin(x), 1)',
      'abs(1 - sin(x))',
      'tan(x)*cos(x)',
      'cbrt(x)^3',
      'sqrt(x^4)',
      'max(cos(x), 1)'
    ])
      expect(breaksOf(text).filter(({ kind }) => kind === 'corner')).toEqual([])
  })

  const offset = fc.double({ min: 0.3, max: 4, noNaN: true })

  it.each<[string, (a: number) => number, Break['kind'], number, number]>([
    ['sqrt(1 - cos(x - a))', (a) => a, 'corner', -Math.SQRT1_2, Math.SQRT1_2],
    ['acos(cos(x - a))', (a) => a, 'corner', -1, 1],
    ['asin(sin(x - a))', (a) => a + Math.PI / 2, 'corner', 1, -1],
    ['acos(1 - (x - a)^2/2)', (a) => a, 'corner', -1, 1],
    ['sqrt(1 - sin(x - a)^2)', (a) => a + Math.PI / 2, 'corner', -1, 1],
    ['sqrt(abs(x^2 - a))', Math.sqrt, 'corner', down, up],
    ['sqrt(abs(cos(x - a)))', (a) => a + Math.PI / 2, 'corner', down, up],
    ['cbrt(x^2 - a)', Math.sqrt, 'corner', up, up],
    ['cbrt(sin(x - a))', (a) => a, 'corner', up, up]
  ])('of %s is the same for any a, and so is the kink there', (text, place, kind, slopeLeft, slopeRight) => {
    const f = compile(text, ['x'], { a: 1 })
    fc.assert(
      fc.property(offset, fc.constantFrom(0.01, 0.4, 3), (a, width) => {
        f.set({ a })
        const { breaks } = sampleCurve(f, { min: place(a) - width, max: place(a) + 0.8 * width }, 300)
        const near = breaks.filter(({ at }) => Math.abs(at - place(a)) < 1e-6)
        const slopes = (value: number) => (Number.isFinite(value) ? expect.closeTo(value, 5) : value)
        expect(near).toMatchObject([{ kind, slopeLeft: slopes(slopeLeft), slopeRight: slopes(slopeRight) }])
        const [kink] = kinksAt(f, [near[0]?.at as number])
        expect(kink).toMatchObject({ jumps: false, left: slopes(slopeLeft), right: slopes(slopeRight) })
      }),
      { seed: 44, numRuns: 40 }
    )
  })

  it('of |x − a| and 1/(x − a)² written out is one, for any a', () => {
    const [corner, pole] = ['sqrt(x^2 - 2a*x + a^2)', '1/(x^2 - 2a*x + a^2)'].map((text) =>
      compile(text, ['x'], { a: 1 })
    )
    const decimals = fc.integer({ min: 30, max: 400 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(fc.oneof(decimals, offset), fc.constantFrom(0.4, 3), (a, width) => {
        for (const f of [corner, pole]) f?.set({ a })
        const range = { min: a - width, max: a + 0.8 * width }
        const told = (f: Objective | undefined) => sampleCurve(f as Objective, range, 300).breaks
        const at = expect.closeTo(a, 6)
        const [{ slopeLeft = 0, slopeRight = 0 } = {}] = told(corner)
        expect(told(corner)).toMatchObject([{ kind: 'corner', at }])
        expect([slopeLeft, slopeRight].map((slope, i) => Number.isNaN(slope) || slope === 2 * i - 1)).toEqual([
          true,
          true
        ])
        expect(told(pole)).toMatchObject([{ kind: 'pole', at, left: up, right: up }])
      }),
      { seed: 45, numRuns: 60 }
    )
  })

  it('of a function that swings ever faster has no limits, and is no pole', () => {
    for (const swing of ['sin', 'cos'])
      for (const of of ['k/abs(x)', 'k*log(x)', 'k*log(abs(x))', 'k/x^2', 'k/sqrt(x)']) {
        const f = compile(`${swing}(${of})`, ['x'], { k: 1 })
        for (let k = 0.1; k < 6; k += 0.1) {
          f.set({ k })
          const [found] = sampleCurve(f, around(5), 300).breaks.filter(({ at }) => at === 0)
          expect([k, of, found?.left, found?.right]).toEqual([k, of, none, none])
        }
      }
  })

  it('of a function that closes in too slowly for any numbers has no limit that is known', () => {
    for (const [text, right] of [
      ['1/log(x)', none],
      ['atan(log(x))', none],
      ['piecewise(x > 0, 1/log(x), x >= 0, 0)', none],
      ['x^0.01', none],
      ['log(-log(x))', none]
    ] as const)
      expect(breaksOf(text)[0]).toMatchObject({ kind: 'edge', at: 0, left: none, right })
    expect(breaksOf('piecewise(x > 0, atan(log(x)), x)')).toMatchObject([{ at: 0, right: none }])
  })

  it.each([
    ['abs(x - 1000)', 1000, 'corner', 0.63],
    ['1/(x - 100)', 100, 'pole', 0.063],
    ['sqrt(x - 2)', 2, 'edge', 6.3e-4],
    ['max(x - 2, 0)', 2, 'corner', 1.55e-6]
  ] as const)('of %s at %s is the same %s however near one looks', (text, at, kind, width) => {
    for (const share of [0.37, 0.41, 0.5, 0.59]) {
      const range = { min: at - share * width, max: at + (1 - share) * width }
      expect(breaksOf(text, range), `${range.min} … ${range.max}`).toMatchObject([{ kind, at }])
    }
  })

  it('that rounding keeps from 0 is there, with the slopes of both its sides', () => {
    const [found, ...others] = breaksOf('abs((x - 1)^2 - 1)', { min: -1, max: 2.9 })
    expect(found).toMatchObject({ kind: 'corner', at: 0, slopeLeft: -2, slopeRight: 2 })
    expect(others).toMatchObject([{ kind: 'corner', at: 2 }])
  })

  it('is none of powers of a positive number, wherever their exponent is whole', () => {
    for (const text of ['2^x', '0.5^x', '1.5^(x^2/60)']) {
      expect(curveOf(text, around(400)), text).toMatchObject({ breaks: [], tooMany: false })
    }
  })

  it('at an end of the range is found as well', () => {
    expect(breaksOf('1/x', { min: 0, max: 5 })).toMatchObject([{ kind: 'pole', at: 0, after: 0 }])
    expect(breaksOf('sqrt(x)', { min: 0, max: 5 })).toMatchObject([{ kind: 'edge', at: 0, after: 0 }])
    const { x, breaks } = curveOf('floor(x)', { min: 0.5, max: 2 })
    expect(breaks).toMatchObject([{ at: 1 }, { at: 2, after: x.length - 2 }])
  })

  it('between samples that lie on breaks themselves is not missed', () => {
    expect(breaksOf('floor(x)', around(200), 401)).toHaveLength(401)
    expect(breaksOf('mod(x, 2)', around(200), 101)).toHaveLength(201)
  })

  it('is told of no place where there are more than can be shown', () => {
    for (const { breaks, tooMany } of [
      curveOf('floor(100x)'),
      curveOf('floor(51x)'),
      curveOf('tan(x)', around(1e9)),
      curveOf('floor(x)', around(1e9))
    ])
      expect([breaks, tooMany]).toEqual([[], true])
    expect(curveOf('floor(49x)').tooMany).toBe(false)
  })

  it('of the second derivative alone is told apart from those of f and f′, with both its limits', () => {
    const told = (text: string) => {
      const { breaks, bends } = sampleCurve(compile(text, ['x']), around(5), 400, { second: true })
      return [breaks.map(({ at }) => at), bends.map(({ at, left, right }) => [at, left, right])]
    }
    expect(told('x*abs(x)')).toEqual([[], [[0, -2, 2]]])
    expect(told('max(x, 0)^2')).toEqual([[], [[0, 0, 2]]])
    expect(told('piecewise(x < 1, x^2, 2x - 1)')).toEqual([[], [[1, 2, 0]]])
    expect(told('abs(x - 0.003)*(x - 0.003)')).toEqual([[], [[0.003, -2, 2]]])
    expect(told('abs(x)^1.5')).toEqual([[], [[0, up, up]]])
    expect(told('abs(x)')).toEqual([[0], []])
    for (const text of ['x^3', 'abs(x)^3', 'abs(x^2)', 'x^2*abs(x)', 'sin(x)']) expect(told(text)).toEqual([[], []])
    expect(curveOf('x*abs(x)').bends).toEqual([])
  })

  it('in a line through more variables is one along it', () => {
    const f = compile('abs(x - y) + 1/(z - 3)', ['x', 'y', 'z'])
    const along = (axis: number) => sampleCurve(f, around(5), 100, { along: axis, point: [2, 1, 0] }).breaks
    expect(along(0)).toMatchObject([{ kind: 'corner', at: 1 }])
    expect(along(1)).toMatchObject([{ kind: 'corner', at: 2 }])
    expect(along(2)).toMatchObject([{ kind: 'pole', at: 3 }])
  })
})

const x = name('x')
const shifted = (a: number) => sum(x, number(-a))

/** What interrupts a function at a, and how: `f` is added to others, none of which is undefined anywhere else. */
const interrupting: readonly { readonly kind: Break['kind']; readonly f: (a: number) => Syntax }[] = [
  { kind: 'pole', f: (a) => power(shifted(a), -1) },
  { kind: 'pole', f: (a) => power(shifted(a), -2) },
  { kind: 'pole', f: (a) => call('log', call('abs', shifted(a))) },
  { kind: 'jump', f: (a) => call('sign', shifted(a)) },
  { kind: 'jump', f: (a) => call('atan', power(shifted(a), -1)) },
  { kind: 'corner', f: (a) => call('abs', shifted(a)) },
  { kind: 'corner', f: (a) => call('relu', shifted(a)) },
  { kind: 'corner', f: (a) => call('cbrt', shifted(a)) },
  { kind: 'hole', f: (a) => product(call('sin', shifted(a)), power(shifted(a), -1)) }
]

/** Smooth everywhere, whatever it is applied to. */
const smooth = fc.letrec<{ tree: Syntax }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constant(x),
    fc.integer({ min: -16, max: 16 }).map((eighths) => number(eighths / 8)),
    fc.tuple(tie('tree'), tie('tree')).map((terms) => sum(...terms)),
    fc.tuple(tie('tree'), tie('tree')).map((factors) => product(...factors)),
    fc
      .tuple(fc.constantFrom('sin', 'cos', 'tanh', 'atan', 'sigmoid', 'softplus', 'asinh', 'erf'), tie('tree'))
      .map(([called, of]) => call(called, of)),
    tie('tree').map((of) => call('exp', call('sin', of))),
    fc.tuple(tie('tree'), tie('tree')).map(([of, by]) => product(of, power(sum(number(1), product(by, by)), -1))),
    tie('tree').map((of) => call('sqrt', sum(number(0.5), product(of, of)))),
    tie('tree').map((of) => call('log', sum(number(1), product(of, of))))
  )
})).tree

const eighths = fc.integer({ min: -39, max: 39 }).map((count) => count / 8)

describe('the breaks', () => {
  it('of a sum are those of its terms, and no others', () => {
    const terms = fc.uniqueArray(fc.tuple(eighths, fc.constantFrom(...interrupting)), {
      minLength: 1,
      maxLength: 5,
      selector: ([at]) => at
    })
    fc.assert(
      fc.property(terms, smooth, (each, rest) => {
        const f = compileTree(
          sum(...each.map(([at, { f: term }]) => term(at)), product(number(0.1), call('sin', rest))),
          ['x']
        )
        const { breaks } = sampleCurve(f, around(5), 300)
        const expected = each.toSorted(([a], [b]) => a - b).map(([at, { kind }]) => ({ at, kind }))
        expect(breaks.map(({ at, kind }) => ({ at, kind }))).toEqual(expected)
      }),
      { seed: 41, numRuns: 150 }
    )
  })

  it('of what is made of smooth functions are none', () => {
    fc.assert(
      fc.property(smooth, (tree) => {
        expect(sampleCurve(compileTree(tree, ['x']), around(5), 200).breaks).toEqual([])
      }),
      { seed: 42, numRuns: 400 }
    )
  })

  it('of any formula are all places where it jumps, and it does there what is told', () => {
    fc.assert(
      fc.property(formulas(['x']), fc.constantFrom(3, 0.3, 1e-3), (tree, width) => {
        const f = compileTree(tree, ['x'])
        const curve = sampleCurve(f, around(width), 200)
        expectOrder(curve)
        for (const [i, found] of curve.breaks.entries()) {
          const [before = { at: down }, after = { at: up }] = [curve.breaks[i - 1], curve.breaks[i + 1]]
          const apart = Math.min(1, found.at - before.at, after.at - found.at)
          if (apart > 1e-3 * width) expect(lies(f, found, apart)).toEqual([])
        }
        // Towards a place where there are infinitely many, not all are found.
        if (curve.breaks.length < 20) expect(hiddenJumps(f, curve)).toEqual([])
      }),
      { seed: 43, numRuns: 500 }
    )
  })
})

/** Samples ascend, and every break lies where `after` says, in order. */
function expectOrder({ x: places, breaks }: CurveSamples) {
  expect([...places].filter((place, i) => !(place > (places[i - 1] ?? Number.NEGATIVE_INFINITY)))).toEqual([])
  for (const [i, { at, after }] of breaks.entries()) {
    expect(places[after]).toBeLessThanOrEqual(at)
    expect(places[after + 1]).toBeGreaterThanOrEqual(at)
    if (i > 0) expect(at).toBeGreaterThan(breaks[i - 1]?.at as number)
  }
}

/** What is told of a break and belies f itself just beside it; `width`: how far around there is no other. */
function lies(f: Objective, found: Break, width: number): readonly string[] {
  const { kind, at, left, right, slopeLeft, slopeRight, value } = found
  const own = f.value([at])
  const isInfinite = [left, right].some((limit) => Math.abs(limit) === up)
  const slopes = slopeLeft === slopeRight && Number.isFinite(slopeLeft)
  return [
    ...(isInfinite === (kind === 'pole') ? [] : ['pole']),
    ...(kind === 'edge' && Number.isNaN(left) === Number.isNaN(right) && !Number.isNaN(left) ? ['edge'] : []),
    ...(kind === 'jump' && (left === right || !Number.isFinite(left) || !Number.isFinite(right)) ? ['jump'] : []),
    ...(kind === 'corner' && (slopes || (Number.isFinite(own) && Math.abs(value - own) > 1e-9)) ? ['corner'] : []),
    ...beside(f, at, -1, left, slopeLeft, width),
    ...beside(f, at, 1, right, slopeRight, width)
  ]
}

/** The same for one side: what is told as a limit is approached, and so is the slope by quotients. */
function beside(
  f: Objective,
  at: number,
  side: 1 | -1,
  limit: number,
  slope: number,
  width: number
): readonly string[] {
  const [far, near] = [2 ** -8 * width, 2 ** -14 * width]
  const value = (distance: number) => f.value([at + side * distance])
  const quotient = (distance: number) => (side * (value(distance) - value(distance / 2))) / (distance / 2)
  const approaches = (limit: number, before: number, after: number, noise: number) => {
    if (Number.isNaN(limit) || Number.isNaN(before) || Number.isNaN(after)) return true
    if (!Number.isFinite(limit)) return after * limit > 0 && !(Math.abs(after) <= Math.abs(before))
    // Slowly, as −x/log(1 + x) at −1, only towards its own value.
    const rest = limit === f.value([at]) ? 0.99 : 0.5
    return Math.abs(after - limit) <= rest * Math.abs(before - limit) + noise
  }
  const size = 1 + Math.abs(value(near)) + Math.abs(value(far))
  return [
    ...(approaches(limit, value(far), value(near), 1e-6 * size) ? [] : [`limit ${limit} on side ${side}`]),
    ...(approaches(slope, quotient(far), quotient(near), 1e-3 * (size + Math.abs(slope)))
      ? []
      : [`slope ${slope} on side ${side}`])
  ]
}

/** Places between samples where f leaps although no break is told of there. */
function hiddenJumps(f: Objective, { x: places, values, breaks }: CurveSamples): readonly number[] {
  const found: number[] = []
  const finite = values.filter(Number.isFinite).sort()
  const height = (finite[Math.floor(finite.length * 0.9)] ?? 0) - (finite[Math.floor(finite.length * 0.1)] ?? 0)
  for (let i = 1; i < places.length; i++) {
    let [from, to] = [places[i - 1] as number, places[i] as number]
    // Rounding takes sin x < x for false up to 1e-8.
    if (breaks.some(({ at }) => at >= from - 2e-8 && at <= to + 2e-8)) continue
    let [low, high] = [f.value([from]), f.value([to])]
    // What is left of larger numbers may be rounding alone, as in (1/x)·x − 1, and so may what a pole makes of it.
    const most = Math.max(Math.abs(low), Math.abs(high))
    if (!(Math.abs(high - low) > 0.02 * height + 1e-9 && most < 100 * (1 + height))) continue
    while (to - from > 1e-11 * Math.max(1, Math.abs(to))) {
      const middle = from + (to - from) / 2
      const between = f.value([middle])
      if (Math.abs(between - low) > Math.abs(high - between)) [to, high] = [middle, between]
      else [from, low] = [middle, between]
    }
    // Beside a pole it is only steep.
    const rise = Math.max(...[from, to].map((at) => Math.abs(f.gradient([at])[0] as number))) * (to - from)
    if (Math.abs(high - low) > 0.01 * height + 4 * rise && height > 0) found.push(from)
  }
  return found
}
