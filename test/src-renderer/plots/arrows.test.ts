import { expect, test } from 'vitest'
import { arrowLength, fieldMarks, gradientPixels, isNamed, steepness } from '../../../src-renderer/plots/arrows'
import { type Frame, framePixel, type Pixel } from '../../../src-renderer/plots/frame'
import { bowlContour, gridOf, unit } from './samples'

const frame = { area: { left: 40, top: 10, width: 480, height: 400 }, x: unit, y: unit }

test('steepness() of a plane is the size of its gradient', () => {
  const samples = gridOf((x, y) => 3 * x - 4 * y, unit, { min: 0, max: 2 })
  expect(steepness({ samples, x: unit, y: { min: 0, max: 2 } })).toBeCloseTo(5, 9)
})

test('one wild corner does not make all other arrows short', () => {
  const samples = gridOf((x, y) => Math.exp(x * x) + y, unit, unit)
  expect(steepness({ samples, x: unit, y: unit })).toBeLessThan(10_000)
})

test('arrows grow with the gradient, from nothing to twice the ordinary', () => {
  const lengths = [0, 1e-6, 0.01, 1, 100, 1e9].map((norm) => arrowLength(norm, 1))
  expect(lengths[0]).toBe(0)
  expect(lengths[3]).toBe(1)
  for (let index = 1; index < lengths.length; index++) {
    expect(lengths[index]).toBeGreaterThan(lengths[index - 1] as number)
    expect(lengths[index]).toBeLessThan(2)
  }
  expect(arrowLength(NaN, 1)).toBe(0)
})

test('where a run has come to rest there is no arrow any more, and a short one has no name', () => {
  const ground = { samples: bowlContour.samples, x: unit, y: unit }
  expect(gradientPixels(ground, [1e-5, 0], frame.area)).toBe(0)
  expect(gradientPixels(ground, [NaN, 0], frame.area)).toBe(0)
  expect(isNamed(gradientPixels(ground, [0.2, 0], frame.area))).toBe(false)
  expect(isNamed(gradientPixels(ground, [8, 0], frame.area))).toBe(true)
})

test('in a small plot arrows are shorter', () => {
  const ground = { samples: bowlContour.samples, x: unit, y: unit }
  const small = { ...frame.area, height: 135 }
  expect(gradientPixels(ground, [8, 0], small)).toBeCloseTo(gradientPixels(ground, [8, 0], frame.area) / 2, 9)
})

const slopesOf = (f: (x: number, y: number) => number, x: typeof unit, y: typeof unit) => gridOf(f, x, y).values

function fieldOf(towards: 'descent' | 'ascent', density: number, isFree = () => true, seen: Frame = frame) {
  const { x, y } = seen
  const samples = {
    ...gridOf((a, b) => a * a - b, x, y),
    slopesX: slopesOf((a) => 2 * a, x, y),
    slopesY: slopesOf(() => -1, x, y)
  }
  const data = { ...bowlContour, samples, x, y, field: { towards, density } }
  return fieldMarks(data, seen, () => '#000000', isFree).flatMap((mark) => (mark.mark === 'arrow' ? [mark] : []))
}

test('as many arrows stand beside one another as wanted, and none reaches another', () => {
  for (const density of [4, 14]) {
    const arrows = fieldOf('descent', density)
    expect(arrows).toHaveLength(density * Math.round((density * 400) / 480))
    const middles = arrows.map(({ from, towards }) => {
      const ends = [framePixel(frame, from), framePixel(frame, towards)] as const
      return { x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2 }
    })
    arrows.forEach(({ pixels }, one) => {
      for (let other = 0; other < one; other++) {
        const [a, b] = [middles[one] as Pixel, middles[other] as Pixel]
        const reach = ((pixels as number) + (arrows[other]?.pixels as number)) / 2
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(reach)
      }
    })
  }
})

test('the field points along the gradient or against it, on axes of any scale', () => {
  const tall = { ...frame, x: { min: -3e-6, max: 1e-6 }, y: { min: 0, max: 4e8 } }
  for (const seen of [frame, tall]) {
    for (const [towards, sign] of [
      ['ascent', 1],
      ['descent', -1]
    ] as const) {
      for (const { from, towards: to } of fieldOf(towards, 9, () => true, seen)) {
        const [x = NaN, y = NaN] = from
        const way = [((to[0] as number) - x) * sign, ((to[1] as number) - y) * sign] as const
        // The slopes where the arrow has its middle.
        const slope = 2 * (x + (sign * way[0]) / 2)
        const across = way[0] / (seen.x.max - seen.x.min)
        const up = way[1] / (seen.y.max - seen.y.min)
        const wanted = [slope / (seen.x.max - seen.x.min), -1 / (seen.y.max - seen.y.min)] as const
        expect(across * wanted[0] + up * wanted[1]).toBeGreaterThan(0)
        expect(Math.abs(way[0] * -1 - way[1] * slope)).toBeLessThan(1e-6 * Math.hypot(...way) * Math.hypot(slope, 1))
      }
    }
  }
})

test('where the gradient is 0 or undefined, or the place is taken, no arrow stands', () => {
  const samples = gridOf(() => 0, unit, unit)
  const slopesX = slopesOf((x) => (x < 0 ? 0 : NaN), unit, unit)
  const slopesY = slopesOf((x) => (x < 0 ? 0 : Infinity), unit, unit)
  const data = {
    ...bowlContour,
    samples: { ...samples, slopesX, slopesY },
    field: { towards: 'ascent', density: 10 }
  } as const
  expect(
    fieldMarks(
      data,
      frame,
      () => '#000000',
      () => true
    )
  ).toEqual([])
  expect(fieldOf('descent', 10, () => false)).toEqual([])
})
