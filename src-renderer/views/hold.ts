import { withVariable } from '@shared/experiment/edit'
import type { Experiment, Interval } from '@shared/experiment/experiment'

/** The experiment with the ranges of the variables `axes` taken hold of by hand: they no longer follow the runs. */
export const withRanges = (experiment: Experiment, axes: readonly number[], ranges: readonly Interval[]): Experiment =>
  axes.reduce((changed, axis, index) => {
    const name = changed.variables[axis]?.name
    const range = ranges[index]
    return name && range ? withVariable(changed, name, range) : changed
  }, experiment)

/** The experiment whose ranges follow its runs again. */
export const withoutRanges = (experiment: Experiment): Experiment => ({
  ...experiment,
  variables: experiment.variables.map((variable) => ({ ...variable, pinned: false }))
})
