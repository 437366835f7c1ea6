import { functionSpelt } from '@shared/language/functions'
import { isName } from '@shared/language/names'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { names } from '@shared/language/tree'
import { ProblemError } from '@shared/problem'
import type { Compiled } from './compile/compiled'
import type { FieldGraph } from './compile/loop'
import { compileOutputs } from './compile/outputs'
import { gradient, hessianTimes } from './derivative'
import { Graph, type NodeId } from './graph'
import { lowerFunction } from './lower'
import type { Pulse } from './pulse'

/** How often a function was asked, e.g. to compare methods by their cost. A gradient brings its value along uncounted. */
export interface Counts {
  values: number
  gradients: number
  hessians: number
}

/** Numbers that follow from f at a point. */
export interface Further {
  /** Counts as nothing asked. Overwritten by the next call of the objective. Throws a ProblemError for a point of another length. */
  readonly at: (point: ArrayLike<number>) => Float64Array
  /** Operations that it takes. */
  readonly cost: number
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

  /** More numbers that follow from f, such as guard functions: nodes of its graph, made and compiled when first wanted. */
  further(nodes: (field: FieldGraph) => readonly NodeId[]): Further

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

  readonly #codes = new Map<string, Outputs>()
  /** Compiled when first asked for, since most formulas that are typed never need them all. */
  readonly #value = once(() => this.#compiled([this.#f]))
  readonly #gradient = once(() => this.#compiled([this.#f, ...this.#slopes()]))
  readonly #hessianRow = once(() =>
    this.#compiled([this.#f, ...hessianTimes(this.#graph, this.#slopes(), this.#direction, this.#coordinates)])
  )

  constructor(tree: Syntax, variables: readonly string[], parameters: readonly string[]) {
    this.variables = [...variables]
    this.#parameters = parameters
    const inputs = [...variables, ...parameters].map((name) => [name, this.#graph.input()] as const)
    this.#coordinates = inputs.slice(0, variables.length).map(([, node]) => node)
    this.#direction = variables.map(() => this.#graph.input())
    this.#f = lowerFunction(this.#graph, tree, new Map(inputs))
    this.#graph.makeRoomForDerivatives()
    this.#input = new Float64Array(this.#graph.inputs)
  }

  get field(): FieldGraph {
    const slopes = this.#slopes
    return {
      graph: this.#graph,
      f: this.#f,
      coordinates: this.#coordinates,
      input: this.#input,
      get slopes() {
        return slopes()
      }
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

  further(nodes: (field: FieldGraph) => readonly NodeId[]): Further {
    const wanted = once(() => nodes(this.field))
    const outputs = once(() => this.#compiled(wanted()))
    const operations = (ids: readonly NodeId[]) => this.#operations(ids)
    return {
      at: (point) => this.#run(outputs(), point),
      get cost() {
        return operations(wanted())
      }
    }
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

  #operations(outputs: readonly NodeId[]): number {
    return this.#graph.below(outputs).reduce((sum, mark) => sum + mark, 0)
  }

  /** The code of these nodes, made once for all who want the same. */
  #compiled(outputs: readonly NodeId[]): Outputs {
    const key = outputs.join()
    const made = this.#codes.get(key) ?? {
      code: compileOutputs(this.#graph, outputs),
      output: new Float64Array(outputs.length)
    }
    this.#codes.set(key, made)
    return made
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
