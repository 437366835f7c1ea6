import type { Field } from '@core/contour/field'
import { levelLines } from '@core/contour/lines'
import { sampleGrid } from '@core/grid'
import { compile } from '@core/objective'
import { describe, expect, it } from 'vitest'

type Place = readonly [number, number]

/** The contour lines of f at a level on a grid of cells of size 1 around (0, 0), each as its points. */
function linesOf(value: Field['value'], level: number, reach = 3.5): (readonly Place[])[] {
  const at = Float64Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
  const values = Float64Array.from({ length: at.length ** 2 }, (_, sample) =>
    value(at[sample % at.length] as number, at[Math.floor(sample / at.length)] as number)
  )
  const lattice = { xs: at, ys: at, values, breaks: new Map() }
  return (levelLines({ value, guards: 0, guardsAt: () => [] }, lattice, [level])[0] ?? []).map(placesOf)
}

const placesOf = (line: Float64Array): readonly Place[] =>
  Array.from({ length: line.length / 2 }, (_, index) => [line[2 * index] as number, line[2 * index + 1] as number])

/** The midpoints of neighbours. */
const middles = (line: readonly Place[]): readonly Place[] =>
  line.slice(1).map(([x, y], index) => {
    const [before, below] = line[index] as Place
    return [(x + before) / 2, (y + below) / 2]
  })

describe('contour lines', () => {
  it.each([0.9, 1.7, 2.6])('lie within a hundredth of a cell of a circle of radius %d', (radius) => {
    const lines = linesOf((x, y) => x * x + y * y, radius ** 2)
    expect(lines).toHaveLength(1)
    const [line = []] = lines
    expect(line.at(-1)).toEqual(line[0])
    const errors = (places: readonly Place[]) => places.map(([x, y]) => Math.abs(Math.hypot(x, y) - radius))
    expect(Math.max(...errors(line))).toBeLessThan(0.015)
    expect(Math.max(...errors(middles(line)))).toBeLessThan(0.1)
  })

  it('lie on both sides of a valley or ridge between two samples', () => {
    for (const sign of [1, -1]) {
      const lines = linesOf((_, y) => sign * ((y - 0.13) ** 2 + 0.001), sign * 0.0235)
      const heights = lines.map((line) => line.map(([, y]) => y))
      expect(heights.map((each) => each.length > 6)).toEqual([true, true])
      const [low, high] = heights.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
      expect(Math.max(...(low ?? []).map((y) => Math.abs(y + 0.02)))).toBeLessThan(0.01)
      expect(Math.max(...(high ?? []).map((y) => Math.abs(y - 0.28)))).toBeLessThan(0.01)
    }
  })

  it('lie on both sides of a valley that is thirty times as narrow as a cell', () => {
    const lines = linesOf((_, y) => 100 * (y - 0.13) ** 2, 0.0225)
    expect(lines).toHaveLength(2)
    for (const line of lines) for (const [, y] of line) expect(Math.abs(Math.abs(y - 0.13) - 0.015)).toBeLessThan(0.01)
  })

  it.each([0.13, 0.37, 0.61, 0.93])('reach into the tip of a diamond, wherever it lies in its cell: %d', (at) => {
    const [line = []] = linesOf((x, y) => Math.abs(x - at) + 3.6 * Math.abs(y - 0.27), 2)
    expect(line.at(-1)).toEqual(line[0])
    expect(Math.min(...line.map(([x]) => x))).toBeLessThan(at - 1.6)
    expect(Math.max(...line.map(([x]) => x))).toBeGreaterThan(at + 1.6)
  })

  it.each([0.05, -0.05])('do not connect the branches of a hyperbola near a saddle: %d', (level) => {
    const lines = linesOf((x, y) => x * y, level)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(new Set(line.map(([x]) => Math.sign(x))).size).toBe(1)
  })

  it('lie in pairs on both sides of a pole with equal one-sided limits', () => {
    const range = { min: -2, max: 2 }
    const plan = { x: range, y: range, columns: 9, rows: 9, levels: { count: 9, spacing: 'linear' } } as const
    const plane = { origin: [0, 0], across: [1, 0], up: [0, 1] }
    const { lines, levels } = sampleGrid(compile('log(abs(x - 0.6y + 0.13))', ['x', 'y']), { plane, ...plan })
    for (const [index, some] of lines.entries()) {
      const sides = some.map((line) => placesOf(line).map(([x, y]) => x - 0.6 * y + 0.13))
      const distance = Math.exp(levels.values[index] as number)
      expect(Math.max(...sides.flat().map((u) => Math.abs(Math.abs(u) - distance)))).toBeLessThan(0.03)
      expect(sides.map((side) => new Set(side.map(Math.sign)).size)).toEqual([1, 1])
    }
  })

  it('end at a jump, on both sides of it', () => {
    const plane = { origin: [0, 0], across: [1, 0], up: [0, 1] }
    const range = { min: -1.35, max: 1.45 }
    const plan = { x: range, y: range, columns: 9, rows: 9, levels: { count: 7, spacing: 'linear' } } as const
    const { lines, levels } = sampleGrid(compile('floor(x) + y', ['x', 'y']), { plane, ...plan })
    const all = lines.flatMap((some, index) =>
      some.map((line) => ({ line: placesOf(line), level: levels.values[index] as number }))
    )
    expect(all.length).toBeGreaterThan(levels.values.length)
    for (const { line, level } of all) {
      const [first, last] = [line[0] as Place, line.at(-1) as Place]
      const floor = Math.floor((first[0] + last[0]) / 2)
      for (const [x, y] of line) {
        expect(y).toBeCloseTo(level - floor, 9)
        expect(x).toBeGreaterThan(floor - 1e-3)
        expect(x).toBeLessThan(floor + 1 + 1e-3)
      }
      for (const [x] of [first, last])
        expect(Math.min(...[range.min, -1, 0, 1, range.max].map((end) => Math.abs(x - end)))).toBeLessThan(1e-3)
    }
  })
})
