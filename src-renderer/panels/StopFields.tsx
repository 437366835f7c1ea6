import { stopBounds, stopRules } from '@shared/experiment/bounds'
import { withStop } from '@shared/experiment/edit'
import type { StopRules } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'
import { For, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { useLab } from '../lab'
import { refusedBy, settingTexts } from './SettingRow'

/** What ends the runs before their steps are over: nothing, unless asked for. */
export function StopFields() {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const stop = () => lab.experiment().stop
  const summary = () =>
    stopRules.flatMap((id) => {
      const bound = stop()[id]
      return bound === null ? [] : [`${words().stop.letters[id]} ≤ ${numeral(bound)}`]
    })
  const change = (id: keyof StopRules, bound: number | null, topic?: string) =>
    lab.change((experiment) => withStop(experiment, { [id]: bound }), topic)
  return (
    <details class="fold">
      <summary>
        {words().stop.heading} <span class="soft">{summary().join(', ') || words().stop.none}</span>
      </summary>
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
    </details>
  )
}
