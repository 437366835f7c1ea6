import type { Range } from './language/syntax'
import { en } from './words/en/index'
import type { Words } from './words/index'

export type ProblemCode = keyof Words['problems']

/** What went wrong, as data: worded by whoever speaks to the user, in the user's language. */
export interface Problem {
  readonly code: ProblemCode
  readonly values: Readonly<Record<string, string | number>>
  /** Where in the typed text, if it is about one. */
  readonly range?: Range
}

/** The sentence for a problem in the language of `words`. */
export function sentence(problem: Problem, words: Words): string {
  return words.problems[problem.code](problem.values)
}

/** A problem on its way up the call stack. Its `message` is the English sentence. */
export class ProblemError extends Error implements Problem {
  override readonly name: string = 'ProblemError'
  readonly code: ProblemCode
  readonly values: Readonly<Record<string, string | number>>
  readonly range?: Range

  constructor(code: ProblemCode, values: Readonly<Record<string, string | number>> = {}, range?: Range) {
    super(sentence({ code, values }, en))
    this.code = code
    this.values = values
    if (range) this.range = range
  }
}
