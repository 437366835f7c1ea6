import { stepsBounds } from '@shared/experiment/bounds'
import { withSteps } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { withRunAdded } from '@shared/experiment/runs'
import { methodIds } from '@shared/methods/table'
import Plus from 'lucide-solid/icons/plus'
import { Index, Show } from 'solid-js'
import { useLab } from '../lab'
import type { Scene } from '../scene'
import { BoundedField } from './BoundedField'
import { CrowdFields } from './CrowdFields'
import { RaceButtons } from './RaceButtons'
import { RunCard } from './RunCard'
import { StopFields } from './StopFields'

/** More could not be told apart. */
const mostRuns = limits.colours

/** The method of a run that is added: the first that is not there yet, since two alike would hide one another. */
const newMethod = ({ runs }: Experiment): string | undefined =>
  methodIds.find((method) => runs.every((run) => run.method !== method))

/** The optimisers at work: how long, by which methods and settings, how it went. */
export function RunsPanel(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const runs = () => lab.experiment().runs
  const isFull = () => runs().length >= mostRuns
  return (
    <section class="card" aria-label={words().heading}>
      <h2>
        {words().heading}
        <button
          type="button"
          class="link"
          disabled={isFull()}
          title={isFull() ? words().most : undefined}
          onClick={() => lab.change((experiment) => withRunAdded(experiment, newMethod(experiment)))}
        >
          <Plus size={13} aria-hidden="true" /> {words().add}
        </button>
      </h2>
      <Show when={isFull()}>
        <p class="meaning">{words().most}</p>
      </Show>
      <BoundedField
        row={stepsBounds}
        value={lab.experiment().steps}
        onChange={(steps) => lab.change((experiment) => withSteps(experiment, steps), 'steps')}
      />
      <RaceButtons scene={props.scene} />
      <StopFields />
      <Show when={runs().length > 0} fallback={<p class="soft">{words().none}</p>}>
        <Index each={runs()}>{(run, index) => <RunCard run={run()} index={index} scene={props.scene} />}</Index>
        <CrowdFields scene={props.scene} />
      </Show>
    </section>
  )
}
