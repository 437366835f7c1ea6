import { parse } from '@shared/language/parser'
import { type FixedRate, namesInRule } from '@shared/methods/method'
import type { Schedule } from '@shared/methods/schedules'
import { endings, type LoopCode, loopCode, type StepGraph } from '../compile/loop'
import { Graph, type NodeId } from '../graph'
import { lower } from '../lower'
import type { Objective } from '../objective'
import type { Loop, LoopRun } from './method'
import { factorNode, type ScheduledRate } from './schedule'

interface Made {
  readonly run: LoopCode
  readonly operations: number
}

/** By function, then by method, then by schedule: null where the loop would be too long. */
const made = new WeakMap<Objective, Map<FixedRate, Map<Schedule | null, Made | null>>>()

/** The loop of a rule over a function; null where it would be too long. `settings` as of `optimiserOf`. */
export function ruleLoop(
  objective: Objective,
  method: FixedRate,
  settings: Readonly<Record<string, number>>,
  scheduled: ScheduledRate | null
): Loop | null {
  const loop = madeLoop(objective, method, scheduled?.schedule ?? null)
  if (!loop) return null
  const constants = Float64Array.from([
    ...method.settings.map(({ id }) => settings[id] ?? 0),
    ...(scheduled?.schedule.settings ?? []).map(({ id }) => scheduled?.settings[id] ?? Number.NaN)
  ])
  return {
    cost: loop.operations,
    setOut(start): LoopRun {
      const memory = Object.values(method.memory).flatMap((before) => Array.from(start, () => before))
      const state = Float64Array.from([...Array.from(start), ...memory, 0])
      return {
        advance(rows, row, step, room, steps) {
          const count = loop.run(state, constants, objective.field.input, rows, row, step, room, steps)
          const end = endings[state[state.length - 1] as number] ?? 'more'
          return { rows: count, end: end === 'more' ? null : end }
        },
        state: () => ({ point: state.slice(0, start.length), memory: state.slice(start.length, -1) })
      }
    }
  }
}

function madeLoop(objective: Objective, method: FixedRate, schedule: Schedule | null): Made | null {
  const methods = made.get(objective) ?? new Map<FixedRate, Map<Schedule | null, Made | null>>()
  made.set(objective, methods)
  const schedules = methods.get(method) ?? new Map<Schedule | null, Made | null>()
  methods.set(method, schedules)
  const known = schedules.get(schedule)
  if (known !== undefined) return known
  const loop = loopCode(objective.field, stepGraph(method, schedule, objective.variables.length))
  schedules.set(schedule, loop)
  return loop
}

/** One step of a rule over all coordinates, in the order of its lines. */
function stepGraph(method: FixedRate, schedule: Schedule | null, dimension: number): StepGraph {
  const graph = new Graph()
  const step = graph.input()
  const settings = method.settings.map(({ id }) => [id, graph.input()] as const)
  const ofSchedule = (schedule?.settings ?? []).map(() => graph.input())
  const factor = schedule ? factorNode(graph, schedule, step, ofSchedule) : null
  const shared = new Map<string, NodeId>([['t', step], ...settings])
  const lr = shared.get('lr')
  if (factor !== null && lr !== undefined) shared.set('lr', graph.multiply(lr, factor))

  const names = Object.keys(method.memory)
  const rooms = Array.from({ length: dimension }, () => ({ x: graph.input(), g: graph.input() }))
  // A name of the memory after the other, with all coordinates of it.
  const memory = names.map((name) => [name, rooms.map(() => graph.input())] as const)
  const lines = linesOf(method)
  const after = rooms.map((room, i) => {
    const scope = new Map([...shared, ...Object.entries(room)])
    for (const [name, ids] of memory) scope.set(name, ids[i] as NodeId)
    for (const { target, tree } of lines) scope.set(target, lower(graph, tree, scope))
    return scope
  })
  const all = (name: string) => after.map((scope) => scope.get(name) as NodeId)
  return {
    graph,
    step,
    constants: [...settings.map(([, id]) => id), ...ofSchedule],
    coordinates: rooms.map(({ x }) => x),
    slopes: rooms.map(({ g }) => g),
    memory: memory.flatMap(([, ids]) => ids),
    next: { coordinates: all('x'), memory: names.flatMap(all) }
  }
}

function linesOf(method: FixedRate) {
  const names = namesInRule(method)
  return method.rule.map(({ target, formula }) => ({ target, tree: parse(formula, { names }).tree }))
}
