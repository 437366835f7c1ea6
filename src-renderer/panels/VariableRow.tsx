import { asParameter, withoutVariable, withVariable } from '@shared/experiment/edit'
import type { Variable } from '@shared/experiment/experiment'
import { FormulaError } from '@shared/language/error'
import { typesetName } from '@shared/language/typeset'
import Lock from 'lucide-solid/icons/lock'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { Formula } from '../editor/Formula'
import { shownName } from '../figures/names'
import { useLab } from '../lab'
import { withStartOf } from '../views/selection'

/** A variable: its range, its start, and its way to become a parameter or to go. */
export function VariableRow(props: { variable: Variable; index: number }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const name = () => props.variable.name
  const range = (changes: { readonly min?: number; readonly max?: number }) =>
    lab.change((experiment) => withVariable(experiment, name(), changes), `range-${name()}`)
  /** Where the selected run begins: its own start, or the shared one. */
  const start = () => lab.experiment().runs[lab.run()]?.start ?? lab.experiment().start
  const setStart = (value: number) =>
    lab.change(
      (experiment) =>
        withStartOf(
          experiment,
          lab.run(),
          start().map((old, at) => (at === props.index ? value : old))
        ),
      'start'
    )
  const mentioned = () => {
    const formula = lab.formula()
    return formula instanceof FormulaError || formula.names.includes(name())
  }
  return (
    <>
      <span class="name">
        <Formula tex={typesetName(name())} />
      </span>
      <span class="range">
        <NumberField
          value={props.variable.min}
          label={words().from(name())}
          refuse={(min) => (min < props.variable.max ? null : words().rangeReversed)}
          onChange={(min) => range({ min })}
        />
        <span aria-hidden="true">…</span>
        <NumberField
          value={props.variable.max}
          label={words().to(name())}
          refuse={(max) => (max > props.variable.min ? null : words().rangeReversed)}
          onChange={(max) => range({ max })}
        />
      </span>
      <NumberField value={start()[props.index] ?? 0} label={words().startOf(name())} onChange={setStart} />
      <Show when={lab.experiment().variables.length > 1} fallback={<span />}>
        <Show
          when={mentioned()}
          fallback={
            <IconButton
              label={words().remove(shownName(name()))}
              onClick={() => lab.change((experiment) => withoutVariable(experiment, name()))}
            >
              <X size={13} />
            </IconButton>
          }
        >
          <IconButton
            label={words().toParameter(shownName(name()))}
            onClick={() => lab.change((experiment) => asParameter(experiment, name()))}
          >
            <Lock size={13} />
          </IconButton>
        </Show>
      </Show>
    </>
  )
}
