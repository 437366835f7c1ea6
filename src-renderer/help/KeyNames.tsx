import { For } from 'solid-js'
import { type Gesture, keyName } from '../commands/shortcuts'
import { useLab } from '../lab/lab'
import { type PlotKey, plotKeys } from '../plots/keys'

/** Keys held together. */
export const Combination = (props: { keys: readonly string[] }) => (
  <span class="keys">
    <For each={props.keys}>{(key) => <kbd>{key}</kbd>}</For>
  </span>
)

/** What the hand can do, as rows of a list. */
export function GestureRows(props: { gestures: readonly Gesture[] }) {
  const lab = useLab()
  const words = () => lab.words().help.gestures
  return (
    <For each={props.gestures}>
      {(gesture) => (
        <div>
          <dt>{words()[gesture][0]}</dt>
          <dd>{words()[gesture][1]}</dd>
        </div>
      )}
    </For>
  )
}

/** The keys of one kind of plot, as rows of a list; `events`: only those of a plot that makes no others. */
export function KeyNames(props: { kind: keyof typeof plotKeys; events?: readonly string[] }) {
  const lab = useLab()
  const words = () => lab.words().help
  const rows = () =>
    plotKeys[props.kind].filter(({ event }: PlotKey) => !event || !props.events || props.events.includes(event))
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
