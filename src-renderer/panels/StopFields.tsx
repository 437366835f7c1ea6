import { withStop } from '@shared/experiment/edit'
import type { StopRules } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { For, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { useLab } from '../lab'
import { numeral } from '../plots/numerals'

/** Each rule with the bound it begins with. */
const rules: readonly { readonly id: keyof StopRules; readonly usual: number }[] = [
  { id: 'gradient', usual: 1e-6 },
  { id: 'step', usual: 1e-8 },
  { id: 'target', usual: 0 },
  { id: 'evaluations', usual: 1000 }
]

/** What ends the runs before their steps are over: nothing, unless asked for. */
export function StopFields() {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const stop = () => lab.experiment().stop
  const summary = () =>
    rules.flatMap(({ id }) => {
      const bound = stop()[id]
      return bound === null ? [] : [`${words().stop.letters[id]} ≤ ${numeral(bound)}`]
    })
  const change = (id: keyof StopRules, bound: number | null, topic?: string) =>
    lab.change((experiment) => withStop(experiment, { [id]: bound }), topic)
  const refuse = (id: keyof StopRules, bound: number): string | null => {
    if (id === 'target') return null
    if (id !== 'evaluations') return bound >= 0 ? null : words().atLeastZero
    const isCount = Number.isInteger(bound) && bound >= 1 && bound <= limits.evaluations
    return isCount ? null : words().stop.evaluationsRefused
  }
  return (
    <details class="fold">
      <summary>
        {words().stop.heading} <span class="soft">{summary().join(', ') || words().stop.none}</span>
      </summary>
      <For each={rules}>
        {({ id, usual }) => (
          <div class="setting">
            <label class="check">
              <input
                type="checkbox"
                checked={stop()[id] !== null}
                onChange={(event) => change(id, event.currentTarget.checked ? usual : null)}
              />
              {words().stop[id]}
            </label>
            <Show when={stop()[id] !== null}>
              <NumberField
                value={stop()[id]}
                label={words().stop[id]}
                refuse={(bound) => refuse(id, bound)}
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
