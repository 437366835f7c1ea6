import { spelledWordOf } from '../spelled-words'
import type { GuessTable, Place, Repair } from './place'

/** Quotation marks, and characters that are none of the language. */
export const atMarks: GuessTable = {
  'refused-string': quoted,
  'character-unknown': unknown,
  'direction-mark': ({ error }) => [{ range: error.range, text: '' }],
  'question-mark': (place) => [place.leaveOut(place.at, place.at + 1)],
  'word-for-sign': sign
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

/** A word as the sign it stands for, or as the function of what stands beside it. */
function sign(place: Place): readonly Repair[] {
  const { at, token, error, operands } = place
  const row = spelledWordOf(token?.text ?? '')
  const written = String(error.values['written'])
  const name = written.replace('(x)', '')
  switch (row?.place) {
    case 'here':
      // A power stands close to its base.
      return [
        {
          range: { from: written.startsWith('^') ? place.stretch(at, at).to : error.position, to: error.range.to },
          text: written
        }
      ]
    case 'before': {
      const from = operands.powerBefore(at)
      return from < at ? [place.replace(from, at + 1, `${name}(${place.typed(from, at)})`)] : []
    }
    case 'behind': {
      const to = operands.factorAfter(at + 1)
      if (to === at + 1) return []
      const argument = place.typed(at + 1, to)
      return [place.replace(at, to, argument.startsWith('(') ? `${name}${argument}` : `${name}(${argument})`)]
    }
    default:
      return []
  }
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
