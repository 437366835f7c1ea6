import Swap from 'lucide-solid/icons/arrow-left-right'
import Maximize from 'lucide-solid/icons/maximize-2'
import Minimize from 'lucide-solid/icons/minimize-2'
import { createContext, type JSX, Show, useContext } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { useLab } from '../lab/lab'

/** What can be done with a part of the window as a whole. */
interface Part {
  readonly isLarge: () => boolean
  /** Gives it all the room of hero, companion and inspector, or only its own again. */
  readonly enlarge: (isLarge: boolean) => void
  /** Hero and companion change places; null where there are not both. */
  readonly swap: () => (() => void) | null
}

const PartContext = createContext<Part>()

/** A part of the window: a double click on a heading in it makes it large, and small again. */
export function PartOfWindow(props: { class: string; part: Part; children: JSX.Element }) {
  const toggle = (event: MouseEvent) => {
    const at = event.target instanceof Element ? event.target : null
    if (at?.closest('h3, [role="tablist"]') && !at.closest('button, label, select, input')) {
      // The companion may stand in the inspector, a part as well.
      event.stopPropagation()
      props.part.enlarge(!props.part.isLarge())
    }
  }
  return (
    <PartContext.Provider value={props.part}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button of the part does the same by key. */}
      <div class={`part ${props.class}`} onDblClick={toggle}>
        {props.children}
      </div>
    </PartContext.Provider>
  )
}

/** The buttons of the part this stands in: the other place, all the room; nothing outside of a part. */
export function PartButtons() {
  const lab = useLab()
  const words = () => lab.words().frame
  const part = useContext(PartContext)
  return (
    <Show when={part}>
      {(found) => (
        <span class="part-buttons">
          <Show when={found().isLarge() ? null : found().swap()}>
            {(swap) => (
              <IconButton label={words().swap} onClick={() => swap()()}>
                <Swap size={13} />
              </IconButton>
            )}
          </Show>
          <IconButton
            label={found().isLarge() ? words().restore : words().enlarge}
            onClick={() => found().enlarge(!found().isLarge())}
          >
            <Show when={found().isLarge()} fallback={<Maximize size={13} />}>
              <Minimize size={13} />
            </Show>
          </IconButton>
        </span>
      )}
    </Show>
  )
}
