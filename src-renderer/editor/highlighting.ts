import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { type TokenKind, tokens } from '@shared/language/tokens'

/** Style class of each kind of token; the others look like plain text. */
const classes: Readonly<Partial<Record<TokenKind, string>>> = {
  number: 'token-number',
  superscript: 'token-number',
  function: 'token-function',
  root: 'token-function',
  fraction: 'token-function',
  constant: 'token-constant',
  name: 'token-name',
  operator: 'token-operator',
  comment: 'token-comment',
  unknown: 'token-unknown'
}

function decorations(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const token of tokens(view.state.doc.toString())) {
    const style = classes[token.kind]
    if (style && token.from < token.to) builder.add(token.from, token.to, Decoration.mark({ class: style }))
  }
  return builder.finish()
}

/** Colours the text by the parser's own tokens, so that colour and meaning cannot disagree. */
export const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorations(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = decorations(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations }
)
