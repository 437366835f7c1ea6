import { withStepLookedAt } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'
import type { Ask } from '../answers/answer'
import type { Figure } from '../figure'
import { differentiateFigures } from '../figures/differentiate'
import { createGathering } from '../figures/know'
import type { NamedFigure, Occasion } from '../figures/occasion'
import { shrinkingSizes } from '../playback/motions'
import { curveRange } from '../plots/curve'

/** Whether h → 0 is seen in a figure of this experiment: in the secant over the point, in the mark at the errors of h, under the microscope. */
export function showsApproach({ view }: Experiment, figure: Figure): boolean {
  if (view.tab !== 'differentiate') return false
  return (
    figure.plot === 'errors' ||
    figure.plot === 'lens' ||
    (figure.plot === 'curve' && Number.isFinite(figure.data.point?.value))
  )
}

/**
 * The pictures of an animation of h → 0 in the figure called `name`: for every h on the way that the page takes, looked at
 * every `frame` milliseconds, one, with h in the title: all on the same axes, but under the microscope, whose axes follow h. Ends early when `signal` aborts.
 */
export async function approachOf(
  occasion: Occasion,
  ask: Ask,
  name: NamedFigure['name'],
  frame: number,
  signal: AbortSignal
): Promise<readonly Figure[]> {
  const gather = createGathering(ask)
  const pictures: Figure[] = []
  for (const h of shrinkingSizes(occasion.experiment, frame)) {
    if (signal.aborted) break
    const experiment = withStepLookedAt(occasion.experiment, h)
    const all = await gather((know) => differentiateFigures({ ...occasion, experiment }, know))
    const figure = all?.find((one) => one.name === name)?.figure
    if (figure)
      pictures.push({ ...figure, title: `${figure.title === '' ? '' : `${figure.title} · `}h = ${numeral(h, 3)}` })
  }
  const [first] = pictures
  if (first?.plot !== 'curve') return pictures
  // The first secant reaches farthest.
  const y = curveRange(first.data)
  return pictures.map((one) => (one.plot === 'curve' ? { ...one, data: { ...one.data, y } } : one))
}
