import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SurfaceData } from '../../../src-renderer/figure'
import { type Seen, stepNear, surfaceReading } from '../../../src-renderer/plots/probe'
import { eye, projected, scenePlace } from '../../../src-renderer/plots/projection'
import { surfaceArrows } from '../../../src-renderer/plots/surface'
import { surfaceScene } from '../../../src-renderer/plots/surface-scene'
import { hiddenBy } from '../../../src-renderer/plots/veil'
import { lookBy } from './cameras'
import { bowl, bowlSurface, bowlTrace, canvas, gridOf, unit } from './samples'

const plain: SurfaceData = { ...bowlSurface, style: 'shaded', traces: [], step: null, gradient: null, f: bowl }
const sight = lookBy(65, 32, 220)

function seenOf(data: SurfaceData): Seen {
  return { data, scene: surfaceScene(data, canvas.look, canvas.words, { corners: 9, parts: 9, ratio: 1 }), sight }
}
const pixelOf = ({ scene }: Seen, x: number, y: number, value: number) =>
  projected(sight, scenePlace(scene.box, [x, y, scene.scale.height(value)]))
const readingAt = (data: SurfaceData, x: number, y: number, value: number) => {
  const seen = seenOf(data)
  return surfaceReading(seen, pixelOf(seen, x, y, value), canvas)
}

test('over a place that is seen, hovering reads that place', () => {
  const seen = seenOf(plain)
  const hidden = hiddenBy(seen.scene, eye(sight))
  let read = 0
  const coordinate = fc.double({ min: -4.9, max: 4.9, noNaN: true })
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      const value = bowl(x, y)
      if (hidden([x, y, value])) return
      const reading = surfaceReading(seen, pixelOf(seen, x, y, value), canvas)
      const [nearX = NaN, nearY = NaN] = reading?.at ?? []
      expect(Math.hypot(nearX - x, nearY - y)).toBeLessThan(0.15)
      read++
    }),
    { seed: 71, numRuns: 300 }
  )
  expect(read).toBeGreaterThan(100)
})

test('f is its value at the coordinates that are shown', () => {
  const lines = readingAt(plain, 1.003, -1.996, bowl(1.003, -1.996))?.lines
  const [x, y] = (lines?.[0]?.match(/−?[\d.]+(?=,|$)/g) ?? []).map((text) => Number(text.replace('−', '-')))
  expect(x).toBeCloseTo(1, 1)
  expect(y).toBeCloseTo(-2, 1)
  expect(lines?.[1]).toBe(`f = ${Number(bowl(x as number, y as number).toPrecision(6))}`)
})

test('without the formula f is read from the picture', () => {
  expect(readingAt({ ...plain, f: null }, 1, -2, 5)?.lines[1]).toMatch(/^f ≈ [45](\.\d+)?$/)
})

test('on a logarithmic axis hovering still reads f', () => {
  const reading = readingAt({ ...plain, scale: 'log' }, 2, -2, 8)
  expect(reading?.lines[1]).toMatch(/^f = (7\.9|8)/)
})

test('beside the surface and in its holes there is nothing to read', () => {
  expect(surfaceReading(seenOf(plain), { x: 2, y: 2 }, canvas)).toBeNull()
  const holed = { ...plain, samples: gridOf((x, y) => (Math.hypot(x, y) < 4.9 ? NaN : 1), unit, unit) }
  expect(readingAt(holed, 0, 0, 1)).toBeNull()
})

test('a critical point says what it is', () => {
  const critical = [{ x: 0, y: 0, value: 0, kind: 'minimum' }] as unknown as SurfaceData['critical']
  const reading = readingAt({ ...plain, style: 'wireframe', critical }, 0, 0, 0)
  expect(reading?.lines).toEqual([canvas.words.kinds.minimum, 'x0 = 0, x1 = 0', 'f = 0'])
})

test('a critical point behind the surface is not met', () => {
  const dome = (x: number, y: number) => -bowl(x, y)
  const data = { ...plain, f: dome, samples: gridOf(dome, unit, unit) }
  const low = { ...seenOf(data), sight: lookBy(10, 32, 220) }
  const hidden = hiddenBy(low.scene, eye(low.sight))
  const places = Array.from({ length: 81 }, (_, index) => [(index % 9) - 4, Math.floor(index / 9) - 4] as const)
  const met = places.map(([x, y]) => {
    const value = dome(x, y)
    const critical = [{ x, y, value, kind: 'maximum' }] as unknown as SurfaceData['critical']
    const pixel = projected(low.sight, scenePlace(low.scene.box, [x, y, value]))
    const reading = surfaceReading({ ...low, data: { ...data, critical } }, pixel, canvas)
    return reading?.lines[0] === canvas.words.kinds.maximum
  })
  const isHidden = places.map(([x, y]) => hidden([x, y, dome(x, y)]))
  expect(met).toEqual(isHidden.map((behind) => !behind))
  expect(new Set(met).size).toBe(2)
})

test('only steps that are drawn can be met', () => {
  const data = { ...bowlSurface, step: 1 }
  const [trace] = data.traces
  const at = (index: number) => {
    const seen = seenOf(data)
    const [x, y, value] = [trace?.x[index], trace?.y[index], trace?.values[index]] as [number, number, number]
    return stepNear(seen, pixelOf(seen, x, y, value))
  }
  expect(at(1)).toEqual({ run: 0, index: 1 })
  expect(at(6)).toBeNull()
})

test('hovering over an arrow says what it means, and where the step began or ended', () => {
  const sentenceOf = (data: SurfaceData) => {
    const seen = seenOf(data)
    const [arrow] = surfaceArrows(data, seen.scene, canvas.look, canvas.words)
    const middle = [0, 1, 2].map((axis) => ((arrow?.from[axis] as number) + (arrow?.towards[axis] as number)) / 2)
    return surfaceReading(seen, projected(sight, scenePlace(seen.scene.box, middle)), canvas)?.lines
  }
  const { words } = canvas
  const point = { x: 1, y: -3, value: 10, slopeX: 2, slopeY: -6 }
  expect(sentenceOf({ ...plain, point })).toEqual([words.mostDecrease])
  const stepped = {
    ...bowlSurface,
    f: bowl,
    traces: [bowlTrace([-3, -4], 0.01, 3)],
    step: 3,
    gradient: [-6, -8] as const
  }
  expect(sentenceOf(stepped)).toEqual([words.downhillAtEnd])
  const departure = { at: [4, -4], value: 32, gradient: [8, -8] as const }
  expect(sentenceOf({ ...stepped, gradient: null, departure })).toEqual([words.downhillAtStart])
})
