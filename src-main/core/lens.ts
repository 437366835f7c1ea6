import type { LensReport } from '@shared/protocol'
import type { Objective } from './objective'

/** How many times |h| a lens reaches to both sides of a. */
const reach = 3
/** Places between a and a + h, of which each is one, where there are too many doubles to take them all. */
const partsOfStep = 66
const most = 2 * reach * partsOfStep + 1

/**
 * f along one coordinate around the point, within 3|h| of it, as it is evaluated at doubles: at all of them, or where
 * there are more than 397 at as many evenly chosen ones. `h`: finite, not 0.
 */
export function lensAt(objective: Objective, along: number, point: readonly number[], h: number): LensReport {
  const at = point[along] ?? Number.NaN
  const size = Math.abs(h)
  const moved = Float64Array.from(point)
  const value = (x: number) => {
    moved[along] = x
    return objective.value(moved)
  }
  const here = value(at)
  const [first, last] = [rankOf(at - reach * size), rankOf(at + reach * size)]
  const inSight = Number(last - first) + 1
  const isEvery = inSight <= most
  const places = isEvery
    ? Array.from({ length: inSight }, (_, index) => ofRank(first + BigInt(index)))
    : Array.from({ length: most }, (_, index) => at + ((index - reach * partsOfStep) * size) / partsOfStep)
  const end = (x: number) => ({ x: x - at, value: value(x) - here })
  return {
    inSight,
    isEvery,
    samples: {
      x: Float64Array.from(places, (x) => x - at),
      values: Float64Array.from(places, (x) => value(x) - here)
    },
    before: end(at - h),
    after: end(at + h)
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
