import { withCrowdLayout } from '@shared/experiment/crowd'
import { withFormula, withPoint, withSteps, withView } from '@shared/experiment/edit'
import type { Experiment, View } from '@shared/experiment/experiment'
import { withMethod, withRunAdded } from '@shared/experiment/runs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Figure } from '../../../src-renderer/figure'
import { figuresOf } from '../../../src-renderer/figures/gather'
import type { FlatView } from '../../../src-renderer/plots/chart'
import { Descend } from '../../../src-renderer/tabs/Descend'
import { Differentiate } from '../../../src-renderer/tabs/Differentiate'
import { Partial } from '../../../src-renderer/tabs/Partial'
import { ask } from '../../support/core-ask'
import { layOut } from '../../support/laid-out'
import { experimentNamed, inLaboratory, noFile, soon } from '../laboratory'

const shown = vi.hoisted(() => new Map<HTMLElement, Figure>())
/** What stands for a plot: all of one, so that the type checker tells what it comes to lack. */
const plotIn = vi.hoisted(
  () =>
    (element: HTMLElement): FlatView => ({
      update: (figure) => void shown.set(element, figure),
      press: () => false,
      leave: () => {},
      point: () => {},
      tell: () => {},
      destroy: () => void shown.delete(element)
    })
)
vi.mock('../../../src-renderer/plots/chart', () => ({ chartIn: plotIn }))
vi.mock('../../../src-renderer/plots/gl', () => ({ surfaceIn: plotIn }))
vi.mock('../../../src-renderer/cards/frame', () => ({ createFrame: () => (draw: () => void) => draw() }))

const size = { width: 96, height: 72 }
beforeEach(() => layOut(size))

const tabs = { differentiate: Differentiate, partial: Partial, descend: Descend } as const

const on = (experiment: Experiment, view: Partial<View>): Experiment => withView(experiment, view)
const line = experimentNamed('derivative-x2')
const plane = experimentNamed('descent-2d')
const space = withFormula(plane, 'x0^2 + 2*x1^2 + (x2 - x0)^2 + x3^4')
const kinked = withFormula(plane, 'abs(x0) + 2*abs(x1)')

/** Documents of every tab and arrangement, and the step that is selected. */
const documents: Readonly<Record<string, readonly [document: Experiment, step?: number]>> = {
  'a derivative with all that can stand by it': [
    on(withFormula(withPoint(line, [1]), 'x^3 - 3*x'), {
      tab: 'differentiate',
      second: true,
      signs: { second: true, even: false },
      tangents: [{ along: 'x', at: 2 }]
    })
  ],
  'a partial derivative': [on(withFormula(line, 'x^2 y'), { tab: 'differentiate', axes: [1, 0] })],
  'partial derivatives': [on(withFormula(line, 'x^2 + y^2 + x y'), { tab: 'partial', axes: [0, 1] })],
  directions: [on(experimentNamed('partial-x2y2'), { tab: 'partial', topic: 'direction' })],
  'critical points': [on(withFormula(line, 'x^3 - 3x + y^2'), { tab: 'partial', axes: [0, 1], topic: 'critical' })],
  curvature: [on(experimentNamed('saddle'), { tab: 'partial', topic: 'curvature' })],
  'a run on a curve': [on(experimentNamed('descent-1d'), { tab: 'descend', arrows: 'all' }), 2],
  'steps on a curve': [on(experimentNamed('descent-1d'), { tab: 'descend', arrangement: 'steps' }), 2],
  'runs on a plane': [on(withRunAdded(plane), { arrows: 'all' }), 3],
  'many starts': [withCrowdLayout(plane, 'ring'), 3],
  'a thinned path': [withSteps(plane, 5000), 7],
  'a search that found no step': [
    on(withMethod(kinked, kinked.runs[0]?.id ?? '', 'bfgs', 'book'), { arrows: 'all' }),
    12
  ],
  'a plot each step': [on(plane, { arrangement: 'steps' }), 3],
  'a plot each run': [on(withRunAdded(plane), { arrangement: 'runs' }), 3],
  'each variable': [on(space, { arrangement: 'variables' }), 3],
  'a slice of more variables': [on(space, { axes: [0, 2] }), 3],
  'principal components': [on(space, { plane: 'principal' }), 3]
}

/** What a figure is drawn from: functions, for hovering, leave no marks, nor does where the page asks a finer grid. */
const drawn = ({ plot, title, data, caption, aside }: Figure) => {
  const rest = (value: unknown): unknown => {
    if (typeof value === 'function') return undefined
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
    if (Array.isArray(value)) return value.map(rest)
    if (value === null || typeof value !== 'object') return value
    const kept = Object.entries(value).filter(([part]) => part !== 'asked' && part !== 'stepHigh')
    return Object.fromEntries(kept.map(([part, inner]) => [part, rest(inner)]))
  }
  return { plot, title, caption, aside, data: rest(data) }
}

/** Opens the window on a document, with the step selected, and waits until nothing more is drawn. */
async function opened([experiment, step]: readonly [Experiment, step?: number]) {
  const Tab = tabs[experiment.view.tab]
  const { lab, scene } = inLaboratory((scene) => <Tab scene={scene} ask={ask} file={noFile} />, experiment)
  lab.inspect(experiment.view.tab === 'partial' ? experiment.view.topic : 'loss')
  if (step !== undefined) lab.selectStep(step)
  const exported = await figuresOf({
    ...lab.occasion(),
    selection: { run: lab.run(), step: lab.step() },
    size: { ...size, scale: window.devicePixelRatio },
    ask
  })
  return { lab, scene, exported }
}

describe('the figures on the screen and the files made of them', () => {
  it.each(Object.entries(documents))('have the same marks: %s', async (_, document) => {
    const { lab, exported } = await opened(document)
    const named = ({ plot, title }: Figure) => `${plot}: ${title}`
    // A file of a part of what is joint on the page is no figure of the page.
    const isPart = ({ plot, title }: Figure) =>
      exported.some(
        ({ figure }) =>
          figure.plot === 'joint' && (plot === 'contour' || figure.data.slices.some((slice) => slice.title === title))
      )
    const whole = exported.filter(({ figure }) => !isPart(figure))
    const files = new Map(whole.map(({ figure }) => [named(figure), drawn(figure)]))
    const seen = new Set<string>()
    const same = () => {
      expect(shown.size).toBeGreaterThan(0)
      for (const figure of shown.values()) {
        expect(drawn(figure)).toEqual(files.get(named(figure)))
        seen.add(named(figure))
      }
    }
    const all = () => {
      same()
      // A sign table is no plot of the page.
      expect([...files.keys()].filter((one) => !seen.has(one) && !one.startsWith('signs:'))).toEqual([])
    }
    // Where errors and microscope are tabs of one pane, one of them is seen after the other.
    if (lab.experiment().view.tab === 'differentiate') {
      await soon(() => {
        same()
        expect([...seen].some((one) => one.startsWith('errors:'))).toBe(true)
      })
      lab.inspect('lens')
    }
    await soon(all)
    // A planted drift: one of them lacks what was done in the step.
    const [first, figure] = [...shown.entries()][0] as [HTMLElement, Figure]
    const lacking = { traces: [], point: null, secant: null }
    const contour = figure.plot === 'joint' ? { contour: { ...figure.data.contour, ...lacking } } : {}
    shown.set(first, { ...figure, data: { ...figure.data, ...lacking, ...contour } } as Figure)
    expect(same).toThrow()
  })

  it('open the step with which a line search gave up, with its trials', async () => {
    const document = documents['a search that found no step']
    if (!document) throw new Error('It is gone')
    const { exported, scene } = await opened(document)
    await soon(() => expect(scene.reports()?.[0]).toMatchObject({ stop: 'line-search', taken: 11 }))
    const contour = exported.find(({ name }) => name === 'contour')?.figure
    if (contour?.plot !== 'contour') throw new Error('There is no contour')
    expect(contour.data.anatomy?.trials.length).toBeGreaterThan(1)
  })
})
