import type { Problem } from '@shared/problem'
import type { Answer, Question, Reply, RequestName } from '@shared/protocol'
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

/** The newest answer to a question that changes with the document. */
export interface Answered<Name extends RequestName> {
  /** The last question that was answered, with its answer; undefined before the first. */
  readonly last: { readonly question: Question<Name>; readonly answer: Answer<Name> } | undefined
  /** Why the newest question could not be answered: what is shown meanwhile is the last good picture. */
  readonly problem: Problem | undefined
  /** A newer question is under way. */
  readonly pending: boolean
}

export type Ask = <Name extends RequestName>(question: Question<Name>) => Promise<Reply<Name>>

/**
 * Milliseconds after which a question under way is given up for a newer one. A quicker one is waited for, so that
 * a picture keeps moving while something is dragged.
 */
const patience = 120

/**
 * Asks again whenever `question` changes and keeps the newest answer; a question equal to the last one is not asked
 * again. Null: nothing is wanted now, the last answer stays.
 */
export function createAnswer<Name extends RequestName>(
  ask: Ask,
  question: Accessor<Question<Name> | null>
): Accessor<Answered<Name>> {
  const [answered, setAnswered] = createSignal<Answered<Name>>({ last: undefined, problem: undefined, pending: false })
  let asked = ''
  let turn = 0
  let sentAt = 0
  let busy = false
  let waiting: Question<Name> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async (wanted: Question<Name>) => {
    waiting = null
    clearTimeout(timer)
    busy = true
    sentAt = performance.now()
    const own = ++turn
    const reply = await ask(wanted)
    if (own !== turn) return
    busy = false
    setAnswered((old) => {
      if (reply.kind === 'answer')
        return { last: { question: wanted, answer: reply.answer }, problem: undefined, pending: waiting !== null }
      if (reply.kind === 'problem') return { last: old.last, problem: reply.problem, pending: waiting !== null }
      return { ...old, pending: waiting !== null }
    })
    if (waiting) void send(waiting)
  }

  createEffect(
    on(question, (wanted) => {
      const spelt = JSON.stringify(wanted)
      if (!wanted || spelt === asked) return
      asked = spelt
      setAnswered((old) => ({ ...old, pending: true }))
      if (!busy) return void send(wanted)
      waiting = wanted
      clearTimeout(timer)
      timer = setTimeout(() => waiting && void send(waiting), Math.max(0, patience - (performance.now() - sentAt)))
    })
  )
  onCleanup(() => {
    turn++
    clearTimeout(timer)
  })
  return answered
}
