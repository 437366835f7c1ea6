import { withFormula, withGradient, withPoint } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import { GradientPanel } from '../../../src-renderer/panels/GradientPanel'
import { alerts, experimentNamed, field, inLaboratory, named, shows, type } from '../laboratory'

const usual = withPoint(withFormula(experimentNamed('derivative-x2'), 'x^2'), [5])
const faults = () => [...document.querySelectorAll('.fault')].map(({ textContent }) => textContent)

describe('the step size', () => {
  it.each([
    ['0', 'h must not be 0.'],
    ['NaN', 'Type a number, for example 0.08, 1e-4, 1/3 or 2π.'],
    ['', 'Type a number, for example 0.08, 1e-4, 1/3 or 2π.']
  ])('“%s” is refused with a sentence, and the last one stays', (text, sentence) => {
    const { lab } = inLaboratory(() => <GradientPanel />, usual)
    type(field('Step size h'), text)
    expect(alerts()).toEqual([sentence])
    expect(lab.experiment().gradient.h).toBe(usual.gradient.h)
  })

  it('that is lost in the point is said where it is typed, whatever the source of the gradient', async () => {
    inLaboratory(() => <GradientPanel />, withGradient(usual, { method: 'exact' }))
    expect(faults()).toEqual([])
    type(field('Step size h'), '1e-17')
    await shows(/h is too small here/i)
    type(field('Step size h'), '1e-4')
    expect(faults()).toEqual([])
  })

  it('is asked for where a gradient or a secant is made with it', () => {
    const { lab } = inLaboratory(() => <GradientPanel />, withGradient(usual, { method: 'exact' }))
    expect(document.querySelectorAll('input[type="text"]')).toHaveLength(1)
    lab.look((view) => ({ ...view, tab: 'descend' }))
    expect(document.querySelectorAll('input[type="text"]')).toHaveLength(0)
    named<HTMLLabelElement>('label', 'Central').click()
    expect(document.querySelectorAll('input[type="text"]')).toHaveLength(1)
  })
})
