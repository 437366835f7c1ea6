import { isHidden } from '@shared/experiment/runs'
import { Show } from 'solid-js'
import { useLab } from '../lab/lab'

/** Above a plot of the runs, when each of them is hidden. */
export function AllHidden() {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const all = () => {
    const { runs } = lab.experiment()
    return runs.length > 0 && runs.every(({ id }) => isHidden(lab.experiment(), id))
  }
  return (
    <Show when={all()}>
      <p class="strip soft">
        {words().allHidden}{' '}
        <button type="button" class="link" onClick={() => lab.look(({ hidden: _, ...view }) => view)}>
          {words().showAll}
        </button>
      </p>
    </Show>
  )
}
