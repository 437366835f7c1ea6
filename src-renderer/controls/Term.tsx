import { Tooltip } from '@kobalte/core/tooltip'
import { type TermId, termFormulas, termsIn } from '@shared/words/terms'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { Formula } from '../editor/Formula'
import { useLab } from '../lab/lab'

/** Milliseconds until a term that is pointed at is explained. */
const delay = 350

/** A word that is explained while it is pointed at, or has the focus of the keyboard. Escape takes that away. */
export function Explained(props: { meaning: JSX.Element; children: JSX.Element }) {
  return (
    <Tooltip openDelay={delay} closeDelay={100} gutter={4}>
      <Tooltip.Trigger as="dfn" class="glossed" tabIndex={0}>
        {props.children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content class="gloss">{props.meaning}</Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip>
  )
}

/** A term of the field where it stands: it says what it is, with its formula. */
export function Term(props: { id: TermId; children?: JSX.Element }) {
  const lab = useLab()
  return (
    <Explained meaning={<TermEntry id={props.id} />}>{props.children ?? lab.words().glossary[props.id].term}</Explained>
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
