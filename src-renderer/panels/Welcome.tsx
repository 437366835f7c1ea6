import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import type { DocumentFile } from '../document-file'
import { useLab } from '../lab'
import type { Playback } from '../playback'
import { ExamplesMenu } from './Toolbar'

/** The first line a new person reads, with three ways to go on. */
export function Welcome(props: {
  playback: Playback
  file: DocumentFile
  /** How many steps they have taken by hand: after the first comes the hint about the learning rate. */
  walked: number
  onStep: () => void
  onOwnFunction: () => void
  onDismiss: () => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.first
  const toTangent = () => lab.experiment().variables.length === 1
  return (
    <div class="welcome">
      <p>{props.walked > 0 && !toTangent() ? words().hintRate : words().line}</p>
      <button type="button" class="primary" onClick={() => props.onStep()}>
        {words().next}
      </button>
      <ExamplesMenu file={props.file} />
      <Show
        when={toTangent()}
        fallback={
          <button type="button" onClick={() => props.onOwnFunction()}>
            {words().own}
          </button>
        }
      >
        <button type="button" onClick={() => lab.look((view) => ({ ...view, tab: 'differentiate' }))}>
          {words().toTangent}
        </button>
      </Show>
      <IconButton label={words().dismiss} onClick={() => props.onDismiss()}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
