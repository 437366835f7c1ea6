import { withView } from '@shared/experiment/edit'
import type { View } from '@shared/experiment/experiment'
import { describe, expect, it } from 'vitest'
import type { Know } from '../../../src-renderer/figures/know'
import { jointParts, partialFigures } from '../../../src-renderer/figures/partial'
import { answersFor, describedFrom, expectDescribed, named, occasion } from './described'

const plane = withView(named('partial-quadratic'), { tab: 'partial' })
const about = (topic: View['topic']) => withView(plane, { topic })
const figures =
  (experiment = plane) =>
  (know: Know) =>
    partialFigures(occasion(experiment), know)

describe('the figures of Partial', () => {
  it('wait for plane, point and slices, and not for critical points', async () => {
    const plain = await expectDescribed(figures(about('direction')))
    expect(new Set(plain)).toEqual(new Set(['grid', 'curve', 'point']))
    const critical = await expectDescribed(figures(about('critical')))
    expect(critical.filter((name) => !plain.includes(name))).toEqual(['critical'])
  })

  it('ask for no plane anew when the point moves in it, and for no slice that it moves along', async () => {
    const known = await answersFor(figures({ ...plane, point: [1, 2] }))
    const { asked } = describedFrom(figures({ ...plane, point: [1, 3] }), known)
    expect(asked.map(({ slot }) => slot).sort()).toEqual(['point', 'slice-0'])
  })

  it('ask for the gradient of all samples only where its field is shown', async () => {
    const hasGradient = async (towards: View['field']['towards']) => {
      const experiment = withView(plane, { field: { ...plane.view.field, towards } })
      const known = await answersFor((know) => jointParts(occasion(experiment), know))
      return [...known.values()].flatMap(({ question }) => (question.name === 'grid' ? [question.body] : []))
    }
    expect(await hasGradient('none')).toMatchObject([{ gradient: false }])
    expect(await hasGradient('ascent')).toMatchObject([{ gradient: true }])
  })
})
