import { isRefusedSign } from './refusals'
import type { Token } from './tokens'

/**
 * The tokens without comments, without a remark behind `//` as C and JavaScript have it – what can be read as a divisor is
 * none –, and without a semicolon at the end. A question mark at the end is told to be none of the formula.
 */
export function withoutRemarks(
  tokens: readonly Token[],
  text: string,
  isFormula: (text: string) => boolean
): readonly Token[] {
  const kept: Token[] = []
  /** The end of the line of the last `//`, and whether what follows it there is a remark. */
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
