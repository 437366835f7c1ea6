import { evenTicks } from '@shared/numbers/ticks'
import { expect, test } from 'vitest'
import { traceOf } from '../../../src-renderer/figure'
import { curvePlot, curveRange } from '../../../src-renderer/plots/curve'
import { areaOf } from '../../../src-renderer/plots/layout'
import type { Mark } from '../../../src-renderer/plots/marks'
import { slopePlot } from '../../../src-renderer/plots/slope'
import { canvas, curveOf, squareCurve } from './samples'

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

const point = { at: 3, value: 9, slope: 6.0001 }
/** x² from 8 with lr 0.08: x = 8 · 0.84ᵏ. */
const steps = Array.from({ length: 16 }, (_, step) => step)
const x = steps.map((step) => 8 * 0.84 ** step)
const descent = {
  name: 'descent',
  colour: 0,
  steps,
  x,
  y: x,
  values: x.map((each) => each * each),
  norms: x.map((each) => 2 * each)
}

test('the tangent goes through the point with its slope and carries its equation', () => {
  const { above, handles } = curvePlot({ ...squareCurve, point }, canvas)
  expect(of(above, 'slope')).toMatchObject([{ at: [3, 9], slope: 6.0001, reach: null }])
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['y = 6.0001(x − 3) + 9'])
  expect(handles).toEqual([{ id: 'point', at: [3, 9] }])
})

test('the steps of a method that asks for no slope have no tangents', () => {
  const slopes = (isGradientFree: boolean) => {
    const data = { ...squareCurve, traces: [{ ...descent, isGradientFree }], step: 3, selected: 0 }
    return of(curvePlot(data, canvas).above, 'slope')
  }
  expect(slopes(false)).toHaveLength(4)
  expect(slopes(true)).toEqual([])
})

test('a curve that breaks too often to be cut at each place says so', () => {
  expect(curvePlot(squareCurve, canvas).note).toBeNull()
  const often = { ...squareCurve, samples: { ...squareCurve.samples, tooMany: true } }
  for (const plot of [curvePlot(often, canvas), slopePlot(often, canvas)])
    expect(plot.note).toBe(canvas.words.tooManyBreaks)
})

/** x² between two places, without rounding where these are whole. */
const chord = (from: number, to: number) => ({
  from: { x: from, value: from * from },
  to: { x: to, value: to * to },
  slope: from + to
})
const at3 = { at: 3, value: 9, slope: 6 }
const secantOf = (from: number, to: number, settings = {}) =>
  curvePlot({ ...squareCurve, point: at3, secant: chord(from, to), ...settings }, canvas).above

test('secant and tangent are two lines: one has its equation, the other its slope', () => {
  const above = secantOf(3, 5)
  expect(of(above, 'slope').map(({ at, slope }) => [at, slope])).toEqual([
    [[3, 9], 8],
    [[3, 9], 6]
  ])
  expect(of(above, 'dots')[0]?.places).toEqual([[5, 25]])
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['y = 6(x − 3) + 9', 'secant: slope 8'])
})

test('a backward secant goes on through the point, a central one beside it', () => {
  const backward = secantOf(1, 3)
  expect(of(backward, 'slope')[0]).toMatchObject({ at: [3, 9], slope: 4 })
  expect(of(backward, 'dots')[0]?.places).toEqual([[1, 1]])
  const central = secantOf(2, 4)
  expect(of(central, 'slope')[0]).toMatchObject({ at: [2, 4], slope: 6 })
  expect(of(central, 'dots')[0]?.places).toEqual([
    [4, 16],
    [2, 4]
  ])
  expect(of(central, 'text')[1]?.text).toBe('secant: slope 6')
})

test('a secant that has become the tangent is named, but not drawn twice', () => {
  const above = secantOf(3, 3 + 2 ** -13)
  expect(of(above, 'slope').map(({ slope }) => slope)).toEqual([6])
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['y = 6(x − 3) + 9', 'secant: slope 6.0001'])
})

test('a text stands at a place of its line that is in the plot, or nowhere', () => {
  for (const range of [{}, { x: { min: 5, max: 9 } }]) {
    const above = secantOf(3, 12, range)
    const slopes = of(above, 'slope')
    const texts = of(above, 'text')
    expect(texts).toHaveLength(2)
    for (const { at } of texts) {
      const [x = NaN, y = NaN] = at
      expect(slopes.some(({ at: [x0 = NaN, y0 = NaN], slope }) => Math.abs(y0 + slope * (x - x0) - y) < 1e-9)).toBe(
        true
      )
    }
  }
  expect(of(secantOf(3, 12, { y: { min: -90, max: -80 } }), 'text')).toEqual([])
})

test('where f is not defined at the point there is a sentence instead of a tangent', () => {
  const { above } = curvePlot({ ...squareCurve, point: { at: 3, value: NaN, slope: NaN } }, canvas)
  expect(of(above, 'slope')).toEqual([])
  expect(of(above, 'text').map(({ text }) => text)).toEqual([canvas.words.undefinedHere])
})

test('the steps up to the selected one are dots with their tangents', () => {
  const { above, trails } = curvePlot({ ...squareCurve, traces: [descent], step: 5 }, canvas)
  expect(of(above, 'dots')[0]?.places).toHaveLength(6)
  const slopes = of(above, 'slope')
  expect(slopes).toHaveLength(6)
  slopes.forEach(({ slope, at: [place = NaN] }) => {
    expect(slope).toBeCloseTo(2 * place, 9)
  })
  expect(of(above, 'ring')[0]?.at).toEqual([x[5], (x[5] as number) ** 2])
  expect(trails[0]?.lines(5)).toEqual(['descent · step 5', 'x = 3.3457', 'f = 11.194'])
})

test('under the curve each step stands at its slope, the selected one ringed', () => {
  const { above, trails, picking } = slopePlot({ ...squareCurve, traces: [descent], step: 5 }, canvas)
  const places = of(above, 'dots')[0]?.places ?? []
  expect(places).toHaveLength(6)
  for (const [place = NaN, slope = NaN] of places) expect(slope).toBeCloseTo(2 * place, 9)
  expect(of(above, 'ring')[0]?.at).toEqual(places[5])
  expect(trails[0]?.y[5]).toBe(places[5]?.[1])
  expect(picking).toBe('nearest')
})

test('a tangent falls where the curve falls: the run knows the size of its slope, the curve the sign', () => {
  const left = { ...descent, x: [-0.5], y: [-0.5], steps: [0], values: [0.25], norms: [1.0001] }
  const { above } = curvePlot({ ...squareCurve, traces: [left], step: 0 }, canvas)
  expect(of(above, 'slope')[0]?.slope).toBeCloseTo(-1.0001, 9)
})

test('a run that has ended stays at its end', () => {
  const { above } = curvePlot({ ...squareCurve, traces: [descent], step: 1000 }, canvas)
  expect(of(above, 'ring')[0]?.at).toEqual([x[15], (x[15] as number) ** 2])
})

test('a run without points draws nothing', () => {
  const none = { ...descent, steps: [], x: [], y: [], values: [], norms: [] }
  for (const room of ['full', 'cell'] as const) {
    expect(curvePlot({ ...squareCurve, traces: [none], step: 3 }, { ...canvas, room }).above).toEqual([])
  }
})

test('the range wanted is the range shown; otherwise all values over the visible axis are', () => {
  expect(curveRange({ ...squareCurve, y: { min: -10, max: 70 } })).toEqual({ min: -10, max: 70 })
  const chosen = curveRange({ ...squareCurve, x: { min: 0, max: 2 } })
  expect(chosen.min).toBeLessThanOrEqual(0)
  expect(chosen.max).toBeGreaterThanOrEqual(4)
  expect(chosen.max).toBeLessThan(5)
})

test('curve and slope plot have the same horizontal axis at the same place', () => {
  const data = { ...squareCurve, point }
  const [upper, lower] = [curvePlot(data, canvas), slopePlot(data, canvas)].map(({ config }) => config.options)
  expect(lower?.layout?.padding).toEqual(upper?.layout?.padding)
  const ends = [upper, lower].map((options) => [options?.scales?.['x']?.min, options?.scales?.['x']?.max])
  expect(ends[0]).toEqual(ends[1])
  expect(areaOf(canvas.size).left).toBe(64)
})

test('the slope plot shows the exact derivative and the point (a, f′(a))', () => {
  const { config, above } = slopePlot({ ...squareCurve, point }, canvas)
  for (const { x: at, y } of config.data.datasets[0]?.data ?? []) expect(y).toBeCloseTo(2 * at, 9)
  expect(of(above, 'dots')[0]?.places).toEqual([[3, 6.0001]])
  expect(of(above, 'text')[0]?.text).toBe('(3, 6.0001)')
})

test('the slope plot calls the derivative by its name, at the axis and under the pointer', () => {
  const { config, readout } = slopePlot({ ...squareCurve, slopeName: '∂f/∂x' }, canvas)
  expect(config.options?.scales?.['y']).toMatchObject({ title: { text: '∂f/∂x' } })
  expect(readout([3, 0])?.lines).toEqual(['x = 3', '∂f/∂x ≈ 6'])
})

test('hovering reads the curve, and nothing where it has a gap', () => {
  const { readout } = curvePlot(squareCurve, canvas)
  expect(readout([3, 0])?.lines).toEqual(['x = 3', 'f ≈ 9'])
  const samples = curveOf(
    (at) => (at < 4 ? at : NaN),
    () => 1,
    { min: -1, max: 9 }
  )
  expect(curvePlot({ ...squareCurve, samples }, canvas).readout([6, 0])).toBeNull()
})

test('numbers on an axis are round, inside the range, and free of noise', () => {
  expect(evenTicks({ min: -5.3, max: 5.3 }, 6)).toEqual([-4, -2, 0, 2, 4])
  expect(evenTicks({ min: 0, max: 1 }, 10)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  expect(evenTicks({ min: 1, max: 1 }, 5)).toEqual([])
})

test('traceOf() takes the wanted coordinates out of a report', () => {
  const report = {
    taken: 2,
    steps: Int32Array.of(0, 1, 2),
    points: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    values: Float64Array.of(9, 8, 7),
    norms: Float64Array.of(3, 2, 1),
    gradients: Int32Array.of(0, 1, 2),
    evaluations: Int32Array.of(0, 1, 2),
    ways: [],
    moments: null,
    stop: 'steps',
    notes: []
  } as const
  const trace = traceOf('a', 1, report, 3, [2, 0])
  expect([...Array.from(trace.x), ...Array.from(trace.y)]).toEqual([3, 6, 9, 1, 4, 7])
})
