import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { Tabs } from '@kobalte/core/tabs'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createEffect, createMemo, createSignal, For, Index, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { useLab } from '../lab/lab'
import { PartButtons } from './part'

/** Something to be looked into, one at a time in a pane. */
export interface InspectorTab {
  readonly id: string
  readonly label: string
  readonly content: () => JSX.Element
}

/**
 * What there is to be read beside the pictures, in as many panes as there is room for: the tabs are dealt out to them in
 * turn, so that the first two stand side by side. `onChoose`: a tab was chosen by hand.
 */
export function Inspector(props: {
  label: string
  tabs: readonly InspectorTab[]
  panes: number
  onChoose?: ((id: string) => void) | undefined
}) {
  const count = () => Math.min(props.panes, props.tabs.length)
  const panes = createMemo(() =>
    Array.from({ length: count() }, (_, pane) => props.tabs.filter((_, index) => index % count() === pane))
  )
  return (
    <Index each={panes()}>
      {(tabs, pane) => (
        <Pane label={props.label} tabs={tabs()} isLast={pane === count() - 1} onChoose={(id) => props.onChoose?.(id)} />
      )}
    </Index>
  )
}

function Pane(props: {
  label: string
  tabs: readonly InspectorTab[]
  isLast: boolean
  onChoose: (id: string) => void
}) {
  const lab = useLab()
  const ids = createMemo(() => props.tabs.map(({ id }) => id), [], { equals: (a, b) => a.join() === b.join() })
  const shown = createMemo(() => lab.inspected().find((id) => ids().includes(id)) ?? ids()[0] ?? '')
  const labelOf = (id: string) => props.tabs.find((tab) => tab.id === id)?.label ?? ''
  /** The tab under the hand: where the tabs change, the list chooses another by itself, which nobody asked for. */
  let touched: string | null = null
  const touch = (id: string) => {
    touched = id
    queueMicrotask(() => {
      touched = null
    })
  }
  const go = (id: string) => {
    lab.inspect(id)
    props.onChoose(id)
  }
  const choose = (id: string) => {
    if (id !== shown() && id === touched) go(id)
  }
  let list!: HTMLDivElement
  const [beyond, setBeyond] = createSignal<readonly string[]>([], { equals: (a, b) => a.join() === b.join() })
  /** Tabs without room in the row have gone to the next one, which is not seen: a menu has them. */
  const measure = () => {
    const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
    setBeyond(ids().filter((_, index) => (tabs[index]?.offsetTop ?? 0) > (tabs[0]?.offsetTop ?? 0)))
  }
  onMount(() => {
    const observer = new ResizeObserver(measure)
    observer.observe(list)
    onCleanup(() => observer.disconnect())
    createEffect(() => {
      ids().map(labelOf)
      measure()
    })
  })
  return (
    <Tabs class="card pane" value={shown()} onChange={choose} activationMode="manual">
      <div class="pane-head">
        <Tabs.List ref={list} class="pane-tabs" aria-label={props.label}>
          <For each={ids()}>
            {(id) => (
              <Tabs.Trigger
                value={id}
                classList={{ beyond: beyond().includes(id) }}
                onPointerDown={() => touch(id)}
                onClick={() => touch(id)}
                onKeyDown={() => touch(id)}
              >
                {labelOf(id)}
              </Tabs.Trigger>
            )}
          </For>
        </Tabs.List>
        <Show when={beyond().length > 0}>
          <TabMenu tabs={props.tabs} shown={shown()} hidden={beyond()} onChoose={go} />
        </Show>
        <Show when={props.isLast}>
          <PartButtons />
        </Show>
      </div>
      <div class="pane-body" role="tabpanel" aria-label={labelOf(shown())}>
        <Show when={shown()} keyed>
          {(id) => props.tabs.find((tab) => tab.id === id)?.content()}
        </Show>
      </div>
    </Tabs>
  )
}

/** All tabs of a row that is too short for them; named after the one that is looked at, where that is not in the row. */
function TabMenu(props: {
  tabs: readonly InspectorTab[]
  shown: string
  hidden: readonly string[]
  onChoose: (id: string) => void
}) {
  const lab = useLab()
  const words = () => lab.words().frame
  const named = () => props.tabs.find(({ id }) => id === props.shown && props.hidden.includes(id))
  return (
    <DropdownMenu modal={false} gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger
        class="tab-menu"
        classList={{ on: named() !== undefined }}
        title={words().moreTabs}
        aria-label={[named()?.label, words().moreTabs].filter(Boolean).join(' – ')}
      >
        {named()?.label ?? words().otherTabs}
        <ChevronDown size={14} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu" aria-label={words().moreTabs}>
          <For each={props.tabs}>
            {({ id, label }) => (
              <DropdownMenu.Item class="menu-item" onSelect={() => props.onChoose(id)}>
                {id === props.shown ? <b>{label}</b> : label}
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
