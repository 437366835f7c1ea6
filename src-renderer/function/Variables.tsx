import { withDimension, withEveryVariable, withoutUnneeded } from '@shared/experiment/edit'
import type { Vector } from '@shared/experiment/reading'
import { neededNames } from '@shared/experiment/roles'
import { FormulaError } from '@shared/language/error'
import { typesetName } from '@shared/language/typeset'
import X from 'lucide-solid/icons/x'
import { createMemo, Index, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { RangeFields } from '../controls/RangeFields'
import { Formula } from '../editor/Formula'
import { useLab } from '../lab/lab'
import { withStartOf } from '../runs/selection'
import { startOf, VariableRow } from './VariableRow'

/** From so many variables on there is a row for all of them at once. */
const many = 4

/** The variables: how many elements a vector has, all of them at once, each by itself. */
export function Variables() {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const variables = () => lab.experiment().variables
  return (
    <>
      <Show when={lab.vector()}>{(vector) => <Dimension vector={vector()} />}</Show>
      <div class="variables">
        <div class="top">
          <div class="row head">
            <span />
            <span>{words().range}</span>
            <span>{words().start}</span>
            <span />
          </div>
          <Show when={variables().length >= many}>
            <AllRow />
          </Show>
        </div>
        <Index each={variables()}>{(variable, index) => <VariableRow variable={variable()} index={index} />}</Index>
      </div>
    </>
  )
}

/** How many elements the vector has: the text does not say it. */
function Dimension(props: { vector: Vector }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const refuse = (size: number) => {
    const { least, most } = props.vector
    return Number.isInteger(size) && size >= least && size <= most ? null : words().dimensionRefused({ least, most })
  }
  return (
    <div class="setting">
      <span>
        {words().dimension} <Formula tex={typesetName(props.vector.letter)} />
      </span>
      <NumberField
        value={props.vector.size}
        label={words().dimensionOf(props.vector.letter)}
        refuse={refuse}
        disabled={lab.formula() instanceof FormulaError}
        onChange={(size) => lab.change((experiment) => withDimension(experiment, size), 'dimension')}
      />
    </div>
  )
}

/** Ranges and starts of all variables at once. */
function AllRow() {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const start = createMemo(() => {
    const [first, ...others] = startOf(lab)
    return first !== undefined && others.every((one) => one === first) ? first : null
  })
  const unneeded = createMemo(() => {
    const reading = lab.reading()
    if (!reading) return false
    const needed = neededNames(reading)
    return lab.experiment().variables.some(({ name }) => !needed.has(name))
  })
  return (
    <div class="row all">
      <span class="name">{words().all}</span>
      <RangeFields
        ranges={lab.experiment().variables}
        from={words().fromOfAll}
        to={words().toOfAll}
        onChange={(end) => lab.change((experiment) => withEveryVariable(experiment, end), 'range-of-all')}
      />
      <NumberField
        value={start()}
        label={words().startOfAll}
        onChange={(value) =>
          lab.change(
            (experiment) =>
              withStartOf(
                experiment,
                lab.run(),
                experiment.variables.map(() => value)
              ),
            'start'
          )
        }
      />
      <Show when={unneeded()} fallback={<span />}>
        <IconButton label={words().removeUnneeded} onClick={() => lab.change(withoutUnneeded)}>
          <X size={13} />
        </IconButton>
      </Show>
    </div>
  )
}
