import { significant } from '@shared/numbers/rounded'
import { batch, createEffect, createMemo, createSignal, createUniqueId, on, onCleanup, Show } from 'solid-js'
import { useLab } from '../lab/lab'
import type { Refused } from '../lab/notices'
import { isTooLarge, numberText, typedNumber } from './number'

/**
 * A number that may be typed in any usual way. What cannot be used is refused with a sentence below the field; the
 * document keeps the last good value. Leaving the field shows that again, and the sentence stays until the field is
 * entered again or anything else is changed.
 */
export function NumberField(props: {
  /** Null: no one number, the field is empty. */
  value: number | null
  /** For screen readers, and in the sentence when the number is refused. */
  label: string
  onChange: (value: number) => void
  /** A sentence if the number cannot be used here, otherwise null. */
  refuse?: (value: number) => string | null
  /** While a refused text stands in the field, all that depends on it is known to be of the value before. */
  topic?: Refused
  width?: string
  disabled?: boolean
}) {
  const lab = useLab()
  const id = createUniqueId()
  const shown = () => (props.value === null ? '' : numberText(props.value))
  const [text, setText] = createSignal(shown())
  /** What stood in the field when it was left, if that was refused. */
  const [left, setLeft] = createSignal<string | null>(null)
  createEffect(
    on(
      () => props.value,
      (value) => {
        setLeft(null)
        if (typedNumber(text()) !== value) setText(shown())
      }
    )
  )
  createEffect(on(lab.experiment, () => setLeft(null), { defer: true }))
  /** Why the text is not taken, in the language of the moment. */
  const fault = createMemo(() => {
    const typed = left() ?? text()
    const value = typedNumber(typed)
    if (value === null && isTooLarge(typed)) return lab.words().lab.tooLarge
    if (value === null) return typed === '' && props.value === null ? null : lab.words().lab.notANumber
    return value === props.value ? null : (props.refuse?.(value) ?? null)
  })
  createEffect(() => {
    if (props.topic) lab.refuse(id, props.topic, left() === null ? fault() : null)
  })
  onCleanup(() => props.topic && lab.refuse(id, props.topic, null))
  const take = (typed: string) => {
    setLeft(null)
    setText(typed)
    const value = typedNumber(typed)
    if (value !== null && value !== props.value && !props.refuse?.(value)) props.onChange(value)
  }
  const leave = () =>
    batch(() => {
      if (text() !== shown()) setLeft(fault() === null ? null : text())
      setText(shown())
    })
  const nudge = (direction: number) => {
    const value = props.value ?? 0
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - 1)
    take(numberText(significant(value + direction * unit, 12)))
  }
  return (
    <span class="number-field" style={{ 'min-width': props.width }}>
      <input
        type="text"
        inputmode="decimal"
        spellcheck={false}
        autocomplete="off"
        aria-label={props.label}
        aria-invalid={fault() !== null && left() === null}
        aria-describedby={fault() === null ? undefined : id}
        disabled={props.disabled ?? false}
        value={text()}
        // What an input method is composing is not yet a number, and no fault either.
        onInput={(event) => !event.isComposing && take(event.currentTarget.value)}
        onCompositionEnd={(event) => take(event.currentTarget.value)}
        onBlur={leave}
        onFocus={() => setLeft(null)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault()
            nudge(event.key === 'ArrowUp' ? 1 : -1)
          }
          if (event.key === 'Enter') event.currentTarget.select()
        }}
      />
      <Show when={fault()}>
        <span class="fault" role="alert" id={id}>
          {fault()}
        </span>
      </Show>
    </span>
  )
}
