import type { Method } from '@shared/experiment/methods'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { type Compiled, compileOutputs } from '../compile/javascript'
import { Graph, type NodeId } from '../graph'
import { lower } from '../lower'
import type { Motion, OpenedLine, Optimiser } from './method'

/** Places of what every rule may read in the input of its compiled form; settings and memory follow. */
const place = { x: 0, g: 1, t: 2 } as const

/** The optimiser that a row of `methods.ts` describes. `settings` has a number for each of the row's settings. */
export function optimiserOf(method: Method, settings: Readonly<Record<string, number>>): Optimiser {
  const rule = compiledRule(method)
  return { setOut: (dimension) => new RuleMotion(rule, settings, dimension) }
}

interface Rule {
  readonly method: Method
  /** Names of the input, in order: x, g, t, the settings, the memory. */
  readonly inputs: readonly string[]
  /** By line: the names it reads. */
  readonly reads: readonly (readonly string[])[]
  /** From the input to what each line makes. */
  readonly lines: Compiled
  /** The line that has the last word on x. */
  readonly xLine: number
  /** For each name of the memory: the line that has the last word on it, −1 for none. */
  readonly memoryLines: readonly number[]
}

const compiled = new WeakMap<Method, Rule>()

function compiledRule(method: Method): Rule {
  const known = compiled.get(method)
  if (known) return known
  const memory = Object.keys(method.memory)
  const inputs = [...Object.keys(place), ...method.settings.map((setting) => setting.id), ...memory]
  const names = [...new Set([...inputs, ...method.rule.map((line) => line.target)])]
  const trees = method.rule.map((line) => parse(line.formula, { names }).tree)
  const targets = method.rule.map((line) => line.target)
  const rule: Rule = {
    method,
    inputs,
    reads: trees.map(namesIn),
    lines: compileLines(targets, trees, inputs),
    xLine: targets.lastIndexOf('x'),
    memoryLines: memory.map((name) => targets.lastIndexOf(name))
  }
  compiled.set(method, rule)
  return rule
}

/** Each line reads what the lines above have made, so a later line's names stand for earlier lines' results. */
function compileLines(targets: readonly string[], trees: readonly Syntax[], inputs: readonly string[]): Compiled {
  const graph = new Graph()
  const scope = new Map<string, NodeId>(inputs.map((name) => [name, graph.input()]))
  const outputs = trees.map((tree, line) => {
    const node = lower(graph, tree, scope)
    scope.set(targets[line] ?? '', node)
    return node
  })
  return compileOutputs(graph, outputs)
}

/** The names a formula reads, each once, in the order of their first appearance. */
function namesIn(tree: Syntax): string[] {
  switch (tree.kind) {
    case 'number':
    case 'constant':
      return []
    case 'name':
      return [tree.name]
    case 'negate':
      return namesIn(tree.of)
    case 'sum':
      return unique(tree.terms.flatMap(({ term }) => namesIn(term)))
    case 'product':
      return unique(tree.factors.flatMap(({ factor }) => namesIn(factor)))
    case 'power':
      return unique([...namesIn(tree.base), ...namesIn(tree.exponent)])
    case 'call':
      return unique(tree.arguments.flatMap(namesIn))
  }
}

const unique = (names: readonly string[]) => [...new Set(names)]

class RuleMotion implements Motion {
  readonly #rule: Rule
  readonly #dimension: number
  /** memory[coordinate * (names of the memory) + name] */
  readonly #memory: Float64Array
  readonly #input: Float64Array
  readonly #output: Float64Array

  constructor(rule: Rule, settings: Readonly<Record<string, number>>, dimension: number) {
    this.#rule = rule
    this.#dimension = dimension
    const before = Object.values(rule.method.memory)
    this.#memory = Float64Array.from({ length: dimension * before.length }, (_, i) => before[i % before.length] ?? 0)
    this.#input = Float64Array.from(rule.inputs, (name) => settings[name] ?? 0)
    this.#output = new Float64Array(rule.method.rule.length)
  }

  next(point: Float64Array, gradient: Float64Array, step: number) {
    for (let i = 0; i < this.#dimension; i++) this.#move(i, point, gradient, step)
  }

  nextOpened(point: Float64Array, gradient: Float64Array, step: number): OpenedLine[] {
    const { method, reads, inputs } = this.#rule
    const lines = method.rule.map(({ target }, line) => ({
      target,
      operands: Object.fromEntries((reads[line] ?? []).map((name) => [name, [] as number[]])),
      result: [] as number[]
    }))
    for (let i = 0; i < this.#dimension; i++) {
      this.#move(i, point, gradient, step)
      const worth = new Map(inputs.map((name, at) => [name, this.#input[at] ?? Number.NaN]))
      for (const [line, { target, operands, result }] of lines.entries()) {
        for (const [name, values] of Object.entries(operands)) values.push(worth.get(name) ?? Number.NaN)
        result.push(this.#output[line] ?? Number.NaN)
        worth.set(target, this.#output[line] ?? Number.NaN)
      }
    }
    return lines
  }

  memory(): Record<string, number[]> {
    const names = Object.keys(this.#rule.method.memory)
    return Object.fromEntries(names.map((name, m) => [name, this.#remembered(m)]))
  }

  #remembered(m: number): number[] {
    const width = this.#rule.memoryLines.length
    return Array.from({ length: this.#dimension }, (_, i) => this.#memory[i * width + m] ?? Number.NaN)
  }

  /** The rule for coordinate i. Afterwards the input still holds what was read, the output what each line made. */
  #move(i: number, point: Float64Array, gradient: Float64Array, step: number) {
    const { lines, memoryLines, inputs, xLine } = this.#rule
    const input = this.#input
    const output = this.#output
    const width = memoryLines.length
    const firstMemory = inputs.length - width
    input[place.x] = point[i] as number
    input[place.g] = gradient[i] as number
    input[place.t] = step
    for (let m = 0; m < width; m++) input[firstMemory + m] = this.#memory[i * width + m] as number
    lines(input, output)
    for (let m = 0; m < width; m++) {
      const line = memoryLines[m] as number
      if (line >= 0) this.#memory[i * width + m] = output[line] as number
    }
    point[i] = output[xLine] as number
  }
}
