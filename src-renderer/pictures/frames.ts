import type { Words } from '@shared/words/index'
import type { CurveData, Figure, Trace } from '../figure'
import type { StepParts } from '../figures/anatomy'
import { sharedStep } from '../figures/standing'
import { curveRange } from '../plots/curve'

/** The steps shown by an animation: all of them, or at most `most` evenly chosen ones that all traces have, with the first and the last. */
export function frameSteps(traces: readonly Trace[], most: number): readonly number[] {
  const last = Math.max(0, ...traces.map((trace) => trace.steps[trace.steps.length - 1] ?? 0))
  const count = Math.min(last + 1, Math.max(most, 2))
  if (count === 1) return [0]
  const even = Array.from({ length: count }, (_, index) => Math.round((last * index) / (count - 1)))
  return [...new Set(even.map((step) => sharedStep(traces, step)))]
}

/** What is known of the selected run at one step, besides its place. */
export interface Moment extends StepParts {
  /** ∇f there on the axes of the plot; null: no arrow. */
  readonly gradient: readonly [number, number] | null
}

const unknown: Moment = { gradient: null, anatomy: null, departure: null }

const fixedCurve = (data: CurveData): CurveData => ({ ...data, y: curveRange({ ...data, step: Infinity }) })

/** The figure at one step. */
function figureAt(figure: Figure, step: number, moment: Moment): Figure {
  switch (figure.plot) {
    case 'curve':
      return { ...figure, data: { ...figure.data, step, anatomy: moment.anatomy } }
    case 'contour':
      return { ...figure, data: { ...figure.data, draggable: false, step, ...moment } }
    case 'surface':
      return { ...figure, data: { ...figure.data, step, ...moment } }
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
 * the title. At most `most`; one where nothing moves. `moments`: what is known of its steps.
 */
export function framesOf(
  figure: Figure,
  words: Words['plots'],
  most = mostFrames,
  moments: ReadonlyMap<number, Moment> = new Map()
): readonly Figure[] {
  const traces = movingTraces(figure)
  if (traces.length === 0) return [figure]
  const fixed = figure.plot === 'curve' ? { ...figure, data: fixedCurve(figure.data) } : figure
  return frameSteps(traces, most).map((step) => {
    const number = words.stepNumber({ step })
    return {
      ...figureAt(fixed, step, moments.get(step) ?? unknown),
      title: fixed.title === '' ? number : `${fixed.title} · ${number}`
    }
  })
}
