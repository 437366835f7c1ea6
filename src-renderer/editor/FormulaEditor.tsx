import type { EditorView } from '@codemirror/view'
import { limits } from '@shared/experiment/limits'
import { powerInstead } from '@shared/language/doubts'
import { FormulaError } from '@shared/language/error'
import { type Repair, repairs } from '@shared/language/repairs'
import { sentence } from '@shared/problem'
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { useLab } from '../lab/lab'
import { createEditor, replaceIn } from './editor'
import { Repairs } from './Repairs'

/** Milliseconds of rest before a fault is told and corrections are offered: who is still typing needs none. */
const rest = 800

/** The function as text. What cannot be read is underlined at its place and explained below; nothing waits for a worker. */
export function FormulaEditor(props: { ref?: (editor: { select(): void }) => void }) {
  const lab = useLab()
  let element!: HTMLDivElement
  let view!: EditorView
  const fault = () => {
    const formula = lab.formula()
    return formula instanceof FormulaError ? formula : null
  }
  /** What the text may be meant as though it can be read. */
  const doubt = () => {
    const formula = lab.formula()
    return formula instanceof FormulaError ? null : powerInstead(formula)
  }
  const corrections = () => {
    const found = fault()
    return found ? repairs(lab.experiment().formula, found) : []
  }
  const make = ({ range, text }: Repair) => {
    replaceIn(view, range, text)
    view.focus()
  }
  /** By key, without waiting for the buttons. */
  const makeFirst = () => {
    const [first] = corrections()
    if (first) make(first)
    return first !== undefined
  }
  const [isTooLong, setTooLong] = createSignal(false)
  const [offered, setOffered] = createSignal<readonly Repair[]>([])
  /** What is only begun is no fault to be told of: with every key the page below would leap. */
  const [isTold, tell] = createSignal(false)
  createEffect(
    on(
      () => fault() !== null,
      (isFaulty) => {
        tell(false)
        if (!isFaulty) return
        const timer = setTimeout(() => tell(true), rest)
        onCleanup(() => clearTimeout(timer))
      }
    )
  )
  createEffect(
    on(fault, (found) => {
      setOffered([])
      if (!found) return
      const timer = setTimeout(() => setOffered(corrections()), rest)
      onCleanup(() => clearTimeout(timer))
    })
  )
  onMount(() => {
    view = createEditor(lab, element, fault, makeFirst, setTooLong)
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
      <Show when={isTooLong()}>
        <p class="fault" role="alert">
          {lab.words().lab.tooLong({ most: limits.formula })}
        </p>
      </Show>
      <Show when={isTold() && fault()}>
        {(found) => (
          <p class="fault" role="alert">
            {sentence(found(), lab.words())}
          </p>
        )}
      </Show>
      <Show when={doubt()}>
        {(found) => (
          <>
            <p class="doubt" role="status">
              {lab.words().editor.powerMeant(found().name, found().power)}
            </p>
            <Repairs repairs={[found().repair]} typed={lab.experiment().formula} onChoose={make} />
          </>
        )}
      </Show>
      <Show when={offered().length > 0}>
        <Repairs repairs={offered()} typed={lab.experiment().formula} onChoose={make} />
      </Show>
    </div>
  )
}
