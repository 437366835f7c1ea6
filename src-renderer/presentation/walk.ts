import { withPoint } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { placed } from '../cards/placed'

/** Into how many parts keys divide a range. */
const parts = 40

/** The point moved by a key: one part of the visible range along variable number `axis`, and never out of it. */
export function withPointMoved(experiment: Experiment, axis: number, way: 1 | -1): Experiment {
  const range = experiment.variables[axis]
  const at = experiment.point[axis]
  if (!range || at === undefined) return experiment
  const size = (range.max - range.min) / parts
  // From one line of a grid to the next, so that round numbers are met again.
  const line = Math.round((at - range.min) / size) + way
  const moved = placed(range.min + Math.min(Math.max(line, 0), parts) * size, range)
  return withPoint(
    experiment,
    experiment.point.map((value, other) => (other === axis ? moved : value))
  )
}

/** The next smaller step size of 1, 0.5, 0.2, 0.1 …, or the next larger one; of the same sign. From 1e-16 to 10, or down to them. */
export function nextStepSize(h: number, way: 'smaller' | 'larger'): number {
  const ladder = Array.from({ length: 18 }, (_, power) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${power - 16}`))
  ).flat()
  const size = Math.abs(h)
  const next =
    way === 'smaller'
      ? ladder.findLast((rung) => rung < size * (1 - 1e-9))
      : ladder.find((rung) => rung > size * (1 + 1e-9))
  return next === undefined || (way === 'larger' && next > 10) ? h : Math.sign(h) * next
}
