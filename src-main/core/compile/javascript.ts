import type { FunctionRow } from '@shared/language/function-row'
import type { Graph, NodeId, Operation } from '../graph'

/**
 * Reads `graph.inputs` numbers, writes one number per output. May read and write the same array: all of the input
 * is read first.
 */
export type Compiled = (input: Float64Array, output: Float64Array) => void

/**
 * The one place where code is made from text. The text consists of the graph's structure and of numbers: names in
 * it are v0, v1 … (input), t0, t1 … (intermediate results) and f0, f1 … (functions of the language), never the user's.
 */
export function compileOutputs(graph: Graph, outputs: readonly NodeId[]): Compiled {
  const { text, functions } = code(graph, outputs)
  const names = functions.map((_, i) => `f${i}`)
  return new Function(...names, text)(...functions)
}

/** More intermediate results than this at a time would ask for a large frame on the stack: they go into an array. */
const mostLocals = 1000

/** The text that makes the function, given f0, f1 …: the functions of the language it calls. */
export function code(graph: Graph, outputs: readonly NodeId[]): { text: string; functions: FunctionRow['value'][] } {
  const needed = graph.below(outputs)
  const { slot, count } = slots(graph, needed, outputs)
  const isSpilled = count > mostLocals
  const functions = new Map<FunctionRow, string>()

  const name = (id: NodeId): string => {
    const node = graph.node(id)
    if (node.kind === 'constant') return literal(node.value)
    if (node.kind === 'input') return `v${node.place}`
    return isSpilled ? `t[${slot(id)}]` : `t${slot(id)}`
  }
  const line = (id: NodeId): string => {
    const node = graph.node(id)
    if (node.kind === 'constant') return ''
    if (node.kind === 'input') return `const ${name(id)} = input[${node.place}]`
    const operands = node.of.map(name)
    if (node.kind === 'operation')
      return `${name(id)} = ${texts[node.operation](...(operands as [string, string, string]))}`
    const called = functions.get(node.row) ?? `f${functions.size}`
    functions.set(node.row, called)
    return `${name(id)} = ${called}(${operands.join(', ')})`
  }
  const places = Array.from({ length: count }, (_, i) => `t${i}`).join(', ')
  const text = [
    "'use strict'",
    isSpilled ? `const t = new Float64Array(${count})` : '',
    'return (input, output) => {',
    isSpilled || count === 0 ? '' : `let ${places}`,
    ...Array.from(needed, (isNeeded, id) => (isNeeded ? line(id) : '')).filter((text) => text !== ''),
    ...outputs.map((id, i) => `output[${i}] = ${name(id)}`),
    '}'
  ].join('\n')
  return { text, functions: [...functions.keys()].map((row) => row.value) }
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

/** The shortest decimal that reads back as exactly this double. */
function literal(value: number): string {
  const digits = Object.is(value, -0) ? '-0' : String(value)
  return digits.startsWith('-') ? `(${digits})` : digits
}

/** Gives each intermediate result a place that is free from its making to its last use. */
function slots(graph: Graph, needed: Uint8Array, outputs: readonly NodeId[]) {
  const last = new Float64Array(needed.length)
  for (let id = 0; id < needed.length; id++) {
    if (needed[id]) for (const operand of graph.node(id).of) last[operand] = id
  }
  for (const id of outputs) last[id] = Number.POSITIVE_INFINITY

  const slotOf = new Int32Array(needed.length)
  const free: number[] = []
  let count = 0
  for (let id = 0; id < needed.length; id++) {
    const { kind, of } = graph.node(id)
    if (!needed[id] || kind === 'constant' || kind === 'input') continue
    for (const operand of new Set(of)) {
      const inner = graph.node(operand).kind
      if (last[operand] === id && inner !== 'constant' && inner !== 'input') free.push(slotOf[operand] ?? 0)
    }
    slotOf[id] = free.pop() ?? count++
  }
  return { count, slot: (id: NodeId) => slotOf[id] ?? 0 }
}
