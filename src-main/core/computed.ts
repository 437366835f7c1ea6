import type { ComparisonSyntax, Condition, Relation, Syntax } from '@shared/language/syntax'
import { gradient } from './derivative'
import { Graph, type Node, type NodeId, type Operation } from './graph'
import { lower } from './lower'

/** A derivative of more nodes than this, shared parts written out, nobody reads. */
const mostToRead = 150

/**
 * The exact ∂f/∂variable as it is computed: the node of the graph written back as a tree, nothing tidied, so that
 * x² gives x + x. Null where it is too long to read. `names`: all free names of `f`, parameters too.
 * Throws a ProblemError where the graph grows too large.
 *
 * Wherever f and this tree are finite it is worth exactly what the gradient is; where a 0 meets ∞ or NaN, only the gradient
 * knows that an adjoint of 0 contributes nothing.
 */
export function computedDerivative(f: Syntax, variable: string, names: readonly string[]): Syntax | null {
  const graph = new Graph()
  const inputs = names.map((name) => [name, graph.input()] as const)
  const scope = new Map(inputs)
  const value = lower(graph, f, scope)
  graph.makeRoomForDerivatives()
  const [slope = value] = gradient(graph, value, [scope.get(variable) ?? graph.input()])
  if (size(graph, slope) > mostToRead) return null
  return new Writer(graph, names).tree(slope)
}

/** How many nodes `root` has as a tree. */
function size(graph: Graph, root: NodeId): number {
  const sizes = new Float64Array(root + 1)
  for (let id = 0; id <= root; id++) {
    sizes[id] = graph.node(id).of.reduce((sum, operand) => sum + (sizes[operand] as number), 1)
  }
  return sizes[root] as number
}

const range = { from: 0, to: 0 }
const number = (value: number): Syntax => ({ kind: 'number', value, digits: String(value), range })
const quotient = (a: Syntax, b: Syntax): Syntax => product(a, b, true)
const comparison = (left: Syntax, relation: Relation, right: Syntax): Condition => ({
  kind: 'comparison',
  relation,
  left,
  right,
  range
})

/** Relations read from the other side, and the ones that hold where these do not. */
const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const
const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '≠', '≠': '=' } as const

/** Graph to syntax. Recursive: for small trees only. */
class Writer {
  readonly #graph: Graph
  readonly #names: readonly string[]

  constructor(graph: Graph, names: readonly string[]) {
    this.#graph = graph
    this.#names = names
  }

  tree(id: NodeId): Syntax {
    const node = this.#graph.node(id)
    switch (node.kind) {
      case 'constant':
        return constant(node.value)
      case 'input':
        return { kind: 'name', name: this.#names[node.place] ?? '', range }
      case 'call': {
        const [base, exponent] = node.of.map((operand) => this.tree(operand))
        if (node.row.name === 'pow' && base && exponent) return { kind: 'power', base, exponent, range }
        return { kind: 'call', name: node.row.name, arguments: node.of.map((operand) => this.tree(operand)), range }
      }
      case 'operation':
        return this.#operation(node)
    }
  }

  #operation({ operation, of: [a = 0, b = 0, c = 0] }: Node & { readonly operation: Operation }): Syntax {
    switch (operation) {
      case '+':
        return sum(this.tree(a), this.tree(b), false)
      case '-':
        return sum(this.tree(a), this.tree(b), true)
      case '*':
      case 'chain':
      case 'meet':
        return this.#stands(b, a)
          ? product(this.tree(b), this.tree(a), false)
          : product(this.tree(a), this.tree(b), false)
      case '/':
      case 'ratio':
        return quotient(this.tree(a), this.tree(b))
      case 'negate':
        return { kind: 'negate', of: this.tree(a), range }
      case 'cut':
        return this.tree(b)
      case 'unless':
        return this.tree(b)
      case 'choose':
        return pieces(this.#condition(a), this.tree(b), this.#isUndefined(c) ? null : this.tree(c))
      case 'gate':
        return pieces(this.#condition(a), this.tree(b), number(0))
      default:
        throw new RangeError(`a truth (${operation}) is no number`)
    }
  }

  /** Whether the first of two factors stands before the second: a number, or a name that comes earlier. */
  #stands(id: NodeId, other: NodeId): boolean {
    if (this.#graph.valueOf(id) !== undefined) return true
    const [first, second] = [this.#graph.node(id), this.#graph.node(other)]
    return first.kind === 'input' && second.kind === 'input' && first.place < second.place
  }

  #isUndefined(id: NodeId): boolean {
    return Number.isNaN(this.#graph.valueOf(id))
  }

  /** a ≤ b and b ≤ a, which is how a = b is computed. */
  #areBothWays(id: NodeId, other: NodeId): boolean {
    const [one, two] = [this.#graph.node(id), this.#graph.node(other)]
    const are = [one, two].every((node) => node.kind === 'operation' && node.operation === '<=')
    return are && one.of[0] === two.of[1] && one.of[1] === two.of[0]
  }

  #condition(id: NodeId): Condition {
    const node = this.#graph.node(id)
    const truth = this.#graph.valueOf(id)
    if (truth !== undefined) return comparison(constant(0), '<', constant(truth))
    const [a = id, b = id] = node.of
    const operation = node.kind === 'operation' ? node.operation : undefined
    switch (operation) {
      case '<':
      case '<=':
        // 0 < x as x > 0.
        return this.#graph.valueOf(a) === undefined
          ? comparison(this.tree(a), operation, this.tree(b))
          : comparison(this.tree(b), mirrored[operation], this.tree(a))
      case 'and':
      case 'or':
        if (operation === 'and' && this.#areBothWays(a, b))
          return { ...(this.#condition(a) as ComparisonSyntax), relation: '=' }
        return junction(operation, this.#condition(a), this.#condition(b))
      case 'not': {
        const inner = this.#condition(a)
        if (inner.kind === 'comparison') return { ...inner, relation: opposite[inner.relation] }
        return { kind: 'not', of: inner, range }
      }
      default:
        throw new RangeError(`node ${id} is no truth`)
    }
  }
}

function constant(value: number): Syntax {
  if (value < 0) return { kind: 'negate', of: constant(-value), range }
  if (value === Math.PI) return { kind: 'constant', name: 'pi', range }
  if (value === Math.E) return { kind: 'constant', name: 'e', range }
  if (Number.isFinite(value)) return fraction(value) ?? number(value)
  return quotient(number(Number.isNaN(value) ? 0 : 1), number(0))
}

/** Denominators that are read off a double such as 0.3333333333333333. */
const mostParts = 1000
const longDecimal = 8

/** A number of many digits as a fraction that is worth exactly the same; null where it is none. */
function fraction(value: number): Syntax | null {
  if (String(value).length <= longDecimal) return null
  for (let parts = 3; parts <= mostParts; parts++) {
    const over = Math.round(value * parts)
    if (over > 0 && over <= mostParts && over / parts === value) return quotient(number(over), number(parts))
  }
  return null
}

/** a + b or a − b as a flat list, which is added from left to right. */
function sum(a: Syntax, b: Syntax, minus: boolean): Syntax {
  if (!minus && b.kind === 'sum' && a.kind !== 'sum') return sum(b, a, false)
  const terms = a.kind === 'sum' ? a.terms : [{ minus: false, term: a }]
  return { kind: 'sum', terms: [...terms, { minus, term: b }], range }
}

/** a·b or a/b as a flat list, which is multiplied and divided from left to right. */
function product(a: Syntax, b: Syntax, divide: boolean): Syntax {
  const factors = a.kind === 'product' ? a.factors : [{ divide: false, factor: a }]
  return { kind: 'product', factors: [...factors, { divide, factor: b }], range }
}

function pieces(condition: Condition, value: Syntax, otherwise: Syntax | null): Syntax {
  const piece = { condition, value }
  if (otherwise?.kind !== 'piecewise') return { kind: 'piecewise', pieces: [piece], otherwise, range }
  return { ...otherwise, pieces: [piece, ...otherwise.pieces] }
}

function junction(word: 'and' | 'or', a: Condition, b: Condition): Condition {
  const of = [a, b].flatMap((one) => (one.kind === 'junction' && one.word === word ? one.of : [one]))
  return { kind: 'junction', word, of, range }
}
