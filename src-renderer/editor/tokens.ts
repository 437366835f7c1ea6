import { type EditorState, StateField } from '@codemirror/state'
import { withoutComments } from '@shared/language/repairs/operands'
import { spelling } from '@shared/language/spelling'
import { type Token, tokens } from '@shared/language/tokens'

/** The text in the parser's own tokens, in order. */
export interface TextTokens {
  /** All but comments; bars are brackets as far as they can be paired. */
  readonly signs: readonly Token[]
  /** The same, words taken apart into names: `ax` is a and x, `x[0]` is x0. A word that is none of these stays a name. */
  readonly names: readonly Token[]
  readonly comments: readonly Token[]
}

function textTokens(text: string): TextTokens {
  const all = tokens(text)
  const signs = withoutComments(all)
  const typed = new Set(signs)
  const names = spelling(signs, {}).tokens.map(
    (token): Token => (token.kind === 'unknown' && !typed.has(token) ? { ...token, kind: 'name' } : token)
  )
  return { signs, names, comments: all.filter(({ kind }) => kind === 'comment') }
}

/** Made once for each text, for all that colours, completes or explains it. */
export const textTokensField = StateField.define<TextTokens>({
  create: (state) => textTokens(state.doc.toString()),
  update: (value, { docChanged, newDoc }) => (docChanged ? textTokens(newDoc.toString()) : value)
})

/** The first token of an ordered list that touches the place `at` of the text. */
export function tokenAt(tokens: readonly Token[], at: number): Token | undefined {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).to < at) low = middle + 1
    else high = middle
  }
  const found = tokens[low]
  return found && found.from <= at ? found : undefined
}

/** Whether what is typed at the place is part of a comment. */
export function isInComment(state: EditorState, at: number): boolean {
  return state.field(textTokensField).comments.some(({ from, to }) => from < at && at <= to)
}
