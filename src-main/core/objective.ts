import { functionSpelt } from '@shared/language/functions'
import { isName } from '@shared/language/names'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { names } from '@shared/language/tree'
import { ProblemError } from '@shared/problem'
import type { Kink } from '@shared/protocol'
import type { Compiled } from './compile/compiled'
import type { FieldGraph } from './compile/loop'
import { compileOutputs } from './compile/outputs'
import { gradient, hessianTimes } from './derivative'
import { Graph, type NodeId } from './graph'
import { breakDistances, breakGuards, creaseGuards, isCrossed, kinkDistances, poleDistances } from './kinks'
import { lowerFunction } from './lower'
import type { Pulse } from './pulse'
import { blurOf, isSmooth, sideOf } from './sides'

/** How often a function was asked, e.g. to compare methods by their cost. A gradient brings its value along uncounted. */
export interface Counts {
  values: number
  gradients: number
  hessians: number
}

/** A compiled function of n variables. Not defined is NaN, never an exception. */
export interface Objective {
  /** Names of the coordinates, in the order of a point. */
  readonly variables: readonly string[]
  readonly counts: Counts
  /** Operations that f takes with its gradient: a measure of its cost that is the same on every machine. */
  readonly cost: number

  /** What the code of f and ∇f is made of, to be made into other code; its parameters have the values set last. */
  readonly field: FieldGraph

  /** f at a point of n coordinates. Like all below, throws a ProblemError for a point of another length. */
  value(point: ArrayLike<number>): number

  /** Exact ∇f, n numbers; all NaN where f is NaN. */
  gradient(point: ArrayLike<number>): number[]

  /** Writes exact ∇f into the first n places of `out` and returns f; allocates nothing. */
  gradientInto(point: ArrayLike<number>, out: Float64Array): number

  /** Exact second derivatives, n rows of n, symmetric; all NaN where f is NaN. */
  hessian(point: ArrayLike<number>): number[][]

  /** One row of them: ∂²f/∂(along)∂(each coordinate), at a part of the cost. */
  hessianRow(point: ArrayLike<number>, along: number): number[]

  /**
   * Per coordinate: the two sides of a kink, jump or vertical tangent, where f is finite but has no derivative along it
   * that the gradient could be; null where it has, or f is not defined.
   */
  kinks(point: ArrayLike<number>): (Kink | null)[]

  /**
   * A number for each place in the formula where f or its slope may be interrupted along a coordinate – 0 there, and of
   * another sign or leaping beside it: where none does so between two points, f and its slope go on. Overwritten by
   * the next call.
   */
  breakDistances(point: ArrayLike<number>, along: number): Float64Array

  /**
   * A number for each place in the formula where f itself may jump, end or be infinite along a curve of a plane – 0 there,
   * and of another sign or leaping on the other side. Overwritten by the next call.
   */
  breakGuards(point: ArrayLike<number>): Float64Array

  /**
   * A number for each place in the formula where f or ∇f may be interrupted: 0 on a curve of a plane, and of another sign
   * beside it, or 0 at a single point. Overwritten by the next call.
   */
  creaseGuards(point: ArrayLike<number>): Float64Array

  /** A number for each divisor and the like in f along a coordinate that is 0 where f has a pole inside. Overwritten as well. */
  poleDistances(point: ArrayLike<number>, along: number): Float64Array

  /** Operations that `breakDistances` takes. */
  breakCost(along: number): number

  /**
   * New values for the parameters, without compiling anew: they are arguments of the compiled code.
   * Names the formula does not mention are ignored; a ProblemError names one that is missing.
   */
  set(parameters: Readonly<Record<string, number>>): void

  /** Whose question is being answered: derivatives are made when first asked for, which may take a while. */
  watch(pulse: Pulse): void
}

/** What a search asks of a function: f seen in fewer or other coordinates answers it too. */
export type Landscape = Pick<Objective, 'counts' | 'value' | 'gradient' | 'hessian'>

/**
 * The function that `source` describes. Names in it are coordinates (`variables`) or parameters.
 * Throws a FormulaError with its position where the text cannot be read or mentions another name, and a
 * ProblemError where it is too large.
 */
export function compile(
  source: string,
  variables: readonly string[],
  parameters: Readonly<Record<string, number>> = {}
): Objective {
  const twice = variables.find((name, i) => variables.indexOf(name) < i)
  if (twice !== undefined) throw new ProblemError('variable-twice', { name: twice })
  const constants = Object.keys(parameters).filter((name) => !variables.includes(name))
  const bad = variables.find((name) => !isName(name)) ?? constants.find(isReserved)
  if (bad !== undefined) throw new ProblemError('variable-name', { name: bad })
  const { tree } = parse(source, { variables, names: constants })
  return compileTree(tree, variables, parameters)
}

/** A parameter may have any name that does not mean something already. */
function isReserved(name: string): boolean {
  return functionSpelt(name) !== undefined || ['e', 'pi'].includes(name.toLowerCase())
}

/** The function of a formula already read, every name of which is a variable or a parameter. Throws as `compile` does. */
export function compileTree(
  tree: Syntax,
  variables: readonly string[],
  parameters: Readonly<Record<string, number>> = {}
): Objective {
  const mentioned = names(tree)
  const constants = Object.keys(parameters).filter((name) => mentioned.has(name) && !variables.includes(name))
  const objective = new CompiledObjective(tree, variables, constants)
  objective.set(parameters)
  return objective
}

/** Of f itself, by which it changes from a point to those it cannot be told from. */
const steep = 2 ** -8

/** Compiled code with the place it writes to. */
interface Outputs {
  readonly code: Compiled
  readonly output: Float64Array
}

class CompiledObjective implements Objective {
  readonly variables: readonly string[]
  readonly counts: Counts = { values: 0, gradients: 0, hessians: 0 }
  readonly #parameters: readonly string[]
  readonly #graph = new Graph()
  readonly #coordinates: readonly NodeId[]
  readonly #direction: readonly NodeId[]
  readonly #f: NodeId
  readonly #slopes = once(() => gradient(this.#graph, this.#f, this.#coordinates))
  readonly #cost = once(() => this.#operations([this.#f, ...this.#slopes()]))
  /** What the compiled code reads: the point, the parameters, the direction of a Hessian's row. */
  readonly #input: Float64Array

  /** Compiled when first asked for, since most formulas that are typed never need them all. */
  readonly #value = once(() => this.#compiled([this.#f]))
  readonly #gradient = once(() => this.#compiled([this.#f, ...this.#slopes()]))
  readonly #hessianRow = once(() =>
    this.#compiled([this.#f, ...hessianTimes(this.#graph, this.#slopes(), this.#direction, this.#coordinates)])
  )
  readonly #breakNodes: readonly (() => readonly NodeId[])[]
  readonly #breakDistances: readonly (() => Outputs)[]
  readonly #breakGuards = once(() => this.#compiled(breakGuards(this.#graph, this.#f, this.#coordinates)))
  readonly #creaseGuards = once(() =>
    this.#compiled(creaseGuards(this.#graph, [this.#f, ...this.#slopes()], this.#coordinates))
  )
  readonly #poleDistances: readonly (() => Outputs)[]
  readonly #distances = once(() => this.#compiled(kinkDistances(this.#graph, [this.#f], this.#coordinates)))

  constructor(tree: Syntax, variables: readonly string[], parameters: readonly string[]) {
    this.variables = [...variables]
    this.#parameters = parameters
    const inputs = [...variables, ...parameters].map((name) => [name, this.#graph.input()] as const)
    this.#coordinates = inputs.slice(0, variables.length).map(([, node]) => node)
    this.#direction = variables.map(() => this.#graph.input())
    this.#f = lowerFunction(this.#graph, tree, new Map(inputs))
    this.#graph.makeRoomForDerivatives()
    this.#input = new Float64Array(this.#graph.inputs)
    this.#breakNodes = this.#coordinates.map((variable, i) =>
      once(() => breakDistances(this.#graph, [this.#f, this.#slopes()[i] ?? this.#f], variable))
    )
    this.#poleDistances = this.#coordinates.map((variable) =>
      once(() => this.#compiled(poleDistances(this.#graph, this.#f, variable)))
    )
    this.#breakDistances = this.#breakNodes.map((nodes) => once(() => this.#compiled(nodes())))
  }

  get field(): FieldGraph {
    return {
      graph: this.#graph,
      f: this.#f,
      slopes: this.#slopes(),
      coordinates: this.#coordinates,
      input: this.#input
    }
  }

  get cost(): number {
    return this.#cost()
  }

  value(point: ArrayLike<number>): number {
    this.counts.values++
    return this.#run(this.#value(), point)[0] as number
  }

  gradient(point: ArrayLike<number>): number[] {
    const out = new Float64Array(this.variables.length)
    this.gradientInto(point, out)
    return [...out]
  }

  gradientInto(point: ArrayLike<number>, out: Float64Array): number {
    this.counts.gradients++
    const output = this.#run(this.#gradient(), point)
    const f = output[0] as number
    for (let i = 0; i < this.variables.length; i++) out[i] = Number.isNaN(f) ? f : plainZero(output[1 + i] as number)
    return f
  }

  hessian(point: ArrayLike<number>): number[][] {
    this.counts.hessians++
    const rows = this.variables.map((_, i) => this.hessianRow(point, i))
    for (const [i, row] of rows.entries()) {
      // Both orders of differentiation give the same but for rounding: one of them is kept.
      for (let j = 0; j < i; j++) (rows[j] as number[])[i] = row[j] as number
    }
    return rows
  }

  hessianRow(point: ArrayLike<number>, along: number): number[] {
    const output = this.#run(this.#hessianRow(), point, along)
    const f = output[0] as number
    return this.variables.map((_, j) => (Number.isNaN(f) ? f : plainZero(output[1 + j] as number)))
  }

  kinks(point: ArrayLike<number>): (Kink | null)[] {
    const isOn = this.#run(this.#distances(), point).includes(0)
    const slopes = this.#run(this.#gradient(), point).slice()
    const f = slopes[0] as number
    return this.variables.map((_, i) => {
      const used = slopes[1 + i] as number
      if (!Number.isFinite(f)) return null
      // Next to a vertical tangent, as of ∛(x² − 2) at √2, the slope is finite for rounding alone.
      const isSteep = !(Math.abs(used) * blurOf(point[i] as number) <= steep * Math.abs(f))
      return isOn || isSteep || this.#meetsKink(point, i) ? this.#kink(point, i, f, used) : null
    })
  }

  poleDistances(point: ArrayLike<number>, along: number): Float64Array {
    const distances = this.#poleDistances[along]
    return distances ? this.#run(distances(), point) : new Float64Array()
  }

  breakDistances(point: ArrayLike<number>, along: number): Float64Array {
    const distances = this.#breakDistances[along]
    return distances ? this.#run(distances(), point) : new Float64Array()
  }

  breakGuards(point: ArrayLike<number>): Float64Array {
    return this.#run(this.#breakGuards(), point)
  }

  creaseGuards(point: ArrayLike<number>): Float64Array {
    return this.#run(this.#creaseGuards(), point)
  }

  /** Only rounding keeps `point` from lying on a kink: 0.3 is not quite that of |3x − 0.9|. */
  #meetsKink(point: ArrayLike<number>, along: number): boolean {
    const distances = this.#distances()
    if (distances.output.length === 0) return false
    const a = point[along] as number
    const moved = Float64Array.from(point)
    const [before, after] = [-1, 1].map((direction) => {
      moved[along] = a + direction * blurOf(a)
      return this.#run(distances, moved).slice()
    })
    return before?.some((distance, k) => isCrossed(distance, after?.[k] ?? distance)) ?? false
  }

  /** The two sides of `point` along a coordinate; null where they and the slope that is used are one. */
  #kink(point: ArrayLike<number>, along: number, f: number, used: number): Kink | null {
    const moved = Float64Array.from(point)
    const at = (coordinate: number) => {
      moved[along] = coordinate
      const output = this.#run(this.#gradient(), moved)
      return [output[0] as number, output[1 + along] as number] as const
    }
    const a = point[along] as number
    const [left, right] = [sideOf(at, a, f, -1), sideOf(at, a, f, 1)]
    if (isSmooth(left, right, used)) return null
    const isUnsettled = [left, right].some(({ slope, isDefined }) => isDefined && Number.isNaN(slope))
    const kink = { left: left.slope, right: right.slope, jumps: left.jumps || right.jumps }
    return isUnsettled ? { ...kink, unsettled: true } : kink
  }

  set(parameters: Readonly<Record<string, number>>) {
    const values = this.#parameters.map((name) => {
      const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
      if (typeof value !== 'number') throw new ProblemError('parameter-missing', { name })
      return value
    })
    this.#input.set(values, this.variables.length)
  }

  watch(pulse: Pulse) {
    this.#graph.watch(pulse)
  }

  breakCost(along: number): number {
    return this.#operations(this.#breakNodes[along]?.() ?? [])
  }

  #operations(outputs: readonly NodeId[]): number {
    return this.#graph.below(outputs).reduce((sum, mark) => sum + mark, 0)
  }

  #compiled(outputs: readonly NodeId[]): Outputs {
    return { code: compileOutputs(this.#graph, outputs), output: new Float64Array(outputs.length) }
  }

  /** Runs compiled code and returns what it wrote. `along`: the coordinate whose unit vector is the direction. */
  #run({ code, output }: Outputs, point: ArrayLike<number>, along?: number) {
    const n = this.variables.length
    if (point.length !== n) throw new ProblemError('point-length', { expected: n, given: point.length })
    const input = this.#input
    for (let i = 0; i < n; i++) input[i] = point[i] as number
    if (along !== undefined) {
      input.fill(0, input.length - n)
      input[input.length - n + along] = 1
    }
    code(input, output)
    return output
  }
}

/** −0, which means nothing in a derivative, as 0. */
function plainZero(derivative: number): number {
  return derivative + 0
}

/** A function that makes its value at the first call and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
