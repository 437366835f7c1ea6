import { withGradient } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'
import type { PointReport } from '@shared/protocol'
import type { Ask } from '../answer'
import { shrinkingSizes } from '../motions'
import { curveRange } from '../plots/curve'
import type { Figure } from '../plots/figure'
import { pointQuestion } from '../questions'
import { answerTo, subjectOf } from './gather'
import { pointCurve, pointErrors } from './point'

/** Whether h → 0 is seen in a figure of this experiment: in the secant over the point, in the mark at the errors of h. */
export function showsApproach({ view }: Experiment, figure: Figure): boolean {
  if (view.tab !== 'differentiate') return false
  return figure.plot === 'errors' || (figure.plot === 'curve' && Number.isFinite(figure.data.point?.value))
}

/**
 * The pictures of an animation of h → 0 in a figure that shows it: for every h on the way that the page takes, looked at
 * every `frame` milliseconds, one, all on the same axes, with h in the title. Ends early when `signal` aborts.
 */
export async function approachOf(
  experiment: Experiment,
  ask: Ask,
  figure: Figure,
  frame: number,
  signal: AbortSignal
): Promise<readonly Figure[]> {
  const along = experiment.view.axes[0]
  const pictures: Figure[] = []
  for (const h of shrinkingSizes(experiment, frame)) {
    if (signal.aborted) break
    const seen = withGradient(experiment, { h })
    const report = await answerTo(ask, pointQuestion(subjectOf(seen), seen.point, h, [along, along]))
    const title = `${figure.title === '' ? '' : `${figure.title} · `}h = ${numeral(h, 3)}`
    pictures.push({ ...figureWith(seen, along, figure, report), title })
  }
  const [first] = pictures
  if (first?.plot !== 'curve') return pictures
  // The first secant reaches farthest.
  const y = curveRange(first.data)
  return pictures.map((one) => (one.plot === 'curve' ? { ...one, data: { ...one.data, y } } : one))
}

function figureWith(experiment: Experiment, along: number, figure: Figure, report: PointReport): Figure {
  switch (figure.plot) {
    case 'curve': {
      const { samples, x, pinned } = figure.data
      return { ...figure, data: pointCurve(experiment, along, samples, x, report, pinned) }
    }
    case 'errors':
      return { ...figure, data: pointErrors(experiment, figure.data.errors) }
    default:
      return figure
  }
}
