import { Tooltip } from '@kobalte/core/tooltip'
import { type TermId, termFormulas, termsIn } from '@shared/words/terms'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { useLab } from '../lab'

/** Milliseconds until a term that is pointed at is explained. */
const delay = 350

/**
 * A term of the field where it stands: pointed at, or with the focus of the keyboard, it says what it is, with its formula.
 * Escape takes that away.
 */
export function Term(props: { id: TermId; children?: JSX.Element }) {
  const lab = useLab()
  const entry = () => lab.words().glossary[props.id]
  return (
    <Tooltip openDelay={delay} closeDelay={100} gutter={4}>
      <Tooltip.Trigger as="dfn" class="glossed" tabIndex={0}>
        {props.children ?? entry().term}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content class="gloss">
          <TermEntry id={props.id} />
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip>
  )
}

/** A term with its sentence and its formula. */
export function TermEntry(props: { id: TermId }) {
  const lab = useLab()
  const entry = () => lab.words().glossary[props.id]
  return (
    <>
      <b>{entry().term}</b>
      <span>{entry().text}</span>
      <Show when={termFormulas[props.id]}>{(tex) => <Formula tex={`\\displaystyle ${tex()}`} />}</Show>
    </>
  )
}

/** A text in which every term explains itself, the first time it stands there. */
export function Terms(props: { text: string }) {
  const lab = useLab()
  const pieces = createMemo(() => termsIn(props.text, lab.words().glossary))
  return (
    <For each={pieces()}>
      {({ text, term }) => (
        <Show when={term} fallback={text}>
          {(id) => <Term id={id()}>{text}</Term>}
        </Show>
      )}
    </For>
  )
}
