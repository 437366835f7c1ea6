import { type Accessor, createSignal } from 'solid-js'

/** What is said to the person about what was done. */
export interface Notices {
  /** One line shown for a while, about what was done or could not be done. */
  readonly notice: Accessor<Notice | null>
  tell(text: string, bad?: boolean): void
  dismissNotice(): void
}

/** What was typed and is not taken. */
export interface Refusals {
  /** Why what is typed as the step size, or as a range, is not taken: what is seen is of the one before. Null: it is. */
  refused(topic: Refused): string | null
  /** `field` tells the fields of a topic from one another. */
  refuse(field: string, topic: Refused, sentence: string | null): void
}

export type Refused = 'h' | 'range'

export interface Notice {
  readonly text: string
  readonly bad: boolean
}

/** Milliseconds for which good news is shown; bad news stays until it is dismissed. */
const noticeTime = 4000

export function createRefusals(): Refusals {
  const [found, setFound] = createSignal<ReadonlyMap<string, { readonly topic: Refused; readonly sentence: string }>>(
    new Map()
  )
  return {
    refused: (wanted) => [...found().values()].find(({ topic }) => topic === wanted)?.sentence ?? null,
    refuse: (field, topic, sentence) =>
      setFound((old) => {
        if (sentence === null && !old.has(field)) return old
        const next = new Map(old)
        if (sentence === null) next.delete(field)
        else next.set(field, { topic, sentence })
        return next
      })
  }
}

export function createNotice(): Notices {
  const [notice, setNotice] = createSignal<Notice | null>(null)
  return {
    notice,
    tell: (text, bad = false) => {
      const own = { text, bad }
      setNotice(own)
      if (!bad) setTimeout(() => setNotice((shown) => (shown === own ? null : shown)), noticeTime)
    },
    dismissNotice: () => setNotice(null)
  }
}
