import type { Progress as News } from '@shared/bridge'
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import { bridge } from '../bridge'

/** How far the question in a slot has got, 0 … 1, once that has taken a while; null otherwise. */
export interface Progress {
  readonly share: Accessor<number | null>
  /** Ends it: what there is by then is the answer. */
  cancel(): void
}

/** The bridge has one listener, which tells all who want to hear. */
const hearers = new Set<(news: News) => void>()
let isListening = false

function hear(hearer: (news: News) => void): void {
  if (!isListening)
    bridge.onProgress((news) => {
      for (const one of hearers) one(news)
    })
  isListening = true
  hearers.add(hearer)
  onCleanup(() => hearers.delete(hearer))
}

/** `pending`: whether a question is under way in that slot. Call it inside a Solid root. */
export function createProgress(slot: string, pending: Accessor<boolean>): Progress {
  const [heard, setHeard] = createSignal<number | null>(null)
  hear((news) => {
    if (news.slot === slot && pending()) setHeard(news.share)
  })
  createEffect(() => {
    if (!pending()) setHeard(null)
  })
  return { share: heard, cancel: () => bridge.cancel(slot) }
}
