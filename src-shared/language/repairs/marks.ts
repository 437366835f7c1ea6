import type { GuessTable, Place, Repair } from './place'

/** Quotation marks, and characters that are none of the language. */
export const atMarks: GuessTable = {
  'refused-string': quoted,
  'character-unknown': unknown
}

/** What closes a quotation that begins with this mark; other marks close what they open. */
const closingMarks: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '“', '「': '」', '«': '»' }

/** What stands between quotation marks; without the only one. */
function quoted(place: Place): readonly Repair[] {
  const { at, text, error } = place
  const { position } = error
  const [mark = ''] = /^("""|'''|''|["'`“‘„「«])/.exec(text.slice(position)) ?? []
  const end = mark === '' ? -1 : text.indexOf(closingMarks[mark] ?? mark, position + mark.length)
  if (end < 0) return [place.leaveOut(at, at + 1)]
  return [{ range: { from: position, to: end + mark.length }, text: text.slice(position + mark.length, end) }]
}

/** Quotation marks of print; a word of another language where cases say what holds otherwise; a mark at the end. */
function unknown(place: Place): readonly Repair[] {
  const { at, before, tokens, operands, text, error } = place
  if (before?.text === '&') {
    const end = operands.stretchAfter(at, ({ kind }) => kind === 'separator')
    return tokens.slice(at, end).every(({ kind }) => kind === 'unknown') ? [place.replace(at, end, 'otherwise')] : []
  }
  if (closingMarks[text.charAt(error.position)]) return quoted(place)
  return at === tokens.length - 1 ? [place.leaveOut(at, at + 1)] : []
}
