import type { Draft, DraftDocuments, Recovered } from '@shared/bridge'
import { encode } from '@shared/experiment/codec'
import type { Experiment } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import { createEffect, on, onCleanup } from 'solid-js'
import { bridge } from '../bridge'
import type { History } from '../lab/history'
import { type Lab, titleOf } from '../lab/lab'

/** Milliseconds after a change within which the document is handed over, however it goes on changing. */
const pause = 2000
/** Characters of a draft: of a longer history the nearest changes are kept. */
const most = 1_000_000

/** Documents are immutable: each is written once, however often its history is handed over. Null: no file can hold it. */
const texts = new WeakMap<Experiment, string | null>()

function textOf(experiment: Experiment): string | null {
  const known = texts.get(experiment)
  if (known !== undefined) return known
  const text = written(experiment)
  texts.set(experiment, text)
  return text
}

function written(experiment: Experiment): string | null {
  try {
    return encode(experiment)
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

/** The document with as much of its history as a draft holds; null where no file can hold the document. */
export function draftOf(history: History<Experiment>, title: string, unsaved: boolean): Draft | null {
  const text = textOf(history.present)
  if (text === null) return null
  let left = most - text.length
  const nearest = (documents: Iterable<Experiment>) => {
    const kept: string[] = []
    for (const document of documents) {
      const other = textOf(document)
      left -= other?.length ?? 0
      if (other === null || left < 0) break
      kept.push(other)
    }
    return kept
  }
  const past = nearest(history.past.toReversed()).reverse()
  return { title, text, past, future: nearest(history.future), unsaved }
}

/** The document that is recovered, with its history. Its texts are known: the next draft need not write them anew. */
export function historyIn({ draft, documents }: Pick<Recovered, 'draft' | 'documents'>): DraftDocuments {
  const { past, present, future } = documents
  texts.set(present, draft.text)
  for (const [index, experiment] of past.entries()) texts.set(experiment, draft.past[index] ?? null)
  for (const [index, experiment] of future.entries()) texts.set(experiment, draft.future[index] ?? null)
  return documents
}

/**
 * Hands the document over a moment after it has changed, so that it outlives a crash of the page or of the program; at
 * once when it is another one, and when nothing is unsaved any more. Call it inside a Solid root.
 */
export function keepDrafts(lab: Lab): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasUnsaved = false
  let begun: Experiment | null = null
  const hand = () => {
    clearTimeout(timer)
    timer = undefined
    const unsaved = lab.toRecover()
    wasUnsaved = unsaved !== null
    begun = lab.begun()
    const history = unsaved ?? lab.history()
    const draft = draftOf(history, titleOf(history.present, lab.words()), wasUnsaved)
    if (draft) bridge.keepDraft(draft)
  }
  createEffect(
    on([lab.history, lab.toRecover, lab.begun], () => {
      if (begun !== lab.begun() || (wasUnsaved && !lab.toRecover())) hand()
      else timer ??= setTimeout(hand, pause)
    })
  )
  onCleanup(() => clearTimeout(timer))
}
