import type { Words } from '@shared/words/index'
import { contourPlot } from './contour'
import { curvePlot } from './curve'
import { directionPlot } from './direction'
import { errorsPlot } from './errors'
import type { FlatFigure } from './figure'
import { type Area, cellArea, type Size } from './layout'
import type { Look } from './look'
import { lossPlot } from './loss'
import type { Canvas, Plot } from './plot'
import { secondPlot, slopePlot } from './slope'
import { runPlots, stepPlots } from './small'
import { columnsOn, variablePlots } from './variables'

/** One plot of a figure and where it lies on it. */
export interface Cell {
  readonly area: Area
  readonly plot: Plot
}

/** The plots of a flat figure on a sheet of `size` CSS pixels: one, or the cells of small plots. */
export function sheetOf(figure: FlatFigure, size: Size, look: Look, words: Words['plots']): readonly Cell[] {
  const whole: Canvas = { size, look, words, room: 'full' }
  const single = (plot: Plot): readonly Cell[] => [
    { area: { left: 0, top: 0, width: size.width, height: size.height }, plot }
  ]
  switch (figure.plot) {
    case 'curve':
      return single(curvePlot(figure.data, whole))
    case 'slope':
      return single(slopePlot(figure.data, whole))
    case 'second':
      return single(secondPlot(figure.data, whole))
    case 'errors':
      return single(errorsPlot(figure.data, whole))
    case 'direction':
      return single(directionPlot(figure.data, whole))
    case 'contour':
      return single(contourPlot(figure.data, whole))
    case 'loss':
      return single(lossPlot(figure.data, whole))
    case 'steps':
      return cells(figure.data.count, size, (canvas) => stepPlots(figure.data, canvas), whole)
    case 'runs':
      return cells(figure.data.contour.traces.length, size, (canvas) => runPlots(figure.data, canvas), whole)
    case 'variables': {
      const count = figure.data.names.length
      const columns = columnsOn(size, count)
      return cells(count, size, (canvas) => variablePlots(figure.data, canvas), whole, columns)
    }
  }
}

function cells(
  count: number,
  size: Size,
  plots: (canvas: Canvas) => readonly Plot[],
  whole: Canvas,
  columns?: number
): readonly Cell[] {
  const { width, height } = cellArea(0, count, size, columns)
  return plots({ ...whole, size: { width, height }, room: 'cell' }).map((plot, index) => ({
    area: cellArea(index, count, size, columns),
    plot
  }))
}
