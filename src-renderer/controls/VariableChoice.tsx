import { createMemo, For, Show } from 'solid-js'
import { axisName } from '../figures/names'
import { useLab } from '../lab/lab'
import { Choice } from './Choice'

/** More variables than this stand in a list instead of side by side. */
const mostSideBySide = 4

/** One of the variables, by its number; nothing to choose where there is only one. */
export function VariableChoice(props: { label: string; value: number; onChange: (axis: number) => void }) {
  const lab = useLab()
  const names = createMemo(() => lab.experiment().variables.map((_, axis) => axisName(lab.experiment(), axis)), [], {
    equals: (a, b) => a.join() === b.join()
  })
  /** Made anew only with other names: a button that has the focus keeps it. */
  const options = createMemo(() => names().map((label, axis) => ({ value: String(axis), label })))
  return (
    <Show when={options().length > 1}>
      <Show
        when={options().length > mostSideBySide}
        fallback={
          <Choice
            label={props.label}
            value={String(props.value)}
            options={options()}
            onChange={(axis) => props.onChange(Number(axis))}
          />
        }
      >
        <select
          aria-label={props.label}
          title={props.label}
          onChange={(event) => props.onChange(Number(event.currentTarget.value))}
        >
          <For each={options()}>
            {(option) => (
              <option value={option.value} selected={Number(option.value) === props.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      </Show>
    </Show>
  )
}
