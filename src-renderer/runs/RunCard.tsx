import type { Run } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import {
  isHidden,
  withMethod,
  withoutRun,
  withRunDuplicated,
  withRunHidden,
  withSetting
} from '@shared/experiment/runs'
import type { Convention } from '@shared/methods/convention'
import { families, isFixedRate } from '@shared/methods/method'
import type { Setting } from '@shared/methods/setting'
import { conventionsOf, methodIds, methodNamed, methods } from '@shared/methods/table'
import type { Words } from '@shared/words/index'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { CopyPython } from '../export/CopyPython'
import { methodName, startText } from '../figures/run-names'
import { unusualTerms } from '../figures/run-terms'
import { type Lab, useLab } from '../lab/lab'
import { looks, runLook } from '../plots/look'
import type { Scene } from '../scene/scene'
import { NoiseFields } from './NoiseFields'
import { RunOutcome } from './Outcome'
import { OwnStart } from './OwnStart'
import { RateRuler } from './RateRuler'
import { RunMark } from './RunMark'
import { ScheduleFields } from './ScheduleFields'
import { refusedBy, SettingRow, settingTexts, UsualButton } from './SettingRow'
import { UpdateRule } from './UpdateRule'

/** The methods by family, each once. */
const groups = families.map((family) => ({
  family,
  members: methodIds.filter((id) => methods.some((row) => row.id === id && row.family === family))
}))

/** The learning rate's row of the method; undefined where it has none. */
const rateOf = ({ method, convention }: Run): Setting | undefined =>
  methodNamed(method, convention)?.settings.find(({ id }) => id === 'lr')

const setSetting = (lab: Lab, { id }: Run, setting: Setting, value: number) =>
  lab.change((experiment) => withSetting(experiment, id, setting.id, value), `${id}-${setting.id}`)

/** One run on two lines: its method and learning rate, how it went; opened, all that can be set of it. */
export function RunCard(props: { run: Run; index: number; scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const [open, setOpen] = createSignal(false)
  const rate = () => rateOf(props.run)
  const look = () => runLook(looks[lab.theme()], props.run.colour)
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
        <RunSwatch run={props.run} label={words().colour(props.index + 1)} />
        <MethodList run={props.run} />
        <button type="button" class="link" aria-expanded={open()} onClick={() => setOpen(!open())}>
          {words().settings}
        </button>
      </div>
      <Show when={rate()}>
        {(setting) => (
          <div class="rate-row">
            <div class="rate-slider">
              <Slider
                value={props.run.settings['lr'] ?? setting().default}
                min={setting().slider.min}
                max={setting().slider.max}
                scale={setting().slider.scale}
                label={settingTexts(setting(), lab.words()).name}
                onChange={(value) => setSetting(lab, props.run, setting(), value)}
              />
              <RateRuler run={props.run} index={props.index} scene={props.scene} />
            </div>
            <RateField run={props.run} />
          </div>
        )}
      </Show>
      <div class="run-foot">
        <RunOutcome index={props.index} scene={props.scene} />
        <For each={open() ? [] : unusual(props.run, lab.words())}>{(term) => <span class="run-term">{term}</span>}</For>
      </div>
      <Show when={open()}>
        <RunSettings run={props.run} index={props.index} />
      </Show>
    </section>
  )
}

/** The mark of a run in the plots; pressed, it hides the run there, and shows it again. */
function RunSwatch(props: { run: Run; label: string }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const hidden = () => isHidden(lab.experiment(), props.run.id)
  const toggle = () => {
    const { view } = withRunHidden(lab.experiment(), props.run.id, !hidden())
    lab.look(() => view)
    // What is explained is drawn.
    const { runs } = lab.experiment()
    const order = [...runs.slice(lab.run()), ...runs.slice(0, lab.run()).reverse()]
    const next = hidden() ? order.find(({ id }) => !isHidden(lab.experiment(), id)) : props.run
    if (next) lab.selectRun(runs.indexOf(next))
  }
  return (
    <button
      type="button"
      class="swatch-button"
      title={hidden() ? words().show : words().hide}
      aria-label={words().drawn({ run: props.label })}
      aria-pressed={!hidden()}
      // The card would select the run that is to vanish.
      onPointerDown={(event) => event.stopPropagation()}
      onFocusIn={(event) => event.stopPropagation()}
      onClick={toggle}
    >
      <RunMark colour={props.run.colour} label={props.label} />
    </button>
  )
}

/** What is in use besides method and learning rate, in short. */
const unusual = (run: Run, words: Words): readonly string[] => [
  ...unusualTerms(run, words),
  ...(run.start ? [words.lab.runs.active.ownStart({ start: startText(run.start) })] : [])
]

/** η of a run, typed; nothing where the method has none. */
function RateField(props: { run: Run }) {
  const lab = useLab()
  const setting = () => rateOf(props.run)
  return (
    <Show when={setting()}>
      {(found) => (
        <span class="rate" title={settingTexts(found(), lab.words()).meaning}>
          <Formula tex={found().symbol} />
          <NumberField
            value={props.run.settings[found().id] ?? found().default}
            label={settingTexts(found(), lab.words()).name}
            refuse={refusedBy(found(), lab.words())}
            onChange={(value) => setSetting(lab, props.run, found(), value)}
          />
        </span>
      )}
    </Show>
  )
}

/** The learning rate of the selected run, where the cards of the runs are out of sight. */
export function SelectedRate() {
  const lab = useLab()
  return <Show when={lab.experiment().runs[lab.run()]}>{(run) => <RateField run={run()} />}</Show>
}

/** Everything else that can be set of a run, with what it means, and what can be done with the run as a whole. */
function RunSettings(props: { run: Run; index: number }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const row = createMemo(() => methodNamed(props.run.method, props.run.convention))
  const meaning = () => (lab.words().methods.meanings as Readonly<Record<string, string>>)[props.run.method]
  const hasRule = () => {
    const method = row()
    return method !== undefined && isFixedRate(method)
  }
  const id = () => props.run.id
  return (
    <div class="run-settings">
      <p class="meaning">{meaning()}</p>
      <Show when={rateOf(props.run)}>
        {(rate) => (
          <p class="meaning">
            <b>{settingTexts(rate(), lab.words()).name}</b>{' '}
            <UsualButton
              setting={rate()}
              value={props.run.settings['lr'] ?? rate().default}
              onChange={(value) => setSetting(lab, props.run, rate(), value)}
            />{' '}
            <span>{settingTexts(rate(), lab.words()).meaning}</span>
          </p>
        )}
      </Show>
      <For each={row()?.settings.filter((setting) => setting.id !== 'lr')}>
        {(setting) => (
          <SettingRow
            setting={setting}
            value={props.run.settings[setting.id] ?? setting.default}
            whole
            onChange={(value) => setSetting(lab, props.run, setting, value)}
          />
        )}
      </For>
      <UpdateRule run={props.run} />
      <Show when={hasRule()}>
        <ScheduleFields run={props.run} />
      </Show>
      <Show when={row()?.family !== 'simplex'}>
        <NoiseFields run={props.run} />
      </Show>
      <OwnStart run={props.run} />
      <div class="run-actions">
        <CopyPython runs={[props.index]} class="link" />
        <button
          type="button"
          class="link"
          disabled={lab.experiment().runs.length >= limits.colours}
          onClick={() => lab.change((experiment) => withRunDuplicated(experiment, id()))}
        >
          {words().duplicate}
        </button>
        <button type="button" class="link" onClick={() => lab.change((experiment) => withoutRun(experiment, id()))}>
          {words().remove}
        </button>
      </div>
    </div>
  )
}

/**
 * The update rule that is wanted for a run: its own – or where its method has only one, that of the method before, so
 * that the textbook's Adam is the textbook's again after AdamW, which only the library has.
 */
function createWish(run: () => Run): () => Convention {
  const wish = createMemo((before: Pick<Run, 'id' | 'convention'> | undefined): Pick<Run, 'id' | 'convention'> => {
    const { id, method, convention } = run()
    const isForced = conventionsOf(method).length === 1
    return isForced && before?.id === id ? before : { id, convention }
  }, undefined)
  return () => wish().convention
}

function MethodList(props: { run: Run }) {
  const lab = useLab()
  const wish = createWish(() => props.run)
  return (
    <select
      aria-label={lab.words().lab.runs.method}
      title={(lab.words().methods.meanings as Readonly<Record<string, string>>)[props.run.method]}
      onChange={(event) => {
        const method = event.currentTarget.value
        lab.change((experiment) => withMethod(experiment, props.run.id, method, wish()))
      }}
    >
      <For each={groups}>
        {({ family, members }) => (
          <Show when={members.length > 0}>
            <optgroup label={lab.words().methods.families[family]}>
              <For each={members}>
                {(method) => (
                  <option value={method} selected={method === props.run.method}>
                    {methodName(method, lab.words())}
                  </option>
                )}
              </For>
            </optgroup>
          </Show>
        )}
      </For>
    </select>
  )
}
