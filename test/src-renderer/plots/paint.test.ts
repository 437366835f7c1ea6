import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looks, runLook } from '../../../src-renderer/plots/look'
import { line, type Mark } from '../../../src-renderer/plots/marks'
import { direction, type Painter, paint, spaced } from '../../../src-renderer/plots/paint'
import { Recorder } from '../../support/recorder'

test('a slope is as steep on the screen as the units of the axes make it', () => {
  const { x, y } = direction(6, { x: 50, y: 10 })
  // Screens count downwards.
  expect(y / x).toBeCloseTo(-60 / 50, 12)
  expect(Math.hypot(x, y)).toBeCloseTo(1, 12)
})

test('units and slopes at the ends of the doubles give a direction all the same', () => {
  // Axes from −1e300 to 1e300 and from −1e-300 to 1e-300: a slope of 1e-600 would be needed, so 1 is vertical.
  expect(direction(1, { x: 2e-298, y: 2e302 })).toEqual({ x: 0, y: -1 })
  expect(direction(-1e308, { x: 1, y: 100 })).toEqual({ x: 0, y: 1 })
  const steep = direction(1e300, { x: 60, y: 2e-298 })
  expect(steep.y / steep.x).toBeCloseTo(-200 / 60, 9)
  expect(direction(0, { x: 1, y: 1 }).x).toBe(1)
})

test('of dots that crowd those are drawn that are far enough from all before, and none is missing beside a gap', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 200 }), (places) => {
      const pixels = places.map(([x, y]) => ({ x, y }))
      const kept = spaced(pixels, 7)
      const near = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y) < 7
      for (const [index, at] of kept.entries())
        expect(kept.slice(0, index).some((other) => near(at, other))).toBe(false)
      for (const at of pixels) expect(kept.some((other) => near(at, other))).toBe(true)
    }),
    { seed: 7 }
  )
})

/** What is inked of marks on a plot of 100 × 100 pixels, one pixel a unit. */
function inked(...marks: readonly Mark[]) {
  const recorder = Recorder.of({} as HTMLCanvasElement)
  const painter: Painter = {
    context: recorder.context,
    area: { left: 0, top: 0, width: 100, height: 100 },
    place: ([x = NaN, y = NaN]) => ({ x, y }),
    font: 'sans-serif',
    unit: { x: 1, y: 1 }
  }
  paint(painter, marks)
  return recorder.ink.filter(({ text }) => text === null)
}
const eight = Array.from({ length: 8 }, (_, colour) => runLook(looks.light, colour))

test('the paths of eight runs are painted in eight dashes, each with a halo in the same and with gaps that are open', () => {
  const places = [
    [10, 10],
    [90, 50]
  ]
  for (const run of eight) {
    const [halo, path, ...others] = inked(line(places, run, 1))
    expect([halo?.colour, path?.colour, others]).toEqual([run.halo, run.colour, []])
    for (const stroke of [halo, path]) expect(stroke?.dash).toEqual(run.dash)
    // Round ends reach half a width into a gap, at both of its sides.
    if (run.dash.length > 0) expect([halo?.cap, path?.cap]).toEqual(['butt', 'butt'])
  }
  expect(new Set(eight.map((run) => String(inked(line(places, run, 1))[1]?.dash))).size).toBe(8)
})

test('each kind of line is painted in its dash, and leaves none to the next', () => {
  const look = { colour: '#123', width: 1, opacity: 1 }
  const places = [
    [10, 10],
    [90, 50]
  ]
  const all = (dash: readonly number[]): readonly Mark[] => [
    { mark: 'path', places, halo: null, dash, ...look },
    { mark: 'guide', x: 20, y: null, dash, ...look },
    { mark: 'slope', at: [50, 50], slope: 1, reach: 10, dash, ...look },
    { mark: 'key', lines: [{ text: 'f', colour: '#123', dash, width: 1 }], ink: '#000', size: 10 }
  ]
  const ring: Mark = { mark: 'ring', at: [50, 50], colour: '#123', halo: '#fff', radius: 3 }
  for (const mark of all([6, 3]))
    expect(
      inked(mark, ring).map(({ dash }) => dash),
      mark.mark
    ).toEqual([[6, 3], [], []])
  for (const mark of all([])) expect(inked(mark)[0]?.dash, mark.mark).toEqual([])
})
