import type { Run } from '@shared/experiment/experiment'
import { methodNamed } from '@shared/methods/table'
import { numeral } from '@shared/numbers/numeral'
import type { Fate, RatesReport } from '@shared/protocol'
import { createEffect, For, Show } from 'solid-js'
import { sliderPosition } from '../controls/number'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'

/** Neighbouring parts of the slider with one fate: from where to where, 0 … 1, and the rates there. */
interface Stretch {
  readonly fate: Fate
  readonly from: number
  readonly to: number
}

/** The parts of the ruler, from left to right. */
export function stretchesOf({ fates }: RatesReport): readonly Stretch[] {
  const starts = fates.flatMap((fate, part) => (fate === fates[part - 1] ? [] : part))
  return starts.map((part, index) => ({
    fate: fates[part] as Fate,
    from: part / fates.length,
    to: (starts[index + 1] ?? fates.length) / fates.length
  }))
}

/**
 * A strip below the slider of the learning rate, as wide as the way of its handle: what becomes of the run with each rate,
 * filled in a moment after a change, with a mark at the limit of stability where that is a theorem.
 */
export function RateRuler(props: { run: Run; index: number; scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().rates
  createEffect(() => props.scene.rates[props.index]?.watch())
  const report = () => props.scene.rates[props.index]?.report()
  const slider = () =>
    methodNamed(props.run.method, props.run.convention)?.settings.find(({ id }) => id === 'lr')?.slider
  const rateAt = (position: number) => {
    const { min, max } = slider() ?? { min: 1, max: 1 }
    return numeral(min * (max / min) ** position, 2)
  }
  const sentenceOf = ({ fate, from, to }: Stretch) =>
    words().stretch({ from: rateAt(from), to: rateAt(to), fate: words().fates[fate] })
  const limit = () => {
    const [own, found] = [slider(), report()?.limit]
    if (!own || found == null) return null
    const text = words().limit({ limit: numeral(found, 3) })
    return { text, position: sliderPosition(found, own.min, own.max, own.scale) }
  }
  const stretches = () => stretchesOf(report() ?? { rates: [], fates: [], limit: null })
  const told = () => {
    if (stretches().length === 0) return words().finding
    return [words().label, ...stretches().map(sentenceOf), limit()?.text ?? ''].join('\n').trim()
  }
  return (
    <Show when={slider()}>
      <div class="rate-ruler" role="img" aria-label={told()}>
        <For each={stretches()}>
          {(stretch) => (
            <span
              class={stretch.fate}
              style={{ width: `${(stretch.to - stretch.from) * 100}%` }}
              title={sentenceOf(stretch)}
            />
          )}
        </For>
        <Show when={limit()}>
          {(mark) => <i class="limit" style={{ left: `${mark().position * 100}%` }} title={mark().text} />}
        </Show>
      </div>
    </Show>
  )
}
