import { lensAt } from '@core/lens'
import { compile } from '@core/objective'
import { describe, expect, it } from 'vitest'

const lensOf = (formula: string, a: number, h: number) => {
  const { doubles, curve, ...rest } = lensAt(compile(formula, ['x']), 0, [a], h)
  return { ...rest, isEvery: doubles !== null, samples: (doubles ?? curve) as NonNullable<typeof doubles>, curve }
}

/** Between 2 and 4, and between 8 and 16, doubles are this far apart. */
const [besideThree, besideNine] = [2 ** -51, 2 ** -49]

describe('the microscope', () => {
  it('shows x² at 3 with h = 1e-15 at its 15 doubles, rounded as one does by hand', () => {
    const { inSight, isEvery, samples } = lensOf('x^2', 3, 1e-15)
    // 3e-15 is 6.755 distances, so 3 ± 3e-15 round to the seventh double on either side.
    const steps = Array.from({ length: 15 }, (_, index) => index - 7)
    expect([inSight, isEvery]).toEqual([15, true])
    expect([...samples.x]).toEqual(steps.map((step) => step * besideThree))
    // (3 + kδ)² = 9 + 6kδ + k²δ², and 6δ is 1.5 distances beside 9: of odd k it lies just above the middle of two doubles.
    expect(Array.from(samples.values, (value) => value / besideNine)).toEqual(
      steps.map((step) => (step % 2 === 0 ? 1.5 * step : Math.ceil(1.5 * step)))
    )
    expect(new Set(samples.values).size).toBe(15)
  })

  it('makes one stair of doubles that f rounds to one value', () => {
    // Beside 1e16 doubles are 2 apart: 3 lies in the middle of two and goes up, all below it go down.
    const { samples } = lensOf('1e16 + x', 3, 1e-15)
    expect([...samples.values]).toEqual([...Array(7).fill(-2), ...Array(8).fill(0)])
  })

  it('shows a curve where there are many, a and both ends of the secant among its places', () => {
    const { inSight, isEvery, samples, before, after } = lensOf('x^2', 3, 0.5)
    // 1.5 … 2, 2 … 4, 4 … 4.5.
    expect(inSight).toBe(2 ** 51 + 2 ** 52 + 2 ** 49 + 1)
    expect([isEvery, samples.x.length]).toEqual([false, 397])
    expect([samples.x[0], samples.x[198], samples.x[396]]).toEqual([-1.5, 0, 1.5])
    expect([before, after]).toEqual([
      { x: -0.5, value: -2.75 },
      { x: 0.5, value: 3.25 }
    ])
    expect(samples.x[264]).toBe(0.5)
    for (const [index, x] of samples.x.entries()) expect(samples.values[index]).toBe((3 + x) ** 2 - 9)
  })

  it('breaks that curve where f breaks, seen from the point', () => {
    const [pole] = lensOf('1/x', 1, 1).curve?.breaks ?? []
    expect(pole).toMatchObject({ kind: 'pole', at: -1, left: -Infinity, right: Infinity })
    const [jump] = lensOf('floor(x)', 2.75, 0.125).curve?.breaks ?? []
    expect(jump).toMatchObject({ kind: 'jump', at: 0.25, left: 0, right: 1, value: 1 })
  })

  it('counts both zeros as one and goes on below them', () => {
    const least = Number.MIN_VALUE
    const { inSight, samples } = lensOf('x', 0, least)
    expect(inSight).toBe(7)
    expect([...samples.x]).toEqual([-3, -2, -1, 0, 1, 2, 3].map((times) => times * least + 0))
  })
})
