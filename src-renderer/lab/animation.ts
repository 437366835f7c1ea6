import type { Experiment } from '@shared/experiment/experiment'
import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** One number of the document, and how it moves by itself. */
export interface Motion {
  /** Tells it from all other motions. */
  readonly id: string
  /** The number as the document has it; undefined where it has none. */
  readonly number: (experiment: Experiment) => number | undefined
  readonly withNumber: (experiment: Experiment, value: number) => Experiment
  /** The way it goes from here. `goesOn`: it was paused before and nothing has moved it since. */
  readonly way: (experiment: Experiment, goesOn: boolean) => Way
}

/**
 * Where the number is `elapsed` milliseconds after the start, when it was last looked at after `before`; null: the motion
 * is over, because it has come to its end or because what it is about has changed.
 */
export type Way = (experiment: Experiment, before: number, elapsed: number) => number | null

/** Moves one number of the document. */
export interface Animation {
  /** The motion under way, by its id; null while there is none. */
  readonly moving: Accessor<string | null>
  /** Starts the motion from where its number is; or lets it rest where it has come to. */
  toggle(motion: Motion): void
  stop(): void
}

/** Milliseconds between two looks at the clock: about a frame. */
const frame = 16

/**
 * An animation of the document. All of a motion is one change to be undone. It stops when something else gives its
 * number another value, or takes it away. Call it inside a Solid root.
 */
export function createAnimation(document: {
  readonly experiment: Accessor<Experiment>
  change(edit: (experiment: Experiment) => Experiment): void
  /** A change that belongs to the one before. */
  goOn(edit: (experiment: Experiment) => Experiment): void
}): Animation {
  const [moving, setMoving] = createSignal<string | null>(null)
  let timer: ReturnType<typeof setInterval> | undefined
  let paused: { readonly id: string; readonly at: number | undefined } | null = null
  const stop = () => {
    clearInterval(timer)
    setMoving(null)
  }
  const start = (motion: Motion) => {
    const number = () => motion.number(document.experiment())
    let given = number()
    if (given === undefined) return
    stop()
    setMoving(motion.id)
    const way = motion.way(document.experiment(), paused?.id === motion.id && paused.at === given)
    paused = null
    const begin = performance.now()
    let before = 0
    let isBegun = false
    timer = setInterval(() => {
      const elapsed = performance.now() - begin
      const value = number() === given ? way(document.experiment(), before, elapsed) : null
      if (value === null) return stop()
      before = elapsed
      if (value === given) return
      given = value
      const move = (experiment: Experiment) => motion.withNumber(experiment, value)
      if (isBegun) document.goOn(move)
      else document.change(move)
      isBegun = true
    }, frame)
  }
  const pause = (motion: Motion) => {
    stop()
    paused = { id: motion.id, at: motion.number(document.experiment()) }
  }
  onCleanup(() => clearInterval(timer))
  return { moving, stop, toggle: (motion) => (moving() === motion.id ? pause(motion) : start(motion)) }
}
