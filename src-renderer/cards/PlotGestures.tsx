import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import { type Gesture, gestures, gesturesOf } from '../commands/shortcuts'
import { Popover } from '../controls/Popover'
import { GestureRows, KeyNames } from '../help/KeyNames'
import { useLab } from '../lab/lab'

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
        <GestureRows gestures={gesturesOn(props.kind, props.events)} />
      </dl>
      <dl class="gestures">
        <KeyNames kind={props.kind} events={props.events} />
      </dl>
    </Popover>
  )
}
