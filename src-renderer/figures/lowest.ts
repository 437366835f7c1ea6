import type { MinimumReport } from '@shared/protocol'
import type { CurveData, PlaneData } from '../figure'

/** A lowest point, with f there. */
export interface Lowest {
  readonly point: readonly number[]
  readonly value: number
}

/** The lowest point of f within the ranges, if the search found one. */
export function lowestOf(report: MinimumReport | undefined): Lowest | null {
  return report?.point ? { point: report.point, value: report.value } : null
}

/** The same if it is a minimum of f: at the end of a range f may fall on beyond it. */
export function lowestMinimum(report: MinimumReport | undefined): Lowest | null {
  return report?.edges.some(({ beyond }) => beyond === 'falls') ? null : lowestOf(report)
}

/** That point as a curve shows it; nothing without one. */
export function lowestOnCurve(report: MinimumReport | undefined): Pick<CurveData, 'lowest'> {
  const found = lowestOf(report)
  const x = found?.point[0]
  return found && x !== undefined ? { lowest: { x, value: found.value } } : {}
}

/** The same on the plane of two variables, where of more variables its two coordinates are seen. */
export function lowestOnPlane(
  report: MinimumReport | undefined,
  [across, up]: readonly [number, number]
): Pick<PlaneData, 'lowest'> {
  const found = lowestOf(report)
  const [x, y] = [found?.point[across], found?.point[up]]
  return found && x !== undefined && y !== undefined ? { lowest: { x, y, value: found.value } } : {}
}
