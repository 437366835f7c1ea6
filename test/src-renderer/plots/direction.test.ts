import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DirectionData } from '../../../src-renderer/figure'
import { degreesOf, unitVector } from '../../../src-renderer/plots/angle'
import { directional, directionPlot } from '../../../src-renderer/plots/direction'
import { framePixel } from '../../../src-renderer/plots/frame'
import { roughWidth } from '../../../src-renderer/plots/labels'
import { areaOf } from '../../../src-renderer/plots/layout'
import type { Mark } from '../../../src-renderer/plots/marks'
import { canvas } from './samples'

/** As large as it is on the Partial tab. */
const inspector = { ...canvas, size: { width: 318, height: 150 } }
const data: DirectionData = { variables: ['x', 'y'], slopes: [3, 4], gradient: '∇f', direction: 30 }

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

const slope = fc.double({ min: -1e3, max: 1e3, noNaN: true })
const slopes = fc.tuple(slope, slope).filter(([p, q]) => Math.hypot(p, q) > 1e-3)
const degrees = fc.integer({ min: 0, max: 360 })

test('no direction has a greater derivative than ∇f, whose derivative is ‖∇f‖', () => {
  fc.assert(
    fc.property(slopes, degrees, (gradient, direction) => {
      const norm = Math.hypot(...gradient)
      expect(Math.abs(directional(gradient, direction))).toBeLessThanOrEqual(norm * (1 + 1e-12))
      expect(directional(gradient, degreesOf(...gradient)) / norm).toBeCloseTo(1, 7)
      expect(directional(gradient, degreesOf(...gradient) + 90) / norm).toBeCloseTo(0, 3)
    }),
    { seed: 52, numRuns: 500 }
  )
})

test('the opposite direction has the opposite derivative, and along an axis it is the partial derivative', () => {
  fc.assert(
    fc.property(slopes, degrees, (gradient, direction) => {
      const sum = directional(gradient, direction) + directional(gradient, direction + 180)
      expect(Math.abs(sum)).toBeLessThan(1e-12 * Math.hypot(...gradient))
      expect([directional(gradient, 0), directional(gradient, 90)]).toEqual(gradient.map((part) => part + 0))
    }),
    { seed: 53, numRuns: 300 }
  )
})

test('the marks are where the curve is highest, lowest and 0, and the handle is on it', () => {
  fc.assert(
    fc.property(slopes, degrees, (gradient, direction) => {
      const norm = Math.hypot(...gradient)
      const { above, handles, config } = directionPlot({ ...data, slopes: gradient, direction }, inspector)
      const curve = (at: readonly number[]) => {
        const [x, y] = unitVector(at[0] as number)
        return gradient[0] * x + gradient[1] * y
      }
      const [level, most] = of(above, 'circles')
      const least = of(above, 'dots')[0]
      const marked = [...(level?.places ?? []), ...(most?.places ?? []), ...(least?.places ?? [])]
      expect(marked.map((at) => at[1])).toEqual([0, 0, norm, -norm])
      for (const at of marked) expect(Math.abs((curve(at) - (at[1] as number)) / norm)).toBeLessThan(1e-3)
      const height = config.options?.scales?.['y'] as { min: number; max: number }
      expect(height.max).toBeGreaterThan(norm)
      expect(handles[0]).toEqual({ id: 'direction', at: [direction, expect.closeTo(curve([direction]), 9)] })
    }),
    { seed: 54, numRuns: 200 }
  )
})

const rounded = (value: unknown): unknown =>
  typeof value === 'number'
    ? Number(value.toPrecision(4))
    : Array.isArray(value)
      ? value.map(rounded)
      : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]))
        : value

test('of the gradient (3, 4) the plot is this', () => {
  const { above, config } = directionPlot(data, canvas)
  const points = config.data.datasets[0]?.data ?? []
  expect(rounded(points.filter((_, index) => index % 30 === 0).map(({ x, y }) => [x, y]))).toEqual([
    [0, 3],
    [60, 4.964],
    [120, 1.964],
    [180, -3],
    [240, -4.964],
    [300, -1.964],
    [360, 3]
  ])
  const { x, y } = (config.options?.scales ?? {}) as Record<'x' | 'y', { min: number; max: number }>
  expect(rounded([x.min, x.max, y.min, y.max])).toEqual([0, 360, -5.665, 5.665])
  expect(of(above, 'circles').map(({ places }) => places)).toEqual([
    [
      [143.13, 0],
      [323.13, 0]
    ],
    [[53.13, 5]]
  ])
  expect(of(above, 'dots').map(({ places }) => places)).toEqual([[[233.13, -5]]])
  expect(of(above, 'text').map(({ text }) => text)).toEqual([
    '∇f: greatest, 5',
    '−∇f: least, −5',
    '4.598',
    'along the contour line: 0'
  ])
  expect(rounded(of(above, 'grip').map(({ at }) => at))).toEqual([[30, 4.598]])
})

test('a full turn is at the right end of the axis, and directions beyond it begin again', () => {
  const at = (direction: number) => directionPlot({ ...data, direction }, canvas).handles[0]?.at[0]
  expect([0, 360, 400, -90].map(at)).toEqual([0, 360, 40, 270])
})

test('hovering reads the derivative in the direction under the pointer', () => {
  expect(directionPlot(data, canvas).readout([90, 1])).toEqual({ at: [90, 4], lines: ['90°', '∇f·u = 4'] })
})

test('the names of the greatest and the least value are inside the plot, and cover neither the curve nor each other', () => {
  fc.assert(
    fc.property(slopes, degrees, (gradient, direction) => {
      const { above, config } = directionPlot({ ...data, slopes: gradient, direction }, inspector)
      const { max } = (config.options?.scales?.['y'] ?? {}) as { max: number }
      const area = areaOf(inspector.size)
      const frame = { area, x: { min: 0, max: 360 }, y: { min: -max, max } }
      const boxes = of(above, 'text').map(({ at, dx, dy, text, size }) => {
        const { x, y } = framePixel(frame, at)
        return { left: x + dx, right: x + dx + roughWidth(text, size), top: y + dy - 0.8 * size, bottom: y + dy }
      })
      expect(boxes.length).toBeGreaterThanOrEqual(2)
      const curve = Array.from({ length: 361 }, (_, degree) =>
        framePixel(frame, [degree, directional(gradient, degree)])
      )
      boxes.forEach(({ left, right, top, bottom }, index) => {
        expect(left >= area.left && right <= area.left + area.width).toBe(true)
        expect(top >= area.top && bottom <= area.top + area.height).toBe(true)
        expect(curve.some(({ x, y }) => x > left && x < right && y > top && y < bottom)).toBe(false)
        for (const other of boxes.slice(0, index)) {
          const isApart = left >= other.right || right <= other.left || top >= other.bottom || bottom <= other.top
          expect(isApart).toBe(true)
        }
      })
    }),
    { seed: 55, numRuns: 300 }
  )
})

test('where the gradient is 0 the derivative is 0 in every direction, and it is said', () => {
  const plot = directionPlot({ ...data, slopes: [0, 0] }, canvas)
  expect(plot.note).toBe(canvas.words.direction.flat({ gradient: '∇f' }))
  expect(plot.handles[0]?.at).toEqual([30, 0])
  expect(of(plot.above, 'circles')).toEqual([])
  expect(directionPlot(data, canvas).note).toBeNull()
})

test('without a gradient, or with one too long for a number, nothing is drawn but a sentence', () => {
  for (const slopes of [
    [NaN, 1],
    [1, Infinity],
    [1e308, 0]
  ] as const) {
    const { note, above, handles, config, readout } = directionPlot({ ...data, slopes }, canvas)
    expect([note, above, handles, config.data.datasets[0]?.data]).toEqual([canvas.words.direction.none, [], [], []])
    expect(readout([1, 1])).toBeNull()
  }
})

test('gradients at the ends of the doubles have finite axes', () => {
  for (const slopes of [
    [1e307, 1],
    [5e-324, 0],
    [0, -1e300]
  ] as const) {
    const { config, handles } = directionPlot({ ...data, slopes }, canvas)
    const height = config.options?.scales?.['y'] as { min: number; max: number }
    expect(Number.isFinite(height.max - height.min)).toBe(true)
    expect(height.max).toBeGreaterThan(height.min)
    expect(handles[0]?.at.every(Number.isFinite)).toBe(true)
  }
})
