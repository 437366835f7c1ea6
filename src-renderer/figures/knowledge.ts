import type { Problem } from '@shared/problem'
import type { Answer, Question, Reply, RequestName } from '@shared/protocol'
import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  getOwner,
  on,
  onCleanup,
  runWithOwner,
  type Signal,
  untrack
} from 'solid-js'
import { type Ask, createSlot, type Slot } from '../answers/answer'
import { type GridSize, keyOf } from '../answers/questions'
import type { ScreenSize } from '../plots/layout'
import { type Found, isAlike, type Know, knowing } from './know'
import { type ContourSheet, contourSize } from './sampling'

/** What was made of the newest state of which everything is known. */
export interface Made<Value> {
  /** Undefined before there is one. */
  readonly value: Value | undefined
  /** Why there is none of the state of now: what is shown meanwhile is the last good one. */
  readonly problem: Problem | undefined
  /** There will be a newer one. */
  readonly pending: boolean
}

/** Answers to the questions of figures that are on the screen, by their slots. */
export interface Knowledge {
  /**
   * Keeps making something of the newest `state` of which everything is known, and asks for what is not: so all of it is
   * always of one state, however late answers are, and it keeps moving while that is changed again and again. `size`: of the
   * element with the contours that are in it; zero while there is none.
   */
  made<State, Value>(
    state: Accessor<State>,
    make: (state: State, know: Know) => Value | undefined,
    size?: Accessor<ScreenSize>
  ): Accessor<Made<Value>>
}

/** Milliseconds after which what is under way for an older state is given up for a newer one. */
const patience = 400

/** So many replies in a slot are remembered: figures are never farther behind, and grids are large. */
const remembered = 8

/** Milliseconds without a change after which as many samples are asked for as a picture has pixels. */
const rest = 200

/** Samples of the picture that is shown until then: the quick worker has them in no time. */
const quickSamples = 101 ** 2

const noSize: ScreenSize = { width: 0, height: 0, ratio: 1 }

/** One try at making something. */
interface Try<Value> {
  /** Undefined: something is missing. */
  readonly value: Value | undefined
  /** What is missing, or would be welcome. */
  readonly wanted: readonly Question[]
  readonly problem: Problem | undefined
  /** The contour with all its pixels, which is wanted when it rests; null without any. */
  readonly fine: Question | null
}

/** What became of a question. */
interface Settled<Name extends RequestName> {
  readonly key: string
  readonly question: Question<Name>
  readonly reply: Exclude<Reply<Name>, { readonly kind: 'superseded' }>
}

type Replies = readonly Settled<RequestName>[]

/** Call it inside a Solid root. */
export function createKnowledge(ask: Ask): Knowledge {
  const owner = getOwner()
  const settledIn = createReplies()
  const settled = <Name extends RequestName>(question: Question<Name>) => {
    const key = keyOf(question)
    const found = settledIn(question.slot)[0]().find((one) => one.key === key)
    return found?.reply as Settled<Name>['reply'] | undefined
  }
  /**
   * Figures that are behind one another do not take each other's questions away: each has slots of its own. Those of a figure
   * that is gone, `figure` null, are the next one's.
   */
  const slots = new Map<string, { figure: object | null; readonly slot: Slot<RequestName> }[]>()
  /** The keys of what each figure wants now. What no figure does is given up: the worker has better to do. */
  const wishes = new Map<object, ReadonlySet<string>>()
  const wishFor = (figure: object, questions: readonly Question[]) => {
    for (const question of questions) want(question, figure)
    wishes.set(figure, new Set(questions.map(keyOf)))
    const isWanted = (key: string) => [...wishes.values()].some((keys) => keys.has(key))
    for (const all of slots.values()) for (const { slot } of all) slot.giveUp(isWanted)
  }
  const leave = (figure: object) => {
    wishFor(figure, [])
    wishes.delete(figure)
    for (const all of slots.values()) for (const one of all) if (one.figure === figure) one.figure = null
  }
  const want = (question: Question, figure: object) => {
    const all = slots.get(question.slot) ?? []
    slots.set(question.slot, all)
    if (settled(question) || all.some(({ slot }) => slot.isUnderWay(question))) return
    const name = all.length === 0 ? question.slot : `${question.slot}-${all.length + 1}`
    const create = () =>
      createSlot<RequestName>(
        (asked) => ask({ ...asked, slot: name }),
        (asked, reply) => {
          if (reply.kind === 'superseded') return
          const [, setReplies] = settledIn(question.slot)
          // What was refused is asked again when it comes back: it may have been the worker that had to be replaced.
          const good = (old: Replies) => old.filter((one) => one.reply.kind === 'answer')
          setReplies((old) => [{ key: keyOf(asked), question: asked, reply }, ...good(old)].slice(0, remembered))
        },
        () => name
      )
    const own = all.find((one) => one.figure === figure) ?? all.find((one) => one.figure === null)
    if (own) own.figure = figure
    const slot = own?.slot ?? (runWithOwner(owner, create) as Slot<RequestName>)
    if (!own) all.push({ figure, slot })
    slot.want(question)
  }

  function tried<Value>(make: (know: Know) => Value | undefined, { ratio, ...size }: ScreenSize): Try<Value> {
    const wanted: Question[] = []
    let isWhole = true
    let problem: Problem | undefined
    let fine: Question | null = null
    const look = <Name extends RequestName>(question: Question<Name>) => {
      const reply = settled(question)
      if (!reply) wanted.push(question)
      return reply
    }
    const need = <Name extends RequestName>(question: Question<Name>): Answer<Name> | undefined => {
      const reply = look(question)
      if (reply?.kind === 'answer') return reply.answer
      isWhole = false
      problem ??= reply?.problem
      return undefined
    }
    const meanwhile = <Name extends RequestName>(
      question: Question<Name>,
      ranges: readonly string[] = []
    ): Found<Name> | undefined => {
      look(question)
      for (const one of settledIn(question.slot)[0]())
        if (one.reply.kind === 'answer' && isAlike(one.question, question, ranges))
          return { question: one.question as Question<Name>, answer: one.reply.answer as Answer<Name> }
      return undefined
    }
    const drawn = <Name extends RequestName>(
      sheet: ContourSheet,
      question: (size: GridSize) => Question<Name>
    ): Found<Name> | undefined => {
      if (size.width === 0) {
        isWhole = false
        return undefined
      }
      const whole = question(contourSize(size, sheet, ratio))
      const reply = settled(whole)
      if (reply?.kind === 'answer') return { question: whole, answer: reply.answer }
      fine = whole
      const quick = question(contourSize(size, sheet, 1, quickSamples))
      const answer = need(quick)
      return answer === undefined ? undefined : { question: quick, answer }
    }
    const value = make(knowing(need, { meanwhile, drawn }))
    return { value: isWhole ? value : undefined, wanted, problem, fine }
  }

  return {
    made<State, Value>(
      state: Accessor<State>,
      make: (state: State, know: Know) => Value | undefined,
      size: Accessor<ScreenSize> = () => noSize
    ) {
      const figure = {}
      onCleanup(() => leave(figure))
      const [late, setLate] = createSignal(0)
      const [rested, setRested] = createSignal('')
      /** The state for which what is missing is under way; for a newer one it is given up after a while. */
      let target: { readonly state: State; readonly until: number } | null = null
      type Shown = Made<Value> & {
        readonly wanted: readonly Question[]
        readonly fine: string | null
        /** When an older state is given up for the newest; null: it is that which is wanted. */
        readonly until: number | null
      }
      const found = createMemo(
        (before: Shown): Shown => {
          late()
          const newest = state()
          const now = tried((know) => make(newest, know), size())
          const fine = now.fine && keyOf(now.fine)
          if (now.value !== undefined) {
            target = null
            const wanted = now.fine && rested() === fine ? [...now.wanted, now.fine] : now.wanted
            return { value: now.value, problem: undefined, pending: false, wanted, fine, until: null }
          }
          let { value } = before
          if (target && target.state !== newest && !now.problem) {
            const older = target.state
            const then = tried((know) => make(older, know), size())
            if (then.value === undefined && !then.problem && performance.now() < target.until)
              return { ...before, pending: true, wanted: then.wanted, fine, until: target.until }
            value = then.value ?? value
          }
          if (target?.state !== newest) target = { state: newest, until: performance.now() + patience }
          return { value, problem: now.problem, pending: !now.problem, wanted: now.wanted, fine, until: null }
        },
        { value: undefined, problem: undefined, pending: true, wanted: [], fine: null, until: null }
      )
      createEffect(() => {
        const { wanted, until } = found()
        untrack(() => wishFor(figure, wanted))
        if (until == null) return
        const timer = setTimeout(() => setLate((count) => count + 1), until - performance.now())
        onCleanup(() => clearTimeout(timer))
      })
      const fine = createMemo(() => found().fine)
      createEffect(
        on(fine, (key) => {
          const timer = setTimeout(() => setRested(key ?? ''), rest)
          onCleanup(() => clearTimeout(timer))
        })
      )
      // Whoever draws it is not to begin anew for what is only wanted otherwise.
      return createMemo(found, undefined, {
        equals: (a, b) => a.value === b.value && a.problem === b.problem && a.pending === b.pending
      })
    }
  }
}

/** The last replies to the questions of each slot, the newest first. */
function createReplies() {
  const all = new Map<string, Signal<Replies>>()
  return (slot: string): Signal<Replies> => {
    const known = all.get(slot) ?? createSignal<Replies>([])
    all.set(slot, known)
    return known
  }
}
