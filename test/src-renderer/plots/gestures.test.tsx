import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CellView } from '../../../src-renderer/plots/cell'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { type Hand, listen, type PlotEvents } from '../../../src-renderer/plots/gestures'
import type { Plot, Readout } from '../../../src-renderer/plots/plot'
import { bowlTrace, canvas, squareCurve } from './samples'

/** A plot over 0 … 10 in both directions, ten pixels to a unit, y upwards, its corner at the canvas's. */
const trace = { ...bowlTrace([8, 0], 0.25, 3), values: [8, 4, 2, 1] }
const plot: Plot = {
  ...curvePlot({ ...squareCurve, traces: [trace], step: 1 }, canvas),
  handles: [{ id: 'point', at: [5, 5] }]
}

let said: unknown[]
let hovered: (Readout | null)[]
let element: HTMLCanvasElement
let hand: Hand
const stop = () => hand.release()

const view = (shown: Plot): CellView => ({
  update: () => {},
  hover: (readout) => void hovered.push(readout),
  tell: () => {},
  point: () => {},
  grasp: () => {},
  plot: () => shown,
  area: () => ({ left: 0, top: 0, width: 100, height: 100 }),
  place: (x, y) => ({ x: x / 10, y: (100 - y) / 10 }),
  pixel: ([x = NaN, y = NaN]) => ({ x: 10 * x, y: 100 - 10 * y }),
  destroy: () => {}
})

const say =
  (name: string) =>
  (...values: unknown[]) =>
    void said.push([name, ...values])
const all: PlotEvents = {
  drag: say('drag'),
  pick: say('pick'),
  place: say('place'),
  add: say('add'),
  view: say('view'),
  reset: say('reset')
}

function pointer(type: string, x: number, y: number, shiftKey = false): void {
  element.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, button: 0, shiftKey, bubbles: true }))
}

function letGo(x: number, y: number, shift = false): void {
  pointer('pointerup', x, y, shift)
  pointer('lostpointercapture', x, y, shift)
}

function clickAt(x: number, y: number, shift = false): void {
  pointer('pointerdown', x, y, shift)
  letGo(x, y, shift)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('requestAnimationFrame', (action: () => void) => {
    action()
    return 0
  })
  said = []
  hovered = []
  element = document.createElement('canvas')
  element.setPointerCapture = () => {}
  document.body.append(element)
  hand = listen(element, view(plot), all)
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  element.remove()
})

test('a handle follows the pointer from where it was grabbed, and is let go once', () => {
  pointer('pointerdown', 52, 49)
  pointer('pointermove', 62, 39)
  letGo(72, 29)
  expect(said).toEqual([
    ['drag', 'point', 6, 6, false],
    ['drag', 'point', 7, 7, true]
  ])
})

test('a handle is let go where it is when the pointer is taken away', () => {
  pointer('pointerdown', 50, 50)
  pointer('pointermove', 60, 40)
  pointer('pointercancel', 0, 0)
  pointer('lostpointercapture', 0, 0)
  pointer('pointermove', 20, 20)
  expect(said).toEqual([
    ['drag', 'point', 6, 6, false],
    ['drag', 'point', 6, 6, true]
  ])
})

test('a click on a handle does not move it, but selects the step it is at', () => {
  clickAt(52, 49)
  expect(said).toEqual([])
  stop()
  hand = listen(element, view({ ...plot, handles: [{ id: 'start', at: [8, 8] }] }), all)
  clickAt(83, 22)
  vi.runAllTimers()
  expect(said).toEqual([['pick', 0, 0]])
})

test('a click near a step selects it; elsewhere it places something, with Shift it adds a run', () => {
  clickAt(83, 22)
  clickAt(10, 10)
  vi.runAllTimers()
  clickAt(83, 22, true)
  vi.runAllTimers()
  expect(said).toEqual([
    ['pick', 0, 0],
    ['place', 1, 9],
    ['add', 8.3, 7.8]
  ])
})

test('a double click asks for the range to be chosen anew and places nothing', () => {
  clickAt(10, 10)
  clickAt(10, 10)
  element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  vi.runAllTimers()
  expect(said).toEqual([['reset']])
})

test('dragging the ground moves the ranges with the pointer and selects nothing', () => {
  pointer('pointerdown', 20, 80)
  pointer('pointermove', 22, 81)
  pointer('pointermove', 30, 70)
  letGo(30, 70)
  vi.runAllTimers()
  expect(said).toEqual([['view', { min: -1, max: 9 }, { min: -1, max: 9 }]])
})

test('the wheel zooms about the pointer', () => {
  // happy-dom's WheelEvent has no place.
  const turn = new MouseEvent('wheel', { clientX: 50, clientY: 50, cancelable: true })
  element.dispatchEvent(Object.assign(turn, { deltaY: -100 }))
  const [[name, x, y]] = said as [[string, { min: number; max: number }, { min: number; max: number }]]
  expect(name).toBe('view')
  for (const range of [x, y]) {
    expect(range.min + range.max).toBeCloseTo(10, 9)
    expect(range.max - range.min).toBeLessThan(9)
  }
})

test('hovering near a step reads the step, elsewhere the curve', () => {
  pointer('pointermove', 81, 21)
  pointer('pointermove', 10, 60)
  expect(hovered.map((readout) => readout?.lines[0])).toEqual(['descent 0.25 · step 0', 'x = 1'])
})

test('hovering over a handle that says what it is for reads that', () => {
  stop()
  const handles = [{ id: 'h', at: [2, 5], hint: 'drag to change h' }, ...plot.handles]
  hand = listen(element, view({ ...plot, trails: [], handles }), all)
  pointer('pointermove', 22, 52)
  pointer('pointermove', 52, 52)
  expect(hovered.map((readout) => readout?.lines[0])).toEqual(['drag to change h', 'x = 5.2'])
})

test('after it is stopped nothing is said any more', () => {
  stop()
  clickAt(83, 22)
  expect(said).toEqual([])
})

test('a line is taken hold of anywhere along it, but not where another handle is in reach', () => {
  stop()
  const lines = { ...plot, trails: [], handles: [...plot.handles, { id: 'line', at: [5, NaN] }] }
  hand = listen(element, view(lines), all)
  for (const [x, y] of [
    [52, 90],
    [52, 58],
    [62, 90]
  ] as const) {
    pointer('pointerdown', x, y)
    pointer('pointermove', x + 5, y)
    letGo(x + 5, y)
  }
  const held = (said as string[][]).filter(([name]) => name === 'drag').map(([, id]) => id)
  expect(held).toEqual(['line', 'line', 'point', 'point'])
  pointer('pointermove', 50, 90)
  expect(element.style.cursor).toBe('ew-resize')
})

test('a click anywhere on a small plot selects what it shows, and nothing else', () => {
  stop()
  hand = listen(element, view({ ...plot, name: 'k = 7', cell: { marked: false, run: 2, step: 7 } }), all)
  clickAt(3, 97)
  vi.advanceTimersByTime(1000)
  expect(said).toEqual([['pick', 2, 7]])
})

const press = (key: string, shiftKey = false) => hand.press(new KeyboardEvent('keydown', { key, shiftKey }))

test('keys do nothing to a plot before one has gone into it with Enter, and nothing after Escape', () => {
  for (const key of ['ArrowLeft', 'ArrowRight', '+', '0', 's', 'Escape']) expect(press(key)).toBe(false)
  expect(press('Enter')).toBe(true)
  expect(press('ArrowLeft')).toBe(true)
  expect(press('Escape')).toBe(true)
  expect(hovered.at(-1)).toBeNull()
  expect(press('ArrowLeft')).toBe(false)
  expect(said).toEqual([])
})

test('one comes in at a handle, and arrows read place after place from there', () => {
  press('Enter')
  press('ArrowRight')
  press('ArrowUp')
  expect(hovered.map((readout) => readout?.lines[0])).toEqual(['x = 5', 'x = 5.8', 'x = 5.8'])
})

test('by key a step is chosen, a run is started or added, and the ranges are moved, narrowed and let go', () => {
  hand.release()
  hand = listen(element, view({ ...plot, handles: [{ id: 'start', at: [8, 8] }] }), { ...all, start: say('start') })
  press('Enter')
  press('Enter')
  press('s')
  press('Enter', true)
  press('ArrowRight', true)
  press('0')
  expect(said).toEqual([
    ['pick', 0, 0],
    ['start', 8, 8],
    ['add', 8, 8],
    ['view', { min: 1, max: 11 }, { min: 0, max: 10 }],
    ['reset']
  ])
  said = []
  press('+', true)
  const [[, x]] = said as [[string, { min: number; max: number }]]
  expect(x.max - x.min).toBeCloseTo(8, 9)
})

test('by key the place that was read is acted on, though the ranges have moved under it', () => {
  hand.release()
  let left = 0
  const moving: CellView = {
    ...view({ ...plot, trails: [] }),
    place: (x, y) => ({ x: left + x / 10, y: (100 - y) / 10 }),
    pixel: ([x = NaN, y = NaN]) => ({ x: 10 * (x - left), y: 100 - 10 * y })
  }
  const move: PlotEvents['view'] = (x) => {
    left = x.min
  }
  hand = listen(element, moving, { ...all, view: move })
  press('Enter')
  press('ArrowRight')
  press('ArrowRight', true)
  press('Enter')
  expect(left).toBe(1)
  expect(said).toEqual([['place', 5.8, 5]])
})

test('with Shift a click where no run can be added is a click', () => {
  hand.release()
  hand = listen(element, view({ ...plot, trails: [] }), { place: say('place') })
  clickAt(30, 40, true)
  vi.runAllTimers()
  expect(said).toEqual([['place', 3, 6]])
})

test('on a slice beside a plane its point slides along the axis, and the plane is not moved by it', () => {
  stop()
  hand = listen(element, view({ ...plot, trails: [], along: 1 }), { ...all, slide: say('slide') })
  pointer('pointerdown', 52, 49)
  pointer('pointermove', 62, 40)
  letGo(62, 40)
  clickAt(20, 20)
  vi.advanceTimersByTime(300)
  element.dispatchEvent(new WheelEvent('wheel', { clientX: 50, clientY: 50, deltaY: 100 }))
  pointer('pointerdown', 20, 20)
  pointer('pointermove', 60, 60)
  letGo(60, 60)
  const slid = said as [string, ...unknown[]][]
  expect(new Set(slid.map(([name]) => name))).toEqual(new Set(['slide']))
  expect(slid[0]).toEqual(['slide', 1, 6, false])
  expect(slid.at(-1)).toEqual(['slide', 1, 2, true])
})
