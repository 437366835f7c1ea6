import { symmetricEigen } from '@shared/eigen'
import type { CriticalPoint } from '@shared/protocol'
import type { Pair, Plane } from './plane'

/** How far along a direction its curvature is compared with the one at the point, and what is nothing beside it. */
const beside = 0.01
const nothing = 1e-6

/** The directions of the two principal curvatures at a point, with whether nothing follows from them, as from that of x⁴ at 0. */
export interface Bend {
  readonly value: number
  readonly direction: Pair
  readonly isFlat: boolean
}

/**
 * How f bends at a point. A curvature is taken for 0 if it is nothing beside what it is a little way along its own
 * direction: at the flat place of x⁴, found to the last digit or not, but not in a long valley. None where it is not finite.
 */
export function bendsAt(plane: Plane, at: Pair): readonly Bend[] {
  const [xx, xy, yy] = plane.bend(at)
  const pairs = symmetricEigen([
    [xx, xy],
    [xy, yy]
  ])
  const most = Math.max(0, ...(pairs ?? []).map(({ value }) => Math.abs(value)))
  return (
    pairs?.map(({ value, vector: [x = 0, y = 0] }) => {
      const around = [beside, -beside].map((by) => {
        const [a, b, c] = plane.bend(plane.moved(at, [x, y], by))
        const there = Math.abs(a * x * x + 2 * b * x * y + c * y * y)
        return Number.isFinite(there) ? there : 0
      })
      // What is left of two larger numbers may be their rounding.
      const rounding = xy === 0 ? 0 : 64 * Number.EPSILON * most
      const isFlat = Math.abs(value) <= Math.max(rounding, nothing * Math.max(...around))
      return { value, direction: [x, y] as const, isFlat }
    }) ?? []
  )
}

/** What the Hessian matrix alone makes of a critical point; null where it does not decide. */
export function kindByBends(bends: readonly Bend[]): CriticalPoint['kind'] | null {
  if (bends.length === 0 || bends.some(({ isFlat }) => isFlat)) return null
  const down = bends.filter(({ value }) => value < 0).length
  return down === 0 ? 'minimum' : down === 1 ? 'saddle' : 'maximum'
}

/** Directions that are looked along, and how often the lowest and the highest are looked at between their neighbours. */
const directions = 64
const refinements = 12
/** Relative to the largest rise around: less may be rounding. */
const negligible = 1e-9

/**
 * What a critical point is by how f rises and falls from it to a circle of the radius `far` around: both is a saddle,
 * neither is level.
 */
export function kindAround(plane: Plane, at: Pair, far: number): CriticalPoint['kind'] {
  const rise = (turn: number) => riseTowards(plane, at, (2 * Math.PI * turn) / directions, far)
  const rises = Array.from({ length: directions }, (_, turn) => rise(turn))
  const known = rises.filter(Number.isFinite)
  // The way down from y² − 3yx² + 2x⁴ at 0 is narrow: between two parabolas.
  const lowest = bestNear(rise, rises.indexOf(Math.min(...known)), 1, refinements)
  const highest = bestNear(rise, rises.indexOf(Math.max(...known)), -1, refinements)
  const least = negligible * Math.max(Math.abs(lowest), Math.abs(highest))
  if (lowest < -least && highest > least) return 'saddle'
  if (highest > least) return 'minimum'
  return lowest < -least ? 'maximum' : 'level'
}

/** The least value of `sign` · f within 1 of `around`, times `sign`, by so many golden sections. */
export function bestNear(f: (x: number) => number, around: number, sign: 1 | -1, sections: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [around - 1, around + 1]
  let best = sign * f(around)
  for (let count = 0; count < sections; count++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    const [atLeft, atRight] = [sign * f(left), sign * f(right)]
    best = Math.min(best, ...[atLeft, atRight].filter(Number.isFinite))
    if (atLeft < atRight) high = right
    else low = left
  }
  return sign * best
}

/** Gauss and Legendre's places on 0 … 1 with their weights: exact for polynomials to the ninth degree. */
const gauss = [
  [0.046910077030668, 0.118463442528095],
  [0.230765344947158, 0.239314335249683],
  [0.5, 0.284444444444444],
  [0.769234655052842, 0.239314335249683],
  [0.953089922969332, 0.118463442528095]
] as const

/** f(there) − f(at), as the integral of the slope on the way: as a difference it would be lost beside a large f. */
function riseTowards(plane: Plane, at: Pair, angle: number, far: number): number {
  const direction = [Math.cos(angle), Math.sin(angle)] as const
  return gauss.reduce((sum, [share, weight]) => {
    const slope = plane.slope(plane.moved(at, direction, share * far))
    return sum + weight * far * (slope[0] * direction[0] + slope[1] * direction[1])
  }, 0)
}
