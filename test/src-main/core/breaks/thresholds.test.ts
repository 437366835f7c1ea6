import { blurOf, crossings, kinksAt, sideOf } from '@core/breaks'
import { touched } from '@core/breaks/crossings'
import * as thresholds from '@core/breaks/thresholds'
import { sampleCurve } from '@core/curve/curve'
import { compile } from '@core/objective'
import { expect, test } from 'vitest'

/** The limits of f and f′ to the right of 0. */
const besideZero = (f: (x: number) => number, slope: (x: number) => number) =>
  sideOf((x) => [f(x), slope(x)], 0, Number.NaN, 1)
const isKink = (formula: string, x = 0) => kinksAt(compile(formula, ['x']), [x])[0] !== null
const jumps = (formula: string, x = 0) => kinksAt(compile(formula, ['x']), [x])[0]?.jumps
const breaksOf = (formula: string, min: number, max: number, samples = 100) =>
  sampleCurve(compile(formula, ['x']), { min, max }, samples).breaks

/** 1 and a little, more and less in turn from sample to sample, which no slope tells. */
const restless = (size: number) =>
  besideZero(
    (x) => 1 + size * (Math.round(Math.log(x / thresholds.farthest) / Math.log(thresholds.closer)) % 2),
    () => 0
  ).value
/** Nears 1 as slowly as 1 / log x, from a distance that is so large a part of it. */
const slow = (part: number) =>
  besideZero(
    (x) => 1 - part / Math.log(x),
    (x) => part / (x * Math.log(x) ** 2)
  ).value
/** Nears 1 only from so near on. */
const late = (distance: number) =>
  besideZero(
    (x) => 1 + x / (x + distance),
    (x) => distance / (x + distance) ** 2
  ).value
const known = (value: number) => Number.isFinite(value)
/** A power that is not whole, so that only Aitken's rule finds where it leads. */
const power = (exponent: number) =>
  besideZero(
    (x) => 1 + x ** exponent,
    (x) => exponent * x ** (exponent - 1)
  ).value

/** By threshold: what holds on the one side of it, and what on the other. */
const sides: Readonly<Record<keyof typeof thresholds, () => void>> = {
  // 3 units in the last place of 0.3 are less than the blur, 8 are more.
  samePlace: () => {
    const unit = 2 ** -54
    expect([3, 8].map((units) => units * unit <= blurOf(0.3))).toEqual([true, false])
  },
  // With a slope of 1000 on both sides a place may be off by 7e-9 of a height.
  placeFoundTo: () => {
    const heights = ['3e-9', '2e-8'].map((height) => `piecewise(x < 1, 1000(x - 1), 1000(x - 1) + ${height})`)
    expect(heights.map((formula) => breaksOf(formula, 0.1, 2).map(({ kind }) => kind))).toEqual([[], ['jump']])
  },
  lostFrom: () => {
    const isDefined = (gap: number) => sideOf((x) => [x > 1 + gap ? x : Number.NaN, 1], 1, 1, 1).isDefined
    expect([2 ** -24, 2 ** -20].map(isDefined)).toEqual([true, false])
  },
  farthest: () => {
    expect(breaksOf('(1 - cos(x))/x^2', -1, 1)).toMatchObject([{ left: 0.5, right: 0.5 }])
  },
  closer: () => {
    expect(breaksOf('(1 - cos(x))/x^2', -1, 1)).toMatchObject([{ left: 0.5, right: 0.5 }])
  },
  // ∛x is 6e-5 high there: a step of no more than four times that is not seen beside it.
  nearest: () => {
    expect(['1.5e-4', '4e-4'].map((height) => jumps(`cbrt(x) + piecewise(x > 0, ${height}, 0)`))).toEqual([false, true])
  },
  followed: () => {
    expect(isKink('cbrt(x^2 - 2)', Math.SQRT2)).toBe(true)
  },
  fromIntegral: () => {
    expect([0.75, 8].map((exponent) => power(exponent))).toEqual([1, 1])
  },
  unnoticed: () => {
    expect([2e-8, 2e-7].map((size) => known(restless(size)))).toEqual([true, false])
  },
  settledTo: () => {
    expect([6e-4, 4e-3].map((part) => known(slow(part)))).toEqual([true, false])
  },
  isWellKnown: () => {
    expect([2 ** -24, 2 ** -36].map((distance) => Math.round(late(distance)))).toEqual([1, 2])
  },
  // A logarithm does not shrink, ¹⁰⁰√x does, though too slowly for any numbers.
  keepsOn: () => {
    expect(breaksOf('log(x)', -5, 5)).toMatchObject([{ kind: 'pole', right: Number.NEGATIVE_INFINITY }])
    for (const formula of ['x^0.01', 'log(-log(x))'])
      expect(breaksOf(formula, -5, 5, 400)[0]).toMatchObject({ kind: 'edge', at: 0, right: Number.NaN })
  },
  // Waves that begin at the nearest samples may as well be the rounding of 6000.
  clearlyWavy: () => {
    const waves = (length: number) =>
      besideZero(
        (x) => 6000 + Math.cos(length / x),
        (x) => (length / (x * x)) * Math.sin(length / x)
      ).value
    expect([5e-11, 5e-10].map((length) => known(waves(length)))).toEqual([true, false])
  },
  // 2e-13 and 4e-12 on both sides of 1.
  sameLimit: () => {
    expect(['2e-13', '4e-12'].map((height) => breaksOf(`1 + ${height}*sign(x)`, -1, 1).length)).toEqual([0, 1])
  },
  sameSlope: () => {
    expect(['2e-10', '4e-9'].map((slope) => isKink(`x + ${slope}*abs(x)`))).toEqual([false, true])
  },
  // f is 256 times as large as the blur of the place at 1024 units from it.
  steep: () => {
    expect([500, 3000].map((units) => isKink('abs(x - 0.3)', 0.3 + units * 2 ** -54))).toEqual([true, false])
  },
  mostBreaks: () => {
    const many = (count: number) => sampleCurve(compile('floor(x)', ['x']), { min: 0.5, max: count + 0.5 }, 2000)
    expect([many(400).breaks.length, many(700).breaks.length]).toEqual([400, 0])
  },
  parts: () => {
    const passed = (count: number) => crossings((x) => Math.sin(Math.PI * count * (x + 1 / 64)), 0, 1).length
    expect([passed(8), passed(16)]).toEqual([8, 0])
  },
  oddPart: () => {
    expect(breaksOf('floor(x)', -2, 2, 4).length).toBe(5)
  },
  farther: () => {
    expect(breaksOf('sin(2x)/sin(x)', 3, 4)).toMatchObject([{ kind: 'hole' }])
    expect(breaksOf('1/(1 + floor(x - pi)^2) + 1/sign(x - pi)', 3, 4)).toMatchObject([{ kind: 'jump' }])
  },
  // Nearer, rounding moves the place; farther out, what makes the sides uneven does.
  touchSeenFrom: () => {
    const rounded = touched((x) => x * x - 2 * Math.PI * x + Math.PI * Math.PI, 2.8, 3.2, 3.5)[0]
    const uneven = touched((x) => (x - Math.SQRT2) ** 2 * (1 + x), 1, 1.4, 2)[0]
    expect(Math.abs((rounded ?? 0) - Math.PI)).toBeLessThan(4e-12)
    expect(Math.abs((uneven ?? 0) - Math.SQRT2)).toBeLessThan(1e-10)
  },
  // π is no decimal, 0.1234567 is meant.
  mostDigits: () => {
    expect(touched((x) => 1 + Math.cos(x), 3, 3.1, 3.2)).toEqual([expect.closeTo(Math.PI, 12)])
    expect(touched((x) => 1 - Math.cos(x - 0.1234567), -0.3, 0.15, 0.6)).toEqual([0.1234567])
  },
  flat: () => {
    expect([0, 1e-3].map((gap) => touched((x) => Math.abs(x - 0.3) + gap, 0, 0.4, 1).length)).toEqual([1, 0])
  },
  uneven: () => {
    expect(touched((x) => (x - 0.3) ** 2 + 1e-3, 0, 0.4, 1)).toEqual([])
    for (const share of [0.3, 0.36, 0.41, 0.49, 0.52, 0.61, 0.7])
      for (const degree of [1, 2, 4])
        expect(touched((x) => Math.abs(x - 0.7) ** degree, 0.7 - share, 1.2 - share, 1.7 - share)).toHaveLength(1)
  }
}

test('every threshold has an example', () => {
  expect(Object.keys(sides).sort()).toEqual(Object.keys(thresholds).sort())
})

test.each(Object.entries(sides))('%s decides between both sides', (_, look) => look())
