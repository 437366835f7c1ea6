import { type Graph, type NodeId, operations } from '../graph'
import type { Compiled } from './compiled'

/** Operation codes of the tape. */
const [plus, minus, times, over, negate, chain, ratio, meet, unless, call1, call2, callMore] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
] as const
/** The operations that `play` inlines; all others, and functions, are calls. */
const codes = { '+': plus, '-': minus, '*': times, '/': over, negate, chain, ratio, meet, unless } as const

/**
 * Operations in order, as a structure of arrays: `codes[i]` applied to registers `a[i]` and `b[i]`, with its result in
 * register `to[i]`.
 */
interface Steps {
  readonly codes: Uint8Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly to: Int32Array
  /** The callee of each call, with one or two operands, or with none if it reads the registers itself. */
  readonly calls: readonly ((a?: number, b?: number) => number)[]
}

/**
 * The given outputs as a list of operations to interpret, for graphs too large to be compiled: nothing is generated, so
 * it is ready at once. `needed` marks the nodes on which the outputs depend; each of these has a register.
 */
export function tape(graph: Graph, needed: Uint8Array, outputs: readonly NodeId[]): Compiled {
  const register = new Int32Array(needed.length)
  let size = 0
  for (let id = 0; id < needed.length; id++) if (needed[id]) register[id] = size++

  const registers = new Float64Array(size)
  const inputs: { readonly from: number; readonly to: number }[] = []
  const calls: ((a?: number, b?: number) => number)[] = []
  const [a, b, to] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const steps: Steps = { codes: new Uint8Array(size), a, b, to, calls }
  let length = 0
  for (let id = 0; id < needed.length; id++) {
    if (!needed[id]) continue
    const node = graph.node(id)
    const place = register[id] as number
    if (node.kind === 'constant') registers[place] = node.value
    else if (node.kind === 'input') inputs.push({ from: node.place, to: place })
    else {
      const known = node.kind === 'operation' ? codes[node.operation as keyof typeof codes] : undefined
      steps.codes[length] = known ?? [callMore, call1, call2][node.of.length] ?? callMore
      if (known === undefined) {
        const value = (node.kind === 'call' ? node.row.value : operations[node.operation]) as typeof Math.max
        const of = node.of.map((operand) => register[operand] as number)
        calls[length] = of.length > 2 ? () => value(...of.map((place) => registers[place] as number)) : (value as never)
      }
      a[length] = register[node.of[0] ?? 0] as number
      b[length] = register[node.of[1] ?? 0] as number
      to[length++] = place
    }
  }
  const written = outputs.map((id) => register[id] as number)
  return (input, output) => {
    for (const { from, to } of inputs) registers[to] = input[from] as number
    play(steps, length, registers)
    for (const [i, from] of written.entries()) output[i] = registers[from] as number
  }
}

function play({ codes, a, b, to, calls }: Steps, length: number, t: Float64Array) {
  for (let i = 0; i < length; i++) {
    const x = t[a[i] as number] as number
    const y = t[b[i] as number] as number
    let value: number
    switch (codes[i]) {
      case plus:
        value = x + y
        break
      case minus:
        value = x - y
        break
      case times:
        value = x * y
        break
      case over:
        value = x / y
        break
      case negate:
        value = -x
        break
      case chain:
        value = x === 0 ? 0 : x * y
        break
      case ratio:
        value = x === 0 ? 0 : x / y
        break
      case meet:
        value = x === 0 || y === 0 ? 0 : x * y
        break
      case unless:
        value = x === 0 ? Number.NaN : y
        break
      case call1:
        value = (calls[i] as (x: number) => number)(x)
        break
      case call2:
        value = (calls[i] as (x: number, y: number) => number)(x, y)
        break
      default:
        value = (calls[i] as () => number)()
    }
    t[to[i] as number] = value
  }
}
