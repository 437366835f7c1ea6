import type { Interval } from '@shared/interval'
import type { Place } from '../figure'
import type { Size } from './layout'

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

export type Vector = readonly [number, number, number]

/** What the camera looks at: perspective makes the near corner of the box hang down, so a place below its middle. */
export const lookedAt: Vector = [0, -14, 0]

/** Where a camera stands that looks from `alpha` degrees above the ground and `beta` around, `distance` away. */
export function cameraPlace({
  alpha,
  beta,
  distance
}: Readonly<Record<'alpha' | 'beta' | 'distance', number>>): Vector {
  const [a, b] = [(alpha * Math.PI) / 180, (beta * Math.PI) / 180]
  const away: Vector = [Math.cos(a) * Math.sin(b), Math.sin(a), Math.cos(a) * Math.cos(b)]
  return along({ from: lookedAt, direction: away }, distance)
}

/** From the camera through a pixel. The direction has length 1. */
export interface Ray {
  readonly from: Vector
  readonly direction: Vector
}

/** What is seen at a pixel lies on this ray of the scene. */
export function rayThrough(sight: Sight, pixel: { readonly x: number; readonly y: number }): Ray {
  const { view, projection, size } = sight
  const at = (matrix: Matrix, index: number) => matrix[index] as number
  // The camera looks along its negative third axis; a lens may be shifted.
  const right = ((2 * pixel.x) / size.width - 1 + at(projection, 8)) / at(projection, 0)
  const up = (1 - (2 * pixel.y) / size.height + at(projection, 9)) / at(projection, 5)
  const turned = (axis: number) => at(view, 4 * axis) * right + at(view, 4 * axis + 1) * up - at(view, 4 * axis + 2)
  return { from: eye(sight), direction: unit([turned(0), turned(1), turned(2)]) }
}

/** From one place of the scene to another, and how far that is. */
export function rayBetween(from: Vector, to: Vector): Ray & { readonly length: number } {
  const way = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const
  return { from, direction: unit(way), length: Math.hypot(...way) }
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector)
  return [vector[0] / length, vector[1] / length, vector[2] / length]
}

/** The place of a ray after `length` units of the scene. */
export function along({ from, direction }: Ray, length: number): Vector {
  return [from[0] + length * direction[0], from[1] + length * direction[1], from[2] + length * direction[2]]
}

/** Between which lengths a ray is inside of the box; null if it passes by. */
export function passage({ from, direction }: Ray): readonly [number, number] | null {
  let [enter, leave] = [0, Infinity]
  for (const [axis, length] of [boxSize.width, boxSize.height, boxSize.depth].entries()) {
    const [start, rise] = [from[axis] as number, direction[axis] as number]
    if (rise === 0 && Math.abs(start) > length / 2) return null
    if (rise === 0) continue
    const ends = [(-length / 2 - start) / rise, (length / 2 - start) / rise]
    enter = Math.max(enter, Math.min(...ends))
    leave = Math.min(leave, Math.max(...ends))
  }
  return enter < leave ? [enter, leave] : null
}
