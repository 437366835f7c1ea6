import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridLines, surfaceScene } from '../../../src-renderer/plots/surface-scene'
import { bowl, bowlSurface, canvas, gridOf, unit } from './samples'

const detail = { corners: 21, parts: 20, ratio: 2 }
const scene = (data = bowlSurface) => surfaceScene(data, canvas.look, canvas.words, detail)
const seriesOf = (data = bowlSurface) => scene(data).option['series'] as { type: string; data: number[][] }[]

/** The lines on the surface, and those on the floor of the box. */
function linesOf(data = bowlSurface) {
  const floor = scene(data).box.z.min
  const lines = seriesOf(data).filter(({ type }) => type === 'line3D')
  const isFloor = ({ data: [first] }: (typeof lines)[number]) => first?.[2] === floor
  return { wires: lines.filter((line) => !isFloor(line)), levels: lines.filter(isFloor) }
}

test('a wireframe is grid lines at the given distance, before faces of the ground that hide what is behind', () => {
  const range = { min: -5, max: 4.5 }
  const data = { ...bowlSurface, x: range, y: range, samples: gridOf(bowl, range, range), spacing: 0.5 }
  const [faces] = seriesOf(data)
  expect(faces).toMatchObject({ type: 'surface', shading: 'color', itemStyle: { color: canvas.look.card } })
  const lines = linesOf(data).wires
  expect(lines).toHaveLength(40)
  const rows = lines.slice(0, 20).map(({ data: [first] }) => first?.[1])
  expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => -5 + index / 2))
})

test('wires lie on the surface, the level lines of the contour on the floor', () => {
  const { wires, levels } = linesOf()
  for (const { data } of wires) {
    for (const [x = NaN, y = NaN, z = NaN] of data)
      if (!(Math.abs(z - bowl(x, y)) < 0.01)) expect([x, y, z]).toEqual([])
  }
  const { values } = bowlSurface.samples.levels
  expect(levels.length).toBeGreaterThanOrEqual(values.length)
  for (const { data } of levels) {
    const [x = NaN, y = NaN] = data[0] ?? []
    expect(Math.min(...values.map((level) => Math.abs(bowl(x, y) - level)))).toBeLessThan(0.1)
  }
})

test('without a given distance there are about twenty lines at round places', () => {
  expect(gridLines(unit, null)).toEqual(Array.from({ length: 21 }, (_, index) => -5 + index / 2))
  expect(gridLines({ min: 0.13, max: 0.97 }, null)[0]).toBeCloseTo(0.15, 9)
  // After zooming in, the distance that was typed is too large.
  expect(gridLines({ min: -1.16, max: -1.06 }, 0.5).length).toBeGreaterThan(10)
})

test('however wide the range and small the distance, there are at most 24 cells between grid lines', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: -6, max: 9, noNaN: true }),
      fc.option(fc.double({ min: -9, max: 9, noNaN: true })),
      (min, length, spacing) => {
        const range = { min, max: min + 10 ** length }
        const lines = gridLines(range, spacing === null ? null : 10 ** spacing)
        expect(lines.length).toBeLessThanOrEqual(25 + 1)
        expect(lines.every((line) => line >= min - 1e-6 * 10 ** length && line <= range.max)).toBe(true)
      }
    ),
    { seed: 12 }
  )
  // A run that leaves −6 … 6 by far: lines of the article, every tenth of them.
  const far = gridLines({ min: -60, max: 54 }, 0.5)
  expect(far.every((line) => Math.abs(line / 5 - Math.round(line / 5)) < 1e-9)).toBe(true)
})

test('a shaded surface is one lit mesh with thin lines; the scene says which values it leaves out', () => {
  const steep = gridOf((x, y) => 1 / bowl(x, y), unit, unit)
  const shaded = { ...bowlSurface, style: 'shaded', samples: steep } as const
  expect(seriesOf(shaded)[0]).toMatchObject({ type: 'surface', shading: 'lambert' })
  expect(linesOf(shaded).wires.length).toBeGreaterThan(0)
  expect(scene(shaded).caption).toMatch(/^f ≤ [\d.]+$/)
  expect(scene().caption).toBe('')
  expect(scene({ ...bowlSurface, z: { min: 5, max: 20 } }).caption).toBe('5 ≤ f ≤ 20')
})

test('the largest numbers are drawn like any others', () => {
  const data = { ...bowlSurface, traces: [], step: null, samples: gridOf((x) => 1e300 * x, unit, unit) }
  const { box, caption } = scene(data)
  expect(box.z.max).toBe(5e300)
  expect(caption).toBe('')
})

test('the scene says that f is defined nowhere, and what is added before a logarithm', () => {
  const nowhere = { ...bowlSurface, traces: [], step: null, samples: gridOf(() => NaN, unit, unit) }
  expect(scene(nowhere).caption).toBe(canvas.words.nowhere)
  const below = { ...bowlSurface, traces: [], step: null, samples: gridOf((x, y) => x + y, unit, unit) }
  expect(scene({ ...below, scale: 'log' }).caption).toMatch(/^1\d(\.\d)? is added to f/)
  const above = { ...below, samples: gridOf((x, y) => 10 + bowl(x, y), unit, unit), scale: 'log' } as const
  expect(scene(above).caption).toBe('Heights: log₁₀ f')
})

test('the surface has the colours of the contour, evenly from floor to ceiling', () => {
  for (const map of ['pale', 'viridis'] as const) {
    const { inRange } = scene({ ...bowlSurface, map }).option['visualMap'] as { inRange: { color: string[] } }
    expect(inRange.color).toEqual(canvas.look.grounds[map])
  }
})
