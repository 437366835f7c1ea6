import { withSteps } from '@shared/experiment/edit'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { NumberField } from '../../../src-renderer/controls/NumberField'
import { alerts, field, inLaboratory, type } from '../laboratory'

/** A field for a positive number, and what it was last changed to. */
function positiveField(first = 5, language: 'en' | 'ja' = 'en') {
  const [value, setValue] = createSignal(first)
  const changes: number[] = []
  const { lab } = inLaboratory(
    () => (
      <NumberField
        value={value()}
        label="h"
        refuse={(wanted) => (wanted > 0 ? null : '0 < h')}
        onChange={(wanted) => {
          changes.push(wanted)
          setValue(wanted)
        }}
      />
    ),
    undefined,
    language
  )
  const leave = () => field('h').dispatchEvent(new FocusEvent('blur'))
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    field('h').dispatchEvent(event)
    return event
  }
  return { lab, value, setValue, changes, leave, press }
}

describe('a number field', () => {
  it('takes a number at every key that makes one', () => {
    const { changes } = positiveField()
    type(field('h'), '1')
    type(field('h'), '1e')
    type(field('h'), '1e-')
    type(field('h'), '1e-3')
    expect(changes).toEqual([1, 1e-3])
    expect(field('h').value).toBe('1e-3')
  })

  it('takes full-width digits and leaves them as typed', () => {
    const { changes } = positiveField()
    type(field('h'), '０．５')
    expect(changes).toEqual([0.5])
    expect(field('h').value).toBe('０．５')
  })

  it.each([
    ['en', 'Type a number, for example 0.08, 1e-4, 1/3 or 2π.'],
    ['ja', '数を入力してください。例：0.08、1e-4、1/3、2π']
  ] as const)('says in words what is no number (%s), and keeps the last one', (language, sentence) => {
    const { changes, value } = positiveField(5, language)
    type(field('h'), 'abc')
    expect(alerts()).toEqual([sentence])
    expect([changes, value()]).toEqual([[], 5])
  })

  it('says in the language of the moment', () => {
    const { lab } = positiveField()
    type(field('h'), 'abc')
    lab.prefer({ language: 'ja' })
    expect(alerts()).toEqual(['数を入力してください。例：0.08、1e-4、1/3、2π'])
  })

  it('says why a number cannot be used here, and ties the sentence to the field', () => {
    const { changes } = positiveField()
    type(field('h'), '-2')
    expect(alerts()).toEqual(['0 < h'])
    expect(changes).toEqual([])
    expect(field('h').getAttribute('aria-invalid')).toBe('true')
    const described = field('h').getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(described)?.textContent).toBe('0 < h')
  })

  it('shows the last good number again when it is left, and still says what was refused, until it is changed', () => {
    const { leave } = positiveField()
    type(field('h'), '-2')
    leave()
    expect(field('h').value).toBe('5')
    expect(alerts()).toEqual(['0 < h'])
    leave()
    expect(alerts()).toEqual(['0 < h'])
    type(field('h'), '5.')
    expect(alerts()).toEqual([])
    expect(field('h').getAttribute('aria-invalid')).toBe('false')
    expect(field('h').hasAttribute('aria-describedby')).toBe(false)
    leave()
    expect(alerts()).toEqual([])
  })

  it('frames no good number in red: left, it only says what was refused, until the field is entered or anything changes', () => {
    const { lab, leave } = positiveField()
    for (const go of [
      () => field('h').dispatchEvent(new FocusEvent('focus')),
      () => lab.change((experiment) => withSteps(experiment, experiment.steps + 1))
    ]) {
      type(field('h'), '0')
      expect(field('h').getAttribute('aria-invalid')).toBe('true')
      leave()
      expect(field('h').getAttribute('aria-invalid')).toBe('false')
      expect(alerts()).toEqual(['0 < h'])
      go()
      expect(alerts()).toEqual([])
    }
  })

  it.each(['1e400', '-1e400', '１ｅ４００'])('says that %s is too large a number, not that it is none', (text) => {
    const { changes } = positiveField()
    type(field('h'), text)
    expect(alerts()).toEqual(['This number is too large: at most about 1.8e308.'])
    expect(changes).toEqual([])
  })

  it('takes a formula without names, and shows its value when it is left', () => {
    const { changes, leave } = positiveField()
    type(field('h'), '1/4')
    expect(changes).toEqual([0.25])
    expect(field('h').value).toBe('1/4')
    leave()
    expect(field('h').value).toBe('0.25')
    expect(alerts()).toEqual([])
  })

  it('shows a number that changed elsewhere, and forgets what was refused', () => {
    const { setValue, leave } = positiveField()
    type(field('h'), '-2')
    setValue(7)
    expect(field('h').value).toBe('7')
    expect(alerts()).toEqual([])
    type(field('h'), '-2')
    leave()
    setValue(8)
    expect(alerts()).toEqual([])
  })

  it('goes up and down by a tenth of its size with the arrow keys', () => {
    const { value, press } = positiveField(0.08)
    expect(press('ArrowUp').defaultPrevented).toBe(true)
    expect(value()).toBe(0.081)
    press('ArrowDown')
    press('ArrowDown')
    expect(value()).toBe(0.079)
    expect(field('h').value).toBe('0.079')
  })

  it('stays where it is when an arrow key would lead out', () => {
    const { value, setValue, press } = positiveField()
    setValue(0.1)
    for (let times = 0; times < 30; times++) press('ArrowDown')
    expect(value()).toBeGreaterThan(0)
  })
})
