import type { Question, RequestName } from '@shared/protocol'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { type ContourSheet, contourSize, type GridSize } from '../figures/sampling'
import type { Size } from '../plots/layout'

/** Milliseconds without a change after which what is asked rests. */
const rest = 200

/** Samples of the picture that is shown until then: the quick worker has them in no time. */
const quickSamples = 101 ** 2

/**
 * A question about a plane that is drawn in an element of this size, by contours that stand in it as `sheet` says: at once for a
 * few samples, and for as many as the picture has pixels when it rests. Null while the element has no size.
 */
export function byPixels<Name extends RequestName>(
  size: Accessor<Size>,
  sheet: Accessor<ContourSheet>,
  question: (grid: GridSize) => Question<Name> | null
): Accessor<Question<Name> | null> {
  const fine = createMemo(() =>
    size().width > 0 ? question(contourSize(size(), sheet(), window.devicePixelRatio)) : null
  )
  const spelt = createMemo(() => JSON.stringify(fine()))
  const [rested, setRested] = createSignal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(spelt, (now) => {
      clearTimeout(timer)
      timer = setTimeout(() => setRested(now), rest)
    })
  )
  onCleanup(() => clearTimeout(timer))
  return createMemo(() =>
    fine() && rested() !== spelt() ? question(contourSize(size(), sheet(), 1, quickSamples)) : fine()
  )
}
