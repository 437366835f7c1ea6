import { asParameter, withoutVariable, withVariable } from '@shared/experiment/edit'
import type { Variable } from '@shared/experiment/experiment'
import { isSaidVariable, neededNames } from '@shared/experiment/roles'
import { typesetName } from '@shared/language/typeset'
import Unlock from 'lucide-solid/icons/lock-open'
import X from 'lucide-solid/icons/x'
import { Match, Show, Switch } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { RangeFields } from '../controls/RangeFields'
import { Formula } from '../editor/Formula'
import { shownName } from '../figures/names'
import { type Lab, useLab } from '../lab/lab'
import { withStartOf } from '../runs/selection'

/** Where the selected run begins: its own start, or the shared one. */
export const startOf = (lab: Lab): readonly number[] =>
  lab.experiment().runs[lab.run()]?.start ?? lab.experiment().start

/** A variable: its range, its start, and its way to become a parameter or to go. */
export function VariableRow(props: { variable: Variable; index: number }) {
  const lab = useLab()
  const words = () => lab.words().lab.function
  const name = () => props.variable.name
  const setStart = (value: number) =>
    lab.change(
      (experiment) =>
        withStartOf(
          experiment,
          lab.run(),
          startOf(lab).map((old, at) => (at === props.index ? value : old))
        ),
      'start'
    )
  const isNeeded = () => {
    const read = lab.reading()
    return read === null || neededNames(read).has(name())
  }
  const isSaid = () => {
    const read = lab.reading()
    return read !== null && isSaidVariable(read, name())
  }
  return (
    <div class="row">
      <span class="name">
        <Formula tex={typesetName(name())} />
      </span>
      <RangeFields
        ranges={[props.variable]}
        from={words().from(name())}
        to={words().to(name())}
        onChange={(end) => lab.change((experiment) => withVariable(experiment, name(), end), `range-${name()}`)}
      />
      <NumberField value={startOf(lab)[props.index] ?? 0} label={words().startOf(name())} onChange={setStart} />
      <Switch fallback={<span />}>
        <Match when={lab.experiment().variables.length === 1}>
          <span />
        </Match>
        <Match when={!isNeeded()}>
          <IconButton
            label={words().remove(shownName(name()))}
            onClick={() => lab.change((experiment) => withoutVariable(experiment, name()))}
          >
            <X size={13} />
          </IconButton>
        </Match>
        <Match when={!isSaid()}>
          <IconButton
            label={words().toParameter(shownName(name()))}
            onClick={() => lab.change((experiment) => asParameter(experiment, name()))}
          >
            <Unlock size={13} />
          </IconButton>
        </Match>
      </Switch>
      <Show when={!isNeeded() && lab.experiment().variables.length > 1}>
        <p class="soft kept">{words().kept}</p>
      </Show>
    </div>
  )
}
