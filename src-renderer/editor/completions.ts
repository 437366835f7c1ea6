import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { functions } from '@shared/language/functions'
import type { Words } from '@shared/words/index'

/** Completes names of functions, each with what it means. */
export const completions =
  (words: Words) =>
  (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[A-Za-z][A-Za-z0-9]*/)
    if (!context.explicit && (!word || word.to - word.from < 2)) return null
    const meanings: Readonly<Record<string, string>> = words.functions
    return {
      from: word?.from ?? context.pos,
      options: functions
        .filter((row) => !row.hidden && !row.written)
        .map((row) => ({ label: row.name, type: 'function', detail: meanings[row.name] ?? '' })),
      validFor: /^[A-Za-z0-9]*$/
    }
  }
