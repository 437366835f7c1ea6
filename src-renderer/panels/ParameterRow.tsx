import { asVariable, withParameter } from '@shared/experiment/edit'
import type { Parameter } from '@shared/experiment/experiment'
import { typesetName } from '@shared/language/typeset'
import Unlock from 'lucide-solid/icons/lock-open'
import { createMemo } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { shownName } from '../figures/names'
import { useLab } from '../lab'

/** A parameter: its value on a slider, and its way to become a variable. */
export function ParameterRow(props: { name: string }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const parameter = createMemo<Parameter>(
    (last) => lab.experiment().parameters.find((one) => one.name === props.name) ?? last,
    { name: props.name, value: 0, min: -5, max: 5 }
  )
  const set = (value: number) =>
    lab.change((experiment) => withParameter(experiment, props.name, { value }), `parameter-${props.name}`)
  return (
    <div class="parameter">
      <Formula tex={typesetName(props.name)} />
      <Slider
        value={parameter().value}
        min={parameter().min}
        max={parameter().max}
        scale="linear"
        label={words().parameter(props.name)}
        onChange={set}
      />
      <NumberField value={parameter().value} label={words().parameter(props.name)} onChange={set} />
      <IconButton
        label={words().toVariable(shownName(props.name))}
        onClick={() => lab.change((experiment) => asVariable(experiment, props.name))}
      >
        <Unlock size={13} />
      </IconButton>
    </div>
  )
}
