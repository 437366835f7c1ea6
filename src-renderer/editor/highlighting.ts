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

/**
 * How many characters are coloured at once: more than the editor shows. With thousands of marks in one line the browser
 * takes a second over each key.
 */
const mostColoured = 2_000

/** Marks on the text around the place `centre`. */
function decorations(view: EditorView, centre: number): DecorationSet {
  const parameters = parametersIn(view)
  const { names, comments } = view.state.field(textTokensField)
  const isNear = ({ from, to }: Token) => from < centre + mostColoured / 2 && to > centre - mostColoured / 2
  const marks = [...names.filter(isNear), ...comments.filter(isNear)].sort((a, b) => a.from - b.from)
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
    #parameters: string
    /** The middle of what is coloured. */
    #centre: number
    #isBehind = false

    constructor(view: EditorView) {
      this.#centre = view.state.selection.main.head
      this.#parameters = parametersIn(view).join()
      this.decorations = decorations(view, this.#centre)
    }

    update({ view, changes, docChanged, selectionSet }: ViewUpdate) {
      const parameters = parametersIn(view).join()
      this.#centre = changes.mapPos(this.#centre)
      this.#isBehind ||= docChanged || parameters !== this.#parameters
      if (selectionSet) this.lookAt(view.state.selection.main.head)
      // What an input method is composing stays as it is on the page: new marks in it would end it.
      if (view.compositionStarted) this.decorations = this.decorations.map(changes)
      else if (this.#isBehind) {
        this.decorations = decorations(view, this.#centre)
        this.#parameters = parameters
        this.#isBehind = false
      }
    }

    /** Moves what is coloured if the place is not well inside of it; whether it did. */
    lookAt(place: number): boolean {
      if (Math.abs(place - this.#centre) < mostColoured / 4) return false
      this.#centre = place
      this.#isBehind = true
      return true
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    eventHandlers: {
      scroll(_, view) {
        view.requestMeasure({
          key: this,
          read: () => placeInSight(view),
          write: (place) => {
            if (this.lookAt(place)) setTimeout(() => view.dispatch({}))
          }
        })
      }
    }
  }
)

/** The place of the text in the middle of what the editor shows. */
function placeInSight(view: EditorView): number {
  const { left, right, top, bottom } = view.scrollDOM.getBoundingClientRect()
  return view.posAtCoords({ x: (left + right) / 2, y: (top + bottom) / 2 }, false)
}
