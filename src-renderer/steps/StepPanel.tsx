import { sentence } from '@shared/problem'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { runNames } from '../figures/run-names'
import { lastOpenable } from '../figures/runs'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'
import { OpenedStep } from './OpenedStep'
import { SelectedHidden } from './SelectedHidden'

/** Why the selected run moved there: in words, and its update rule with this step's numbers. */
export function StepPanel(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  const name = () => runNames(lab.experiment(), lab.words())[lab.run()]
  return (
    <section class="step-panel" aria-label={words().rule}>
      <h3>
        <span>{headingOf(lab, props.scene)}</span>
        <span class="soft ellipsis">{name()}</span>
        <span class="controls">
          <ArrowsCheck />
        </span>
      </h3>
      <div class="scroller explained" tabindex="0">
        <SelectedHidden />
        <Explained scene={props.scene} />
      </div>
    </section>
  )
}

/** The report on the selected run, if it could be run. */
function reportOf(lab: ReturnType<typeof useLab>, scene: Scene) {
  const report = scene.reports()?.[lab.run()]
  return report && 'taken' in report ? report : undefined
}

const hasEnded = (lab: ReturnType<typeof useLab>, scene: Scene) => {
  const report = reportOf(lab, scene)
  return report !== undefined && lab.step() > lastOpenable(report)
}

/** While the selection runs on, the panel keeps to the last step that was opened, under that step's number. */
function headingOf(lab: ReturnType<typeof useLab>, scene: Scene): string {
  const words = lab.words().lab.stepPanel
  if (lab.step() === 0) return words.startHeading
  return words.heading((hasEnded(lab, scene) ? undefined : scene.opened()?.step) ?? lab.step())
}

/** Whether the plots show what the step is made of. */
function ArrowsCheck() {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  return (
    <label class="check" title={words().arrowsHint}>
      <input
        type="checkbox"
        checked={lab.experiment().view.arrows === 'all'}
        onChange={(event) => {
          const arrows = event.currentTarget.checked ? 'all' : 'gradient'
          lab.look((view) => ({ ...view, arrows }))
        }}
      />
      {words().arrows}
    </label>
  )
}

function Explained(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.stepPanel
  /** The experiment that the steps are of, which may be behind the one of now. */
  const seen = createMemo(() => {
    const { experiment, subject } = props.scene.descent()
    return { ...experiment, formula: subject.formula }
  })
  const run = () => seen().runs[lab.run()]
  /** Why the run cannot begin. */
  const refusal = () => {
    const report = props.scene.reports()?.[lab.run()]
    return report && 'problem' in report ? report.problem : undefined
  }
  const lastStep = () => {
    const stop = reportOf(lab, props.scene)?.stop
    return stop === 'left-domain' || stop === 'diverged' ? stop : 'line-search'
  }
  return (
    <Switch>
      <Match when={refusal()}>{(problem) => <p class="reason">{sentence(problem(), lab.words())}</p>}</Match>
      <Match when={lab.step() === 0}>
        <p class="soft">{words().startText}</p>
      </Match>
      <Match when={hasEnded(lab, props.scene)}>
        <p class="soft">{words().ended}</p>
      </Match>
      <Match when={props.scene.opened()}>
        {(report) => (
          <>
            <Show when={report().step > (reportOf(lab, props.scene)?.taken ?? Number.POSITIVE_INFINITY)}>
              <p class="reason">{words().lastSteps[lastStep()]}</p>
            </Show>
            <Show when={run()}>{(taker) => <OpenedStep seen={seen()} report={report()} run={taker()} />}</Show>
          </>
        )}
      </Match>
    </Switch>
  )
}
