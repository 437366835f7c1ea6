import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxPlace, eye, projected, type Sight, scenePlace } from '../../../src-renderer/plots/projection'

const box = { x: { min: -5, max: 4.5 }, y: { min: 0, max: 1 }, z: { min: -100, max: 300 } }
const size = { width: 800, height: 600 }

type Vector = readonly [number, number, number]
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0]
]
const unit = (a: Vector): Vector => {
  const length = Math.hypot(...a)
  return [a[0] / length, a[1] / length, a[2] / length]
}

/** A camera at `from` that looks at the origin, 50° high: matrices from the textbook. */
function lookFrom(from: Vector): Sight {
  const back = unit(from)
  const right = unit(cross([0, 1, 0], back))
  const up = cross(back, right)
  const view = [
    ...[right[0], up[0], back[0], 0],
    ...[right[1], up[1], back[1], 0],
    ...[right[2], up[2], back[2], 0],
    ...[-dot(right, from), -dot(up, from), -dot(back, from), 1]
  ]
  const focal = 1 / Math.tan((25 * Math.PI) / 180)
  const [near, far] = [0.1, 2000]
  const projection = [
    ...[(focal * size.height) / size.width, 0, 0, 0],
    ...[0, focal, 0, 0],
    ...[0, 0, (far + near) / (near - far), -1],
    ...[0, 0, (2 * far * near) / (near - far), 0]
  ]
  return { view, projection, size }
}

const direction = fc
  .tuple(fc.double({ min: -80, max: 80, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
  .map(([alpha, beta]): Vector => {
    const [a, b] = [(alpha * Math.PI) / 180, (beta * Math.PI) / 180]
    return [250 * Math.cos(a) * Math.sin(b), 250 * Math.sin(a), 250 * Math.cos(a) * Math.cos(b)]
  })
const place = fc.tuple(
  fc.double({ min: -5, max: 4.5, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -100, max: 300, noNaN: true })
)

test('boxPlace() undoes scenePlace()', () => {
  fc.assert(
    fc.property(place, (at) => {
      boxPlace(box, scenePlace(box, at)).forEach((value, axis) => {
        expect(value).toBeCloseTo(at[axis] as number, 9)
      })
    }),
    { seed: 1 }
  )
})

test('projected() agrees with the pinhole camera, from every side', () => {
  fc.assert(
    fc.property(direction, place, (from, at) => {
      const sight = lookFrom(from)
      const scene = scenePlace(box, at)
      // Independently: how far right, up and ahead of the camera the place is.
      const back = unit(from)
      const right = unit(cross([0, 1, 0], back))
      const offset = minus(scene, from)
      const ahead = -dot(offset, back)
      const pixels = size.height / 2 / Math.tan((25 * Math.PI) / 180)
      const { x, y } = projected(sight, scene)
      expect(x).toBeCloseTo(size.width / 2 + (pixels * dot(offset, right)) / ahead, 5)
      expect(y).toBeCloseTo(size.height / 2 - (pixels * dot(offset, cross(back, right))) / ahead, 5)
    }),
    { seed: 2 }
  )
})

test('eye() is where the camera stands', () => {
  fc.assert(
    fc.property(direction, (from) => {
      eye(lookFrom(from)).forEach((value, axis) => {
        expect(value).toBeCloseTo(from[axis] as number, 6)
      })
    }),
    { seed: 3 }
  )
})

test('what is behind the camera has no pixel', () => {
  expect(projected(lookFrom([0, 0, 50]), [0, 0, 60]).x).toBeNaN()
})
