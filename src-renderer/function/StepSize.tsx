import { withGradient } from '@shared/experiment/edit'
import { usualStep } from '@shared/experiment/experiment'
import { For, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { numberText } from '../controls/number'
import { Slider } from '../controls/Slider'
import { type Lab, useLab } from '../lab'

const setH = (lab: Lab, h: number) => lab.change((experiment) => withGradient(experiment, { h }), 'h')

/** h with its field and its logarithmic slider. */
export function StepSize() {
  const lab = useLab()
  const words = () => lab.words().lab.gradient
  const h = () => lab.experiment().gradient.h
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

/** Two step sizes by one click. */
export function StepSizeChips() {
  const lab = useLab()
  return (
    <For each={offered}>
      {(h) => (
        <button
          type="button"
          class="chip"
          classList={{ on: lab.experiment().gradient.h === h }}
          title={`h = ${numberText(h)}`}
          onClick={() => setH(lab, h)}
        >
          {numberText(h)}
        </button>
      )}
    </For>
  )
}

/** What is to be known of a negative h. */
export function NegativeStepNote() {
  const lab = useLab()
  return (
    <Show when={lab.experiment().gradient.h < 0}>
      <p class="soft">{lab.words().lab.gradient.hNegative}</p>
    </Show>
  )
}
