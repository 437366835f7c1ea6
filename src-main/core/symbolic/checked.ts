import type { Syntax } from '@shared/language/syntax'
import { operands } from '@shared/language/tree'
import { compileOutputs } from '../compile/outputs'
import { gradient } from '../derivative'
import { Graph } from '../graph'
import { lower } from '../lower'

/** How far from 0 coordinates are tried: formulas live at very different scales. */
const nearScales = [0.2, 0.7, 1, 2, 5, 20, 100]
/** Where f is not defined near 0: how far around the numbers that stand in it, and around 0. */
const farScales = [0.3, 2, 30, 1000, 1e5]
const pointsPerScale = 6
/** At larger ones a written form may overflow to NaN, as e^x/(1 + e^x)² does, where the exact one is still a number. */
const largestSure = 1
/** Relative: rounding in two ways of computing the same stays far below, a wrong rule is far above. */
const tolerance = 1e-6
/** Slopes are compared relative to at least this, and to this part of f: what cancels leaves rounding errors of that size. */
const smallest = 1e-3
const smallestOfValue = 1e-4
/** How many numbers that stand in a formula it is tried around: log(x − 1000), asin(x − 50). */
const mostCentres = 8

/** How a derivative compares with the exact one: `undefined` where f or that was nowhere found to be a number. */
export type Agreement = 'agrees' | 'differs' | 'undefined'

/**
 * For each variable how its derivative – null where there is none – compares with the exact ∂f/∂variable at points of
 * many sizes, wherever f and that are finite. `names`: all free names, parameters too.
 */
export function agreements(
  f: Syntax,
  variables: readonly string[],
  derivatives: readonly (Syntax | null)[],
  names: readonly string[]
): readonly Agreement[] {
  const check = comparison(f, variables, derivatives, names)
  const near = nearScales.map((scale) => ({ centre: 0, scale }))
  const found = comparedAt(near, check, names.length)
  if (!found.includes('undefined')) return found
  const far = centres(f).flatMap((centre) => farScales.map((scale) => ({ centre, scale })))
  const beyond = comparedAt(far, check, names.length)
  return found.map((agreement, i) => (agreement === 'undefined' ? (beyond[i] ?? agreement) : agreement))
}

interface Place {
  readonly centre: number
  readonly scale: number
}

/** All of several places together: one that differs decides. */
function comparedAt(places: readonly Place[], check: Comparison, dimension: number): readonly Agreement[] {
  const input = new Float64Array(dimension)
  const found: Agreement[] = []
  // Coordinates spread by multiples of the golden ratio: neither repeating nor in step with each other.
  let turn = 0
  for (const { centre, scale } of places) {
    for (let point = 0; point < pointsPerScale; point++) {
      for (let k = 0; k < dimension; k++) input[k] = centre + scale * (2 * ((++turn * 0.6180339887498949) % 1) - 0.9)
      for (const [i, agreement] of check(input, Math.abs(centre) + scale <= largestSure).entries()) {
        if (agreement === 'differs' || found[i] === undefined || found[i] === 'undefined') found[i] = agreement
      }
    }
  }
  return found
}

/** Whether `derivative` was found to agree with the exact ∂f/∂variable, and nowhere to differ from it. */
export function agrees(f: Syntax, variable: string, derivative: Syntax, names: readonly string[]): boolean {
  return agreements(f, [variable], [derivative], names)[0] === 'agrees'
}

/** `isSure`: what is written must be a number where the exact derivative is one. */
type Comparison = (input: Float64Array, isSure: boolean) => readonly Agreement[]

/** What the derivatives are at one point, against the exact ones. */
function comparison(
  f: Syntax,
  variables: readonly string[],
  derivatives: readonly (Syntax | null)[],
  names: readonly string[]
): Comparison {
  const graph = new Graph()
  const scope = new Map(names.map((name) => [name, graph.input()]))
  const value = lower(graph, f, scope)
  graph.makeRoomForDerivatives()
  const exact = gradient(
    graph,
    value,
    variables.map((name) => scope.get(name) ?? graph.input())
  )
  const shown = derivatives.map((derivative, i) =>
    derivative ? lower(graph, derivative, scope) : (exact[i] ?? graph.constant(0))
  )
  const compute = compileOutputs(graph, [value, ...exact, ...shown])
  const output = new Float64Array(1 + 2 * variables.length)
  return (input, isSure) => {
    compute(input, output)
    const at = output[0] ?? Number.NaN
    return variables.map((_, i) => {
      const slope = output[1 + i] ?? Number.NaN
      const written = output[1 + variables.length + i] ?? Number.NaN
      if (!Number.isFinite(at) || !Number.isFinite(slope)) return 'undefined'
      if (!Number.isFinite(written)) return isSure ? 'differs' : 'undefined'
      const size = Math.max(Math.abs(slope), Math.abs(written), smallest, Math.abs(at) * smallestOfValue)
      return Math.abs(written - slope) <= tolerance * size ? 'agrees' : 'differs'
    })
  }
}

/** 0, and numbers of the formula with both signs. */
function centres(f: Syntax): readonly number[] {
  const found = new Set<number>([0])
  const trees = [f]
  for (let i = 0; i < trees.length && found.size < 2 * mostCentres; i++) {
    const tree = trees[i] as Syntax
    if (tree.kind === 'number' && Math.abs(tree.value) >= 2) found.add(tree.value).add(-tree.value)
    trees.push(...operands(tree))
  }
  return [...found]
}
