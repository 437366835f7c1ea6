import { compile } from '@core/objective'
import { CountedOracle } from '@core/optimise/oracle'
import { optimiserOf } from '@core/optimise/rule'
import { runCourse } from '@core/optimise/run'
import { exactSlope } from '@core/optimise/slope'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import type { FixedRate } from '@shared/methods/method'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedMethod } from '../../../support/invented-method'
import { textbook } from '../../../support/textbook-optimisers'

const row = (id: string, convention: string): FixedRate => {
  const found = fixedRateMethods.find((row) => row.id === id && row.convention === convention)
  if (!found) throw new Error(`no ${id} ${convention}`)
  return found
}

/** A rule asks only for what it is given. */
const nowhere = new CountedOracle(compile('x', ['x']), exactSlope(compile('x', ['x'])))

function stepped(method: FixedRate, settings: Record<string, number>, x: number, gradients: readonly number[]): number {
  const motion = optimiserOf(method, settings).setOut(1, nowhere)
  const point = Float64Array.of(x)
  gradients.forEach((g, i) => {
    motion.next(point, Float64Array.of(g), i + 1, Number.NaN)
  })
  return point[0] ?? Number.NaN
}

describe('one step, by hand', () => {
  test('descent: 4 − 0.08 · 8 = 3.36', () => {
    expect(stepped(row('descent', 'book'), { lr: 0.08 }, 4, [8])).toBeCloseTo(3.36, 14)
  })

  test('momentum, book: v = −0.5, x = 0.5; then v = 0.5·(−0.5) − 0.25·1 = −0.5, x = 0', () => {
    const settings = { lr: 0.25, momentum: 0.5 }
    expect(stepped(row('momentum', 'book'), settings, 1, [2])).toBe(0.5)
    expect(stepped(row('momentum', 'book'), settings, 1, [2, 1])).toBe(0)
  })

  test('momentum, library: b = 2, x = 0.5; then b = 0.5·2 + 1 = 2, x = 0', () => {
    const settings = { lr: 0.25, momentum: 0.5 }
    expect(stepped(row('momentum', 'library'), settings, 1, [2])).toBe(0.5)
    expect(stepped(row('momentum', 'library'), settings, 1, [2, 1])).toBe(0)
  })

  test('nesterov, book: x = 1 − 1.5·0.25·2 = 0.25, v = −0.5; then x = 0.25 + 0.25·(−0.5) − 1.5·0.25·1 = −0.25', () => {
    const settings = { lr: 0.25, momentum: 0.5 }
    expect(stepped(row('nesterov', 'book'), settings, 1, [2])).toBe(0.25)
    expect(stepped(row('nesterov', 'book'), settings, 1, [2, 1])).toBe(-0.25)
  })

  test('nesterov, library: b = 2, x = 1 − 0.25·(2 + 0.5·2) = 0.25; then b = 0.5·2 + 4 = 5, x = 0.25 − 0.25·(4 + 0.5·5)', () => {
    const settings = { lr: 0.25, momentum: 0.5 }
    expect(stepped(row('nesterov', 'library'), settings, 1, [2])).toBe(0.25)
    expect(stepped(row('nesterov', 'library'), settings, 1, [2, 4])).toBe(-1.375)
  })

  test('adagrad, book: h = 9, x = 1 − 0.5·3/(3 + 1) = 0.625; then h = 25, x = 0.625 − 0.5·4/(5 + 1)', () => {
    const settings = { lr: 0.5, eps: 1 }
    expect(stepped(row('adagrad', 'book'), settings, 1, [3])).toBe(0.625)
    expect(stepped(row('adagrad', 'book'), settings, 1, [3, 4])).toBe(0.625 - 2 / 6)
  })

  test('adagrad, library: the second step has the rate 0.5/(1 + 1·1) = 0.25', () => {
    const settings = { lr: 0.5, eps: 1, lr_decay: 1 }
    expect(stepped(row('adagrad', 'library'), settings, 1, [3])).toBe(0.625)
    expect(stepped(row('adagrad', 'library'), settings, 1, [3, 4])).toBe(0.625 - 1 / 6)
  })

  test('rmsprop, book: h = 0.25·16 = 4, x = 1 − 0.5·4/(2 + 2) = 0.5', () => {
    expect(stepped(row('rmsprop', 'book'), { lr: 0.5, rho: 0.75, eps: 2 }, 1, [4])).toBe(0.5)
  })

  test('rmsprop, library: h = 4, b = 1, x = 0.5; then h = 0.75·4 + 0.25·4 = 4, b = 0.5·1 + 2/(2 + 2) = 1, x = 0', () => {
    const settings = { lr: 0.5, rho: 0.75, eps: 2, momentum: 0.5 }
    expect(stepped(row('rmsprop', 'library'), settings, 1, [4])).toBe(0.5)
    expect(stepped(row('rmsprop', 'library'), settings, 1, [4, 2])).toBe(0)
  })

  test('adadelta: s = 0.25·36 = 9, Δ = √16/√(9 + 16)·6 = 4.8, x = 1 − 0.5·4.8 = −1.4, a = 0.25·4.8² = 5.76', () => {
    const settings = { lr: 0.5, rho: 0.75, eps: 16 }
    expect(stepped(row('adadelta', 'library'), settings, 1, [6])).toBeCloseTo(-1.4, 14)
    // s = 0.75·9 + 0.25·36 = 15.75
    const second = -1.4 - 0.5 * (Math.sqrt(5.76 + 16) / Math.sqrt(15.75 + 16)) * 6
    expect(stepped(row('adadelta', 'library'), settings, 1, [6, 6])).toBeCloseTo(second, 14)
  })

  test('adam, book: m = 1, v = 4, rate = √0.25/0.5 = 1, x = 3 − 1/(2 + 2) = 2.75', () => {
    const settings = { lr: 1, beta1: 0.5, beta2: 0.75, eps: 2 }
    // v = (1 − 0.75)·16 = 4 and m = (1 − 0.5)·4 = 2
    expect(stepped(row('adam', 'book'), settings, 3, [4])).toBe(3 - 2 / 4)
  })

  test('adam, library: m/(1 − β₁) = 4, √v/√(1 − β₂) = 4, x = 3 − 4/(4 + 4) = 2.5', () => {
    const settings = { lr: 1, beta1: 0.5, beta2: 0.75, eps: 4 }
    expect(stepped(row('adam', 'library'), settings, 3, [4])).toBe(2.5)
  })

  test('adamw: first 4 shrinks to 4·(1 − 1·0.25) = 3, then as Adam: x = 3 − 4/(4 + 4) = 2.5', () => {
    const settings = { lr: 1, beta1: 0.5, beta2: 0.75, eps: 4, weight_decay: 0.25 }
    expect(stepped(row('adamw', 'library'), settings, 4, [4])).toBe(2.5)
  })

  test('adamax: m = 1.5, u = 3 + 1 = 4, x = 3 − 2·1.5/4 = 2.25; then m = 0.75, u = 0.75·4 = 3, x = 2.25 − (4/3)·0.75/3', () => {
    const settings = { lr: 1, beta1: 0.5, beta2: 0.75, eps: 1 }
    expect(stepped(row('adamax', 'library'), settings, 3, [3])).toBe(2.25)
    expect(stepped(row('adamax', 'library'), settings, 3, [3, 0])).toBeCloseTo(2.25 - 1 / 3, 15)
  })

  test('nadam without growth: μ = P = 0.25, m = 2, d = √16 + 4 = 8, x = 3 − 1·4/8 − (0.25/0.9375)·2/8', () => {
    const settings = { lr: 1, beta1: 0.5, beta2: 0.75, eps: 4, momentum_decay: 0 }
    expect(stepped(row('nadam', 'library'), settings, 3, [4])).toBeCloseTo(2.5 - 1 / 15, 15)
  })

  test('radam: ρ₁ = 7 − 2·0.75/0.25 = 1 is at most 5, so x = 3 − 0.5·4 = 1', () => {
    expect(stepped(row('radam', 'library'), { lr: 0.5, beta1: 0.5, beta2: 0.75, eps: 4 }, 3, [4])).toBe(1)
  })

  test('radam: at last r = 1, and a gradient that is always 4 makes steps of 0.5·4/(4 + 4) = 0.25', () => {
    const settings = { lr: 0.5, beta1: 0.5, beta2: 0.75, eps: 4 }
    const pointAfter = (steps: number) => stepped(row('radam', 'library'), settings, 3, Array<number>(steps).fill(4))
    expect(pointAfter(300) - pointAfter(299)).toBeCloseTo(-0.25, 12)
  })
})

/** Settings drawn from their sliders. ε next to 0 would divide by what rounding leaves of a gradient. */
const settingsOf = (method: FixedRate) =>
  fc.record(
    Object.fromEntries(
      method.settings.map(({ id, slider }) => [
        id,
        fc.double({ min: id === 'eps' ? 0.001 : slider.min, max: Math.min(slider.max, 0.999), noNaN: true })
      ])
    )
  )
const hundredths = fc.integer({ min: -300, max: 300 }).map((whole) => whole / 100)

describe('a whole path agrees with the formula written down independently', () => {
  const valley = compile('x^2/20 + y^2 + sin(x*y)/4', ['x', 'y'])
  const gradient = ([x = 0, y = 0]: readonly number[]) => [
    x / 10 + (y * Math.cos(x * y)) / 4,
    2 * y + (x * Math.cos(x * y)) / 4
  ]

  /** The largest difference over a path, beside the size of its points. */
  function disagreement(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number {
    const gaps = one.flatMap((point, k) =>
      point.map(
        (coordinate, i) => Math.abs(coordinate - (other[k]?.[i] ?? Number.NaN)) / Math.max(1, Math.abs(coordinate))
      )
    )
    return one.length === other.length ? Math.max(...gaps) : Number.NaN
  }

  function generated(method: FixedRate, settings: Record<string, number>, start: readonly number[], steps: number) {
    const path: number[][] = []
    const course = {
      objective: valley,
      optimiser: optimiserOf(method, settings),
      slope: exactSlope(valley),
      start,
      steps,
      variables: ['x', 'y'],
      h: 1
    }
    runCourse(course, (_, point) => path.push([...point]))
    return path
  }

  test.each(fixedRateMethods.map((method) => [`${method.id} ${method.convention}`, method] as const))(
    '%s',
    (name, method) => {
      const starts = fc.tuple(hundredths, hundredths)
      const independent = textbook[name]
      if (!independent) throw new Error(`no independent ${name}`)
      fc.assert(
        fc.property(settingsOf(method), starts, (settings, start) => {
          const path = generated(method, settings, start, 40)
          // The same gradients for both: a step that reacts to its own rounding errors would be another path.
          const gradients = path.map(gradient)
          const written = independent(() => gradients.shift() ?? [], start, path.length - 1, settings)
          expect(disagreement(path, written)).toBeLessThan(1e-12)
        }),
        { seed: 20, numRuns: 60 }
      )
    }
  )

  test('the comparison notices the other convention of Adam', () => {
    const settings = { lr: 0.3, beta1: 0.9, beta2: 0.999, eps: 1e-3 }
    const path = generated(row('adam', 'book'), settings, [-3, 2], 40)
    expect(disagreement(path, textbook['adam book']?.(gradient, [-3, 2], 40, settings) ?? [])).toBeLessThan(1e-12)
    expect(disagreement(path, textbook['adam library']?.(gradient, [-3, 2], 40, settings) ?? [])).toBeGreaterThan(1e-6)
  })
})

const gradients = fc.array(hundredths, { minLength: 1, maxLength: 12 })
const carrying = fixedRateMethods.filter((method) => method.inertia !== undefined)
const still = fixedRateMethods.filter((method) => method.inertia === undefined)

describe('inertia', () => {
  /** The last move, and what the row calls its inertia: read as one more line of the rule. */
  function parted(method: FixedRate, settings: Record<string, number>, slopes: readonly number[]) {
    const rule = [...method.rule, { target: 'inertia', formula: method.inertia ?? '0' }]
    const motion = optimiserOf({ ...method, rule }, settings).setOut(1, nowhere)
    const point = Float64Array.of(1)
    for (const [i, g] of slopes.slice(0, -1).entries()) motion.next(point, Float64Array.of(g), i + 1, Number.NaN)
    const before = point[0] ?? Number.NaN
    const gradient = Float64Array.of(slopes.at(-1) ?? 0)
    const { lines } = motion.nextOpened(point, gradient, slopes.length, Number.NaN)
    const inertia = lines.at(-1)?.result[0] ?? Number.NaN
    const shrunk = before * (settings['lr'] ?? 0) * (settings['weight_decay'] ?? 0)
    return { inertia, move: (point[0] ?? Number.NaN) - before + shrunk, size: Math.abs(before) + Math.abs(inertia) }
  }

  test.each(carrying.map((method) => [`${method.id} ${method.convention}`, method] as const))(
    'is the whole move of %s where the gradient is 0',
    (_, method) => {
      fc.assert(
        fc.property(settingsOf(method), gradients, (settings, slopes) => {
          const { inertia, move, size } = parted(method, settings, [...slopes, 0])
          expect(Math.abs(move - inertia)).toBeLessThan(1e-12 * (1 + size))
        }),
        { seed: 21, numRuns: 60 }
      )
    }
  )

  test.each(carrying.map((method) => [`${method.id} ${method.convention}`, method] as const))(
    'leaves of a move of %s a push against the gradient',
    (_, method) => {
      fc.assert(
        fc.property(settingsOf(method), gradients, (settings, slopes) => {
          const { inertia, move, size } = parted(method, settings, slopes)
          expect((move - inertia) * Math.sign(slopes.at(-1) ?? 0)).toBeLessThan(1e-12 * (1 + size))
        }),
        { seed: 22, numRuns: 60 }
      )
    }
  )

  test.each(carrying.map((method) => [`${method.id} ${method.convention}`, method] as const))(
    'is 0 in the first step of %s',
    (_, method) => {
      const settings = Object.fromEntries(method.settings.map(({ id, default: usual }) => [id, usual]))
      const { inertia } = parted(method, settings, [3])
      expect(Math.abs(inertia)).toBeLessThan(1e-15)
    }
  )

  test.each(still.map((method) => [`${method.id} ${method.convention}`, method] as const))(
    'is none in %s, which stays where the gradient is 0',
    (_, method) => {
      fc.assert(
        fc.property(settingsOf(method), gradients, (settings, slopes) => {
          expect(stepped(method, settings, 1, [...slopes, 0])).toBe(stepped(method, settings, 1, slopes))
        }),
        { seed: 23, numRuns: 20 }
      )
    }
  )
})

test('a new method is one row: an invented one runs without any other change', () => {
  // h = 0.5·0 + 0.5·4 = 2
  expect(stepped(inventedMethod, { lr: 1, eps: 1, rho: 0.5 }, 1, [2])).toBe(1 - 2 / (Math.SQRT2 + 1))
  // h = 0.5·2 + 0.5·0 = 1: without a gradient there is no step
  expect(stepped(inventedMethod, { lr: 1, eps: 1, rho: 0.5 }, 1, [2, 0])).toBe(1 - 2 / (Math.SQRT2 + 1))
})

test('a rule may read a value before a later line replaces it', () => {
  const delayed: FixedRate = {
    ...row('momentum', 'book'),
    rule: [
      { target: 'x', formula: 'x + v' },
      { target: 'v', formula: 'momentum*v - lr*g' }
    ]
  }
  expect(stepped(delayed, { lr: 0.5, momentum: 0.5 }, 1, [2])).toBe(1)
  expect(stepped(delayed, { lr: 0.5, momentum: 0.5 }, 1, [2, 0])).toBe(0)
})

test('the memory tells what is remembered, per coordinate', () => {
  const motion = optimiserOf(row('momentum', 'book'), { lr: 0.5, momentum: 0.5 }).setOut(2, nowhere)
  expect(motion.nextOpened(Float64Array.of(1, 2), Float64Array.of(2, 4), 1, Number.NaN).memory).toEqual({ v: [-1, -2] })
})

test('a method sets out anew each time, with nothing left of an earlier run', () => {
  const optimiser = optimiserOf(row('adam', 'book'), { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-7 })
  const once = () => {
    const point = Float64Array.of(3)
    const motion = optimiser.setOut(1, nowhere)
    for (let t = 1; t <= 5; t++) motion.next(point, Float64Array.of(2 * (point[0] ?? 0)), t, Number.NaN)
    return point[0]
  }
  expect(once()).toBe(once())
})
