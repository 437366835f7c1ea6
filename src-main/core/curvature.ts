import type { Curvature } from '@shared/protocol'
import { symmetricEigen } from './eigen'
import type { Objective } from './objective'

/** ∂²f/∂x², ∂²f/∂x∂y and ∂²f/∂y² in the plane of two coordinates, exact. */
export function secondDerivatives(
  objective: Objective,
  point: ArrayLike<number>,
  [across, up]: readonly [number, number]
): readonly [number, number, number] {
  const row = objective.hessianRow(point, across)
  const last = across === up ? row : objective.hessianRow(point, up)
  return [row[across], row[up], last[up]].map((second) => second ?? Number.NaN) as [number, number, number]
}

/**
 * How f bends in the plane of two coordinates. Where f has no derivative along one of them, as |x| at 0, it has no
 * second ones either: they are NaN.
 */
export function planeCurvature(
  objective: Objective,
  point: ArrayLike<number>,
  axes: readonly [number, number]
): Curvature {
  const kinks = objective.kinks(point)
  const [isBentX, isBentY] = axes.map((axis) => (kinks[axis] ?? null) !== null)
  const [xx, xy, yy] = secondDerivatives(objective, point, axes)
  const hessian = [isBentX ? NaN : xx, isBentX || isBentY ? NaN : xy, isBentY ? NaN : yy] as const
  const pairs = symmetricEigen([
    [hessian[0], hessian[1]],
    [hessian[1], hessian[2]]
  ])
  const principal = pairs?.map(({ value, vector: [x = 0, y = 0] }) => ({ value, direction: [x, y] as const })) ?? null
  return { hessian, principal }
}
