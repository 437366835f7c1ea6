import { type JSX, Show } from 'solid-js'
import { useLab } from '../lab/lab'

/** A value that is chosen for the picture (null), or typed. `begin`: what typing begins with. */
export function AutomaticOr<Value>(props: {
  label: string
  value: Value | null
  begin: () => Value | null
  onChange: (value: Value | null) => void
  children: (value: () => Value) => JSX.Element
}) {
  const lab = useLab()
  const automatic = () => lab.words().lab.plots.automatic
  return (
    <span class="automatic-or">
      <label class="check">
        <input
          type="checkbox"
          aria-label={`${props.label}: ${automatic()}`}
          checked={props.value === null}
          onChange={(event) => props.onChange(event.currentTarget.checked ? null : props.begin())}
        />
        {automatic()}
      </label>
      <Show when={props.value !== null}>{props.children(() => props.value as Value)}</Show>
    </span>
  )
}
