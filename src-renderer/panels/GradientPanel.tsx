import { withGradient } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { type Problem, sentence } from '@shared/problem'
import { Show } from 'solid-js'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { useLab } from '../lab'

/** From the formula or by a difference scheme; and h, which the secant of the Differentiate tab has in any case. */
export function GradientPanel() {
  const lab = useLab()
  const words = () => lab.words().lab.gradient
  const gradient = () => lab.experiment().gradient
  const setH = (h: number) => lab.change((experiment) => withGradient(experiment, { h }), 'h')
  return (
    <section class="card" aria-label={words().heading}>
      <h2>{words().heading}</h2>
      <Choice
        label={words().heading}
        value={gradient().method}
        options={(['exact', 'forward', 'backward', 'central'] as const).map((value) => ({
          value,
          label: words()[value],
          hint: words()[`${value}Name`]
        }))}
        onChange={(method) => lab.change((experiment) => withGradient(experiment, { method }))}
      />
      <Show when={gradient().method !== 'exact' || lab.experiment().view.tab === 'differentiate'}>
        <div class="setting">
          <span>{words().h}</span>
          <NumberField
            value={gradient().h}
            label={words().h}
            refuse={(h) => (h === 0 ? words().hRefused : null)}
            topic="h"
            onChange={setH}
          />
          <Slider
            value={Math.abs(gradient().h)}
            min={1e-16}
            max={1}
            scale="log"
            label={words().hSlide}
            onChange={setH}
          />
        </div>
        <Show when={gradient().h < 0}>
          <p class="soft">{words().hNegative}</p>
        </Show>
        <Show when={lostIn(lab.experiment())}>
          {(problem) => <p class="fault">{sentence(problem(), lab.words())}</p>}
        </Show>
      </Show>
    </section>
  )
}

/** Why the point that is looked at cannot be moved by h; null where it can be, or where runs are looked at. */
function lostIn({ variables, point, gradient, view }: Experiment): Problem | null {
  if (view.tab === 'descend') return null
  const { h } = gradient
  const axis = point.findIndex((at) => at + h === at || at - h === at)
  const variable = variables[axis]?.name
  return variable === undefined ? null : { code: 'difference-lost', values: { variable, at: point[axis] ?? 0, h } }
}
