import { exampleNamed } from '@shared/experiment/examples'
import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import type { DocumentFile } from '../file/document-file'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { ExamplesMenu } from './ExamplesMenu'

/** The first line a new person reads, with three ways to go on. */
export function Welcome(props: { file: DocumentFile; scene: Scene; onOwnFunction: () => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.first
  /** After the first step taken by hand comes the hint about the learning rate. */
  const [walked, setWalked] = createSignal(false)
  const last = () => props.scene.playback.last()
  const next = () => {
    props.scene.playback.pause()
    lab.selectStep(lab.step() < last() ? lab.step() + 1 : 0)
    setWalked(true)
  }
  /** The function, the method of the first run and its settings are those of the example. */
  const isAsBegun = () => {
    const { formula, runs, example } = lab.experiment()
    const begun = exampleNamed(example ?? '')?.experiment
    const [run, first] = [runs[0], begun?.runs[0]]
    const isSet = run?.method === first?.method && JSON.stringify(run?.settings) === JSON.stringify(first?.settings)
    return formula === begun?.formula && isSet
  }
  const toTangent = () => lab.experiment().variables.length === 1
  const line = () => {
    if (toTangent()) return words().hintTangent
    // Of other methods the first sentence is not true, and of another function it is no news.
    if (!isAsBegun()) return words().hintOwn
    return walked() ? words().hintRate : words().line
  }
  return (
    <section class="welcome" aria-label={words().label}>
      <p>{line()}</p>
      <Show when={last() > 0}>
        <button type="button" class="primary" onClick={next}>
          {words().next}
        </button>
      </Show>
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
      <IconButton label={words().dismiss} onClick={() => lab.prefer({ welcome: false })}>
        <X size={14} />
      </IconButton>
    </section>
  )
}
