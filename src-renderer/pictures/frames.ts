import type { Words } from '@shared/words/index'
import { curveRange } from '../plots/curve'
import {
  type Anatomy,
  type ContourData,
  type CurveData,
  type Figure,
  indexAt,
  type SurfaceData,
  type Trace
} from '../plots/figure'
import { bilinear, groundOf } from '../plots/grid'

/** The steps shown by an animation: all of them, or `most` evenly chosen ones with the first and the last. */
export function frameSteps(traces: readonly Trace[], most: number): readonly number[] {
  const last = Math.max(0, ...traces.map((trace) => trace.steps[trace.steps.length - 1] ?? 0))
  const count = Math.min(last + 1, Math.max(most, 2))
  if (count === 1) return [0]
  return Array.from({ length: count }, (_, index) => Math.round((last * index) / (count - 1)))
}

/** ∇f where the selected run stands, from the samples' slopes; null if they were not asked for. */
function gradientAt(data: ContourData | SurfaceData, step: number): readonly [number, number] | null {
  const trace = data.traces[data.selected]
  const index = trace ? indexAt(trace, step) : -1
  if (!trace || index < 0 || data.samples.slopesX.length === 0) return null
  const ground = groundOf(data)
  const at = [trace.x[index] as number, trace.y[index] as number] as const
  const slopes = [bilinear(ground, data.samples.slopesX, ...at), bilinear(ground, data.samples.slopesY, ...at)] as const
  return slopes.some(Number.isNaN) ? null : slopes
}

const fixedCurve = (data: CurveData): CurveData => ({ ...data, y: curveRange({ ...data, step: Infinity }) })

/** The figure at one step, which is taken apart or not. */
function figureAt(figure: Figure, step: number, anatomy: Anatomy | null): Figure {
  switch (figure.plot) {
    case 'curve':
      return { ...figure, data: { ...figure.data, step, anatomy } }
    case 'contour': {
      const gradient = gradientAt(figure.data, step)
      return { ...figure, data: { ...figure.data, draggable: false, step, gradient, anatomy } }
    }
    case 'surface':
      return { ...figure, data: { ...figure.data, step, gradient: gradientAt(figure.data, step), anatomy } }
    case 'loss':
      return { ...figure, data: { ...figure.data, step } }
    case 'variables':
      return { ...figure, data: { ...figure.data, step } }
    case 'runs':
      return { ...figure, data: { contour: { ...figure.data.contour, step } } }
    default:
      return figure
  }
}

/** The runs that move in a figure; none in one that stands still. */
function movingTraces(figure: Figure): readonly Trace[] {
  if (figure.plot === 'slope' || figure.plot === 'steps') return []
  const data = figure.plot === 'runs' ? figure.data.contour : figure.data
  return 'traces' in data && data.step !== null ? data.traces : []
}

/** An animation has at most so many pictures. */
export const mostFrames = 150

/**
 * The pictures of an animation of the runs in `figure`, one a step, all on the same axes, with the step's number in
 * the title. At most `most`; one where nothing moves. `anatomies`: the steps that are taken apart.
 */
export function framesOf(
  figure: Figure,
  words: Words['plots'],
  most = mostFrames,
  anatomies: ReadonlyMap<number, Anatomy> = new Map()
): readonly Figure[] {
  const traces = movingTraces(figure)
  if (traces.length === 0) return [figure]
  const fixed = figure.plot === 'curve' ? { ...figure, data: fixedCurve(figure.data) } : figure
  return frameSteps(traces, most).map((step) => {
    const number = words.stepNumber({ step })
    return {
      ...figureAt(fixed, step, anatomies.get(step) ?? null),
      title: fixed.title === '' ? number : `${fixed.title} · ${number}`
    }
  })
}
