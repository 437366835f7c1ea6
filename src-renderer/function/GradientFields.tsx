import { withGradient } from '@shared/experiment/edit'
import { gradientMethods } from '@shared/experiment/experiment'
import { Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { useLab } from '../lab/lab'
import { NegativeStepNote, StepSize } from './StepSize'

/** From the formula or by a difference scheme, and its h – which the dock has where points are looked at. */
export function GradientFields() {
  const lab = useLab()
  const words = () => lab.words().lab.gradient
  const gradient = () => lab.experiment().gradient
  return (
    <section class="gradient-fields" aria-label={words().heading}>
      <h3>{words().heading}</h3>
      <Choice
        label={words().heading}
        value={gradient().method}
        options={gradientMethods.map((value) => ({
          value,
          label: words()[value],
          hint: words()[`${value}Name`]
        }))}
        onChange={(method) => lab.change((experiment) => withGradient(experiment, { method }))}
      />
      <Show when={gradient().method !== 'exact' && lab.experiment().view.tab === 'descend'}>
        <div class="step-size">
          <span>{words().h}</span>
          <StepSize />
        </div>
        <NegativeStepNote h={lab.experiment().gradient.h} />
      </Show>
    </section>
  )
}
