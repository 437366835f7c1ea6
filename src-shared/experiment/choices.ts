import { withPoint, withStart } from './edit'
import type { Experiment } from './experiment'
import { withSetting } from './runs'

/** Something to try in an example by one click. */
export interface Choice {
  /** What it sets; its word is `choices[topic]`. */
  readonly topic: 'lr' | 'start' | 'point'
  /** What it sets it to, the same in every language: `0.08`, `9`, `(4, 5)`. */
  readonly label: string
  /** Whether the experiment still has the run or the variables this is about. */
  readonly fits: (experiment: Experiment) => boolean
  /** The same experiment if it does not fit. */
  readonly apply: (experiment: Experiment) => Experiment
}

/** The learning rate of the first run. */
export const choicesOfRate = (...rates: readonly number[]): Choice[] => {
  const runIn = ({ runs: [run] }: Experiment) => (run && Object.hasOwn(run.settings, 'lr') ? run : undefined)
  return rates.map((lr) => ({
    topic: 'lr',
    label: `${lr}`,
    fits: (experiment) => runIn(experiment) !== undefined,
    apply: (experiment) => {
      const run = runIn(experiment)
      return run ? withSetting(experiment, run.id, 'lr', lr) : experiment
    }
  }))
}

/** The shared start. */
export const choicesOfStart = (...starts: readonly (readonly number[])[]): Choice[] =>
  starts.map((start) => placed('start', start, withStart))

/** The point looked at. */
export const choicesOfPoint = (...points: readonly (readonly number[])[]): Choice[] =>
  points.map((point) => placed('point', point, withPoint))

type Placing = (experiment: Experiment, place: readonly number[]) => Experiment

function placed(topic: 'start' | 'point', place: readonly number[], withPlace: Placing): Choice {
  const fits = ({ variables }: Experiment) => variables.length === place.length
  const apply = (experiment: Experiment) => (fits(experiment) ? withPlace(experiment, place) : experiment)
  return { topic, label: label(place), fits, apply }
}

/** `9` or `(−3, 4)`, with a true minus. */
function label(place: readonly number[]): string {
  const numbers = place.join(', ').replaceAll('-', '−')
  return place.length === 1 ? numbers : `(${numbers})`
}
