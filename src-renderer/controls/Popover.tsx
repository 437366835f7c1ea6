import { Popover as Kobalte } from '@kobalte/core/popover'
import { createSignal, type JSX, Show } from 'solid-js'

/** What Tab comes to within the sheet, in its order; of radio buttons only the chosen one. */
function stopsIn(sheet: HTMLElement): readonly HTMLElement[] {
  const controls = [
    ...sheet.querySelectorAll<HTMLInputElement | HTMLButtonElement | HTMLSelectElement>('input, button, select')
  ]
  return controls.filter((one) => !one.disabled && (one.type !== 'radio' || (one as HTMLInputElement).checked))
}

/**
 * A button that opens a small sheet of settings beside it. Escape, Tab beyond its ends and a click elsewhere close it,
 * and the focus returns to the button. `label` names both; `face` is what the button shows, and where it `says` something of
 * its own, part of the button's name.
 */
export function Popover(props: {
  label: string
  face: JSX.Element
  says?: boolean
  /** Further names of the button's class. */
  class?: string
  placement?: 'bottom-start' | 'bottom-end' | 'top-end'
  children: JSX.Element
}) {
  const [open, setOpen] = createSignal(false)
  // The sheet is the last thing in the document: from its end Tab would go on at the top of the window.
  const leave = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const found = stopsIn(event.currentTarget)
    const isEnd = found.length === 0 || event.target === (event.shiftKey ? found[0] : found.at(-1))
    if (event.key !== 'Tab' || !isEnd) return
    event.preventDefault()
    setOpen(false)
  }
  return (
    // Overlap: a sheet that fits neither below its button nor above lies over it rather than beyond the window.
    <Kobalte open={open()} onOpenChange={setOpen} gutter={4} placement={props.placement ?? 'bottom-end'} overlap>
      <Kobalte.Trigger
        class={`popover-button ${props.class ?? ''}`}
        aria-label={props.says ? undefined : props.label}
        title={props.label}
      >
        <Show when={props.says}>
          <span class="sr-only">{`${props.label} `}</span>
        </Show>
        {props.face}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="menu popover" aria-label={props.label} onKeyDown={leave}>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  )
}
