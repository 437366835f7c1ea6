import type { Interval } from '../interval'
import { isVariable, ordered } from '../language/names'
import type { Formula } from '../language/syntax'
import { ProblemError } from '../problem'
import type { Experiment, Parameter, Run, Variable, View } from './experiment'
import { limits } from './limits'
import { elementIndex } from './reading'

/** Which names of a formula are coordinates and which are constants with a slider. */
export interface Roles {
  /** In the order of a point's coordinates. */
  readonly variables: readonly string[]
  readonly parameters: readonly string[]
}

/** What a name that is new to the experiment begins with. */
const fresh = { min: -5, max: 5, start: 3, point: 1, value: 1 }

/**
 * The roles that the names of a formula have in the experiment. A name keeps the role it has; a new one has the role
 * of its letter. Pinned variables stay though the formula does not mention them.
 *
 * A new letter that is alone in the formula is its variable, whichever it is: θ^2, r^2. As soon as there is a variable
 * beside it, it has the role of its letter again, so that typing `a*x` letter by letter makes a parameter of a.
 * @throws ProblemError if there are too many
 */
export function rolesOf(experiment: Experiment, formula: Formula): Roles {
  const names = [...neededNames(formula)]
  const parameters = new Set(experiment.parameters.map(({ name }) => name))
  const pinned = experiment.variables.filter((variable) => variable.pinned).map(({ name }) => name)
  const lone = experiment.variables.length === 1 && pinned.length === 0 ? experiment.variables[0]?.name : undefined
  const byLetter = (name: string) => !parameters.has(name) && isVariable(name)
  const givesWay = (name: string) =>
    name === lone && !isVariable(name) && names.some((other) => other !== name && byLetter(other))
  const kept = experiment.variables.map(({ name }) => name).filter((name) => !givesWay(name))
  const variables = new Set([...kept, ...names.filter((name) => isSaidVariable(formula, name))])
  const isAlone = (name: string) => names.length === 1 && pinned.length === 0 && !parameters.has(name)
  const isCoordinate = (name: string) => variables.has(name) || byLetter(name) || isAlone(name)
  const roles = {
    variables: [...new Set([...names.filter(isCoordinate), ...pinned])],
    parameters: names.filter((name) => !isCoordinate(name))
  }
  for (const kind of ['variables', 'parameters'] as const) {
    const found = roles[kind].length
    if (found > limits[kind]) throw new ProblemError('names-too-many', { found, most: limits[kind] })
  }
  return roles
}

/** The names of a formula: those at its head, `f(a, b) = …`, and those in it. */
export const neededNames = (formula: Formula): ReadonlySet<string> => new Set([...formula.arguments, ...formula.names])

/** Whether the text itself says that the name is a variable: at its head, or as an element of a vector. */
export const isSaidVariable = ({ arguments: head, vector }: Formula, name: string): boolean =>
  head.includes(name) || (vector !== null && elementIndex(vector, name) !== undefined)

/**
 * The experiment with exactly these variables and parameters. Ranges, points, starts and axes follow the names;
 * a name that changes its role keeps its number. Without any variable one is put in that is drawn along.
 */
export function withRoles(experiment: Experiment, roles: Roles): Experiment {
  const names = coordinateNames(experiment, roles)
  const old = experiment.variables.map(({ name }) => name)
  const values = new Map(experiment.parameters.map(({ name, value }) => [name, value]))
  /** `numbers` belong to the old names; a new coordinate takes its parameter's value, or `otherwise`. */
  const followed = (numbers: readonly number[], otherwise: (index: number) => number) => {
    const known = new Map(old.map((name, index) => [name, numbers[index]]))
    return names.map((name, index) => known.get(name) ?? values.get(name) ?? otherwise(index))
  }
  const start = followed(experiment.start, () => fresh.start)
  const point = followed(experiment.point, () => fresh.point)
  const runs = experiment.runs.map(
    (run): Run => ({ ...run, start: run.start && followed(run.start, (index) => start[index] ?? fresh.start) })
  )
  return {
    ...experiment,
    variables: names.map((name) => variableNamed(experiment, name)),
    parameters: ordered(roles.parameters).map((name) => parameterNamed(experiment, name)),
    point,
    start,
    runs,
    view: viewOf(experiment.view, old, names)
  }
}

/** Names for the axis of a function without variables: one of them is free, however many parameters there are. */
const spare = ['x', ...Array.from({ length: limits.parameters }, (_, index) => `x${index}`)]

function coordinateNames(experiment: Experiment, { variables, parameters }: Roles): readonly string[] {
  if (variables.length > 0) return ordered(variables)
  const candidates = [...experiment.variables.map(({ name }) => name), ...spare]
  return candidates.filter((name) => !parameters.includes(name)).slice(0, 1)
}

function rangeOf(experiment: Experiment, name: string): Interval {
  const { min, max } = [...experiment.variables, ...experiment.parameters].find((one) => one.name === name) ?? fresh
  return { min, max }
}

function variableNamed(experiment: Experiment, name: string): Variable {
  const known = experiment.variables.find((variable) => variable.name === name)
  return known ?? { name, ...rangeOf(experiment, name), pinned: false }
}

function parameterNamed(experiment: Experiment, name: string): Parameter {
  const known = experiment.parameters.find((parameter) => parameter.name === name)
  const index = experiment.variables.findIndex((variable) => variable.name === name)
  return known ?? holdingValue({ name, value: experiment.point[index] ?? fresh.value, ...rangeOf(experiment, name) })
}

/** The parameter with a slider that is wide enough for its value. */
export function holdingValue(parameter: Parameter): Parameter {
  const { value } = parameter
  const [min, max] = [Math.min(parameter.min, value), Math.max(parameter.max, value)]
  return Number.isFinite(max - min) ? { ...parameter, min, max } : parameter
}

/**
 * The axes of variables that were only kept go to those that the formula needs and that are on none; what is looked at
 * along one axis is looked at along one that it needs.
 */
export function withNeededAxes(experiment: Experiment, formula: Formula): Experiment {
  const { variables, view } = experiment
  const needed = neededNames(formula)
  const isNeeded = (axis: number) => needed.has(variables[axis]?.name ?? '')
  const waiting = [...variables.keys()].filter((axis) => isNeeded(axis) && !view.axes.includes(axis))
  const taken = view.axes.map((axis) => (isNeeded(axis) ? axis : (waiting.shift() ?? axis))) as [number, number]
  const [across, up] = taken
  const axes: View['axes'] = !isNeeded(across) && isNeeded(up) ? [up, across] : taken
  return axes.join() === view.axes.join() ? experiment : { ...experiment, view: { ...view, axes } }
}

/**
 * Each axis keeps its variable; where that is gone, the first one that is not on the other axis steps in. Whoever types
 * `y - x^2` from its beginning has y alone for a moment, and means x to lie across all the same.
 */
function viewOf(view: View, old: readonly string[], names: readonly string[]): View {
  if (names.length < 2) return { ...view, axes: [0, 0] }
  if (old.length < 2) return { ...view, axes: [0, 1] }
  const [across, up] = view.axes.map((index) => names.indexOf(old[index] ?? '')) as [number, number]
  const other = (axis: number) => (axis === 0 ? 1 : 0)
  const first = across >= 0 ? across : other(up)
  return { ...view, axes: [first, up >= 0 && up !== first ? up : other(first)] }
}
