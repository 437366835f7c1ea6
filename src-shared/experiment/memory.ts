import { definedNear } from './defined'
import type { Experiment, Parameter, Variable } from './experiment'
import { formulaOf } from './reading'

/**
 * What names had before they vanished, so that a name that comes back – a letter typed anew, an element of a vector
 * that was shorter for a moment – has it again. It belongs to the window, not to the document.
 */
export type Memory = ReadonlyMap<string, Remembered>

type Remembered = Coordinate | Parameter

interface Coordinate {
  readonly variable: Variable
  readonly start: number
  readonly point: number
  /** By the id of a run with a start of its own. */
  readonly ownStarts: ReadonlyMap<string, number>
}

/** The memory after a change from `before` to `after`. */
export function remembered(memory: Memory, before: Experiment, after: Experiment): Memory {
  const present = namesIn(after)
  const coordinates = before.variables.map(
    (variable, index) => [variable.name, coordinate(before, variable, index)] as const
  )
  const constants = before.parameters.map((parameter) => [parameter.name, parameter] as const)
  const gone = [...coordinates, ...constants].filter(([name]) => !present.has(name))
  return gone.length === 0 ? memory : new Map([...memory, ...gone])
}

const coordinate = ({ start, point, runs }: Experiment, variable: Variable, index: number): Coordinate => ({
  variable,
  start: start[index] ?? 0,
  point: point[index] ?? 0,
  ownStarts: new Map(runs.flatMap((run) => (run.start ? [[run.id, run.start[index] ?? 0]] : [])))
})

/**
 * `after`, in which the names that were not in `before` have what is remembered of them, if they have the role again
 * they had. A place where f is no longer defined is not taken again, but the nearest one where it is.
 */
export function recalled(memory: Memory, before: Experiment, after: Experiment): Experiment {
  const known = namesIn(before)
  const back = (name: string) => (known.has(name) ? undefined : memory.get(name))
  const coordinates = after.variables.map(({ name }) => {
    const found = back(name)
    return found && 'variable' in found ? found : undefined
  })
  const parameters = after.parameters.map((parameter) => {
    const found = back(parameter.name)
    return found && 'value' in found ? found : parameter
  })
  const changed = { ...after, parameters }
  if (coordinates.every((found) => found === undefined)) {
    return parameters.some((parameter, index) => parameter !== after.parameters[index]) ? changed : after
  }
  const settled = placing(changed, new Set(coordinates.map((found) => found?.variable.name ?? '')))
  return {
    ...changed,
    variables: after.variables.map((variable, index) => coordinates[index]?.variable ?? variable),
    start: settled(after.start.map((value, index) => coordinates[index]?.start ?? value)),
    point: settled(after.point.map((value, index) => coordinates[index]?.point ?? value)),
    runs: after.runs.map((run) => ({
      ...run,
      start: run.start && settled(run.start.map((value, index) => coordinates[index]?.ownStarts.get(run.id) ?? value))
    }))
  }
}

const namesIn = ({ variables, parameters }: Experiment) =>
  new Set([...variables, ...parameters].map(({ name }) => name))

/** Moves the coordinates `free` of a point where f is not defined. */
function placing(experiment: Experiment, free: ReadonlySet<string>) {
  const formula = formulaOf(experiment)
  const names = experiment.variables.map(({ name }) => name)
  const constants = new Map(experiment.parameters.map(({ name, value }) => [name, value]))
  return (point: readonly number[]) =>
    formula === null ? point : definedNear(formula.tree, names, constants, point, [...free], 0)
}
