import type { Experiment } from '@shared/experiment/experiment'
import type { Ask } from '../answer'
import { frameSteps } from '../pictures/frames'
import type { Anatomy, Figure } from '../plots/figure'
import { anatomyAt } from './gather'
import { isPrincipal } from './principal-descent'

/** Where a run is longer, opening one step after the other would take minutes. */
const longestOpened = 10_000

/**
 * The steps of an animation of the run selected in `figure`, taken apart, by their numbers; none unless that is wanted.
 * `most`: how many pictures it has. Ends early when `signal` aborts.
 */
export async function anatomiesOf(
  experiment: Experiment,
  ask: Ask,
  figure: Figure,
  most: number,
  signal: AbortSignal
): Promise<ReadonlyMap<number, Anatomy>> {
  const anatomies = new Map<number, Anatomy>()
  const isPart = figure.plot === 'contour' || figure.plot === 'surface' || figure.plot === 'curve'
  if (!isPart || experiment.view.tab !== 'descend' || isPrincipal(experiment)) return anatomies
  const { traces, selected } = figure.data
  const steps = frameSteps(traces, most)
  if ((steps.at(-1) ?? 0) > longestOpened) return anatomies
  for (const step of steps) {
    if (signal.aborted) break
    const anatomy = await anatomyAt(experiment, ask, traces, { step, run: selected })
    if (anatomy) anatomies.set(step, anatomy)
  }
  return anatomies
}
