import type { Problem } from '@shared/problem'
import type { Answer, Question, Reply, RequestName } from '@shared/protocol'
import { type Accessor, batch, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { bridge } from '../bridge'
import { keyOf } from './questions'

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

/** Asks one question after the other, and listens to the newest. */
export interface Slot<Name extends RequestName> {
  /** Asks, unless it is the question that was wanted last. */
  want(question: Question<Name>): void
  /** Nothing is wanted now: what is under way is given up, unless it `isWanted` by somebody else. */
  giveUp(isWanted?: (key: string) => boolean): void
  /** Whether this question is asked, or will be next. */
  isUnderWay(question: Question<Name>): boolean
  readonly answered: Accessor<Answered<Name>>
}

/**
 * Milliseconds after which a question under way is given up for a newer one. A quicker one is waited for, so that
 * a picture keeps moving while something is dragged.
 */
const patience = 120

/** Of what is asked for one after the other, only the newest is heard. */
export function createNewest() {
  let turn = 0
  return {
    /** Whatever is under way is not heard. */
    drop: () => void turn++,
    hear: async <Result>(work: Promise<Result>, heard: (result: Result) => void): Promise<void> => {
      const own = ++turn
      const result = await work
      if (own === turn) heard(result)
    }
  }
}

/**
 * A slot that asks as long as its owner lives. `hear` is told what became of each question; `nameOf`: the slot in which the
 * workers have it.
 */
export function createSlot<Name extends RequestName>(
  ask: Ask,
  hear: (question: Question<Name>, reply: Reply<Name>) => void = () => {},
  nameOf = ({ slot }: Question<Name>) => slot
): Slot<Name> {
  const [answered, setAnswered] = createSignal<Answered<Name>>({ last: undefined, problem: undefined, pending: false })
  const newest = createNewest()
  let wanted = ''
  let underWay: { readonly key: string; readonly slot: string; readonly since: number } | null = null
  let waiting: Question<Name> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = (question: Question<Name>) => {
    waiting = null
    clearTimeout(timer)
    const key = keyOf(question)
    underWay = { key, slot: nameOf(question), since: performance.now() }
    void newest.hear(ask(question), (reply) =>
      batch(() => {
        underWay = null
        const pending = waiting !== null
        setAnswered((old) => {
          if (reply.kind === 'answer') return { last: { question, answer: reply.answer }, problem: undefined, pending }
          if (reply.kind === 'problem') return { last: old.last, problem: reply.problem, pending }
          return { ...old, pending }
        })
        hear(question, reply)
        if (waiting) send(waiting)
      })
    )
  }
  const giveUp = (isWanted: (key: string) => boolean = () => false) => {
    if (waiting && isWanted(keyOf(waiting))) return
    // It can be wanted again.
    if (waiting) wanted = underWay?.key ?? ''
    waiting = null
    clearTimeout(timer)
    if (!underWay || isWanted(underWay.key)) return
    newest.drop()
    bridge.drop(underWay.slot)
    underWay = null
    wanted = ''
    setAnswered((old) => ({ ...old, pending: false }))
  }
  onCleanup(() => giveUp())
  return {
    answered,
    giveUp,
    isUnderWay: (question) => [underWay?.key, waiting && keyOf(waiting)].includes(keyOf(question)),
    want(question) {
      const key = keyOf(question)
      if (key === wanted) return
      wanted = key
      setAnswered((old) => ({ ...old, pending: true }))
      clearTimeout(timer)
      waiting = null
      if (!underWay) return send(question)
      if (key === underWay.key) return
      waiting = question
      timer = setTimeout(() => waiting && send(waiting), Math.max(0, patience - (performance.now() - underWay.since)))
    }
  }
}

/**
 * Asks again whenever `question` changes and keeps the newest answer; a question equal to the last one is not asked
 * again. Null: nothing is wanted now, the last answer stays, and what is under way is given up: other work waits for it.
 */
export function createAnswer<Name extends RequestName>(
  ask: Ask,
  question: Accessor<Question<Name> | null>
): Accessor<Answered<Name>> {
  const slot = createSlot<Name>(ask)
  createEffect(on(question, (wanted) => (wanted ? slot.want(wanted) : slot.giveUp())))
  return slot.answered
}

/** The answer, if it is one to exactly this question. */
export const answerIn = <Name extends RequestName>(
  { last }: Answered<Name>,
  question: Question<Name> | null
): Answer<Name> | undefined => (last && question && keyOf(last.question) === keyOf(question) ? last.answer : undefined)
