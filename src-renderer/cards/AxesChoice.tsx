import { For, Show } from 'solid-js'
import { axisName } from '../figures/names'
import { isPrincipal } from '../figures/principal-descent'
import { useLab } from '../lab/lab'

/** With more than two variables: which of them lie along the two axes of the plane, or that it is the runs' principal plane. */
export function AxesChoice() {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const variables = () => lab.experiment().variables.map((_, axis) => axis)
  const axes = () => lab.experiment().view.axes
  /** The other axis keeps its variable, unless that is the chosen one: then the two change places. */
  const choose = (place: 0 | 1, chosen: number) =>
    lab.look((view) => {
      const [across, up] = view.axes
      const other = place === 0 ? up : across
      const kept = other === chosen ? view.axes[place] : other
      return { ...view, axes: place === 0 ? [chosen, kept] : [kept, chosen] }
    })
  return (
    <Show when={variables().length > 2}>
      <Show when={lab.experiment().view.tab === 'descend'}>
        <label class="check" title={lab.words().dimensions.principalHint}>
          <input
            type="checkbox"
            checked={isPrincipal(lab.experiment())}
            onChange={(event) => {
              const plane = event.currentTarget.checked ? 'principal' : 'axes'
              lab.look((view) => ({ ...view, plane }))
            }}
          />
          {lab.words().dimensions.principal}
        </label>
      </Show>
      <span class="axes-choice" hidden={isPrincipal(lab.experiment())}>
        <For each={[0, 1] as const}>
          {(place) => (
            <select
              aria-label={place === 0 ? words().across : words().up}
              title={place === 0 ? words().across : words().up}
              onChange={(event) => choose(place, Number(event.currentTarget.value))}
            >
              <For each={variables()}>
                {(axis) => (
                  <option value={String(axis)} selected={axis === axes()[place]}>
                    {axisName(lab.experiment(), axis)}
                  </option>
                )}
              </For>
            </select>
          )}
        </For>
      </span>
    </Show>
  )
}
