/**
 * The document and the ones before and after it. Documents are immutable, so keeping the old ones is all that undo takes.
 */
export interface History<Document> {
  readonly past: readonly Document[]
  readonly present: Document
  readonly future: readonly Document[]
  /** What the last change was about; a further change about the same thing soon after joins it. */
  readonly topic: string | null
  readonly changedAt: number
}

/** How many changes can be taken back. */
const depth = 500
/** Milliseconds within which changes about the same topic – a slider being dragged, a word being typed – are one. */
const pause = 1000

export const begun = <Document>(present: Document): History<Document> => ({
  past: [],
  present,
  future: [],
  topic: null,
  changedAt: Number.NEGATIVE_INFINITY
})

/** A history as it was: its next change joins none before. */
export const restored = <Document>(
  history: Pick<History<Document>, 'past' | 'present' | 'future'>
): History<Document> => ({
  ...begun(history.present),
  ...history
})

/**
 * The history after a change at time `now`, in milliseconds of a clock that stands still while a pointer is held down
 * (clock.ts): whatever the pause in it, a drag is one change. A null topic never joins the change before it.
 */
export function changed<Document>(
  history: History<Document>,
  present: Document,
  topic: string | null,
  now: number
): History<Document> {
  if (present === history.present) return history
  const joins = topic !== null && topic === history.topic && now - history.changedAt < pause && history.past.length > 0
  const past = joins ? history.past : [...history.past, history.present].slice(-depth)
  return { past, present, future: [], topic, changedAt: now }
}

/** The history after more of the last change: it is undone together with it, however long it takes. */
export const goneOn = <Document>(history: History<Document>, present: Document): History<Document> => ({
  ...history,
  present
})

/** One change back; the same history if there is none. */
export function undone<Document>(history: History<Document>): History<Document> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return restored({
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future]
  })
}

/** One change forward again; the same history if there is none. */
export function redone<Document>(history: History<Document>): History<Document> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return restored({ past: [...history.past, history.present], present: next, future })
}
