import { words } from '@shared/words/index'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CurveData, Place } from '../../../src-renderer/figure'
import { jointPlots } from '../../../src-renderer/plots/joint'
import { areaOf } from '../../../src-renderer/plots/layout'
import { looks } from '../../../src-renderer/plots/look'
import type { Mark } from '../../../src-renderer/plots/marks'
import { type Painter, paint } from '../../../src-renderer/plots/paint'
import { emptyRoom, pixelOf } from '../../../src-renderer/plots/room'
import { jointSeats } from '../../../src-renderer/plots/seats'
import { Recorder } from '../../support/recorder'
import { bowlContour, canvas, curveOf, squareCurve, unit } from './samples'

const side = fc.integer({ min: 220, max: 2400 })
const shape = fc.option(fc.double({ min: 0.2, max: 5, noNaN: true }))

/** Where the axes of a seat are on the sheet. */
const axesOf = ({ area, margins }: ReturnType<typeof jointSeats>[number]) => {
  const { left, top, width, height } = areaOf(area, margins)
  return { left: area.left + left, top: area.top + top, width, height }
}
type Axes = ReturnType<typeof axesOf>

test('slices beside a plane share its axes, in whatever size: one runs below it, one at its right', () => {
  fc.assert(
    fc.property(side, side, shape, (width, height, wanted) => {
      const seats = jointSeats({ width, height }, wanted)
      const [plane, across, up] = seats.map(axesOf) as [Axes, Axes, Axes]
      for (const axes of [plane, across, up]) {
        expect(axes.left).toBeGreaterThan(0)
        expect(axes.left + axes.width).toBeLessThan(width)
        expect(axes.top + axes.height).toBeLessThan(height)
      }
      if (!seats[2].turned) return
      expect(across).toMatchObject({ left: expect.closeTo(plane.left, 9), width: expect.closeTo(plane.width, 9) })
      expect(up).toMatchObject({ top: expect.closeTo(plane.top, 9), height: expect.closeTo(plane.height, 9) })
      expect(across.top).toBeGreaterThan(plane.top + plane.height)
      expect(up.left).toBeGreaterThan(plane.left + plane.width)
      if (wanted !== null) expect(plane.width / plane.height).toBeCloseTo(wanted, 6)
      // Half of the lowest number of its axis is below it.
      expect(seats[0].margins.bottom).toBeGreaterThan(7)
      // Canvases do not lie on one another: a pointer is over one of them.
      const [first, second, third] = seats.map(({ area }) => area) as [Axes, Axes, Axes]
      expect(first.top + first.height).toBeLessThanOrEqual(second.top)
      expect(Math.max(first.left + first.width, second.left + second.width)).toBeLessThanOrEqual(third.left)
    }),
    { seed: 12, numRuns: 500 }
  )
}, 60_000)

test('where the plane is larger so, its slices stand upright at its right', () => {
  const isTurned = (width: number, height: number) => jointSeats({ width, height }, 1)[2].turned === true
  expect([isTurned(600, 592), isTurned(475, 491), isTurned(640, 280)]).toEqual([true, true, false])
  // A long strip is a strip in either way: it keeps its axes.
  expect(jointSeats({ width: 1000, height: 800 }, 5)[2].turned).toBe(true)
})

/** A plot of 300 × 200, and the same turned: what was at the left is below now, and what was above at the right. */
const upright = { ...canvas, size: { width: 300, height: 200 }, margins: { left: 40, right: 20, top: 30, bottom: 10 } }
const turned = {
  ...canvas,
  size: { width: 200, height: 300 },
  margins: { left: 10, right: 30, top: 20, bottom: 40 },
  turned: true as const
}
const mirrored = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: 200 - y, y: 300 - x })
const number = fc.double({ min: -9, max: 9, noNaN: true })
const y = { min: -4, max: 4 }

test('a turned plot is the mirror of the one that is not: its places', () => {
  fc.assert(
    fc.property(number, number, (across, up) => {
      const [plain, other] = [upright, turned].map((on) => pixelOf(emptyRoom(unit, y, on), [across, up]))
      const { x: right, y: down } = mirrored(plain as { x: number; y: number })
      expect(other).toEqual({ x: expect.closeTo(right, 9), y: expect.closeTo(down, 9) })
    }),
    { seed: 3 }
  )
})

/** The corners of what is inked by a mark, rounded, in no order. */
function inked(mark: Mark, on: typeof upright | typeof turned): readonly string[] {
  const room = emptyRoom(unit, y, on)
  const recorder = Recorder.of({} as HTMLCanvasElement)
  const painter: Painter = {
    context: recorder.context,
    area: room.area,
    place: (place: Place) => pixelOf(room, place),
    font: 'sans-serif',
    unit: { x: 240 / 10, y: 160 / 8 },
    turned: room.turned
  }
  paint(painter, [mark])
  const corners = recorder.ink.flatMap((ink) => ink.corners.map(([x, y]) => ({ x, y })))
  return (on === upright ? corners.map(mirrored) : corners)
    .map(({ x, y }) => `${(x + 1e-9).toFixed(4)}, ${(y + 1e-9).toFixed(4)}`)
    .sort()
}

test('a turned plot is the mirror of the one that is not: its lines, of any slope, and what is tinted', () => {
  const look = { colour: '#123', width: 1, dash: [], opacity: 1 }
  const steep = fc.oneof(number, fc.constantFrom(0, 1e9, -1e9))
  fc.assert(
    fc.property(number, number, steep, (across, up, slope) => {
      const marks: readonly Mark[] = [
        { mark: 'slope', at: [across, up], slope, reach: null, ...look },
        { mark: 'slope', at: [across, up], slope, reach: 30, ...look },
        { mark: 'guide', x: across, y: null, ...look },
        { mark: 'guide', x: null, y: up, ...look },
        { mark: 'stretch', from: across, to: across + 1, colour: '#123' },
        {
          mark: 'path',
          places: [
            [across, up],
            [0, 0]
          ],
          halo: null,
          ...look
        }
      ]
      for (const mark of marks) {
        expect(inked(mark, upright).length).toBeGreaterThan(1)
        expect(inked(mark, turned), mark.mark).toEqual(inked(mark, upright))
      }
    }),
    { seed: 4, numRuns: 60 }
  )
}, 60_000)

/** y = x²/5 + x. */
const curve: CurveData = {
  ...squareCurve,
  side: 1,
  samples: curveOf(
    (x) => x ** 2 / 5 + x,
    (x) => (2 * x) / 5 + 1,
    unit
  ),
  point: { at: 1, value: 1.2, slope: 1.4 }
}
const plotsOf = (up: CurveData) => {
  const slices = [
    { title: 'across', curve: { ...curve, side: 0 as const } },
    { title: 'up', curve: up }
  ] as const
  const size = { width: 600, height: 600 }
  return jointPlots({ contour: bowlContour, slices }, size, looks.light, words.en.plots).map(({ plot }) => plot)
}

test('of a slice only the place along its axis is told, and nothing is drawn on it that is pointed at on the plane', () => {
  const plots = plotsOf(curve)
  expect(plots.map(({ along }) => along)).toEqual([undefined, 0, 1])
  expect(plots.map(({ pointed }) => pointed !== undefined)).toEqual([true, false, false])
  expect(plots.map((plot) => plot.turned)).toEqual([undefined, undefined, true])
})

test('a slice without any value says so in its place', () => {
  const nowhere = {
    ...curve,
    point: null,
    samples: curveOf(
      () => Number.NaN,
      () => Number.NaN,
      unit
    )
  }
  const said = plotsOf(nowhere).map(({ above }) =>
    above.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : [])).join(' ')
  )
  expect(said[2]).toBe(words.en.plots.nowhere)
  expect(said[1]).not.toContain(words.en.plots.nowhere)
})

test('that a slice has too many breaks to be drawn is noted of the whole', () => {
  const [plane] = plotsOf({ ...curve, samples: { ...curve.samples, tooMany: true } })
  expect(plane?.note).toContain(words.en.plots.tooManyBreaks)
  expect(plotsOf(curve)[0]?.note ?? '').not.toContain(words.en.plots.tooManyBreaks)
})
