import type { FunctionRow } from '@shared/language/function-row'
import type { Graph, NodeId, Operation } from '../graph'
import type { Compiled } from './compiled'

/**
 * The one place where code is made from text. The text consists of the graph's structure and of numbers: names in
 * it are v0, v1 … (input), t0, t1 … (intermediate results) and f0, f1 … (functions of the language), never the user's.
 * `needed` marks what the outputs are computed from.
 */
export function javascript(graph: Graph, needed: Uint8Array, outputs: readonly NodeId[]): Compiled {
  const { text, functions } = code(graph, needed, outputs)
  const names = functions.map((_, i) => `f${i}`)
  return new Function(...names, text)(...functions)
}

/** The text that makes the function, given f0, f1 …: the functions of the language it calls. */
export function code(
  graph: Graph,
  needed: Uint8Array,
  outputs: readonly NodeId[]
): { text: string; functions: FunctionRow['value'][] } {
  const functions = new Map<FunctionRow, string>()
  const name = (id: NodeId): string => {
    const node = graph.node(id)
    if (node.kind === 'constant') return literal(node.value)
    return node.kind === 'input' ? `v${node.place}` : `t${id}`
  }
  const value = (id: NodeId): string => {
    const node = graph.node(id)
    if (node.kind === 'input') return `input[${node.place}]`
    const operands = node.of.map(name)
    if (node.kind === 'operation') return texts[node.operation](...(operands as [string, string, string]))
    if (node.kind !== 'call') return ''
    const called = functions.get(node.row) ?? `f${functions.size}`
    functions.set(node.row, called)
    return `${called}(${operands.join(', ')})`
  }
  const lines = ["'use strict'", 'return (input, output) => {']
  for (let id = 0; id < needed.length; id++) {
    if (needed[id] && graph.node(id).kind !== 'constant') lines.push(`const ${name(id)} = ${value(id)}`)
  }
  for (const [i, id] of outputs.entries()) lines.push(`output[${i}] = ${name(id)}`)
  lines.push('}')
  return { text: lines.join('\n'), functions: [...functions.keys()].map((row) => row.value) }
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
  gate: (truth, adjoint) => `${truth} === 1 ? ${adjoint} : 0`,
  chain: (a, b) => `${a} === 0 ? 0 : ${a} * ${b}`,
  cut: (a, b) => `${a} === 0 && !(${b} - ${b} === 0) ? 0 : ${b}`,
  meet: (a, b) => `${a} === 0 || ${b} === 0 ? 0 : ${a} * ${b}`
}

/** The shortest decimal that reads back as exactly this double. Its minus needs no brackets: no sign stands right before it. */
function literal(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}
