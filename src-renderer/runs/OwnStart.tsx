import type { Run } from '@shared/experiment/experiment'
import { withRun } from '@shared/experiment/runs'
import { Index, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { useLab } from '../lab/lab'

/** More coordinates than this have no fields here: the list of variables has them for the selected run. */
const mostCoordinates = 6

/** Where a run begins, if not where the others do. */
export function OwnStart(props: { run: Run }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const setStart = (start: readonly number[] | null) =>
    lab.change((experiment) => withRun(experiment, props.run.id, { start }), `${props.run.id}-start`)
  return (
    <Show
      when={props.run.start}
      fallback={
        <button type="button" class="link" onClick={() => setStart(lab.experiment().start)}>
          {words().runs.ownStart}
        </button>
      }
    >
      {(start) => (
        <div class="own-start">
          <span>{words().function.start}</span>
          <Show when={start().length <= mostCoordinates} fallback={<span class="soft">{words().runs.startAbove}</span>}>
            <Index each={start()}>
              {(value, index) => (
                <NumberField
                  value={value()}
                  label={words().function.startOf(lab.experiment().variables[index]?.name ?? '')}
                  onChange={(wanted) => setStart(start().map((old, at) => (at === index ? wanted : old)))}
                />
              )}
            </Index>
          </Show>
          <button type="button" class="link" onClick={() => setStart(null)}>
            {words().runs.sharedStart}
          </button>
        </div>
      )}
    </Show>
  )
}
