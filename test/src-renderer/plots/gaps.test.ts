import type { Break } from '@shared/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenLine, heightAt, piecesOf, undefinedStretches } from '../../../src-renderer/plots/gaps'
import { broken, curveOf, type delicate, delicateSamples, type WrittenBreak } from './samples'

const view = { min: -10, max: 10 }
const range = { min: -5, max: 5 }

const lines = (name: keyof typeof delicate, course: 'values' | 'slopes' = 'values', count = 501) =>
  piecesOf(delicateSamples(name, count), course).map(({ x, heights }) => ({
    from: [x[0], heights[0]],
    to: [x.at(-1), heights.at(-1)]
  }))

const kinds = fc.constantFrom('jump', 'pole', 'edge', 'hole') as fc.Arbitrary<WrittenBreak['kind']>
const limit = fc.oneof(fc.double({ min: -8, max: 8, noNaN: true }), fc.constantFrom(Infinity, -Infinity, NaN))
const written = fc.record({
  at: fc.double({ min: -4.99, max: 4.99, noNaN: true }),
  kind: kinds,
  left: limit,
  right: limit,
  slopeLeft: limit,
  slopeRight: limit,
  value: limit
})
const breaks = fc
  .uniqueArray(written, { maxLength: 12, selector: ({ at }) => at })
  .map((list) => list.sort((a, b) => a.at - b.at))
const count = fc.integer({ min: 2, max: 60 })

test('no piece goes across a break, and every sample beside the breaks is in one', () => {
  fc.assert(
    fc.property(breaks, count, fc.constantFrom('values', 'slopes'), (list, samples, course) => {
      const curve = broken(curveOf(Math.sin, Math.cos, range, samples), list)
      const pieces = piecesOf(curve, course as 'values')
      for (const { at } of list) {
        expect(pieces.filter(({ x }) => (x[0] as number) < at && at < (x.at(-1) as number))).toEqual([])
      }
      for (const piece of pieces) {
        expect(piece.x.every((x, index) => index === 0 || x >= (piece.x[index - 1] as number))).toBe(true)
        expect(piece.heights.slice(1, -1).every(Number.isFinite)).toBe(true)
      }
      const inPieces = new Set(pieces.flatMap(({ x }) => x))
      const isBeside = (x: number, index: number) =>
        list.some(({ at }) => at >= (curve.x[index - 1] ?? x) && at <= (curve.x[index + 1] ?? x))
      expect([...curve.x].filter((x, index) => !inPieces.has(x) && !isBeside(x, index))).toEqual([])
    }),
    { seed: 41, numRuns: 300 }
  )
})

test('f″ is drawn in two pieces, each to its limit, where only it leaps', () => {
  const parabola = curveOf(
    (x) => x * Math.abs(x),
    (x) => 2 * Math.abs(x),
    range,
    11
  )
  const seconds = parabola.x.map((x) => 2 * Math.sign(x))
  const samples = { ...parabola, seconds, bends: [{ after: 5, at: 0, left: -2, right: 2 }] }
  const drawn = piecesOf(samples, 'seconds').map(({ x, heights }) => [x[0], x.at(-1), new Set(heights)])
  expect(drawn).toEqual([
    [-5, 0, new Set([-2])],
    [0, 5, new Set([2])]
  ])
  for (const course of ['values', 'slopes'] as const) expect(piecesOf(samples, course)).toHaveLength(1)
})

test('no segment of the drawn line joins the two sides of a break', () => {
  fc.assert(
    fc.property(breaks, count, (list, samples) => {
      const curve = broken(curveOf(Math.sin, Math.cos, range, samples), list)
      const line = brokenLine(piecesOf(curve, 'values'), view, 0.04)
      for (const [index, to] of line.entries()) {
        const from = line[index - 1]
        if (!from || Number.isNaN(from.y) || Number.isNaN(to.y)) continue
        expect(list.filter(({ at }) => from.x < at && at < to.x)).toEqual([])
      }
    }),
    { seed: 42, numRuns: 300 }
  )
})

test('between two samples the height is between theirs, but not across a break', () => {
  fc.assert(
    fc.property(breaks, count, fc.double({ min: -5, max: 5, noNaN: true }), (list, samples, x) => {
      const curve = broken(curveOf(Math.sin, Math.cos, range, samples), list)
      const pieces = piecesOf(curve, 'values')
      const height = heightAt(pieces, x)
      const after = curve.x.findLastIndex((place) => place <= x)
      // A break at a sample also touches the interval on its other side.
      const near = (found: Break) =>
        found.after === after || (Math.abs(found.after - after) === 1 && curve.x.includes(found.at))
      fc.pre(!curve.breaks.some(near))
      const ends = [after, Math.min(after + 1, samples - 1)].map((index) => curve.values[index] as number)
      expect(height).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-12)
      expect(height).toBeLessThanOrEqual(Math.max(...ends) + 1e-12)
    }),
    { seed: 43, numRuns: 300 }
  )
})

test('towards a pole the line leaves the plot on the right side, wherever the samples fall', () => {
  for (const samples of [400, 501, 601, 997]) {
    expect(lines('1/x', 'values', samples)).toEqual([
      { from: [-5, -0.2], to: [0, -Infinity] },
      { from: [0, Infinity], to: [5, 0.2] }
    ])
    const tangents = lines('tan x', 'values', samples)
    expect(tangents).toHaveLength(5)
    for (const { from } of tangents.slice(1)) expect(from[1]).toBe(-Infinity)
    for (const { to } of tangents.slice(0, -1)) expect(to[1]).toBe(Infinity)
  }
})

test('a step ends at its limits, and the value at the step belongs to neither side by itself', () => {
  expect(lines('floor x').slice(0, 2)).toEqual([
    { from: [-5, -5], to: [-4, -5] },
    { from: [-4, -4], to: [-3, -4] }
  ])
  expect(lines('floor x')).toHaveLength(10)
})

test('the curve goes on at a corner, and has its tip there; its derivative does not', () => {
  for (const samples of [500, 501]) {
    expect(lines('|x|', 'values', samples)).toEqual([{ from: [-5, 5], to: [5, 5] }])
    expect(lines('|x|', 'slopes', samples)).toEqual([
      { from: [-5, -1], to: [0, -1] },
      { from: [0, 1], to: [5, 1] }
    ])
    const tip = piecesOf(delicateSamples('|x|', samples), 'values')[0]
    expect(Math.min(...(tip?.heights ?? []))).toBe(0)
  }
})

test('a curve begins at the end of its domain', () => {
  for (const samples of [500, 501]) {
    expect(lines('sqrt x', 'values', samples)[0]?.from).toEqual([0, 0])
    expect(lines('sqrt x', 'slopes', samples)[0]?.from).toEqual([0, Infinity])
    expect(lines('x^x', 'values', samples)[0]?.from).toEqual([0, 1])
    expect(lines('log x', 'values', samples)[0]?.from).toEqual([0, -Infinity])
  }
})

test('steep and fast curves stay whole', () => {
  for (const f of [(x: number) => x ** 9, (x: number) => 8 * Math.sin(40 * x), (x: number) => Math.exp(-1e4 * x * x)]) {
    expect(
      piecesOf(
        curveOf(f, () => NaN, range),
        'values'
      )
    ).toHaveLength(1)
  }
})

test('where f has no value there is a gap, and it is told where', () => {
  const samples = curveOf(
    (x) => (x > 0 ? Math.log(x) : x < -2 ? 1 : NaN),
    () => NaN,
    range,
    101
  )
  expect(piecesOf(samples, 'values')).toHaveLength(2)
  const [stretch] = undefinedStretches(samples)
  expect(stretch?.min).toBeCloseTo(-2, 9)
  expect(stretch?.max).toBeCloseTo(0, 9)
  expect(undefinedStretches(delicateSamples('log x', 400))).toEqual([{ min: -5, max: 0 }])
  expect(undefinedStretches(delicateSamples('sqrt x', 501))).toEqual([{ min: -5, max: 0 }])
})

test('a hole is no stretch', () => {
  expect(undefinedStretches(delicateSamples('sin(x)/x', 501))).toEqual([])
  expect(undefinedStretches(delicateSamples('sin(1/x)', 501))).toEqual([])
})

test('the drawn line has far fewer points than there are samples, and none of these is a tenth of a pixel off it', () => {
  const pixel = (view.max - view.min) / 400
  const waves = fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: 0.2, max: 6, noNaN: true }))
  fc.assert(
    fc.property(waves, fc.integer({ min: 2, max: 900 }), ([height, turns], samples) => {
      const curve = curveOf(
        (x) => height * Math.sin(turns * x),
        () => NaN,
        range,
        samples
      )
      const line = brokenLine(piecesOf(curve, 'values'), view, pixel)
      expect([line[0]?.x, line.at(-1)?.x]).toEqual([range.min, range.max])
      const drawn = [{ x: line.map(({ x }) => x), heights: line.map(({ y }) => y) }]
      const isOff = (x: number, index: number) =>
        !(Math.abs(heightAt(drawn, x) - (curve.values[index] as number)) < pixel / 10)
      expect([...curve.x].filter(isOff)).toEqual([])
    }),
    { seed: 44, numRuns: 100 }
  )
  const parabola = curveOf(
    (x) => x * x,
    (x) => 2 * x,
    range,
    801
  )
  expect(brokenLine(piecesOf(parabola, 'values'), { min: 0, max: 25 }, 25 / 320).length).toBeLessThan(120)
  expect(brokenLine(piecesOf(parabola, 'slopes'), view, pixel)).toHaveLength(2)
})

test('far heights are cut where chart.js still places them exactly', () => {
  const samples = curveOf(
    (x) => 1e300 * x,
    () => 1e300,
    range,
    11
  )
  for (const { y } of brokenLine(piecesOf(samples, 'values'), view, 0.04)) expect(Math.abs(y)).toBeLessThanOrEqual(210)
})

test('heightAt() joins neighbouring samples by straight lines and knows nothing outside them', () => {
  const samples = curveOf(
    (x) => 3 * x - 1,
    () => 3,
    range,
    21
  )
  const pieces = piecesOf(samples, 'values')
  for (const x of [-5, -4.9, 0, 1.234, 5]) expect(heightAt(pieces, x)).toBeCloseTo(3 * x - 1, 10)
  expect(heightAt(pieces, 5.001)).toBeNaN()
  expect(heightAt(pieces, -5.001)).toBeNaN()
  expect(heightAt(pieces, NaN)).toBeNaN()
})

test('heightAt() goes as far as the limit on its own side of a step', () => {
  const samples = delicateSamples('floor x', 500)
  const pieces = piecesOf(samples, 'values')
  expect(heightAt(pieces, 1.9999)).toBe(1)
  expect(heightAt(pieces, 2.0001)).toBe(2)
})
