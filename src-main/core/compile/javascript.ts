import type { FunctionRow } from '@shared/language/function-row'
import type { Graph, NodeId, Operation } from '../graph'
import type { Compiled } from './compiled'

/**
 * The maximum number of operations in generated code. The engine never optimises longer functions, and parsing them
 * takes longer than building the graph: a tape is ready, and finished, several times sooner.
 */
export const maxOperations = 2000

/** The number of operations and calls among the marked nodes. */
export const operationsIn = (graph: Graph, needed: Uint8Array): number =>
  needed.reduce((sum, mark, id) => sum + (mark && graph.node(id).of.length > 0 ? 1 : 0), 0)

/**
 * The only place where code is generated. Its text is made from the structure of the graph and from numbers: the names
 * in it are v0, v1 … (inputs), t0, t1 … (intermediate results) and f0, f1 … (functions of the language), never the
 * user's. `needed` marks the nodes on which the outputs depend.
 */
export function javascript(graph: Graph, needed: Uint8Array, outputs: readonly NodeId[]): Compiled {
  const { text, functions } = code(graph, needed, outputs)
  const names = functions.map((_, i) => `f${i}`)
  return new Function(...names, text)(...functions)
}

/** The text of a function that takes f0, f1 …, the functions of the language it calls, and returns the compiled one. */
export function code(
  graph: Graph,
  needed: Uint8Array,
  outputs: readonly NodeId[]
): { text: string; functions: FunctionRow['value'][] } {
  const functions = new Map<FunctionRow, string>()
  const { lines, name } = statements(graph, needed, { prefix: 't', input: (_, place) => `v${place}`, functions })
  const inputs = Array.from(needed, (mark, id) => (mark && graph.node(id).kind === 'input' ? id : -1))
  const text = [
    "'use strict'",
    'return (input, output) => {',
    ...inputs.filter((id) => id >= 0).map((id) => `const ${name(id)} = input[${name(id).slice(1)}]`),
    ...lines,
    ...outputs.map((id, i) => `output[${i}] = ${name(id)}`),
    '}'
  ].join('\n')
  return { text, functions: [...functions.keys()].map((row) => row.value) }
}

export interface Naming {
  /** Prefix of the names of intermediate results. */
  readonly prefix: string
  /** The name of an input, by its node and its index. */
  readonly input: (id: NodeId, place: number) => string
  /** The names of the functions called; new ones are added. */
  readonly functions: Map<FunctionRow, string>
  /** Lines that replace those of certain nodes. */
  readonly instead?: ReadonlyMap<NodeId, string>
}

/** One line for each marked node that is an operation, in order; and the name of any node. */
export function statements(
  graph: Graph,
  marked: Uint8Array,
  { prefix, input, functions, instead }: Naming
): { lines: string[]; name: (id: NodeId) => string } {
  const name = (id: NodeId): string => {
    const node = graph.node(id)
    if (node.kind === 'constant') return literal(node.value)
    return node.kind === 'input' ? input(id, node.place) : `${prefix}${id}`
  }
  const value = (id: NodeId): string => {
    const node = graph.node(id)
    const operands = node.of.map(name)
    if (node.kind === 'operation') return texts[node.operation](...(operands as [string, string, string]))
    if (node.kind !== 'call') return ''
    const called = functions.get(node.row) ?? `f${functions.size}`
    functions.set(node.row, called)
    return `${called}(${operands.join(', ')})`
  }
  const lines: string[] = []
  for (let id = 0; id < marked.length; id++) {
    if (marked[id] && graph.node(id).of.length > 0) lines.push(instead?.get(id) ?? `const ${name(id)} = ${value(id)}`)
  }
  return { lines, name }
}

const texts: Record<Operation, (a: string, b: string, c: string) => string> = {
  '+': (a, b) => `${a} + ${b}`,
  '-': (a, b) => `${a} - ${b}`,
  '*': (a, b) => `${a} * ${b}`,
  '/': (a, b) => `${a} / ${b}`,
  negate: (a) => `-${a}`,
  '<': (a, b) => `${a} < ${b} ? 1 : ${a} >= ${b} ? 0 : NaN`,
  '<=': (a, b) => `${a} <= ${b} ? 1 : ${a} > ${b} ? 0 : NaN`,
  and: (a, b) => `${a} === 0 || ${b} === 0 ? 0 : ${a} * ${b}`,
  or: (a, b) => `${a} === 1 || ${b} === 1 ? 1 : ${a} + ${b}`,
  not: (a) => `1 - ${a}`,
  choose: (truth, a, b) => `${truth} === 1 ? ${a} : ${truth} === 0 ? ${b} : NaN`,
  unless: (zero, value) => `${zero} === 0 ? NaN : ${value}`,
  gate: (truth, adjoint) => `${truth} === 1 ? ${adjoint} : 0`,
  chain: (a, b) => `${a} === 0 ? 0 : ${a} * ${b}`,
  cut: (a, b) => `${a} === 0 && !(${b} - ${b} === 0) ? 0 : ${b}`,
  ratio: (a, b) => `${a} === 0 ? 0 : ${a} / ${b}`,
  meet: (a, b) => `${a} === 0 || ${b} === 0 ? 0 : ${a} * ${b}`
}

/** The shortest decimal that parses to this double. A minus needs no brackets, because no sign precedes it. */
function literal(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}
