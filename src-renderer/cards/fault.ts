import { FormulaError } from '@shared/language/error'
import { type Problem, sentence } from '@shared/problem'
import type { Lab } from '../lab/lab'

/** Why an answer is missing; null where it is not, and while the text cannot be read, which is said elsewhere. */
export const faultOf = (lab: Lab, problem: Problem | undefined): string | null =>
  problem && !(lab.formula() instanceof FormulaError) ? sentence(problem, lab.words()) : null
