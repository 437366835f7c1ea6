import { acceptCompletion, completionStatus, pickedCompletion } from '@codemirror/autocomplete'
import { EditorSelection, type Extension, Prec, StateField } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'

/** Where an open list stands under the fingers Enter is for the list: it never breaks the line. */
const enter: Command = (view) => {
  if (completionStatus(view.state) !== 'active') return false
  acceptCompletion(view)
  return true
}

/** From the end of one brace to the beginning of the next: from the numerator to the denominator. */
const toNextBrace: Command = ({ state, dispatch }) => {
  const { head, empty } = state.selection.main
  if (!empty || state.sliceDoc(head, head + 2) !== '}{') return false
  dispatch(state.update({ selection: EditorSelection.cursor(head + 2), scrollIntoView: true }))
  return true
}

/** The place behind a bracket that was just written by a completion; null as soon as anything else happens. */
const opened = StateField.define<number | null>({
  create: () => null,
  update(place, transaction) {
    if (transaction.annotation(pickedCompletion)) {
      const { head } = transaction.newSelection.main
      return transaction.newDoc.sliceString(head - 1, head) === '(' ? head : null
    }
    return transaction.docChanged || transaction.selection ? null : place
  }
})

/** Who types the bracket that came with the name has it already. */
const typedOver = EditorView.inputHandler.of((view, from, to, typed) => {
  if ((typed !== '(' && typed !== '（') || from !== to || view.state.field(opened) !== from) return false
  view.dispatch({ selection: EditorSelection.cursor(from) })
  return true
})

/** What keys do in the list of completions and behind what was taken from it. It stands before the list itself. */
export const completionKeys: Extension = [
  opened,
  typedOver,
  Prec.highest(keymap.of([{ key: 'Enter', run: enter }])),
  // Tab leaves the field where there is nothing to take and no brace to go to.
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    { key: 'Tab', run: toNextBrace }
  ])
]
