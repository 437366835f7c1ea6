import type { JSX } from 'solid-js'

/** What the Descend tab draws of the runs, in the parts of the window. */
export interface Pictures {
  hero(): JSX.Element
  /** Undefined: the hero is all there is. */
  companionTitle(): string | undefined
  companion(): JSX.Element
}
