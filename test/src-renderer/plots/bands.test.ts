import { expect, test } from 'vitest'
import { contoursOf, levelsOf } from '../../../src-renderer/plots/bands'
import { bowl, gridOf, unit } from './samples'

const usual = { count: 15, spacing: 'auto' } as const

/** Area within rings by the shoelace formula; holes run the other way round and are subtracted. */
function area(rings: readonly Float64Array[]): number {
  return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0))
}

function signedArea(ring: Float64Array): number {
  let sum = 0
  for (let index = 0; index + 3 < ring.length; index += 2) {
    sum +=
      (ring[index] as number) * (ring[index + 3] as number) - (ring[index + 2] as number) * (ring[index + 1] as number)
  }
  return sum / 2
}

test('contours of x² + y² are circles of radius √level', () => {
  const { regions } = contoursOf(gridOf(bowl, unit, unit), unit, unit, usual)
  const inner = regions.filter(({ level }) => level > 0 && level < 25)
  expect(inner.length).toBeGreaterThan(4)
  for (const { level, rings } of inner) {
    const radii = rings.flatMap((ring) =>
      Array.from({ length: ring.length / 2 }, (_, corner) =>
        Math.hypot(ring[2 * corner] as number, ring[2 * corner + 1] as number)
      )
    )
    // Corners on the frame belong to the outer ring, not to the level.
    const own = radii.filter((radius) => radius < 4.999)
    expect(own.length).toBeGreaterThan(20)
    for (const radius of own) expect(Math.abs(radius - Math.sqrt(level))).toBeLessThan(0.01)
  }
})

test('what lies above a level is the square without the disc', () => {
  const { regions } = contoursOf(gridOf(bowl, unit, unit), unit, unit, usual)
  for (const { level, rings } of regions.filter(({ level }) => level > 1 && level < 25)) {
    expect(Math.abs(area(rings) - (100 - Math.PI * level))).toBeLessThan(0.1)
  }
})

test('the first region is where f is defined, with a hole where it is not', () => {
  const disc = (x: number, y: number) => (bowl(x, y) < 4 ? NaN : bowl(x, y))
  const [domain] = contoursOf(gridOf(disc, unit, unit, 201), unit, unit, usual).regions
  expect(Math.abs(area(domain?.rings ?? []) - (100 - 4 * Math.PI))).toBeLessThan(0.8)
  const [whole] = contoursOf(gridOf(bowl, unit, unit), unit, unit, usual).regions
  expect(area(whole?.rings ?? [])).toBeCloseTo(100, 6)
})

test('an infinite value is a hole and does not spoil the levels', () => {
  const pole = (x: number, y: number) => 1 / bowl(x, y)
  const { levels, regions } = contoursOf(gridOf(pole, unit, unit), unit, unit, usual)
  expect(levels.values.every(Number.isFinite)).toBe(true)
  expect(area(regions[0]?.rings ?? [])).toBeLessThan(100)
  expect(area(regions[0]?.rings ?? [])).toBeGreaterThan(99.9)
})

test('rings keep to the ranges of the samples, also when those are not the visible ones', () => {
  const x = { min: 10, max: 30 }
  const y = { min: -2, max: -1 }
  const { regions } = contoursOf(gridOf(bowl, unit, unit), x, y, usual)
  for (const { rings } of regions) {
    for (const ring of rings) {
      for (let index = 0; index < ring.length; index += 2) {
        expect(ring[index]).toBeGreaterThanOrEqual(10)
        expect(ring[index]).toBeLessThanOrEqual(30)
        expect(ring[index + 1]).toBeGreaterThanOrEqual(-2)
        expect(ring[index + 1]).toBeLessThanOrEqual(-1)
      }
    }
  }
})

test('a function defined nowhere has no regions', () => {
  expect(
    contoursOf(
      gridOf(() => NaN, unit, unit),
      unit,
      unit,
      usual
    ).regions
  ).toEqual([])
})

test('contours of one grid are found once for each choice of levels', () => {
  const samples = gridOf(bowl, unit, unit)
  const first = levelsOf(samples, usual)
  expect(levelsOf(samples, { ...usual })).toBe(first)
  expect(levelsOf(samples, { ...usual, count: 5 }).values.length).toBeLessThan(first.values.length)
  expect(levelsOf(samples, { ...usual, spacing: 'area' }).spacing).toBe('area')
})
