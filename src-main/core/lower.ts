import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import type { ComparisonSyntax, Condition, PowerSyntax, Relation, Syntax } from '@shared/language/syntax'
import { largestProduct } from '@shared/language/value'
import type { Graph, NodeId } from './graph'
import { isolating } from './isolated'

/**
 * The node that computes `tree`, in the order it was written: sums and products from left to right.
 * `scope` gives the node for each free name. The parser bounds the depth of `tree`, not its length.
 * Throws a ProblemError when the graph grows too large.
 */
export function lower(graph: Graph, tree: Syntax, scope: ReadonlyMap<string, NodeId>): NodeId {
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
      return graph.negate(lower(graph, tree.of, scope))
    case 'sum': {
      let sum: NodeId | undefined
      for (const { minus, term } of tree.terms) {
        const node = lower(graph, term, scope)
        if (sum === undefined) sum = minus ? graph.negate(node) : node
        else sum = minus ? graph.subtract(sum, node) : graph.add(sum, node)
      }
      return sum ?? graph.constant(0)
    }
    case 'product': {
      let product: NodeId | undefined
      for (const { divide, factor } of tree.factors) {
        const node = lower(graph, factor, scope)
        if (product === undefined) product = node
        else product = divide ? graph.divide(product, node) : graph.multiply(product, node)
      }
      return product ?? graph.constant(1)
    }
    case 'power':
      return power(graph, tree, scope)
    case 'call':
      return call(
        graph,
        functionNamed(tree.name),
        tree.arguments.map((argument) => lower(graph, argument, scope))
      )
    case 'piecewise':
      // From the last piece to the first: what comes later counts where nothing before has decided.
      return tree.pieces.reduceRight(
        (rest, { condition, value }) =>
          graph.choose(
            truth(graph, condition, scope),
            atIsolated(graph, lower(graph, value, scope), isolating(condition, true), scope),
            atIsolated(graph, rest, isolating(condition, false), scope)
          ),
        tree.otherwise ? lower(graph, tree.otherwise, scope) : graph.constant(Number.NaN)
      )
  }
}

/** `node` without a slope along what makes one of the equalities hold: it is chosen only there. */
function atIsolated(
  graph: Graph,
  node: NodeId,
  equalities: readonly ComparisonSyntax[] | null,
  scope: ReadonlyMap<string, NodeId>
): NodeId {
  return (equalities ?? []).reduce(
    (all, { left, right }) =>
      graph.call(functionNamed('isolated'), [all, lower(graph, left, scope), lower(graph, right, scope)]),
    node
  )
}

/** The node for the truth of a condition: 1, 0, or NaN where it is undecided. */
function truth(graph: Graph, condition: Condition, scope: ReadonlyMap<string, NodeId>): NodeId {
  switch (condition.kind) {
    case 'comparison':
      return compared(
        graph,
        condition.relation,
        lower(graph, condition.left, scope),
        lower(graph, condition.right, scope)
      )
    case 'not':
      return graph.not(truth(graph, condition.of, scope))
    case 'junction':
      return condition.of
        .map((one) => truth(graph, one, scope))
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

function power(graph: Graph, { base, exponent }: PowerSyntax, scope: ReadonlyMap<string, NodeId>): NodeId {
  const by = lower(graph, exponent, scope)
  // e stands for the number itself, not for its nearest double: Math.pow(Math.E, x) would be off by x/2 ulp.
  if (base.kind === 'constant' && base.name === 'e') return graph.call(functionNamed('exp'), [by])
  const node = lower(graph, base, scope)
  const times = graph.valueOf(by)
  if (times === undefined || !Number.isInteger(times) || Math.abs(times) > largestProduct) {
    return graph.call(functionNamed('pow'), [node, by])
  }
  if (times === 0) return graph.constant(1)
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
