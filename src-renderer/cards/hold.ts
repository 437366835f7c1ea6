import { blank, withFormula, withVariable } from '@shared/experiment/edit'
import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'

/** The experiment with the ranges of the variables `axes` taken hold of by hand: they no longer follow the runs. */
export const withRanges = (experiment: Experiment, axes: readonly number[], ranges: readonly Interval[]): Experiment =>
  axes.reduce((changed, axis, index) => {
    const [variable, range] = [changed.variables[axis], ranges[index]]
    if (!variable || !range) return changed
    // What is only looked at goes when the function no longer needs it.
    return withVariable(changed, variable.name, { ...range, pinned: variable.pinned, held: true })
  }, experiment)

/**
 * The experiment with the ranges of the variables `axes` following its runs again; null where a name is a variable only
 * because it is held.
 */
export function withoutHold(experiment: Experiment, axes: readonly number[]): Experiment | null {
  const variables = experiment.variables.map(({ held, ...variable }, axis) =>
    axes.includes(axis) ? { ...variable, pinned: false } : { ...variable, ...(held && { held }) }
  )
  const free = { ...experiment, variables }
  const names = (of: Experiment) => of.variables.map(({ name }) => name).join()
  return names(withFormula(free, free.formula)) === names(experiment) ? free : null
}

/** The experiment with the ranges it began with, which follow its runs again: its example's, otherwise those of New. */
export function withoutRanges(experiment: Experiment): Experiment {
  const example = experiment.example === null ? undefined : exampleNamed(experiment.example)
  const known = new Map(example?.experiment.variables.map(({ name, min, max }) => [name, { min, max }]))
  const [usual] = blank().variables.map(({ min, max }) => ({ min, max }))
  return {
    ...experiment,
    variables: experiment.variables.map(({ held: _, ...variable }) => ({
      ...variable,
      ...(known.get(variable.name) ?? usual),
      pinned: false
    }))
  }
}
