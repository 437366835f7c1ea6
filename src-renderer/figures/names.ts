import type { Experiment } from '@shared/experiment/experiment'
import { numeral } from '../plots/numerals'

const lowered = '₀₁₂₃₄₅₆₇₈₉'

/** A variable's name as plain text shows it: `x₀` for x0. */
export const shownName = (name: string): string => name.replace(/\d/g, (digit) => lowered[Number(digit)] ?? digit)

/** The name on the axis of variable number `axis`. */
export const axisName = (experiment: Experiment, axis: number): string =>
  shownName(experiment.variables[axis]?.name ?? '')

/** More variables than this are not all named in one line. */
const mostHeld = 5

/**
 * `y = 2, z = 3`: where the variables other than `free` are held when f is seen through `point`; empty without any. Of
 * many the first few and the last are named.
 */
export function heldAt(experiment: Experiment, point: readonly number[], free: readonly number[]): string {
  const held = experiment.variables
    .map((_, axis) => axis)
    .filter((axis) => !free.includes(axis))
    .map((axis) => `${axisName(experiment, axis)} = ${numeral(point[axis] ?? 0)}`)
  return (held.length > mostHeld ? [...held.slice(0, 3), '…', ...held.slice(-1)] : held).join(', ')
}

const greek: Readonly<Record<string, string>> = { beta: 'β', delta: 'δ', eta: 'η', mu: 'μ', varepsilon: 'ε' }

/** The letter of a setting, given in TeX, as plain text shows it: `β₁` for `\beta_1`. */
export const plainSymbol = (tex: string): string =>
  shownName(tex.replace(/\\([a-z]+)/g, (command, letter: string) => greek[letter] ?? command).replace('_', ''))
