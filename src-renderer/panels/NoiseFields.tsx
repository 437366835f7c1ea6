import type { Run } from '@shared/experiment/experiment'
import { withNoise } from '@shared/experiment/runs'
import { Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { Formula } from '../editor/Formula'
import { useLab } from '../lab'
import { SeedField } from './SeedField'

/** How noisy the gradient of a run is, and by which seed. */
export function NoiseFields(props: { run: Run }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const change = (changes: Partial<Run['noise']>) =>
    lab.change((experiment) => withNoise(experiment, props.run.id, changes), `${props.run.id}-noise`)
  return (
    <div class="run-part">
      <h4>{words().noise.heading}</h4>
      <div class="setting">
        <span>
          {words().noise.sigma} <Formula tex="\sigma" />
        </span>
        <NumberField
          value={props.run.noise.sigma}
          label={words().noise.sigma}
          refuse={(sigma) => (sigma >= 0 ? null : words().atLeastZero)}
          onChange={(sigma) => change({ sigma })}
        />
      </div>
      <Show when={props.run.noise.sigma > 0}>
        <SeedField value={props.run.noise.seed} onChange={(seed) => change({ seed })} />
      </Show>
      <p class="meaning">{words().noise.meaning}</p>
    </div>
  )
}
