import { Show } from 'solid-js'
import { useLab } from '../lab/lab'

/** In a presentation: all of the screen black, while it is wanted so. */
export function BlankScreen() {
  const lab = useLab()
  return (
    <Show when={lab.presentation.isBlank()}>
      <div class="blank-screen" role="img" aria-label={lab.words().frame.blank} />
    </Show>
  )
}
