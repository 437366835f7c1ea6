import { levelSpacings } from '@shared/levels'
import { expect, test } from 'vitest'
import type { ContourData } from '../../../src-renderer/figure'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { areaOf, cellMargins } from '../../../src-renderer/plots/layout'
import type { Mark } from '../../../src-renderer/plots/marks'
import { runPlots, stepPlots } from '../../../src-renderer/plots/small'
import { readNumeral } from '../../support/read-numeral'
import { bowl, bowlContour, bowlTrace, canvas, gridOf, squareCurve, unit } from './samples'

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

test('a path is drawn up to the selected step, the rest of it fainter', () => {
  const paths = of(contourPlot(bowlContour, canvas).above, 'path')
  expect(paths.map(({ places, opacity }) => [places.length, opacity])).toEqual([
    [13, 0.35],
    [4, 1]
  ])
  expect(paths[0]?.places[0]).toEqual(paths[1]?.places[3])
})

test('the arrow −∇f points against the gradient from the selected step', () => {
  const { above } = contourPlot({ ...bowlContour, gradient: [3, 4] }, canvas)
  const [arrow] = of(above, 'arrow')
  const ring = of(above, 'ring')[0]
  expect(arrow?.from).toEqual(ring?.at)
  const step = [0, 1].map((axis) => (arrow?.towards[axis] as number) - (arrow?.from[axis] as number))
  expect((step[0] as number) / (step[1] as number)).toBeCloseTo(3 / 4, 9)
  expect(step[0]).toBeLessThan(0)
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['−∇f'])
  expect(arrow?.pixels).toBeGreaterThan(30)
  expect(arrow?.pixels).toBeLessThan(100)
})

test('what −∇f means is written at the start, and later said when hovering over the arrow', () => {
  const plot = (step: number) => contourPlot({ ...bowlContour, gradient: [3, 4], step }, canvas)
  const named = (step: number) => of(plot(step).above, 'text').map(({ text }) => text)
  expect(named(2)).toEqual(['−∇f'])
  expect(named(0)).toEqual([canvas.words.mostDecrease])
  const { above, readout } = plot(2)
  const [arrow] = of(above, 'arrow')
  const middle = [0, 1].map((axis) => ((arrow?.from[axis] as number) + (arrow?.towards[axis] as number)) / 2)
  expect(readout(middle)?.lines).toEqual([canvas.words.downhillAtEnd])
  expect(readout([-4, 4])?.lines).toHaveLength(2)
})

test('one −∇f explains a step: where it began, or where it ended if that is out of sight', () => {
  const [trace] = bowlContour.traces
  const at = (step: number) => [trace?.x[step] as number, trace?.y[step] as number]
  const drawn = (from: readonly number[]) => {
    const departure = { at: from, value: 1, gradient: [3, 4] as const }
    const { above } = contourPlot({ ...bowlContour, gradient: [1, 2], step: 3, departure }, canvas)
    return [of(above, 'arrow').map((arrow) => arrow.from), of(above, 'text').map(({ text }) => text)]
  }
  expect(drawn([-3, 2])).toEqual([[[-3, 2]], ['−∇f']])
  expect(drawn([1000, 0])).toEqual([[at(3)], ['−∇f']])
})

test('∇f and −∇f are drawn as long and in opposite directions; at a flat place neither is', () => {
  const point = { x: 1, y: 2, value: 5, slopeX: 2, slopeY: 4 }
  const { above } = contourPlot({ ...bowlContour, traces: [], step: null, point, both: true }, canvas)
  const arrows = of(above, 'arrow')
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['∇f', '−∇f'])
  expect(arrows.map(({ hollow }) => hollow)).toEqual([true, false])
  expect(arrows[0]?.pixels).toBe(arrows[1]?.pixels)
  for (const axis of [0, 1]) {
    const ends = arrows.map(({ from, towards }) => (towards[axis] as number) - (from[axis] as number))
    expect((ends[0] as number) + (ends[1] as number)).toBeCloseTo(0, 12)
  }
  const flat = { ...point, slopeX: 0, slopeY: 0 }
  expect(of(contourPlot({ ...bowlContour, traces: [], point: flat, both: true }, canvas).above, 'arrow')).toEqual([])
})

const arrows = { towards: 'descent', density: 14 } as const

test('the field of −∇f points to the minimum of a bowl and keeps its arrows apart', () => {
  const samples = gridOf((x, y) => x * x + y * y, unit, unit)
  const slopesX = gridOf((x) => 2 * x, unit, unit).values
  const slopesY = gridOf((_, y) => 2 * y, unit, unit).values
  const field = { ...bowlContour, samples: { ...samples, slopesX, slopesY }, traces: [], step: null, field: arrows }
  const drawn = of(contourPlot(field, canvas).above, 'arrow')
  expect(drawn.length).toBeGreaterThan(80)
  for (const { from, towards, pixels } of drawn) {
    const [x = NaN, y = NaN] = from
    const turn = x * ((towards[1] as number) - y) - y * ((towards[0] as number) - x)
    expect(Math.abs(turn)).toBeLessThan(1e-9)
    expect(Math.hypot(...towards)).toBeLessThan(Math.hypot(x, y))
    expect(pixels).toBeLessThanOrEqual(38)
  }
})

test('a square contour keeps 1:1 in an element of another shape', () => {
  const wide = { ...canvas, size: { width: 1000, height: 400 } }
  const { config } = contourPlot({ ...bowlContour, square: true }, wide)
  const padding = config.options?.layout?.padding as { left: number; right: number; top: number; bottom: number }
  const area = areaOf(wide.size, { ...padding, left: padding.left + 64, bottom: padding.bottom + 42 })
  expect(area.width).toBeCloseTo(area.height, 6)
})

test('starts are handles, one a run, and the point of the slices is one', () => {
  const traces = [bowlTrace([4, 5], 0.08, 15), bowlTrace([-1, 2], 0.5, 15, 1)]
  expect(contourPlot({ ...bowlContour, traces }, canvas).handles).toEqual([
    { id: 'start-0', at: [4, 5] },
    { id: 'start-1', at: [-1, 2] }
  ])
  const point = { x: 1, y: 2, value: 5, slopeX: 2, slopeY: 4 }
  expect(contourPlot({ ...bowlContour, traces: [], step: null, point }, canvas).handles).toEqual([
    { id: 'point', at: [1, 2] },
    { id: 'slice-across', at: [NaN, 2] },
    { id: 'slice-up', at: [1, NaN] }
  ])
})

test('f is its value at the place that is named', () => {
  const { readout } = contourPlot({ ...bowlContour, f: (x) => x * x }, canvas)
  const [place, value] = readout([1.23456, 0])?.lines ?? []
  const x = Number(/= ([\d.]+),/.exec(String(place))?.[1])
  expect(x).toBeCloseTo(1.23, 1)
  expect(value).toBe(`f = ${Number((x * x).toPrecision(6))}`)
})

test('where f has no value the ground is grey, and that is said', () => {
  const samples = gridOf((x) => Math.log(x), unit, unit)
  const { below, note } = contourPlot({ ...bowlContour, samples }, canvas)
  expect(below.map(({ mark }) => mark)).toEqual(['sheet', 'bands', ...samples.lines.map(() => 'levels')])
  expect(note).toContain(canvas.words.undefinedGrey)
  expect(contourPlot(bowlContour, canvas).below[0]?.mark).toBe('bands')
})

test('samples on a pole alone are no grey area', () => {
  const samples = gridOf((x, y) => Math.log(Math.abs(x - y)), unit, unit)
  expect(contourPlot({ ...bowlContour, samples }, canvas).note ?? '').not.toContain(canvas.words.undefinedGrey)
})

test('of what goes up and down between the samples it is said that the picture is none of f', () => {
  const samples = { ...bowlContour.samples, tooFine: true }
  expect(contourPlot({ ...bowlContour, samples }, canvas).note).toBe(canvas.words.tooFine)
})

test('where there is no gradient at the point that is said, and no arrow drawn', () => {
  const point = { x: 1, y: 2, value: 5, slopeX: NaN, slopeY: NaN }
  const { above, note } = contourPlot({ ...bowlContour, traces: [], step: null, point, square: true }, canvas)
  expect(note).toBe(canvas.words.noGradient)
  expect(above.some(({ mark }) => mark === 'arrow')).toBe(false)
})

test('hovering reads f from the samples and says where it is not defined', () => {
  expect(contourPlot(bowlContour, canvas).readout([3, 4])?.lines).toEqual(['x0 = 3, x1 = 4', 'f ≈ 25'])
  for (const [value, said] of [
    [NaN, canvas.words.undefinedHere],
    [Infinity, canvas.words.infiniteHere],
    [-Infinity, canvas.words.infiniteHere]
  ] as const) {
    const samples = gridOf(() => value, unit, unit)
    expect(contourPlot({ ...bowlContour, samples }, canvas).readout([3, 4])?.lines[1]).toBe(said)
  }
})

test('the contours are painted anew only when samples, colours or theme change', () => {
  const ground = (data: typeof bowlContour) => contourPlot(data, canvas).below[0]
  const first = ground(bowlContour)
  expect(ground({ ...bowlContour, step: 9 })).toBe(first)
  expect(ground({ ...bowlContour, map: 'grey' })).not.toBe(first)
  expect(ground({ ...bowlContour, samples: gridOf(bowl, unit, unit) })).not.toBe(first)
})

test('a contour with unevenly spaced levels says so', () => {
  const steep = gridOf((x, y) => Math.exp((x * x + y * y) / 4), unit, unit)
  const square = { ...bowlContour, square: true }
  expect(contourPlot({ ...square, samples: steep }, canvas).note).toBe(canvas.words.finerBelow)
  expect(contourPlot(square, canvas).note).toBeNull()
})

const cell = { ...canvas, room: 'cell' as const, size: { width: 200, height: 150 } }

test('small plots show the steps one after the other on equal axes', () => {
  const curve = {
    ...squareCurve,
    y: { min: -10, max: 70 },
    traces: [{ ...bowlTrace([8, 0], 0.08, 15), y: [] }],
    step: 0
  }
  const plots = stepPlots({ kind: 'curve', count: 16, curve }, cell)
  expect(plots.map(({ name }) => name)).toEqual(Array.from({ length: 16 }, (_, step) => `k = ${step}`))
  const axes = plots.map(({ config }) => JSON.stringify([config.options?.scales, config.options?.layout]))
  expect(new Set(axes).size).toBe(1)
  plots.forEach(({ above }, step) => {
    expect(of(above, 'dots')[0]?.places).toHaveLength(step + 1)
    expect(of(above, 'slope')).toHaveLength(1)
  })
})

test('small contours end at their step', () => {
  const plots = stepPlots({ kind: 'contour', count: 4, contour: bowlContour }, cell)
  expect(plots.map(({ above }) => of(above, 'path').map(({ places }) => places.length))).toEqual([[1], [2], [3], [4]])
})

test('small plots show any stretch of steps; that of the selected step is marked, a click on each selects its own', () => {
  const stretch = { kind: 'contour', first: 5, count: 3, contour: { ...bowlContour, step: 6, selected: 0 } } as const
  const plots = stepPlots(stretch, cell)
  expect(plots.map(({ name }) => name)).toEqual(['k = 5', 'k = 6', 'k = 7'])
  expect(plots.map(({ cell }) => cell)).toEqual([
    { marked: false, run: 0, step: 5 },
    { marked: true, run: 0, step: 6 },
    { marked: false, run: 0, step: 7 }
  ])
})

test('a hidden run has no small plot, and the others keep their numbers', () => {
  const traces = [bowlTrace([4, 5], 0.08, 15), bowlTrace([4, 5], 0.1, 15, 1), bowlTrace([4, 5], 0.5, 15, 2)]
  const [first, , third] = traces
  if (!first || !third) throw new Error('three runs')
  const hidden = { ...first, steps: [], x: [], y: [] }
  const plots = runPlots({ contour: { ...bowlContour, traces: [first, hidden, third], step: 15, selected: 2 } }, cell)
  expect(plots.map(({ cell }) => cell)).toEqual([
    { marked: false, run: 0, step: 15 },
    { marked: true, run: 2, step: 15 }
  ])
})

test('each run has a contour of its own, named after it, in its colour', () => {
  const traces = [bowlTrace([4, 5], 0.08, 15, 2), bowlTrace([4, 5], 0.5, 15, 5)]
  const plots = runPlots({ contour: { ...bowlContour, traces, step: 15 } }, cell)
  expect(plots.map(({ name }) => name)).toEqual(['descent 0.08', 'descent 0.5'])
  expect(plots.map(({ above }) => of(above, 'path')[0]?.colour)).toEqual(
    [2, 5].map((colour) => canvas.look.runs[colour]?.colour)
  )
  expect(cellMargins.top).toBeGreaterThan(18)
})

test('a contour that is not 1:1 says that its arrows are not seen perpendicular, if it has any', () => {
  const skewed = { ...bowlContour, square: false }
  expect(contourPlot({ ...skewed, field: arrows }, canvas).note).toBe(canvas.words.notSquare)
  expect(contourPlot({ ...skewed, field: arrows, square: true }, canvas).note).toBeNull()
  expect(contourPlot({ ...skewed, field: bowlContour.field, point: null, gradient: null }, canvas).note).toBeNull()
})

const rounded = (value: unknown): unknown =>
  typeof value === 'number'
    ? Number(value.toPrecision(3))
    : Array.isArray(value)
      ? value.map(rounded)
      : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]))
        : value

test('what is drawn over a saddle at (1, 2), in its order', () => {
  const saddle: ContourData = {
    ...bowlContour,
    variables: ['x', 'y'],
    samples: gridOf((x, y) => x * x - y * y, unit, unit),
    traces: [],
    step: null,
    square: true,
    both: true,
    point: { x: 1, y: 2, value: -3, slopeX: 2, slopeY: -4 },
    critical: [{ x: 0, y: 0, value: 0, kind: 'saddle', decided: true }],
    direction: 90
  }
  const { above, config, handles, note } = contourPlot(saddle, { ...canvas, size: { width: 482, height: 454 } })
  const { x, y } = (config.options?.scales ?? {}) as Record<'x' | 'y', { min: number; max: number }>
  expect([x.min, x.max, y.min, y.max, note]).toEqual([-5, 5, -5, 5, null])
  const guides = of(above, 'guide').filter(({ dash }) => dash.length > 0)
  expect(guides.map((guide) => [guide.x, guide.y])).toEqual([
    [null, 2],
    [1, null]
  ])
  expect(of(above, 'sign').map(({ kind }) => kind)).toEqual(['saddle', 'saddle'])
  expect(of(above, 'arrow').map(({ towards, hollow }) => rounded([...towards, hollow]))).toEqual([
    [1, 3.6, false],
    [1.5, 1, true],
    [0.502, 3, false]
  ])
  expect(of(above, 'text').map(({ text }) => text)).toEqual([
    '∇f: greatest, 4.472',
    '−∇f: least, −4.472',
    '∇f·u = −4',
    'saddle'
  ])
  expect(rounded(handles)).toEqual([
    { id: 'point', at: [1, 2] },
    { id: 'slice-across', at: [NaN, 2] },
    { id: 'slice-up', at: [1, NaN] },
    { id: 'direction', at: [1, 3.75] }
  ])
})

test('values at the ends of the doubles, and parts without a value, give a picture and no number that is not one', () => {
  const functions: readonly ((x: number, y: number) => number)[] = [
    (x, y) => 1e300 * (x * x - y * y),
    (x, y) => 1e308 * Math.tanh(x) + y,
    (x, y) => 1e-300 * x * y,
    (x, y) => Math.sqrt(x) + y,
    (x, y) => 1 / (x * x + y * y),
    (x, y) => Math.floor(x) + y,
    (x, y) => (x > 4.9 && y > 4.9 ? 1 : NaN)
  ]
  for (const f of functions) {
    const samples = gridOf(f, unit, unit)
    const slopesX = samples.values.map((value) => value / 3)
    const point = { x: 1, y: 2, value: f(1, 2), slopeX: f(1, 2), slopeY: -f(2, 1) }
    const data: ContourData = {
      ...bowlContour,
      samples: { ...samples, slopesX, slopesY: slopesX },
      point,
      both: true,
      levels: { count: 15, spacing: 'auto', labels: true },
      field: { towards: 'descent', density: 14 },
      direction: 30
    }
    for (const spacing of levelSpacings) {
      const { above } = contourPlot({ ...data, levels: { ...data.levels, spacing } }, canvas)
      for (const { at, text } of of(above, 'inscription')) {
        expect(at.every(Number.isFinite)).toBe(true)
        expect(Number.isFinite(readNumeral(text))).toBe(true)
      }
      for (const { from, towards } of of(above, 'arrow'))
        expect([...from, ...towards].every(Number.isFinite)).toBe(true)
    }
  }
})

test('where f is constant, or has no value, a sentence says so', () => {
  const noteOf = (f: () => number) => contourPlot({ ...bowlContour, samples: gridOf(f, unit, unit) }, canvas).note
  expect(noteOf(() => 3)).toBe(canvas.words.constant)
  expect(noteOf(() => 0)).toBe(canvas.words.constant)
  expect(noteOf(() => NaN)).toBe(canvas.words.nowhere)
  expect(noteOf(() => Infinity)).toBe(canvas.words.nowhere)
})

test('a direction cannot be turned about a point that is not in the picture', () => {
  const point = { x: 9, y: 2, value: 5, slopeX: 2, slopeY: 4 }
  const { handles } = contourPlot({ ...bowlContour, traces: [], point, direction: 10 }, canvas)
  expect(handles.map(({ id }) => id)).toEqual(['point', 'slice-across', 'slice-up'])
})
