import { closing } from '../cursor'
import type { Token } from '../tokens'
import { partners } from './operands'
import type { GuessTable, Place, Repair } from './place'

/** Brackets and bars without a partner, or around nothing. */
export const atBrackets: GuessTable = {
  'index-malformed': indexMalformed,
  'brackets-empty': bracketsEmpty,
  'brace-missing': braces,
  'bracket-unclosed': (place) => [place.append(unclosed(place.tokens))],
  'bracket-unopened': (place) => [
    place.leaveOut(place.at, place.at + 1),
    place.replace(0, place.at + 1, `${opening[place.token?.text ?? ''] ?? '('}${place.typed(0, place.at + 1)}`)
  ],
  'bracket-mismatched': (place) => [place.replace(place.at, place.at + 1, String(place.error.values['expected']))],
  'bar-unpaired': (place) => [place.append('|'), place.leaveOut(place.at, place.at + 1)],
  'bars-ambiguous': barsAmbiguous
}

const opening: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(closing).map(([open, close]) => [close, open])
)

/** `x[0` closed; `x[y]` as the product x(y). */
function indexMalformed(place: Place): readonly Repair[] {
  const { at, tokens } = place
  const close = partners(tokens).get(at + 1)
  if (close === undefined) return [place.append(unclosed(tokens))]
  const inner = place.typed(at + 2, close)
  return inner === '' || inner.startsWith('-')
    ? []
    : [place.replace(at, close + 1, `${place.typed(at, at + 1)}(${inner})`)]
}

/** `\\frac(1)(2)` with braces, one after the other. */
function braces(place: Place): readonly Repair[] {
  const { at, token } = place
  const close = partners(place.tokens).get(at)
  if (token?.text !== '(' || close === undefined) return []
  return [place.replace(at, close + 1, `{${place.typed(at + 1, close)}}`)]
}

function bracketsEmpty(place: Place): readonly Repair[] {
  const { at, before, after } = place
  const isCall = before?.kind === 'function'
  if (!isCall) return [place.leaveOut(at, at + 2)]
  const filled = `${place.typed(at - 1, at)}${place.typed(at, at + 1)}${place.variable}${after?.text ?? ''}`
  return [place.replace(at - 1, at + 2, filled)]
}

/** The brackets that are missing at the end of the text. */
export function unclosed(tokens: readonly Token[]): string {
  const open: string[] = []
  for (const { kind, text } of tokens) {
    if (kind === 'open') open.push(closing[text] ?? ')')
    if (kind === 'close' && open.at(-1) === text) open.pop()
  }
  return open.reverse().join('')
}

/** The bar closes what the one before has opened, or opens what the next one closes. */
function barsAmbiguous(place: Place): readonly Repair[] {
  const { at, tokens } = place
  const bars = [...tokens.keys()].filter((index) => tokens[index]?.kind === 'bar')
  const here = bars.indexOf(at)
  const [last, next] = [bars[here - 1], bars[here + 1]]
  const call = (from: number, to: number) => `abs(${place.typed(from + 1, to)})`
  return [
    ...(last === undefined ? [] : [place.replace(last, at + 1, call(last, at))]),
    ...(next === undefined ? [] : [place.replace(at, next + 1, `*${call(at, next)}*`)])
  ]
}
