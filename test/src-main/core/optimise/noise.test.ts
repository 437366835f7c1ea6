import { compile } from '@core/objective'
import { GradientNoise, normalPair, philox } from '@core/optimise/noise'
import { openedStep } from '@core/optimise/opened'
import type { Plan } from '@core/optimise/plan'
import { run } from '@core/script'
import { isFixedRate } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import { expect, test } from 'vitest'

/** Published with the algorithm: known_vectors of the library Random123. */
test.each<[string, readonly number[], readonly [number, number], string]>([
  ['zeros', [0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  [
    'ones',
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    '408f276d 41c83b0e a20bc7c6 6d5451fd'
  ],
  [
    'digits of π',
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    'd16cfe09 94fdcceb 5001e420 24126ea1'
  ]
])('random bits are those published for %s', (_, place, key, bits) => {
  const words = Uint32Array.from(place)
  philox(words, ...key)
  expect(Array.from(words, (word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(bits)
})

test('normal numbers have mean 0, variance 1, no skew, the tails of a normal distribution, and no bond within a pair', () => {
  const pairs = Array.from({ length: 50_000 }, (_, k) => {
    const pair = new Float64Array(2)
    normalPair(7, k + 1, 2 * (k % 3), pair)
    return pair
  })
  const all = pairs.flatMap((pair) => [...pair])
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  // Five standard errors of a mean of 100,000 numbers of the variances 1, 2, 15 and 96.
  const within = (variance: number) => 5 * Math.sqrt(variance / all.length)
  expect(Math.abs(mean(all))).toBeLessThan(within(1))
  expect(Math.abs(mean(all.map((x) => x ** 2)) - 1)).toBeLessThan(within(2))
  expect(Math.abs(mean(all.map((x) => x ** 3)))).toBeLessThan(within(15))
  expect(Math.abs(mean(all.map((x) => x ** 4)) - 3)).toBeLessThan(within(96))
  expect(Math.abs(mean(pairs.map(([x = 0, y = 0]) => x * y)))).toBeLessThan(5 / Math.sqrt(pairs.length))
})

test('each coordinate has noise of its own, which the seed, the count and the coordinate decide', () => {
  const noiseOf = (seed: number, count: number) => {
    const noise = new GradientNoise({ sigma: 0.5, seed }, 3)
    const gradient = Float64Array.of(1, 2, 3)
    noise.addTo(gradient, count)
    expect(gradient).toEqual(Float64Array.from(noise.added, (part, i) => i + 1 + part))
    return [...noise.added]
  }
  const drawn = [noiseOf(1, 1), noiseOf(1, 2), noiseOf(2, 1)]
  expect(new Set(drawn.flat()).size).toBe(9)
  expect(noiseOf(1, 2)).toEqual(drawn[1])
})

const bowl = compile('x^2 + y^2', ['x', 'y'])
const plan: Plan = {
  method: 'momentum',
  convention: 'book',
  settings: { lr: 0.05, momentum: 0.5 },
  start: [3, 4],
  steps: 600,
  gradient: { method: 'exact', h: 1e-4 },
  noise: { sigma: 0.3, seed: 11 }
}

test('a run with noise is the same each time, another with another seed, and without noise for σ = 0', () => {
  const ends = [plan, plan, { ...plan, noise: { sigma: 0.3, seed: 12 } }, { ...plan, noise: { sigma: 0, seed: 11 } }]
    .map((one) => run(bowl, one).points)
    .concat([run(bowl, { ...plan, noise: undefined }).points])
  expect(ends[1]).toEqual(ends[0])
  expect(ends[2]).not.toEqual(ends[0])
  expect(ends[3]).toEqual(ends[4])
})

test('a longer run goes on where a shorter one ends, noise and all', () => {
  expect(run(bowl, { ...plan, steps: 700 }).points.slice(0, 601)).toEqual(run(bowl, plan).points)
})

test('an opened step tells the noise that its gradient has in it', () => {
  const { points } = run(bowl, plan)
  for (const step of [1, 2, 77, 600]) {
    const { noise, before, after, lines } = openedStep(bowl, plan, step)
    expect([before.point, after.point]).toEqual([points[step - 1], points[step]])
    expect(before.gradient).toEqual(before.point.map((x, i) => 2 * x + (noise?.[i] ?? Number.NaN)))
    expect(lines[0]?.operands['g']).toEqual(before.gradient)
  }
  expect(openedStep(bowl, { ...plan, noise: undefined }, 1).noise).toBeNull()
})

test('a point that stands still gets new noise all the same', () => {
  const flat = compile('0*x', ['x'])
  const { points } = run(flat, { ...plan, method: 'descent', settings: { lr: 1 }, start: [0], steps: 3 })
  expect(new Set(points.map(([x = 0], k) => x - (points[k - 1]?.[0] ?? 0))).size).toBe(4)
})

test('noise comes on top of a difference quotient', () => {
  const central: Plan = { ...plan, gradient: { method: 'central', h: 1e-4 }, steps: 5 }
  expect(run(bowl, central).points).not.toEqual(run(bowl, { ...central, noise: undefined }).points)
})

test.each(methods.filter((row) => !isFixedRate(row)).map((row) => [row.id, row] as const))(
  'what %s does with noise is the same when its steps are opened, which tell what was added',
  (_, row) => {
    const noisy: Plan = {
      ...plan,
      method: row.id,
      convention: row.convention,
      settings: defaultSettings(row),
      steps: 8
    }
    const { points } = run(bowl, noisy)
    for (let step = 1; step < points.length; step++) {
      const { noise, before, after } = openedStep(bowl, noisy, step)
      expect([before.point, after.point]).toEqual([points[step - 1], points[step]])
      if (noise) expect(before.gradient).toEqual(before.point.map((x, i) => 2 * x + (noise[i] ?? Number.NaN)))
    }
  }
)
