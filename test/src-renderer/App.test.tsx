import type { Command } from '@shared/bridge'
import { withFormula } from '@shared/experiment/edit'
import { render } from 'solid-js/web'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '../../src-renderer/App'
import type { Figure } from '../../src-renderer/figure'
import { bridge, surroundings } from '../support/bridge'
import { layOut } from '../support/laid-out'
import {
  alerts,
  allNamed,
  button,
  choose,
  experimentNamed,
  field,
  named,
  openSheet,
  shows,
  soon,
  type
} from './laboratory'
import { plots } from './stand-in'

vi.mock('../../src-renderer/plots/chart', async () => ({ chartIn: (await import('./stand-in')).plotIn }))
vi.mock('../../src-renderer/plots/gl', async () => ({ surfaceIn: (await import('./stand-in')).plotIn }))
vi.mock('../../src-renderer/cards/frame', async () => ({ createFrame: (await import('./stand-in')).createFrame }))

let dispose: () => void
beforeEach(() => {
  vi.clearAllMocks()
  plots.clear()
  // happy-dom lays nothing out, and has no pictures to move.
  vi.stubGlobal('matchMedia', (query: string) => ({
    // The window is wide; all else is as wanted.
    matches: !query.includes('width'),
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {}
  }))
  layOut()
  dispose = render(
    () => (
      <App
        surroundings={{ ...surroundings, preferences: { language: 'en', theme: 'light', welcome: true, layouts: {} } }}
      />
    ),
    document.body
  )
})
afterEach(() => {
  dispose()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

const plot = (name: string) => {
  const found = plots.get(name)
  if (!found) throw new Error(`There is no plot ${name}, only ${[...plots.keys()].join(', ')}`)
  return found
}
const dataOf = <Kind extends Figure['plot']>(name: string, kind: Kind) => {
  const { figure } = plot(name)
  expect(figure.plot).toBe(kind)
  return figure.data as Extract<Figure, { plot: Kind }>['data']
}
const press = (key: string, held: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))
const command = (wish: Command) => bridge.onCommand.mock.calls.at(-1)?.[0](wish)
const tab = (name: string) => named('[role="tab"]', name).click()
const stepShown = () => document.querySelector('.playback .step')?.textContent
const file = (id: string) => ({ kind: 'opened', experiment: experimentNamed(id), name: `${id}.gradlab` }) as const
const openFile = async (id: string) => {
  bridge.openFile.mockResolvedValueOnce(file(id))
  command('open')
  await shows(experimentNamed(id).variables[0]?.name ?? '')
}

describe('the first minute', () => {
  it('shows the descent over a plane: contour, surface, values, at its start', async () => {
    await soon(() => expect([...plots.keys()].sort()).toEqual(['Contour', 'Surface']))
    named('[role="tab"]', 'f over steps').click()
    await soon(() => expect(plots.has('Value of f')).toBe(true))
    await soon(() => expect(dataOf('Contour', 'contour').traces[0]?.x).toHaveLength(16))
    expect(dataOf('Contour', 'contour')).toMatchObject({ step: 0, selected: 0, square: true })
    await soon(() => expect(dataOf('Contour', 'contour').gradient).toEqual([8, 10]))
    expect(dataOf('Surface', 'surface').style).toBe('wireframe')
    expect(document.querySelector('.welcome')?.textContent).toContain('The points move')
  })

  it('goes on with the next step, then with a question', async () => {
    button('Next step').click()
    expect(stepShown()).toBe('Step 1 / 15')
    await shows('x_0:\\ 4 \\to \\mathbf{3.36}')
    await soon(() => expect(dataOf('Contour', 'contour').step).toBe(1))
    expect(document.querySelector('.welcome p')?.textContent).toBe('What happens with another learning rate?')
    type(field('learning rate'), '0.5')
    expect(document.querySelector('.welcome p')?.textContent).toBe(
      'Now try another example, or a function of your own.'
    )
  })

  it('starts over from the last step, also where the run has ended before', async () => {
    const stepAfter = (from: string) => {
      press(from)
      button('Next step').click()
      return stepShown()
    }
    expect(stepAfter('End')).toBe('Step 0 / 15')
    type(field('learning rate'), '1e200')
    await soon(() => expect(dataOf('Contour', 'contour').traces[0]?.x.length).toBeLessThan(5))
    press('Home')
    const walked = Array.from({ length: 5 }, () => stepAfter('Shift'))
    // It leaves every number in its first step, and there is none to be seen behind that.
    expect(walked).toEqual([1, 0, 1, 0, 1].map((step) => `Step ${step} / 1`))
  })

  it('leads to a function of one’s own, and to its tangent', async () => {
    button('Try your own function').click()
    const editor = document.querySelector<HTMLElement>('.cm-content')
    expect(editor?.textContent).toBe('x0^2 + x1^2')
    button('Hide this line').click()
    expect(document.querySelector('.welcome')).toBeNull()
    // It is remembered: the next start has none of it either.
    expect(bridge.setPreferences).toHaveBeenLastCalledWith(expect.objectContaining({ welcome: false }))
  })
})

describe('keys', () => {
  it('walk through the steps', () => {
    press('ArrowRight')
    press('ArrowRight')
    expect(stepShown()).toBe('Step 2 / 15')
    press('ArrowLeft')
    expect(stepShown()).toBe('Step 1 / 15')
    press('End')
    expect(stepShown()).toBe('Step 15 / 15')
    press('Home')
    expect(stepShown()).toBe('Step 0 / 15')
    press(' ')
    expect(button('Pause')).toBeInstanceOf(HTMLElement)
  })

  it('undo and redo', () => {
    type(field('number of steps'), '20')
    press('z', { ctrlKey: true })
    expect(stepShown()).toBe('Step 0 / 15')
    press('z', { ctrlKey: true, shiftKey: true })
    expect(stepShown()).toBe('Step 0 / 20')
  })
})

describe('a presentation', () => {
  const isPresented = () => document.querySelector('.window')?.classList.contains('presented')
  const shown = () => document.querySelector('.bench')?.getAttribute('data-shown')

  it('shows f and the rule with the numbers of the step above both pictures, and changes nothing in the document', async () => {
    await soon(() => plot('Surface'))
    const saved = bridge.describe.mock.calls.length
    press('F11')
    expect(bridge.present).toHaveBeenLastCalledWith(true)
    expect(isPresented()).toBe(true)
    press('PageDown')
    await soon(() =>
      expect(document.querySelector('.presented-heading')?.textContent).toMatch(/4 - .*0\.08.*8.* = .*3\.36/)
    )
    expect(stepShown()).toBe('Step 1 / 15')
    press('3')
    expect(shown()).toBe('companion')
    press('Escape')
    expect([isPresented(), shown()]).toEqual([false, null])
    expect(bridge.present).toHaveBeenLastCalledWith(false)
    expect(bridge.describe.mock.calls.slice(saved).every(([{ changed }]) => !changed)).toBe(true)
  })

  it('turns black, and whatever key brings the pictures back does nothing else', () => {
    press('F11')
    press('b')
    expect(named('.blank-screen', 'Black screen; any key brings the plots back')).toBeTruthy()
    press('PageDown')
    expect(document.querySelector('.blank-screen')).toBeNull()
    expect(stepShown()).toBe('Step 0 / 15')
  })

  it('goes from example to example, each in its own tab, and moves what that tab is about', async () => {
    press('F11')
    for (let before = 6; before > 0; before--) {
      press('p')
      await new Promise((done) => setTimeout(done))
    }
    await soon(() => expect(document.querySelector('.presented-heading')?.textContent).toContain('x^2'))
    const data = () => dataOf('Curve', 'curve')
    await soon(() => expect(data().point?.at).toBe(3))
    const h = data().h as number
    press('PageUp')
    await soon(() => expect(data().h).toBe(2 * h))
    press('ArrowRight')
    await soon(() => expect(data().point?.at).toBe(3.25))
    press('n')
    await soon(() => plot('Surface'))
  })

  it('ends when the desktop takes the screen away', () => {
    press('F11')
    command('stop-presenting')
    expect(isPresented()).toBe(false)
  })
})

describe('plots are taken hold of:', () => {
  it('the start over a plane', async () => {
    await soon(() => plot('Contour'))
    await openSheet('Ranges and start values')
    plot('Contour').events.drag?.('start-0', -2, 3, true)
    expect(field('Start value of x0').value).toBe('-2')
    expect(field('Start value of x1').value).toBe('3')
    await soon(() =>
      expect(dataOf('Contour', 'contour').traces[0]).toMatchObject({ x: expect.objectContaining({ 0: -2 }) })
    )
    press('z', { ctrlKey: true })
    expect(field('Start value of x0').value).toBe('4')
  })

  it('a step', async () => {
    tab('f over steps')
    await soon(() => plot('Value of f'))
    plot('Value of f').events.pick?.(0, 6)
    expect(stepShown()).toBe('Step 6 / 15')
    plot('Surface').events.pick?.(0, 7)
    expect(stepShown()).toBe('Step 7 / 15')
  })

  it('the ranges, until they are let go', async () => {
    await soon(() => plot('Contour'))
    await openSheet('Ranges and start values')
    const { x, y } = dataOf('Contour', 'contour')
    plot('Contour').events.view?.({ min: x.min + 1, max: x.max + 1 }, { min: y.min + 1, max: y.max + 1 })
    expect(field('Upper end of the range of x0').value).toBe('7')
    expect(field('Lower end of the range of x1').value).toBe('-5')
    plot('Contour').events.reset?.()
    expect(field('Upper end of the range of x0').value).toBe('6')
    expect(field('Lower end of the range of x1').value).toBe('-6')
  })

  it.each(['derivative-x2', 'descent-1d'])('the axis below f′, which leaves the values of f alone: %s', async (id) => {
    await openFile(id)
    await soon(() => expect(dataOf('Derivative f′', 'slope').variable).toBe('x'))
    const before = dataOf('Curve', 'curve').y
    plot('Derivative f′').events.view?.({ min: 1, max: 2 }, { min: -77, max: 77 })
    await soon(() => expect(dataOf('Curve', 'curve').x).toEqual({ min: 1, max: 2 }))
    expect(dataOf('Curve', 'curve').y).toEqual(before)
    plot('Curve').events.view?.({ min: 1, max: 2 }, { min: -77, max: 77 })
    await soon(() => expect(dataOf('Curve', 'curve').y).toEqual({ min: -77, max: 77 }))
  })

  it('the camera, which is no change to undo', async () => {
    await soon(() => plot('Surface'))
    plot('Surface').events.camera?.({ alpha: 10, beta: 20, distance: 200 })
    await soon(() => expect(dataOf('Surface', 'surface').camera).toEqual({ alpha: 10, beta: 20, distance: 200 }))
    expect(button('Undo').disabled).toBe(true)
  })

  it('the point of a derivative, with its tangent', async () => {
    await openFile('derivative-x2')
    await soon(() => expect(dataOf('Curve', 'curve').point?.slope).toBe(6))
    expect(dataOf('Curve', 'curve').secant?.slope).toBe(7)
    plot('Curve').events.drag?.('point', 2, 0, true)
    await soon(() => expect(dataOf('Curve', 'curve').point).toMatchObject({ at: 2, value: 4 }))
    expect(field('Point a').value).toBe('2')
    tab('Values')
    await shows('\\frac{f(3) - f(2)}{1}')
  })

  it('with no more digits than a hand can mean', async () => {
    await openFile('derivative-x2')
    await soon(() => plot('Curve'))
    plot('Curve').events.drag?.('point', 1.23456789, 0, true)
    expect(field('Point a').value).toBe('1.23')
    plot('Curve').events.view?.({ min: 0.123456, max: 2.3456789 }, { min: -1.23456, max: 3.45678 })
    await openSheet('Ranges and start values')
    expect(field('Lower end of the range of x').value).toBe('0.123')
    button('Vertical range').click()
    expect(field('Upper end of the range of f').value).toBe('3.457')
  })

  const joint = () => dataOf('Contour and slices', 'joint')

  it('with no more digits than a hand can mean, in slices too', async () => {
    await openFile('partial-x2y2')
    await soon(() => plot('Contour and slices'))
    plot('Contour and slices').events.slide?.(0, -1.9953492630359735, false)
    await soon(() => expect(joint().slices[1].title).toBe('Slice x = −2'))
    plot('Contour and slices').events.drag?.('point', 0.5, 0.123456, true)
    await soon(() => expect(joint().slices[0].title).toBe('Slice y = 0.12'))
  })

  it('the point of partial derivatives, with both slices', async () => {
    await openFile('partial-x2y2')
    await soon(() => expect(joint().slices[0].curve.point).toMatchObject({ at: 1, value: 5, slope: 2 }))
    plot('Contour and slices').events.place?.(-1, 0.5)
    await soon(() => expect(joint().slices[0].curve.point).toMatchObject({ at: -1, value: 1.25, slope: -2 }))
    expect(joint().slices.map(({ title }) => title)).toEqual(['Slice y = 0.5', 'Slice x = −1'])
    expect(joint().slices[1].curve.point).toMatchObject({ at: 0.5, slope: 1 })
    named('.pane-tabs [role="tab"]', 'Partial').click()
    await shows('\\frac{\\partial f}{\\partial x}(-1, 0.5) = -2')
  })
})

describe('the tabs', () => {
  it('say once that f is defined nowhere', async () => {
    await openFile('derivative-x2')
    await soon(() => expect(dataOf('Curve', 'curve').point).not.toBeNull())
    const experiment = withFormula(experimentNamed('derivative-x2'), 'sqrt(-x^2 - 1)')
    bridge.openFile.mockResolvedValueOnce({ kind: 'opened', experiment, name: 'nowhere.gradlab' })
    command('open')
    await shows('f is not defined anywhere in this range.')
    expect(dataOf('Curve', 'curve').point).toBeNull()
  })

  it('show the same function each in its own way', async () => {
    tab('Differentiate')
    await soon(() =>
      expect([...plots.keys()].sort()).toEqual(['Curve', 'Error against h', 'Partial derivative ∂f/∂x₀'])
    )
    tab('Partial')
    await soon(() => expect([...plots.keys()].sort()).toEqual(['Contour and slices', 'Surface']))
    expect(button('Undo').disabled).toBe(true)
  })

  it('need two variables for partial derivatives, and offer a function that has them', async () => {
    await openFile('descent-1d')
    tab('Partial')
    button('Try x^2 + y^2').click()
    await soon(() => expect(plots.has('Contour and slices')).toBe(true))
  })

  it('lay the steps or the runs side by side', async () => {
    await openFile('book-optimizers')
    await soon(() => expect(dataOf('By run', 'runs').contour.traces).toHaveLength(4))
    choose(named<HTMLSelectElement>('select', 'Arrangement'), 'steps')
    await soon(() => expect(dataOf('Step by step', 'steps').count).toBe(16))
  })
})

describe('the program', () => {
  it('opens a dropped file', async () => {
    bridge.openDropped.mockResolvedValueOnce(file('saddle'))
    const drop = new Event('drop', { bubbles: true, cancelable: true })
    Object.assign(drop, { dataTransfer: { files: [new File([], 'saddle.gradlab')] } })
    document.body.dispatchEvent(drop)
    await shows('x^2 - y^2')
    expect(drop.defaultPrevented).toBe(true)
  })

  it('tells what it did by itself, until that is dismissed', () => {
    bridge.onNews.mock.calls.at(-1)?.[0]({ code: 'difference-step', values: {} })
    expect(alerts()).toHaveLength(1)
    allNamed('button', 'Close')[0]?.click()
    expect(alerts()).toEqual([])
  })

  it('says what it is', async () => {
    command('about')
    await shows('Version 1.2.3')
    await shows('Electron 33.0.0 (Chromium 130.0.0.0)')
  })
})
