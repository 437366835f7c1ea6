import type { EditorState } from '@codemirror/state'
import { formWords } from '@shared/language/forms'
import { functions, shorthands } from '@shared/language/functions'

/** Milliseconds of rest after which the letters that stand there are taken for what is meant. */
export const restOfName = 600

const rows = [...functions.filter((row) => !row.hidden && !row.written), ...shorthands]
const words = [...rows.flatMap(({ name, aliases }) => [name, ...aliases]), ...formWords()]

/** Whether the caret stands behind letters with which a function's name begins: `s` and `si` may become `sin`. */
export function isNameBegun(state: EditorState): boolean {
  const { head, empty } = state.selection.main
  const [letters = ''] = /[A-Za-z]+$/.exec(state.sliceDoc(Math.max(0, head - 20), head)) ?? []
  return empty && letters !== '' && words.some((word) => word.startsWith(letters.toLowerCase()))
}
