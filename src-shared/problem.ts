import type { Range } from './range'
import type { Values } from './sentence'
import { problems } from './words/en/problems/index'

export type ProblemCode = keyof typeof problems

/** What went wrong, as data: worded by whoever speaks to the user, in the user's language. */
export interface Problem {
  readonly code: ProblemCode
  readonly values: Values
  /** Where in the typed text, if it is about one. */
  readonly range?: Range
}

/** The sentence for a problem in the language of `words`. */
export function sentence(problem: Problem, words: { readonly problems: typeof problems }): string {
  return words.problems[problem.code](problem.values)
}

/** A problem on its way up the call stack. Its `message` is the English sentence. */
export class ProblemError extends Error implements Problem {
  override readonly name: string = 'ProblemError'
  readonly code: ProblemCode
  readonly values: Values
  readonly range?: Range

  constructor(code: ProblemCode, values: Values = {}, range?: Range) {
    super(sentence({ code, values }, { problems }))
    this.code = code
    this.values = values
    if (range) this.range = range
  }
}
