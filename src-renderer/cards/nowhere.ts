import type { Words } from '@shared/words/index'

/** What stands in place of a picture of these values, where none of them can be drawn; null where some can. */
export function nowhereSentence(values: Float64Array | undefined, words: Words['lab']['plots']): string | null {
  if (!values || values.some(Number.isFinite)) return null
  return values.every(Number.isNaN) ? words.undefinedEverywhere : words.infiniteEverywhere
}
