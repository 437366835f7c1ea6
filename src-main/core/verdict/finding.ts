import type { Verdict } from '@shared/protocol'
import { fallsForEver, isBottomless } from '../optimise/bottomless'
import { curvatures } from '../optimise/critical'
import { isKinkWithin, isLowestAround } from '../optimise/nearby'
import { newtonPoint } from '../optimise/newton'
import { distance, norm } from '../optimise/norm'
import { overflows } from '../optimise/overflow'
import { isEdgeNear } from '../optimise/singularity'
import type { Pulse } from '../pulse'
import { periodOf } from './cycle'
import { type Followed, isBroken } from './follow'
import type { QuadraticRate } from './quadratic'
import { withoutResidue } from './residue'
import { arrival, isAtEdge, isAtPole, isNearlyThere, isRepelled, type Rest, restOf, settledWithin } from './rest'
import { amid, keepsSize, neutral, settledRelativeToMotion, settledRelativeToPoint } from './thresholds'
import { middleOf, radiusOf, type Window, type Windows } from './windows'

/** What is seen, before a remedy is looked for. */
export type Finding = Omit<Verdict, 'suggestion'>

/** How a run went: the first that holds. The kinds: `Verdict` in the protocol. */
export function findingOf(followed: Followed, rate: QuadraticRate | null, pulse?: Pulse): Finding {
  const { history, ending, future } = followed
  const { taken } = history
  if (ending.reason === 'cancelled' || future.ending.reason === 'cancelled') return { kind: 'unjudged', step: taken }
  if (isBroken(ending)) return brokenOff(followed)
  if (taken === 0 && ending.reason === 'steps') return { kind: 'start', step: 0 }

  if (followed.lost !== null && followed.objective.value(history.end) > history.startValue) {
    return { kind: 'diverged', step: followed.lost }
  }
  const rest = restOf(followed, pulse)
  if (rest && (rest.step <= taken || isNearlyThere(followed, rest.place))) return atRest(followed, rest)
  if (isAtPole(followed)) return { kind: 'unbounded', step: taken, at: readable(followed, future.history.end, true) }
  if (taken === 0 && ending.reason !== 'line-search') return { kind: 'start', step: 0 }
  if (isAtEdge(followed)) return { kind: 'edge', step: taken, at: readable(followed, history.end, false) }
  if (ending.reason === 'line-search') return searchedOut(followed)
  if (rest && !isRepelled(followed, rest.place)) return { kind: 'descending', step: taken, settles: rest.step }
  const stopped = isBroken(future.ending) ? null : unmoved(followed, pulse)
  if (stopped) return stopped
  if (rate && rate.factor > 1 + neutral) {
    const { factor, curvature, bound } = rate
    if (curvature < 0) return { kind: 'unbounded', step: taken, factor }
    return { kind: 'growing', step: taken, factor, ...(bound !== null && { bound, curvature: rate.most }) }
  }
  return goingOn(followed, rate, rest !== null)
}

/** It ended as it diverged, or where f is not defined. */
function brokenOff(followed: Followed): Finding {
  const { objective, plan, history, ending } = followed
  const { step, reason } = ending
  const { taken, end } = history
  if (reason === 'diverged') {
    // Squares of slopes are what rules with an ε divide by; after the first step there is none that has always been 0.
    const isDivided = plan.settings['eps'] === 0 && taken === 0 && history.gradient.some((slope) => slope * slope === 0)
    if (isDivided) return { kind: 'left-domain', step, cause: 'epsilon' }
    return fallsOn(followed) ? { kind: 'unbounded', step: taken } : { kind: 'diverged', step }
  }
  // A cusp has no slope, but may be a minimum.
  const settled = settledWithin(history)
  const isLowest = taken > 0 && settled > 0 && isLowestAround(objective, end, [settled, 10 * settled])
  if (isLowest && isEdgeNear(objective, end, settled)) return { kind: 'edge', step: taken, at: Array.from(end) }
  if (isLowest) return { kind: 'minimum', step: taken, at: readable(followed, end, false) }
  if (fallsOn(followed)) return { kind: 'unbounded', step: taken }
  return { kind: 'left-domain', step, ...(overflows(objective, end) && { cause: 'overflow' as const }) }
}

function atRest(followed: Followed, { kind, place, step, farthest }: Rest): Finding {
  const { taken } = followed.history
  const at = readable(followed, place, kind !== 'minimum')
  const since = Math.min(step, taken)
  if (kind !== 'minimum') return { kind: 'rest', step: since, of: kind, at }
  const { future } = followed
  if (!isRepelled(followed, place)) return { kind, step: since, at }
  return { kind: 'near', step: since, at, size: farthest, until: future.history.taken }
}

/** A line search found nothing lower. */
function searchedOut(followed: Followed): Finding {
  const { objective, plan, history } = followed
  const { end, taken } = history
  if ((plan.noise?.sigma ?? 0) > 0) return { kind: 'stuck', step: taken, cause: 'noise' }
  if (fallsOn(followed)) return { kind: 'unbounded', step: taken }
  const isAtKink = isKinkWithin(objective, end, settledWithin(history) || settledRelativeToMotion)
  if (isAtKink) return { kind: 'kink', step: taken, at: readable(followed, end, false) }
  return { kind: 'stuck', step: taken }
}

/** It stands still though f has a slope, or moves so little that f does not change: as long as it was followed. */
function unmoved(followed: Followed, pulse?: Pulse): Finding | null {
  const { objective, plan, history, future } = followed
  const [last] = future.windows.parts.slice(-1) as [Window]
  const isScheduled = plan.schedule !== undefined && plan.schedule.id !== 'constant'
  // It may creep on where f is too level for its digits.
  const still = settledRelativeToPoint * norm(middleOf(last))
  const level = settledWithin(future.history)
  const isStill = radiusOf(last) <= still
  if (isStill || (last.lowest === last.highest && radiusOf(last) <= level)) {
    const arrived = isStill ? arrival(followed, future.history.end, 2 * still, pulse).step : history.taken
    const falls = !isStill && objective.value(history.end) !== last.lowest
    if (arrived > history.taken || falls) return { kind: 'descending', step: history.taken }
    return { kind: 'unmoved', step: arrived, ...(isScheduled && { cause: 'schedule' as const }) }
  }
  return null
}

/** It has not come to rest. `comesNear`: it comes to a minimum later on, though its rule does not settle there for good. */
function goingOn(followed: Followed, rate: QuadraticRate | null, comesNear: boolean): Finding {
  const { plan, history, future } = followed
  const { windows } = future
  const { taken } = history
  if (isBroken(future.ending)) {
    if (fallsOn(followed)) return { kind: 'unbounded', step: taken }
    const kind = future.ending.reason === 'diverged' ? 'growing' : 'left-domain'
    return { kind, step: kind === 'growing' ? taken : future.ending.step, until: future.ending.step }
  }
  const [first, , , last] = windows.parts as [Window, Window, Window, Window]
  const isNoisy = (plan.noise?.sigma ?? 0) > 0
  const isSettling = rate !== null && rate.factor < 1 - neutral
  const isCalming = isSettling || (!isNoisy && isEachSmaller(windows) && isAttracted(followed))
  const period = isCalming ? null : periodOf(future.history.tail().points)
  if (period) {
    if (!isAmid(history.end, windows.since(3))) return { kind: 'descending', step: taken }
    return { ...circling(windows, 3), step: taken, period }
  }
  const all = windows.since(0)
  // It moves, but f has not changed in any digit since it began.
  if (!isNoisy && all.lowest === history.startValue && all.highest === history.startValue)
    return { kind: 'unmoved', step: 0 }
  const isFalling = last.highest < first.highest && last.lowest < first.lowest
  if (isFalling && fallsOn(followed)) return { kind: 'unbounded', step: taken }
  const isWider = radiusOf(last) * keepsSize > radiusOf(first)
  if (isWider && last.lowest > history.startValue) return { kind: 'growing', step: taken }
  if (all.lowest > history.startValue && !isAmid(history.start, all)) return { kind: 'growing', step: taken }
  const isCircling = !isCalming && isStaying(windows) && isAmid(history.end, all)
  if (!isCircling && comesNear) return { kind: 'descending', step: taken }
  if (!isCircling && (isFalling || isCalming)) return { kind: 'slow', step: taken, until: future.history.taken }
  return { ...circling(windows, 0), step: taken, ...(isNoisy && { cause: 'noise' as const }) }
}

const circling = (windows: Windows, first: number) => {
  const window = windows.since(first)
  const size = radiusOf(window)
  // No more digits of its middle than matter beside its size.
  const unit = 10 ** (Math.floor(Math.log10(size)) - 2)
  const at = Array.from(middleOf(window), (coordinate) =>
    Number((Math.round(coordinate / unit) * unit).toPrecision(12))
  )
  return { kind: 'circling' as const, at, size, until: windows.to }
}

/** It neither calms down nor goes away: the last part is as large as the first, and they have much in common. */
function isStaying({ parts }: Windows): boolean {
  const [first, , , last] = parts as [Window, Window, Window, Window]
  const [before, after] = [radiusOf(first), radiusOf(last)]
  return after >= keepsSize * before && distance(middleOf(first), middleOf(last)) <= Math.max(before, after)
}

const isEachSmaller = ({ parts }: Windows) =>
  parts.every((part, i) => i === 0 || radiusOf(part) < radiusOf(parts[i - 1] as Window))

/** Whether a point lies in a box, or not far outside. */
const isAmid = (point: Float64Array, window: Window) => distance(point, middleOf(window)) <= amid * radiusOf(window)

/** Whether the place that is foretold from the middle of its ways does not repel it. */
function isAttracted(followed: Followed): boolean {
  const { objective, future } = followed
  const middle = middleOf(future.windows.since(3))
  const pairs = curvatures(objective, middle)
  if (!pairs) return false
  return !isRepelled(followed, newtonPoint(middle, Float64Array.from(objective.gradient(middle)), pairs))
}

/** Whether f falls for ever from where it came to: the way it went, or downhill. */
function fallsOn({ objective, future }: Followed): boolean {
  const { history, windows } = future
  const { start, startValue, end, extent } = history
  if (!(objective.value(end) < startValue)) return false
  const before = history.tail().points.at(-2) ?? start
  const way = (from: Float64Array) => end.map((coordinate, i) => coordinate - (from[i] as number))
  const falls = (direction: Float64Array, doesFall: typeof fallsForEver) => {
    const length = norm(direction)
    if (!(length > 0 && length < Number.POSITIVE_INFINITY)) return false
    return doesFall(
      objective,
      end,
      direction.map((part) => part / length),
      extent
    )
  }
  const downhill = Float64Array.from(objective.gradient(end), (part) => -part)
  if ([way(before), way(start), downhill].some((direction) => falls(direction, fallsForEver))) return true
  // Over hills it goes on, as fast as before.
  const middles = windows.parts.map(middleOf)
  const [first, second, third, last] = middles as [Float64Array, Float64Array, Float64Array, Float64Array]
  return distance(third, last) >= keepsSize * distance(first, second) && falls(way(start), isBottomless)
}

const readable = ({ objective, future }: Followed, place: Float64Array, canRise: boolean) =>
  withoutResidue(objective, place, future.history.size, canRise)
