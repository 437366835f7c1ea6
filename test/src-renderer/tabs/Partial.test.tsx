import { withFormula, withGradient, withPoint } from '@shared/experiment/edit'
import type { Experiment, View } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CurveData, Figure } from '../../../src-renderer/figure'
import { jointPlots } from '../../../src-renderer/plots/joint'
import { looks, sliceColours } from '../../../src-renderer/plots/look'
import { Partial } from '../../../src-renderer/tabs/Partial'
import { bridge } from '../../support/bridge'
import { layOut } from '../../support/laid-out'
import {
  allNamed,
  button,
  experimentNamed,
  field,
  inLaboratory,
  named,
  noFile,
  shows,
  slider,
  soon,
  type
} from '../laboratory'
import { plots } from '../stand-in'

vi.mock('../../../src-renderer/plots/chart', async () => ({ chartIn: (await import('../stand-in')).plotIn }))
vi.mock('../../../src-renderer/plots/gl', async () => ({ surfaceIn: (await import('../stand-in')).plotIn }))
vi.mock('../../../src-renderer/cards/frame', async () => ({ createFrame: (await import('../stand-in')).createFrame }))

beforeEach(() => {
  plots.clear()
  layOut()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Questions of that name wait for their answers while these are held. */
function gates(name: string): { readonly hold: () => void; readonly letGo: () => void } {
  const { ask } = bridge
  let open = () => {}
  let gate = Promise.resolve()
  vi.spyOn(bridge, 'ask').mockImplementation(async (question) => {
    if (question.name === name) await gate
    return ask(question)
  })
  return {
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    letGo: () => open()
  }
}

const plane = withGradient(experimentNamed('partial-x2y2'), { method: 'exact' })
const himmelblau = withPoint(withFormula(plane, '(x^2 + y - 11)^2 + (x + y^2 - 7)^2'), [1, 1])
const seen = (experiment: Experiment, view: globalThis.Partial<View>): Experiment => ({
  ...experiment,
  view: { ...experiment.view, tab: 'partial', ...view }
})
const tab = (experiment: Experiment, view: globalThis.Partial<View> = {}) =>
  inLaboratory((scene) => <Partial ask={bridge.ask} scene={scene} file={noFile} />, seen(experiment, view))
const formulas = () => [...document.querySelectorAll('annotation')].map((source) => source.textContent)
const rows = () =>
  [...document.querySelectorAll('.critical tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent)
  )
const dataOf = <Kind extends Figure['plot']>(name: string, kind: Kind) => {
  const figure = plots.get(name)?.figure
  expect(figure?.plot, `${name} among ${[...plots.keys()].join(', ')}`).toBe(kind)
  return figure?.data as Extract<Figure, { plot: Kind }>['data']
}
const contour = () => dataOf('Contour and slices', 'joint').contour
/** The curve of the slice of this name. */
const slice = (name: string) => {
  const title = [...plots.keys()].find((one) => one.startsWith('Contour and slices')) ?? 'Contour and slices'
  const { slices } = dataOf(title, 'joint')
  const found = slices.find(({ title }) => title === name)
  expect(found, `${name} among ${slices.map(({ title }) => title).join(', ')}`).toBeDefined()
  return found?.curve as CurveData
}

describe('the point', () => {
  it('is typed, and every plot follows', async () => {
    const { lab } = tab(plane)
    type(field('Point: x'), '-1.5')
    expect(lab.experiment().point).toEqual([-1.5, 2])
    await soon(() => expect(slice('Slice y = 2').point).toMatchObject({ at: -1.5, slope: -3 }))
    expect(contour().point).toMatchObject({ x: -1.5, y: 2, slopeX: -3, slopeY: 4 })
    expect(dataOf('Surface', 'surface').point).toMatchObject({ x: -1.5, y: 2 })
    expect(formulas()).toContain('\\frac{\\partial f}{\\partial x}(-1.5, 2) = -3')
  })

  it('that is no number is refused with a sentence in its place, and the last one stays', () => {
    const { lab } = tab(plane)
    type(field('Point: y'), 'two')
    expect(document.querySelector('.coordinate [role="alert"]')?.textContent).toBe(lab.words().lab.notANumber)
    expect(lab.experiment().point).toEqual([1, 2])
  })

  it('has its coordinates in fields of their own', () => {
    tab(plane)
    expect([field('Point: x').value, field('Point: y').value]).toEqual(['1', '2'])
  })

  it('stands only where its numbers are of: the old ones stay together until there are new ones', async () => {
    const answers = gates('point')
    const { lab } = tab(plane)
    await soon(() => expect(slice('Slice y = 2').point).toMatchObject({ at: 1, slope: 2 }))
    answers.hold()
    lab.change((experiment) => withPoint(experiment, [3, 2]))
    await soon(() => expect(formulas()).toContain('f(x, 2) = x^2 + 2^2'))
    expect(contour().point).toMatchObject({ x: 1, y: 2, value: 5, slopeX: 2 })
    expect(dataOf('Surface', 'surface').point).toMatchObject({ x: 1, value: 5 })
    expect(formulas()).toContain('\\frac{\\partial f}{\\partial x}(1, 2) = 2')
    answers.letGo()
    await soon(() => expect(contour().point).toMatchObject({ x: 3, value: 13, slopeX: 6 }))
    expect(formulas()).toContain('\\frac{\\partial f}{\\partial x}(3, 2) = 6')
  })

  it('stays within what is seen when it is dragged beyond it', async () => {
    const { lab } = tab(plane)
    await soon(() => slice('Slice y = 2'))
    plots.get('Contour and slices')?.events.slide?.(0, 16.8, false)
    expect(lab.experiment().point).toEqual([5, 2])
    const { x } = contour()
    plots.get('Contour and slices')?.events.drag?.('point', 99, 1, false)
    expect(lab.experiment().point).toEqual([x.max, 1])
  })

  it('that is typed outside of the ranges is said to be, and shown on request', async () => {
    const { lab } = tab(plane)
    type(field('Point: x'), '20')
    await shows('The point is outside of the range of x.')
    button('Show it').click()
    expect(lab.experiment().variables[0]).toMatchObject({ min: 15, max: 25 })
    expect(document.body.textContent).not.toContain('outside')
  })

  it('is moved by the line of a slice across it only', async () => {
    const { lab } = tab(plane)
    await soon(() => contour())
    plots.get('Contour and slices')?.events.drag?.('slice-up', -3, 4, false)
    expect(lab.experiment().point).toEqual([-3, 2])
    plots.get('Contour and slices')?.events.drag?.('slice-across', 4, -1, false)
    expect(lab.experiment().point).toEqual([-3, -1])
  })

  it('that is dragged is one change, and so is a contour that is moved', async () => {
    const { lab } = tab({ ...plane, view: { ...plane.view, square: false } })
    await soon(() => contour())
    for (const x of [2, 2.5, 3]) plots.get('Contour and slices')?.events.drag?.('point', x, 1, false)
    expect(lab.experiment().point).toEqual([3, 1])
    for (const shift of [1, 2]) {
      const { x, y } = contour()
      plots.get('Contour and slices')?.events.view?.({ min: x.min + shift, max: x.max + shift }, y)
    }
    expect(lab.experiment().variables[0]).toMatchObject({ min: -3, max: 7 })
    lab.undo()
    expect(lab.experiment().variables[0]).toMatchObject({ min: -5, max: 5 })
    lab.undo()
    expect(lab.experiment().point).toEqual([1, 2])
    expect(lab.canUndo()).toBe(false)
  })

  it('shows the typed ranges at 1 : 1, and no wider ones when the contour is moved', async () => {
    const { lab } = tab(plane)
    await soon(() => expect(contour().x).toEqual({ min: -5, max: 5 }))
    const { x, y } = contour()
    plots.get('Contour and slices')?.events.view?.({ min: x.min + 1, max: x.max + 1 }, y)
    expect(lab.experiment().variables[0]).toMatchObject({ min: -4, max: 6 })
    expect(lab.experiment().variables[1]).toMatchObject({ min: -5, max: 5 })
  })

  it('has numbers that are greyed while the text cannot be read', async () => {
    const { lab } = tab(plane)
    await shows('Treated as constant: y = 2')
    const isGrey = () => document.querySelector('.topic > .faded') !== null
    expect(isGrey()).toBe(false)
    lab.change((experiment) => withFormula(experiment, 'x^2 + y^2 + ('))
    expect(isGrey()).toBe(true)
  })

  it('at a kink has no gradient in any picture', async () => {
    tab(withPoint(withFormula(plane, 'abs(x) + y^2'), [0, 2]), { topic: 'direction' })
    await soon(() => expect(contour().point).toMatchObject({ x: 0, slopeX: NaN, slopeY: NaN }))
    await soon(() => expect(dataOf('Surface', 'surface').point).toMatchObject({ slopeX: NaN, slopeY: NaN }))
  })

  it('is dragged in a slice along its own variable only', async () => {
    const { lab } = tab(plane)
    await soon(() => slice('Slice x = 1'))
    plots.get('Contour and slices')?.events.slide?.(1, -3, false)
    expect(lab.experiment().point).toEqual([1, -3])
  })

  it('has a field and a slider for each variable that is not on the axes', async () => {
    const { lab } = tab(withFormula(plane, 'x^2 + y^2 + x z + w^2'))
    const z = lab.experiment().variables.findIndex(({ name }) => name === 'z')
    type(field('Point: z'), '-4')
    expect(lab.experiment().point[z]).toBe(-4)
    const handle = slider('Slide z')
    handle.value = '750'
    handle.dispatchEvent(new Event('input', { bubbles: true }))
    const { min, max } = lab.experiment().variables[z] ?? { min: 0, max: 0 }
    expect(lab.experiment().point[z]).toBeCloseTo(min + 0.75 * (max - min), 9)
    expect(allNamed('input[type="range"]', 'Slide w')).toHaveLength(1)
    expect(document.querySelectorAll('.topic input[type="range"]')).toHaveLength(2)
  })
})

describe('the slices', () => {
  it('say which axis they belong to, and share their heights where that is fair', async () => {
    tab(plane)
    await soon(() => expect(slice('Slice x = 1').point).not.toBeNull())
    const [across, up] = [slice('Slice y = 2'), slice('Slice x = 1')]
    expect([across.side, up.side]).toEqual([0, 1])
    // From the lowest of both curves to the highest: x² + 4 and 1 + y².
    expect(across.y?.min).toBeLessThanOrEqual(1)
    expect(across.y?.max).toBeGreaterThanOrEqual(29)
    expect(across.y).toEqual(up.y)
    expect([across.name, up.name]).toEqual(['f(x, 2)', 'f(1, y)'])
  })

  it('are not asked for anew, nor taken hold of by h, while the point moves along them', async () => {
    const asked = vi.spyOn(bridge, 'ask')
    const { lab } = tab(withGradient(plane, { method: 'forward', h: 0.5 }))
    await soon(() => expect(slice('Slice y = 2').secant).not.toBeNull())
    expect(slice('Slice y = 2').h).toBeNull()
    const along = () => asked.mock.calls.filter(([{ slot }]) => slot === 'slice-0').length
    const before = along()
    lab.change((experiment) => withPoint(experiment, [-2, 2]))
    await soon(() => expect(slice('Slice y = 2').point).toMatchObject({ at: -2, slope: -4 }))
    expect(along()).toBe(before)
  })

  it('stand in the order of the axes, and their numbers too', async () => {
    tab(withPoint(withFormula(plane, 'x^2 + y^2 + x z'), [1, 2, 3]), { axes: [2, 0] })
    await soon(() => expect(document.querySelectorAll('.partial-row')).toHaveLength(3))
    const rows = [...document.querySelectorAll('.partial-row .partial-head p')].map(({ textContent }) => textContent)
    expect(rows.map((row) => row?.replace('Treated as constant: ', ''))).toEqual([
      'x = 1, y = 2',
      'y = 2, z = 3',
      'x = 1, z = 3'
    ])
    await soon(() => expect(slice('Slice x = 1').side).toBe(0))
    expect(slice('Slice z = 3').side).toBe(1)
  })

  it('carry the colour of the number that is their slope', async () => {
    tab(plane)
    await soon(() => expect(document.querySelectorAll('.partial-row')).toHaveLength(2))
    const numbers = [...document.querySelectorAll<HTMLElement>('.partial-row')].map(({ style }) =>
      style.getPropertyValue('--slice')
    )
    expect(numbers).toEqual(sliceColours(looks.light))
    await soon(() => dataOf('Contour and slices', 'joint'))
    const { contour, slices } = dataOf('Contour and slices', 'joint')
    const drawn = jointPlots({ contour, slices }, { width: 600, height: 600 }, looks.light, words.en.plots)
    const lines = drawn.map(({ plot }) => plot.above.flatMap((mark) => (mark.mark === 'key' ? mark.lines : [])))
    expect(lines.map((line) => line.map(({ colour }) => colour))).toEqual([[], [numbers[0]], [numbers[1]]])
  })
})

describe('the directional derivative', () => {
  it('is the gradient times the direction, with the numbers of the point', async () => {
    tab(plane, { topic: 'direction', direction: 90 })
    await soon(() => expect(formulas().join()).toContain('&= 2 \\cdot 0 + 4 \\cdot 1 = 4'))
    await soon(() => expect(dataOf('Directional derivative', 'direction')).toMatchObject({ slopes: [2, 4] }))
    expect(contour().direction).toBe(90)
    await shows('Largest along ∇f (63.43°): ‖∇f‖ = 4.47214')
  })

  it('says that its factors are rounded where they are', async () => {
    tab(withPoint(plane, [1, -2]), { topic: 'direction', direction: 30 })
    await soon(() =>
      expect(formulas().join()).toContain('&\\approx 2 \\cdot 0.866 + (-4) \\cdot 0.5 \\approx -0.267949')
    )
  })

  it('turns with the slider, the field, the handle on either plot, and to the gradient', async () => {
    const { lab } = tab(plane, { topic: 'direction' })
    const direction = () => lab.experiment().view.direction
    type(field('Direction in degrees'), '-45.5')
    expect(direction()).toBe(-45.5)
    await soon(() => dataOf('Directional derivative', 'direction'))
    plots.get('Directional derivative')?.events.drag?.('direction', 120.4, 0, false)
    expect(direction()).toBe(120)
    plots.get('Contour and slices')?.events.drag?.('direction', 1, -3, false)
    expect(direction()).toBe(270)
    expect(lab.experiment().point).toEqual([1, 2])
    button('Turn to ∇f').click()
    expect(direction()).toBe(63.43)
    expect(lab.canUndo()).toBe(false)
  })

  it('is 0 everywhere where the gradient is, which points nowhere', async () => {
    tab(withPoint(plane, [0, 0]), { topic: 'direction' })
    await shows('∇f = 0 here, so it is 0 in every direction of the plane.')
    expect(button('Turn to ∇f').disabled).toBe(true)
  })

  it('is said not to be the slope at a kink', async () => {
    tab(withPoint(withFormula(plane, 'abs(x) + y^2'), [0, 2]), { topic: 'direction' })
    await shows('f is not differentiable here, so its slope in a direction is not ∇f · u.')
    expect(plots.has('Directional derivative')).toBe(false)
    expect(button('Turn to ∇f').disabled).toBe(true)
  })

  it('is missing where f is not defined, and says why', async () => {
    tab(withPoint(withFormula(plane, 'ln(x) + y'), [-1, 2]), { topic: 'direction' })
    await shows('f is not defined here.')
    expect(plots.has('Directional derivative')).toBe(false)
  })
})

describe('the curvature', () => {
  it('is the Hessian matrix with its eigenvalues, and what they mean', async () => {
    tab(withFormula(plane, 'x^2 - 3y^2'), { topic: 'curvature' })
    await soon(() => expect(formulas().join()).toMatch(/ 2 & 0 .* 0 & -6 /))
    expect(formulas()).toContain('\\lambda_1 = -6')
    expect(formulas()).toContain('\\lambda_2 = 2')
    await shows('It bends up one way and down the other, like a saddle.')
    expect(document.body.textContent).not.toContain('As ∇f = 0')
    await soon(() => expect(contour().principal).toBe(true))
  })

  it('has no principal directions where it is the same in all', async () => {
    tab(plane, { topic: 'curvature' })
    await soon(() =>
      expect([...document.querySelectorAll('.principal tbody td')].map(({ textContent }) => textContent)).toEqual([
        'every direction',
        'every direction'
      ])
    )
  })

  it('says what kind of point it is where the gradient is 0 too, unless that is not decided', async () => {
    const { lab } = tab(withPoint(withFormula(plane, 'x^2 - 3y^2'), [0, 0]), { topic: 'curvature' })
    await shows('As ∇f = 0, this is a saddle point.')
    lab.change((experiment) => withFormula(experiment, 'x^2 + y^4'))
    await shows('∇f = 0, but second derivatives do not decide what kind of point this is.')
  })

  it('lays the polynomial of order 2 over the surface, and takes it away again', async () => {
    const { lab } = tab(plane, { topic: 'curvature' })
    const overlay = () => lab.experiment().view.surface.overlay
    const chip = () => button('Taylor surface of order 2')
    await soon(chip)
    chip().click()
    expect(overlay()).toBe('taylor')
    chip().click()
    expect(overlay()).toBe('slices')
  })

  it('says so of the exact slopes, whatever the source of the gradient', async () => {
    tab(withPoint(withGradient(plane, { method: 'forward', h: 1e-4 }), [0, 0]), { topic: 'curvature' })
    await shows('As ∇f = 0, this is a minimum.')
  })

  it('speaks of the plane only where other variables are held', async () => {
    tab(withPoint(withFormula(plane, 'x^2 + y^2 + z^2'), [0, 0, 4]), { topic: 'curvature' })
    await shows('As ∂f/∂x = ∂f/∂y = 0, this is a minimum as long as z = 4 is held.')
    await shows('In the plane z = 4:')
  })

  it('has directions from 0 to less than 180 degrees', async () => {
    tab(withFormula(plane, '(x - y)^2 + 3(x + y)^2'), { topic: 'curvature' })
    await soon(() => {
      const angles = [...document.querySelectorAll('.principal tbody td')].map(({ textContent }) =>
        Number(/· (.*)°/.exec(textContent ?? '')?.[1])
      )
      expect(angles).toEqual([135, 45])
    })
  })

  it('gives back what lay over the surface before the polynomial', async () => {
    const { lab } = tab(plane, { topic: 'curvature', surface: { ...plane.view.surface, overlay: 'tangent' } })
    await soon(() => button('Taylor surface of order 2'))
    button('Taylor surface of order 2').click()
    button('Taylor surface of order 2').click()
    expect(lab.experiment().view.surface.overlay).toBe('tangent')
  })

  it('is missing at a kink', async () => {
    tab(withPoint(withFormula(plane, 'abs(x) + y^2'), [0, 2]), { topic: 'curvature' })
    await shows('f has no second derivatives here.')
  })
})

describe('the topics', () => {
  it('are each read from the top, however far down the last one was read', () => {
    tab(plane, { topic: 'slopes' })
    const sheet = document.querySelector('.topic') as HTMLElement
    sheet.scrollTop = 40
    named('[role="tab"]', 'Curvature').click()
    expect(document.querySelector('.topic')?.scrollTop).toBe(0)
  })
})

describe('the critical points', () => {
  it('of Himmelblau’s function are listed from the lowest, marked on the contour, and told apart by shape', async () => {
    tab(himmelblau, { topic: 'critical' })
    await soon(() => expect(rows()).toHaveLength(9))
    const kinds = rows().map(([kind]) => kind)
    expect(kinds.slice(0, 4)).toEqual(Array(4).fill('▼minimum'))
    expect(kinds.slice(4, 8)).toEqual(Array(4).fill('✕saddle'))
    expect(kinds[8]).toBe('△maximum')
    expect(rows()[0]?.slice(1)).toEqual(['3', '2', '≈ 0'])
    expect(contour().critical).toHaveLength(9)
  })

  it('whose values are one and the same but for rounding are told alike', async () => {
    tab(himmelblau, { topic: 'critical' })
    await soon(() => expect(rows()).toHaveLength(9))
    expect(
      new Set(
        rows()
          .slice(0, 4)
          .map(([, , , value]) => value)
      ).size
    ).toBe(1)
  })

  it('are reached by a click, and the one the point is on is marked', async () => {
    const { lab } = tab(himmelblau, { topic: 'critical' })
    await soon(() => expect(rows()).toHaveLength(9))
    button('Go to (3, 2): minimum').click()
    expect(lab.experiment().point).toEqual([3, 2])
    expect(document.querySelector('.critical tr.on')?.textContent).toContain('▼minimum')
    await soon(() => expect(contour().point).toMatchObject({ x: 3, y: 2 }))
    lab.undo()
    expect(lab.experiment().point).toEqual([1, 1])
  })

  it('are gone to one by one, each to be undone', async () => {
    const { lab } = tab(himmelblau, { topic: 'critical' })
    await soon(() => expect(rows()).toHaveLength(9))
    button('Go to (3, 2): minimum').click()
    button('Go to (−0.2708, −0.923): maximum').click()
    lab.undo()
    expect(lab.experiment().point).toEqual([3, 2])
    lab.undo()
    expect(lab.experiment().point).toEqual([1, 1])
  })

  it('are those of no other function, however long the search takes', async () => {
    const answers = gates('critical')
    const { lab } = tab(himmelblau, { topic: 'critical' })
    await soon(() => expect(rows()).toHaveLength(9))
    answers.hold()
    lab.change((experiment) => withFormula(experiment, 'x^2 + y^2'))
    await shows('Searching …')
    expect(rows()).toEqual([])
    await soon(() => expect(contour().critical).toEqual([]))
    answers.letGo()
    await soon(() => expect(rows()).toHaveLength(1))
  })

  it('that could not be looked for are no search without end', async () => {
    const { ask } = bridge
    vi.spyOn(bridge, 'ask').mockImplementation(async (question) =>
      question.name === 'critical'
        ? { kind: 'problem', problem: { code: 'formula-too-large', values: {} } }
        : ask(question)
    )
    const { lab } = tab(himmelblau, { topic: 'critical' })
    await shows('This formula is too long to compute with.')
    expect(document.body.textContent).not.toContain(lab.words().lab.partial.searching)
  })

  it('that the Hessian matrix does not decide say so', async () => {
    tab(withFormula(plane, 'x^4 + y^4'), { topic: 'critical' })
    await soon(() => expect(rows().map(([kind]) => kind)).toEqual(['▼minimum *']))
    await shows('* Not decided by the Hessian matrix, but by the values around the point.')
  })

  it('that are whole lines say so', async () => {
    tab(withFormula(plane, '(x + y)^2'), { topic: 'critical' })
    await shows('Whole lines or areas are critical; some of their points are listed.')
  })

  it('may be corners, which are called that and said to have no gradient', async () => {
    tab(withFormula(plane, 'abs(x) + abs(y)'), { topic: 'critical' })
    await shows('Corner: f has no gradient there, but 0 lies among the gradients around it.')
    expect(document.querySelector('.critical tbody tr')?.textContent).toBe('▼minimum (corner)000')
    expect(document.body.textContent).not.toContain('Hessian')
  })

  it('may be none', async () => {
    tab(withFormula(plane, 'x + y'), { topic: 'critical' })
    await shows('No critical points were found in this range.')
    expect(document.querySelector('.critical')).toBeNull()
  })

  it('are not looked for while something else is the topic', async () => {
    const asked = vi.spyOn(bridge, 'ask')
    tab(himmelblau)
    await soon(() => expect(contour().point).not.toBeNull())
    expect(asked.mock.calls.some(([{ name }]) => name === 'critical')).toBe(false)
    expect(contour().critical).toEqual([])
    named('[role="tab"]', 'Critical').click()
    await soon(() => expect(rows()).toHaveLength(9))
  })
})

describe('a function', () => {
  it('that is defined nowhere in the range is said to be so, in place of the pictures', async () => {
    tab(withFormula(plane, 'sqrt(-x^2 - y^2 - 1)'))
    await soon(() => expect(document.querySelectorAll('.instead')).toHaveLength(2))
    await shows('f is not defined here.')
    expect(slice('Slice y = 2').point).toBeNull()
  })

  it('whose values are too large to be drawn says that', async () => {
    tab(withFormula(plane, '1e300 + 1e300*(x^2 + y^2)*1e300'))
    await shows('f is not defined anywhere in this range, or its values are too large.')
  })

  it('whose letters are constants is told so, and they can be made variables', async () => {
    const { lab } = tab(withFormula(plane, 'a^2 + b^2'))
    await shows('In this formula a, b stand for constants.')
    button('Make variables of a, b').click()
    expect(lab.experiment().variables.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(lab.experiment().parameters).toEqual([])
  })

  it('of one variable leaves no plot of the plane behind', async () => {
    const { lab } = tab(plane)
    await soon(() => expect([...plots.keys()]).toEqual(expect.arrayContaining(['Contour and slices', 'Surface'])))
    lab.change((experiment) => withFormula(experiment, 'sin(t)'))
    expect([...plots.keys()]).toEqual([])
  })

  it('of one variable is told that two are needed, with one to try', () => {
    const { lab } = tab(withFormula(plane, 'sin(t)'))
    button('Try x^2 + y^2').click()
    expect(lab.experiment().variables.map(({ name }) => name)).toEqual(['x', 'y'])
  })
})
