import { For, Show } from 'solid-js'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab'

/** The script of a run, to be read before it is saved, and the choice of the run where there are several. */
export function PythonPreview(props: {
  /** Null: there is none of this run; undefined: not yet. */
  script: string | null | undefined
  run: number
  onChoose: (run: number) => void
}) {
  const lab = useLab()
  const words = () => lab.words().python
  const names = () => runNames(lab.experiment(), lab.words())
  return (
    <>
      <Show when={names().length > 1}>
        <div class="export-grid">
          <span>{words().run}</span>
          <select aria-label={words().run} onChange={(event) => props.onChoose(Number(event.currentTarget.value))}>
            <For each={names()}>
              {(name, index) => (
                <option value={String(index())} selected={index() === props.run}>
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
