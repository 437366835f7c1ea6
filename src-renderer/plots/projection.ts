import type { Interval } from '@shared/experiment/experiment'
import type { Size } from './layout'
import type { Place } from './marks'

/** The ranges of the three axes of a surface. */
export interface Box {
  readonly x: Interval
  readonly y: Interval
  readonly z: Interval
}

/** Lengths of the box's edges in the units of the scene. */
export const boxSize = { width: 100, depth: 100, height: 66 }

const share = (range: Interval, value: number) => (value - range.min) / (range.max - range.min) - 0.5

/** A place in the scene, whose centre is the box's: x to the right, the second axis upwards, the third to the viewer. */
export function scenePlace(box: Box, [x = NaN, y = NaN, z = NaN]: Place): readonly [number, number, number] {
  return [share(box.x, x) * boxSize.width, share(box.z, z) * boxSize.height, -share(box.y, y) * boxSize.depth]
}

/** The inverse of `scenePlace`. */
export function boxPlace(box: Box, [right, up, near]: readonly [number, number, number]): readonly number[] {
  const value = (range: Interval, part: number) => range.min + (part + 0.5) * (range.max - range.min)
  return [value(box.x, right / boxSize.width), value(box.y, -near / boxSize.depth), value(box.z, up / boxSize.height)]
}

/** 4 × 4 matrices column by column, as WebGL has them. */
export type Matrix = ArrayLike<number>

/** Where the camera of a surface stands and what it sees: its view and projection matrices. */
export interface Sight {
  readonly view: Matrix
  readonly projection: Matrix
  readonly size: Size
}

function transformed(matrix: Matrix, [x, y, z, w]: readonly [number, number, number, number]) {
  const row = (index: number) =>
    (matrix[index] as number) * x +
    (matrix[index + 4] as number) * y +
    (matrix[index + 8] as number) * z +
    (matrix[index + 12] as number) * w
  return [row(0), row(1), row(2), row(3)] as const
}

/** Pixels of a place in the scene; NaN behind the camera. */
export function projected(sight: Sight, place: readonly [number, number, number]): { x: number; y: number } {
  const [x, y, , w] = transformed(sight.projection, transformed(sight.view, [...place, 1]))
  if (!(w > 0)) return { x: NaN, y: NaN }
  return { x: ((x / w + 1) / 2) * sight.size.width, y: ((1 - y / w) / 2) * sight.size.height }
}

/** The camera's place in the scene: the view matrix turns and shifts, so it is −Rᵀ·t. */
export function eye({ view }: Sight): readonly [number, number, number] {
  const shift = [view[12] as number, view[13] as number, view[14] as number] as const
  const column = (index: number) =>
    -[0, 1, 2].reduce((sum, row) => sum + (view[index * 4 + row] as number) * (shift[row] as number), 0)
  return [column(0), column(1), column(2)]
}
