import { arrangements } from '@shared/experiment/experiment'
import { Match, Show, Switch } from 'solid-js'
import type { Ask } from '../answer'
import { Choice } from '../controls/Choice'
import { isPrincipal } from '../figures/principal-descent'
import { useLab } from '../lab'
import { LongWork } from '../panels/LongWork'
import { VerdictLine } from '../panels/Outcome'
import { PlaybackBar } from '../panels/PlaybackBar'
import type { Scene } from '../scene'
import { DescentFooter } from './DescentFooter'
import { DescentLine } from './DescentLine'
import { DescentPlane } from './DescentPlane'
import { DescentPrincipal } from './DescentPrincipal'
import { DescentVariables } from './DescentVariables'

/** Optimisers at work: linked plots, small multiples or one contour a run; playback, loss, table, step panel. */
export function Descend(props: { scene: Scene; ask: Ask }) {
  const lab = useLab()
  return (
    <div class="descend">
      <Switch fallback={<DescentPlane scene={props.scene} ask={props.ask} />}>
        <Match when={lab.experiment().variables.length === 1}>
          <DescentLine scene={props.scene} ask={props.ask} />
        </Match>
        <Match when={lab.experiment().view.arrangement === 'variables'}>
          <DescentVariables scene={props.scene} />
        </Match>
        <Match when={isPrincipal(lab.experiment())}>
          <DescentPrincipal scene={props.scene} ask={props.ask} />
        </Match>
      </Switch>
      <PlaybackBar playback={props.scene.playback} />
      <Show when={props.scene.progress.runs.share() !== null} fallback={<VerdictLine scene={props.scene} />}>
        <LongWork progress={props.scene.progress.runs} text={lab.words().lab.runs.progress.working} />
      </Show>
      <DescentFooter scene={props.scene} />
    </div>
  )
}

/** How the Descend tab is laid out: linked plots, one small plot a step, or – of several variables – one a run or a variable. */
export function ArrangementChoice() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const label = () => ({
    linked: words().linked,
    steps: words().steps,
    runs: words().methods,
    variables: lab.words().dimensions.variables
  })
  const offered = () => (lab.experiment().variables.length > 1 ? arrangements : (['linked', 'steps'] as const))
  return (
    <Choice
      label={words().arrangement}
      value={lab.experiment().view.arrangement}
      options={offered().map((value) => ({ value, label: label()[value] }))}
      onChange={(arrangement) => lab.look((view) => ({ ...view, arrangement }))}
    />
  )
}
