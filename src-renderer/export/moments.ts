import type { Ask } from '../answers/answer'
import type { Figure } from '../figure'
import { momentOf } from '../figures/descend'
import { createGathering } from '../figures/know'
import type { Occasion } from '../figures/occasion'
import { descentOf } from '../figures/runs'
import { frameSteps, type Moment } from '../pictures/frames'

/** Where a run is longer, opening one step after the other would take minutes. */
const longestOpened = 10_000

/**
 * What an animation of the run selected in `figure` shows of each of its steps, by their numbers: ∇f where that is an
 * arrow, and what is shown of the step. `most`: how many pictures it has. Ends early when `signal` aborts.
 */
export async function momentsOf(
  occasion: Occasion,
  ask: Ask,
  figure: Figure,
  most: number,
  signal: AbortSignal
): Promise<ReadonlyMap<number, Moment>> {
  const moments = new Map<number, Moment>()
  const isPart = figure.plot === 'contour' || figure.plot === 'surface' || figure.plot === 'curve'
  if (!isPart || occasion.experiment.view.tab !== 'descend' || signal.aborted) return moments
  const { traces, selected: run } = figure.data
  if (!((traces[run]?.steps.length ?? 0) > 0)) return moments
  const steps = frameSteps(traces, most)
  const isOpened = (steps.at(-1) ?? 0) <= longestOpened
  const gather = createGathering(ask)
  for (const step of steps) {
    if (signal.aborted) break
    const moment = await gather((know) => {
      const descent = descentOf(occasion, { step, run }, know, { isOpened, hasCrowd: false })
      return descent && momentOf(descent, know)
    })
    if (moment) moments.set(step, moment)
  }
  return moments
}
