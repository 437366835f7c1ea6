import { withFormula, withPoint, withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Lab } from '../../../src-renderer/lab'
import { CurveControls, PinnedTangents } from '../../../src-renderer/views/CurveControls'
import { alerts, button, experimentNamed, field, inLaboratory, named, shows, type } from '../laboratory'

let lab: Lab
const show = (experiment: Experiment) => {
  const part = () => (
    <>
      <CurveControls along={0} shown={{ min: -1, max: 9 }} />
      <PinnedTangents along={0} />
    </>
  )
  lab = inLaboratory(part, experiment).lab
}
beforeEach(() => show(experimentNamed('derivative-x2')))

const pinAt = (at: number) => {
  lab.change((experiment) => withPoint(experiment, [at, ...experiment.point.slice(1)]))
  button('Keep tangent').click()
}
const pinned = () => lab.experiment().view.tangents.map(({ at }) => at)

describe('a tangent that stays', () => {
  it('is removed by its place, and all of them at once', () => {
    for (const at of [1, 2.5, -3]) pinAt(at)
    expect(pinned()).toEqual([1, 2.5, -3])
    button('Remove the tangent at x = 2.5').click()
    expect(pinned()).toEqual([1, -3])
    expect(button('Remove the tangent at x = −3').textContent).toBe('−3')
    button('Remove all').click()
    expect(pinned()).toEqual([])
    expect(document.querySelector('fieldset')).toBeNull()
  })

  it('is one more until there are eight: then a sentence says so', async () => {
    for (let at = 0; at < limits.tangents; at++) {
      expect(button('Keep tangent').disabled).toBe(false)
      pinAt(at)
    }
    expect(button('Keep tangent').disabled).toBe(true)
    await shows('Eight is the most.')
    button('Remove the tangent at x = 4').click()
    expect(button('Keep tangent').disabled).toBe(false)
    expect(document.body.textContent).not.toContain('Eight')
  })

  it('along another variable counts too, and is not listed here', async () => {
    const plane = withPoint(withFormula(experimentNamed('derivative-x2'), 'x^2 + y^2'), [1, 1])
    const tangents = Array.from({ length: limits.tangents }, (_, at) => ({ along: 'y', at }))
    show(withView(plane, { tangents }))
    await shows('Eight is the most.')
    expect(document.querySelectorAll('.chip')).toHaveLength(0)
  })
})

describe('the vertical range', () => {
  const automatic = () => named<HTMLLabelElement>('label', 'Automatic')

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
