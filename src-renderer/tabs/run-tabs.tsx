import Sliders from 'lucide-solid/icons/sliders-horizontal'
import { createMemo, Show } from 'solid-js'
import { PlotCard } from '../cards/PlotCard'
import { Choice } from '../controls/Choice'
import { Popover } from '../controls/Popover'
import { lossOfRuns } from '../figures/descend'
import type { InspectorTab } from '../frame/Inspector'
import { type Lab, useLab } from '../lab/lab'
import { Comparison } from '../race/Comparison'
import { LeaderBoard } from '../race/LeaderBoard'
import { pickOf } from '../runs/selection'
import type { Scene } from '../scene/scene'
import { StepPanel } from '../steps/StepPanel'
import { StepTable } from '../steps/StepTable'

/** What there is to be read of the runs: the opened step, f over the steps, every step of the selected run, the standings, a fair comparison. */
export function runTabs(lab: Lab, scene: Scene): readonly InspectorTab[] {
  const { tabs } = lab.words().frame
  return [
    { id: 'step', label: tabs.step, content: () => <StepPanel scene={scene} /> },
    { id: 'loss', label: tabs.loss, content: () => <Loss scene={scene} /> },
    { id: 'table', label: tabs.table, content: () => <StepTable scene={scene} /> },
    { id: 'board', label: tabs.board, content: () => <LeaderBoard scene={scene} /> },
    { id: 'comparison', label: tabs.comparison, content: () => <Comparison scene={scene} /> }
  ]
}

/** The value of f at each step of each run. */
function Loss(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const figure = createMemo(() => lossOfRuns(props.scene.descent()))
  return (
    <PlotCard
      title={words().loss}
      isBare
      figure={figure()}
      events={{ pick: pickOf(lab, props.scene) }}
      controls={
        <span class="controls">
          <Popover
            label={lab.words().race.lossSettings}
            says
            face={
              <>
                <Sliders size={13} aria-hidden="true" /> {words().settings}
              </>
            }
          >
            <LossSettings />
          </Popover>
        </span>
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
