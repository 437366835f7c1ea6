import type { MinimumReport } from '@shared/protocol'
import type { Ground } from './bottom'

/** So far beyond a bound f is looked at, relative to the range. */
const beyond = [1e-6, 1e-3]

/** The bounds a point lies on, and what f does beyond them: it falls, is not defined, or neither. */
export function edgesAt({ objective, box }: Ground, point: Float64Array): MinimumReport['edges'] {
  const value = objective.value(point)
  return Array.from(point, (coordinate, along) => {
    const [low, high] = [box.low[along] as number, box.high[along] as number]
    const side = low === high ? 0 : coordinate === low ? -1 : coordinate === high ? 1 : 0
    if (side === 0) return []
    const [near = Number.NaN, far = Number.NaN] = beyond.map((by) =>
      objective.value(point.with(along, coordinate + side * by * (box.widths[along] as number)))
    )
    const falls = near < value && far < near
    return [{ along, beyond: falls ? 'falls' : Number.isNaN(near) ? 'undefined' : 'rises' } as const]
  }).flat()
}
