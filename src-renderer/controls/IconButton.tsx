import type { JSX } from 'solid-js'

/** A button that shows only an icon: its label is read by screen readers and shown as a hint. */
export function IconButton(props: {
  label: string
  onClick: (event: MouseEvent) => void
  children: JSX.Element
  disabled?: boolean
  class?: string
  pressed?: boolean
}) {
  return (
    <button
      type="button"
      class={`icon ${props.class ?? ''}`}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled ?? false}
      onClick={(event) => props.onClick(event)}
    >
      {props.children}
    </button>
  )
}
