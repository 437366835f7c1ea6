import { stepLookedAt, withFormula, withGradient, withPoint } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import { GradientFields } from '../../../src-renderer/function/GradientFields'
import { StepSize, StepSizeChips } from '../../../src-renderer/function/StepSize'
import { alerts, button, experimentNamed, field, inLaboratory, named, type } from '../laboratory'

const usual = withPoint(withFormula(experimentNamed('derivative-x2'), 'x^2'), [5])

describe('the step size', () => {
  it.each([
    ['0', 'h must not be 0.'],
    ['NaN', 'Type a number, for example 0.08, 1e-4, 1/3 or 2π.'],
    ['', 'Type a number, for example 0.08, 1e-4, 1/3 or 2π.']
  ])('“%s” is refused with a sentence, and the last one stays', (text, sentence) => {
    const { lab } = inLaboratory(() => <StepSize />, usual)
    type(field('Step size h'), text)
    expect(alerts()).toEqual([sentence])
    expect(lab.experiment().gradient.h).toBe(usual.gradient.h)
  })

  it('stands with the way to the gradient where runs are looked at; elsewhere the dock has it', () => {
    const { lab } = inLaboratory(() => <GradientFields />, withGradient(usual, { method: 'central' }))
    expect(document.querySelectorAll('input[type="text"]')).toHaveLength(0)
    lab.look((view) => ({ ...view, tab: 'descend' }))
    expect(document.querySelectorAll('input[type="text"]')).toHaveLength(1)
    named<HTMLLabelElement>('label', 'Formula').click()
    expect(document.querySelectorAll('input[type="text"]')).toHaveLength(0)
  })

  it('is set to one at which the secant is seen, or to the usual one, by a click', () => {
    const { lab } = inLaboratory(() => <StepSizeChips />, usual)
    button('0.0001').click()
    expect(stepLookedAt(lab.experiment())).toBe(1e-4)
    button('1').click()
    expect(stepLookedAt(lab.experiment())).toBe(1)
    // The runs keep theirs.
    expect(lab.experiment().gradient.h).toBe(1e-4)
  })
})
