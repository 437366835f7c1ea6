import { expect, test } from 'vitest'
import type { SurfaceData } from '../../../src-renderer/figure'
import { standardCamera } from '../../../src-renderer/plots/camera'
import { eye } from '../../../src-renderer/plots/projection'
import { surfaceScene } from '../../../src-renderer/plots/surface-scene'
import { hiddenBy } from '../../../src-renderer/plots/veil'
import { lookBy } from './cameras'
import { bowl, bowlSurface, canvas, gridOf, unit } from './samples'

const size = { width: 600, height: 480 }
const scene = (data: SurfaceData) => surfaceScene(data, canvas.look, canvas.words, { corners: 9, parts: 9, ratio: 1 })
const camera = (data: SurfaceData, of = size) => standardCamera(data, scene(data), of)

const startingAt = (x: number, y: number, f = bowl): SurfaceData => {
  const [trace] = bowlSurface.traces
  if (!trace) throw new Error('a run')
  const start = { ...trace, steps: [0], x: [x], y: [y], values: [f(x, y)] }
  return { ...bowlSurface, samples: gridOf(f, unit, unit), traces: [start], step: 0, gradient: null }
}

test('the standard camera steps back in a narrow element', () => {
  const narrow = camera(bowlSurface, { width: 400, height: 500 })
  expect(narrow.distance).toBeGreaterThan(camera(bowlSurface).distance)
})

test('the start of a run is seen from the standard camera, on whichever side of a bowl or a hill it lies', () => {
  for (const f of [bowl, (x: number, y: number) => 50 - bowl(x, y)]) {
    for (const [x, y] of [
      [4, 4],
      [4, -4],
      [-4, 4],
      [-4, -4],
      [0, 4.5],
      [4.5, 0],
      [0, -4.5]
    ] as const) {
      const data = startingAt(x, y, f)
      const { alpha, beta, distance } = camera(data)
      const hidden = hiddenBy(scene(data), eye(lookBy(alpha, beta, distance, size, [0, -14, 0])))
      expect(hidden([x, y, f(x, y)]), `${x}, ${y}`).toBe(false)
    }
  }
})

test('a slope is looked at from its lower side', () => {
  for (const [a, b] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1]
  ] as const) {
    const f = (x: number, y: number) => Math.tanh(2 * (a * x + b * y))
    const { beta } = camera({ ...bowlSurface, traces: [], step: null, samples: gridOf(f, unit, unit) })
    const around = (beta * Math.PI) / 180
    // The camera stands towards x by the sine and away from y by the cosine.
    expect(a * Math.sin(around) - b * Math.cos(around)).toBeLessThan(0)
  }
})

test('a view stays while the usual one shows a little less, and goes back when it shows as much', () => {
  const hills = (x: number, y: number) => Math.sin(2 * x + 1) * Math.cos(2 * y) + 0.04 * (x - y)
  const before = { alpha: 28, beta: -58, distance: 182 }
  for (const [f, stays] of [
    [hills, true],
    [bowl, false]
  ] as const) {
    const data = { ...bowlSurface, traces: [], step: null, samples: gridOf(f, unit, unit) }
    expect(camera(data).beta).toBe(32)
    expect(standardCamera(data, scene(data), size, before).beta).toBe(stays ? -58 : 32)
  }
})
