import type { Experiment } from '@shared/experiment/experiment'

const lowered = '₀₁₂₃₄₅₆₇₈₉'

/** A variable's name as plain text shows it: `x₀` for x0. */
export const shownName = (name: string): string => name.replace(/\d/g, (digit) => lowered[Number(digit)] ?? digit)

/** The name on the axis of variable number `axis`. */
export const axisName = (experiment: Experiment, axis: number): string =>
  shownName(experiment.variables[axis]?.name ?? '')
