import type { Run } from '@shared/experiment/experiment'
import { methodNamed } from '@shared/methods/table'
import { numeral } from '@shared/numbers/numeral'
import type { Fate, RatesReport } from '@shared/protocol'
import { createEffect, For, Show } from 'solid-js'
import { sliderPosition } from '../controls/number'
import { useLab } from '../lab/lab'
import type { Scene } from '../scene/scene'

/** Neighbouring parts of the slider with one fate: from where to where, 0 … 1, and the least and the greatest rate tried there. */
interface Stretch {
  readonly fate: Fate
  readonly from: number
  readonly to: number
  readonly least: number
  readonly greatest: number
}

/** The parts of the ruler, from left to right. */
export function stretchesOf({ rates, fates }: RatesReport): readonly Stretch[] {
  const starts = fates.flatMap((fate, part) => (fate === fates[part - 1] ? [] : part))
  return starts.map((part, index) => {
    const end = starts[index + 1] ?? fates.length
    return {
      fate: fates[part] as Fate,
      from: part / fates.length,
      to: end / fates.length,
      least: rates[part] as number,
      greatest: rates[end - 1] as number
    }
  })
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
  /** Only of rates that were tried: between two of them its fate changes, no one knows where. */
  const sentenceOf = ({ fate, least, greatest }: Stretch) =>
    least === greatest
      ? words().single({ rate: numeral(least), fate: words().fates[fate] })
      : words().stretch({ from: numeral(least), to: numeral(greatest), fate: words().fates[fate] })
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
