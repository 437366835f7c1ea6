import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { bridge } from '../bridge'
import type { Actions } from '../commands/actions'
import { hintOf } from '../commands/shortcuts'
import { useLab } from '../lab/lab'

/** The commands of the menu, in groups. */
const commands = { files: ['new', 'open', 'save-as'], about: ['help', 'about'] } as const
type MenuCommand = (typeof commands)[keyof typeof commands][number]

/** What is seldom wanted: new and other files, the recent ones, the size of the page, help. */
export function MoreMenu(props: { actions: Actions }) {
  const lab = useLab()
  const words = () => lab.words().frame
  const [open, setOpen] = createSignal(false)
  const [recent] = createResource(open, (isOpen) => (isOpen ? bridge.recentFiles() : []), { initialValue: [] })
  const label = (action: MenuCommand) => {
    const { toolbar } = lab.words().lab
    return {
      new: toolbar.new,
      open: toolbar.open,
      'save-as': words().saveAs,
      help: lab.words().help.open,
      about: toolbar.about
    }[action]
  }
  const command = (action: MenuCommand) => (
    <DropdownMenu.Item class="menu-item" onSelect={() => props.actions[action]()}>
      {label(action)}
      <kbd>{hintOf(action)}</kbd>
    </DropdownMenu.Item>
  )
  return (
    <DropdownMenu modal={false} gutter={4} placement="bottom-end" open={open()} onOpenChange={setOpen}>
      <DropdownMenu.Trigger class="icon" aria-label={words().more} title={words().more}>
        <Ellipsis size={16} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu" aria-label={words().more}>
          <For each={commands.files}>{command}</For>
          <Group heading={words().recent}>
            <Show
              when={recent().length > 0}
              fallback={
                <DropdownMenu.Item class="menu-item soft" disabled>
                  {words().noRecent}
                </DropdownMenu.Item>
              }
            >
              <For each={recent()}>
                {(name, place) => (
                  <DropdownMenu.Item class="menu-item" onSelect={() => void bridge.openRecent(place())}>
                    {name}
                  </DropdownMenu.Item>
                )}
              </For>
            </Show>
          </Group>
          <Group heading={words().pageSize}>
            <For each={['in', 'out', 'reset'] as const}>
              {(way) => (
                <DropdownMenu.Item class="menu-item" closeOnSelect={false} onSelect={() => void bridge.zoom(way)}>
                  {words().zoom[way]}
                </DropdownMenu.Item>
              )}
            </For>
          </Group>
          <DropdownMenu.Separator class="menu-line" />
          <For each={commands.about}>{command}</For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}

function Group(props: { heading: string; children: JSX.Element }) {
  return (
    <DropdownMenu.Group>
      <DropdownMenu.GroupLabel class="menu-heading">{props.heading}</DropdownMenu.GroupLabel>
      {props.children}
    </DropdownMenu.Group>
  )
}
