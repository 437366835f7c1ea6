import type { CurveSamples, LensReport } from '@shared/protocol'
import { sampleCurve } from './curve/curve'
import type { Objective } from './objective'
import type { Pulse } from './pulse'

/** How many times |h| a lens reaches to both sides of a. */
const reach = 3
/** So many doubles are seen one by one; also so many places of a curve, a and a ± h among them. */
const most = 397

/**
 * f along one coordinate around the point, within 3|h| of it: at every double that lies there, or where there are more
 * than 397 as a curve. `h`: finite, not 0.
 */
export function lensAt(
  objective: Objective,
  along: number,
  point: readonly number[],
  h: number,
  pulse?: Pulse
): LensReport {
  const at = point[along] ?? Number.NaN
  const size = Math.abs(h)
  const moved = Float64Array.from(point)
  const value = (x: number) => {
    moved[along] = x
    return objective.value(moved)
  }
  const here = value(at)
  const range = { min: at - reach * size, max: at + reach * size }
  const first = rankOf(range.min)
  const inSight = Number(rankOf(range.max) - first) + 1
  const places = Array.from({ length: inSight <= most ? inSight : 0 }, (_, index) => ofRank(first + BigInt(index)))
  const end = (x: number) => ({ x: x - at, value: value(x) - here })
  return {
    inSight,
    doubles:
      inSight > most
        ? null
        : {
            x: Float64Array.from(places, (x) => x - at),
            values: Float64Array.from(places, (x) => value(x) - here)
          },
    curve:
      inSight > most
        ? seenFrom(at, here, sampleCurve(objective, range, most, { along, point, ...(pulse && { pulse }) }))
        : null,
    before: end(at - h),
    after: end(at + h)
  }
}

/** A curve with a place on it as the origin. */
function seenFrom(at: number, value: number, curve: CurveSamples): CurveSamples {
  return {
    ...curve,
    x: curve.x.map((x) => x - at),
    values: curve.values.map((height) => height - value),
    breaks: curve.breaks.map((found) => ({
      ...found,
      at: found.at - at,
      left: found.left - value,
      right: found.right - value,
      value: found.value - value
    }))
  }
}

const bits = new DataView(new ArrayBuffer(8))

/** Neighbouring doubles have neighbouring ranks; both zeros have rank 0. */
function rankOf(x: number): bigint {
  bits.setFloat64(0, Math.abs(x))
  const size = bits.getBigInt64(0)
  return x < 0 ? -size : size
}

function ofRank(rank: bigint): number {
  bits.setBigInt64(0, rank < 0n ? -rank : rank)
  return rank < 0n ? -bits.getFloat64(0) : bits.getFloat64(0)
}
