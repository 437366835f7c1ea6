import { type Token, tokens } from './tokens'

/**
 * A superscript that is more than a whole number, `⁻²ˣ` or `ⁿ⁺¹`, as an empty superscript and its content in brackets,
 * so that its letters are read like all others. Each token keeps its range in the text as typed.
 */
export function spelledOut(token: Token): readonly Token[] {
  const { kind, text, from, to } = token
  if (kind !== 'superscript' || /^-?\d+$/.test(text)) return [token]
  const inside = tokens(text).map((inner) => ({ ...inner, from: from + inner.from, to: from + inner.to }))
  return [
    { kind, text: '', from, to },
    { kind: 'open', text: '(', from, to },
    ...inside,
    { kind: 'close', text: ')', from, to }
  ]
}
