import { isHidden, withRunHidden } from '@shared/experiment/runs'
import { Show } from 'solid-js'
import { useLab } from '../lab/lab'

/** Says that the selected run is drawn in no plot, with the way back. */
export function SelectedHidden() {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const hidden = () => {
    const run = lab.experiment().runs[lab.run()]
    return run && isHidden(lab.experiment(), run.id) ? run : undefined
  }
  return (
    <Show when={hidden()}>
      {(run) => (
        <p class="soft">
          {words().isHidden}{' '}
          <button
            type="button"
            class="link"
            onClick={() => lab.look(() => withRunHidden(lab.experiment(), run().id, false).view)}
          >
            {words().show}
          </button>
        </p>
      )}
    </Show>
  )
}
