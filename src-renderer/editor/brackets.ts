import { EditorSelection, type EditorState, type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { closing } from '@shared/language/cursor'
import { partners } from '@shared/language/repairs/operands'
import type { Token } from '@shared/language/tokens'
import { isInComment, textTokensField, tokenAt } from './tokens'

const isBracket = ({ kind }: Token) => kind === 'open' || kind === 'close' || kind === 'bar'

/** So many brackets without a partner are marked. Nobody mends more by hand, and thousands of marks make each key slow. */
const mostUnmatched = 200

/** The bracket at the caret with its partner, and the first brackets that have none. */
function decorations(state: EditorState): DecorationSet {
  const { signs } = state.field(textTokensField)
  const pairs = partners(signs)
  const caret = state.selection.main.empty ? state.selection.main.head : -1
  const here = [...signs.keys()].filter((at) => {
    const token = signs[at] as Token
    return isBracket(token) && (token.to === caret || token.from === caret)
  })
  // Of two brackets that meet at the caret the one before it counts.
  const [first] = here
  const matched = first === undefined ? [] : [first, pairs.get(first)]
  const builder = new RangeSetBuilder<Decoration>()
  let unmatched = 0
  for (const [at, token] of signs.entries()) {
    if (!isBracket(token)) continue
    if (matched.includes(at) && pairs.has(at)) builder.add(token.from, token.to, matchedMark)
    else if (!pairs.has(at) && unmatched++ < mostUnmatched) builder.add(token.from, token.to, unmatchedMark)
  }
  return builder.finish()
}

const matchedMark = Decoration.mark({ class: 'bracket-matched' })
const unmatchedMark = Decoration.mark({ class: 'bracket-unmatched' })

const matching = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor({ state }: EditorView) {
      this.decorations = decorations(state)
    }

    update({ view, state, changes, docChanged, selectionSet }: ViewUpdate) {
      if (view.compositionStarted) this.decorations = this.decorations.map(changes)
      else if (docChanged || selectionSet) this.decorations = decorations(state)
    }
  },
  { decorations: (plugin) => plugin.decorations }
)

/** Brackets that are typed as pairs; a bar does not say whether it opens. */
const typedPairs = Object.entries(closing).filter(([open, close]) => open.length === 1 && open !== close)
const closerOf = new Map(typedPairs)
const closers = new Set(typedPairs.map(([, close]) => close))

function areBalanced(state: EditorState): boolean {
  const { signs } = state.field(textTokensField)
  const pairs = partners(signs)
  return signs.every((token, at) => !isBracket(token) || pairs.has(at))
}

/** Whether the bracket at the place belongs to a word of several letters: `\begin{cases}`. */
function isInWord(state: EditorState, at: number): boolean {
  const token = tokenAt(state.field(textTokensField).signs, at)
  return token !== undefined && token.from < at && token.to > at
}

/**
 * An opening bracket at the end of something brings its closing one, which is typed over: who types `(x+1)` has
 * `(x+1)`. Nothing is done where the text's brackets are not in order: there a person is mending them.
 */
const closingItself = EditorView.inputHandler.of((view, from, to, typed) => {
  const { state } = view
  if (view.compositionStarted || from !== to || typed.length !== 1 || isInComment(state, from)) return false
  const next = state.sliceDoc(from, from + 1)
  if (closers.has(typed)) {
    if (next !== typed || !(areBalanced(state) || isInWord(state, from))) return false
    view.dispatch({ selection: EditorSelection.cursor(from + 1), scrollIntoView: true, userEvent: 'input.type' })
    return true
  }
  const close = closerOf.get(typed)
  if (close === undefined || !(next === '' || next === ',' || /\s/.test(next) || closers.has(next))) return false
  if (!areBalanced(state)) return false
  view.dispatch({
    changes: { from, insert: typed + close },
    selection: EditorSelection.cursor(from + 1),
    scrollIntoView: true,
    userEvent: 'input.type'
  })
  return true
})

/** Takes an empty pair back as a whole. */
const deletingPairs = keymap.of([
  {
    key: 'Backspace',
    run: (view) => {
      const { state } = view
      const { head, empty } = state.selection.main
      const close = closerOf.get(state.sliceDoc(head - 1, head))
      if (!empty || close === undefined || state.sliceDoc(head, head + 1) !== close || !areBalanced(state)) return false
      view.dispatch({ changes: { from: head - 1, to: head + 1 }, userEvent: 'delete.backward' })
      return true
    }
  }
])

/** Brackets as the parser pairs them: shown in pairs, marked where they have no partner, closed as they are typed. */
export const brackets: Extension = [matching, closingItself, deletingPairs]
