import { noiseBounds } from '@shared/experiment/bounds'
import type { Run } from '@shared/experiment/experiment'
import { withNoise } from '@shared/experiment/runs'
import { Show } from 'solid-js'
import { useLab } from '../lab/lab'
import { BoundedField } from './BoundedField'
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
      <BoundedField
        row={noiseBounds.sigma}
        symbol="\sigma"
        value={props.run.noise.sigma}
        onChange={(sigma) => change({ sigma })}
      />
      <Show when={props.run.noise.sigma > 0}>
        <SeedField row={noiseBounds.seed} value={props.run.noise.seed} onChange={(seed) => change({ seed })} />
      </Show>
      <p class="meaning">{words().noise.meaning}</p>
    </div>
  )
}
