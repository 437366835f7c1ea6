import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Trace } from '../../../src-renderer/figure'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { endNames } from '../../../src-renderer/plots/end-names'
import { type Frame, framePixel } from '../../../src-renderer/plots/frame'
import { roughWidth } from '../../../src-renderer/plots/labels'
import { areaOf, fullMargins } from '../../../src-renderer/plots/layout'
import type { Mark } from '../../../src-renderer/plots/marks'
import { bowlContour, bowlTrace, canvas, unit } from './samples'

const frame: Frame = { area: areaOf(canvas.size, fullMargins), x: unit, y: unit }
const room = { ...frame, taken: [], halo: canvas.look.card }
const texts = (marks: readonly Mark[]) =>
  marks.filter((mark): mark is Extract<Mark, { mark: 'text' }> => mark.mark === 'text')

/** The rectangles of texts and of what is written along contour lines, in CSS pixels. */
function boxes(marks: readonly Mark[]) {
  return marks.flatMap((mark) => {
    if (mark.mark === 'text') {
      const { x, y } = framePixel(frame, mark.at)
      const [left, base] = [x + mark.dx, y + mark.dy]
      const width = roughWidth(mark.text, mark.size)
      return [{ text: mark.text, left, right: left + width, top: base - 0.8 * mark.size, bottom: base }]
    }
    if (mark.mark !== 'inscription') return []
    // Turned texts: a square about their middle that is surely covered.
    const { x, y } = framePixel(frame, mark.at)
    return [{ text: mark.text, left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }]
  })
}

const named = (name: string, trace: Trace): Trace => ({ ...trace, name })

test('a run alone has no name, several have theirs where they stand at the step, the selected one first', () => {
  const [one, other] = [named('one', bowlTrace([4, 5], 0.08, 15)), named('other', bowlTrace([-4, 2], 0.1, 9, 1))]
  expect(endNames(room, [one], 0, 15, canvas.look).marks).toEqual([])
  for (const step of [2, 15]) {
    const marks = texts(endNames(room, [one, other], 1, step, canvas.look).marks)
    expect(marks.map(({ text }) => text)).toEqual(['other', 'one'])
    expect(marks[1]?.at).toEqual([one.x[step], one.y[step]])
  }
})

test('the name of a run that leaves the picture stands where it was last seen; a hidden run has none', () => {
  const away = named('away', bowlTrace([4, 4], 1.3, 12))
  const still = named('still', bowlTrace([-4, 2], 0.1, 9, 1))
  const hidden = { ...named('hidden', still), steps: [], x: [], y: [] }
  const marks = texts(endNames(room, [away, still, hidden], 0, 12, canvas.look).marks)
  expect(marks.map(({ text }) => text).sort()).toEqual(['away', 'still'])
  for (const { at } of marks) expect(at.every((coordinate) => Math.abs(coordinate) <= 5)).toBe(true)
})

const coordinate = fc.double({ min: -5, max: 5, noNaN: true })
const run = fc.tuple(fc.tuple(coordinate, coordinate), fc.double({ min: 0.01, max: 1.1, noNaN: true }))

/** From a text to the nearest place of a way from its start to its end, found by walking along it: CSS pixels. */
function toWay({ x, y }: Trace, { at, dx, dy, text, size }: ReturnType<typeof texts>[number]): number {
  const from = framePixel(frame, at)
  const [left, base] = [from.x + dx, from.y + dy]
  const [right, top] = [left + roughWidth(text, size), base - size]
  const corners = Array.from(x, (across, index) => framePixel(frame, [across, y[index] as number]))
  const distances = corners.flatMap((corner, index) => {
    const last = corners[index - 1] ?? corner
    return Array.from({ length: 61 }, (_, part) => {
      const share = part / 60
      const [px, py] = [last.x + (corner.x - last.x) * share, last.y + (corner.y - last.y) * share]
      return Math.hypot(Math.max(left - px, px - right, 0), Math.max(top - py, py - base, 0))
    })
  })
  return Math.min(...distances)
}

test('no name is nearer to the way of another run than to its own, at any step', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 12 }), (runs, step) => {
      // Ways that stay in the picture: what is outside is no way anybody sees.
      const traces = runs.map(([start, rate], index) =>
        named(`run number ${index}`, bowlTrace([...start], Math.min(rate, 0.99), 12, index))
      )
      for (const mark of texts(endNames(room, traces, 0, step, canvas.look).marks)) {
        const own = traces.find(({ name }) => name === mark.text) as Trace
        expect(mark.at).toEqual([own.x[step], own.y[step]])
        const others = traces.filter((trace) => trace !== own).map((trace) => toWay(trace, mark))
        // Ways are looked at every four pixels.
        expect(toWay(own, mark)).toBeLessThanOrEqual(Math.min(...others) + 5)
      }
    }),
    { seed: 22, numRuns: 60 }
  )
}, 60_000)

test('no label of a contour lies on another or on the number of a level: names of runs, of arrows, values', () => {
  fc.assert(
    fc.property(
      fc.array(run, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 20 }),
      fc.tuple(coordinate, coordinate),
      fc.boolean(),
      (runs, step, gradient, both) => {
        const traces = runs.map(([start, rate], index) =>
          named(`run number ${index}`, bowlTrace([...start], rate, 20, index))
        )
        const { above } = contourPlot({ ...bowlContour, traces, step, gradient, both, selected: 0 }, canvas)
        const all = boxes(above)
        for (const [index, one] of all.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(frame.area.left - 1)
          expect(one.right).toBeLessThanOrEqual(frame.area.left + frame.area.width + 1)
          for (const other of all.slice(0, index)) {
            const isApart =
              one.left >= other.right || one.right <= other.left || one.top >= other.bottom || one.bottom <= other.top
            if (!isApart) expect([one, other]).toEqual('apart')
          }
        }
      }
    ),
    { seed: 127, numRuns: 60 }
  )
})
