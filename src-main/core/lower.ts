import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import { isTotal, poles, zeros } from '@shared/language/poles'
import type { ComparisonSyntax, Condition, PowerSyntax, Relation, Syntax } from '@shared/language/syntax'
import { largestProduct } from '@shared/language/value'
import type { Graph, NodeId } from './graph'
import { isolating } from './isolated'

/** What a tree is lowered into. */
interface Target {
  readonly graph: Graph
  /** The node for each free name. */
  readonly scope: ReadonlyMap<string, NodeId>
  /** The tree is not defined at its poles, nor is anything made of it; otherwise they are ±∞, as in every double. */
  readonly hasPoles: boolean
  /** What was lowered before: what is divided by is met again where it may be 0. */
  readonly made: Map<Syntax, NodeId>
}

/**
 * The node that computes `tree`, in the order it was written: sums and products from left to right.
 * `scope` gives the node for each free name. The parser bounds the depth of `tree`, not its length.
 * Throws a ProblemError when the graph grows too large.
 */
export function lower(graph: Graph, tree: Syntax, scope: ReadonlyMap<string, NodeId>): NodeId {
  return lowered(tree, { graph, scope, hasPoles: false, made: new Map() })
}

/** The same for a function as it is typed: NaN where what it is made of has a pole, in the pieces that are chosen. */
export function lowerFunction(graph: Graph, tree: Syntax, scope: ReadonlyMap<string, NodeId>): NodeId {
  return lowered(tree, { graph, scope, hasPoles: true, made: new Map() })
}

function lowered(tree: Syntax, target: Target): NodeId {
  const before = target.made.get(tree)
  if (before !== undefined) return before
  const node = nodeFor(tree, target)
  if (target.hasPoles) target.made.set(tree, node)
  return node
}

function nodeFor(tree: Syntax, target: Target): NodeId {
  const { graph, scope } = target
  const of = (inner: Syntax) => lowered(inner, target)
  switch (tree.kind) {
    case 'number':
      return graph.constant(tree.value)
    case 'constant':
      return graph.constant(tree.name === 'pi' ? Math.PI : Math.E)
    case 'name': {
      const node = scope.get(tree.name)
      if (node === undefined) throw new RangeError(`the scope lacks the name ${tree.name}`)
      return node
    }
    case 'negate':
      return graph.negate(of(tree.of))
    case 'sum': {
      let sum: NodeId | undefined
      for (const { minus, term } of tree.terms) {
        const node = of(term)
        if (sum === undefined) sum = minus ? graph.negate(node) : node
        else sum = minus ? graph.subtract(sum, node) : graph.add(sum, node)
      }
      return sum ?? graph.constant(0)
    }
    case 'product': {
      let product: NodeId | undefined
      for (const { divide, factor } of tree.factors) {
        const node = of(factor)
        if (product === undefined) product = node
        else if (divide) product = unless(zeros(factor), graph.divide(product, node), target)
        else product = graph.multiply(product, node)
      }
      return product ?? graph.constant(1)
    }
    case 'power':
      return unless(poles(tree), power(tree, target), target)
    case 'call':
      return unless(poles(tree), call(graph, functionNamed(tree.name), tree.arguments.map(of)), target)
    case 'piecewise':
      // From the last piece to the first: what comes later counts where nothing before has decided.
      return tree.pieces.reduceRight(
        (rest, { condition, value }) =>
          graph.choose(
            truth(condition, target),
            atIsolated(of(value), isolating(condition, true), target),
            atIsolated(rest, isolating(condition, false), target)
          ),
        tree.otherwise ? of(tree.otherwise) : graph.constant(Number.NaN)
      )
  }
}

/** The value, not defined where one of `zeros` is 0. */
function unless(zeros: readonly Syntax[], value: NodeId, target: Target): NodeId {
  if (!target.hasPoles) return value
  return zeros.reduce((rest, zero) => target.graph.unless(lowered(zero, target), rest), value)
}

/** `node` without a slope along what makes one of the equalities hold: it is chosen only there. */
function atIsolated(node: NodeId, equalities: readonly ComparisonSyntax[] | null, target: Target): NodeId {
  return (equalities ?? []).reduce(
    (all, { left, right }) =>
      target.graph.call(functionNamed('isolated'), [all, lowered(left, target), lowered(right, target)]),
    node
  )
}

/** The node for the truth of a condition: 1, 0, or NaN where it is undecided. */
function truth(condition: Condition, target: Target): NodeId {
  const { graph } = target
  switch (condition.kind) {
    case 'comparison':
      return compared(graph, condition.relation, lowered(condition.left, target), lowered(condition.right, target))
    case 'not':
      return graph.not(truth(condition.of, target))
    case 'junction':
      return condition.of
        .map((one) => truth(one, target))
        .reduce((all, next) => (condition.word === 'and' ? graph.and(all, next) : graph.or(all, next)))
  }
}

function compared(graph: Graph, relation: Relation, left: NodeId, right: NodeId): NodeId {
  switch (relation) {
    case '<':
    case '<=':
      return graph.compare(relation, left, right)
    case '>':
      return graph.compare('<', right, left)
    case '>=':
      return graph.compare('<=', right, left)
    case '=':
      return graph.and(graph.compare('<=', left, right), graph.compare('<=', right, left))
    case '≠':
      return graph.not(compared(graph, '=', left, right))
  }
}

function power({ base, exponent }: PowerSyntax, target: Target): NodeId {
  const { graph } = target
  const by = lowered(exponent, target)
  // e stands for the number itself, not for its nearest double: Math.pow(Math.E, x) would be off by x/2 ulp.
  if (base.kind === 'constant' && base.name === 'e') return graph.call(functionNamed('exp'), [by])
  const node = lowered(base, target)
  const times = graph.valueOf(by)
  if (times === undefined || !Number.isInteger(times) || Math.abs(times) > largestProduct) {
    return graph.call(functionNamed('pow'), [node, by])
  }
  // Of a function it is 1 only where the base is defined.
  if (times === 0)
    return !target.hasPoles || isTotal(base) ? graph.constant(1) : graph.call(functionNamed('pow'), [node, by])
  const product = graph.product(node, Math.abs(times))
  return times > 0 ? product : graph.divide(graph.constant(1), product)
}

/** A function of any number of arguments is applied to two at a time, from left to right, or to all that share it. */
function call(graph: Graph, row: FunctionRow, of: readonly NodeId[]): NodeId {
  if (!row.variadic) return graph.call(row, of)
  if (of.length === 1) return lowerRule(graph, row, row.variadic.one, of)
  return row.variadic.shares ? graph.call(row, of) : of.reduce((all, next) => graph.call(row, [all, next]))
}

/** The node for a formula of a function's row – a derivative, a kink – with the function's arguments put in. */
export function lowerRule(graph: Graph, row: FunctionRow, text: string, of: readonly NodeId[]): NodeId {
  return lower(graph, ruleTree(row, text), new Map(of.map((argument, i) => [row.parameters[i] ?? '', argument])))
}

const read = new WeakMap<FunctionRow, Map<string, Syntax>>()

/** A formula of a function's row as a tree over the row's parameters, read once. */
export function ruleTree(row: FunctionRow, text: string): Syntax {
  const trees = read.get(row) ?? new Map<string, Syntax>()
  read.set(row, trees)
  const tree = trees.get(text) ?? parse(text, { names: row.parameters, hidden: true }).tree
  trees.set(text, tree)
  return tree
}
