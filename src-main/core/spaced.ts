import type { Interval } from '@shared/interval'

/** `count` ascending numbers from the lower to the upper end, so formed that −5 … 5 in hundredths hits every 0.1 exactly. */
export function spaced({ min, max }: Interval, count: number): Float64Array {
  const [low, high] = min <= max ? [min, max] : [max, min]
  const last = count - 1
  const places = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const place = last === 0 ? low : (low * (last - i) + high * i) / last
    // Overflow: near the largest double nobody looks for round numbers.
    places[i] = Number.isFinite(place) ? place : low * ((last - i) / last) + high * (i / last)
  }
  return places
}
