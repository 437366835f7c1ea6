import { withPoint, withStart } from './edit'
import type { Experiment } from './experiment'
import { withSetting } from './runs'

/** Something to try in an example by one click. */
export interface Choice {
  /** What it sets; its word is `choices[topic]`. */
  readonly topic: 'lr' | 'start' | 'point'
  /** What it sets it to, the same in every language: `0.08`, `9`, `(4, 5)`. */
  readonly label: string
  /** The same experiment if it no longer has the run or the variables this is about. */
  readonly apply: (experiment: Experiment) => Experiment
}

/** The learning rate of the first run. */
export const choicesOfRate = (...rates: readonly number[]): Choice[] =>
  rates.map((lr) => ({
    topic: 'lr',
    label: `${lr}`,
    apply: (experiment) => {
      const [run] = experiment.runs
      return run ? withSetting(experiment, run.id, 'lr', lr) : experiment
    }
  }))

/** The shared start. */
export const choicesOfStart = (...starts: readonly (readonly number[])[]): Choice[] =>
  starts.map((start) => ({
    topic: 'start',
    label: label(start),
    apply: (experiment) => (fits(experiment, start) ? withStart(experiment, start) : experiment)
  }))

/** The point looked at. */
export const choicesOfPoint = (...points: readonly (readonly number[])[]): Choice[] =>
  points.map((point) => ({
    topic: 'point',
    label: label(point),
    apply: (experiment) => (fits(experiment, point) ? withPoint(experiment, point) : experiment)
  }))

const fits = ({ variables }: Experiment, point: readonly number[]) => variables.length === point.length

/** `9` or `(−3, 4)`, with a true minus. */
function label(point: readonly number[]): string {
  const numbers = point.join(', ').replaceAll('-', '−')
  return point.length === 1 ? numbers : `(${numbers})`
}
