/** Words that are written like functions but have grammar rules of their own: they are no rows of the table. */
const forms: Readonly<Record<Form, readonly string[]>> = {
  piecewise: ['where', 'ifelse'],
  sum: [],
  prod: ['product'],
  mean: ['average'],
  dot: ['inner', 'vdot'],
  norm: []
}

/** All but `piecewise` are series: they are expanded term by term. */
export type Form = 'piecewise' | Series
export type Series = 'sum' | 'prod' | 'mean' | 'dot' | 'norm'

const byWord = new Map(
  (Object.keys(forms) as Form[]).flatMap((form) => [form, ...forms[form]].map((word) => [word, form] as const))
)

/** The form that a word means, in any case of letters; undefined if it means none. */
export function formSpelt(word: string): Form | undefined {
  return byWord.get(word.toLowerCase())
}

/** All words that mean a form, for completion and suggestions. */
export function formWords(): readonly string[] {
  return [...byWord.keys()]
}
