import { contourPlot } from './contour'
import { curvePlot } from './curve'
import type { RunsData, StepsData, Trace } from './figure'
import type { Canvas, Plot } from './plot'

/** The first steps of a run, each in a small plot of its own: steps 0 … count − 1 on fixed axes. */
export function stepPlots(data: StepsData, canvas: Canvas): readonly Plot[] {
  return Array.from({ length: data.count }, (_, step) => {
    const name = `k = ${step}`
    if (data.kind === 'curve') return curvePlot({ ...data.curve, step, point: null, secant: null }, canvas, name)
    return contourPlot(
      { ...data.contour, step, point: null, gradient: null, departure: null, anatomy: null, draggable: false },
      canvas,
      name
    )
  })
}

/** The runs that have a plot of their own, with their numbers among the traces: a hidden one has none. */
export const drawnRuns = ({ contour }: RunsData): readonly { readonly trace: Trace; readonly run: number }[] =>
  contour.traces.map((trace, run) => ({ trace, run })).filter(({ trace }) => trace.steps.length > 0)

/** One small contour for each run, named after it. */
export function runPlots(data: RunsData, canvas: Canvas): readonly Plot[] {
  const { contour } = data
  return drawnRuns(data).map(({ trace }) =>
    contourPlot(
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
    )
  )
}
