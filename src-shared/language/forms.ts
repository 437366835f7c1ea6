/** Words that are written like functions but that the parser reads by rules of their own: no rows of the table. */
const forms: Readonly<Record<Form, readonly string[]>> = {
  piecewise: ['where']
}

export type Form = 'piecewise'

const byWord = new Map(
  (Object.keys(forms) as Form[]).flatMap((form) => [form, ...forms[form]].map((word) => [word, form] as const))
)

/** The form that a word, in any case, means; undefined if it means none. */
export function formSpelt(word: string): Form | undefined {
  return byWord.get(word.toLowerCase())
}

/** All words that mean a form: for completion and for suggestions. */
export function formWords(): readonly string[] {
  return [...byWord.keys()]
}
