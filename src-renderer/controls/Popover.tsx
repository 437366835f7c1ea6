import { Popover as Kobalte } from '@kobalte/core/popover'
import type { JSX } from 'solid-js'

/**
 * A button that opens a small sheet of settings beside it. Escape and a click elsewhere close it, and the focus returns
 * to the button. `label` names both; `face` is what the button shows.
 */
export function Popover(props: { label: string; face: JSX.Element; children: JSX.Element }) {
  return (
    <Kobalte gutter={4} placement="bottom-end">
      <Kobalte.Trigger class="popover-button" aria-label={props.label} title={props.label}>
        {props.face}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="menu popover" aria-label={props.label}>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  )
}
