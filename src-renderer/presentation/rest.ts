import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Milliseconds without pointer or key after which nobody is at the controls. */
const pause = 2000

/** Whether the hands have rested for a while. Call it inside a Solid root. */
export function createRest(): Accessor<boolean> {
  const [isResting, rest] = createSignal(false)
  let timer: ReturnType<typeof setTimeout>
  const wake = () => {
    rest(false)
    clearTimeout(timer)
    timer = setTimeout(() => rest(true), pause)
  }
  const signs = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const
  for (const sign of signs) addEventListener(sign, wake, { capture: true, passive: true })
  onCleanup(() => {
    clearTimeout(timer)
    for (const sign of signs) removeEventListener(sign, wake, { capture: true })
  })
  wake()
  return isResting
}
