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
  const schedule = slots(graph, needed, outputs)
  const functions = new Map<FunctionRow, string>()
  const temporary = schedule.count > mostLocals ? (slot: number) => `t[${slot}]` : (slot: number) => `t${slot}`

  const inputs: string[] = []
  const lines: string[] = []
  const name = (id: NodeId): string => {
    const node = graph.node(id)
    if (node.kind === 'constant') return literal(node.value)
    return node.kind === 'input' ? `v${node.place}` : temporary(schedule.slot(id))
  }
  for (let id = 0; id < needed.length; id++) {
    const node = graph.node(id)
    if (!needed[id] || node.kind === 'constant') continue
    if (node.kind === 'input') {
      inputs.push(`const v${node.place} = input[${node.place}]`)
      continue
    }
    const [a = '', b = ''] = node.of.map(name)
    if (node.kind === 'operation') lines.push(`${name(id)} = ${texts[node.operation](a, b)}`)
    else {
      const called = functions.get(node.row) ?? `f${functions.size}`
      functions.set(node.row, called)
      lines.push(`${name(id)} = ${called}(${node.of.map(name).join(', ')})`)
    }
  }
  outputs.forEach((id, i) => {
    lines.push(`output[${i}] = ${name(id)}`)
  })
  const { count } = schedule
  const array = count > mostLocals ? `const t = new Float64Array(${count})` : ''
  const locals = count > 0 && !array ? `let ${Array.from({ length: count }, (_, i) => `t${i}`).join(', ')}` : ''
  const text = ["'use strict'", array, 'return (input, output) => {', ...inputs, locals, ...lines, '}'].join('\n')
  return { text, functions: [...functions.keys()].map((row) => row.value) }
}

const texts: Record<Operation, (a: string, b: string) => string> = {
  '+': (a, b) => `${a} + ${b}`,
  '-': (a, b) => `${a} - ${b}`,
  '*': (a, b) => `${a} * ${b}`,
  '/': (a, b) => `${a} / ${b}`,
  negate: (a) => `-${a}`,
  chain: (a, b) => `${a} === 0 ? 0 : ${a} * ${b}`,
  cut: (a, b) => `${a} === 0 && !(${b} - ${b} === 0) ? 0 : ${b}`
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
