import { sentence } from '@shared/problem'
import { type JSX, Show } from 'solid-js'
import type { Work } from '../answers/work'
import { useLab } from '../lab/lab'
import { LongWork } from './LongWork'

/** A button that begins long work; while that is under way how far it has got, and below why it could not be done. */
export function Working(props: { work: Work; text: string; children: JSX.Element }) {
  const lab = useLab()
  return (
    <div aria-live="polite">
      <Show when={props.work.working()} fallback={props.children}>
        <LongWork progress={props.work.progress} text={() => props.text} />
      </Show>
      <Show when={props.work.problem()}>{(problem) => <p class="bad">{sentence(problem(), lab.words())}</p>}</Show>
    </div>
  )
}
