import { For, Show } from 'solid-js'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab/lab'

/** A script to be read before it is saved, and the choice between all runs and one of them. */
export function PythonPreview(props: {
  /** Null: there is none of this run; undefined: not yet. */
  script: string | null | undefined
  runs: readonly number[]
  onChoose: (runs: readonly number[]) => void
}) {
  const lab = useLab()
  const words = () => lab.words().python
  const names = () => runNames(lab.experiment(), lab.words())
  const chosen = (value: string) => (value === 'all' ? [...names().keys()] : [Number(value)])
  return (
    <>
      <Show when={names().length > 1}>
        <div class="export-grid">
          <span>{words().run}</span>
          <select aria-label={words().run} onChange={(event) => props.onChoose(chosen(event.currentTarget.value))}>
            <option value="all" selected={props.runs.length > 1}>
              {words().allRuns}
            </option>
            <For each={names()}>
              {(name, index) => (
                <option value={String(index())} selected={props.runs.length === 1 && props.runs[0] === index()}>
                  {name}
                </option>
              )}
            </For>
          </select>
        </div>
      </Show>
      <Show when={props.script !== null} fallback={<p class="soft">{words().none}</p>}>
        <pre class="script-preview" tabindex="0">
          {props.script ?? ''}
        </pre>
      </Show>
    </>
  )
}
