import type { Experiment } from '@shared/experiment/experiment'

const lowered = '₀₁₂₃₄₅₆₇₈₉'

/** A variable's name as plain text shows it: `x₀` for x0. */
export const shownName = (name: string): string => name.replace(/\d/g, (digit) => lowered[Number(digit)] ?? digit)

/** The name on the axis of variable number `axis`. */
export const axisName = (experiment: Experiment, axis: number): string =>
  shownName(experiment.variables[axis]?.name ?? '')

const greek: Readonly<Record<string, string>> = { beta: 'β', delta: 'δ', eta: 'η', mu: 'μ', varepsilon: 'ε' }

/** The letter of a setting, given in TeX, as plain text shows it: `β₁` for `\beta_1`. */
export const plainSymbol = (tex: string): string =>
  shownName(tex.replace(/\\([a-z]+)/g, (command, letter: string) => greek[letter] ?? command).replace('_', ''))
