import { noiseOfStart } from '@shared/experiment/crowd'
import { ProblemError } from '@shared/problem'
import type { CrowdReport, View } from '@shared/protocol'
import type { Objective } from '../objective'
import { Path } from '../optimise/path'
import type { Plan } from '../optimise/plan'
import { type Pulse, partOf } from '../pulse'
import { distance, norm } from '../vector'
import { findingOf } from '../verdict/finding'
import { type Followed, follow, isBroken } from '../verdict/follow'
import { withoutResidue } from '../verdict/residue'
import { restOf, settledWithin } from '../verdict/rest'

type CrowdPath = CrowdReport['paths'][number]
type CrowdEnd = CrowdReport['ends'][number]

/** Ends are one if they are this many times as near as runs come to what they run to. */
const together = 3

/** A place where runs of a crowd have come to rest, as the one of them that came nearest to it. */
interface Place {
  readonly kind: CrowdEnd['kind']
  tolerance: number
  point: Float64Array
  /** The size of the motion that led there. */
  size: number
  /** ‖∇f‖ there. */
  slope: number
  /** Which starts led there. */
  readonly of: number[]
}

/**
 * The run of `plan` from each of many starts in its place, each path kept as for `columns` and `views`, and the places
 * where they came to rest. With noise each start has its own (`noiseOfStart`). A start where f is not defined has a
 * problem; throws a ProblemError for all else that is not sound.
 */
export function crowdReport(
  objective: Objective,
  plan: Omit<Plan, 'start'>,
  starts: readonly (readonly number[])[],
  columns: number,
  pulse: Pulse,
  views: readonly View[] = []
): CrowdReport {
  const places: Place[] = []
  const paths = starts.map((start, index): CrowdPath => {
    try {
      const own = { ...plan, start, noise: plan.noise && noiseOfStart(plan.noise, index) }
      // Of a crowd no step has a dot of its own but the last.
      const path = new Path(objective.variables.length, columns, views, 0)
      const part = partOf(pulse, index, starts.length)
      const followed = follow(objective, own, part, (stretch) => path.add(stretch), 1 / starts.length)
      const isNoisy = (own.noise?.sigma ?? 0) > 0
      const wanders = !settle(places, followed, index) && isNoisy && findingOf(followed, null).cause === 'noise'
      const { steps, points, values, ways } = path.kept()
      const { taken } = followed.history
      return { taken, steps, points, values, ways, stop: followed.ending.reason, end: -1, wanders }
    } catch (error) {
      if (!(error instanceof ProblemError) || error.values['field'] !== 'start') throw error
      return { problem: { code: error.code, values: error.values } }
    }
  })
  const ordered = places
    .map((place) => ({ place, value: objective.value(place.point) }))
    .sort((a, b) => b.place.of.length - a.place.of.length || a.value - b.value)
  return {
    paths: paths.map((path, index) =>
      'problem' in path ? path : { ...path, end: ordered.findIndex(({ place }) => place.of.includes(index)) }
    ),
    ends: ordered.map(({ place, value }) => ({
      point: withoutResidue(objective, place.point, place.size, place.kind === 'saddle' || place.kind === 'maximum'),
      value,
      count: place.of.length,
      kind: place.kind
    }))
  }
}

/** Adds the end of a run to the place it belongs to, if it has come to rest. Returns whether it has. */
function settle(places: Place[], followed: Followed, index: number): boolean {
  const { objective, history, ending } = followed
  if (isBroken(ending) || history.taken === 0) return false
  const rest = restOf(followed)
  // The ends of a crowd are places of f, not of its difference quotients.
  if (!rest || rest.step > history.taken || rest.kind === 'shifted' || rest.kind === 'jump') return false
  const { kind } = rest
  const tolerance = settledWithin(followed.future.history)
  const { end: point, size } = history
  const slope = norm(objective.gradient(point))
  const known = places.find(
    (place) => place.kind === kind && distance(place.point, point) <= together * (place.tolerance + tolerance)
  )
  if (!known) {
    places.push({ kind, tolerance, point, size, slope, of: [index] })
    return true
  }
  known.of.push(index)
  if (slope < known.slope) Object.assign(known, { tolerance, point, size, slope })
  return true
}
