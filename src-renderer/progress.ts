import { type Accessor, createEffect, createSignal } from 'solid-js'
import { bridge } from './bridge'

/** How far the question in a slot has got, 0 … 1, once that has taken a while; null otherwise. */
export interface Progress {
  readonly share: Accessor<number | null>
  /** Ends it: what there is by then is the answer. */
  cancel(): void
}

/** `pending`: whether a question is under way in that slot. */
export function createProgress(slot: string, pending: Accessor<boolean>): Progress {
  const [heard, setHeard] = createSignal<number | null>(null)
  bridge.onProgress((progress) => {
    if (progress.slot === slot && pending()) setHeard(progress.share)
  })
  createEffect(() => {
    if (!pending()) setHeard(null)
  })
  return { share: heard, cancel: () => bridge.cancel(slot) }
}
