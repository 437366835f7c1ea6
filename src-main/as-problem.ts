import { type Problem, ProblemError } from '@shared/problem'

/** An error as data. What is not a problem of the user's is a fault of the program: its details go to the console only. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) {
    const { code, values, range } = error
    return range ? { code, values, range } : { code, values }
  }
  console.error(error)
  return { code: 'program-fault', values: {} }
}
