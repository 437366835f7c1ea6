import { blank, withFormula, withGradient, withPoint, withView } from '@shared/experiment/edit'
import { expect, it } from 'vitest'
import { curveQuestion, pointQuestion } from '../../../src-renderer/answers/questions'
import { subjectOf } from '../../../src-renderer/figures/occasion'
import { sliceCurve } from '../../../src-renderer/figures/slice'
import { ask } from '../../support/core-ask'

it('a slice knows the second derivative along itself, and its h is not dragged', async () => {
  const plane = withView(withPoint(withFormula(blank(), 'x^2 y^3'), [1, 2]), { tab: 'partial' })
  const experiment = withGradient(plane, { method: 'forward' })
  const subject = subjectOf(experiment)
  const range = { min: -3, max: 3 }
  const report = await ask(pointQuestion(subject, [1, 2], 1e-4, experiment.view.axes))
  for (const along of [0, 1] as const) {
    const samples = await ask(curveQuestion('slice', subject, along, [1, 2], range))
    if (report.kind !== 'answer' || samples.kind !== 'answer') throw new Error('There is no answer')
    const { secondSlope, h, side, secant } = sliceCurve(experiment, along, samples.answer, range, report.answer)
    // ∂²f/∂x² = 2y³, ∂²f/∂y² = 6x²y.
    expect({ secondSlope, h, side }).toEqual({ secondSlope: [16, 12][along], h: null, side: along })
    expect(secant).not.toBeNull()
  }
})
