import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SurfaceData } from '../../../src-renderer/figure'
import { drawnHeights, raised, type Setting } from '../../../src-renderer/plots/heights'
import type { Mark } from '../../../src-renderer/plots/marks'
import {
  patchCells,
  sheetMarks,
  sheetNote,
  slicePlane,
  tangentPatch,
  taylorPatch
} from '../../../src-renderer/plots/sheets'
import { bowl, bowlSurface, canvas, gridOf, unit } from './samples'

const point = { x: 1, y: -2, value: 5, slopeX: 2, slopeY: -4 }
const curvature = { hessian: [2, 0, 2] } as unknown as NonNullable<SurfaceData['curvature']>
const data: SurfaceData = { ...bowlSurface, traces: [], step: null, gradient: null, point, curvature }

function settingOf(of: SurfaceData): Setting {
  const heights = drawnHeights(of)
  return { ...raised(of), heights, box: { x: of.x, y: of.y, z: heights } }
}
const setting = settingOf(data)

/** The area of a polygon of the box seen from the front, in the units of x and of the heights. */
const areaOf = (cell: readonly (readonly number[])[]) =>
  Math.abs(
    cell.reduce((sum, [x = NaN, , z = NaN], index) => {
      const [nextX = NaN, , nextZ = NaN] = cell[(index + 1) % cell.length] ?? []
      return sum + x * nextZ - nextX * z
    }, 0) / 2
  )

test('a slice plane reaches from wall to wall and from floor to ceiling, parted by a hair at the surface', () => {
  const cells = slicePlane(setting, [-5, -2], [5, -2])
  const places = cells.flat()
  expect(places.every(([, y]) => y === -2)).toBe(true)
  const [x, z] = [0, 2].map((axis) => places.map((place) => place[axis] as number)) as [number[], number[]]
  const ends = [Math.min(...x), Math.max(...x), Math.min(...z), Math.max(...z)]
  expect(ends).toEqual([-5, 5, 0, expect.closeTo(50, 9)])
  const share = cells.reduce((sum, cell) => sum + areaOf(cell), 0) / 500
  expect(share).toBeGreaterThan(0.99)
  expect(share).toBeLessThan(1)
})

test('no cell of a slice plane crosses the surface', () => {
  for (const cell of slicePlane(setting, [-5, -2], [5, -2])) {
    const sides = cell.map(([x = NaN, y = NaN, z = NaN]) => Math.sign(z - bowl(x, y)))
    expect(new Set(sides).size).toBe(1)
  }
})

test('the tangent plane is f and its slopes at the point', () => {
  const patch = tangentPatch(data)
  expect(patch?.value(1, -2)).toBe(5)
  expect(patch?.value(2, -2)).toBe(7)
  expect(patch?.value(1, -1)).toBe(1)
})

test('the Taylor polynomial of a quadratic f is f itself', () => {
  const patch = taylorPatch(data)
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }), (x, y) => {
      expect(patch?.value(x, y)).toBeCloseTo(bowl(x, y), 9)
    }),
    { seed: 61 }
  )
})

test('the Taylor polynomial leaves f in the third order only', () => {
  const f = (x: number, y: number) => Math.exp(x) * Math.sin(y)
  const [a, b] = [0.3, 0.7]
  const [e, s, c] = [Math.exp(a), Math.sin(b), Math.cos(b)]
  const at = { x: a, y: b, value: e * s, slopeX: e * s, slopeY: e * c }
  const hessian = { hessian: [e * s, e * c, -e * s] } as unknown as NonNullable<SurfaceData['curvature']>
  const patch = taylorPatch({ ...data, point: at, curvature: hessian })
  const error = (h: number) => Math.abs((patch?.value(a + h, b - h) ?? NaN) - f(a + h, b - h))
  expect(Math.log2(error(0.02) / error(0.01))).toBeCloseTo(3, 1)
})

test('there is no patch where f has no derivatives, nor where the point is not in the picture', () => {
  expect(tangentPatch({ ...data, point: { ...point, slopeX: NaN } })).toBeNull()
  expect(tangentPatch({ ...data, point: { ...point, x: 7 } })).toBeNull()
  expect(tangentPatch({ ...data, point: null })).toBeNull()
  expect(taylorPatch({ ...data, curvature: null })).toBeNull()
})

test('cells of a patch stay within the box', () => {
  const low = settingOf({ ...data, z: { min: 3, max: 6 } })
  for (const patch of [tangentPatch(data), taylorPatch(data)]) {
    const cells = patch ? patchCells(low, patch) : []
    expect(cells.length).toBeGreaterThan(20)
    for (const [x = NaN, y = NaN, z = NaN] of cells.flat()) {
      expect(z).toBeGreaterThanOrEqual(3 - 1e-9)
      expect(z).toBeLessThanOrEqual(6 + 1e-9)
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(5)
    }
  }
})

const kinds = (marks: readonly Mark[]) => marks.filter(({ mark }) => mark === 'sheet').length
const marksOf = (of: SurfaceData) => sheetMarks(of, settingOf(of), canvas.look)

test('the overlay decides: two slice planes, one patch, or nothing', () => {
  const overlays = ['slices', 'tangent', 'taylor', 'none'] as const
  expect(overlays.map((overlay) => kinds(marksOf({ ...data, overlay })))).toEqual([2, 1, 1, 0])
})

test('where a polynomial is wanted that does not exist, a note says so', () => {
  const note = (changes: Partial<SurfaceData>) => sheetNote({ ...data, ...changes }, canvas.words)
  const corner = { ...point, slopeX: NaN }
  expect(note({ overlay: 'tangent', point: corner })).toBe(canvas.words.noTangent)
  expect(note({ overlay: 'taylor', curvature: null })).toBe(canvas.words.noTaylor)
  const silent = [
    { overlay: 'slices', point: corner },
    { overlay: 'tangent' },
    { overlay: 'taylor', point: null },
    { overlay: 'tangent', point: { ...corner, x: 7 } }
  ] as const
  expect(silent.map(note)).toEqual([null, null, null, null])
})

test('a function that is defined nowhere has nothing to lay anything over', () => {
  const nowhere = { ...data, samples: gridOf(() => NaN, unit, unit), point: { ...point, value: NaN } }
  expect(marksOf(nowhere)).toEqual([])
})
