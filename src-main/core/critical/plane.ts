import type { Interval } from '@shared/interval'
import { crossings, guardsOf, isCrossed, kinksAt } from '../breaks'
import { existingSecondDerivatives, secondDerivatives } from '../curvature'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'

/** Two coordinates, or two numbers that belong to them. */
export type Pair = readonly [number, number]

/**
 * f on a part of the plane of two coordinates, the view. Places are in the units of the axes; what is small, near or flat
 * is measured by the view: lengths in its widths and heights, derivatives for one of them – of f divided by the longer
 * one, so that squares of huge or tiny lengths stay numbers.
 */
export interface Plane {
  readonly x: Interval
  readonly y: Interval
  value(at: Pair): number
  slope(at: Pair): Pair
  /** ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y², as the formula gives them. */
  bend(at: Pair): readonly [number, number, number]
  /** f has them: at 0 the formula of x·|x| gives 0, between −2 and 2. */
  isBent(at: Pair): boolean
  /** f has a derivative along both axes, there and on both axes through it as far as `around`. */
  isSmooth(at: Pair, around: number): boolean
  /** See `Guards.creases`. Overwritten by the next call. */
  guards(at: Pair): Float64Array
  moved(at: Pair, by: Pair, factor?: number): Pair
  distance(from: Pair, to: Pair): number
  /** Of length 1. */
  direction(from: Pair, to: Pair): Pair
}

/** The plane of the coordinates `axes`, the others as in `point`, beating at every place that is looked at. */
export function planeOf(
  objective: Objective,
  axes: readonly [number, number],
  point: readonly number[],
  { x, y }: { readonly x: Interval; readonly y: Interval },
  pulse: Pulse
): Plane {
  const place = Float64Array.from(point)
  const gradient = new Float64Array(point.length)
  const [width, height] = [x.max - x.min, y.max - y.min]
  const longer = Math.max(width, height)
  const [across, up] = [width / longer, height / longer]
  const way = (from: Pair, to: Pair): Pair => [(to[0] - from[0]) / width, (to[1] - from[1]) / height]
  const put = (at: Pair) => {
    pulse.beat()
    place[axes[0]] = at[0]
    place[axes[1]] = at[1]
    return place
  }
  return {
    x,
    y,
    value: (at) => objective.value(put(at)),
    slope(at) {
      objective.gradientInto(put(at), gradient)
      return [(gradient[axes[0]] as number) * across, (gradient[axes[1]] as number) * up]
    },
    bend(at) {
      const [xx, xy, yy] = secondDerivatives(objective, put(at), axes)
      return [xx * across * width, xy * across * height, yy * up * height]
    },
    guards: (at) => guardsOf(objective).creases(put(at)),
    isBent: (at) => existingSecondDerivatives(objective, put(at), axes).every(Number.isFinite),
    isSmooth(at, around) {
      const hasSlopes = (there: Pair) => {
        const kinks = kinksAt(objective, put(there))
        return axes.every((axis) => kinks[axis] === null)
      }
      const on = (axis: 0 | 1, coordinate: number): Pair => (axis === 0 ? [coordinate, at[1]] : [at[0], coordinate])
      const beside = ([0, 1] as const).flatMap((axis) => {
        const distances = (coordinate: number) => guardsOf(objective).along(put(on(axis, coordinate)), axes[axis])
        const [a, far] = [at[axis], around * (axis === 0 ? width : height)]
        const [before, after] = [distances(a - far).slice(), distances(a + far).slice()]
        const crossed = [...before.keys()].filter((index) => isCrossed(before[index] as number, after[index] as number))
        return crossed
          .slice(0, mostCrossed)
          .flatMap((index) => crossings((coordinate) => distances(coordinate)[index] as number, a - far, a + far))
          .map((coordinate) => on(axis, coordinate))
      })
      return [at, ...beside].every(hasSlopes)
    },
    moved: (at, by, factor = 1) => [at[0] + factor * by[0] * width, at[1] + factor * by[1] * height],
    distance: (from, to) => lengthOf(way(from, to)),
    direction(from, to) {
      const [x, y] = way(from, to)
      const length = lengthOf([x, y])
      return [x / length, y / length]
    }
  }
}

/** Of a formula with more kinks than that in one place so many are looked at. */
const mostCrossed = 12

/** The length of a slope or of a way. */
export const lengthOf = ([x, y]: Pair) => Math.hypot(x, y)
