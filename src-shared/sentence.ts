/** What a sentence is told: names and numbers, by key. */
export type Values = Readonly<Record<string, string | number>>

/** A sentence that waits for its values. */
export type Sentence = (values: Values) => string

/** Numbers in a text with the sign they have everywhere else: `(−1, 2e−7)`. */
export const withMinus = (value: string | number | undefined): string =>
  String(value).replaceAll(/(^|[\s(,e])-(?=[\d.])/g, '$1−')
