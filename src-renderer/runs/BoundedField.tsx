import type { Bounded } from '@shared/methods/setting'
import { type JSX, Show } from 'solid-js'
import { NumberField } from '../controls/NumberField'
import { Formula } from '../editor/Formula'
import { useLab } from '../lab/lab'
import { refusedBy, settingTexts } from './SettingRow'

/** A number of the document as its row of bounds has it: name and field, and what it means to whoever points at it. */
export function BoundedField(props: {
  row: Bounded
  value: number
  onChange: (value: number) => void
  /** In place of its name. */
  name?: string
  /** TeX of its letter. */
  symbol?: string
  /** Beside the name. */
  beside?: JSX.Element
  disabled?: boolean
}) {
  const lab = useLab()
  const texts = () => settingTexts(props.row, lab.words())
  const name = () => props.name ?? texts().name
  return (
    <div class="setting" title={texts().meaning}>
      <span classList={{ 'setting-name': props.beside !== undefined }}>
        {name()} <Show when={props.symbol}>{(symbol) => <Formula tex={symbol()} />}</Show>
        {props.beside}
      </span>
      <NumberField
        value={props.value}
        label={name()}
        refuse={refusedBy(props.row, lab.words())}
        disabled={props.disabled ?? false}
        onChange={props.onChange}
      />
    </div>
  )
}
