import type { Kink } from '@shared/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CurveData } from '../../../src-renderer/figure'
import { curvePlot, curveRange } from '../../../src-renderer/plots/curve'
import { roughWidth } from '../../../src-renderer/plots/labels'
import type { Mark } from '../../../src-renderer/plots/marks'
import type { Canvas } from '../../../src-renderer/plots/plot'
import { emptyRoom, pixelOf } from '../../../src-renderer/plots/room'
import { slopePlot, slopeRange } from '../../../src-renderer/plots/slope'
import { tangentEquation } from '../../../src-renderer/plots/tangent'
import { canvas, curveOf, delicate, delicateSamples, squareCurve, unit } from './samples'

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

const curve = (name: keyof typeof delicate, more: Partial<CurveData> = {}): CurveData => ({
  ...squareCurve,
  x: unit,
  samples: delicateSamples(name),
  ...more
})

/** The point at `a` with the secant to a + h. */
function pointAt(name: keyof typeof delicate, a: number, h: number): Partial<CurveData> {
  const { f, slope } = delicate[name]
  const to = { x: a + h, value: f(a + h) }
  const from = { x: a, value: f(a) }
  return {
    point: { at: a, value: f(a), slope: slope(a) },
    secant: { from, to, slope: (to.value - from.value) / h },
    h
  }
}

const places = fc.integer({ min: -499, max: 499 }).map((hundredths) => hundredths / 100)
const sizes = fc.double({ min: -16, max: 0.5, noNaN: true }).map((power) => 10 ** power)
const names = fc.constantFrom(...(Object.keys(delicate) as (keyof typeof delicate)[]))

test('vertical ranges stand still while the point is dragged, and while h is', () => {
  fc.assert(
    fc.property(fc.constantFrom('tan x', '1/x', 'log x', 'sin(x)/x'), places, sizes, (name, a, h) => {
      const moved = curve(name, pointAt(name, a, h))
      expect(curveRange(moved)).toEqual(curveRange(curve(name)))
      expect(slopeRange(moved)).toEqual(slopeRange(curve(name)))
    }),
    { seed: 51, numRuns: 200 }
  )
})

test('a closed dot beside the curve is in the picture', () => {
  const samples = delicateSamples('sin(x)/x')
  const lifted = { ...samples, breaks: samples.breaks.map((found) => ({ ...found, value: 7 })) }
  expect(curveRange(curve('sin(x)/x', { samples: lifted })).max).toBeGreaterThan(7)
})

test('h can be taken hold of however small it is: its grip is in the plot and 16 pixels from the point', () => {
  fc.assert(
    fc.property(names, places, sizes, (name, a, h) => {
      const data = curve(name, pointAt(name, a, h))
      const { handles, above } = curvePlot(data, canvas)
      const room = emptyRoom(unit, curveRange(data), canvas)
      const [point, grip] = ['point', 'h'].map((id) => handles.find((handle) => handle.id === id)?.at)
      expect(point).toBeDefined()
      if (!Number.isFinite(data.point?.value)) return
      if (!point || !grip) throw new Error('two handles')
      const [from, to] = [pixelOf(room, point), pixelOf(room, grip)]
      const { left, width, top, height } = room.area
      expect(to.x >= left && to.x <= left + width && to.y >= top && to.y <= top + height).toBe(true)
      // Unless the edge of the plot holds it back.
      if (from.x + 24 < left + width) expect(to.x - from.x).toBeGreaterThan(15.9)
      expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeGreaterThan(15.9)
      expect(of(above, 'grip').map(({ at }) => at)).toContainEqual(grip)
    }),
    { seed: 52, numRuns: 300 }
  )
})

test('h to the left has its grip to the left', () => {
  const secant = { from: { x: 2, value: 4 }, to: { x: 3, value: 9 }, slope: 5 }
  const { handles } = curvePlot({ ...squareCurve, point: { at: 3, value: 9, slope: 6 }, secant, h: 1 }, canvas)
  expect(handles.find(({ id }) => id === 'h')?.at[0]).toBeCloseTo(2, 9)
  expect(handles.map(({ hint }) => hint)).toEqual([undefined, 'drag to change h'])
})

test('the step size stands at the edge its point leaves free, whatever h is, or where it is wanted', () => {
  const heights = fc.sample(sizes, { seed: 55, numRuns: 40 }).map((h) => {
    const to = { x: 2 + h, value: -1 }
    const data = { ...squareCurve, y: { min: -1, max: 9 }, point: { at: 2, value: 4, slope: 4 }, h }
    const secant = { from: { x: 2, value: 4 }, to, slope: -5 / h }
    const grip = (more: Partial<CurveData>) =>
      curvePlot({ ...data, secant, ...more }, canvas).handles.find(({ id }) => id === 'h')?.at[1] ?? Number.NaN
    return [grip({}), grip({ stepHigh: true }), grip({ point: { at: 2, value: 0, slope: 4 } })]
  })
  for (const [free, wanted, low] of heights) {
    expect(free).toBeLessThan(0)
    expect(wanted).toBeGreaterThan(8)
    expect(low).toBe(wanted)
  }
})

test('a step size whose far end is not in the plot has an arrow that way', () => {
  const texts = (h: number) => {
    const to = { x: 3 + h, value: (3 + h) ** 2 }
    const secant = { from: { x: 3, value: 9 }, to, slope: 6 + h }
    const { above } = curvePlot({ ...squareCurve, point: { at: 3, value: 9, slope: 6 }, secant, h }, canvas)
    return of(above, 'text').map(({ text }) => text)
  }
  expect(texts(40)).toContain('h = 40 →')
  expect(texts(-40)).toContain('← h = −40')
  expect(texts(1)).toContain('h = 1')
})

test('the slope of a secant is told from that of the tangent by its digits, but not by rounding', () => {
  const told = (slope: number, values: readonly [number, number], tangent: number, h: number) => {
    const secant = { from: { x: 1, value: values[0] }, to: { x: 1 + h, value: values[1] }, slope }
    const { above } = curvePlot(
      { ...squareCurve, point: { at: 1, value: values[0], slope: tangent }, secant, h },
      canvas
    )
    return of(above, 'text').map(({ text }) => text)
  }
  // x at 1 with h = 10⁻⁴: the quotient is 0.9999999999998899.
  expect(told((1 + 1e-4 - 1) / 1e-4, [1, 1 + 1e-4], 1, 1e-4)).toContain('secant: slope 1')
  expect(told((1.0001 ** 2 - 1) / 1e-4, [1, 1.0001 ** 2], 2, 1e-4)).toContain('secant: slope 2.0001')
  // What is seen is told, though it is rounding: 1 + 10⁻¹⁵ is no double, and the line is drawn with the quotient's slope.
  const next = 1 + 5 * Number.EPSILON
  expect(told((next ** 2 - 1) / 1e-15, [1, next ** 2], 2, 1e-15)).toContain('secant: slope 2.2204')
})

test('no text of a curve lies on another, and none is cut off', () => {
  const small: Canvas = { ...canvas, size: { width: 360, height: 300 } }
  fc.assert(
    fc.property(names, places, sizes, fc.array(places, { maxLength: 4 }), fc.boolean(), (name, a, h, pins, isSmall) => {
      const { f, slope } = delicate[name]
      const pinned = pins.map((at) => ({ at, value: f(at), slope: slope(at) }))
      const data = curve(name, { ...pointAt(name, a, h), pinned })
      const on = isSmall ? small : canvas
      const room = emptyRoom(unit, curveRange(data), on)
      const boxes = of(curvePlot(data, on).above, 'text').map(({ at, dx, dy, text, size }) => {
        const { x, y } = pixelOf(room, at)
        return { left: x + dx, right: x + dx + roughWidth(text, size), top: y + dy - size, base: y + dy, text }
      })
      const { left, width, top, height } = room.area
      for (const [index, box] of boxes.entries()) {
        expect(box.left >= left - 1 && box.right <= left + width + 1).toBe(true)
        expect(box.top >= top - 1 && box.base <= top + height + 1).toBe(true)
        for (const other of boxes.slice(0, index)) {
          const isApart =
            box.left >= other.right || other.left >= box.right || box.top >= other.base || other.top >= box.base
          expect(isApart ? '' : `${box.text} / ${other.text}`).toBe('')
        }
      }
    }),
    { seed: 53, numRuns: 300 }
  )
})

const cornered = (kink: Kink, slope = 0): CurveData =>
  curve('|x|', { point: { at: 0, value: 0, slope }, kink, secant: null, h: null })

test('at a corner there are two half-tangents, each with its equation and on its own side', () => {
  const { above } = curvePlot(cornered({ left: -1, right: 1, jumps: false }), canvas)
  expect(of(above, 'slope')).toEqual([])
  const halves = of(above, 'path').map(({ places: corners }) => corners.map((place) => place.map(Math.round)))
  expect(halves).toEqual([
    [
      [0, 0],
      [-5, 5]
    ],
    [
      [0, 0],
      [5, 5]
    ]
  ])
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['y = −x', 'y = x'])
})

test('a vertical tangent is drawn and written as one; at an end of the domain it is a half', () => {
  const vertical = { left: Infinity, right: Infinity, jumps: false }
  const root = curve('cbrt x', { point: { at: 0, value: 0, slope: Infinity }, kink: vertical })
  const { above } = curvePlot(root, canvas)
  expect(of(above, 'slope')).toMatchObject([{ at: [0, 0], slope: Infinity }])
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['x = 0'])
  const edge = { left: NaN, right: Infinity, jumps: false }
  const half = curve('sqrt x', { point: { at: 0, value: 0, slope: Infinity }, kink: edge })
  expect(of(curvePlot(half, canvas).above, 'path')).toMatchObject([
    {
      places: [
        [0, 0],
        [0, expect.any(Number)]
      ]
    }
  ])
})

test('where f jumps there is no tangent, and below it open dots at the slopes on both sides', () => {
  const jump = { left: 0, right: 0, jumps: true }
  const data = curve('floor x', { point: { at: 1, value: 1, slope: 0 }, kink: jump })
  const { above } = curvePlot(data, canvas)
  expect([of(above, 'slope'), of(above, 'text')]).toEqual([[], []])
  const below = slopePlot(data, canvas)
  expect(of(below.above, 'circles').at(-1)?.places).toEqual([[1, 0]])
})

test('a point above or below the plot is held at its edge, so that it can be drawn back', () => {
  const { handles, above } = curvePlot(curve('1/x', pointAt('1/x', 0.001, 1e-4)), canvas)
  const range = curveRange(curve('1/x'))
  const [at, height] = handles.find(({ id }) => id === 'point')?.at ?? []
  expect(at).toBe(0.001)
  expect(height).toBeLessThan(range.max)
  expect(of(above, 'grip').at(-1)?.colour).toBe(canvas.look.soft)
})

test('the eight tangents that can stay differ in colour and dash', () => {
  const pinned = Array.from({ length: 8 }, (_, at) => ({ at, value: at * at, slope: 2 * at }))
  const lines = of(curvePlot({ ...squareCurve, pinned }, canvas).above, 'slope')
  expect(new Set(lines.map(({ colour }) => colour)).size).toBe(8)
  expect(new Set(lines.map(({ dash }) => dash.join())).size).toBe(8)
})

test('each pinned tangent has its slope written along it, in its colour, but not where the point is', () => {
  const pinned = [0, 1, 4].map((at) => ({ at, value: at * at, slope: 2 * at }))
  const data = { ...squareCurve, pinned, point: { at: 4, value: 16, slope: 8 } }
  const { above } = curvePlot(data, canvas)
  expect(of(above, 'text').map(({ text }) => text)).toEqual(['y = 8(x − 4) + 16'])
  const names = of(above, 'inscription')
  expect(names.map(({ text }) => text)).toEqual(['f′(0) = 0', 'f′(1) = 2'])
  const room = emptyRoom(data.x, curveRange(data), canvas)
  for (const [index, { at, along, colour }] of names.entries()) {
    const line = of(above, 'slope')[index]
    if (!line) throw new Error('a line')
    const [from, to, middle] = [line.at, along, at].map((place) => pixelOf(room, place))
    if (!from || !to || !middle) throw new Error('three places')
    const way = { x: to.x - middle.x, y: to.y - middle.y }
    // |cross product| of the way along the text and the way from the line: how far from it the text stands.
    const on = pixelOf(room, [0, (line.at[1] as number) - line.slope * (line.at[0] as number)])
    const apart = Math.abs(way.x * (on.y - middle.y) - way.y * (on.x - middle.x)) / Math.hypot(way.x, way.y)
    expect(apart).toBeLessThan(18)
    expect(colour).toBe(line.colour)
    const dot = pixelOf(room, line.at)
    expect(Math.hypot(dot.x - middle.x, dot.y - middle.y)).toBeLessThan(200)
  }
})

test('the slope of a pinned tangent stands at its dot where nothing is in the way', () => {
  const data = {
    ...squareCurve,
    x: unit,
    y: unit,
    samples: curveOf(
      () => 0,
      () => 0,
      unit
    ),
    point: null
  }
  for (const at of [-3, 0, 2]) {
    const { above } = curvePlot({ ...data, pinned: [{ at, value: 2, slope: 0.5 }] }, canvas)
    expect(Math.abs((of(above, 'inscription')[0]?.at[0] ?? Infinity) - at)).toBeLessThan(1)
  }
})

test('where f has no value the point is marked at the foot of the plot, with its sentence beside it', () => {
  const nowhere = curve('log x', { point: { at: -1, value: Number.NaN, slope: Number.NaN } })
  const range = curveRange(nowhere)
  const { above, handles } = curvePlot(nowhere, canvas)
  expect(handles).toEqual([{ id: 'point', at: [-1, range.min] }])
  expect(of(above, 'grip').map(({ at }) => at)).toEqual([[-1, range.min]])
  const [text] = of(above, 'text')
  expect([text?.text, text?.at]).toEqual(['not defined here', [-1, range.min]])
  expect(Math.abs(text?.dy ?? Infinity)).toBeLessThan(30)
  const below = slopePlot(nowhere, canvas)
  expect(below.handles).toEqual([{ id: 'point', at: [-1, slopeRange(nowhere).min] }])
})

test('a derivative beyond its plot is held at the edge it lies behind', () => {
  for (const [slope, edge] of [
    [1e9, 'max'],
    [-1e9, 'min']
  ] as const) {
    const steep = curve('1/x', { point: { at: 2, value: 1, slope } })
    expect(slopePlot(steep, canvas).handles).toEqual([{ id: 'point', at: [2, slopeRange(steep)[edge]] }])
  }
})

test('no text of a tangent covers the curve where there is free room for it', () => {
  const size = { width: 560, height: 400 }
  for (const a of [-4, -1.76, -0.5, 0.5, 1.76, 3]) {
    const samples = curveOf(Math.sin, Math.cos, unit)
    const secant = { from: { x: a, value: Math.sin(a) }, to: { x: a + 1, value: Math.sin(a + 1) } }
    const data = {
      ...squareCurve,
      x: unit,
      samples,
      point: { at: a, value: Math.sin(a), slope: Math.cos(a) },
      secant: { ...secant, slope: secant.to.value - secant.from.value },
      h: 1
    }
    const room = emptyRoom(unit, curveRange(data), { ...canvas, size })
    const drawn = Array.from(samples.x, (x) => pixelOf(room, [x, Math.sin(x)]))
    for (const { at, dx, dy, text, size: letters } of of(curvePlot(data, { ...canvas, size }).above, 'text')) {
      const { x, y } = pixelOf(room, at)
      const [left, base] = [x + dx, y + dy]
      const covered = drawn.filter(
        (pixel) =>
          pixel.x > left && pixel.x < left + roughWidth(text, letters) && pixel.y < base && pixel.y > base - letters
      )
      expect(covered.length === 0 ? '' : `${a}: ${text}`).toBe('')
    }
  }
})

test('a slice draws its tangent in its own colour, and its secant in none of the two', () => {
  const tangents = ([0, 1] as const).map((side) => {
    const { above } = curvePlot({ ...curve('sin(x)/x', pointAt('sin(x)/x', 1, 1)), side }, canvas)
    return of(above, 'slope').map(({ colour }) => colour)
  })
  expect(new Set(tangents.map(([, tangent]) => tangent)).size).toBe(2)
  for (const [secant] of tangents) expect(secant).toBe(canvas.look.ink)
})

test('hovering reads f itself, exactly, at a round place', () => {
  const samples = curveOf(Math.sin, Math.cos, unit, 11)
  const { readout } = curvePlot({ ...squareCurve, x: unit, samples, f: Math.sin }, canvas)
  fc.assert(
    fc.property(places, (x) => {
      const found = readout([x, 0])
      const at = found?.at[0] as number
      expect(Math.abs(at - x)).toBeLessThan(0.02)
      expect(found?.lines[1]).toBe(`f = ${String(Number(Math.sin(at).toPrecision(6))).replace('-', '−')}`)
    }),
    { seed: 54, numRuns: 100, examples: [[0], [1], [-2.5]] }
  )
})

test('hovering near a break tells what it is', () => {
  const lines = (name: keyof typeof delicate, x: number, f: ((x: number) => number) | null = delicate[name].f) =>
    curvePlot(curve(name, { f }), canvas).readout([x, 0])?.lines
  expect(lines('1/x', 0.01)).toEqual(['x = 0', 'not defined here', 'pole: left −∞, right ∞'])
  expect(lines('floor x', 1.99)).toEqual(['x = 2', 'f = 2', 'jump: left 1, right 2'])
  expect(lines('|x|', 0.01)).toEqual(['x = 0', 'f = 0', 'corner, slopes: left −1, right 1'])
  expect(lines('sin(x)/x', -0.01)).toEqual(['x = 0', 'not defined here', 'hole: left 1, right 1'])
  expect(lines('sqrt x', -3)).toEqual(['x = −3', 'not defined here'])
  expect(slopePlot(curve('|x|'), canvas).readout([0.01, 0])?.lines).toEqual([
    'x = 0',
    'no derivative here',
    'left −1, right 1'
  ])
})

test('in a plot that is narrower than the sentence a point without a value has none, and can be taken hold of', () => {
  const point = { at: 1, value: NaN, slope: NaN }
  const textsAt = (width: number) => {
    const { above, handles } = curvePlot({ ...squareCurve, point }, { ...canvas, size: { width, height: 200 } })
    expect(handles.map(({ id }) => id)).toContain('point')
    return above.filter(({ mark }) => mark === 'text').length
  }
  expect([textsAt(400), textsAt(120)]).toEqual([1, 0])
})

test('the tangent is written in point-slope form', () => {
  expect(tangentEquation(3, 9, 6.0001)).toBe('y = 6.0001(x − 3) + 9')
  expect(tangentEquation(-2, -1, -1, 't')).toBe('y = −(t + 2) − 1')
  expect(tangentEquation(0, 0, 2)).toBe('y = 2x')
  expect(tangentEquation(0, 5, 0)).toBe('y = 5')
  expect(tangentEquation(1, 2, -3, 'y', 'z')).toBe('z = −3(y − 1) + 2')
  expect(tangentEquation(1, 1, 1.0000001)).toBe('y = (x − 1) + 1')
  expect(tangentEquation(1, 1, -0.9999999)).toBe('y = −(x − 1) + 1')
})
