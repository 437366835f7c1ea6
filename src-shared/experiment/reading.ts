import { parse } from '../language/parser'
import type { Formula } from '../language/syntax'
import { ProblemError } from '../problem'
import type { Experiment } from './experiment'
import { limits } from './limits'

type Reading = Pick<Experiment, 'formula' | 'variables' | 'parameters'>

/**
 * The experiment's function as it is read: a vector in it (`np.sum(x**2)`) has as many elements as the experiment knows
 * by their index. Throws FormulaError where the text cannot be read.
 */
export function readFormula(experiment: Reading): Formula {
  const formula = readText(experiment.formula)
  const known = formula.vector === null ? 0 : sizeOf(formula.vector, namesIn(experiment))
  return known === 0 ? formula : parse(experiment.formula, { dimension: known })
}

/** The last text and what it was read as: with every key the document and then the page ask for the same one. */
let last: { readonly text: string; readonly outcome: Formula | ProblemError } | null = null

function readText(text: string): Formula {
  if (last?.text !== text) last = { text, outcome: outcomeOf(text) }
  if (last.outcome instanceof ProblemError) throw last.outcome
  return last.outcome
}

function outcomeOf(text: string): Formula | ProblemError {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

/** The same; null where the text cannot be read. */
export function formulaOf(experiment: Reading): Formula | null {
  try {
    return readFormula(experiment)
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

/** The vector in the experiment's function: its letter, how many elements it has, how few and how many it may have. */
export interface Vector {
  readonly letter: string
  readonly size: number
  /** More than 1 where the text names elements itself, as in `np.sum(x**2) + x[3]`. */
  readonly least: number
  readonly most: number
}

/** Null where there is none, or the text cannot be read. */
export function vectorOf(experiment: Reading): Vector | null {
  const formula = formulaOf(experiment)
  const letter = formula?.vector
  if (!formula || !letter) return null
  const others = experiment.variables.filter(({ name }) => elementIndex(letter, name) === undefined)
  return {
    letter,
    size: sizeOf(letter, formula.names),
    least: sizeOf(letter, parse(experiment.formula, { dimension: 1 }).names),
    most: limits.variables - others.length
  }
}

/** Which element of the vector `letter` the name is, from 0; undefined if it is none. */
export function elementIndex(letter: string, name: string): number | undefined {
  const index = name.startsWith(letter) ? name.slice(letter.length) : ''
  return /^\d+$/.test(index) ? Number(index) : undefined
}

/** As many elements as it takes for all that are named; 0 if none is. */
const sizeOf = (letter: string, names: readonly string[]): number =>
  names.reduce((size, name) => Math.max(size, (elementIndex(letter, name) ?? -1) + 1), 0)

const namesIn = ({ variables, parameters }: Reading) => [...variables, ...parameters].map(({ name }) => name)
