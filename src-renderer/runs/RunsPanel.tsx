import { stepsBounds } from '@shared/experiment/bounds'
import { withSteps } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { withRunAdded } from '@shared/experiment/runs'
import { methodIds } from '@shared/methods/table'
import Plus from 'lucide-solid/icons/plus'
import Scale from 'lucide-solid/icons/scale'
import { createMemo, Index, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { runNames } from '../figures/run-names'
import { useLab } from '../lab/lab'
import { looks, runLook } from '../plots/look'
import type { Scene } from '../scene/scene'
import { BoundedField } from './BoundedField'
import { CrowdChip } from './CrowdFields'
import { MinimumButton } from './MinimumSearch'
import { RunCard } from './RunCard'
import { StopChip } from './StopFields'

/** More could not be told apart. */
const mostRuns = limits.colours

/** The method of a run that is added: the first that is not there yet, since two alike would hide one another. */
const newMethod = ({ runs }: Experiment): string | undefined =>
  methodIds.find((method) => runs.every((run) => run.method !== method))

/** Adds a run; where there are as many as can be told apart it says so. */
export function AddRun() {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const isFull = () => lab.experiment().runs.length >= mostRuns
  return (
    <button
      type="button"
      class="link"
      disabled={isFull()}
      title={isFull() ? words().most : undefined}
      onClick={() => lab.change((experiment) => withRunAdded(experiment, newMethod(experiment)))}
    >
      <Plus size={13} aria-hidden="true" /> {words().add}
    </button>
  )
}

/** The optimisers at work: by which methods and settings, how it went, for how long, and what is asked of all together. */
export function RunsPanel(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const runs = () => lab.experiment().runs
  return (
    <>
      <div class="runs">
        <Show when={runs().length > 0} fallback={<p class="soft">{words().none}</p>}>
          <Index each={runs()}>{(run, index) => <RunCard run={run()} index={index} scene={props.scene} />}</Index>
        </Show>
        <Show when={runs().length >= mostRuns}>
          <p class="meaning">{words().most}</p>
        </Show>
      </div>
      <div class="of-all-runs">
        <BoundedField
          row={stepsBounds}
          value={lab.experiment().steps}
          onChange={(steps) => lab.change((experiment) => withSteps(experiment, steps), 'steps')}
        />
        <div class="race-buttons">
          <StopChip />
          <button type="button" class="popover-button" onClick={() => lab.inspect('comparison')}>
            <Scale size={13} aria-hidden="true" /> {lab.words().race.compare.button}
          </button>
          <MinimumButton minimum={props.scene.minimum} />
          <Show when={runs().length > 0}>
            <CrowdChip scene={props.scene} />
          </Show>
        </div>
      </div>
    </>
  )
}

/** The way back to the runs where their column is folded: a mark for each, which selects it. */
export function RunsRail() {
  const lab = useLab()
  const names = createMemo(() => runNames(lab.experiment(), lab.words()))
  return (
    <div class="runs-rail">
      <Index each={lab.experiment().runs}>
        {(run, index) => (
          <IconButton label={names()[index] ?? ''} pressed={lab.run() === index} onClick={() => lab.selectRun(index)}>
            <span class="run-dot" style={{ background: runLook(looks[lab.theme()], run().colour).colour }} />
          </IconButton>
        )}
      </Index>
    </div>
  )
}
