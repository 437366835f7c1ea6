import { createMemo, createSignal, Match, Switch } from 'solid-js'
import { withoutHold, withRanges } from '../cards/hold'
import { isLeft, reachOf } from '../figures/ranges'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'

/**
 * Says of a picture that is wider than its ranges that the runs made it so, with the way back to these; and once that was
 * taken, what does not fit into them, with the way to the wide picture again.
 */
export function RangeStrip(props: { scene: Scene; axes: readonly number[] }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const [wentBack, setWentBack] = createSignal(false)
  const reaches = createMemo(() => props.axes.map((axis) => reachOf(lab.experiment(), axis, props.scene.reports())))
  const isBeyond = () => props.axes.some((axis) => isLeft(lab.experiment(), axis, props.scene.reports()))
  const axesThat = (reach: 'widened' | 'beyond') => props.axes.filter((_, index) => reaches()[index] === reach)
  const goBack = () => {
    const axes = axesThat('widened')
    const ranges = axes.flatMap((axis) => lab.experiment().variables[axis] ?? []).map(({ min, max }) => ({ min, max }))
    lab.change((experiment) => withRanges(experiment, axes, ranges))
    setWentBack(true)
  }
  const released = createMemo(() => (wentBack() ? withoutHold(lab.experiment(), axesThat('beyond')) : null))
  return (
    <Switch>
      <Match when={axesThat('widened').length > 0}>
        <p class="strip">
          <span class="soft">{[words().widened, ...(isBeyond() ? [words().beyondRange] : [])].join(' ')}</span>{' '}
          <button type="button" class="link" onClick={goBack}>
            {words().backToRange}
          </button>
        </p>
      </Match>
      <Match when={axesThat('beyond').length > 0 && released()}>
        {(wide) => (
          <p class="strip">
            <span class="soft">{words().beyondRange}</span>{' '}
            <button type="button" class="link" onClick={() => lab.change(wide)}>
              {words().widen}
            </button>
          </p>
        )}
      </Match>
    </Switch>
  )
}
