import { For } from 'solid-js'
import { useLab } from '../lab'
import { type PlotKey, plotKeys } from '../plots/keys'

/** Names of keys without a sign of their own. */
const keyNames: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  '-': '−'
}

/** A key as it is written on the keyboard; `space`: what the space bar is called. */
export const keyName = (key: string, space: string): string =>
  key === ' ' ? space : (keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key))

/** Keys held together. */
export const Combination = (props: { keys: readonly string[] }) => (
  <span class="keys">
    <For each={props.keys}>{(key) => <kbd>{key}</kbd>}</For>
  </span>
)

/** The keys of one kind of plot, as rows of a list. */
export function KeyNames(props: { kind: keyof typeof plotKeys }) {
  const lab = useLab()
  const words = () => lab.words().help
  const rows = (): readonly PlotKey[] => plotKeys[props.kind]
  /** Of the keys that do the same the arrows all together, of the others the first. */
  const shown = ({ keys, shift }: PlotKey) => {
    const names = keys[0]?.startsWith('Arrow') ? [keys.map((key) => keyName(key, '')).join(' ')] : keys.slice(0, 1)
    return [...(shift ? ['Shift'] : []), ...names.map((key) => keyName(key, words().space))]
  }
  return (
    <For each={rows()}>
      {(row) => (
        <div>
          <dt>
            <Combination keys={shown(row)} />
          </dt>
          <dd>{words().plotKeys[row.action]}</dd>
        </div>
      )}
    </For>
  )
}
