import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

/** Milliseconds without a change after which something rests. */
const rest = 300

/**
 * Whether `value` is being changed again and again, by a slider that is dragged or by itself: true from the second of
 * two quick changes on, until it rests. One change alone is no unrest.
 */
export function restless(value: Accessor<unknown>): Accessor<boolean> {
  const [moving, setMoving] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(
      value,
      () => {
        if (timer !== undefined) setMoving(true)
        clearTimeout(timer)
        timer = setTimeout(() => {
          timer = undefined
          setMoving(false)
        }, rest)
      },
      { defer: true }
    )
  )
  onCleanup(() => clearTimeout(timer))
  return moving
}
