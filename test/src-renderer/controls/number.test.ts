import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { numberText, sliderPosition, sliderValue, typedNumber } from '../../../src-renderer/controls/number'

const seed = { seed: 1614 }
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('a typed number', () => {
  it.each([
    ['0.08', 0.08],
    ['1e-4', 1e-4],
    ['1E3', 1000],
    ['+5', 5],
    ['.5', 0.5],
    ['5.', 5],
    [' 7 ', 7],
    ['0', 0],
    ['００．０８', 0.08],
    ['１ｅ－４', 1e-4],
    ['　３　', 3],
    ['−3', -3],
    ['－3', -3],
    ['ー3', -3],
    ['–3', -3],
    ['1e−4', 1e-4],
    ['1e+4', 10000],
    ['1/3', 1 / 3],
    ['１／２', 0.5],
    ['π', Math.PI],
    ['-pi', -Math.PI],
    ['2π', 2 * Math.PI],
    ['sqrt(2)/2', Math.SQRT2 / 2],
    ['2^10', 1024],
    ['½', 0.5]
  ])('may be written %s', (text, value) => expect(typedNumber(text)).toBe(value))

  it.each([
    '',
    ' ',
    '-',
    '.',
    'e3',
    '1e',
    '1e-',
    '1 2',
    '1.2.3',
    '0x10',
    '1e999',
    'Infinity',
    'NaN',
    '1/',
    '1/0',
    'log(-1)',
    '1,000',
    'x',
    '2a',
    'abc'
  ])('is not “%s”', (text) => expect(typedNumber(text)).toBeNull())

  it('is read back from its text exactly', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(typedNumber(numberText(value))).toBe(value + 0)
      }),
      seed
    )
  })

  it('may have its digits in full width and its minus as typeset', () => {
    const wide = (text: string) =>
      text.replace(/[\d.e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll('-', '−')
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(typedNumber(wide(numberText(value)))).toBe(value + 0)
      }),
      seed
    )
  })
})

/** Stretches of values a slider may run over, down to where doubles are normal. */
const anyLinear = fc
  .tuple(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.double({ noNaN: true, min: 1e-3, max: 1e6 }))
  .map(([min, length]) => ({ min, max: min + length, scale: 'linear' as const }))
const anyLog = fc
  .tuple(fc.double({ noNaN: true, min: -16, max: 3 }), fc.double({ noNaN: true, min: 0.5, max: 16 }))
  .map(([exponent, decades]) => ({ min: 10 ** exponent, max: 10 ** (exponent + decades), scale: 'log' as const }))
const anySlider = fc.oneof(anyLinear, anyLog)
const anyPosition = fc.double({ noNaN: true, min: 0, max: 1 })

describe('for every slider,', () => {
  test('a value lies between its ends', () => {
    fc.assert(
      fc.property(anySlider, anyPosition, ({ min, max, scale }, position) => {
        const value = sliderValue(position, min, max, scale)
        expect(value).toBeGreaterThanOrEqual(min)
        expect(value).toBeLessThanOrEqual(max)
      }),
      seed
    )
  })

  test('a value stands where it was taken from, but for its rounding', () => {
    fc.assert(
      fc.property(anySlider, anyPosition, ({ min, max, scale }, position) => {
        const back = sliderPosition(sliderValue(position, min, max, scale), min, max, scale)
        // Two digits of a value on half a decade: 5 % of ½; three digits of a length: half of 1 %.
        expect(Math.abs(back - position)).toBeLessThanOrEqual(scale === 'log' ? 0.05 : 0.0051)
      }),
      seed
    )
  })

  test('farther along means no smaller a value', () => {
    fc.assert(
      fc.property(anySlider, anyPosition, anyPosition, ({ min, max, scale }, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(sliderValue(low, min, max, scale)).toBeLessThanOrEqual(sliderValue(high, min, max, scale))
      }),
      seed
    )
  })

  test('what was typed beyond an end rests there', () => {
    fc.assert(
      fc.property(anySlider, fc.double({ noNaN: true, min: 1, max: 1e9 }), ({ min, max, scale }, far) => {
        expect(sliderPosition(min - far, min, max, scale)).toBe(0)
        expect(sliderPosition(max + far, min, max, scale)).toBe(1)
      }),
      seed
    )
  })
})

describe('the learning rate on its slider', () => {
  const rate = (position: number) => sliderValue(position, 1e-4, 10, 'log')

  it('runs through the decades evenly', () => {
    expect([0, 0.2, 0.4, 0.6, 0.8, 1].map(rate)).toEqual([1e-4, 1e-3, 0.01, 0.1, 1, 10])
  })

  it('has two significant digits', () => {
    expect(rate(0.5806)).toBe(0.08)
    expect(rate(0.123)).toBe(0.00041)
  })
})

it('a linear slider reads well in steps of about a hundredth', () => {
  expect(sliderValue(0.1234, 0, 1, 'linear')).toBe(0.12)
  expect(sliderValue(0.1234, -5, 5, 'linear')).toBe(-3.8)
})
