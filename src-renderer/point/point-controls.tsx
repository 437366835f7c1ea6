import { schemes } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { typesetName } from '@shared/language/typeset'
import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import { Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { axisName } from '../figures/names'
import { StepSize, StepSizeChips } from '../function/StepSize'
import { useLab } from '../lab/lab'
import { shrinkingH } from '../playback/motions'

/** One coordinate of the point: its slider over what is seen of it, and its number. */
export function Coordinate(props: {
  axis: number
  label: string
  range: Interval
  /** The colour that stands for it in the pictures. */
  colour?: string
  onMove: (value: number) => void
}) {
  const lab = useLab()
  const value = () => lab.experiment().point[props.axis] ?? 0
  return (
    <div class="coordinate" style={props.colour ? { '--run': props.colour } : {}}>
      <Formula tex={typesetName(lab.experiment().variables[props.axis]?.name ?? 'x')} />
      <Slider
        value={value()}
        min={props.range.min}
        max={props.range.max}
        scale="linear"
        label={lab.words().lab.partial.slide({ name: axisName(lab.experiment(), props.axis) })}
        onChange={props.onMove}
      />
      <NumberField value={value()} label={props.label} onChange={props.onMove} />
    </div>
  )
}

/** h, its way to 0, and the scheme whose quotient is looked at: which is not to use it, runs go on with theirs. */
export function StepControls(props: {
  /** Without what needs a secant to be seen. */
  isBrief?: boolean
}) {
  const lab = useLab()
  const words = () => lab.words().lab
  return (
    <>
      <div class="coordinate step-size">
        <Formula tex="h" />
        <StepSize isLookedAt={!props.isBrief} />
        <Show when={!props.isBrief}>
          <StepSizeChips />
        </Show>
      </div>
      <Show when={!props.isBrief}>
        <ShrinkButton />
      </Show>
      <Choice
        label={words().differentiate.quotient}
        value={lab.scheme()}
        options={schemes.map((value) => ({
          value,
          label: words().gradient[value],
          hint: words().gradient[`${value}Name`]
        }))}
        onChange={lab.lookAt}
      />
    </>
  )
}

function ShrinkButton() {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const isMoving = () => lab.animation.moving() === shrinkingH.id
  const hint = () => (isMoving() ? words().pause : words().shrinkHint)
  return (
    <button
      type="button"
      class="primary"
      title={hint()}
      aria-label={hint()}
      onClick={() => lab.animation.toggle(shrinkingH)}
    >
      <Show when={isMoving()} fallback={<Play size={13} aria-hidden="true" />}>
        <Pause size={13} aria-hidden="true" />
      </Show>
      {words().shrink}
    </button>
  )
}
