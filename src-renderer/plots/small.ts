import type { RunsData, StepsData, Trace } from '../figure'
import { contourPlot } from './contour'
import { curvePlot } from './curve'
import type { Canvas, Plot } from './plot'

/** Steps of a run, each in a small plot of its own, on fixed axes. */
export function stepPlots(data: StepsData, canvas: Canvas): readonly Plot[] {
  const { step: selected, selected: run } = data.kind === 'curve' ? data.curve : data.contour
  return Array.from({ length: data.count }, (_, index) => {
    const step = (data.first ?? 0) + index
    const name = `k = ${step}`
    const plain = { step, point: null, gradient: null, departure: null, anatomy: null, draggable: false }
    const plot =
      data.kind === 'curve'
        ? curvePlot({ ...data.curve, step, point: null, secant: null }, canvas, name)
        : contourPlot({ ...data.contour, ...plain }, canvas, name)
    return { ...plot, cell: { marked: step === selected, run, step } }
  })
}

/** The runs that have a plot of their own, with their numbers among the traces: a hidden one has none. */
export const drawnRuns = ({ contour }: RunsData): readonly { readonly trace: Trace; readonly run: number }[] =>
  contour.traces.map((trace, run) => ({ trace, run })).filter(({ trace }) => trace.steps.length > 0)

/** One small contour for each run, named after it. */
export function runPlots(data: RunsData, canvas: Canvas): readonly Plot[] {
  const { contour } = data
  return drawnRuns(data).map(({ trace, run }) => ({
    ...contourPlot(
      {
        ...contour,
        traces: [trace],
        selected: 0,
        point: null,
        gradient: null,
        departure: null,
        anatomy: null,
        draggable: false
      },
      canvas,
      trace.name
    ),
    cell: { marked: run === contour.selected, run, step: contour.step ?? 0 }
  }))
}
