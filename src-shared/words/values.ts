/** What a sentence is told: names and numbers, by key. */
export type Values = Readonly<Record<string, string | number>>

/** A sentence that waits for its values. */
export type Sentence = (values: Values) => string
