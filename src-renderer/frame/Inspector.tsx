import { Tabs } from '@kobalte/core/tabs'
import { createMemo, For, Index, type JSX, Show } from 'solid-js'
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
  const choose = (id: string) => {
    if (id === shown() || id !== touched) return
    lab.inspect(id)
    props.onChoose(id)
  }
  return (
    <Tabs class="card pane" value={shown()} onChange={choose} activationMode="manual">
      <div class="pane-head">
        <Tabs.List class="pane-tabs" aria-label={props.label}>
          <For each={ids()}>
            {(id) => (
              <Tabs.Trigger
                value={id}
                onPointerDown={() => touch(id)}
                onClick={() => touch(id)}
                onKeyDown={() => touch(id)}
              >
                {labelOf(id)}
              </Tabs.Trigger>
            )}
          </For>
        </Tabs.List>
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
