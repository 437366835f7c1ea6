import { createUniqueId, For } from 'solid-js'

/** One of a few: a row of connected buttons, to a screen reader a group of radio buttons. */
export function Choice<Value extends string>(props: {
  value: Value
  options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[]
  label: string
  onChange: (value: Value) => void
}) {
  const name = createUniqueId()
  return (
    <div class="choice" role="radiogroup" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <label title={option.hint} classList={{ on: option.value === props.value }}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        )}
      </For>
    </div>
  )
}
