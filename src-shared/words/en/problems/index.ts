import { coreProblems } from './core'
import { documentProblems } from './document'
import { fileProblems } from './file'
import { formulaProblems } from './formula'
import { programProblems } from './program'
import { runProblems } from './run'

/** One sentence per problem code. */
export const problems = {
  ...formulaProblems,
  ...coreProblems,
  ...runProblems,
  ...fileProblems,
  ...programProblems,
  ...documentProblems
}
