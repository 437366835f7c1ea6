import { withComparison } from '@shared/experiment/comparison'
import { withCrowdLayout } from '@shared/experiment/crowd'
import { blank, withFormula, withStart, withSteps, withView } from '@shared/experiment/edit'
import type { Crowd, Experiment } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Figure } from '../../../src-renderer/figure'
import { Descend } from '../../../src-renderer/tabs/Descend'
import { bridge, tell } from '../../support/bridge'
import { layOut } from '../../support/laid-out'
import { button, experimentNamed, inLaboratory, noFile, shows, soon } from '../laboratory'
import { plots } from '../stand-in'

vi.mock('../../../src-renderer/plots/chart', async () => ({ chartIn: (await import('../stand-in')).plotIn }))
vi.mock('../../../src-renderer/plots/gl', async () => ({ surfaceIn: (await import('../stand-in')).plotIn }))
vi.mock('../../../src-renderer/cards/frame', async () => ({ createFrame: (await import('../stand-in')).createFrame }))

beforeEach(() => {
  plots.clear()
  layOut()
})

const descend = (experiment: Experiment) =>
  inLaboratory((scene) => <Descend scene={scene} ask={bridge.ask} file={noFile} />, experiment)

function dataOf<Kind extends Figure['plot']>(name: string, kind: Kind) {
  const found = plots.get(name)
  if (found?.figure.plot !== kind) throw new Error(`${name} is no ${kind}; there are ${[...plots.keys()].join(', ')}`)
  return found.figure.data as Extract<Figure, { plot: Kind }>['data']
}

const crowded = (experiment: Experiment, layout: Crowd['layout']): Experiment => withCrowdLayout(experiment, layout)

describe('the plane of a descent', () => {
  it('shows the typed ranges at 1 : 1, and no wider ones when the contour is moved', async () => {
    const { lab } = descend(experimentNamed('descent-2d'))
    await soon(() => expect(dataOf('Contour', 'contour').x).toEqual({ min: -6, max: 6 }))
    const { x, y } = dataOf('Contour', 'contour')
    plots.get('Contour')?.events.view?.({ min: x.min + 1, max: x.max + 1 }, y)
    expect(lab.experiment().variables).toMatchObject([
      { min: -5, max: 7 },
      { min: -6, max: 6 }
    ])
  })

  it('says why a ninth run is not added by Shift and a click', async () => {
    const { lab } = descend(experimentNamed('descent-2d'))
    await soon(() => expect(dataOf('Contour', 'contour')).toBeDefined())
    for (let count = 1; count < 9; count++) plots.get('Contour')?.events.add?.(count / 2, 1)
    expect(lab.experiment().runs).toHaveLength(8)
    expect(lab.notice()?.text).toBe('Eight runs are the most that can be told apart.')
  })
})

describe('a view that the runs have widened', () => {
  it('says so, goes back to its own range, says what is not seen there, and widens again', async () => {
    const { lab } = descend(withStart(experimentNamed('descent-2d'), [9, 2]))
    const { widened, backToRange, beyondRange, widen } = words.en.lab.plots
    await shows(widened)
    expect(dataOf('Surface', 'surface').x.max).toBeGreaterThan(9)
    button(backToRange).click()
    await shows(beyondRange)
    expect(document.body.textContent).not.toContain(widened)
    expect(lab.experiment().variables[0]).toMatchObject({ min: -6, max: 6, pinned: false })
    await soon(() => expect(dataOf('Surface', 'surface').x.max).toBeLessThan(9))
    button(widen).click()
    await shows(widened)
    await soon(() => expect(dataOf('Surface', 'surface').x.max).toBeGreaterThan(9))
  })

  it('is not spoken of where the runs stay within it', async () => {
    descend(experimentNamed('descent-2d'))
    await shows('Ended after 15 steps')
    expect(document.querySelector('.strip')).toBeNull()
  })
})

describe('the caption of a comparison', () => {
  const compared = (experiment: Experiment, arrangement: Experiment['view']['arrangement'] = 'linked'): Experiment => {
    const report = experiment.runs.map(() => ({ lr: 0.1, value: 0, steps: 15, evaluations: 15, tried: [] }))
    return withComparison(withView(experiment, { arrangement, tab: 'descend' }), report, 15)
  }
  const captions = () => new Map([...plots].map(([name, { figure }]) => [name, figure.caption]))

  it.each([
    ['a plane', compared(experimentNamed('descent-2d')), ['Contour', 'Surface']],
    ['small contours', compared(experimentNamed('descent-2d'), 'runs'), [words.en.lab.plots.methods]],
    ['one variable', compared(blank()), ['Curve', words.en.lab.plots.slope]],
    ['small curves', compared(blank(), 'steps'), [words.en.lab.plots.steps]],
    [
      'a principal plane',
      compared(withView(withFormula(experimentNamed('descent-2d'), 'x^2+2y^2+z^2'), { plane: 'principal' })),
      ['Contour', 'Surface']
    ]
  ] as const)(
    'stands below every plot of the runs, so that it goes with a picture saved from there: %s',
    async (_, experiment, names) => {
      descend(experiment)
      await soon(() => {
        const found = captions()
        for (const name of names) expect(found.get(name), `${name} of ${[...found.keys()]}`).toMatch(/^Same start/)
      })
      expect([...captions().values()].every((caption) => caption !== undefined)).toBe(true)
    }
  )
})

describe('a crowd', () => {
  it('is drawn on the contour while it is wanted, with the selected run’s colour', async () => {
    const { lab } = descend(experimentNamed('descent-2d'))
    const crowd = () => dataOf('Contour', 'contour').crowd
    await soon(() => expect(dataOf('Contour', 'contour')).toBeDefined())
    expect(crowd()).toBeUndefined()
    lab.change((experiment) => crowded(experiment, 'ring'))
    await soon(() => expect(crowd()?.ways).toHaveLength(8))
    expect(crowd()?.colour).toBe(0)
    lab.change((experiment) => crowded(experiment, 'grid'))
    await soon(() => expect(crowd()?.ways).toHaveLength(9))
    lab.change((experiment) => crowded(experiment, 'none'))
    expect(crowd()).toBeUndefined()
    lab.undo()
    expect(crowd()?.ways).toHaveLength(9)
  })

  it('is drawn on the curve of one variable, and gone with the variables it was of', async () => {
    const { lab, scene } = descend(crowded(blank(), 'random'))
    await soon(() => expect(dataOf('Curve', 'curve').crowd?.ways).toHaveLength(8))
    lab.change((experiment) => withFormula(experiment, 'x^2 + y^2'))
    expect(scene.crowd()).toBeUndefined()
    await soon(() => expect(scene.crowd()?.paths).toHaveLength(8))
  })

  it('is not asked for on another tab', async () => {
    const asked = vi.spyOn(bridge, 'ask')
    const experiment = crowded(blank(), 'ring')
    descend({ ...experiment, view: { ...experiment.view, tab: 'differentiate' } })
    await soon(() => expect(dataOf('Curve', 'curve')).toBeDefined())
    expect(asked.mock.calls.map(([{ name }]) => name)).not.toContain('crowd')
    asked.mockRestore()
  })
})

describe('a long run', () => {
  it('shows in the place of the verdict how far it is, until it is answered', async () => {
    const { ask } = bridge
    let gate = Promise.resolve()
    let answer = () => {}
    const asking = vi.spyOn(bridge, 'ask').mockImplementation(async (question) => {
      if (question.name === 'runs') await gate
      return ask(question)
    })
    const { lab } = descend(experimentNamed('descent-2d'))
    await shows('Ended after 15 steps')
    gate = new Promise((resolve) => {
      answer = resolve
    })
    lab.change((experiment) => withSteps(experiment, 16))
    tell({ slot: 'runs', share: 0.5 })
    await shows('Computing … 50 %')
    expect(document.querySelector('.verdict-line')).toBeNull()
    button('Stop here').click()
    expect(bridge.cancel).toHaveBeenCalledWith('runs')
    answer()
    await shows('Ended after 16 steps')
    expect(document.querySelector('.long-work')).toBeNull()
    asking.mockRestore()
  })
})

describe('answers that come one after the other', () => {
  /** An ask of which answers to some questions wait until they are let go. */
  function waitingFor(names: readonly string[]) {
    const held: (() => void)[] = []
    let isHeld = false
    const ask: typeof bridge.ask = async (question) => {
      if (isHeld && names.includes(question.name)) await new Promise<void>((resolve) => held.push(resolve))
      return bridge.ask(question)
    }
    const hold = (next: boolean) => {
      isHeld = next
      if (!next) for (const go of held.splice(0)) go()
    }
    return { ask, hold }
  }
  /** Whether surface and path are of the newer function, which is nowhere below 100. */
  const isNewer = (kind: 'Contour' | 'Surface') => {
    const { traces, samples } = dataOf(kind, kind === 'Contour' ? 'contour' : 'surface')
    return { surface: samples.values.every((value) => value >= 99), path: (traces[0]?.values[0] ?? 0) >= 99 }
  }

  it.each([
    ['runs', 'Contour'],
    ['runs', 'Surface'],
    ['grid', 'Contour'],
    ['grid', 'Surface']
  ] as const)('never draw a path over another function while %s are under way: %s', async (late, kind) => {
    const { ask, hold } = waitingFor([late])
    const { lab } = inLaboratory(
      (scene) => <Descend scene={scene} ask={ask} file={noFile} />,
      experimentNamed('descent-2d'),
      'en',
      ask
    )
    await soon(() =>
      expect(dataOf(kind, kind === 'Contour' ? 'contour' : 'surface').traces[0]?.x.length).toBeGreaterThan(1)
    )
    hold(true)
    lab.change((experiment) => withFormula(experiment, 'x0^2 + 3*x1^2 + 100'))
    for (let wait = 0; wait < 5; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      const { surface, path } = isNewer(kind)
      expect(path).toBe(surface)
    }
    hold(false)
    await soon(() => expect(isNewer(kind)).toEqual({ surface: true, path: true }))
  })

  it('never show a crowd, or a step taken apart, of another function beside the runs', async () => {
    const { ask, hold } = waitingFor(['crowd', 'step'])
    const { lab, scene } = inLaboratory(
      (scene) => <Descend scene={scene} ask={ask} file={noFile} />,
      crowded(experimentNamed('descent-2d'), 'ring'),
      'en',
      ask
    )
    lab.selectStep(3)
    await soon(() => expect([scene.crowd()?.paths.length, scene.opened()?.step]).toEqual([8, 3]))
    hold(true)
    lab.change((experiment) => withFormula(experiment, 'x0^2 + 3*x1^2 + 100'))
    await soon(() => expect(isNewer('Contour')).toEqual({ surface: true, path: true }))
    expect([scene.crowd(), scene.opened()]).toEqual([undefined, undefined])
    hold(false)
    await soon(() => expect(scene.crowd()?.paths).toHaveLength(8))
  })

  it('keep a path on the slice it was asked for, at the step of that', async () => {
    const { ask, hold } = waitingFor(['grid'])
    const three = withFormula(experimentNamed('descent-2d'), 'x0^2 + x1^2 + 10*x2^2')
    const { lab } = inLaboratory(
      (scene) => <Descend scene={scene} ask={ask} file={noFile} />,
      { ...three, start: [2, 2, 1] },
      'en',
      ask
    )
    await soon(() => expect(dataOf('Surface', 'surface').traces[0]?.x.length).toBeGreaterThan(1))
    const held = () => dataOf('Surface', 'surface').slice?.held
    await soon(() => expect(held()).toBe('x₂ = 1'))
    hold(true)
    lab.selectStep(3)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([held(), dataOf('Surface', 'surface').step]).toEqual(['x₂ = 1', 0])
    hold(false)
    await soon(() => expect(dataOf('Surface', 'surface').step).toBe(3))
    expect(held()).not.toBe('x₂ = 1')
  })
})
