import type { Kink } from '@shared/protocol'
import type { Objective } from '../objective'
import { guardsOf, isCrossed } from './guards'
import { blurOf, isSmooth, sideOf } from './sides'
import { steep } from './thresholds'

/**
 * Per coordinate: the two sides of a kink, jump or vertical tangent, where f is finite but has no derivative along it
 * that the gradient could be; null where it has, or f is not defined.
 */
export function kinksAt(objective: Objective, point: ArrayLike<number>): (Kink | null)[] {
  const isOn = guardsOf(objective).kinks(point).includes(0)
  const [f = Number.NaN, ...slopes] = guardsOf(objective).guarded(point)
  return objective.variables.map((_, i) => {
    const used = slopes[i] as number
    if (!Number.isFinite(f)) return null
    // Next to a vertical tangent, as of ∛(x² − 2) at √2, the slope is finite for rounding alone.
    const isSteep = !(Math.abs(used) * blurOf(point[i] as number) <= steep * Math.abs(f))
    return isOn || isSteep || meetsKink(objective, point, i) ? kinkAlong(objective, point, i, f, used) : null
  })
}

/** Only rounding keeps `point` from lying on a kink: 0.3 is not quite that of |3x − 0.9|. */
function meetsKink(objective: Objective, point: ArrayLike<number>, along: number): boolean {
  const a = point[along] as number
  const moved = Float64Array.from(point)
  const [before = [], after = []] = [-1, 1].map((direction) => {
    moved[along] = a + direction * blurOf(a)
    return [...guardsOf(objective).kinks(moved)]
  })
  return before.some((guard, k) => isCrossed(guard, after[k] as number))
}

/** The two sides of `point` along a coordinate; null where they and the slope that is used are one. */
function kinkAlong(
  objective: Objective,
  point: ArrayLike<number>,
  along: number,
  f: number,
  used: number
): Kink | null {
  const moved = Float64Array.from(point)
  const at = (coordinate: number) => {
    moved[along] = coordinate
    const both = guardsOf(objective).guarded(moved)
    return [both[0] as number, both[1 + along] as number] as const
  }
  const a = point[along] as number
  const [left, right] = [sideOf(at, a, f, -1), sideOf(at, a, f, 1)]
  if (isSmooth(left, right, used)) return null
  const isUnsettled = [left, right].some(({ slope, isDefined }) => isDefined && Number.isNaN(slope))
  const jumps = [left, right].some(({ value, meets }) => !meets && !Number.isNaN(value))
  const kink = { left: left.slope, right: right.slope, jumps }
  return isUnsettled ? { ...kink, unsettled: true } : kink
}
