import type { Syntax } from '@shared/language/syntax'
import { operands } from '@shared/language/tree'
import { compileOutputs } from '../compile/outputs'
import { gradient } from '../derivative'
import { Graph } from '../graph'
import { lower } from '../lower'

/** The scales, around 0, of coordinates at which derivatives are compared. */
const nearScales = [0.2, 0.7, 1, 2, 5, 20, 100]
/** If f is undefined near 0: scales around the numbers in it, and around 0. */
const farScales = [0.3, 2, 30, 1000, 1e5]
const pointsPerScale = 6
/**
 * At larger coordinates a readable form may overflow to NaN where the exact derivative does not, as e^x/(1 + e^x)²
 * does.
 */
const maxSure = 1
/** Relative: far above the rounding of two ways to compute the same, and far below the error of a wrong rule. */
const tolerance = 1e-6
/**
 * The minimum size, absolute and as a part of f, relative to which derivatives are compared: cancellation leaves
 * rounding errors of this size.
 */
const smallest = 1e-3
const smallestOfValue = 1e-4
/** The maximum number of centres taken from a formula: 1000 from log(x − 1000), 50 from asin(x − 50). */
const maxCentres = 8

/**
 * How a derivative compares with the exact one; `undefined` if no point was found at which f and the exact one are
 * finite.
 */
export type Agreement = 'agrees' | 'differs' | 'undefined'

/**
 * For each variable, how its derivative – null if there is none – compares with the exact ∂f/∂variable at points of
 * many scales at which both f and that are finite. `names`: all free names, parameters among them.
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

interface Region {
  readonly centre: number
  readonly scale: number
}

/** The result over several regions: a single difference decides. */
function comparedAt(regions: readonly Region[], check: Comparison, dimension: number): readonly Agreement[] {
  const input = new Float64Array(dimension)
  const found: Agreement[] = []
  // Multiples of the golden ratio modulo 1 (a Weyl sequence): evenly spread, and uncorrelated between coordinates.
  let count = 0
  for (const { centre, scale } of regions) {
    for (let point = 0; point < pointsPerScale; point++) {
      for (let k = 0; k < dimension; k++) input[k] = centre + scale * (2 * ((++count * 0.6180339887498949) % 1) - 0.9)
      for (const [i, agreement] of check(input, Math.abs(centre) + scale <= maxSure).entries()) {
        if (agreement === 'differs' || found[i] === undefined || found[i] === 'undefined') found[i] = agreement
      }
    }
  }
  return found
}

/** Whether `derivative` agrees with the exact ∂f/∂variable at some point, and differs from it at none. */
export function agrees(f: Syntax, variable: string, derivative: Syntax, names: readonly string[]): boolean {
  return agreements(f, [variable], [derivative], names)[0] === 'agrees'
}

/** `isSure`: the readable form has to be finite where the exact derivative is. */
type Comparison = (input: Float64Array, isSure: boolean) => readonly Agreement[]

/** Compares the derivatives with the exact ones at one point. */
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

/** 0, and the numbers of the formula with both signs. */
function centres(f: Syntax): readonly number[] {
  const found = new Set<number>([0])
  const trees = [f]
  for (let i = 0; i < trees.length && found.size < 2 * maxCentres; i++) {
    const tree = trees[i] as Syntax
    if (tree.kind === 'number' && Math.abs(tree.value) >= 2) found.add(tree.value).add(-tree.value)
    trees.push(...operands(tree))
  }
  return [...found]
}
