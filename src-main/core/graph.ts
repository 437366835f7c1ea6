import type { FunctionRow } from '@shared/language/function-row'
import { ProblemError } from '@shared/problem'
import { type Pulse, steady } from './pulse'

/** A node's number. Operands are always made before the node that reads them: ascending order is order of evaluation. */
export type NodeId = number

export type Operation = keyof typeof operations

export type Node =
  | { readonly kind: 'constant'; readonly of: readonly []; readonly value: number }
  /** The `place`-th of the numbers the compiled code is given. */
  | { readonly kind: 'input'; readonly of: readonly []; readonly place: number }
  | { readonly kind: 'operation'; readonly of: readonly NodeId[]; readonly operation: Operation }
  | CallNode

export interface CallNode {
  readonly kind: 'call'
  readonly of: readonly NodeId[]
  readonly row: FunctionRow
}

/** What the operations are worth. A truth is 1, 0, or NaN where it is undecided. The five last ones occur only in derivatives. */
export const operations = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  negate: (a: number) => -a,
  '<': (a: number, b: number) => (a < b ? 1 : a >= b ? 0 : Number.NaN),
  '<=': (a: number, b: number) => (a <= b ? 1 : a > b ? 0 : Number.NaN),
  /** Kleene's: what one side decides, the other cannot leave undecided. */
  and: (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b),
  or: (a: number, b: number) => (a === 1 || b === 1 ? 1 : a + b),
  not: (a: number) => 1 - a,
  /** a where the truth is 1, b where it is 0. */
  choose: (truth: number, a: number, b: number) => (truth === 1 ? a : truth === 0 ? b : Number.NaN),
  /** The value, undefined where the other number is 0: at a pole. */
  unless: (zero: number, value: number) => (zero === 0 ? Number.NaN : value),
  /** What a branch contributes: its adjoint where it is the chosen one, otherwise nothing, whatever the adjoint. */
  gate: (truth: number, adjoint: number) => (truth === 1 ? adjoint : 0),
  /** adjoint · local derivative, where an adjoint that is exactly 0 contributes 0 whatever it meets. */
  chain: (adjoint: number, local: number) => (adjoint === 0 ? 0 : adjoint * local),
  /** ∂chain/∂adjoint: the local derivative, and 0 where `chain` has cut off an infinite or undefined one. */
  cut: (adjoint: number, local: number) => (adjoint === 0 && !Number.isFinite(local) ? 0 : local),
  /** A quotient in which a numerator that is exactly 0 decides, whatever it is divided by. */
  ratio: (a: number, b: number) => (a === 0 ? 0 : a / b),
  /** A product in which a factor that is exactly 0 decides, whatever the other one is. */
  meet: (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b)
} satisfies Record<string, (...operands: number[]) => number>

/** A formula may have this many nodes, and this many together with its derivatives. */
const mostNodes = 50_000
const mostWithDerivatives = 600_000

/** Nodes between two beats: a millisecond or two. */
const nodesPerBeat = 4096

/**
 * An expression as a graph in which equal subexpressions are one node, so that a value and all its derivatives
 * share their work. A node is simplified only where the result is the same bit for bit: 2·3 is 6 and x·1 is x, but
 * 0·x stays, since it is NaN where x is not finite.
 */
export class Graph {
  readonly nodes: Node[] = []
  #inputs = 0
  #most = mostNodes
  #pulse = steady
  readonly #constants = new Map<number | '-0', NodeId>()
  /** Operations and functions numbered, for the hash. */
  readonly #codes = new Map<Operation | FunctionRow, number>()
  /**
   * The nodes that apply something, by their hash: an open-addressed table, never more than half full, of numbers one
   * higher than the node's, 0 where there is none. A Map of keys would take most of the time of a large graph.
   */
  #table = new Int32Array(256)
  #applied = 0

  /** The next place of the input. */
  input(): NodeId {
    return this.#append({ kind: 'input', of: [], place: this.#inputs++ })
  }

  /** How many numbers code compiled from this graph reads. */
  get inputs(): number {
    return this.#inputs
  }

  constant(value: number): NodeId {
    // A Map takes −0 for 0.
    const key = Object.is(value, -0) ? '-0' : value
    const known = this.#constants.get(key)
    if (known !== undefined) return known
    const id = this.#append({ kind: 'constant', of: [], value })
    this.#constants.set(key, id)
    return id
  }

  add(a: NodeId, b: NodeId): NodeId {
    const opposite = this.#negated(b)
    if (opposite !== undefined) return this.subtract(a, opposite)
    return this.#operation('+', Math.min(a, b), Math.max(a, b))
  }

  subtract(a: NodeId, b: NodeId): NodeId {
    // Not for −0, which would turn a = −0 into +0.
    if (Object.is(this.valueOf(b), 0)) return a
    const opposite = this.#negated(b)
    if (opposite !== undefined) return this.add(a, opposite)
    return this.#operation('-', a, b)
  }

  multiply(a: NodeId, b: NodeId): NodeId {
    const [left, right] = [this.valueOf(a), this.valueOf(b)]
    if (left === 1) return b
    if (right === 1) return a
    if (left === -1) return this.negate(b)
    if (right === -1) return this.negate(a)
    return this.#operation('*', Math.min(a, b), Math.max(a, b))
  }

  divide(a: NodeId, b: NodeId): NodeId {
    return this.valueOf(b) === 1 ? a : this.#operation('/', a, b)
  }

  negate(a: NodeId): NodeId {
    return this.#negated(a) ?? this.#operation('negate', a)
  }

  /** The truth of a < b or of a ≤ b. */
  compare(relation: '<' | '<=', a: NodeId, b: NodeId): NodeId {
    return this.#operation(relation, a, b)
  }

  and(a: NodeId, b: NodeId): NodeId {
    // One that is false decides, whatever the other is; in `or` one that is true.
    if (this.valueOf(a) === 0 || this.valueOf(b) === 0) return this.constant(0)
    return this.#operation('and', Math.min(a, b), Math.max(a, b))
  }

  or(a: NodeId, b: NodeId): NodeId {
    if (this.valueOf(a) === 1 || this.valueOf(b) === 1) return this.constant(1)
    return this.#operation('or', Math.min(a, b), Math.max(a, b))
  }

  not(truth: NodeId): NodeId {
    return this.#operation('not', truth)
  }

  choose(truth: NodeId, a: NodeId, b: NodeId): NodeId {
    const decided = this.valueOf(truth)
    if (decided === undefined) return this.#operation('choose', truth, a, b)
    return decided === 1 ? a : decided === 0 ? b : this.constant(Number.NaN)
  }

  unless(zero: NodeId, value: NodeId): NodeId {
    const known = this.valueOf(zero)
    if (known !== undefined) return known === 0 ? this.constant(Number.NaN) : value
    return this.#operation('unless', zero, value)
  }

  gate(truth: NodeId, adjoint: NodeId): NodeId {
    const decided = this.valueOf(truth)
    if (decided !== undefined) return decided === 1 ? adjoint : this.constant(0)
    return this.valueOf(adjoint) === 0 ? this.constant(0) : this.#operation('gate', truth, adjoint)
  }

  chain(adjoint: NodeId, local: NodeId): NodeId {
    const weight = this.valueOf(adjoint)
    if (weight === 0) return this.constant(0)
    const slope = this.valueOf(local)
    // What does not change at all contributes nothing, however steep that which reads it.
    if (slope === 0) return this.constant(0)
    // A finite slope times 0 is a 0 anyway.
    if (weight !== undefined || (slope !== undefined && Number.isFinite(slope))) return this.multiply(adjoint, local)
    return this.#operation('chain', adjoint, local)
  }

  cut(adjoint: NodeId, local: NodeId): NodeId {
    const slope = this.valueOf(local)
    if (slope !== undefined && Number.isFinite(slope)) return local
    return this.#operation('cut', adjoint, local)
  }

  meet(a: NodeId, b: NodeId): NodeId {
    const [left, right] = [this.valueOf(a), this.valueOf(b)]
    if (left === 0 || right === 0) return this.constant(0)
    // A finite number times 0 is a 0 anyway.
    const isProduct = Number.isFinite(left) || Number.isFinite(right)
    return isProduct ? this.multiply(a, b) : this.#operation('meet', Math.min(a, b), Math.max(a, b))
  }

  ratio(a: NodeId, b: NodeId): NodeId {
    const [above, below] = [this.valueOf(a), this.valueOf(b)]
    if (above === 0) return this.constant(0)
    const isQuotient = above !== undefined || (below !== undefined && below !== 0 && !Number.isNaN(below))
    return isQuotient ? this.divide(a, b) : this.#operation('ratio', a, b)
  }

  /** base · base · …, by repeated squaring: x⁴ is (x·x)·(x·x). `exponent` is whole and at least 1. */
  product(base: NodeId, exponent: number): NodeId {
    if (exponent === 1) return base
    const root = this.product(base, Math.floor(exponent / 2))
    const square = this.multiply(root, root)
    return exponent % 2 === 1 ? this.multiply(square, base) : square
  }

  call(row: FunctionRow, of: readonly NodeId[]): NodeId {
    const values = this.#values(of)
    if (values) return this.constant(row.value(...values))
    return this.#once(row, of, { kind: 'call', of, row })
  }

  node(id: NodeId): Node {
    const node = this.nodes[id]
    if (!node) throw new RangeError(`no node ${id} in a graph of ${this.nodes.length}`)
    return node
  }

  /** The value of a constant node; undefined for any other. */
  valueOf(id: NodeId): number | undefined {
    const node = this.node(id)
    return node.kind === 'constant' ? node.value : undefined
  }

  /** The formula itself is complete: from now on there is room for its derivatives. */
  makeRoomForDerivatives() {
    this.#most = mostWithDerivatives
  }

  /** Whoever is told, from now on, that a large graph still grows. What was made stays if that ends in `Cancelled`. */
  watch(pulse: Pulse) {
    this.#pulse = pulse
  }

  /** Marks, by node, what the given nodes are computed from, themselves included. */
  below(ids: readonly NodeId[]): Uint8Array {
    const marks = new Uint8Array(this.nodes.length)
    for (const id of ids) marks[id] = 1
    for (let id = this.nodes.length - 1; id >= 0; id--) {
      if (marks[id]) for (const operand of this.node(id).of) marks[operand] = 1
    }
    return marks
  }

  /** Marks, by node, what depends on one of the given nodes, themselves included. */
  above(ids: readonly NodeId[]): Uint8Array {
    const marks = new Uint8Array(this.nodes.length)
    for (const id of ids) marks[id] = 1
    for (let id = 0; id < this.nodes.length; id++) {
      for (const operand of this.node(id).of) if (marks[operand]) marks[id] = 1
    }
    return marks
  }

  /** The node whose negative this one is, where that is written into it. */
  #negated(id: NodeId): NodeId | undefined {
    const node = this.node(id)
    if (node.kind === 'operation') return node.operation === 'negate' ? node.of[0] : undefined
    const negative = node.kind === 'constant' && (node.value < 0 || Object.is(node.value, -0))
    return negative ? this.constant(-node.value) : undefined
  }

  #operation(operation: Operation, ...of: readonly NodeId[]): NodeId {
    const values = this.#values(of)
    if (values) return this.constant((operations[operation] as (...operands: number[]) => number)(...values))
    return this.#once(operation, of, { kind: 'operation', of, operation })
  }

  /** The values of these nodes, if all are constants. */
  #values(of: readonly NodeId[]): number[] | undefined {
    for (let i = 0; i < of.length; i++) if (this.node(of[i] as NodeId).kind !== 'constant') return undefined
    return of.map((id) => this.valueOf(id) as number)
  }

  /** The node that applies `what` to these operands: the one there is, otherwise `made`. */
  #once(what: Operation | FunctionRow, of: readonly NodeId[], made: Node): NodeId {
    const place = this.#placeOf(what, of)
    const known = (this.#table[place] as number) - 1
    if (known >= 0) return known
    const id = this.#append(made)
    this.#table[place] = id + 1
    if (++this.#applied * 2 > this.#table.length) this.#grow()
    return id
  }

  /** Where the node that applies `what` to these operands stands in the table, or would. */
  #placeOf(what: Operation | FunctionRow, of: readonly NodeId[]): number {
    let code = this.#codes.get(what)
    if (code === undefined) {
      code = this.#codes.size
      this.#codes.set(what, code)
    }
    let hash = code
    for (let i = 0; i < of.length; i++) hash = mixed(Math.imul(hash, 31) + (of[i] as NodeId))
    const mask = this.#table.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const id = (this.#table[place] as number) - 1
      if (id < 0 || applies(this.nodes[id] as Node, what, of)) return place
    }
  }

  #grow() {
    this.#table = new Int32Array(4 * this.#table.length)
    for (let id = 0; id < this.nodes.length; id++) {
      const node = this.nodes[id] as Node
      if (node.kind === 'operation') this.#table[this.#placeOf(node.operation, node.of)] = id + 1
      else if (node.kind === 'call') this.#table[this.#placeOf(node.row, node.of)] = id + 1
    }
  }

  #append(node: Node): NodeId {
    if (this.nodes.length % nodesPerBeat === 0) this.#pulse.beat()
    if (this.nodes.length >= this.#most) throw new ProblemError('formula-too-large', { most: this.#most })
    return this.nodes.push(node) - 1
  }
}

/** A whole number with its bits so mixed that each depends on all. (The finalizer of MurmurHash3, by A. Appleby.) */
function mixed(bits: number): number {
  let mix = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return mix ^ (mix >>> 16)
}

function applies(node: Node, what: Operation | FunctionRow, of: readonly NodeId[]): boolean {
  if ((node.kind === 'operation' ? node.operation : node.kind === 'call' && node.row) !== what) return false
  if (node.of.length !== of.length) return false
  for (let i = 0; i < of.length; i++) if (node.of[i] !== of[i]) return false
  return true
}
