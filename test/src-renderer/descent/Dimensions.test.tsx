import { withFormula } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Figure } from '../../../src-renderer/figure'
import { Descend } from '../../../src-renderer/tabs/Descend'
import { ask } from '../../support/core-ask'
import { layOut } from '../../support/laid-out'
import { choose, experimentNamed, inLaboratory, named, noFile, shows, soon } from '../laboratory'
import { plots } from '../stand-in'

vi.mock('../../../src-renderer/plots/chart', async () => ({ chartIn: (await import('../stand-in')).plotIn }))
vi.mock('../../../src-renderer/plots/gl', async () => ({ surfaceIn: (await import('../stand-in')).plotIn }))
vi.mock('../../../src-renderer/cards/frame', async () => ({ createFrame: (await import('../stand-in')).createFrame }))

beforeEach(() => {
  plots.clear()
  layOut()
})

function dataOf<Kind extends Figure['plot']>(name: string, kind: Kind) {
  const found = plots.get(name)
  if (found?.figure.plot !== kind) throw new Error(`${name} is no ${kind}; there are ${[...plots.keys()].join(', ')}`)
  return found.figure.data as Extract<Figure, { plot: Kind }>['data']
}

const descend = (experiment: Experiment) => {
  return inLaboratory(
    (scene) => (
      <>
        <Descend scene={scene} ask={ask} file={noFile} />
      </>
    ),
    experiment
  )
}

/** Two of its fifty variables are pulled more than the others. */
const bowl = withFormula(experimentNamed('descent-2d'), 'np.sum(x**2)/20 + x[3]**2 + x[49]**2')
const fifty: Experiment = { ...bowl, start: bowl.start.map((_, axis) => (axis === 3 ? 5 : axis === 49 ? -4 : 1)) }
const byVariable = () => choose(named<HTMLSelectElement>('select', 'Arrangement'), 'variables')
const principal = () =>
  [...document.querySelectorAll('label')]
    .find((label) => label.textContent?.trim() === 'Principal plane')
    ?.querySelector('input')

describe('more than two variables', () => {
  it('are seen over the plane in which the run moves most, which says how much it shows', async () => {
    layOut({ width: 600, height: 300 })
    const { lab } = descend(fifty)
    await soon(() => expect(plots.has('Contour')).toBe(true))
    principal()?.click()
    expect(lab.experiment().view.plane).toBe('principal')
    expect(lab.canUndo()).toBe(false)
    await shows(/Explains (99\.\d+|100) % of the path’s variance \(/)
    // One sample a pixel, once it rests.
    await soon(() => expect(dataOf('Contour', 'contour').samples.values.length).toBeGreaterThan(50_000))
    const { variables, traces, samples, gradient } = dataOf('Contour', 'contour')
    expect(variables).toEqual(['PC1', 'PC2'])
    expect([Array.from(traces[0]?.x ?? []).at(-1), Array.from(traces[0]?.y ?? []).at(-1)]).toEqual([0, 0])
    expect([...samples.values].every(Number.isFinite)).toBe(true)
    expect(gradient?.every(Number.isFinite)).toBe(true)
    await soon(() => expect(dataOf('Surface', 'surface').variables).toEqual(['PC1', 'PC2']))
    const shares = document.querySelector('.shares')?.textContent
    expect(shares).toMatch(/PC1 = −?0\.\d+ x₃ [−+] 0\.\d+ x₄₉/)
  })

  it('are looked at nearer and as a whole again, and steps are chosen there', async () => {
    const { lab } = descend({ ...fifty, view: { ...fifty.view, plane: 'principal', square: false } })
    const name = 'Contour'
    await soon(() => expect(plots.has(name)).toBe(true))
    const whole = dataOf(name, 'contour').x
    plots.get(name)?.events.view?.({ min: -1, max: 1 }, { min: -2, max: 2 })
    await soon(() => expect(dataOf(name, 'contour').x).toEqual({ min: -1, max: 1 }))
    plots.get(name)?.events.reset?.()
    await soon(() => expect(dataOf(name, 'contour').x).toEqual(whole))
    const { x, y } = dataOf(name, 'contour').traces[0] ?? { x: [], y: [] }
    plots.get(name)?.events.seek?.(x[4] ?? 0, y[4] ?? 0)
    expect(lab.step()).toBe(4)
  })

  it('say of both axes together how much of the motion they show', async () => {
    // One of them is there long before the other.
    const bent = { ...withFormula(fifty, 'np.sum(x**2)/20 + x[3]**2 + 5*x[49]**2'), start: fifty.start }
    descend({ ...bent, view: { ...bent.view, plane: 'principal' } })
    await shows(/of the path’s variance \(/)
    const told = document.querySelector('.shares')?.textContent ?? ''
    const [both, first, second = 0] = [...told.matchAll(/([\d.]+) %/g)].map((found) => Number(found[1]))
    expect(second).toBeGreaterThan(2)
    expect(both).toBeCloseTo((first ?? 0) + second, 0)
  })

  it('never lie on the ground of another plane, and what was looked at nearer is let go with its plane', async () => {
    const drawn: Figure[] = []
    const set = vi.spyOn(plots, 'set').mockImplementation(function (this: typeof plots, name, plot) {
      drawn.push(plot.figure)
      return Map.prototype.set.call(this, name, plot)
    })
    const { lab } = descend({ ...fifty, view: { ...fifty.view, plane: 'principal', square: false } })
    await soon(() => expect(plots.has('Contour')).toBe(true))
    const before = dataOf('Contour', 'contour')
    plots.get('Contour')?.events.view?.({ min: -1, max: 1 }, { min: -2, max: 2 })
    await soon(() => expect(dataOf('Contour', 'contour').x).toEqual({ min: -1, max: 1 }))
    lab.change((old) => ({ ...old, start: old.start.map((at, axis) => (axis === 7 ? 6 : at)), steps: 9 }))
    await soon(() => expect(dataOf('Contour', 'contour').traces[0]?.x.length).toBe(10))
    set.mockRestore()
    const { x, f } = dataOf('Contour', 'contour')
    expect(f?.(1, 1)).not.toBe(before.f?.(1, 1))
    expect(x).not.toEqual({ min: -1, max: 1 })
    const contours = drawn.flatMap((figure) =>
      figure.plot === 'contour' || figure.plot === 'surface' ? [figure.data] : []
    )
    expect(contours.length).toBeGreaterThan(3)
    // The formula is of the plane on which the paths lie, the samples are what is drawn below them.
    for (const { f, samples } of contours) {
      expect(f?.(samples.x.min, samples.y.min)).toBeCloseTo(samples.values[0] ?? NaN, 6)
    }
  })

  it('are shown one by one over the steps', async () => {
    const { lab } = descend(fifty)
    byVariable()
    expect(lab.experiment().view.arrangement).toBe('variables')
    await soon(() => expect(dataOf('Each variable against the steps', 'variables').values[0]?.length).toBe(50))
    const { names, values, step } = dataOf('Each variable against the steps', 'variables')
    expect([names[0], names[49]]).toEqual(['x₀', 'x₄₉'])
    expect([values[0]?.[3]?.[0], values[0]?.[49]?.[0]]).toEqual([5, -4])
    expect(step).toBe(lab.step())
    plots.get('Each variable against the steps')?.events.pick?.(0, 7)
    expect(lab.step()).toBe(7)
  })
})

describe('two variables', () => {
  it('have no principal plane, but can be shown one by one', async () => {
    const two = experimentNamed('descent-2d')
    descend({ ...two, view: { ...two.view, plane: 'principal' } })
    await soon(() => expect(dataOf('Contour', 'contour').variables).toEqual(['x₀', 'x₁']))
    expect(principal()).toBeUndefined()
    byVariable()
    await soon(() => expect(dataOf('Each variable against the steps', 'variables').names).toEqual(['x₀', 'x₁']))
  })
})

describe('one variable', () => {
  it('is not offered by itself', () => {
    descend(experimentNamed('descent-1d'))
    const offered = [...named<HTMLSelectElement>('select', 'Arrangement').options].map(({ value }) => value)
    expect(offered).toEqual(['linked', 'steps'])
  })
})
