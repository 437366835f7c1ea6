import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { blank, withFormula } from '@shared/experiment/edit'
import { type Language, words } from '@shared/words/index'
import { afterEach } from 'vitest'
import { context } from '../../../src-renderer/editor/context'
import { textTokensField } from '../../../src-renderer/editor/tokens'

let open: EditorView[] = []
afterEach(() => {
  for (const view of open) view.destroy()
  open = []
})

/** The state of an editor around `text` that knows the names of the experiment of `formula`; the caret is at the end. */
export function stateOf(
  text: string,
  formula = text,
  language: Language = 'en',
  extensions: Extension = []
): EditorState {
  const { variables, parameters } = withFormula(blank(), formula)
  return EditorState.create({
    doc: text,
    selection: { anchor: text.length },
    extensions: [context.init(() => ({ words: words[language], variables, parameters })), textTokensField, extensions]
  })
}

/** An editor on the page. */
export function viewOf(text: string, extensions: Extension, formula = text): EditorView {
  const view = new EditorView({ parent: document.body, state: stateOf(text, formula, 'en', extensions) })
  open.push(view)
  return view
}

/** What stands in for an editor where much is typed and nothing has to be seen: it only keeps the state. */
export function unseen(text: string, extensions: Extension): EditorView {
  let state = stateOf(text, text, 'en', extensions)
  const view = {
    compositionStarted: false,
    get state() {
      return state
    },
    dispatch: (...specs: TransactionSpec[]) => {
      state = state.update(...specs).state
    }
  }
  return view as unknown as EditorView
}

/** Types a text key by key, as the browser tells the editor. */
export function typeInto(view: EditorView, text: string): void {
  for (const key of text) {
    const { from, to } = view.state.selection.main
    const insert = () =>
      view.state.update({ changes: { from, to, insert: key }, selection: { anchor: from + key.length } })
    const isTaken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, key, insert))
    if (!isTaken) view.dispatch(insert())
  }
}
