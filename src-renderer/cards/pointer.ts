import { isHidden } from '@shared/experiment/runs'
import type { Question, RequestName } from '@shared/protocol'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answers/answer'
import { ghostQuestion, pointQuestion } from '../answers/questions'
import type { Ghost, Place, Pointed } from '../figure'
import { runNames } from '../figures/run-names'
import type { Lab } from '../lab/lab'

/** The one place under the pointer that all plots over the same axes share, with what is known of it. */
export interface Pointer {
  readonly pointed: Accessor<Pointed | null>
  /** The pointer is over a place of one of the plots; null: over none. */
  readonly point: (at: Place | null) => void
}

/** How a plot lies among the variables. */
export interface Axes {
  /** All coordinates of a place of it; null while they are unknown. */
  readonly pointOf: (at: Place) => readonly number[] | null
  /** Where on it a point is seen. */
  readonly placeOf: (point: readonly number[]) => readonly [number, number]
  /** Of a gradient the slopes along its two axes. */
  readonly slopesOf: (gradient: readonly number[]) => readonly [number, number]
}

/** The plot of the two variables `axes` – both the same along a curve –, all others held as in the point `held`. */
export function axesOf(axes: () => readonly [number, number], held: () => readonly number[]): Axes {
  const onAxes = (point: readonly number[]) => {
    const [across, up] = axes()
    return [point[across] ?? Number.NaN, point[up] ?? Number.NaN] as const
  }
  return {
    pointOf: ([x = Number.NaN, y = Number.NaN]) => {
      const [across, up] = axes()
      return held().map((value, axis) => (axis === across ? x : axis === up ? y : value))
    },
    placeOf: onAxes,
    slopesOf: onAxes
  }
}

/** Follows the pointer over plots with the same axes. `hasGhost`: it tells which path the selected run would take from there. */
export function createPointer(lab: Lab, ask: Ask, axes: Axes, hasGhost: boolean): Pointer {
  const [at, point] = createSignal<Place | null>(null, { equals: (a, b) => a?.join() === b?.join() })
  const wanted = createMemo(() => {
    const place = at()
    return place && axes.pointOf(place)
  })
  const ground = createTrailing(
    ask,
    createMemo(() => {
      const place = wanted()
      return place && { ...pointQuestion(lab.subject(), place, lab.experiment().gradient.h), slot: 'pointed' }
    }),
    'point'
  )
  const ghost = createTrailing(
    ask,
    createMemo(() => {
      const place = hasGhost ? wanted() : null
      const run = lab.experiment().runs[lab.run()]
      if (!place || !run || isHidden(lab.experiment(), run.id)) return null
      return ghostQuestion(lab.subject(), lab.experiment(), lab.run(), place)
    }),
    'start'
  )
  const seenGhost = (): Ghost | null => {
    const last = ghost()
    const [report] = last?.answer ?? []
    const run = lab.experiment().runs[lab.run()]
    if (!last || !run || !report || !('points' in report)) return null
    const name = runNames(lab.experiment(), lab.words())[lab.run()] ?? run.method
    const dimension = last.question.body.subject.variables.length
    const { steps, points, values, norms, taken, stop } = report
    const places = Array.from(steps, (_, index) =>
      axes.placeOf([...points.subarray(index * dimension, (index + 1) * dimension)])
    )
    const [x, y] = [places.map(([across]) => across), places.map(([, up]) => up)]
    return { name, colour: run.colour, steps, x, y, values, norms, taken, stop }
  }
  const seenGround = (): Pointed['ground'] => {
    const last = ground()
    if (!last) return null
    const { value, gradient } = last.answer
    return { at: axes.placeOf(last.question.body.point), value, slopes: axes.slopesOf(gradient) }
  }
  return {
    point,
    pointed: createMemo(() => {
      const place = at()
      return place && { at: place, ground: seenGround(), ghost: seenGhost() }
    })
  }
}

/** Milliseconds for which an answer about the place before is shown while a new one is under way: else all would flicker. */
const trailing = 250

/**
 * The newest answer about where the pointer is, or was a moment ago; undefined where it is on nothing, and where the
 * answers come too late. `place`: the part of the question that is the place; in all else an answer is about what is so now.
 */
function createTrailing<Name extends RequestName>(
  ask: Ask,
  question: Accessor<Question<Name> | null>,
  place: string
): Accessor<Answered<Name>['last']> {
  const answered = createAnswer(ask, question)
  const spelt = (asked: Question<Name> | undefined | null, but?: string) =>
    JSON.stringify(asked, (key, value) => (key === but ? undefined : value))
  const isThere = () => spelt(answered().last?.question) === spelt(question())
  /** What was known when the pointer last went: nothing of an earlier visit is shown again. */
  let gone: Answered<Name>['last']
  const [isLate, setLate] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  createEffect(
    on([question, answered], ([wanted, { last }]) => {
      if (!wanted) gone = last
      if (!wanted || isThere()) {
        stop()
        setLate(false)
      } else timer ??= setTimeout(() => setLate(true), trailing)
    })
  )
  onCleanup(stop)
  return createMemo(() => {
    const { last } = answered()
    const wanted = question()
    if (!last || !wanted) return undefined
    const isAlike = spelt(last.question, place) === spelt(wanted, place)
    return isThere() || (isAlike && last !== gone && !isLate()) ? last : undefined
  })
}
