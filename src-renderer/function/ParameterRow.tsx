import { asVariable, withParameter } from '@shared/experiment/edit'
import type { Parameter } from '@shared/experiment/experiment'
import { typesetName } from '@shared/language/typeset'
import Lock from 'lucide-solid/icons/lock'
import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import { createMemo, createSignal, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { numberText } from '../controls/number'
import { RangeFields } from '../controls/RangeFields'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { shownName } from '../figures/names'
import { useLab } from '../lab/lab'
import { toAndFro } from '../playback/motions'

/** A parameter: its value, dragged, typed or moving by itself, the range of its slider, its way to become a variable. */
export function ParameterRow(props: { name: string }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const parameter = createMemo<Parameter>(
    (last) => lab.experiment().parameters.find((one) => one.name === props.name) ?? last,
    { name: props.name, value: 0, min: -5, max: 5 }
  )
  const set = (changes: Partial<Omit<Parameter, 'name'>>) =>
    lab.change(
      (experiment) => withParameter(experiment, props.name, changes),
      `parameter-${Object.keys(changes)}-${props.name}`
    )
  const isMoving = () => lab.animation.moving() === props.name
  return (
    <div class="parameter">
      <Formula tex={typesetName(props.name)} />
      <IconButton
        label={(isMoving() ? words().pause : words().animate)(shownName(props.name))}
        onClick={() => lab.animation.toggle(toAndFro(props.name))}
      >
        <Show when={isMoving()} fallback={<Play size={13} />}>
          <Pause size={13} />
        </Show>
      </IconButton>
      <Slider
        value={parameter().value}
        min={parameter().min}
        max={parameter().max}
        scale="linear"
        label={words().parameter(props.name)}
        onChange={(value) => set({ value })}
      />
      <NumberField
        value={parameter().value}
        label={words().parameter(props.name)}
        onChange={(value) => set({ value })}
      />
      <IconButton
        label={words().toVariable(shownName(props.name))}
        onClick={() => lab.change((experiment) => asVariable(experiment, props.name))}
      >
        <Lock size={13} />
      </IconButton>
      <ParameterRange parameter={parameter()} onChange={set} />
    </div>
  )
}

/** The ends of the slider, small below it; a click makes them fields. */
function ParameterRange(props: { parameter: Parameter; onChange: (end: { min: number } | { max: number }) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const [open, setOpen] = createSignal(false)
  const name = () => shownName(props.parameter.name)
  return (
    <div class="parameter-range">
      <Show when={open()}>
        <RangeFields
          ranges={[props.parameter]}
          from={words().from(name())}
          to={words().to(name())}
          onChange={(end) => props.onChange(end)}
        />
      </Show>
      <button
        type="button"
        class="ends"
        aria-label={words().rangeOf(name())}
        title={words().rangeOf(name())}
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        <Show when={open()} fallback={<Ends parameter={props.parameter} />}>
          {words().done}
        </Show>
      </button>
    </div>
  )
}

function Ends(props: { parameter: Parameter }) {
  const text = (value: number) => numberText(value).replace('-', '−')
  return (
    <>
      <span>{text(props.parameter.min)}</span>
      <span>{text(props.parameter.max)}</span>
    </>
  )
}
