import type { StepReport } from '@shared/protocol'
import { type Accessor, createComputed, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'

/** Milliseconds in which a step is told. */
export const storyTime = 200
/** Milliseconds for which its parts are waited for: without them the plots go on to the step at once. */
const patience = 150

/** One step forward, told: the plots stay at the step before while it is shown how the point goes on from there. */
export interface Story {
  /** The step at which the plots stay; null: none is told. */
  readonly from: Accessor<number | null>
  /** Its share of the time that is over, from 0 to 1; null: it has not begun, or none is told. */
  readonly time: Accessor<number | null>
}

/**
 * Tells every step that is taken forward by one, if it is `wanted` then, from when it is opened. Whatever else is selected or
 * changed ends it at once. Call it inside a Solid root.
 */
export function createStory(selection: {
  readonly step: Accessor<number>
  readonly run: Accessor<number>
  /** What ends a story when it becomes another. */
  readonly document: Accessor<unknown>
  readonly opened: Accessor<StepReport | undefined>
  /** Whether the step now selected can be told, and is to be. */
  wanted(): boolean
}): Story {
  const [from, stay] = createSignal<number | null>(null)
  const [time, setTime] = createSignal<number | null>(null)
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    stay(null)
    setTime(null)
  }
  const begin = () => {
    clearTimeout(timer)
    const start = performance.now()
    const tick = () => {
      const share = (performance.now() - start) / storyTime
      if (share >= 1) return end()
      setTime(share)
      frame = requestAnimationFrame(tick)
    }
    setTime(0)
    frame = requestAnimationFrame(tick)
  }
  createComputed(
    on([selection.step, selection.run, selection.document], ([step, run, document], before) => {
      const isNext = before && step === before[0] + 1 && run === before[1] && document === before[2]
      end()
      if (!isNext || !untrack(selection.wanted)) return
      stay(step - 1)
      timer = setTimeout(end, patience)
    })
  )
  createEffect(() => {
    const at = from()
    if (at !== null && selection.opened()?.step === at + 1 && untrack(time) === null) begin()
  })
  onCleanup(end)
  return { from, time }
}
