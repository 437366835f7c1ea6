import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  along,
  boxPlace,
  boxSize,
  eye,
  passage,
  projected,
  rayThrough,
  scenePlace,
  type Vector
} from '../../../src-renderer/plots/projection'
import { cross, dot, lookFrom, minus, scaled } from './cameras'

const box = { x: { min: -5, max: 4.5 }, y: { min: 0, max: 1 }, z: { min: -100, max: 300 } }
const size = { width: 800, height: 600 }

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
      const back = scaled(from)
      const right = scaled(cross([0, 1, 0], back))
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

test('rayThrough() a pixel leads to every place that is seen there', () => {
  fc.assert(
    fc.property(direction, place, (from, at) => {
      const sight = lookFrom(from)
      const scene = scenePlace(box, at)
      const ray = rayThrough(sight, projected(sight, scene))
      const met = along(ray, dot(minus(scene, from), ray.direction))
      met.forEach((value, axis) => {
        expect(value).toBeCloseTo(scene[axis] as number, 5)
      })
    }),
    { seed: 4 }
  )
})

test('passage() is the part of a ray inside of the box', () => {
  const isIn = ([x, y, z]: Vector) =>
    Math.abs(x) <= boxSize.width / 2 && Math.abs(y) <= boxSize.height / 2 && Math.abs(z) <= boxSize.depth / 2
  fc.assert(
    fc.property(direction, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }), (from, x, y) => {
      const ray = rayThrough(lookFrom(from), { x, y })
      const inside = passage(ray)
      const middle = -dot(ray.from, ray.direction)
      if (!inside) {
        for (let length = middle - 150; length < middle + 150; length += 0.5)
          expect(isIn(along(ray, length))).toBe(false)
        return
      }
      const [enter, leave] = inside
      const hair = (leave - enter) * 1e-6
      expect(
        [enter - hair, enter + hair, leave - hair, leave + hair].map((length) => isIn(along(ray, length)))
      ).toEqual([false, true, true, false])
    }),
    { seed: 6 }
  )
})
