import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import type { DocumentFile } from '../document-file'
import { useLab } from '../lab'
import { ExamplesMenu } from './Toolbar'

/** The first line a new person reads, with three ways to go on. */
export function Welcome(props: {
  file: DocumentFile
  onStep: () => void
  onOwnFunction: () => void
  onDismiss: () => void
}) {
  const lab = useLab()
  const words = () => lab.words().lab.first
  /** After the first step taken by hand comes the hint about the learning rate. */
  const [walked, setWalked] = createSignal(false)
  const toTangent = () => lab.experiment().variables.length === 1
  return (
    <div class="welcome">
      <p>{walked() && !toTangent() ? words().hintRate : words().line}</p>
      <button
        type="button"
        class="primary"
        onClick={() => {
          props.onStep()
          setWalked(true)
        }}
      >
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
