import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { withFormula } from '@shared/experiment/edit'
import { FormulaError } from '@shared/language/error'
import { sentence } from '@shared/problem'
import type { Words } from '@shared/words/index'
import { type Accessor, createEffect, onCleanup, onMount, Show } from 'solid-js'
import { type Lab, useLab } from '../lab'
import { completions } from './completions'
import { colours } from './highlighting'

/** The function as text. What cannot be read is underlined at its place and explained below; nothing waits for a worker. */
export function FormulaEditor(props: { ref?: (editor: { select(): void }) => void }) {
  const lab = useLab()
  let element!: HTMLDivElement
  const fault = () => {
    const formula = lab.formula()
    return formula instanceof FormulaError ? formula : null
  }
  onMount(() => {
    const view = createEditor(lab, element, fault)
    props.ref?.({
      select() {
        view.focus()
        view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } })
      }
    })
  })
  return (
    <div class="formula-editor">
      <div ref={element} classList={{ faulty: fault() !== null }} />
      <Show when={fault()}>
        {(found) => (
          <p class="fault" role="alert">
            {sentence(found(), lab.words())}
          </p>
        )}
      </Show>
    </div>
  )
}

/** An editor in `parent` that follows the document's formula, its fault and the language, and tells the document what is typed. */
function createEditor(lab: Lab, parent: HTMLElement, fault: Accessor<FormulaError | null>): EditorView {
  const language = new Compartment()
  const inLanguage = () => [
    EditorView.contentAttributes.of({ 'aria-label': lab.words().lab.function.editor }),
    autocompletion({ override: [completions(lab.words())], icons: false })
  ]
  const tellTyped = EditorView.updateListener.of((update) => {
    if (!update.docChanged) return
    const text = update.state.doc.toString()
    if (text !== lab.experiment().formula) lab.change((experiment) => withFormula(experiment, text), 'formula')
  })
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: lab.experiment().formula,
      extensions: [
        drawSelection(),
        bracketMatching(),
        EditorView.lineWrapping,
        colours,
        language.of(inLanguage()),
        // Undo is the document's: one history for all that can be changed.
        keymap.of([{ key: 'Enter', run: () => true, shift: () => false }, ...completionKeymap, ...defaultKeymap]),
        tellTyped
      ]
    })
  })
  onCleanup(() => view.destroy())

  createEffect(() => {
    const text = lab.experiment().formula
    if (text !== view.state.doc.toString())
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
  })
  createEffect(() => view.dispatch({ effects: language.reconfigure(inLanguage()) }))
  createEffect(() =>
    view.dispatch(setDiagnostics(view.state, diagnosticsOf(fault(), view.state.doc.length, lab.words())))
  )
  return view
}

/** The fault as the editor underlines it in a text of `length` characters. */
function diagnosticsOf(fault: FormulaError | null, length: number, words: Words): readonly Diagnostic[] {
  if (!fault) return []
  const [from, to] = [Math.min(fault.range.from, length), Math.min(fault.range.to, length)]
  return [{ from, to, severity: 'error', message: sentence(fault, words) }]
}
