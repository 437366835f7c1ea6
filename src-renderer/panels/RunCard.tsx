import type { Convention, Run } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { withMethod, withoutRun, withRunDuplicated, withSetting } from '@shared/experiment/runs'
import { families, isFixedRate } from '@shared/methods/method'
import { conventionsOf, methodIds, methodNamed, methods } from '@shared/methods/table'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronUp from 'lucide-solid/icons/chevron-up'
import Copy from 'lucide-solid/icons/copy'
import Trash from 'lucide-solid/icons/trash'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { methodName } from '../figures/run-names'
import { useLab } from '../lab'
import { looks, runLook } from '../plots/look'
import type { Scene } from '../scene'
import { CopyPython } from './CopyPython'
import { NoiseFields } from './NoiseFields'
import { RunOutcome } from './Outcome'
import { OwnStart } from './OwnStart'
import { RateRuler } from './RateRuler'
import { RunMark } from './RunMark'
import { ScheduleFields } from './ScheduleFields'
import { SettingRow } from './SettingRow'
import { UpdateRule } from './UpdateRule'

/** The methods by family, each once. */
const groups = families.map((family) => ({
  family,
  members: methodIds.filter((id) => methods.some((row) => row.id === id && row.family === family))
}))

/** One run: its method and learning rate, how it went; opened, all that can be set of it. */
export function RunCard(props: { run: Run; index: number; scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.runs
  const [open, setOpen] = createSignal(false)
  const row = createMemo(() => methodNamed(props.run.method, props.run.convention))
  const look = () => runLook(looks[lab.theme()], props.run.colour)
  const shown = () => row()?.settings.filter((setting) => open() || setting.id === 'lr') ?? []
  const meaning = () => (lab.words().methods.meanings as Readonly<Record<string, string>>)[props.run.method]
  const hasRule = () => {
    const method = row()
    return method !== undefined && isFixedRate(method)
  }
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
        <RunMark colour={props.run.colour} label={words().colour(props.index + 1)} />
        <MethodList run={props.run} />
        <IconButton
          label={words().duplicate}
          disabled={lab.experiment().runs.length >= limits.colours}
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
      <Show when={open()}>
        <p class="meaning">{meaning()}</p>
      </Show>
      <For each={shown()}>
        {(setting) => (
          <>
            <SettingRow
              setting={setting}
              value={props.run.settings[setting.id] ?? setting.default}
              whole={open()}
              onChange={(value) =>
                lab.change((experiment) => withSetting(experiment, id(), setting.id, value), `${id()}-${setting.id}`)
              }
            />
            <Show when={setting.id === 'lr'}>
              <RateRuler run={props.run} index={props.index} scene={props.scene} />
            </Show>
          </>
        )}
      </For>
      <Show when={open()}>
        <UpdateRule run={props.run} />
        <Show when={hasRule()}>
          <ScheduleFields run={props.run} />
        </Show>
        <Show when={row()?.family !== 'simplex'}>
          <NoiseFields run={props.run} />
        </Show>
        <OwnStart run={props.run} />
        <div>
          <CopyPython runs={[props.index]} class="link" />
        </div>
      </Show>
      <RunOutcome index={props.index} scene={props.scene} />
    </section>
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
