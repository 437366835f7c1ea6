import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { isHidden } from '@shared/experiment/runs'
import type { Interval } from '@shared/interval'
import { isGradientFree } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import type { CurveSamples, GridSamples, RunsReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { type ContourData, type CurveData, type Trace, traceOf } from '../figure'
import type { SurfaceFigure } from '../plots/gl'
import { functionAlong, functionOver } from './function'
import { axisName, dependentName, heldAt, sliceName, slopeName } from './names'
import { runNames } from './run-names'
import { functionForm, planeForms, wayOn } from './way-on'

/** Small plots of steps as long as nobody asks for others: the first ones, 4 × 4. */
const usualStretch = { first: 0, count: 16 }

const noTrace = { steps: [], x: [], y: [], values: [], norms: [] }

/** The runs as traces on `axes`, in the order of the document; one that could not be computed, or is hidden, has no points. */
export function tracesOf(
  experiment: Experiment,
  reports: RunsReport | undefined,
  words: Words,
  axes: readonly [number, number]
): readonly Trace[] {
  const names = runNames(experiment, words)
  return experiment.runs.map((run, index) => {
    const report = reports?.[index]
    const name = names[index] ?? run.method
    if (!report || !('points' in report) || isHidden(experiment, run.id))
      return { name, colour: run.colour, ...noTrace }
    const dimension = experiment.variables.length
    const forms = dimension === 1 ? functionForm : planeForms(dimension, axes)
    const method = methodNamed(run.method, run.convention)
    return traceOf(name, run.colour, report, dimension, axes, {
      ...wayOn(report.ways, forms),
      isGradientFree: method !== undefined && isGradientFree(method)
    })
  })
}

/** The runs on the curve of a function of one variable. */
export function descentCurve(
  experiment: Experiment,
  samples: CurveSamples,
  x: Interval,
  traces: readonly Trace[],
  selection: SelectedStep
): CurveData {
  return {
    variable: axisName(experiment, 0),
    name: sliceName(experiment, experiment.point, 0),
    slopeName: slopeName(experiment, 0),
    dependent: dependentName(experiment),
    x,
    y: experiment.view.values,
    samples,
    f: functionAlong(experiment, 0, experiment.point),
    point: null,
    kink: null,
    secondSlope: null,
    pinned: [],
    secant: null,
    h: null,
    traces,
    step: selection.step,
    selected: selection.run
  }
}

/**
 * The runs on the plane of two variables. `gradient`: ∇f at the selected step, for its arrow. `held`: a point of the
 * plane.
 */
export function descentPlane(
  experiment: Experiment,
  held: readonly number[],
  samples: GridSamples,
  ranges: { readonly x: Interval; readonly y: Interval },
  traces: readonly Trace[],
  selection: SelectedStep,
  gradient: readonly [number, number] | null
): ContourData {
  const { axes, square, field, contour, map } = experiment.view
  return {
    variables: [axisName(experiment, axes[0]), axisName(experiment, axes[1])],
    x: ranges.x,
    y: ranges.y,
    samples,
    point: null,
    traces,
    step: selection.step,
    selected: selection.run,
    gradient,
    map,
    ...(experiment.variables.length > 2 && { slice: { held: heldAt(experiment, held, axes) } }),
    f: functionOver(experiment, axes, held),
    critical: [],
    curvature: null,
    square,
    levels: contour,
    field,
    direction: null,
    principal: false,
    both: false,
    draggable: true
  }
}

/** The plane as a surface. */
export function surfaceFigure(title: string, plane: ContourData, experiment: Experiment): SurfaceFigure {
  const { style, spacing, camera, overlay, scale, range } = experiment.view.surface
  return { plot: 'surface', title, data: { ...plane, z: range, style, spacing, camera, overlay, scale } }
}

/** Which steps have small plots: those asked for, as far as there are any, and every one of them is kept. */
export function stepStretch({ view, steps }: Experiment): { readonly first: number; readonly count: number } {
  const { first, count } = view.stretch ?? usualStretch
  const last = Math.min(steps, limits.dotted - 1)
  const from = Math.min(first, last)
  return { first: from, count: Math.min(count, last - from + 1) }
}

/** Into how many plots the picture of the contour is divided. */
export function contourCells(experiment: Experiment): number {
  if (experiment.view.tab !== 'descend') return 1
  switch (experiment.view.arrangement) {
    case 'linked':
      return 1
    case 'steps':
      return stepStretch(experiment).count
    case 'runs':
      return Math.max(1, experiment.runs.filter(({ id }) => !isHidden(experiment, id)).length)
    case 'variables':
      return experiment.variables.length
  }
}
