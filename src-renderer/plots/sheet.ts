import type { Words } from '@shared/words/index'
import type { Figure, FlatFigure } from '../figure'
import { contourPlot, shapeOf } from './contour'
import { curvePlot } from './curve'
import { directionPlot } from './direction'
import { errorsPlot } from './errors'
import { jointPlots } from './joint'
import { type Area, cellAreas, type Size } from './layout'
import { lensPlot } from './lens'
import type { Look } from './look'
import { lossPlot } from './loss'
import type { Canvas, Plot } from './plot'
import { signsHeight, signsPlot } from './signs'
import { secondPlot, slopePlot } from './slope'
import { drawnRuns, runPlots, stepPlots } from './small'
import { sweepPlot } from './sweep'
import { columnsOn, variablePlots } from './variables'

/** One plot of a figure and where it lies on it. */
export interface Cell {
  readonly area: Area
  readonly plot: Plot
}

/** The places of the plots, if a figure is made of small ones. */
function cellsOf(figure: Figure, size: Size): readonly Area[] | null {
  switch (figure.plot) {
    case 'steps': {
      const { data } = figure
      return cellAreas(data.count, size, data.kind === 'contour' ? shapeOf(data.contour) : null)
    }
    case 'runs':
      return cellAreas(Math.max(1, drawnRuns(figure.data).length), size, shapeOf(figure.data.contour))
    case 'variables': {
      const count = figure.data.names.length
      return cellAreas(count, size, null, columnsOn(size, count))
    }
    default:
      return null
  }
}

const plain: Size = { width: 184, height: 120 }
const small: Size = { width: 84, height: 82 }

/**
 * CSS pixels that a plot – a small one, of a figure made of such – takes at least to have room for all it shows: two
 * numbers on each axis, the names of axes and lines, and the runs between them.
 */
const least: Readonly<Record<Figure['plot'], Size>> = {
  curve: { width: 240, height: 120 },
  slope: plain,
  second: plain,
  errors: { width: 300, height: 160 },
  lens: { width: 300, height: 160 },
  direction: { width: 270, height: 140 },
  signs: { width: 300, height: 150 },
  contour: plain,
  joint: { width: 420, height: 340 },
  surface: { width: 184, height: 150 },
  loss: plain,
  sweep: { width: 240, height: 140 },
  steps: small,
  runs: small,
  variables: small
}

/** Whether everything of a figure has its place on a sheet of `size` CSS pixels. */
export function hasRoom(figure: Figure, size: Size): boolean {
  const plot = cellsOf(figure, size)?.[0] ?? size
  const { width, height } =
    figure.plot === 'signs' ? { ...least.signs, height: signsHeight(figure.data) } : least[figure.plot]
  return plot.width >= width && plot.height >= height
}

/** The plots of a flat figure on a sheet of `size` CSS pixels: one, or the cells of small plots. */
export function sheetOf(
  figure: FlatFigure,
  { width, height }: Size,
  look: Look,
  words: Words['plots']
): readonly Cell[] {
  const size = { width, height }
  if (figure.plot === 'joint') return jointPlots(figure.data, size, look, words)
  const cells = cellsOf(figure, size)
  if (!cells) {
    const plot = singlePlot(figure, { size, look, words, room: 'full' })
    return plot ? [{ area: { left: 0, top: 0, width, height }, plot }] : []
  }
  const [cell = { width, height }] = cells
  const canvas: Canvas = { size: { width: cell.width, height: cell.height }, look, words, room: 'cell' }
  return smallPlots(figure, canvas).flatMap((plot, index) => {
    const area = cells[index]
    return area ? [{ area, plot }] : []
  })
}

/** One of the small plots of a figure, as large as the sheet; null if there is no such plot. */
export function enlarged(
  figure: FlatFigure,
  index: number,
  { width, height }: Size,
  look: Look,
  words: Words['plots']
): Cell | null {
  const plot = smallPlots(figure, { size: { width, height }, look, words, room: 'cell' })[index]
  return plot ? { area: { left: 0, top: 0, width, height }, plot } : null
}

function singlePlot(figure: FlatFigure, canvas: Canvas): Plot | null {
  switch (figure.plot) {
    case 'curve':
      return curvePlot(figure.data, canvas)
    case 'slope':
      return slopePlot(figure.data, canvas)
    case 'second':
      return secondPlot(figure.data, canvas)
    case 'errors':
      return errorsPlot(figure.data, canvas)
    case 'lens':
      return lensPlot(figure.data, canvas)
    case 'direction':
      return directionPlot(figure.data, canvas)
    case 'signs':
      return signsPlot(figure.data, canvas)
    case 'contour':
      return contourPlot(figure.data, canvas)
    case 'loss':
      return lossPlot(figure.data, canvas)
    case 'sweep':
      return sweepPlot(figure.data, canvas)
    default:
      return null
  }
}

function smallPlots(figure: FlatFigure, canvas: Canvas): readonly Plot[] {
  switch (figure.plot) {
    case 'steps':
      return stepPlots(figure.data, canvas)
    case 'runs':
      return runPlots(figure.data, canvas)
    case 'variables':
      return variablePlots(figure.data, canvas)
    default:
      return []
  }
}
