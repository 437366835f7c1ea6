import { closing } from '../cursor'
import type { Token } from '../tokens'
import type { Fault, GuessTable, Repair } from './fault'
import { partners } from './operands'

/** Brackets and bars that are unbalanced or empty. */
export const atBrackets: GuessTable = {
  'index-malformed': indexMalformed,
  'brackets-empty': bracketsEmpty,
  'brace-missing': braces,
  'bracket-unclosed': (fault) => [fault.append(unclosed(fault.tokens))],
  'bracket-unopened': (fault) => [
    fault.leaveOut(fault.at, fault.at + 1),
    fault.replace(0, fault.at + 1, `${opening[fault.token?.text ?? ''] ?? '('}${fault.typed(0, fault.at + 1)}`)
  ],
  'bracket-mismatched': (fault) => [fault.replace(fault.at, fault.at + 1, String(fault.error.values['expected']))],
  'bar-unpaired': (fault) => [fault.append('|'), fault.leaveOut(fault.at, fault.at + 1)],
  'bars-ambiguous': barsAmbiguous
}

const opening: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(closing).map(([open, close]) => [close, open])
)

/** `x[0` closed; `x[y]` as the product x(y). */
function indexMalformed(fault: Fault): readonly Repair[] {
  const { at, tokens } = fault
  const close = partners(tokens).get(at + 1)
  if (close === undefined) return [fault.append(unclosed(tokens))]
  const inner = fault.typed(at + 2, close)
  return inner === '' || inner.startsWith('-')
    ? []
    : [fault.replace(at, close + 1, `${fault.typed(at, at + 1)}(${inner})`)]
}

/** `\\frac(1)(2)` with braces, one after the other. */
function braces(fault: Fault): readonly Repair[] {
  const { at, token } = fault
  const close = partners(fault.tokens).get(at)
  if (token?.text !== '(' || close === undefined) return []
  return [fault.replace(at, close + 1, `{${fault.typed(at + 1, close)}}`)]
}

function bracketsEmpty(fault: Fault): readonly Repair[] {
  const { at, before, after } = fault
  const isCall = before?.kind === 'function'
  if (!isCall) return [fault.leaveOut(at, at + 2)]
  const filled = `${fault.typed(at - 1, at)}${fault.typed(at, at + 1)}${fault.variable}${after?.text ?? ''}`
  return [fault.replace(at - 1, at + 2, filled)]
}

/** The closing brackets that are missing at the end of the text. */
export function unclosed(tokens: readonly Token[]): string {
  const open: string[] = []
  for (const { kind, text } of tokens) {
    if (kind === 'open') open.push(closing[text] ?? ')')
    if (kind === 'close' && open.at(-1) === text) open.pop()
  }
  return open.reverse().join('')
}

/** The bar closes the one before, or opens a pair that the next one closes. */
function barsAmbiguous(fault: Fault): readonly Repair[] {
  const { at, tokens } = fault
  const bars = [...tokens.keys()].filter((index) => tokens[index]?.kind === 'bar')
  const here = bars.indexOf(at)
  const [last, next] = [bars[here - 1], bars[here + 1]]
  const call = (from: number, to: number) => `abs(${fault.typed(from + 1, to)})`
  return [
    ...(last === undefined ? [] : [fault.replace(last, at + 1, call(last, at))]),
    ...(next === undefined ? [] : [fault.replace(at, next + 1, `*${call(at, next)}*`)])
  ]
}
