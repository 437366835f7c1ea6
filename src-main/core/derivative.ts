import type { FunctionRow } from '@shared/language/function-row'
import type { CallNode, Graph, Node, NodeId, Operation } from './graph'
import { lowerRule } from './lower'

/**
 * ∂f/∂(each of `variables`) as nodes of the same graph, by reverse mode: one sweep from f down, whatever the number
 * of variables. (Griewank and Walther, Evaluating Derivatives, 2nd ed., chapter 3.)
 */
export function gradient(graph: Graph, f: NodeId, variables: readonly NodeId[]): NodeId[] {
  return sweep(graph, [[f, graph.constant(1)]], variables)
}

/**
 * The Hessian of f times a direction, from f's gradient: reverse mode over reverse mode. Its size does not depend
 * on the number of variables; with a unit vector as direction it is a row of the Hessian. (Ibid., section 5.4.)
 */
export function hessianTimes(
  graph: Graph,
  slopes: readonly NodeId[],
  direction: readonly NodeId[],
  variables: readonly NodeId[]
): NodeId[] {
  const seeds = slopes.map((slope, i) => [slope, direction[i] ?? graph.constant(0)] as const)
  return sweep(graph, seeds, variables)
}

type Seeds = readonly (readonly [node: NodeId, adjoint: NodeId])[]

/** What the sweeps of one derivative share: which nodes vary, and the slopes found of sums in quotients. */
interface Sweep {
  readonly varies: Uint8Array
  readonly known: Map<NodeId, readonly NodeId[]>
  /** How many sweeps this one is within. */
  readonly depth: number
}

/** Above what is divided deeper than this, adjoints are divided: a long chain of quotients is as deep as it is long. */
const deepest = 16

/** The totals of `variables` when each node's adjoint is passed on to its operands, from the seeded nodes down. */
function sweep(
  graph: Graph,
  seeds: Seeds,
  variables: readonly NodeId[],
  { varies, known, depth }: Sweep = { varies: graph.above(variables), known: new Map(), depth: 0 }
): NodeId[] {
  const totals = new Totals(graph, varies, depth, (sum, terms) => {
    const slopes = known.get(sum) ?? sweep(graph, terms, variables, { varies, known, depth: depth + 1 })
    known.set(sum, slopes)
    return variables.map((variable, i) => [variable, slopes[i] as NodeId] as const)
  })
  for (const [id, seed] of seeds) totals.add(id, seed)

  // Whatever reads a node comes after it.
  for (let id = Math.max(...seeds.map(([seeded]) => seeded)); id >= 0; id--) {
    const elasticity = totals.elasticity(id)
    if (elasticity !== undefined) passElasticity(graph, totals, id, elasticity)
    const adjoint = totals.adjoint(id)
    if (adjoint !== undefined) passAdjoint(graph, totals, id, adjoint)
  }
  return variables.map((id) => totals.adjoint(id) ?? graph.constant(0))
}

/**
 * What each node has been told by those that read it: its adjoint ∂F/∂v, and of what something is divided by v·∂F/∂v
 * as well, F's elasticity. That is of the size of F, where the adjoint of e^x in x³/e^x is F/e^x, which underflows
 * at 400 although F and its derivative are far from it.
 */
class Totals {
  readonly #graph: Graph
  readonly #varies: Uint8Array
  /** By node, −1 where there is none. The nodes made on the way lie beyond, and have none. */
  readonly #adjoints: Int32Array
  readonly #elasticities: Int32Array
  /** Each variable with how fast the sum of some terms of a sum changes with it. */
  readonly slopes: (sum: NodeId, terms: Seeds) => readonly (readonly [NodeId, NodeId])[]

  readonly depth: number

  constructor(graph: Graph, varies: Uint8Array, depth: number, slopes: Totals['slopes']) {
    this.depth = depth
    this.slopes = slopes
    this.#graph = graph
    this.#varies = varies
    this.#adjoints = new Int32Array(varies.length).fill(-1)
    this.#elasticities = new Int32Array(varies.length).fill(-1)
  }

  varies(id: NodeId): boolean {
    return this.#varies[id] === 1
  }

  add(id: NodeId, amount: NodeId) {
    this.#add(this.#adjoints, id, amount)
  }

  addElasticity(id: NodeId, amount: NodeId) {
    this.#add(this.#elasticities, id, amount)
  }

  adjoint(id: NodeId): NodeId | undefined {
    return this.#at(this.#adjoints, id)
  }

  elasticity(id: NodeId): NodeId | undefined {
    return this.#at(this.#elasticities, id)
  }

  #add(all: Int32Array, id: NodeId, amount: NodeId) {
    if (!this.varies(id) || this.#graph.valueOf(amount) === 0) return
    const before = all[id] as number
    all[id] = before < 0 ? amount : this.#graph.add(before, amount)
  }

  #at(all: Int32Array, id: NodeId): NodeId | undefined {
    const found = all[id] as number
    return found < 0 ? undefined : found
  }
}

function passAdjoint(graph: Graph, totals: Totals, id: NodeId, adjoint: NodeId) {
  const node = graph.node(id)
  if (isNegativePower(graph, node)) {
    passElasticity(graph, totals, id, graph.chain(adjoint, id))
    return
  }
  const slopes = node.kind === 'call' ? slopesOf(graph, node, id) : []
  // A slope of exactly 0 is here that of a piece not chosen, or level: nothing, however steep what reads it, as √ of relu.
  const isPieced = node.kind === 'call' && node.row.kink !== undefined
  for (let place = 0; place < node.of.length; place++) {
    const operand = node.of[place] as NodeId
    if (!totals.varies(operand)) continue
    const slope = slopes[place]
    if (slope) totals.add(operand, isPieced ? graph.meet(adjoint, slope()) : chained(graph, adjoint, slope(), id))
    else if (node.kind === 'operation' && isDivisor(node, place)) {
      totals.addElasticity(operand, graph.negate(graph.chain(adjoint, id)))
    } else if (node.kind === 'operation' && isDivisor(node, 1) && isNeverZero(graph, operand)) {
      totals.addElasticity(operand, graph.chain(adjoint, id))
    } else if (node.kind === 'operation' && isDivisor(node, 1) && totals.depth < deepest) {
      passToTerms(graph, totals, operand, adjoint, byQuotient(graph, node.of[1] as NodeId))
    } else if (node.kind === 'operation') {
      const amount = rules[node.operation](graph, adjoint, place, node.of as Operands, id)
      if (amount !== undefined) totals.add(operand, amount)
    }
  }
}

/** adjoint · slope. Of a slope that is a multiple of the value itself, as that of e^a, the value first: their product is as large as F. */
function chained(graph: Graph, adjoint: NodeId, slope: NodeId, value: NodeId): NodeId {
  const node = graph.node(slope)
  if (node.kind !== 'operation' || graph.valueOf(adjoint) !== undefined) return graph.chain(adjoint, slope)
  const [a = slope, b = slope] = node.of
  if (node.operation === 'negate') return graph.negate(chained(graph, adjoint, a, value))
  if (node.operation !== '*' || (a !== value && b !== value)) return graph.chain(adjoint, slope)
  return graph.chain(graph.chain(adjoint, value), a === value ? b : a)
}

/** slope/value, without dividing where the slope is a multiple of the value. */
function relativeSlope(graph: Graph, slope: NodeId, value: NodeId): NodeId {
  if (slope === value) return graph.constant(1)
  const node = graph.node(slope)
  const [a = slope, b = slope] = node.of
  const operation = node.kind === 'operation' ? node.operation : undefined
  if (operation === 'negate') return graph.negate(relativeSlope(graph, a, value))
  if (operation === '*' && (a === value || b === value)) return a === value ? b : a
  return graph.divide(slope, value)
}

/** The same for an elasticity: v·∂F/∂v as what v is made of takes it over. What something is divided by is not 0, nor are its factors. */
function passElasticity(graph: Graph, totals: Totals, id: NodeId, elasticity: NodeId) {
  const node = graph.node(id)
  if (node.kind === 'call') {
    for (const [place, slope] of slopesOf(graph, node, id).entries()) {
      const operand = node.of[place] as NodeId
      if (!totals.varies(operand)) continue
      if (place === 0 && node.row.degree !== undefined) {
        totals.addElasticity(operand, graph.chain(elasticity, lowerRule(graph, node.row, node.row.degree, node.of)))
        continue
      }
      const text = node.row.relative?.[place]
      const relative =
        text === undefined ? relativeSlope(graph, slope(), id) : lowerRule(graph, node.row, text, node.of)
      passToTerms(graph, totals, operand, elasticity, (share, slope) => graph.chain(share, graph.meet(slope, relative)))
    }
    return
  }
  const [a = id, b = id] = node.of
  switch (node.kind === 'operation' ? node.operation : undefined) {
    case '*':
      totals.addElasticity(a, elasticity)
      totals.addElasticity(b, elasticity)
      break
    case '/':
      totals.addElasticity(a, elasticity)
      totals.addElasticity(b, graph.negate(elasticity))
      break
    case 'negate':
      totals.addElasticity(a, elasticity)
      break
    case 'unless':
      totals.addElasticity(b, elasticity)
      break
    default:
      passToTerms(graph, totals, id, elasticity, byQuotient(graph, id))
  }
}

/** A share of an elasticity, times how fast what it is the share of changes. */
type Times = (share: NodeId, slope: NodeId) => NodeId

/**
 * share · slope/divisor. Divided is the slope, not the share: cosh x/(sinh x + 1) is of ordinary size at 500, where
 * share/(sinh x + 1) may underflow.
 */
const byQuotient =
  (graph: Graph, divisor: NodeId): Times =>
  (share, slope) =>
    graph.valueOf(slope) === 1 ? over(graph, share, divisor) : graph.chain(share, over(graph, slope, divisor))

/** What a sum has, to its terms and to those of the sums in it. */
function passToTerms(graph: Graph, totals: Totals, sum: NodeId, share: NodeId, times: Times) {
  const left: (readonly [NodeId, 1 | -1])[] = [[sum, 1]]
  const rest: (readonly [NodeId, NodeId])[] = []
  for (let next = left.pop(); next; next = left.pop()) {
    const [id, sign] = next
    const node = graph.node(id)
    if (!totals.varies(id)) continue
    if (node.kind === 'operation' && isSum(graph, id)) {
      const [a = id, b = id] = node.of
      left.push([a, sign], [b, node.operation === '-' ? (-sign as 1 | -1) : sign])
    } else if (isNeverZero(graph, id)) {
      const part = times(share, id)
      totals.addElasticity(id, sign === 1 ? part : graph.negate(part))
    } else rest.push([id, graph.constant(sign)])
  }
  for (const [variable, slope] of totals.slopes(sum, rest)) {
    totals.add(variable, times(share, slope))
  }
}

const isDivisor = (node: Node, place: number): boolean =>
  node.kind === 'operation' && place === 1 && (node.operation === '/' || node.operation === 'ratio')

const isSum = (graph: Graph, id: NodeId): boolean => {
  const node = graph.node(id)
  return node.kind === 'operation' && (node.operation === '+' || node.operation === '-')
}

const isNeverZero = (graph: Graph, id: NodeId): boolean => {
  const node = graph.node(id)
  return node.kind === 'call' && (node.row.range === 'positive' || node.row.range === 'nonzero')
}

/** A power that is divided by its base: that is not 0 where there is a value, and the value is not either. */
function isNegativePower(graph: Graph, node: Node): boolean {
  if (node.kind !== 'call' || node.row.degree === undefined) return false
  return (graph.valueOf(lowerRule(graph, node.row, node.row.degree, node.of)) ?? 0) < 0
}

/** a/b, its minus in front. */
function over(graph: Graph, a: NodeId, b: NodeId): NodeId {
  const node = graph.node(a)
  const opposite = node.kind === 'operation' && node.operation === 'negate' ? node.of[0] : undefined
  return opposite === undefined ? graph.ratio(a, b) : graph.negate(graph.ratio(opposite, b))
}

/** ∂(a function)/∂(each of its arguments), made when asked for: an argument that does not change needs none. */
function slopesOf(graph: Graph, { row, of }: CallNode, id: NodeId): readonly (() => NodeId)[] {
  if (of.length > row.derivatives.length) return shares(graph, row, of, id).map((share) => () => share)
  return row.derivatives.map((text) => () => lowerRule(graph, row, text, of))
}

/** The derivative of `value`, which is one of its arguments, in each: all that are equal to it have an equal share. */
function shares(graph: Graph, row: FunctionRow, of: readonly NodeId[], value: NodeId): NodeId[] {
  const weights = weightsOf(graph, row, of, value)
  const total = weights.reduce((all, weight) => graph.add(all, weight))
  return weights.map((weight) => graph.divide(weight, total))
}

/** For each argument of a function like max, 1/2 where it is equal to the value, otherwise 0. */
export function weightsOf(graph: Graph, row: FunctionRow, of: readonly NodeId[], value: NodeId): NodeId[] {
  return of.map((argument) => lowerRule(graph, row, row.derivatives[0] ?? '', [argument, value]))
}

type Operands = readonly [NodeId, NodeId, NodeId]

/**
 * What an operation with this adjoint contributes to the adjoint of its operand at `place`; `id` = a ∘ b.
 * What is only true or false contributes nothing, and nothing contributes to it.
 */
const rules: Record<
  Operation,
  (g: Graph, adjoint: NodeId, place: number, of: Operands, id: NodeId) => NodeId | undefined
> = {
  '+': (_, adjoint) => adjoint,
  '-': (g, adjoint, place) => (place === 0 ? adjoint : g.negate(adjoint)),
  '*': (g, adjoint, place, [a, b]) => g.chain(adjoint, place === 0 ? b : a),
  // By what is divided is told its elasticity.
  '/': (g, adjoint, _, [, b]) => g.ratio(adjoint, b),
  negate: (g, adjoint) => g.negate(adjoint),
  '<': () => undefined,
  '<=': () => undefined,
  and: () => undefined,
  or: () => undefined,
  not: () => undefined,
  choose: (g, adjoint, place, [truth]) =>
    place === 0 ? undefined : g.gate(place === 1 ? truth : g.not(truth), adjoint),
  // At the pole f is not defined, and neither is its gradient.
  unless: (_, adjoint, place) => (place === 0 ? undefined : adjoint),
  gate: (g, adjoint, place, [truth]) => (place === 0 ? undefined : g.gate(truth, adjoint)),
  chain: (g, adjoint, place, [a, b]) => (place === 0 ? g.chain(adjoint, g.cut(a, b)) : g.meet(adjoint, a)),
  cut: (_, adjoint, place) => (place === 0 ? undefined : adjoint),
  ratio: (g, adjoint, _, [a, b]) => g.chain(adjoint, g.cut(a, g.divide(g.constant(1), b))),
  meet: (g, adjoint, place, [a, b]) => g.meet(adjoint, place === 0 ? b : a)
}
