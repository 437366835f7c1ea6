import fc from 'fast-check'
import { expect, test } from 'vitest'
import { direction, spaced } from '../../../src-renderer/plots/paint'

test('a slope is as steep on the screen as the units of the axes make it', () => {
  const { x, y } = direction(6, { x: 50, y: 10 })
  // Screens count downwards.
  expect(y / x).toBeCloseTo(-60 / 50, 12)
  expect(Math.hypot(x, y)).toBeCloseTo(1, 12)
})

test('units and slopes at the ends of the doubles give a direction all the same', () => {
  // Axes from −1e300 to 1e300 and from −1e-300 to 1e-300: a slope of 1e-600 would be needed, so 1 is vertical.
  expect(direction(1, { x: 2e-298, y: 2e302 })).toEqual({ x: 0, y: -1 })
  expect(direction(-1e308, { x: 1, y: 100 })).toEqual({ x: 0, y: 1 })
  const steep = direction(1e300, { x: 60, y: 2e-298 })
  expect(steep.y / steep.x).toBeCloseTo(-200 / 60, 9)
  expect(direction(0, { x: 1, y: 1 }).x).toBe(1)
})

test('of dots that crowd those are drawn that are far enough from all before, and none is missing beside a gap', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 200 }), (places) => {
      const pixels = places.map(([x, y]) => ({ x, y }))
      const kept = spaced(pixels, 7)
      const near = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y) < 7
      for (const [index, at] of kept.entries())
        expect(kept.slice(0, index).some((other) => near(at, other))).toBe(false)
      for (const at of pixels) expect(kept.some((other) => near(at, other))).toBe(true)
    }),
    { seed: 7 }
  )
})
