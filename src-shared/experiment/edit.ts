import { parse } from '../language/parser'
import type { Formula } from '../language/syntax'
import { ProblemError } from '../problem'
import { crowdBounds, stepsBounds } from './bounds'
import { definedNear } from './defined'
import {
  type Crowd,
  type Experiment,
  type GradientSource,
  type Parameter,
  type PinnedTangent,
  type StopRules,
  usualStep,
  type Variable,
  type View
} from './experiment'
import { limits } from './limits'
import { elementIndex, formulaOf, readFormula, vectorOf } from './reading'
import { holdingValue, isSaidVariable, type Roles, rolesOf, withNeededAxes, withRoles } from './roles'
import { freshRun } from './runs'

/**
 * What the page does to the document, as functions from one experiment to the next. None changes its argument.
 * Numbers given to them are finite: the fields refuse others. Runs have their own, in `runs.ts`.
 */

const noStop: StopRules = { gradient: null, step: null, target: null, evaluations: null }
const noCrowd: Crowd = {
  layout: 'none',
  count: crowdBounds.count.default,
  radius: crowdBounds.radius.default,
  seed: crowdBounds.seed.default
}

/** What New gives: a parabola and one run, so that every tab that needs one variable has something to show. */
export function blank(): Experiment {
  return {
    title: '',
    notes: '',
    example: null,
    formula: 'x^2',
    variables: [{ name: 'x', min: -5, max: 5, pinned: false }],
    parameters: [],
    point: [1],
    gradient: { method: 'exact', h: usualStep },
    start: [3],
    steps: stepsBounds.default,
    stop: noStop,
    runs: [{ ...freshRun([], 'descent'), settings: { lr: 0.1 } }],
    crowd: noCrowd,
    comparison: null,
    view: {
      tab: 'descend',
      axes: [0, 0],
      values: null,
      // At 1 the secant is seen to be none of the tangent.
      h: 1,
      second: false,
      tangents: [],
      arrangement: 'linked',
      plane: 'axes',
      arrows: 'gradient',
      board: 'value',
      surface: { style: 'shaded', spacing: null, camera: null, overlay: 'slices', scale: 'linear', range: null },
      contour: { count: 15, spacing: 'auto', labels: true },
      map: 'pale',
      square: true,
      field: { towards: 'none', density: 14 },
      topic: 'slopes',
      direction: 0,
      loss: 'linear',
      lossAlong: 'steps'
    }
  }
}

/**
 * The experiment with this text as its function: names found in it become variables and parameters, those that are gone
 * go, the others keep what they have. A text that cannot be read is kept as text, and the rest stays as it is.
 * The text is within the limit of a session file: whoever takes one from a person sees to that.
 */
export function withFormula(experiment: Experiment, text: string): Experiment {
  const typed = { ...experiment, formula: text }
  try {
    const formula = readFormula(typed)
    const assigned = withNeededAxes(withRoles(typed, rolesOf(experiment, formula)), formula)
    return withDefinedPoints(assigned, formula, namesIn(experiment))
  } catch (error) {
    if (error instanceof ProblemError) return typed
    throw error
  }
}

/** New variables start, and are looked at, where f is defined, if such a place is near. */
function withDefinedPoints(experiment: Experiment, { tree }: Formula, known: readonly string[]): Experiment {
  const names = experiment.variables.map(({ name }) => name)
  const free = names.filter((name) => !known.includes(name))
  if (free.length === 0) return experiment
  const constants = new Map(experiment.parameters.map(({ name, value }) => [name, value]))
  const settled = (point: readonly number[]) => definedNear(tree, names, constants, point, free)
  const runs = experiment.runs.map((run) => ({ ...run, start: run.start && settled(run.start) }))
  return { ...experiment, start: settled(experiment.start), point: settled(experiment.point), runs }
}

const namesIn = ({ variables, parameters }: Experiment) => [...variables, ...parameters].map(({ name }) => name)

/** A variable's range changed by hand, which pins it; or another of its fields. */
export function withVariable(
  experiment: Experiment,
  name: string,
  changes: Partial<Omit<Variable, 'name'>>
): Experiment {
  const change = (variable: Variable) => ({ ...variable, pinned: true, ...changes })
  return {
    ...experiment,
    variables: experiment.variables.map((variable) => (variable.name === name ? change(variable) : variable))
  }
}

/** The range of every variable changed by hand. */
export function withEveryVariable(experiment: Experiment, changes: Partial<Omit<Variable, 'name'>>): Experiment {
  return experiment.variables.reduce((changed, { name }) => withVariable(changed, name, changes), experiment)
}

/** The vector of the function with as many elements as wanted, within its bounds; the same experiment without one. */
export function withDimension(experiment: Experiment, wanted: number): Experiment {
  const vector = vectorOf(experiment)
  if (!vector) return experiment
  const size = Math.min(vector.most, Math.max(vector.least, Math.round(wanted)))
  const { variables, parameters } = rolesNow(experiment)
  const kept = variables.filter((name) => (elementIndex(vector.letter, name) ?? 0) < size)
  const shorter = withRoles(experiment, { variables: kept, parameters })
  const formula = parse(experiment.formula, { dimension: size })
  return withDefinedPoints(withRoles(shorter, rolesOf(shorter, formula)), formula, namesIn(shorter))
}

/** No longer pinned, so gone unless the function needs it. */
export function withoutVariable(experiment: Experiment, name: string): Experiment {
  return withFormula(withVariable(experiment, name, { pinned: false }), experiment.formula)
}

/** Without the variables that the function does not need, pinned or not. */
export function withoutUnneeded(experiment: Experiment): Experiment {
  return withFormula(withEveryVariable(experiment, { pinned: false }), experiment.formula)
}

/** A parameter's value or range changed; a value beyond its slider widens that. */
export function withParameter(
  experiment: Experiment,
  name: string,
  changes: Partial<Omit<Parameter, 'name'>>
): Experiment {
  const change = (parameter: Parameter) => {
    const changed = { ...parameter, ...changes }
    return 'value' in changes ? holdingValue(changed) : changed
  }
  return {
    ...experiment,
    parameters: experiment.parameters.map((parameter) => (parameter.name === name ? change(parameter) : parameter))
  }
}

/**
 * The variable becomes a constant with a slider, at its coordinate of the point. What the text says is a variable stays
 * one: the next key would make it one again.
 */
export function asParameter(experiment: Experiment, name: string): Experiment {
  const { variables, parameters } = rolesNow(experiment)
  const formula = formulaOf(experiment)
  if (!variables.includes(name) || parameters.length >= limits.parameters) return experiment
  if (formula && isSaidVariable(formula, name)) return experiment
  return withRoles(experiment, {
    variables: variables.filter((variable) => variable !== name),
    parameters: [...parameters, name]
  })
}

/** The parameter becomes a coordinate, starting from its value, and is pinned: its letter would not make it one. */
export function asVariable(experiment: Experiment, name: string): Experiment {
  const { variables, parameters } = rolesNow(experiment)
  if (!parameters.includes(name) || variables.length >= limits.variables) return experiment
  const turned = withRoles(experiment, {
    variables: [...variables, name],
    parameters: parameters.filter((parameter) => parameter !== name)
  })
  return withVariable(turned, name, { pinned: true })
}

const rolesNow = ({ variables, parameters }: Experiment): Roles => ({
  variables: variables.map(({ name }) => name),
  parameters: parameters.map(({ name }) => name)
})

/** The title, within its limit. */
export function withTitle(experiment: Experiment, title: string): Experiment {
  return { ...experiment, title }
}

/** The notes, within their limit. */
export function withNotes(experiment: Experiment, notes: string): Experiment {
  return { ...experiment, notes }
}

/** Where runs begin that have no start of their own: as many numbers as there are variables. */
export function withStart(experiment: Experiment, start: readonly number[]): Experiment {
  return { ...experiment, start }
}

/** Where the Differentiate and Partial tabs look: as many numbers as there are variables. */
export function withPoint(experiment: Experiment, point: readonly number[]): Experiment {
  return { ...experiment, point }
}

/** The method or the step size by which gradients are obtained. */
export function withGradient(experiment: Experiment, changes: Partial<GradientSource>): Experiment {
  return { ...experiment, gradient: { ...experiment.gradient, ...changes } }
}

/** Rounded to a whole number and kept within 0 … 1,000,000. */
export function withSteps(experiment: Experiment, steps: number): Experiment {
  return { ...experiment, steps: Math.min(limits.steps, Math.max(0, Math.round(steps))) }
}

/** Some of the rules that end a run before its steps are over. */
export function withStop(experiment: Experiment, changes: Partial<StopRules>): Experiment {
  return { ...experiment, stop: { ...experiment.stop, ...changes } }
}

/** How many starts there are in the crowd, how far out, by which seed. Its layout: see `crowd.ts`. */
export function withCrowd(experiment: Experiment, changes: Partial<Omit<Crowd, 'layout'>>): Experiment {
  return { ...experiment, crowd: { ...experiment.crowd, ...changes } }
}

/** Some of how it is looked at. */
export function withView(experiment: Experiment, changes: Partial<View>): Experiment {
  return { ...experiment, view: { ...experiment.view, ...changes } }
}

/** The step size that the Differentiate tab looks at: its own, which no run uses. */
export const stepLookedAt = ({ view, gradient }: Experiment): number => view.h ?? gradient.h

export const withStepLookedAt = (experiment: Experiment, h: number): Experiment => withView(experiment, { h })

/**
 * One tangent more that stays. The same experiment if there is one at this place already, or as many as can be told
 * apart; those of variables that have gone make room.
 */
export function withTangent(experiment: Experiment, tangent: PinnedTangent): Experiment {
  const kept = experiment.view.tangents.filter(({ along }) => experiment.variables.some(({ name }) => name === along))
  if (kept.length >= limits.tangents || kept.some((other) => isSameTangent(other, tangent))) return experiment
  return withView(experiment, { tangents: [...kept, tangent] })
}

/** Without these tangents. */
export function withoutTangents(experiment: Experiment, gone: readonly PinnedTangent[]): Experiment {
  const isGone = (tangent: PinnedTangent) => gone.some((other) => isSameTangent(other, tangent))
  return withView(experiment, { tangents: experiment.view.tangents.filter((tangent) => !isGone(tangent)) })
}

const isSameTangent = (a: PinnedTangent, b: PinnedTangent) => a.along === b.along && a.at === b.at
