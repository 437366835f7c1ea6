import { spelledWordOf } from '../spelled-words'
import type { Fault, GuessTable, Repair } from './fault'

/** Quotation marks, and characters that are not part of the language. */
export const atMarks: GuessTable = {
  'refused-string': quoted,
  'character-unknown': unknown,
  'direction-mark': ({ error }) => [{ range: error.range, text: '' }],
  'question-mark': (fault) => [fault.leaveOut(fault.at, fault.at + 1)],
  'word-for-sign': sign
}

/** The closing mark for each opening quotation mark; other marks close themselves. */
const closingMarks: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '“', '「': '」', '«': '»' }

/** What stands between quotation marks; an unpaired mark is left out. */
function quoted(fault: Fault): readonly Repair[] {
  const { at, text, error } = fault
  const { position } = error
  const [mark = ''] = /^("""|'''|''|["'`“‘„「«])/.exec(text.slice(position)) ?? []
  const end = mark === '' ? -1 : text.indexOf(closingMarks[mark] ?? mark, position + mark.length)
  if (end < 0) return [fault.leaveOut(at, at + 1)]
  return [{ range: { from: position, to: end + mark.length }, text: text.slice(position + mark.length, end) }]
}

/** A word as the sign it stands for, or as the function of its neighbour. */
function sign(fault: Fault): readonly Repair[] {
  const { at, token, error, operands } = fault
  const row = spelledWordOf(token?.text ?? '')
  const written = String(error.values['written'])
  const name = written.replace('(x)', '')
  switch (row?.place) {
    case 'here':
      // A power has to follow its base directly.
      return [
        {
          range: { from: written.startsWith('^') ? fault.range(at, at).to : error.position, to: error.range.to },
          text: written
        }
      ]
    case 'before': {
      const from = operands.powerBefore(at)
      return from < at ? [fault.replace(from, at + 1, `${name}(${fault.typed(from, at)})`)] : []
    }
    case 'behind': {
      const to = operands.factorAfter(at + 1)
      if (to === at + 1) return []
      const argument = fault.typed(at + 1, to)
      return [fault.replace(at, to, argument.startsWith('(') ? `${name}${argument}` : `${name}(${argument})`)]
    }
    default:
      return []
  }
}

/** Typographic quotation marks; a word of another language for `otherwise` in cases; a mark at the end. */
function unknown(fault: Fault): readonly Repair[] {
  const { at, before, tokens, operands, text, error } = fault
  if (before?.text === '&') {
    const end = operands.spanAfter(at, ({ kind }) => kind === 'separator')
    return tokens.slice(at, end).every(({ kind }) => kind === 'unknown') ? [fault.replace(at, end, 'otherwise')] : []
  }
  if (closingMarks[text.charAt(error.position)]) return quoted(fault)
  return at === tokens.length - 1 ? [fault.leaveOut(at, at + 1)] : []
}
