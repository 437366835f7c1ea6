import type { Problem } from '../problem'
import { formSpelt } from './forms'
import { functionSpelt } from './functions'
import { fromSubscript } from './glyphs'
import type { Sign } from './token'

/** Keywords with their other spellings, among them NumPy's and TeX's. */
const keywords: Readonly<Record<string, string>> = {
  and: 'and land logical_and かつ',
  or: 'or lor logical_or または',
  not: 'not lnot neg logical_not',
  if: 'if',
  else: 'else',
  def: 'def',
  return: 'return',
  import: 'import',
  from: 'from'
}
const keywordOf = new Map(
  Object.entries(keywords).flatMap(([keyword, words]) => words.split(' ').map((one) => [one, keyword] as const))
)

const wordRefusals: ReadonlyMap<string, Problem['code']> = new Map([
  ['lim', 'refused-limit'],
  ['limit', 'refused-limit'],
  ['integrate', 'refused-integral'],
  ['integral', 'refused-integral'],
  ['diff', 'refused-derivative'],
  ['derivative', 'refused-derivative'],
  ['grad', 'refused-derivative'],
  ['gradient', 'refused-derivative'],
  ['numerical_diff', 'refused-derivative'],
  ['numerical_gradient', 'refused-derivative'],
  ['softmax', 'function-of-vector'],
  ['log_softmax', 'function-of-vector'],
  ...['argmin', 'argmax', 'minimize', 'minimise', 'maximize', 'maximise'].map((word): [string, Problem['code']] => [
    word,
    'refused-optimum'
  ]),
  ['factorial', 'refused-factorial'],
  ['inf', 'refused-infinity'],
  ['infinity', 'refused-infinity'],
  ['for', 'refused-loop'],
  ['while', 'refused-loop'],
  ['elif', 'else-unexpected']
])

/** A word in TeX's \text: a function or a keyword as elsewhere, or a remark such as `otherwise`. */
export function wordInText(text: string): Sign {
  const read = /^[A-Za-z]\w*$/.test(text) || keywordOf.has(text) ? word(text) : undefined
  return read && (read.kind !== 'name' || text.length === 1) ? read : { kind: 'text', text }
}

/**
 * A word as typed, its index spelt `_0`: a function, a constant, or one or several names for the parser to tell apart.
 */
export function word(typed: string): Sign {
  const text = typed.replace(/_?([₀-₉]+)/g, (_, index) => `_${fromSubscript(index)}`).replace(/_\{(\d+)\}/g, '_$1')
  const refusal = wordRefusals.get(text.toLowerCase().replace(/^(arg(?:min|max))_\w+$/, '$1'))
  if (refusal) return { kind: 'unknown', text, code: refusal, values: { word: text } }
  if (text.toLowerCase() === 'otherwise') return { kind: 'text', text }
  const keyword = keywordOf.get(text.toLowerCase())
  if (keyword) return { kind: 'keyword', text: keyword }
  const spelt = functionSpelt(text) ?? functionSpelt(text.replace('_', '')) ?? formSpelt(text)
  if (spelt) return { kind: 'function', text: spelt }
  const lower = text.toLowerCase()
  return lower === 'pi' || lower === 'e' ? { kind: 'constant', text: lower } : { kind: 'name', text }
}
