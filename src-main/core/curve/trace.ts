import type { CurveSamples } from '@shared/protocol'
import type { Line } from '../breaks'

/** f, f′ and, if asked for, f″ at ascending places. */
export type Trace = Omit<CurveSamples, 'breaks' | 'bends' | 'tooMany'>

function traceOf(count: number, second: boolean): Trace {
  return {
    x: new Float64Array(count),
    values: new Float64Array(count),
    slopes: new Float64Array(count),
    seconds: new Float64Array(second ? count : 0)
  }
}

/** What f is along the line at the ascending places; `second`: with f″. */
export function traced(line: Line, places: ArrayLike<number>, second: boolean): Trace {
  const trace = traceOf(places.length, second)
  for (let i = 0; i < places.length; i++) {
    const at = places[i] as number
    trace.x[i] = at
    ;[trace.values[i], trace.slopes[i]] = line.at(at) as [number, number]
    if (second) trace.seconds[i] = line.second(at)
  }
  return trace
}

/** Two traces as one; where both have the same place, the first one's. */
export function joined(one: Trace, other: Trace): Trace {
  const second = one.seconds.length > 0
  const extra = other.x.filter((at) => one.x[lastUpTo(one.x, at)] !== at).length
  const both = traceOf(one.x.length + extra, second)
  let [i, k] = [0, 0]
  for (let place = 0; place < both.x.length; place++) {
    while (k < other.x.length && i > 0 && other.x[k] === one.x[i - 1]) k++
    const isFirst = i < one.x.length && !((other.x[k] as number) < (one.x[i] as number))
    const [from, index] = isFirst ? [one, i++] : [other, k++]
    both.x[place] = from.x[index] as number
    both.values[place] = from.values[index] as number
    both.slopes[place] = from.slopes[index] as number
    if (second) both.seconds[place] = from.seconds[index] as number
  }
  return both
}

/** The index of the last of the ascending places at or before `at`; −1 if all are behind it. */
export function lastUpTo(x: Float64Array, at: number): number {
  let [low, high] = [0, x.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((x[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
