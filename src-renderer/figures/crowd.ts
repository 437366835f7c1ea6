import type { Experiment } from '@shared/experiment/experiment'
import type { CrowdReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { pointText } from '@shared/words/numbers'
import type { CrowdWays } from '../figure'
import { hasBrokenOff } from './ends'
import { functionForm, planeForms, wayOn } from './way-on'

/** More places than these are told together. */
const mostEnds = 4

/** Where the ways of a crowd ended: 「25 本中 14 本 → 極小点 (3, 2)、2 本は発散」. */
export function crowdSentence({ paths, ends }: CrowdReport, { lab: { runs } }: Words): string {
  const words = runs.crowd
  const told = ends.slice(0, mostEnds)
  const rest = ends.slice(mostEnds)
  const restless = paths.flatMap((path) => ('problem' in path || path.end < 0 ? [path] : []))
  const counted = (isOne: (path: CrowdReport['paths'][number]) => boolean, text: (count: number) => string) => {
    const count = restless.filter(isOne).length
    return count > 0 ? [text(count)] : []
  }
  const isMoving = (path: CrowdReport['paths'][number], wanders: boolean) =>
    !('problem' in path) && !hasBrokenOff(path) && path.stop !== 'cancelled' && path.wanders === wanders
  const stopped = (...reasons: readonly string[]) => {
    return (path: CrowdReport['paths'][number]) => !('problem' in path) && reasons.includes(path.stop)
  }
  const parts = [
    ...told.map(({ count, kind, point }) => words.end({ count, kind: words.kinds[kind], point: pointText(point) })),
    ...(rest.length > 0
      ? [words.moreEnds({ count: rest.reduce((sum, { count }) => sum + count, 0), ends: rest.length })]
      : []),
    ...counted((path) => isMoving(path, true), words.wandering),
    ...counted((path) => isMoving(path, false), words.moving),
    ...counted(stopped('diverged'), words.diverged),
    ...counted(stopped('left-domain'), words.left),
    ...counted((path) => 'problem' in path, words.undefinedStart),
    ...counted(stopped('cancelled'), words.cancelled)
  ]
  return words.ended({ all: paths.length, parts })
}

/** The ways of the crowd on the coordinates `axes` of a plot (equal where there is one variable), in the colour of its run. */
export function crowdWays(
  experiment: Experiment,
  report: CrowdReport | undefined,
  run: number,
  axes: readonly [number, number]
): CrowdWays | undefined {
  const dimension = experiment.variables.length
  if (!report) return undefined
  return {
    colour: experiment.runs[run]?.colour ?? 0,
    ways: report.paths.flatMap((path) => {
      if ('problem' in path) return []
      const coordinate = (axis: number) =>
        Float64Array.from(path.steps, (_, index) => path.points[index * dimension + axis] ?? Number.NaN)
      const drawn = wayOn(path.ways, dimension === 1 ? functionForm : planeForms(dimension, axes))
      return [{ steps: path.steps, x: coordinate(axes[0]), y: coordinate(axes[1]), values: path.values, ...drawn }]
    })
  }
}
