import { isRefusedSign } from './refusals'
import type { Token } from './tokens'

/**
 * The tokens without comments, without a C comment behind `//` – unless what follows can be a divisor –, and without a
 * semicolon at the end. A question mark at the end becomes the problem `question-mark`.
 */
export function stripComments(
  tokens: readonly Token[],
  text: string,
  isFormula: (text: string) => boolean
): readonly Token[] {
  const kept: Token[] = []
  /** The end of the line of the last `//`, and whether the rest of that line is a comment. */
  let line = { end: -1, isRemark: false }
  for (const token of tokens) {
    if (token.problem?.code === 'refused-floor-division' && token.from >= line.end) {
      const [rest = ''] = /^[^\n]*/.exec(text.slice(token.to)) ?? []
      line = { end: token.to + rest.length, isRemark: kept.length === 0 || !isFormula(rest.replaceAll('//', '/')) }
    }
    if (token.kind !== 'comment' && !(line.isRemark && token.from < line.end)) kept.push(token)
  }
  const last = kept.at(-1)
  if (last && isRefusedSign(last, ';') && kept.length > 1) return kept.slice(0, -1)
  if (last?.problem && isRefusedSign(last, '?')) {
    return [...kept.slice(0, -1), { ...last, problem: { ...last.problem, code: 'question-mark' } }]
  }
  return kept
}
