import { optimiserOf } from '@core/optimise/rule'
import { spectralRadius } from '@core/spectral-radius'
import { growthNearRest } from '@core/verdict/stability'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import { defaultSettings } from '@shared/methods/setting'
import { describe, expect, test } from 'vitest'

describe('the spectral radius of a matrix', () => {
  test.each<[string, number[][], number]>([
    [
      'a rotation that shrinks',
      [
        [0.3, -0.4],
        [0.4, 0.3]
      ],
      0.5
    ],
    [
      'a shear, for which no power is small',
      [
        [1, 1000],
        [0, 1]
      ],
      1
    ],
    [
      'the companion of (z − 2)(z + 3)',
      [
        [-1, 6],
        [1, 0]
      ],
      3
    ],
    [
      'nilpotent',
      [
        [0, 1],
        [0, 0]
      ],
      0
    ],
    [
      '1e200',
      [
        [1e200, 0],
        [0, 1]
      ],
      1e200
    ]
  ])('%s', (_, matrix, radius) => {
    expect(spectralRadius(matrix) / (radius || 1)).toBeCloseTo(radius === 0 ? 0 : 1, 9)
  })

  test('is no number where an entry is none', () => {
    expect(spectralRadius([[Number.NaN]])).toBeNaN()
  })
})

/** How a rule carries a state on near a point of rest with curvature λ, from its own formulas. */
function growth(id: string, convention: string, lambda: number, settings: Readonly<Record<string, number>> = {}) {
  const row = fixedRateMethods.find((method) => method.id === id && method.convention === convention)
  if (!row) throw new Error(`no ${id}`)
  return growthNearRest(optimiserOf(row, { ...defaultSettings(row), ...settings }), lambda)
}

describe('near a point of rest a step carries a state on', () => {
  test.each([0.1, 1, 1.9, 2.1])('by |1 − ηλ| with gradient descent: ηλ = %d', (rate) => {
    expect(growth('descent', 'book', 10, { lr: rate / 10 })).toBeCloseTo(Math.abs(1 - rate), 9)
  })

  test.each([['book'], ['library']])('by less than 1 with momentum for ηλ < 2(1 + m): %s', (convention) => {
    for (const m of [0, 0.5, 0.9]) {
      const bound = 2 * (1 + m)
      expect(growth('momentum', convention, 1, { lr: 0.999 * bound, momentum: m })).toBeLessThan(1)
      expect(growth('momentum', convention, 1, { lr: 1.001 * bound, momentum: m })).toBeGreaterThan(1)
    }
  })

  test.each([['book'], ['library']])(
    'as the roots of z² − (1 + m)(1 − ηλ)z + m(1 − ηλ) do with Nesterov: %s',
    (convention) => {
      for (const [m, rate] of [
        [0.9, 0.1],
        [0.5, 1.2],
        [0.9, 1.5]
      ] as const) {
        const [b, c] = [(1 + m) * (1 - rate), m * (1 - rate)]
        const root = b * b - 4 * c
        const largest = root < 0 ? Math.sqrt(c) : (Math.abs(b) + Math.sqrt(root)) / 2
        expect(growth('nesterov', convention, 1, { lr: rate, momentum: m })).toBeCloseTo(largest, 9)
      }
    }
  )

  test.each([
    // ηλ/ε: 2 with RMSProp, 2(1 + β₁)/(1 − β₁) = 38 with all that follow Adam.
    ['rmsprop', 'book', 2],
    ['rmsprop', 'library', 2],
    ['adam', 'book', 38],
    ['adam', 'library', 38],
    ['adamax', 'library', 38],
    ['radam', 'library', 38]
  ])('by less than 1 with %s (%s) for ηλ/ε < %d', (id, convention, bound) => {
    const eps = 1e-3
    // RAdam's factor r goes to 1 as slowly as t grows.
    expect(growth(id, convention, 1, { eps, lr: 0.99 * bound * eps })).toBeLessThan(1)
    expect(growth(id, convention, 1, { eps, lr: 1.01 * bound * eps })).toBeGreaterThan(1)
    expect(growth(id, convention, 2)).toBeGreaterThan(1)
  })

  test('by |1 − lr·λ| with AdaDelta, whose roots are the same at rest', () => {
    expect(growth('adadelta', 'library', 1.5)).toBeCloseTo(0.9, 6)
    expect(growth('adadelta', 'library', 2.5)).toBeCloseTo(1.5, 6)
  })

  test('in no way that can be told where the memory does not fade', () => {
    expect(growth('adagrad', 'book', 1)).toBeNull()
    expect(growth('momentum', 'book', 1, { momentum: 1 })).toBeNull()
  })
})
