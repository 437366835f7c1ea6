import { type Bounded, type Setting, settingProblem } from '@shared/methods/setting'
import { sentence } from '@shared/problem'
import type { Words } from '@shared/words/index'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import { Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { numberText } from '../controls/number'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { useLab } from '../lab/lab'

/** What a number that can be set is called and what it means; for one without words its id. */
export function settingTexts({ id, term = id }: Bounded, words: Words): { readonly name: string; meaning: string } {
  const texts: Readonly<Record<string, { name: string; meaning: string }>> = words.methods.settings
  return texts[term] ?? { name: term, meaning: '' }
}

/** The sentence for what its bounds do not allow. */
export const refusedBy =
  (row: Bounded, words: Words) =>
  (wanted: number): string | null => {
    const problem = settingProblem(row, wanted)
    return problem && sentence(problem, words)
  }

/** The way back to the usual value; nothing where it is that. */
export function UsualButton(props: { setting: Setting; value: number; onChange: (value: number) => void }) {
  const lab = useLab()
  return (
    <Show when={props.value !== props.setting.default}>
      <IconButton
        class="usual"
        label={lab.words().lab.runs.usual({ value: numberText(props.setting.default) })}
        onClick={() => props.onChange(props.setting.default)}
      >
        <RotateCcw size={12} />
      </IconButton>
    </Show>
  )
}

/**
 * One setting as its row of the table has it: name, field, slider. `whole`: with what it means, and the way back to its
 * usual value.
 */
export function SettingRow(props: {
  setting: Setting
  value: number
  whole: boolean
  onChange: (value: number) => void
}) {
  const lab = useLab()
  const texts = () => settingTexts(props.setting, lab.words())
  const name = () => texts().name
  return (
    <div class="setting" title={texts().meaning}>
      <span class="setting-name">
        {name()} <Formula tex={props.setting.symbol} />
        <Show when={props.whole}>
          <UsualButton setting={props.setting} value={props.value} onChange={props.onChange} />
        </Show>
      </span>
      <NumberField
        value={props.value}
        label={name()}
        refuse={refusedBy(props.setting, lab.words())}
        onChange={props.onChange}
      />
      <Slider
        value={props.value}
        min={props.setting.slider.min}
        max={props.setting.slider.max}
        scale={props.setting.slider.scale}
        whole={props.setting.whole ?? false}
        label={name()}
        onChange={props.onChange}
      />
      <Show when={props.whole}>
        <p class="meaning">{texts().meaning}</p>
      </Show>
    </div>
  )
}
