import { expect, test } from 'vitest'
import type { SurfaceData } from '../../../src-renderer/plots/figure'
import type { Mark } from '../../../src-renderer/plots/marks'
import { gridLines, standardCamera, surfaceMarks, surfaceScene } from '../../../src-renderer/plots/surface'
import { bowl, bowlSurface, bowlTrace, canvas, gridOf, unit } from './samples'

const detail = { corners: 21, parts: 20, ratio: 2 }
const scene = (data = bowlSurface) => surfaceScene(data, canvas.look, canvas.words, detail)
const seriesOf = (data = bowlSurface) => scene(data).option['series'] as { type: string; data: number[][] }[]
const marksOf = (data = bowlSurface) => surfaceMarks(data, scene(data), canvas.look, canvas.words)
const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

test('a wireframe is grid lines at the given distance and nothing else', () => {
  const range = { min: -5, max: 4.5 }
  const data = { ...bowlSurface, x: range, y: range, samples: gridOf(bowl, range, range), spacing: 0.5 }
  const lines = seriesOf(data)
  expect(new Set(lines.map(({ type }) => type))).toEqual(new Set(['line3D']))
  expect(lines).toHaveLength(40)
  const rows = lines.slice(0, 20).map(({ data: [first] }) => first?.[1])
  expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => -5 + index / 2))
})

test('wires lie on the surface', () => {
  for (const { data } of seriesOf()) {
    for (const [x = NaN, y = NaN, z = NaN] of data) expect(Math.abs(z - bowl(x, y))).toBeLessThan(0.01)
  }
})

test('without a given distance there are about twenty lines at round places', () => {
  expect(gridLines(unit, null)).toEqual(Array.from({ length: 21 }, (_, index) => -5 + index / 2))
  expect(gridLines({ min: 0.13, max: 0.97 }, null)[0]).toBeCloseTo(0.15, 9)
  expect(gridLines(unit, 1e-9).length).toBeLessThan(40)
  // After zooming in, the distance that was typed is too large.
  expect(gridLines({ min: -1.16, max: -1.06 }, 0.5).length).toBeGreaterThan(10)
})

test('a shaded surface is one mesh; the scene says which values it leaves out', () => {
  const steep = gridOf((x, y) => 1 / bowl(x, y), unit, unit)
  const shaded = { ...bowlSurface, style: 'shaded', samples: steep } as const
  expect(seriesOf(shaded).map(({ type }) => type)).toEqual(['surface'])
  expect(scene(shaded).caption).toMatch(/^f ≤ [\d.]+$/)
  expect(scene().caption).toBe('')
  expect(scene({ ...bowlSurface, z: { min: 5, max: 20 } }).caption).toBe('5 ≤ f ≤ 20')
})

test('the path follows the surface between its steps', () => {
  const [path] = of(marksOf(), 'path')
  expect(path?.places.length).toBe(3 * 6 + 1)
  for (const [x = NaN, y = NaN, z = NaN] of path?.places ?? []) expect(Math.abs(z - bowl(x, y))).toBeLessThan(0.02)
  expect(of(marksOf(), 'dots')[0]?.places).toHaveLength(4)
})

test('the dots of a run stay until there are too many steps, however finely its way is drawn', () => {
  const trace = bowlTrace([4, 3], 0.01, 300)
  const marks = marksOf({ ...bowlSurface, traces: [trace], step: 300, gradient: null })
  expect(of(marks, 'path')[0]?.places.length).toBeGreaterThan(1000)
  expect(of(marks, 'dots')[0]?.places).toHaveLength(301)
})

const traceOver = (x: readonly number[], y: readonly number[]) => {
  const [trace] = bowlSurface.traces
  if (!trace) throw new Error('a run')
  const values = x.map((each, index) => bowl(each, y[index] as number))
  return {
    ...bowlSurface,
    traces: [{ ...trace, steps: x.map((_, i) => i), x, y, values }],
    step: x.length - 1,
    gradient: null
  }
}
const isPlace = (place: readonly number[]) => place.every(Number.isFinite)

test('the way of a run that leaves the box ends at its side, the step outside leaves a gap', () => {
  const marks = marksOf(traceOver([1, 40], [1, 2]))
  expect(of(marks, 'dots')[0]?.places).toEqual([
    [1, 1, 2],
    [NaN, NaN, NaN]
  ])
  const way = (of(marks, 'path')[0]?.places ?? []).filter(isPlace)
  expect(way[0]).toEqual([1, 1, 2])
  expect(way.at(-1)?.[0]).toBeCloseTo(5, 9)
  expect(way.at(-1)?.[1]).toBeCloseTo(1 + 4 / 39, 9)
})

test('between leaving the box and coming back the way has a gap', () => {
  const way = of(marksOf(traceOver([0, 0, 40, 40, 0], [0, 1, 1, 2, 2])), 'path')[0]?.places ?? []
  const sides = way.flatMap((place, index) => (Math.abs((place[0] as number) - 5) < 1e-9 ? [index] : []))
  expect(sides).toHaveLength(2)
  expect(way.slice((sides[0] as number) + 1, sides[1]).some((place) => !isPlace(place))).toBe(true)
})

test('a run that only crosses the box is seen between its sides, one that passes by is not', () => {
  const across = (of(marksOf(traceOver([-40, 40], [3, 3])), 'path')[0]?.places ?? []).filter(isPlace)
  expect([across[0]?.[0], across.at(-1)?.[0]].map((x) => Math.round((x ?? NaN) * 1e9) / 1e9)).toEqual([-5, 5])
  expect((of(marksOf(traceOver([-40, 40], [6, 6])), 'path')[0]?.places ?? []).filter(isPlace)).toEqual([])
  expect((of(marksOf(traceOver([1, Infinity], [1, NaN])), 'path')[0]?.places ?? []).filter(isPlace)).toHaveLength(1)
})

test('slices run over the surface through the point', () => {
  const point = { x: 1, y: -2, value: 5, slopeX: 2, slopeY: -4 }
  const data = { ...bowlSurface, traces: [], step: null, point }
  const paths = of(marksOf(data), 'path')
  expect(paths).toHaveLength(2)
  expect(paths[0]?.places.every(([, y]) => y === -2)).toBe(true)
  expect(paths[1]?.places.every(([x]) => x === 1)).toBe(true)
  expect(marksOf(data).at(-1)).toMatchObject({ mark: 'grip', at: [1, -2, 5] })
})

test('the arrow of steepest descent is tangent to the surface', () => {
  const point = { x: 1, y: -2, value: 5, slopeX: 2, slopeY: -4 }
  const [arrow] = of(marksOf({ ...bowlSurface, traces: [], step: null, point }), 'arrow')
  const [dx = NaN, dy = NaN, dz = NaN] = (arrow?.towards ?? []).map((end, axis) => end - (arrow?.from[axis] as number))
  expect(dz).toBeCloseTo(2 * dx - 4 * dy, 9)
  expect(dx / dy).toBeCloseTo(-0.5, 9)
  expect(dz).toBeLessThan(0)
})

test('the arrow of a step is said to be that of its end, and of a step taken apart that of its beginning', () => {
  const label = (data: Partial<typeof bowlSurface>) => {
    const all = of(marksOf({ ...bowlSurface, gradient: [2, 4], ...data }), 'arrow')
    return all.map((arrow) => [arrow.label, arrow.from.slice(0, 2)])
  }
  const [trace] = bowlSurface.traces
  const at = (step: number) => [trace?.x[step], trace?.y[step]]
  expect(label({ step: 0 })).toEqual([[canvas.words.mostDecrease, at(0)]])
  expect(label({ step: 3 })).toEqual([[canvas.words.downhillAtEnd, at(3)]])
  const parts = { to: [1, 0], inertia: null, trials: [], simplex: null, radius: null }
  const anatomy = { from: [2, 3], value: 13, gradient: [4, 6] as const, ...parts }
  expect(label({ step: 3, anatomy })).toEqual([[canvas.words.downhillAtStart, [2, 3]]])
  const departure = (from: readonly number[]) => ({ at: from, value: 13, gradient: [4, 6] as const })
  const [begun, ended] = [canvas.words.downhillAtStart, canvas.words.downhillAtEnd]
  expect(label({ step: 3, departure: departure([-3, -2]) })).toEqual([
    [ended, at(3)],
    [begun, [-3, -2]]
  ])
  const near = at(3).map((coordinate) => (coordinate ?? 0) + 0.1)
  expect(label({ step: 3, departure: departure(near) })).toEqual([[begun, near]])
})

test('with both arrows, that of ascent is opposite to that of descent and has a hollow head', () => {
  const point = { x: 1, y: -2, value: 5, slopeX: 2, slopeY: -4 }
  const [up, down] = of(marksOf({ ...bowlSurface, traces: [], step: null, point, both: true }), 'arrow')
  expect([up?.label, down?.label]).toEqual([canvas.words.mostIncrease, canvas.words.mostDecrease])
  expect([up?.hollow, down?.hollow]).toEqual([true, false])
  for (const axis of [0, 1, 2]) {
    const middle = ((up?.towards[axis] ?? NaN) + (down?.towards[axis] ?? NaN)) / 2
    expect(middle).toBeCloseTo([1, -2, 5][axis] as number, 9)
  }
})

test('there are no arrows where the gradient is 0 or unknown, and no longer ones than fit where it is huge', () => {
  const arrowsOf = (slopeX: number, slopeY: number) => {
    const point = { x: 1, y: -2, value: 5, slopeX, slopeY }
    return of(marksOf({ ...bowlSurface, traces: [], step: null, point, both: true }), 'arrow')
  }
  expect([arrowsOf(0, 0), arrowsOf(NaN, 1), arrowsOf(1, Infinity)]).toEqual([[], [], []])
  for (const slope of [1e3, 1e200]) {
    const [up] = arrowsOf(slope, 0)
    expect((up?.towards[2] ?? NaN) - 5).toBeCloseTo(52 / 3, 6)
  }
})

test('the largest numbers are drawn like any others', () => {
  const data = { ...bowlSurface, traces: [], step: null, samples: gridOf((x) => 1e300 * x, unit, unit) }
  const { box, caption } = scene(data)
  expect(box.z.max).toBe(5e300)
  expect(caption).toBe('')
})

const saddle = { x: 1, y: 2, value: 5, kind: 'saddle' } as SurfaceData['critical'][number]

test('critical points stand on the surface; those outside of its box are left out', () => {
  const critical = [saddle, { ...saddle, x: 7 }, { ...saddle, value: 500 }]
  const data = { ...bowlSurface, traces: [], step: null, critical }
  expect(of(marksOf(data), 'sign')).toEqual([expect.objectContaining({ at: [1, 2, 5], kind: 'saddle' })])
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

test('the standard camera steps back in a narrow element', () => {
  const [wide, narrow] = [standardCamera({ width: 900, height: 500 }), standardCamera({ width: 400, height: 500 })]
  expect(narrow.distance).toBeGreaterThan(wide.distance)
})
