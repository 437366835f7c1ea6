import { expect, test } from 'vitest'
import type { Mark } from '../../../src-renderer/plots/marks'
import { eye, projected, rayThrough, type Sight, scenePlace } from '../../../src-renderer/plots/projection'
import { hiddenBy, hitOf, veiled } from '../../../src-renderer/plots/veil'
import { lookBy } from './cameras'
import { gridOf, unit } from './samples'

/** A ridge along y: high at x = 0. */
const ridge = (x: number) => 10 * Math.exp(-x * x)
const ground = { samples: gridOf(ridge, unit, unit), x: unit, y: unit }
const box = { x: unit, y: unit, z: { min: -0.5, max: 10 } }

/** A camera of which only its place matters here. */
const from = (x: number, y: number, z: number): Sight => ({
  view: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1],
  projection: [],
  size: { width: 1, height: 1 }
})
const at = (x: number) => [x, 0, ridge(x)]

test('a ridge hides what lies behind it and not what lies before it', () => {
  const hidden = hiddenBy({ ground, box }, eye(from(300, 0, 0)))
  expect(hidden(at(-3))).toBe(true)
  expect(hidden(at(3))).toBe(false)
  const other = hiddenBy({ ground, box }, eye(from(-300, 0, 0)))
  expect(other(at(-3))).toBe(false)
  expect(other(at(3))).toBe(true)
})

test('from straight above and straight below nothing on a hill is hidden', () => {
  for (const height of [300, -300]) {
    const hidden = hiddenBy({ ground, box }, eye(from(0, height, 0)))
    for (const x of [-4, -1, 0, 0.5, 2, 4]) expect(hidden(at(x))).toBe(false)
  }
})

test('what is cut off hides nothing', () => {
  // The way from here to the camera meets the ridge only above 1.
  const low = { ...box, z: { min: -0.5, max: 1 } }
  expect(hiddenBy({ ground, box }, eye(from(300, 150, 0)))(at(-1.6))).toBe(true)
  expect(hiddenBy({ ground, box: low }, eye(from(300, 150, 0)))(at(-1.6))).toBe(false)
})

test('hidden parts of a path are faint, rings, grips and arrows never are', () => {
  const places = [at(-3), at(3)]
  const path: Mark = { mark: 'path', places, colour: '#000000', halo: null, width: 2, dash: [], opacity: 1 }
  const grip: Mark = { mark: 'grip', at: at(-3), colour: '#d7263d', halo: '#ffffff' }
  const marks = veiled([path, grip], { ground, box }, from(300, 0, 0))
  expect(marks).toHaveLength(3)
  expect(marks[0]).toMatchObject({ mark: 'path', places, opacity: 0.28 })
  expect(marks[1]).toMatchObject({ mark: 'path', places: [[NaN, NaN, NaN], at(3)], opacity: 1 })
  expect(marks[2]).toBe(grip)
})

test('signs are faint behind the surface, and stay signs', () => {
  const sign = (x: number): Mark => ({ mark: 'sign', at: at(x), kind: 'saddle', colour: '#112233', halo: '#ffffff' })
  const [behind, before] = veiled([sign(-3), sign(3)], { ground, box }, from(300, 0, 0))
  expect(behind).toMatchObject({ mark: 'sign', colour: '#11223347', halo: '#ffffff47' })
  expect(before).toEqual(sign(3))
})

test('a sheet is whole where it is faint, and has only what is seen where it is not', () => {
  const cell = (x: number) => [
    [x, -1, 0.02],
    [x, 1, 0.02],
    [x, 1, 1],
    [x, -1, 1]
  ]
  const sheet: Mark = { mark: 'sheet', cells: [cell(-3), cell(3)], colour: '#112233', opacity: 0.5 }
  const [faint, clear] = veiled([sheet], { ground, box }, from(300, 0, 0))
  expect(faint).toEqual({ ...sheet, opacity: 0.5 * 0.28 })
  expect(clear).toMatchObject({ cells: [[], cell(3)], opacity: 0.5 })
})

test('a ray meets the side of the ridge that is turned to the camera', () => {
  const sight = lookBy(20, 90, 250)
  const through = (x: number) => rayThrough(sight, projected(sight, scenePlace(box, at(x))))
  const near = hitOf({ ground, box }, through(1))
  expect(near?.[0]).toBeCloseTo(1, 1)
  expect(near?.[2]).toBeCloseTo(ridge(1), 0)
  // What lies behind the ridge is not met, but the ridge before it.
  expect(hitOf({ ground, box }, through(-2))?.[0]).toBeGreaterThan(0)
  expect(hitOf({ ground, box }, rayThrough(sight, { x: 1, y: 1 }))).toBeNull()
})
