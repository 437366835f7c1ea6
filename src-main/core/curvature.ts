import { symmetricEigen } from '@shared/eigen'
import type { Curvature } from '@shared/protocol'
import { blurOf, guardsOf, isCrossed, isSmooth, kinksAt, sideOf } from './breaks'
import type { Objective } from './objective'

/** ∂²f/∂x², ∂²f/∂x∂y and ∂²f/∂y² in the plane of two coordinates. */
export type SecondDerivatives = readonly [xx: number, xy: number, yy: number]

/** As the formula gives them: exact where f has them, whatever the rules make of it where it has none. */
export function secondDerivatives(
  objective: Objective,
  point: ArrayLike<number>,
  [across, up]: readonly [number, number]
): SecondDerivatives {
  const row = objective.hessianRow(point, across)
  const last = across === up ? row : objective.hessianRow(point, up)
  return [row[across] ?? Number.NaN, row[up] ?? Number.NaN, last[up] ?? Number.NaN]
}

/**
 * The same, NaN where f has none: where it has no first derivative, as |x| at 0, and where that one has none, as the
 * slope 2·|x| of x·|x|.
 */
export function existingSecondDerivatives(
  objective: Objective,
  point: ArrayLike<number>,
  axes: readonly [number, number]
): SecondDerivatives {
  const [across, up] = axes
  const kinks = kinksAt(objective, point)
  const [isBentX, isBentY] = axes.map((axis) => (kinks[axis] ?? null) !== null)
  const [xx, xy, yy] = secondDerivatives(objective, point, axes)
  const second = (of: number, along: number, told: number) => slopeOfSlope(objective, point, of, along, told)
  const [mixed, other] =
    isBentX || isBentY ? [Number.NaN, Number.NaN] : [second(across, up, xy), second(up, across, xy)]
  return [
    isBentX ? Number.NaN : second(across, across, xx),
    Math.abs(mixed - other) <= sameMixed * Math.abs(mixed) ? mixed : Number.NaN,
    isBentY ? Number.NaN : second(up, up, yy)
  ]
}

/** Relative: both orders of differentiation differ by less for rounding alone. */
const sameMixed = 2 ** -24

/** How f bends in the plane of two coordinates. */
export function planeCurvature(
  objective: Objective,
  point: ArrayLike<number>,
  axes: readonly [number, number]
): Curvature {
  const hessian = withoutNoise(objective, point, axes, existingSecondDerivatives(objective, point, axes))
  const pairs = symmetricEigen([
    [hessian[0], hessian[1]],
    [hessian[1], hessian[2]]
  ])
  const principal = pairs?.map(({ value, vector: [x = 0, y = 0] }) => ({ value, direction: [x, y] as const })) ?? null
  return { hessian, principal }
}

/** Relative to the slope: what is left of a second derivative whose terms cancel is less. */
const little = 2 ** -36

/** 0 for a second derivative that is only rounding, as that of acos(cos x): another one at the last bits of the point. */
function withoutNoise(
  objective: Objective,
  point: ArrayLike<number>,
  axes: readonly [number, number],
  hessian: SecondDerivatives
): SecondDerivatives {
  const gradient = objective.gradient(point)
  const slopes = axes.map((axis) => Math.abs(gradient[axis] ?? 0) / Math.max(1, Math.abs(point[axis] ?? 0)))
  const isLittle = (second: number) => second !== 0 && Math.abs(second) <= little * Math.max(...slopes)
  if (!hessian.some(isLittle)) return hessian
  const around = [-1, -0.5, 0.5, 1].map((part) => {
    const moved = Float64Array.from(point)
    for (const axis of new Set(axes)) moved[axis] = (point[axis] ?? 0) + part * blurOf(point[axis] ?? 0)
    return secondDerivatives(objective, moved, axes)
  })
  const [xx, xy, yy] = hessian.map((second, index) => {
    const others = around.map((each) => each[index] as number)
    return isLittle(second) && Math.max(...others) - Math.min(...others) >= Math.abs(second) / 2 ? 0 : second
  })
  return [xx as number, xy as number, yy as number]
}

/** How far beside a point a first derivative is looked for, relative to max(1, the size of the coordinate). */
const beside = 2 ** -20

/**
 * The derivative along `along` of the derivative along `of`. Where f may break, that is what both sides of the point
 * agree on; else it is `told`, by the Hessian matrix.
 */
function slopeOfSlope(objective: Objective, point: ArrayLike<number>, of: number, along: number, told: number): number {
  if (!mayBreak(objective, point, along)) return told
  const a = point[along] ?? Number.NaN
  const moved = Float64Array.from(point)
  const sampled = (coordinate: number) => {
    moved[along] = coordinate
    return [objective.gradient(moved)[of] ?? Number.NaN, objective.hessianRow(moved, along)[of] ?? Number.NaN] as const
  }
  const [slope] = sampled(a)
  const [left, right] = [sideOf(sampled, a, slope, -1), sideOf(sampled, a, slope, 1)]
  // The Hessian matrix of |x²| says 0 at 0, its two sides say 2.
  const agreed = [told, left.slope].find((value) => isSmooth(left, right, value))
  if (agreed === undefined) return Number.NaN
  // The gradient has a number even where f is not differentiable: ∂f/∂x of |x|·|y| at (0, y).
  const isDifferentiable = [-1, 1].every((side) => {
    moved[along] = a + side * beside * Math.max(1, Math.abs(a))
    return (kinksAt(objective, moved)[of] ?? null) === null
  })
  return isDifferentiable ? agreed : Number.NaN
}

/** Whether f or its slope may be interrupted at the point, or where rounding alone keeps it from being, along a coordinate. */
function mayBreak(objective: Objective, point: ArrayLike<number>, along: number): boolean {
  const moved = Float64Array.from(point)
  const [before = [], here = [], after = []] = [-1, 0, 1].map((side) => {
    const a = point[along] ?? Number.NaN
    moved[along] = a + side * blurOf(a)
    return [...guardsOf(objective).along(moved, along)]
  })
  return here.some((distance, index) => {
    const [left, right] = [before[index] ?? 0, after[index] ?? 0]
    // 0 all around: what is not the largest of several changes nothing.
    return (distance === 0 && (left !== 0 || right !== 0)) || isCrossed(left, right)
  })
}
