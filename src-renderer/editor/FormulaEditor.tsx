import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { withFormula } from '@shared/experiment/edit'
import { FormulaError } from '@shared/language/error'
import { sentence } from '@shared/problem'
import { createEffect, on, onCleanup, onMount, Show } from 'solid-js'
import { useLab } from '../lab'
import { completions } from './completions'
import { colours } from './highlighting'

/** The function as text. What cannot be read is underlined at its place and explained below; nothing waits for a worker. */
export function FormulaEditor(props: { ref?: (editor: { select(): void }) => void }) {
  const lab = useLab()
  let element!: HTMLDivElement
  let view: EditorView | undefined
  const language = new Compartment()

  const inLanguage = () => [
    EditorView.contentAttributes.of({ 'aria-label': lab.words().lab.function.editor }),
    autocompletion({ override: [completions(lab.words())], icons: false })
  ]

  onMount(() => {
    view = new EditorView({
      parent: element,
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
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return
            const text = update.state.doc.toString()
            if (text !== lab.experiment().formula) lab.change((experiment) => withFormula(experiment, text), 'formula')
          })
        ]
      })
    })
    props.ref?.({
      select() {
        view?.focus()
        view?.dispatch({ selection: { anchor: 0, head: view.state.doc.length } })
      }
    })
  })
  onCleanup(() => view?.destroy())

  createEffect(
    on(
      () => lab.experiment().formula,
      (text) => {
        if (view && text !== view.state.doc.toString())
          view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
      }
    )
  )
  createEffect(() => view?.dispatch({ effects: language.reconfigure(inLanguage()) }))

  const error = () => {
    const formula = lab.formula()
    return formula instanceof FormulaError ? formula : null
  }
  createEffect(() => {
    const fault = error()
    const length = view?.state.doc.length ?? 0
    const diagnostics = fault
      ? [
          {
            from: Math.min(fault.range.from, length),
            to: Math.min(fault.range.to, length),
            severity: 'error' as const,
            message: sentence(fault, lab.words())
          }
        ]
      : []
    if (view) view.dispatch(setDiagnostics(view.state, diagnostics))
  })

  return (
    <div class="formula-editor">
      <div ref={element} classList={{ faulty: error() !== null }} />
      <Show when={error()}>
        {(fault) => (
          <p class="fault" role="alert">
            {sentence(fault(), lab.words())}
          </p>
        )}
      </Show>
    </div>
  )
}
