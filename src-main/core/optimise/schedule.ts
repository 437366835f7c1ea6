import { parse } from '@shared/language/parser'
import type { Schedule } from '@shared/methods/schedules'
import type { Compiled } from '../compile/compiled'
import { compileOutputs } from '../compile/outputs'
import { Graph, type NodeId } from '../graph'
import { lower } from '../lower'

/** A row of the table of schedules with its settings. */
export interface ScheduledRate {
  readonly schedule: Schedule
  readonly settings: Readonly<Record<string, number>>
}

const compiled = new WeakMap<Schedule, Compiled>()

/** What the learning rate is multiplied by at a step, counted from 1. */
export function factorOf({ schedule, settings }: ScheduledRate): (step: number) => number {
  const code = compiled.get(schedule) ?? compiledFactor(schedule)
  compiled.set(schedule, code)
  const input = Float64Array.from([Number.NaN, ...schedule.settings.map(({ id }) => settings[id] ?? Number.NaN)])
  const output = new Float64Array(1)
  return (step) => {
    input[0] = step
    code(input, output)
    return output[0] as number
  }
}

/** Reads the step and the schedule's settings. */
function compiledFactor(schedule: Schedule): Compiled {
  const graph = new Graph()
  const step = graph.input()
  const settings = schedule.settings.map(() => graph.input())
  return compileOutputs(graph, [factorNode(graph, schedule, step, settings)])
}

/** The node of the factor, given those of the step and of the schedule's settings. */
export function factorNode(graph: Graph, schedule: Schedule, step: NodeId, settings: readonly NodeId[]): NodeId {
  const names = schedule.settings.map(({ id }) => id)
  const { tree } = parse(schedule.factor, { names: ['t', ...names] })
  return lower(graph, tree, new Map([['t', step], ...names.map((name, i) => [name, settings[i] as NodeId] as const)]))
}
