import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type { RunReport, RunsReport, View } from '@shared/protocol'
import { chartColumns } from '../answers/questions'
import type { Trace } from '../figure'
import type { PrincipalPlane } from './principal'
import { isPrincipal, principalOf, principalRanges } from './principal-descent'
import { visibleRange } from './ranges'
import { functionForm, type PlaneForms, planeForms } from './way-on'

/** Pixels along each side of a view, which is twice as long as what is visible: there may be more in a picture of other proportions. */
const viewPixels = 2048
const viewLength = 2

/**
 * The views over which the ways of the runs are seen, as far as is known from the `reports` there are: what they depend on
 * is in every report, however it was thinned. `run`: the selected one. None where all steps are there anyway.
 */
export function viewsOf(experiment: Experiment, reports: RunsReport | undefined, run: number): readonly View[] {
  const { view, variables, steps } = experiment
  if (view.tab !== 'descend' || steps < chartColumns(variables.length)) return []
  const made = isPrincipal(experiment)
    ? principalView(experiment, reports, run)
    : variables.length === 1
      ? curveView(experiment, reports)
      : planeView(experiment, reports)
  if (!made || !(made.x.max > made.x.min) || !(made.y.max > made.y.min)) return []
  return [{ ...made, columns: viewPixels, rows: viewPixels }]
}

type Seen = Omit<View, 'columns' | 'rows'>

function planeView(experiment: Experiment, reports: RunsReport | undefined): Seen {
  const { axes, square } = experiment.view
  const ranges = [visibleRange(experiment, axes[0], reports), visibleRange(experiment, axes[1], reports)] as const
  return { ...planeForms(experiment.variables.length, axes), ...windows(...ranges, square) }
}

function curveView(experiment: Experiment, reports: RunsReport | undefined): Seen | null {
  const x = visibleRange(experiment, 0, reports)
  let [min, max] = [Infinity, -Infinity]
  for (const report of reports ?? []) {
    if (!('points' in report)) continue
    for (const [index, at] of report.points.entries()) {
      const value = report.values[index] as number
      if (!(at >= x.min && at <= x.max) || !Number.isFinite(value)) continue
      min = Math.min(min, value)
      max = Math.max(max, value)
    }
  }
  const y = experiment.view.values ?? { min, max }
  return Number.isFinite(y.min) ? { ...functionForm, ...windows(x, y, false) } : null
}

function principalView(experiment: Experiment, reports: RunsReport | undefined, run: number): Seen | null {
  const plane = principalOf(experiment, reports, run)
  if (!plane || !reports) return null
  const traces = reports.map((report): Pick<Trace, 'x' | 'y'> => {
    if (!('points' in report)) return { x: [], y: [] }
    const { across, up } = formsOver(plane)
    return { x: along(report, across), y: along(report, up) }
  })
  const { x, y } = principalRanges(traces, run)
  return { ...formsOver(plane), ...windows(x, y, experiment.view.square) }
}

const formsOver = ({ across, up }: PrincipalPlane): PlaneForms => ({ across: [...across, 0], up: [...up, 0] })

/** A form at every point of a report, f left out. */
function along({ points, values }: RunReport, form: readonly number[]): Float64Array {
  const dimension = points.length / values.length
  return Float64Array.from(values, (_, row) => {
    let sum = 0
    for (let i = 0; i < dimension; i++) sum += (form[i] as number) * (points[row * dimension + i] as number)
    return sum
  })
}

/**
 * What a view spans around visible ranges: in steps of a part of them, so that it stays the same when a report that was
 * thinned otherwise tells them a little otherwise.
 */
function windows(x: Interval, y: Interval, square: boolean): { readonly x: Interval; readonly y: Interval } {
  const [wide, high] = [x.max - x.min, y.max - y.min]
  const longer = Math.max(wide, high)
  return { x: windowOf(x, square ? longer : wide), y: windowOf(y, square ? longer : high) }
}

function windowOf({ min, max }: Interval, length: number): Interval {
  const part = 2 ** Math.ceil(Math.log2(length / 8))
  const middle = Math.round((min + max) / 2 / part) * part
  const reach = Math.ceil((viewLength * length) / 2 / part) * part
  return { min: middle - reach, max: middle + reach }
}
