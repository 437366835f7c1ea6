import type { Experiment } from '@shared/experiment/experiment'
import type { Curvature, PointReport } from '@shared/protocol'

/** How f bends at a point, to second order. */
export type Bend = 'bowl' | 'dome' | 'saddle' | 'trough' | 'ridge' | 'flat'

/** An eigenvalue this small beside the other is what rounding makes of 0. */
const rounding = 1e-12

/** How f bends, from the eigenvalues of the Hessian matrix; null where it has none. */
export function bendOf({ principal }: Curvature): Bend | null {
  const [least, most] = principal?.map(({ value }) => value) ?? []
  if (least === undefined || most === undefined) return null
  const nothing = rounding * Math.max(Math.abs(least), Math.abs(most))
  const [down, up] = [least < -nothing, most > nothing]
  if (down && up) return 'saddle'
  if (least > nothing) return 'bowl'
  if (most < -nothing) return 'dome'
  return up ? 'trough' : down ? 'ridge' : 'flat'
}

/** Whether f bends equally in all directions, so that none of them is a principal one more than another. */
export function isEven({ principal }: Curvature): boolean {
  const [least, most] = principal?.map(({ value }) => value) ?? []
  return (
    least !== undefined && most !== undefined && most - least <= rounding * Math.max(Math.abs(least), Math.abs(most))
  )
}

/** A step to where the gradient would be 0 that is this small, in lengths of the visible ranges, leads nowhere else. */
const reach = 1e-9

/**
 * Whether the point is where the gradient is 0, as far as doubles can tell: `slopes` there would be undone by a step
 * that nobody sees in a picture `length` wide.
 */
export function isStationary(slopes: readonly [number, number], { principal }: Curvature, length: number): boolean {
  const size = Math.hypot(...slopes)
  const steepest = Math.max(0, ...(principal ?? []).map(({ value }) => Math.abs(value)))
  return size === 0 || size <= reach * length * steepest
}

/**
 * The report with 0 for the exact slopes along the axes of the plane where together they are no more than what rounding
 * makes of it: at a critical point that is written with 16 digits.
 */
export function settled({ variables, view: { axes } }: Experiment, report: PointReport): PointReport {
  const { gradient, kinks, curvature } = report
  const [across = Number.NaN, up = Number.NaN] = axes.map((axis) => gradient[axis])
  const length = Math.max(...axes.map((axis) => (variables[axis]?.max ?? 5) - (variables[axis]?.min ?? -5)))
  const isSmooth = Number.isFinite(report.value) && axes.every((axis) => !kinks[axis])
  if (!curvature?.principal || !isSmooth || !isStationary([across, up], curvature, length)) return report
  return { ...report, gradient: gradient.map((slope, axis) => (axes.includes(axis) ? 0 : slope)) }
}
