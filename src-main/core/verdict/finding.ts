import { scheduleNamed } from '@shared/methods/schedules'
import type { Verdict } from '@shared/protocol'
import { isKinkWithin, isLowestAround } from '../landscape/neighbourhood'
import { isEdgeNear } from '../landscape/singularity'
import { curvatures, newtonPoint } from '../landscape/stationary'
import { fallsForEver, isBottomless } from '../landscape/unbounded'
import { overflows } from '../optimise/overflow'
import { factorOf } from '../optimise/schedule'
import type { Pulse } from '../pulse'
import { distance, norm } from '../vector'
import { periodOf } from './cycle'
import { type Followed, isBroken } from './follow'
import type { QuadraticRate } from './quadratic'
import { withoutResidue } from './residue'
import { arrival, isAtEdge, isAtPole, isNearlyThere, isRepelled, type Rest, restOf, settledWithin } from './rest'
import {
  keepsSize,
  lastDigits,
  neutral,
  noRate,
  roundCycle,
  settledRelativeToMotion,
  settledRelativeToPoint
} from './thresholds'
import { isWithin, middleOf, radiusOf, type Window, type Windows } from './windows'

/** What is seen, before a remedy is looked for. */
export type Finding = Omit<Verdict, 'suggestion'>

/** How a run went: the first that holds. The kinds: `Verdict` in the protocol. */
export function findingOf(followed: Followed, rate: QuadraticRate | null, pulse?: Pulse): Finding {
  const { history, ending, future } = followed
  const { taken } = history
  if (ending.reason === 'cancelled' || future.ending.reason === 'cancelled') return { kind: 'unjudged', step: taken }
  if (isBroken(ending)) return brokenOff(followed)
  if (taken === 0 && ending.reason === 'steps') return { kind: 'start', step: 0 }

  if (followed.lost !== null) {
    if (followed.objective.value(history.end) > history.startValue) return { kind: 'diverged', step: followed.lost }
    if (fallsOn(followed)) return { kind: 'unbounded', step: taken }
  }
  // Far out, where h is lost beside the coordinates, quotients are 0 or anything: what was seen after that is no motion of f's.
  const { lost } = followed.future
  if (lost !== null && followed.objective.value(followed.future.history.end) > history.startValue)
    return { kind: 'growing', step: taken, until: lost }
  const rest = restOf(followed, pulse)
  if (rest && (rest.step <= taken || isNearlyThere(followed, rest.place))) return atRest(followed, rest)
  if (isAtPole(followed)) return { kind: 'unbounded', step: taken, at: readable(followed, future.history.end, true) }
  if (taken === 0 && ending.reason !== 'line-search') return { kind: 'start', step: 0 }
  if (isAtEdge(followed)) return { kind: 'edge', step: taken, at: readable(followed, history.end, false) }
  if (ending.reason === 'line-search') return searchedOut(followed)
  if (rest && !isRepelled(followed, rest.place)) return { kind: 'descending', step: taken, settles: rest.step }
  if (rate && rate.factor > 1 + neutral) {
    const { factor, curvature, bound } = rate
    if (curvature < 0) return { kind: 'unbounded', step: taken, factor }
    return { kind: 'growing', step: taken, factor, ...(bound !== null && { bound, curvature: rate.most }) }
  }
  if (!isBroken(future.ending)) {
    const stopped = unmoved(followed, pulse)
    if (stopped) return stopped
  }
  return goingOn(followed, rest !== null)
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
  // A rule that ended it may have done so before it was there.
  const all = future.windows.since(0)
  const size = step <= taken ? farthest : radiusOf(all) + distance(middleOf(all), place)
  return { kind: 'near', step: since, at, size: roundedUp(size), until: future.history.taken }
}

/** A line search found nothing lower. */
function searchedOut(followed: Followed): Finding {
  const { objective, plan, history } = followed
  const { end, taken } = history
  if ((plan.noise?.sigma ?? 0) > 0) return { kind: 'stuck', step: taken, cause: 'noise' }
  if (fallsOn(followed)) return { kind: 'unbounded', step: taken }
  const isAtKink = isKinkWithin(objective, end, settledWithin(history) || settledRelativeToMotion)
  if (isAtKink) return { kind: 'kink', step: taken, at: readable(followed, end, false) }
  return { kind: 'stuck', step: taken, ...(isLowerDownhill(followed) && { cause: 'missed' as const }) }
}

/** Whether f is lower somewhere along its exact slope, from the size of the motion down. */
function isLowerDownhill({ objective, history: { end, size } }: Followed): boolean {
  const gradient = objective.gradient(end)
  const value = objective.value(end)
  const lower = value - lastDigits * Math.abs(value)
  return Array.from({ length: 30 }, (_, k) => (size || 1) / norm(gradient) / 2 ** k).some(
    (t) => objective.value(end.map((coordinate, i) => coordinate - t * (gradient[i] as number))) < lower
  )
}

/** It stands still though f has a slope, as long as it was followed. */
function unmoved(followed: Followed, pulse?: Pulse): Finding | null {
  const { history, future } = followed
  const [last] = future.windows.parts.slice(-1) as [Window]
  const still = settledRelativeToPoint * norm(middleOf(last))
  if (radiusOf(last) > still) return null
  const { step } = arrival(followed, future.history.end, 2 * still, pulse)
  if (step > history.taken) return notThereYet(followed)
  if (hasNoRate(followed, step + 1)) return { kind: 'unmoved', step, cause: 'schedule' }
  // It may be so far off that all steps are lost in rounding.
  return last.lowest > history.startValue ? { kind: 'growing', step: history.taken } : { kind: 'unmoved', step }
}

/** Whether a schedule has brought the learning rate of a step to 0, but for what nobody would call a rate. */
function hasNoRate({ plan }: Followed, step: number): boolean {
  const schedule = plan.schedule && scheduleNamed(plan.schedule.id)
  if (!plan.schedule || !schedule) return false
  return factorOf({ schedule, settings: plan.schedule.settings })(step) < noRate
}

/** It has not come to rest. `comesNear`: it comes to a place later on, though its rule does not settle there for good. */
function goingOn(followed: Followed, comesNear: boolean): Finding {
  const { plan, history, future } = followed
  const { windows } = future
  const { taken } = history
  if (isBroken(future.ending)) {
    if (fallsOn(followed)) return { kind: 'unbounded', step: taken }
    const kind = future.ending.reason === 'diverged' ? 'growing' : 'left-domain'
    return { kind, step: kind === 'growing' ? taken : future.ending.step, until: future.ending.step }
  }
  const [first, , , last] = windows.parts as [Window, Window, Window, Window]
  const all = windows.since(0)
  const seen = { ...circling(windows, 0), step: taken }
  const isNoisy = (plan.noise?.sigma ?? 0) > 0
  const isKeptOff = repelsFromAmid(followed)
  const isCalming = !isNoisy && isEachSmaller(windows) && !isKeptOff
  const period = isCalming ? null : periodOf(future.history.tail().points)
  if (period && radiusOf(all) <= roundCycle * radiusOf(last)) return { ...seen, period }
  // It moves, but f has not changed in any digit since it began.
  if (!period && !isNoisy && all.lowest === history.startValue && all.highest === history.startValue)
    return { kind: 'unmoved', step: 0 }
  const isGoingDown = last.highest < first.highest && last.lowest < first.lowest
  if (!period && isGoingDown && fallsOn(followed)) return { kind: 'unbounded', step: taken }
  const isWider = radiusOf(last) * keepsSize > radiusOf(first)
  if (all.lowest > history.startValue && (isWider || !isWithin(history.start, all)))
    return { kind: 'growing', step: taken }
  const isLower = isLowerLater(followed)
  const keepsMoving = isKeptOff || (!isCalming && (isNoisy ? keepsItsSize(windows) : isStaying(windows)))
  if (!isLower && (period || keepsMoving)) return { ...seen, ...(isNoisy && { cause: 'noise' as const }) }
  const isFalling = !isNoisy && future.ending.reason === 'steps' && isEachLower(windows)
  if (isFalling && !comesNear) return { kind: 'slow', step: taken, until: future.history.taken }
  return notThereYet(followed)
}

/** f gets lower than at its end; or nothing is told but where it was. */
function notThereYet(followed: Followed): Finding {
  const step = followed.history.taken
  if (isLowerLater(followed)) return { kind: 'descending', step }
  return { ...circling(followed.future.windows, 0), kind: 'unjudged', step }
}

/** Whether in the last part of the time that it was followed f is lower than at its end. */
function isLowerLater({ objective, history, future }: Followed): boolean {
  const [last] = future.windows.parts.slice(-1) as [Window]
  const value = objective.value(history.end)
  return last.highest < value - lastDigits * Math.abs(value)
}

const circling = (windows: Windows, first: number) => {
  const window = windows.since(first)
  const middle = middleOf(window)
  // No more digits of its middle than matter beside its size.
  const unit = 10 ** (Math.floor(Math.log10(radiusOf(window))) - 2)
  const at = middle.map((coordinate) => Number((Math.round(coordinate / unit) * unit).toPrecision(12)))
  const size = roundedUp(radiusOf(window) + distance(middle, at))
  return { kind: 'circling' as const, at: Array.from(at), size, until: windows.to }
}

/** A size to be read with three digits: it holds as it is read. */
function roundedUp(size: number): number {
  const unit = 10 ** (Math.floor(Math.log10(size)) - 2)
  return size > 0 ? Number((Math.ceil(Number((size / unit).toPrecision(12))) * unit).toPrecision(3)) : 0
}

/** It does not calm down: the last part is as large as the first. */
const keepsItsSize = ({ parts }: Windows) => radiusOf(parts[3] as Window) >= keepsSize * radiusOf(parts[0] as Window)

/** Nor does it go away: they have much in common. */
function isStaying(windows: Windows): boolean {
  const [first, , , last] = windows.parts as [Window, Window, Window, Window]
  return keepsItsSize(windows) && distance(middleOf(first), middleOf(last)) <= Math.max(radiusOf(first), radiusOf(last))
}

const isEachSmaller = ({ parts }: Windows) =>
  parts.every((part, i) => i === 0 || radiusOf(part) < radiusOf(parts[i - 1] as Window))

/** f is lower in each part of the time than anywhere in the one before. */
const isEachLower = ({ parts }: Windows) =>
  parts.every(({ highest }, i) => i === 0 || highest < (parts[i - 1] as Window).lowest)

/** Whether in the steps that are seen it was on its way to where it circles later: f got lower, from farther off than that. */
export function isOnItsWay({ history }: Followed, { at = [], size = 0 }: Finding): boolean {
  const { points, values } = history.tail()
  const half = Math.floor(values.length / 2)
  const isLower = Math.max(...values.slice(half)) < Math.min(...values.slice(0, half))
  return isLower && keepsSize * distance(points[0] as Float64Array, Float64Array.from(at)) > size
}

/** Whether the stationary point that is foretold from the middle of its ways lies amid them, and repels it. */
function repelsFromAmid(followed: Followed): boolean {
  const { objective, future } = followed
  const window = future.windows.since(3)
  const middle = middleOf(window)
  const pairs = curvatures(objective, middle)
  const place = pairs && newtonPoint(middle, Float64Array.from(objective.gradient(middle)), pairs)
  return place !== null && isWithin(place, window) && isRepelled(followed, place)
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
