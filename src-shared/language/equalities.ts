import { formSpelt } from './forms'
import type { Token } from './tokens'

/** An open bracket. */
interface Level {
  /** Whether it belongs to a conditional expression, in which `=` compares. */
  readonly isChoice: boolean
  /** Whether its last keyword was `if`: `=` compares between `if` and `else`, too. */
  isAfterIf: boolean
}

/**
 * The tokens with each single `=` made a comparison where a condition is expected: in the brackets of `if(x = 0, …)`,
 * `{x = 0: …}` and cases, and between `if` and `else`.
 */
export function equalities(tokens: readonly Token[]): readonly Token[] {
  const levels: Level[] = [{ isChoice: false, isAfterIf: false }]
  return tokens.map((token, at) => {
    const level = levels.at(-1) as Level
    const isComparing = level.isChoice || level.isAfterIf
    if (token.kind === 'open') {
      levels.push({ isChoice: isChoice(token, tokens[at - 1], isComparing), isAfterIf: false })
    } else if (token.kind === 'close' && levels.length > 1) levels.pop()
    else if (token.kind === 'keyword' && ['if', 'else'].includes(token.text)) level.isAfterIf = token.text === 'if'
    else if (token.kind === 'equals' && isComparing) return { ...token, kind: 'relation', text: '=' }
    return token
  })
}

function isChoice({ text }: Token, before: Token | undefined, isComparing: boolean): boolean {
  if (text === '\\begin{cases}') return true
  if (before?.kind === 'function') return formSpelt(before.text) === 'piecewise'
  if (before?.kind === 'keyword' && before.text === 'if') return true
  if (text === '{') return !['subscript', 'fraction', 'root', 'operator'].includes(before?.kind ?? '')
  return isComparing && before?.kind !== 'name'
}
