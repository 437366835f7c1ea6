import { acceptCompletion, completionStatus } from '@codemirror/autocomplete'
import { EditorSelection, type Extension, Prec } from '@codemirror/state'
import { type Command, keymap } from '@codemirror/view'

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

/** What keys do in the list of completions and behind what was taken from it. It stands before the list itself. */
export const completionKeys: Extension = [
  Prec.highest(keymap.of([{ key: 'Enter', run: enter }])),
  // Tab leaves the field where there is nothing to take and no brace to go to.
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    { key: 'Tab', run: toNextBrace }
  ])
]
