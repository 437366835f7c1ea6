import type { DirectionData } from './figure'
import { type Canvas, flatOptions, type Plot } from './plot'

/** The directional derivative over all directions. */
export function directionPlot(_data: DirectionData, canvas: Canvas): Plot {
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
