import type { Problem } from '@shared/problem'
import type { Answer, Question, RequestName } from '@shared/protocol'
import { type Accessor, createEffect, createMemo, createSignal, getOwner, on, onCleanup, runWithOwner } from 'solid-js'
import { type Ask, createSlot, patience, type Slot } from './answer'
import { type Found, isAlike, type Know, knowing } from './figures/know'
import { type ContourSheet, contourSize, type GridSize } from './figures/sampling'
import type { Size } from './plots/layout'
import { keyOf } from './questions'

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
   * element with the contours that are in it, in CSS pixels; zero while there is none.
   */
  made<State, Value>(
    state: Accessor<State>,
    make: (state: State, know: Know) => Value | undefined,
    size?: Accessor<Size>
  ): Accessor<Made<Value>>
}

/** Milliseconds without a change after which as many samples are asked for as a picture has pixels. */
const rest = 200

/** Samples of the picture that is shown until then: the quick worker has them in no time. */
const quickSamples = 101 ** 2

const noSize: Size = { width: 0, height: 0 }

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

/** Call it inside a Solid root. */
export function createKnowledge(ask: Ask): Knowledge {
  const owner = getOwner()
  const slots = new Map<string, Slot<RequestName>>()
  const slotOf = <Name extends RequestName>({ slot }: Question<Name>): Slot<Name> => {
    const known = slots.get(slot) ?? (runWithOwner(owner, () => createSlot(ask)) as Slot<RequestName>)
    slots.set(slot, known)
    return known as unknown as Slot<Name>
  }

  function tried<Value>(make: (know: Know) => Value | undefined, { width, height }: Size): Try<Value> {
    const wanted: Question[] = []
    let isWhole = true
    let problem: Problem | undefined
    let fine: Question | null = null
    const look = <Name extends RequestName>(question: Question<Name>): Answer<Name> | undefined => {
      const reply = slotOf(question).settled(question)
      if (reply?.kind === 'answer') return reply.answer
      if (!reply) wanted.push(question)
      return undefined
    }
    const need = <Name extends RequestName>(question: Question<Name>): Answer<Name> | undefined => {
      const answer = look(question)
      if (answer !== undefined) return answer
      isWhole = false
      const reply = slotOf(question).settled(question)
      if (reply?.kind === 'problem') problem ??= reply.problem
      return undefined
    }
    const meanwhile = <Name extends RequestName>(
      question: Question<Name>,
      ranges: readonly string[] = []
    ): Found<Name> | undefined => {
      const answer = look(question)
      if (answer !== undefined) return { question, answer }
      const { last } = slotOf(question).answered()
      return last && isAlike(last.question, question, ranges) ? last : undefined
    }
    const drawn = <Name extends RequestName>(
      sheet: ContourSheet,
      question: (size: GridSize) => Question<Name>
    ): Found<Name> | undefined => {
      if (width === 0) {
        isWhole = false
        return undefined
      }
      const whole = question(contourSize({ width, height }, sheet, window.devicePixelRatio))
      const reply = slotOf(whole).settled(whole)
      if (reply?.kind === 'answer') return { question: whole, answer: reply.answer }
      fine = whole
      const quick = question(contourSize({ width, height }, sheet, 1, quickSamples))
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
      size: Accessor<Size> = () => noSize
    ) {
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
        for (const question of wanted) slotOf(question).want(question)
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
      return found
    }
  }
}
