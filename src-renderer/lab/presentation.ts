import { type Accessor, createSignal } from 'solid-js'
import { bridge } from '../bridge'

/** What of a tab is shown: hero and companion beside one another, or one of them alone. */
export type Shown = 'both' | 'hero' | 'companion'

/** The page for an audience: nothing but the pictures with f above them. How it is shown changes nothing in the document. */
export interface Presentation {
  readonly isOn: Accessor<boolean>
  /** Begins with both pictures. The window takes the whole screen, and gives it back. */
  present(isOn: boolean): void
  readonly shown: Accessor<Shown>
  show(shown: Shown): void
  /** The screen is black: the audience looks at the person who speaks. */
  readonly isBlank: Accessor<boolean>
  blank(isBlank: boolean): void
}

/** Call it inside a Solid root. */
export function createPresentation(): Presentation {
  const [isOn, setOn] = createSignal(false)
  const [shown, show] = createSignal<Shown>('both')
  const [isBlank, blank] = createSignal(false)
  return {
    isOn,
    present: (wanted) => {
      if (wanted === isOn()) return
      show('both')
      blank(false)
      setOn(wanted)
      // A button that had the focus would take the space bar.
      if (wanted && document.activeElement instanceof HTMLElement) document.activeElement.blur()
      void bridge.present(wanted)
    },
    shown,
    show,
    isBlank,
    blank
  }
}
