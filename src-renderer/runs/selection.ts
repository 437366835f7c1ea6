import { withStart } from '@shared/experiment/edit'
import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { withRun, withRunDuplicated } from '@shared/experiment/runs'
import type { ContourData, Trace } from '../figure'
import type { Lab } from '../lab/lab'
import type { Scene } from '../scene/scene'

/** What a click on a step does: selects it and its run. */
export const pickOf = (lab: Lab, scene: Scene) => (run: number, step: number) => {
  scene.playback.pause()
  lab.selectRun(run)
  lab.selectStep(step)
}

/** The step nearest to a place, with its run; null without any. `unit`: how long one unit is on each axis of the picture. */
export function nearestStep(
  traces: readonly Trace[],
  place: { readonly x: number; readonly y: number },
  unit: { readonly x: number; readonly y: number }
): SelectedStep | null {
  let nearest: SelectedStep | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [run, { steps, x, y }] of traces.entries()) {
    for (let index = 0; index < steps.length; index++) {
      const across = ((x[index] ?? Number.NaN) - place.x) * unit.x
      const up = ((y[index] ?? Number.NaN) - place.y) * unit.y
      const distance = Math.hypot(across, up)
      if (distance < least) {
        least = distance
        nearest = { step: steps[index] ?? 0, run }
      }
    }
  }
  return nearest
}

/** Likewise on a picture of a plane, as it is seen; null without one. */
export function nearestOn(shown: ContourData | null, x: number, y: number): SelectedStep | null {
  if (!shown) return null
  const unit = { x: 1 / (shown.x.max - shown.x.min), y: 1 / (shown.y.max - shown.y.min) }
  return nearestStep(shown.traces, { x, y }, unit)
}

/** The run begins at `start`: its own, if it has one, otherwise the shared one is moved. */
export function withStartOf(experiment: Experiment, run: number, start: readonly number[]): Experiment {
  const moved = experiment.runs[run]
  return moved?.start ? withRun(experiment, moved.id, { start }) : withStart(experiment, start)
}

/** Adds a run like the selected one, from a start of its own made from the old one; says so if it could not be told apart. */
export function addRunFrom(lab: Lab, start: (old: readonly number[]) => readonly number[]): void {
  if (lab.experiment().runs.length >= limits.colours) lab.tell(lab.words().lab.runs.most)
  else lab.change((experiment) => withRunFrom(experiment, lab.run(), start))
}

/** One more run like number `run`, from a start of its own made from the old one; the same experiment if one more could not be told apart. */
export function withRunFrom(
  experiment: Experiment,
  run: number,
  start: (old: readonly number[]) => readonly number[]
): Experiment {
  const original = experiment.runs[run]
  if (!original || experiment.runs.length >= limits.colours) return experiment
  const more = withRunDuplicated(experiment, original.id)
  const copy = more.runs[run + 1]
  return copy ? withRun(more, copy.id, { start: start(original.start ?? experiment.start) }) : experiment
}
