import { withFormula, withPoint, withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { createSignal } from 'solid-js'
import { beforeEach, describe, expect, it } from 'vitest'
import { CurveControls, PinnedTangents } from '../../../src-renderer/cards/CurveControls'
import type { Lab } from '../../../src-renderer/lab/lab'
import { looks } from '../../../src-renderer/plots/look'
import { pinnedLook } from '../../../src-renderer/plots/tangent'
import { StepControls } from '../../../src-renderer/point/point-controls'
import { alerts, button, experimentNamed, field, inLaboratory, named, shows, soon, type } from '../laboratory'

let lab: Lab
const [hasTangent, setHasTangent] = createSignal(true)
const show = (experiment: Experiment) => {
  setHasTangent(true)
  let pin: HTMLButtonElement | undefined
  const take = (made: HTMLButtonElement) => {
    pin = made
  }
  const part = () => (
    <>
      <CurveControls along={0} shown={{ min: -1, max: 9 }} hasTangent={hasTangent()} pinButton={take} />
      <StepControls />
      <PinnedTangents along={0} drawn={[1, -3]} onEmpty={() => pin?.focus()} />
    </>
  )
  lab = inLaboratory(part, experiment).lab
}
beforeEach(() => show(experimentNamed('derivative-x2')))

const pinAt = (at: number) => {
  lab.change((experiment) => withPoint(experiment, [at, ...experiment.point.slice(1)]))
  button('Keep tangent').click()
}
/** The colours of the chips' marks. */
const swatches = () => [...document.querySelectorAll<HTMLElement>('.chip i')].map(({ style }) => style.background)
const pinned = () => lab.experiment().view.tangents.map(({ at }) => at)

describe('a tangent that stays', () => {
  it('is removed by its place, and all of them at once', () => {
    for (const at of [1, 2.5, -3]) pinAt(at)
    expect(pinned()).toEqual([1, 2.5, -3])
    button('Remove the tangent at x = 2.5').click()
    expect(pinned()).toEqual([1, -3])
    expect(button('Remove the tangent at x = −3').textContent).toBe('−3')
    expect(swatches()).toEqual([0, 1].map((index) => pinnedLook(looks.light, index).colour))
    button('Remove all').click()
    expect(pinned()).toEqual([])
    expect(document.querySelector('fieldset')).toBeNull()
  })

  it('is one more until there are as many as there can be: then a sentence says so', async () => {
    for (let at = 0; at < limits.tangents; at++) {
      expect(button('Keep tangent').disabled).toBe(false)
      pinAt(at)
    }
    expect(button('Keep tangent').disabled).toBe(true)
    await shows('At most 8 tangents.')
    button('Remove the tangent at x = 4').click()
    expect(button('Keep tangent').disabled).toBe(false)
    expect(document.body.textContent).not.toContain('No more')
  })

  it('leaves the focus at the next one when it is removed, and of the last at the button for more', () => {
    for (const at of [1, 2, 3]) pinAt(at)
    const press = (name: string) => {
      button(name).focus()
      button(name).click()
      return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
    }
    expect(press('Remove the tangent at x = 2')).toBe('Remove the tangent at x = 3')
    expect(press('Remove the tangent at x = 3')).toBe('Remove the tangent at x = 1')
    expect(press('Remove the tangent at x = 1')).toBe('Keep tangent')
    for (const at of [1, 2]) pinAt(at)
    expect(press('Remove all')).toBe('Keep tangent')
  })

  it('cannot be where there is none: the button says so', () => {
    setHasTangent(false)
    expect([button('Keep tangent').disabled, button('Keep tangent').title]).toEqual([
      true,
      'f has no tangent at a to keep.'
    ])
  })

  it('along another variable counts too, and is not listed here', async () => {
    const plane = withPoint(withFormula(experimentNamed('derivative-x2'), 'x^2 + y^2'), [1, 1])
    const tangents = Array.from({ length: limits.tangents }, (_, at) => ({ along: 'y', at }))
    show(withView(plane, { tangents }))
    await shows('At most 8 tangents.')
    expect(document.querySelectorAll('.strip .chip')).toHaveLength(0)
  })
})

describe('the sheet of settings', () => {
  const tabFrom = (element: HTMLElement, shiftKey: boolean) => {
    element.focus()
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true }))
  }

  it('is left by Tab at its ends, back to its button, and not in between', async () => {
    lab.change((experiment) => withView(experiment, { values: { min: -1, max: 9 } }))
    for (const [label, shift] of [
      ['Upper end of the range of f', false],
      ['Vertical range: automatic', true]
    ] as const) {
      button('Vertical range').click()
      const lower = field('Lower end of the range of f')
      tabFrom(lower, shift)
      expect(button('Vertical range').getAttribute('aria-expanded')).toBe('true')
      tabFrom(named<HTMLInputElement>('input', label), shift)
      await soon(() => expect(document.querySelector('.popover')).toBeNull())
      await soon(() => expect(document.activeElement).toBe(button('Vertical range')))
    }
  })
})

describe('h on its way to 0', () => {
  it('has a button whose name tells what it does, and what is written on it', () => {
    const name = 'h → 0: the secant becomes the tangent'
    expect(button(name).title).toBe(name)
    button(name).click()
    expect(button('h → 0: pause').title).toBe('h → 0: pause')
    expect(button('h → 0: pause').textContent).toBe('h → 0')
    button('h → 0: pause').click()
  })
})

describe('the vertical range', () => {
  const automatic = () => named<HTMLInputElement>('input', 'Vertical range: automatic')

  it('begins as it is seen when it is taken over, and can be given back', () => {
    button('Vertical range').click()
    automatic().click()
    lab.change((experiment) => withView(experiment, { values: { min: -1, max: 9 } }))
    expect(field('Lower end of the range of f').value).toBe('-1')
    type(field('Upper end of the range of f'), '2e1')
    expect(lab.experiment().view.values).toEqual({ min: -1, max: 20 })
    automatic().click()
    expect(lab.experiment().view.values).toBeNull()
  })

  it('is not reversed, nor empty: a sentence says so, and the last one stays', () => {
    lab.change((experiment) => withView(experiment, { values: { min: -1, max: 9 } }))
    button('Vertical range').click()
    for (const refused of ['-5', '-1']) {
      type(field('Upper end of the range of f'), refused)
      expect(alerts()).toEqual(['The lower end must be smaller than the upper end.'])
      expect(lab.experiment().view.values).toEqual({ min: -1, max: 9 })
    }
  })
})
