import type { ErrorsData } from './figure'
import { type Canvas, flatOptions, type Plot } from './plot'

/** The errors of the three schemes against the step size, over powers of ten. */
export function errorsPlot(_data: ErrorsData, canvas: Canvas): Plot {
  const ranges = { x: { min: 0, max: 1 }, y: { min: 0, max: 1 } }
  return {
    name: '',
    config: { type: 'line', data: { datasets: [] }, options: flatOptions(canvas, ranges, { x: '', y: '' }) },
    below: [],
    above: [],
    handles: [],
    trails: [],
    picking: 'none',
    readout: () => null,
    note: null
  }
}
