import { withFormula } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import { AxesChoice } from '../../../src-renderer/cards/AxesChoice'
import { choose, experimentNamed, inLaboratory, named } from '../laboratory'

const plane = experimentNamed('partial-x2y2')
const list = (name: string) => named<HTMLSelectElement>('select', name)

describe('the choice of the two axes', () => {
  it('is not offered where there are only two variables', () => {
    inLaboratory(() => <AxesChoice />, plane)
    expect(document.querySelector('select')).toBeNull()
  })

  it('puts a variable along an axis, and lets two change places', () => {
    const { lab } = inLaboratory(() => <AxesChoice />, withFormula(plane, 'x^2 + y^2 + z^2'))
    expect([list('Horizontal axis').value, list('Vertical axis').value]).toEqual(['0', '1'])
    choose(list('Vertical axis'), '2')
    expect(lab.experiment().view.axes).toEqual([0, 2])
    choose(list('Horizontal axis'), '2')
    expect(lab.experiment().view.axes).toEqual([2, 0])
    expect([list('Horizontal axis').value, list('Vertical axis').value]).toEqual(['2', '0'])
    expect(lab.canUndo()).toBe(false)
  })
})
