import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { type FixedRate, namesInRule, readByAll } from '@shared/methods/method'
import type { Compiled } from '../compile/compiled'
import { compileOutputs } from '../compile/outputs'
import { Graph, type NodeId } from '../graph'
import { lower } from '../lower'
import type { Motion, OpenedStep, Optimiser } from './method'
import { ruleLoop } from './rule-loop'
import { factorOf, type ScheduledRate } from './schedule'

/**
 * The optimiser that a row of `methods/fixed-rate.ts` describes. `settings` has a number for each of the row's settings. With a
 * schedule, `lr` in the rule is the learning rate of the step.
 */
export function optimiserOf(
  method: FixedRate,
  settings: Readonly<Record<string, number>>,
  schedule: ScheduledRate | null = null
): Optimiser {
  const rule = compiledRule(method)
  return {
    setOut: (dimension) => new RuleMotion(rule, settings, schedule, dimension),
    loopOn: (objective) => ruleLoop(objective, method, settings, schedule)
  }
}

/** Places of what every rule may read in the input of its compiled form, which begins with it. */
const place = { x: readByAll.indexOf('x'), g: readByAll.indexOf('g'), t: readByAll.indexOf('t') } as const

interface Line {
  readonly target: string
  readonly tree: Syntax
  readonly reads: readonly string[]
  /** The same for every coordinate, since it reads only t and settings: computed once a step. */
  readonly common: boolean
}

interface Rule {
  readonly lines: readonly Line[]
  /** Names of the input, in order: x, g, t, the settings, the memory, what the common lines make. */
  readonly inputs: readonly string[]
  /** Of these, where the memory and the results of the common lines begin. */
  readonly firstMemory: number
  readonly firstCommon: number
  /** The memory before step 1. */
  readonly memory: Readonly<Record<string, number>>
  /** From the input to what the common lines make. */
  readonly common: Compiled
  /** From the input to what the other lines make. */
  readonly own: Compiled
  /** Of the other lines, the one with the last word on x, and on each name of the memory (−1: none has). */
  readonly xLine: number
  readonly memoryLines: readonly number[]
}

const compiled = new WeakMap<FixedRate, Rule>()

function compiledRule(method: FixedRate): Rule {
  let rule = compiled.get(method)
  if (!rule) {
    rule = ruleOf(method)
    compiled.set(method, rule)
  }
  return rule
}

function ruleOf(method: FixedRate): Rule {
  const memory = Object.keys(method.memory)
  const settings = method.settings.map((setting) => setting.id)
  const lines = linesOf(method)
  const common = lines.filter((line) => line.common)
  const own = lines.filter((line) => !line.common)
  const read = [...readByAll, ...settings, ...memory]
  const inputs = [...read, ...common.map((line) => line.target)]
  const targets = own.map((line) => line.target)
  return {
    lines,
    inputs,
    firstMemory: read.length - memory.length,
    firstCommon: read.length,
    memory: method.memory,
    common: compiledLines(common, inputs),
    own: compiledLines(own, inputs),
    xLine: targets.lastIndexOf('x'),
    memoryLines: memory.map((name) => targets.lastIndexOf(name))
  }
}

function linesOf(method: FixedRate): Line[] {
  const names = namesInRule(method)
  /** What does not differ between coordinates. */
  const same = new Set(['t', ...method.settings.map(({ id }) => id)])
  return method.rule.map(({ target, formula }) => {
    const { tree, names: reads } = parse(formula, { names })
    // Assigned by this line alone, and neither the point nor in the memory.
    const once = names.indexOf(target) === names.lastIndexOf(target)
    const common = once && reads.every((name) => same.has(name))
    if (common) same.add(target)
    return { target, tree, reads, common }
  })
}

/** One number per line. A line reads what the lines before it have made. */
function compiledLines(lines: readonly Line[], inputs: readonly string[]): Compiled {
  const graph = new Graph()
  const scope = new Map<string, NodeId>(inputs.map((name) => [name, graph.input()]))
  const outputs = lines.map(({ target, tree }) => {
    const node = lower(graph, tree, scope)
    scope.set(target, node)
    return node
  })
  return compileOutputs(graph, outputs)
}

class RuleMotion implements Motion {
  readonly #rule: Rule
  readonly #dimension: number
  /** memory[coordinate * (names of the memory) + name] */
  readonly #memory: Float64Array
  readonly #input: Float64Array
  /** The end of the input, where the results of the common lines stand. */
  readonly #common: Float64Array
  readonly #output: Float64Array

  /** Where lr stands in the input (−1: the method has none), what it was set to, and by what it is multiplied. */
  readonly #ratePlace: number
  readonly #rate: number
  readonly #factor: ((step: number) => number) | null

  constructor(
    rule: Rule,
    settings: Readonly<Record<string, number>>,
    schedule: ScheduledRate | null,
    dimension: number
  ) {
    this.#rule = rule
    this.#ratePlace = rule.inputs.indexOf('lr')
    this.#rate = settings['lr'] ?? Number.NaN
    this.#factor = schedule && this.#ratePlace >= 0 ? factorOf(schedule) : null
    this.#dimension = dimension
    const before = Object.values(rule.memory)
    this.#memory = Float64Array.from({ length: dimension * before.length }, (_, i) => before[i % before.length] ?? 0)
    this.#input = Float64Array.from(rule.inputs, (name) => settings[name] ?? 0)
    this.#common = this.#input.subarray(rule.firstCommon)
    this.#output = new Float64Array(rule.lines.length)
  }

  remember(memory: Float64Array) {
    const width = Object.keys(this.#rule.memory).length
    for (let m = 0; m < width; m++) {
      for (let i = 0; i < this.#dimension; i++) {
        this.#memory[i * width + m] = memory[m * this.#dimension + i] as number
      }
    }
  }

  next(point: Float64Array, gradient: Float64Array, step: number): undefined {
    this.#begin(step)
    for (let i = 0; i < this.#dimension; i++) this.#move(i, point, gradient)
  }

  nextOpened(point: Float64Array, gradient: Float64Array, step: number): OpenedStep {
    const opened = this.#rule.lines.map(({ target, reads }) => ({
      target,
      operands: Object.fromEntries(reads.map((name) => [name, [] as number[]])),
      result: [] as number[]
    }))
    this.#begin(step)
    for (let i = 0; i < this.#dimension; i++) {
      this.#move(i, point, gradient)
      this.#record(opened)
    }
    return { lines: opened, memory: this.#remembered(), lr: this.#input[this.#ratePlace] ?? null, algorithm: null }
  }

  #remembered(): Record<string, number[]> {
    const names = Object.keys(this.#rule.memory)
    const remembered = (m: number) =>
      Array.from({ length: this.#dimension }, (_, i) => this.#memory[i * names.length + m] ?? Number.NaN)
    return Object.fromEntries(names.map((name, m) => [name, remembered(m)]))
  }

  #begin(step: number) {
    this.#input[place.t] = step
    if (this.#factor) this.#input[this.#ratePlace] = this.#rate * this.#factor(step)
    this.#rule.common(this.#input, this.#common)
  }

  /** The rule for coordinate i. Afterwards the input still holds what was read, the output what each own line made. */
  #move(i: number, point: Float64Array, gradient: Float64Array) {
    const { own, memoryLines, firstMemory, xLine } = this.#rule
    const input = this.#input
    const output = this.#output
    const width = memoryLines.length
    input[place.x] = point[i] as number
    input[place.g] = gradient[i] as number
    for (let m = 0; m < width; m++) input[firstMemory + m] = this.#memory[i * width + m] as number
    own(input, output)
    for (let m = 0; m < width; m++) {
      const line = memoryLines[m] as number
      if (line >= 0) this.#memory[i * width + m] = output[line] as number
    }
    point[i] = output[xLine] as number
  }

  /** Adds the numbers of the coordinate that has just moved: each line sees what the lines before it have made. */
  #record(opened: readonly { operands: Record<string, number[]>; result: number[] }[]) {
    const { inputs, lines } = this.#rule
    const worth = new Map(inputs.map((name, at) => [name, this.#input[at] ?? Number.NaN]))
    let own = 0
    for (const [index, { target, common }] of lines.entries()) {
      const { operands, result } = opened[index] ?? { operands: {}, result: [] }
      for (const [name, values] of Object.entries(operands)) values.push(worth.get(name) ?? Number.NaN)
      if (!common) worth.set(target, this.#output[own++] ?? Number.NaN)
      result.push(worth.get(target) ?? Number.NaN)
    }
  }
}
