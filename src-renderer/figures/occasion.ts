import type { Experiment, Scheme } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type { Subject } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { Figure } from '../figure'
import { quotientScheme } from './point'

/** What figures are made of besides answers. */
export interface Occasion {
  readonly experiment: Experiment
  /** Its function, as far as the formula is in order. */
  readonly subject: Subject
  /** The scheme of the difference quotient that is looked at. */
  readonly scheme: Scheme
  readonly title: string
  readonly words: Words
}

/** A figure under the name its file gets: `curve`, `slope`, `second`, `errors`, `contour`, `loss`, `slice-x` … */
export interface NamedFigure {
  readonly name: string
  readonly figure: Figure
}

/** The function of an experiment whose formula is in order. */
export const subjectOf = ({ formula, variables, parameters }: Experiment): Subject => ({
  formula,
  variables: variables.map(({ name }) => name),
  parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
})

/** What figures of an experiment by itself are made of. */
export const occasionOf = (experiment: Experiment, title: string, words: Words): Occasion => ({
  experiment,
  subject: subjectOf(experiment),
  scheme: quotientScheme(experiment),
  title,
  words
})

/** The range of a variable as it was typed. */
export function typedRange(experiment: Experiment, axis: number): Interval {
  const { min, max } = experiment.variables[axis] ?? { min: -5, max: 5 }
  return { min, max }
}

/** A point of which the coordinates along `axes` do not matter to what is asked: so the question is the same wherever they are. */
export const besides = (point: readonly number[], ...axes: readonly number[]): readonly number[] =>
  point.map((value, axis) => (axes.includes(axis) ? 0 : value))
