import { expect, test } from 'vitest'
import type { SurfaceData } from '../../../src-renderer/figure'
import type { Mark } from '../../../src-renderer/plots/marks'
import { surfaceMarks } from '../../../src-renderer/plots/surface'
import { surfaceScene } from '../../../src-renderer/plots/surface-scene'
import { bowl, bowlSurface, bowlTrace, canvas } from './samples'

const detail = { corners: 21, parts: 20, ratio: 2 }
const scene = (data = bowlSurface) => surfaceScene(data, canvas.look, canvas.words, detail)
const marksOf = (data = bowlSurface) => surfaceMarks(data, scene(data), canvas.look, canvas.words)
const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

test('the path follows the surface between its steps', () => {
  const [, path] = of(marksOf(), 'path')
  expect(path?.places.length).toBe(3 * 6 + 1)
  for (const [x = NaN, y = NaN, z = NaN] of path?.places ?? []) expect(Math.abs(z - bowl(x, y))).toBeLessThan(0.02)
  expect(of(marksOf(), 'dots')[0]?.places).toHaveLength(4)
})

test('the shadow of a path lies on the floor straight below it, and goes on where the surface is cut off', () => {
  const [shadow, path] = of(marksOf(), 'path')
  const floor = scene().box.z.min
  expect(floor).toBeLessThan(0)
  expect(shadow?.places).toEqual(path?.places.map(([x, y]) => [x, y, floor]))
  const [low] = of(marksOf({ ...bowlSurface, z: { min: 0, max: 3 } }), 'path')
  expect(low?.places).toHaveLength(shadow?.places.length ?? 0)
  expect(low?.places.flat().every(Number.isFinite)).toBe(true)
})

test('the dots of a run stay until there are too many steps, however finely its way is drawn', () => {
  const trace = bowlTrace([4, 3], 0.01, 300)
  const marks = marksOf({ ...bowlSurface, traces: [trace], step: 300, gradient: null })
  expect(of(marks, 'path')[1]?.places.length).toBeGreaterThan(1000)
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
  const way = (of(marks, 'path')[1]?.places ?? []).filter(isPlace)
  expect(way[0]).toEqual([1, 1, 2])
  expect(way.at(-1)?.[0]).toBeCloseTo(5, 9)
  expect(way.at(-1)?.[1]).toBeCloseTo(1 + 4 / 39, 9)
})

test('between leaving the box and coming back the way has a gap', () => {
  const way = of(marksOf(traceOver([0, 0, 40, 40, 0], [0, 1, 1, 2, 2])), 'path')[1]?.places ?? []
  const sides = way.flatMap((place, index) => (Math.abs((place[0] as number) - 5) < 1e-9 ? [index] : []))
  expect(sides).toHaveLength(2)
  expect(way.slice((sides[0] as number) + 1, sides[1]).some((place) => !isPlace(place))).toBe(true)
})

test('a run that only crosses the box is seen between its sides, one that passes by is not', () => {
  const across = (of(marksOf(traceOver([-40, 40], [3, 3])), 'path')[1]?.places ?? []).filter(isPlace)
  expect([across[0]?.[0], across.at(-1)?.[0]].map((x) => Math.round((x ?? NaN) * 1e9) / 1e9)).toEqual([-5, 5])
  expect((of(marksOf(traceOver([-40, 40], [6, 6])), 'path')[1]?.places ?? []).filter(isPlace)).toEqual([])
  expect((of(marksOf(traceOver([1, Infinity], [1, NaN])), 'path')[1]?.places ?? []).filter(isPlace)).toHaveLength(1)
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

test('the arrow of a step stands at its end, or where it began; what it means is written at the start', () => {
  const label = (data: Partial<typeof bowlSurface>) => {
    const all = of(marksOf({ ...bowlSurface, gradient: [2, 4], ...data }), 'arrow')
    return all.map((arrow) => [arrow.label, arrow.from.slice(0, 2)])
  }
  const [trace] = bowlSurface.traces
  const at = (step: number) => [trace?.x[step], trace?.y[step]]
  expect(label({ step: 0 })).toEqual([[canvas.words.mostDecrease, at(0)]])
  expect(label({ step: 3 })).toEqual([['−∇f', at(3)]])
  const parts = { to: [1, 0], inertia: null, trials: [], simplex: null, radius: null }
  const anatomy = { from: [2, 3], value: 13, gradient: [4, 6] as const, ...parts }
  expect(label({ step: 3, anatomy })).toEqual([['−∇f', [2, 3]]])
  const departure = (from: readonly number[]) => ({ at: from, value: 13, gradient: [4, 6] as const })
  expect(label({ step: 3, departure: departure([-3, -2]) })).toEqual([['−∇f', [-3, -2]]])
  expect(label({ step: 3, departure: departure([-3000, -2]) })).toEqual([['−∇f', at(3)]])
})

test('with both arrows, that of ascent is opposite to that of descent and has a hollow head', () => {
  const point = { x: 1, y: -2, value: 5, slopeX: 2, slopeY: -4 }
  const [up, down] = of(marksOf({ ...bowlSurface, traces: [], step: null, point, both: true }), 'arrow')
  expect([up?.label, down?.label]).toEqual(['∇f', '−∇f'])
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
    expect((up?.towards[2] ?? NaN) - 5).toBeCloseTo(50 / 3, 6)
  }
})

const saddle = { x: 1, y: 2, value: 5, kind: 'saddle' } as SurfaceData['critical'][number]

test('critical points stand on the surface; those outside of its box are left out', () => {
  const critical = [saddle, { ...saddle, x: 7 }, { ...saddle, value: 500 }]
  const data = { ...bowlSurface, traces: [], step: null, critical }
  expect(of(marksOf(data), 'sign')).toEqual([expect.objectContaining({ at: [1, 2, 5], kind: 'saddle' })])
})
