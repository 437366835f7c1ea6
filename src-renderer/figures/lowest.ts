import type { MinimumReport } from '@shared/protocol'
import type { CurveData, PlaneData } from '../plots/figure'

/** The lowest point that was found, as a curve shows it: nothing if none was. */
export function lowestOnCurve(report: MinimumReport | undefined): Pick<CurveData, 'lowest'> {
  const [x] = report?.point ?? []
  return report && x !== undefined ? { lowest: { x, value: report.value } } : {}
}

/** The same on the plane of two variables, where of more variables its two coordinates are seen. */
export function lowestOnPlane(
  report: MinimumReport | undefined,
  [across, up]: readonly [number, number]
): Pick<PlaneData, 'lowest'> {
  const [x, y] = [report?.point?.[across], report?.point?.[up]]
  return report && x !== undefined && y !== undefined ? { lowest: { x, y, value: report.value } } : {}
}
