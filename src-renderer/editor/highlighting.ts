import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Token } from '@shared/language/tokens'
import { context } from './context'
import { textTokensField } from './tokens'

/** Style class of each kind of token; signs have the colour of the whole, so that a long text has half as many marks. */
const classes: Readonly<Record<string, string>> = {
  number: 'token-number',
  superscript: 'token-number',
  function: 'token-function',
  root: 'token-function',
  fraction: 'token-function',
  constant: 'token-constant',
  name: 'token-name',
  keyword: 'token-keyword',
  text: 'token-comment',
  comment: 'token-comment',
  unknown: 'token-unknown'
}

/** Marks on what can be seen: of a long text that is a small part. */
function decorations(view: EditorView): DecorationSet {
  const parameters = parametersIn(view)
  const { names, comments } = view.state.field(textTokensField)
  const isSeen = ({ from, to }: Token) => view.visibleRanges.some((seen) => from < seen.to && to > seen.from)
  const marks = [...names.filter(isSeen), ...comments.filter(isSeen)].sort((a, b) => a.from - b.from)
  const builder = new RangeSetBuilder<Decoration>()
  for (const { kind, text, from, to } of marks) {
    const style = kind === 'name' && parameters.includes(text) ? 'token-parameter' : classes[kind]
    if (style && from < to) builder.add(from, to, Decoration.mark({ class: style }))
  }
  return builder.finish()
}

const parametersIn = (view: EditorView) => view.state.field(context).parameters.map(({ name }) => name)

/** Colours the text by the parser's own tokens and the document's roles, so that colour and meaning cannot disagree. */
export const colours: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    #parameters = ''
    #isBehind = false

    constructor(view: EditorView) {
      this.decorations = decorations(view)
      this.#parameters = parametersIn(view).join()
    }

    update({ view, changes, docChanged, viewportChanged }: ViewUpdate) {
      const parameters = parametersIn(view).join()
      this.#isBehind ||= docChanged || viewportChanged || parameters !== this.#parameters
      // What an input method is composing stays as it is on the page: new marks in it would end it.
      if (view.compositionStarted) this.decorations = this.decorations.map(changes)
      else if (this.#isBehind) {
        this.decorations = decorations(view)
        this.#parameters = parameters
        this.#isBehind = false
      }
    }
  },
  { decorations: (plugin) => plugin.decorations }
)
