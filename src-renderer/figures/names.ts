import type { Experiment } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'

const lowered = '₀₁₂₃₄₅₆₇₈₉'

/** A variable's name as plain text shows it: `x₀` for x0. */
export const shownName = (name: string): string => name.replace(/\d/g, (digit) => lowered[Number(digit)] ?? digit)

/** The name on the axis of variable number `axis`. */
export const axisName = (experiment: Experiment, axis: number): string =>
  shownName(experiment.variables[axis]?.name ?? '')

/** The letter for the values of f in an equation: `y = …` of f(x), `z = …` of f(x, y); the first that means nothing else. */
export function dependentName({ variables, parameters }: Experiment): string {
  const taken = new Set([...variables, ...parameters].map(({ name }) => name))
  return ['y', 'z', 'w', 'u', 'v'].find((letter) => !taken.has(letter)) ?? 'f'
}

/** More than this are not all written out in one line. */
const longestList = 6

/** A list as it is written in one line: of many the first three, the last and number `kept`, with dots for the others. */
export function shortened(list: readonly string[], dots: string, kept = 0): readonly string[] {
  if (list.length <= longestList) return list
  const shown = [...new Set([0, 1, 2, kept, list.length - 1])].sort((a, b) => a - b)
  return shown.flatMap((index, place) => {
    const isNext = place === 0 || shown[place - 1] === index - 1
    return isNext ? [list[index] ?? ''] : [dots, list[index] ?? '']
  })
}

/** `y = 2, z = 3`: where the variables other than `free` are held when f is seen through `point`; empty without any. */
export function heldAt(experiment: Experiment, point: readonly number[], free: readonly number[]): string {
  const held = experiment.variables
    .map((_, axis) => axis)
    .filter((axis) => !free.includes(axis))
    .map((axis) => `${axisName(experiment, axis)} = ${numeral(point[axis] ?? 0)}`)
  return shortened(held, '…').join(', ')
}

/** `f(1, y)`: f of the variable `along`, or at `at` on its axis, the others held as in `point`. */
export function sliceName(
  experiment: Experiment,
  point: readonly number[],
  along: number,
  at = axisName(experiment, along)
): string {
  const places = experiment.variables.map((_, axis) => (axis === along ? at : numeral(point[axis] ?? 0, 4)))
  return `f(${shortened(places, '…', along).join(', ')})`
}

/** What the derivative along the variable `along` is called: `f′(x)`, or `∂f/∂x` beside other variables. */
export function slopeName(experiment: Experiment, along: number): string {
  const name = axisName(experiment, along)
  return experiment.variables.length === 1 ? `f′(${name})` : `∂f/∂${name}`
}

/** The same of the second derivative: `f″(x)`, or `∂²f/∂x²` beside other variables. */
export function secondName(experiment: Experiment, along: number): string {
  const name = axisName(experiment, along)
  return experiment.variables.length === 1 ? `f″(${name})` : `∂²f/∂${name}²`
}

/** What f and its derivatives along a variable are called at a: `f(a)`, `f′(a)`, `f″(a)`, or `f(1, a)`, `∂f/∂y`, `∂²f/∂y²`. */
export function namesAtPoint(
  experiment: Experiment,
  along: number
): { readonly value: string; readonly slope: string; readonly second: string } {
  const value = sliceName(experiment, experiment.point, along, 'a')
  if (experiment.variables.length === 1) return { value, slope: 'f′(a)', second: 'f″(a)' }
  return { value, slope: slopeName(experiment, along), second: secondName(experiment, along) }
}

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  varepsilon: 'ε',
  eta: 'η',
  lambda: 'λ',
  mu: 'μ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  psi: 'ψ'
}

/** The letter of a setting, given in TeX, as plain text shows it: `β₁` for `\beta_1`. */
export const plainSymbol = (tex: string): string =>
  shownName(tex.replace(/\\([A-Za-z]+)/g, (command, letter: string) => greek[letter] ?? command).replace('_', ''))
