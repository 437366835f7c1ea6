import { withParameter } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { placed } from './views/placed'

/** Moves one parameter to and fro over its range. */
export interface Animation {
  /** The parameter that moves; null while none does. */
  readonly moving: Accessor<string | null>
  /** Starts moving the parameter from where it is, upwards first; or lets it rest where it has come to. */
  toggle(parameter: string): void
  stop(): void
}

/** Milliseconds from one end of the range to the other. */
const oneWay = 4000
/** Milliseconds between two looks at the clock: about a frame. */
const frame = 16

/**
 * An animation of the document's parameters. All of it is one change to be undone. It stops when something else gives
 * the parameter another value, or takes it away. Call it inside a Solid root.
 */
export function createAnimation(document: {
  readonly experiment: Accessor<Experiment>
  change(edit: (experiment: Experiment) => Experiment): void
  /** A change that belongs to the one before. */
  goOn(edit: (experiment: Experiment) => Experiment): void
}): Animation {
  const [moving, setMoving] = createSignal<string | null>(null)
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = () => {
    clearInterval(timer)
    setMoving(null)
  }
  const start = (name: string) => {
    const parameter = () => document.experiment().parameters.find((one) => one.name === name)
    const first = parameter()
    if (!first) return
    stop()
    setMoving(name)
    let before = performance.now()
    let given = first.value
    let isBegun = false
    // 0 … 1 upwards, 1 … 2 downwards: a share of the range, which may be changed meanwhile.
    let phase = Math.min(1, Math.max(0, (first.value - first.min) / (first.max - first.min)))
    timer = setInterval(() => {
      const found = parameter()
      if (!found || found.value !== given) return stop()
      const now = performance.now()
      const next = phase + (now - before) / oneWay
      // Between two looks it may have turned: then it is seen at the end.
      const seen = Math.floor(next) > Math.floor(phase) ? Math.floor(next) : next
      phase = next % 2
      before = now
      const share = 1 - Math.abs((seen % 2) - 1)
      const value = Math.min(found.max, Math.max(found.min, placed(found.min + share * (found.max - found.min), found)))
      if (value === given) return
      given = value
      const move = (experiment: Experiment) => withParameter(experiment, name, { value })
      if (isBegun) document.goOn(move)
      else document.change(move)
      isBegun = true
    }, frame)
  }
  onCleanup(() => clearInterval(timer))
  return { moving, stop, toggle: (name) => (moving() === name ? stop() : start(name)) }
}
