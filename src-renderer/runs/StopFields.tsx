import { stopBounds, stopRules } from '@shared/experiment/bounds'
import { withStop } from '@shared/experiment/edit'
import type { StopRules } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'
import { For, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { Popover } from '../controls/Popover'
import { useLab } from '../lab/lab'
import { refusedBy, settingTexts } from './SettingRow'

/** The rules that end the runs early, if there are any, on a chip that opens them. */
export function StopChip() {
  const lab = useLab()
  const words = () => lab.words().lab.runs.stop
  const active = () =>
    stopRules.flatMap((id) => {
      const bound = lab.experiment().stop[id]
      return bound === null ? [] : [`${words().letters[id]} ${numeral(bound)}`]
    })
  return (
    <Popover
      label={words().heading}
      placement="bottom-start"
      class={active().length > 0 ? 'on' : ''}
      says={active().length > 0}
      face={active().join(', ') || words().heading}
    >
      <StopFields />
    </Popover>
  )
}

/** What ends the runs before their steps are over: nothing, unless asked for. */
export function StopFields() {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const stop = () => lab.experiment().stop
  const change = (id: keyof StopRules, bound: number | null, topic?: string) =>
    lab.change((experiment) => withStop(experiment, { [id]: bound }), topic)
  return (
    <div class="race-sheet">
      <h3>{words().stop.heading}</h3>
      <For each={stopRules}>
        {(id) => (
          <div class="setting" title={settingTexts(stopBounds[id], lab.words()).meaning}>
            <label class="check">
              <input
                type="checkbox"
                checked={stop()[id] !== null}
                onChange={(event) => change(id, event.currentTarget.checked ? stopBounds[id].default : null)}
              />
              {words().stop[id]}
            </label>
            <Show when={stop()[id] !== null}>
              <NumberField
                value={stop()[id]}
                label={words().stop[id]}
                refuse={refusedBy(stopBounds[id], lab.words())}
                onChange={(bound) => change(id, bound, `stop-${id}`)}
              />
            </Show>
          </div>
        )}
      </For>
      <p class="meaning">{words().stop.meaning}</p>
    </div>
  )
}
