import Sliders from 'lucide-solid/icons/sliders-horizontal'
import { createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { Popover } from '../controls/Popover'
import { lossFigure } from '../figures/loss'
import { useLab } from '../lab'
import { Ledger } from '../panels/Ledger'
import { StepPanel } from '../panels/StepPanel'
import type { Scene } from '../scene'
import { PlotCard } from './PlotCard'
import { pickOf, selectionOf } from './selection'

/** Below the plots: the loss chart, the standings and the table, the step panel; where there is little room two cards in one. */
export function DescentFooter(props: { scene: Scene }) {
  const isNarrow = createNarrow()
  const loss = (heading?: JSX.Element) => <Loss scene={props.scene} heading={heading} />
  return (
    <div class="footer" classList={{ narrow: isNarrow() }}>
      <Show when={!isNarrow()}>{loss()}</Show>
      <Ledger scene={props.scene} loss={isNarrow() ? loss : null} />
      <StepPanel scene={props.scene} />
    </div>
  )
}

/** Whether three cards beside one another would be cramped. */
function createNarrow(): () => boolean {
  const query = window.matchMedia('(max-width: 1180px)')
  const [isNarrow, setNarrow] = createSignal(query.matches)
  const hear = () => setNarrow(query.matches)
  query.addEventListener('change', hear)
  onCleanup(() => query.removeEventListener('change', hear))
  return isNarrow
}

/** The value of f at each step of each run. `heading`: in place of the title. */
function Loss(props: { scene: Scene; heading: JSX.Element }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const figure = createMemo(() =>
    lossFigure(
      lab.experiment(),
      props.scene.shown().reports,
      lab.words(),
      selectionOf(lab, props.scene),
      props.scene.minimum.report()
    )
  )
  return (
    <PlotCard
      title={words().loss}
      heading={props.heading}
      figure={figure()}
      events={{ pick: pickOf(lab, props.scene) }}
      controls={
        <Popover
          label={lab.words().race.lossSettings}
          face={
            <>
              <Sliders size={13} aria-hidden="true" /> {words().settings}
            </>
          }
        >
          <LossSettings />
        </Popover>
      }
    />
  )
}

function LossSettings() {
  const lab = useLab()
  const words = () => lab.words().race
  const plots = () => lab.words().lab.plots
  return (
    <div class="settings">
      <span>{words().lossAlong}</span>
      <Choice
        label={words().lossAlong}
        value={lab.experiment().view.lossAlong}
        options={(['steps', 'evaluations'] as const).map((value) => ({ value, label: words()[value] }))}
        onChange={(lossAlong) => lab.look((view) => ({ ...view, lossAlong }))}
      />
      <span>{plots().lossLabel}</span>
      <Choice
        label={plots().lossLabel}
        value={lab.experiment().view.loss}
        options={(['linear', 'log'] as const).map((value) => ({ value, label: plots()[value] }))}
        onChange={(loss) => lab.look((view) => ({ ...view, loss }))}
      />
      <Show when={lab.experiment().view.loss === 'log'}>
        <p class="meaning whole">{words().logHint({ button: words().minimum.button })}</p>
      </Show>
    </div>
  )
}
