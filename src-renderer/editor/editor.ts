import { autocompletion } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, type ViewUpdate } from '@codemirror/view'
import { withFormula } from '@shared/experiment/edit'
import { limits } from '@shared/experiment/limits'
import type { FormulaError } from '@shared/language/error'
import { sentence } from '@shared/problem'
import type { Range } from '@shared/range'
import type { Words } from '@shared/words/index'
import { type Accessor, createEffect, createMemo, onCleanup } from 'solid-js'
import { repairKeys } from '../commands/shortcuts'
import type { Lab } from '../lab/lab'
import { brackets } from './brackets'
import { completionKeys } from './completion-keys'
import { completions } from './completions'
import { type Context, context, tellContext } from './context'
import { colours } from './highlighting'
import { hover } from './hover'
import { textTokensField } from './tokens'
import { isNameBegun, restOfName } from './unfinished'

/** Marks a change that came from the document, and so is not to be told to it. */
const fromDocument = Annotation.define<boolean>()
/** Marks a change that is an undo step of its own, however soon after another. */
const byItself = Annotation.define<boolean>()

/** Writes `text` in place of a stretch, as one undo step, and puts the caret behind it. */
export function replaceIn(view: EditorView, { from, to }: Range, text: string): void {
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    scrollIntoView: true,
    annotations: byItself.of(true)
  })
}

/**
 * An editor in `parent` that follows the document's formula, its fault and the language, and tells the document what is
 * typed. `correct` makes the correction that is likeliest meant, and returns whether there was one. `refuse` hears
 * whether the last change was not made because the text would have become longer than a formula may be.
 */
export function createEditor(
  lab: Lab,
  parent: HTMLElement,
  fault: Accessor<FormulaError | null>,
  correct: () => boolean,
  refuse: (isTooLong: boolean) => void
): EditorView {
  const label = new Compartment()
  const labelled = () => EditorView.contentAttributes.of({ 'aria-label': lab.words().lab.function.editor })
  // The point and all else that is dragged are no concern of the editor's.
  const variables = createMemo(() => lab.experiment().variables)
  const parameters = createMemo(() => lab.experiment().parameters)
  const known = (): Context => ({ words: lab.words(), variables: variables(), parameters: parameters() })
  /** Typing in quick succession is one change, `apart` a change of its own; a new line begins another. */
  const tell = (view: EditorView, apart = false) => {
    const text = view.state.doc.toString()
    const topic = apart ? undefined : `formula-${view.state.doc.lines}`
    if (text !== lab.experiment().formula) lab.change((experiment) => withFormula(experiment, text), topic)
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  const dropWaiting = () => {
    clearTimeout(waiting)
    waiting = undefined
  }
  /** What an input method has composed is told, and followed, when it is finished: half a word is nobody's formula. */
  const settle = (view: EditorView) => {
    if (view.compositionStarted) return
    dropWaiting()
    tell(view)
    follow(view, lab.experiment().formula)
  }
  /** Half a function's name is not either: it is told when the typing rests or goes on behind it. */
  const hear = ({ view, docChanged, selectionSet, transactions }: ViewUpdate) => {
    if (view.compositionStarted || transactions.some((one) => one.annotation(fromDocument))) return
    if (!docChanged) {
      if (selectionSet) finish()
      return
    }
    dropWaiting()
    const isTyped = transactions.some((one) => one.isUserEvent('input.type') || one.isUserEvent('delete'))
    const isApart = transactions.some((one) => one.annotation(byItself))
    if (isTyped && isNameBegun(view.state)) waiting = setTimeout(() => settle(view), restOfName)
    else tell(view, isApart)
  }
  const finish = () => {
    if (waiting !== undefined) settle(view)
  }
  const correctNow = (view: EditorView) => {
    settle(view)
    return correct()
  }
  const view = new EditorView({
    parent,
    dispatchTransactions(transactions, view) {
      const [before, after] = [view.state.doc, transactions.at(-1)?.newDoc ?? view.state.doc]
      // What is shown is what can be saved: nothing is cut.
      const isTooLong = after.length > limits.formula && after.length > before.length
      if (isTooLong || after !== before) refuse(isTooLong)
      if (!isTooLong) view.update(transactions)
    },
    state: EditorState.create({
      doc: lab.experiment().formula,
      extensions: [
        drawSelection(),
        EditorView.lineWrapping,
        context.init(known),
        textTokensField,
        colours,
        completionKeys,
        brackets,
        hover,
        autocompletion({ override: [completions], icons: false }),
        label.of(labelled()),
        // Undo is the document's: one history for all that can be changed.
        keymap.of([...repairKeys.map((key) => ({ key, run: correctNow })), ...defaultKeymap]),
        EditorView.updateListener.of(hear),
        EditorView.domEventHandlers({
          blur: finish,
          compositionend: (_, view) => void setTimeout(() => settle(view))
        })
      ]
    })
  })
  lab.whenTypingFinishes(finish)
  onCleanup(() => {
    lab.whenTypingFinishes(() => {})
    dropWaiting()
    view.destroy()
  })

  const formula = createMemo(() => lab.experiment().formula)
  createEffect(() => {
    dropWaiting()
    follow(view, formula())
  })
  createEffect(() => view.dispatch({ effects: label.reconfigure(labelled()) }))
  createEffect(() => view.dispatch({ effects: tellContext.of(known()) }))
  createEffect(() =>
    view.dispatch(setDiagnostics(view.state, diagnosticsOf(fault(), view.state.doc.length, lab.words())))
  )
  return view
}

/** Makes the editor's text the document's, changing only where they differ, so that the caret stays in its place. */
function follow(view: EditorView, formula: string): void {
  if (view.compositionStarted) return
  const old = view.state.doc.toString()
  const text = view.state.toText(formula).toString()
  if (text === old) return
  let from = 0
  while (from < Math.min(old.length, text.length) && old[from] === text[from]) from++
  let same = 0
  while (same < Math.min(old.length, text.length) - from && old.at(-1 - same) === text.at(-1 - same)) same++
  const insert = text.slice(from, text.length - same)
  view.dispatch({
    changes: { from, to: old.length - same, insert },
    selection: { anchor: from + insert.length },
    annotations: fromDocument.of(true)
  })
}

/** The fault as the editor underlines it in a text of `length` characters. */
function diagnosticsOf(fault: FormulaError | null, length: number, words: Words): readonly Diagnostic[] {
  if (!fault) return []
  const [from, to] = [Math.min(fault.range.from, length), Math.min(fault.range.to, length)]
  return [{ from, to, severity: 'error', message: sentence(fault, words) }]
}
