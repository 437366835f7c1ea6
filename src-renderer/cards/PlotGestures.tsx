import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import { For } from 'solid-js'
import { Popover } from '../controls/Popover'
import { KeyNames } from '../help/KeyNames'
import { useLab } from '../lab'
import { type Gesture, gestures, gesturesOf } from '../shortcuts'

type Kind = 'flat' | 'surface'

/** What the hand can do on a plot that makes these `events` of it, in the order of the help. */
function gesturesOn(kind: Kind, events: readonly string[]): readonly Gesture[] {
  const told = new Set<Gesture>(['menu', 'hover'])
  const known: Readonly<Record<string, readonly Gesture[]>> = gesturesOf
  for (const event of events) for (const gesture of known[event] ?? []) told.add(gesture)
  return gestures[kind].filter((gesture) => told.has(gesture))
}

/** “?”: what hand and keys do on this plot. */
export function PlotGestures(props: { kind: Kind; title: string; events: readonly string[] }) {
  const lab = useLab()
  const words = () => lab.words().help
  return (
    <Popover label={words().ofPlot({ title: props.title })} class="plot-help" face={<CircleHelp size={14} />}>
      <dl class="gestures">
        <For each={gesturesOn(props.kind, props.events)}>
          {(gesture) => (
            <div>
              <dt>{words().gestures[gesture][0]}</dt>
              <dd>{words().gestures[gesture][1]}</dd>
            </div>
          )}
        </For>
      </dl>
      <dl class="gestures">
        <KeyNames kind={props.kind} />
      </dl>
    </Popover>
  )
}
