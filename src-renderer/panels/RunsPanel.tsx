import { withSteps } from '@shared/experiment/edit'
import type { Experiment, Run } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { withMethod, withoutRun, withRun, withRunAdded, withRunDuplicated, withSetting } from '@shared/experiment/runs'
import { isFixedRate } from '@shared/methods/method'
import { type Setting, settingProblem } from '@shared/methods/setting'
import { conventionMatters, conventionsOf, methodIds, methodNamed } from '@shared/methods/table'
import { sentence } from '@shared/problem'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronUp from 'lucide-solid/icons/chevron-up'
import Copy from 'lucide-solid/icons/copy'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createMemo, createSignal, For, Index, Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { methodName } from '../figures/run-names'
import { useLab } from '../lab'
import { looks, runLook } from '../plots/look'
import type { Scene } from '../scene'
import { typesetRule } from './explanation'
import { RunOutcome } from './Outcome'

/** More could not be told apart. */
const mostRuns = limits.colours

/** The method of a run that is added: the first that is not there yet, since two alike would hide one another. */
const newMethod = ({ runs }: Experiment): string | undefined =>
  methodIds.find((method) => runs.every((run) => run.method !== method))

/** The optimisers at work: method, settings, how it went. */
export function RunsPanel(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const runs = () => lab.experiment().runs
  return (
    <section class="card" aria-label={words().heading}>
      <h2>
        {words().heading}
        <button
          type="button"
          class="link"
          disabled={runs().length >= mostRuns}
          title={runs().length >= mostRuns ? words().most : undefined}
          onClick={() => lab.change((experiment) => withRunAdded(experiment, newMethod(experiment)))}
        >
          <Plus size={13} aria-hidden="true" /> {words().add}
        </button>
      </h2>
      <div class="setting">
        <span>{words().steps}</span>
        <NumberField
          value={lab.experiment().steps}
          label={words().steps}
          refuse={(steps) => (Number.isInteger(steps) && steps >= 0 && steps <= 1e6 ? null : words().stepsRefused)}
          onChange={(steps) => lab.change((experiment) => withSteps(experiment, steps), 'steps')}
        />
      </div>
      <Show when={runs().length > 0} fallback={<p class="soft">{words().none}</p>}>
        <Index each={runs()}>{(run, index) => <RunCard run={run()} index={index} scene={props.scene} />}</Index>
      </Show>
    </section>
  )
}

function RunCard(props: { run: Run; index: number; scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const [open, setOpen] = createSignal(false)
  const row = createMemo(() => methodNamed(props.run.method, props.run.convention))
  const look = () => runLook(looks[lab.theme()], props.run.colour)
  const shown = () => row()?.settings.filter((setting) => open() || setting.id === 'lr') ?? []
  const id = () => props.run.id
  return (
    <section
      class="run"
      aria-label={words().colour(props.index + 1)}
      classList={{ selected: lab.run() === props.index && lab.experiment().runs.length > 1 }}
      style={{ '--run': look().colour }}
      onPointerDown={() => lab.selectRun(props.index)}
      onFocusIn={() => lab.selectRun(props.index)}
    >
      <div class="run-head">
        <svg class="dash" viewBox="0 0 26 10" aria-label={words().colour(props.index + 1)} role="img">
          <line
            x1="1"
            y1="5"
            x2="25"
            y2="5"
            stroke={look().colour}
            stroke-width="3"
            stroke-dasharray={look().dash.join(' ')}
          />
        </svg>
        <select
          aria-label={words().method}
          title={(lab.words().methods.meanings as Readonly<Record<string, string>>)[props.run.method]}
          onChange={(event) => {
            const method = event.currentTarget.value
            lab.change((experiment) => withMethod(experiment, id(), method, props.run.convention))
          }}
        >
          <For each={methodIds}>
            {(method) => (
              <option value={method} selected={method === props.run.method}>
                {methodName(method, lab.words())}
              </option>
            )}
          </For>
        </select>
        <IconButton
          label={words().duplicate}
          disabled={lab.experiment().runs.length >= mostRuns}
          onClick={() => lab.change((experiment) => withRunDuplicated(experiment, id()))}
        >
          <Copy size={14} />
        </IconButton>
        <IconButton label={words().remove} onClick={() => lab.change((experiment) => withoutRun(experiment, id()))}>
          <Trash size={14} />
        </IconButton>
        <IconButton label={open() ? words().less : words().more} onClick={() => setOpen(!open())} pressed={open()}>
          <Show when={open()} fallback={<ChevronDown size={14} />}>
            <ChevronUp size={14} />
          </Show>
        </IconButton>
      </div>
      <For each={shown()}>{(setting) => <SettingRow run={props.run} setting={setting} />}</For>
      <Show when={open()}>
        <UpdateRule run={props.run} />
        <OwnStart run={props.run} />
      </Show>
      <RunOutcome index={props.index} scene={props.scene} />
    </section>
  )
}

function SettingRow(props: { run: Run; setting: Setting }) {
  const lab = useLab()
  const texts = () =>
    (lab.words().methods.settings as Readonly<Record<string, { name: string; meaning: string } | undefined>>)[
      props.setting.id
    ]
  const value = () => props.run.settings[props.setting.id] ?? props.setting.default
  const set = (wanted: number) =>
    lab.change(
      (experiment) => withSetting(experiment, props.run.id, props.setting.id, wanted),
      `${props.run.id}-${props.setting.id}`
    )
  return (
    <div class="setting" title={texts()?.meaning}>
      <span>
        {texts()?.name ?? props.setting.id} <Formula tex={props.setting.symbol} />
      </span>
      <NumberField
        value={value()}
        label={texts()?.name ?? props.setting.id}
        refuse={(wanted) => {
          const problem = settingProblem(props.setting, wanted)
          return problem && sentence(problem, lab.words())
        }}
        onChange={set}
      />
      <Slider
        value={value()}
        min={props.setting.slider.min}
        max={props.setting.slider.max}
        scale={props.setting.slider.scale}
        label={texts()?.name ?? props.setting.id}
        onChange={set}
      />
    </div>
  )
}

/** The rule the run follows, and whose: the same name means different rules in a book and in a library. */
function UpdateRule(props: { run: Run }) {
  const lab = useLab()
  const words = () => lab.words().methods
  const rule = createMemo(() => {
    const method = methodNamed(props.run.method, props.run.convention)
    return method && isFixedRate(method) ? typesetRule(method) : []
  })
  return (
    <div class="update-rule">
      <span>{words().convention}</span>
      <Show when={conventionMatters(props.run.method)}>
        <Choice
          label={words().convention}
          value={props.run.convention}
          options={conventionsOf(props.run.method).map((value) => ({
            value,
            label: words().conventions[value]
          }))}
          onChange={(convention) =>
            lab.change((experiment) => withMethod(experiment, props.run.id, props.run.method, convention))
          }
        />
      </Show>
      <For each={rule()}>{(line) => <Formula tex={line} block />}</For>
    </div>
  )
}

/** More coordinates than this have no fields here: the list of variables has them for the selected run. */
const mostCoordinates = 6

function OwnStart(props: { run: Run }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const setStart = (start: readonly number[] | null) =>
    lab.change((experiment) => withRun(experiment, props.run.id, { start }), `${props.run.id}-start`)
  return (
    <Show
      when={props.run.start}
      fallback={
        <button type="button" class="link" onClick={() => setStart(lab.experiment().start)}>
          {words().runs.ownStart}
        </button>
      }
    >
      {(start) => (
        <div class="own-start">
          <span>{words().function.start}</span>
          <Show when={start().length <= mostCoordinates} fallback={<span class="soft">{words().runs.startAbove}</span>}>
            <Index each={start()}>
              {(value, index) => (
                <NumberField
                  value={value()}
                  label={words().function.startOf(lab.experiment().variables[index]?.name ?? '')}
                  onChange={(wanted) => setStart(start().map((old, at) => (at === index ? wanted : old)))}
                />
              )}
            </Index>
          </Show>
          <button type="button" class="link" onClick={() => setStart(null)}>
            {words().runs.sharedStart}
          </button>
        </div>
      )}
    </Show>
  )
}
