import { withStart, withSteps } from '@shared/experiment/edit'
import type { Experiment, Run } from '@shared/experiment/experiment'
import { withRun, withSetting } from '@shared/experiment/runs'
import { sentence } from '@shared/problem'
import type { Remedy, RunReport, Suggestion, Verdict } from '@shared/protocol'
import { suggestionWords, verdictSentence, verdictWord } from '@shared/words/verdict'
import { type Accessor, createMemo, For, Show } from 'solid-js'
import type { Progress } from '../answers/progress'
import { LongWork } from '../controls/LongWork'
import { Terms } from '../controls/Term'
import { outcomeOf } from '../figures/ends'
import { runNames } from '../figures/run-names'
import { type Lab, useLab } from '../lab/lab'
import { looks, runLook } from '../plots/look'
import type { Scene } from '../scene/scene'

/** How a run went, in words; `text` is null while that is being found. */
interface Outcome {
  readonly text: string | null
  /** The same in a word or two; why it cannot be run, whole. */
  readonly word: string
  /** It will not get anywhere like this. */
  readonly bad: boolean
  /** A change that was tried and is better: why, the label of its button, and what the button does. */
  readonly remedy: { readonly why: string; readonly button: string; readonly apply: () => void } | null
  readonly notes: readonly string[]
}

const badKinds: readonly Verdict['kind'][] = ['growing', 'diverged', 'left-domain', 'circling', 'kink', 'unbounded']

/** Whether a run will not get anywhere as it is. That noise keeps it moving is nothing bad. */
export const isBad = ({ kind, cause }: Verdict): boolean => badKinds.includes(kind) && cause !== 'noise'

/** The outcome of run number `index`; undefined until it is known, or if there is no such run. */
function createOutcome(lab: Lab, scene: Scene, index: Accessor<number>): Accessor<Outcome | undefined> {
  return createMemo(() => {
    const run = lab.experiment().runs[index()]
    const report = scene.reports()?.[index()]
    if (!run) return undefined
    if (report && 'points' in report) {
      const verdict = scene.verdicts[index()]?.verdict()
      return told(lab, run, report, verdict, scene.lowerThan(index()))
    }
    const problem = report?.problem ?? scene.runs().problem
    return (
      problem && {
        text: sentence(problem, lab.words()),
        word: sentence(problem, lab.words()),
        bad: true,
        remedy: null,
        notes: []
      }
    )
  })
}

function told(
  lab: Lab,
  run: Run,
  report: RunReport,
  verdict: Verdict | undefined,
  lower: readonly number[] | undefined
): Outcome {
  const words = lab.words()
  const notes = report.notes.map((note) => sentence(note, words))
  if (!verdict) return { text: null, word: words.race.judging, bad: false, remedy: null, notes }
  const { suggestion } = verdict
  const remedy = suggestionWords(verdict, words)
  return {
    text: verdictSentence(outcomeOf(lab.experiment(), report, verdict, lower), words),
    word: verdictWord(verdict, words),
    bad: isBad(verdict),
    remedy: suggestion &&
      remedy && {
        why: remedy.sentence,
        button: remedy.button,
        apply: () => lab.change((experiment) => remedied(experiment, run, suggestion))
      },
    notes
  }
}

/** The experiment with the remedy in it. The only run there is takes the shared start along. */
function remedied(experiment: Experiment, run: Run, suggestion: Suggestion): Experiment {
  const changed = withRemedy(experiment, run, suggestion)
  return suggestion.enough ? changed : withSteps(changed, Math.max(experiment.steps, suggestion.room))
}

function withRemedy(experiment: Experiment, run: Run, remedy: Remedy): Experiment {
  switch (remedy.change) {
    case 'lr':
    case 'momentum':
    case 'eps':
      return withSetting(experiment, run.id, remedy.change, remedy.value)
    case 'start':
      return run.start === null && experiment.runs.length === 1
        ? withStart(experiment, remedy.start)
        : withRun(experiment, run.id, { start: remedy.start })
    case 'steps':
      return experiment
  }
}

/** On the card of a run: how it went in a word, which the dock says in full of the selected one; what is to be known of its numbers. */
export function RunOutcome(props: { index: number; scene: Scene }) {
  const lab = useLab()
  const outcome = createOutcome(lab, props.scene, () => props.index)
  return (
    <Show when={outcome()}>
      {(found) => (
        <span class="outcome" classList={{ bad: found().bad }} title={found().text ?? undefined}>
          {found().word}
          <For each={found().notes}>{(note) => <span class="soft"> {note}</span>}</For>
        </span>
      )}
    </Show>
  )
}

/** The verdict on the selected run in full, and the remedy that was tried: always in sight beside the playback. */
export function VerdictLine(props: { scene: Scene }) {
  const lab = useLab()
  const outcome = createOutcome(lab, props.scene, lab.run)
  const run = () => lab.experiment().runs[lab.run()]
  const name = () => runNames(lab.experiment(), lab.words())[lab.run()]
  return (
    <div class="verdict-line outcome" aria-live="polite">
      <Show when={outcome()}>
        {(found) => (
          <>
            <span class="run-dot" style={{ background: runLook(looks[lab.theme()], run()?.colour ?? 0).colour }} />
            <Show when={lab.experiment().runs.length > 1}>
              <b>{name()}</b>
            </Show>
            <Told outcome={found()} progress={props.scene.verdicts[lab.run()]?.progress} />
          </>
        )}
      </Show>
    </div>
  )
}

function Told(props: { outcome: Outcome; progress: Progress | undefined }) {
  return (
    <>
      <Show when={props.outcome.text} fallback={<Judging progress={props.progress} />}>
        {(text) => (
          <p classList={{ bad: props.outcome.bad }} title={text()}>
            <Terms text={text()} />
          </p>
        )}
      </Show>
      <Show when={props.outcome.remedy}>
        {(remedy) => (
          <p class="remedy">
            <span title={remedy().why}>{remedy().why}</span>{' '}
            <button type="button" class="link" onClick={() => remedy().apply()}>
              {remedy().button}
            </button>
          </p>
        )}
      </Show>
    </>
  )
}

/** In place of a verdict that is being found: nothing at first, so that a quick one does not flicker. */
function Judging(props: { progress: Progress | undefined }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs.progress
  const long = () => (props.progress && props.progress.share() !== null ? props.progress : undefined)
  return (
    <Show when={long()} fallback={<p class="judging">{words().judged}</p>}>
      {(progress) => <LongWork progress={progress()} text={words().judging} />}
    </Show>
  )
}
