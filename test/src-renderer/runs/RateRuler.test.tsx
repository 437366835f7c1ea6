import { withView } from '@shared/experiment/edit'
import { withSetting } from '@shared/experiment/runs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RateRuler, stretchesOf } from '../../../src-renderer/runs/RateRuler'
import { bridge } from '../../support/bridge'
import { experimentNamed, inLaboratory, leaveLaboratory, soon } from '../laboratory'

afterEach(leaveLaboratory)

const ruler = () => document.querySelector('.rate-ruler')
const colours = () => [...document.querySelectorAll('.rate-ruler > span')].map(({ className }) => className)

function opened() {
  const ask = vi.fn(bridge.ask)
  const bowl = withView(experimentNamed('learning-rate'), { tab: 'descend' })
  const part = inLaboratory(
    (scene, lab) => {
      const run = () => lab.experiment().runs[0]
      return <>{run() && <RateRuler run={run() as never} index={0} scene={scene} />}</>
    },
    bowl,
    'en',
    ask as typeof bridge.ask
  )
  return { ...part, asked: () => ask.mock.calls.filter(([{ name }]) => name === 'rates').length }
}

describe('the ruler below a learning rate', () => {
  it('joins neighbouring parts with one fate', () => {
    expect(
      stretchesOf({ rates: [1, 2, 3, 4], fates: ['settles', 'settles', 'leaves', 'settles'], limit: null })
    ).toEqual([
      { fate: 'settles', from: 0, to: 0.5, least: 1, greatest: 2 },
      { fate: 'leaves', from: 0.5, to: 0.75, least: 3, greatest: 3 },
      { fate: 'settles', from: 0.75, to: 1, least: 4, greatest: 4 }
    ])
  })

  it('is filled in a moment later, and says in words what its colours are and where the limit is', async () => {
    opened()
    expect(colours()).toEqual([])
    await soon(() => expect(colours()).toContain('settles'))
    expect(colours().at(-1)).toBe('leaves')
    // x² + y² has the curvature 2.
    expect(ruler()?.getAttribute('aria-label')).toContain('Stability limit: η = 1.')
    expect(document.querySelector<HTMLElement>('.limit')?.style.left).toMatch(/^80(\.\d+)?%$/)
    expect(document.querySelector('.rate-ruler > .leaves')?.getAttribute('title')).toBe(
      'η from 1.1 to 8.9: diverges, or leaves where f is defined'
    )
  })

  it('is not asked for again when the rate itself changes, but when anything else does', async () => {
    const { lab, scene, asked } = opened()
    await soon(() => expect(colours()).toContain('settles'))
    expect(asked()).toBe(1)
    const id = lab.experiment().runs[0]?.id ?? ''
    lab.change((experiment) => withSetting(experiment, id, 'lr', 0.3))
    await soon(() => expect(scene.verdicts[0]?.verdict()).toBeDefined())
    expect(colours()).toContain('settles')
    expect(asked()).toBe(1)
    lab.change((experiment) => ({ ...experiment, steps: 10 }))
    expect(colours()).toEqual([])
    await soon(() => expect(colours()).toContain('settles'))
    expect(asked()).toBe(2)
  })
})
