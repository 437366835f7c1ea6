import { blank, withFormula, withPoint } from '@shared/experiment/edit'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Choice } from '../../../src-renderer/controls/Choice'
import { IconButton } from '../../../src-renderer/controls/IconButton'
import { Slider } from '../../../src-renderer/controls/Slider'
import { VariableChoice } from '../../../src-renderer/controls/VariableChoice'
import { allNamed, button, choose, inLaboratory, named, slider } from '../laboratory'

describe('a choice of variable', () => {
  function variables(formula: string) {
    const [chosen, setChosen] = createSignal(1)
    const { lab } = inLaboratory(
      () => <VariableChoice label="Along" value={chosen()} onChange={setChosen} />,
      withFormula(blank(), formula)
    )
    return { chosen, lab }
  }

  it('shows a few side by side', () => {
    const { chosen } = variables('x0 + x1 + x2')
    expect(named('label', 'x₁').classList.contains('on')).toBe(true)
    named('label', 'x₂').querySelector('input')?.click()
    expect(chosen()).toBe(2)
  })

  it('shows many as a list', () => {
    const { chosen } = variables('x y z w u')
    const list = named<HTMLSelectElement>('select', 'Along')
    expect(list.value).toBe('1')
    choose(list, '4')
    expect(chosen()).toBe(4)
  })

  it('keeps the focus while the experiment changes, and follows its variables', () => {
    const { lab } = variables('x + y')
    const x = named('label', 'x').querySelector('input')
    x?.focus()
    lab.change((experiment) => withPoint(experiment, [2, 2]))
    expect(document.activeElement).toBe(x)
    lab.change((experiment) => withFormula(experiment, 'x + z'))
    expect(allNamed('label', 'z')).toHaveLength(1)
  })

  it('is none where there is one variable', () => {
    variables('x^2')
    expect(document.querySelectorAll('select, label')).toHaveLength(0)
  })
})

describe('a slider', () => {
  function rateSlider() {
    const [value, setValue] = createSignal(0.1)
    inLaboratory(() => (
      <Slider value={value()} min={1e-4} max={10} scale="log" label="Learning rate" onChange={setValue} />
    ))
    const drag = (thousandths: number) => {
      slider('Learning rate').value = String(thousandths)
      slider('Learning rate').dispatchEvent(new Event('input', { bubbles: true }))
    }
    return { value, setValue, drag }
  }

  it('stands where its value is, and says it', () => {
    rateSlider()
    expect(slider('Learning rate').value).toBe('600')
    expect(slider('Learning rate').getAttribute('aria-valuetext')).toBe('0.1')
    expect(slider('Learning rate').style.getPropertyValue('--filled')).toBe('60%')
  })

  it('gives the value of the place it is dragged to', () => {
    const { value, drag } = rateSlider()
    drag(200)
    expect(value()).toBe(1e-3)
    drag(1000)
    expect(value()).toBe(10)
  })

  it('goes to the next value with every press of an arrow key, and no farther than its ends', () => {
    const { value, setValue } = rateSlider()
    const press = (key: string) =>
      slider('Learning rate').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    const seen = [value()]
    for (let count = 0; count < 2000 && value() < 10; count++) {
      press('ArrowRight')
      seen.push(value())
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(value()).toBe(10)
    press('ArrowUp')
    expect(value()).toBe(10)
    press('ArrowLeft')
    expect(value()).toBe(9.9)
    setValue(500)
    press('ArrowRight')
    expect(value()).toBe(500)
  })

  it.each([
    { min: -5, max: 5, scale: 'linear', first: 1 },
    { min: -5, max: 5, scale: 'linear', first: 0.123456 },
    { min: 0, max: 0.999, scale: 'linear', first: 0.5 },
    { min: 0, max: 1, scale: 'linear', first: 0.9 },
    { min: -1e6, max: 3, scale: 'linear', first: 0 },
    { min: 1e-16, max: 1, scale: 'log', first: 1e-4 }
  ] as const)('goes from end to end by arrow keys: from $first in $min … $max, $scale', ({ first, ...slidesOver }) => {
    const [value, setValue] = createSignal<number>(first)
    inLaboratory(() => <Slider {...slidesOver} value={value()} label="Setting" onChange={setValue} />)
    const press = (key: string) =>
      slider('Setting').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    for (const [key, way, end] of [
      ['ArrowRight', 1, slidesOver.max],
      ['ArrowLeft', -1, slidesOver.min]
    ] as const) {
      for (let count = 0; count < 1001 && value() !== end; count++) {
        const before = value()
        press(key)
        expect((value() - before) * way, `${key} at ${before}`).toBeGreaterThan(0)
      }
      expect(value()).toBe(end)
    }
  })

  it('rests at its end when a value beyond is typed elsewhere', () => {
    const { setValue } = rateSlider()
    setValue(500)
    expect(slider('Learning rate').value).toBe('1000')
    expect(slider('Learning rate').getAttribute('aria-valuetext')).toBe('500')
  })
})

describe('a choice', () => {
  function directions() {
    const [value, setValue] = createSignal<'left' | 'right'>('left')
    inLaboratory(() => (
      <Choice
        label="Direction"
        value={value()}
        options={[
          { value: 'left', label: 'Left' },
          { value: 'right', label: 'Right', hint: 'The other way' }
        ]}
        onChange={setValue}
      />
    ))
    const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
    return { value, radios }
  }

  it('is a group of radio buttons with a name', () => {
    const { radios } = directions()
    expect(named('[role="radiogroup"]', 'Direction').contains(radios()[0] as Element)).toBe(true)
    expect(radios().map(({ checked }) => checked)).toEqual([true, false])
    expect(new Set(radios().map(({ name }) => name)).size).toBe(1)
  })

  it('gives what is chosen', () => {
    const { value, radios } = directions()
    radios()[1]?.click()
    expect(value()).toBe('right')
    expect(radios().map(({ checked }) => checked)).toEqual([false, true])
  })

  it('explains an option on hovering', () => {
    directions()
    expect(named('label', 'Right').title).toBe('The other way')
  })
})

describe('a button with an icon', () => {
  it('has a name, a hint and whether it is pressed', () => {
    let clicks = 0
    inLaboratory(() => (
      <IconButton label="More" pressed={true} onClick={() => clicks++}>
        <svg aria-hidden="true" />
      </IconButton>
    ))
    button('More').click()
    expect(clicks).toBe(1)
    expect(button('More').title).toBe('More')
    expect(button('More').getAttribute('aria-pressed')).toBe('true')
  })
})
