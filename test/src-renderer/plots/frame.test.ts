import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  between,
  type Frame,
  framePixel,
  framePlace,
  isWithin,
  nearTo,
  seenDirection
} from '../../../src-renderer/plots/frame'

const frame: Frame = {
  area: { left: 64, top: 12, width: 300, height: 200 },
  x: { min: -1e-3, max: 2e-3 },
  y: { min: 100, max: 5e6 }
}
const pixel = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 250 }) })

test('places and pixels are told from one another', () => {
  fc.assert(
    fc.property(pixel, (at) => {
      const back = framePixel(frame, framePlace(frame, at))
      expect(Math.hypot(back.x - at.x, back.y - at.y)).toBeLessThan(1e-6)
    }),
    { seed: 71, numRuns: 200 }
  )
  expect(framePixel(frame, [-1e-3, 5e6])).toEqual({ x: 64, y: 12 })
})

test('a direction is seen as the axes stretch it', () => {
  const { x, y } = seenDirection(frame, [1e-3, 1e6])
  // 100 pixels to the right, and up 200 of a height of 4999900.
  expect(y / x).toBeCloseTo((-1e6 * 200) / 4_999_900 / 100, 12)
  expect(Math.hypot(x, y)).toBeCloseTo(1, 12)
})

test('what is within an area keeps its distance from the edge', () => {
  expect(isWithin({ x: 64, y: 12 }, frame.area, 0)).toBe(true)
  expect(isWithin({ x: 70, y: 30 }, frame.area, 7)).toBe(false)
  expect(isWithin({ x: NaN, y: 30 }, frame.area, 0)).toBe(false)
})

test('between two pixels none is farther than a step from the next, and both ends are among them', () => {
  fc.assert(
    fc.property(pixel, pixel, fc.integer({ min: 1, max: 30 }), (from, to, step) => {
      const way = between(from, to, step)
      expect([way[0], way[way.length - 1]]).toEqual([from, to])
      way.slice(1).forEach((at, index) => {
        const last = way[index] ?? at
        expect(Math.hypot(at.x - last.x, at.y - last.y)).toBeLessThanOrEqual(step + 1e-9)
      })
    }),
    { seed: 72, numRuns: 200 }
  )
  expect(between({ x: 0, y: 0 }, { x: Infinity, y: 0 })).toEqual([])
})

test('nearTo() says the same as measuring every distance', () => {
  fc.assert(
    fc.property(fc.array(pixel, { maxLength: 40 }), pixel, fc.integer({ min: 1, max: 60 }), (pixels, at, reach) => {
      const distances = pixels.map(({ x, y }) => Math.hypot(x - at.x, y - at.y))
      expect(nearTo(pixels, reach)(at)).toBe(distances.some((distance) => distance < reach))
    }),
    { seed: 73, numRuns: 500 }
  )
})
