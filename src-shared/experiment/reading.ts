import { parse } from '../language/parser'
import type { Formula } from '../language/syntax'
import type { Experiment } from './experiment'

/**
 * The experiment's function as it is read: a vector in it (`np.sum(x**2)`) has as many elements as there are variables
 * with an index. Throws FormulaError where the text cannot be read.
 */
export function readFormula({ formula, variables }: Pick<Experiment, 'formula' | 'variables'>): Formula {
  const indexed = variables.filter(({ name }) => /\d$/.test(name)).length
  return parse(formula, indexed > 0 ? { dimension: indexed } : {})
}
