import { stepLookedAt, withGradient, withStepLookedAt } from '@shared/experiment/edit'
import { usualStep } from '@shared/experiment/experiment'
import { For, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { numberText } from '../controls/number'
import { Slider } from '../controls/Slider'
import { type Lab, useLab } from '../lab/lab'

const look = (lab: Lab, h: number) => lab.change((experiment) => withStepLookedAt(experiment, h), 'h')
const use = (lab: Lab, h: number) => lab.change((experiment) => withGradient(experiment, { h }), 'h')

/** h with its field and its logarithmic slider: the one that the runs use, or only the one `isLookedAt`. */
export function StepSize(props: { isLookedAt?: boolean }) {
  const lab = useLab()
  const words = () => lab.words().lab.gradient
  const h = () => (props.isLookedAt ? stepLookedAt(lab.experiment()) : lab.experiment().gradient.h)
  const setH = (lab: Lab, h: number) => (props.isLookedAt ? look : use)(lab, h)
  return (
    <>
      <Slider
        value={Math.abs(h())}
        min={1e-16}
        max={1}
        scale="log"
        label={words().hSlide}
        onChange={(value) => setH(lab, value)}
      />
      <NumberField
        value={h()}
        label={words().h}
        refuse={(value) => (value === 0 ? words().hRefused : null)}
        topic="h"
        onChange={(value) => setH(lab, value)}
      />
    </>
  )
}

/** An h at which the secant is seen to be none of the tangent, and the usual one. */
const offered = [1, usualStep]

/** Two step sizes to be looked at by one click. */
export function StepSizeChips() {
  const lab = useLab()
  return (
    <For each={offered}>
      {(h) => (
        <button
          type="button"
          class="chip"
          classList={{ on: stepLookedAt(lab.experiment()) === h }}
          title={`h = ${numberText(h)}`}
          onClick={() => look(lab, h)}
        >
          {numberText(h)}
        </button>
      )}
    </For>
  )
}

/** What is to be known of a negative h. */
export function NegativeStepNote(props: { h: number }) {
  const lab = useLab()
  return (
    <Show when={props.h < 0}>
      <p class="soft">{lab.words().lab.gradient.hNegative}</p>
    </Show>
  )
}
