import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SurfaceData } from '../../../src-renderer/figure'
import type { Camera } from '../../../src-renderer/plots/camera'
import { contourInstead, type SurfaceView, sceneChanged, surfaceIn } from '../../../src-renderer/plots/gl'
import { looks } from '../../../src-renderer/plots/look'
import type { Reading } from '../../../src-renderer/plots/probe'
import { projected, scenePlace } from '../../../src-renderer/plots/projection'
import { lookBy } from './cameras'
import { bowl, bowlSurface, canvas, gridOf, unit } from './samples'

const size = { width: 400, height: 300 }
const sight = lookBy(60, 30, 220, size)
/** What the stage was told to do, in this order. */
let log: string[]
/** Of what something was painted over the scene. */
let painted: SurfaceData[]
let readings: Reading[]
let cameraTurned: () => void
let seenBy: Camera
const byHand = { alpha: 28, beta: 50, distance: 180 }

vi.mock('../../../src-renderer/plots/stage', () => ({
  canDrawSurfaces: () => true,
  paintOver: (_: unknown, data: SurfaceData) => {
    log.push('overlay')
    painted.push(data)
  },
  paintReading: (_: unknown, reading: Reading) => void readings.push(reading),
  SurfaceStage: class {
    get camera() {
      return seenBy
    }
    chart = {
      on: (name: string, listener: () => void) => {
        if (name === 'grid3dcamerachanged') cameraTurned = listener
      },
      resize: () => {}
    }
    show = (_: unknown, camera: Camera | null) => {
      // As echarts has it.
      seenBy = camera ? { ...camera, beta: camera.beta * (1 + 2e-16) } : seenBy
      log.push(camera ? 'scene, turned' : 'scene')
    }
    sight = () => sight
    dispose = () => void log.push('end')
  }
}))

const figure = (data: Partial<SurfaceData> = {}) =>
  ({
    plot: 'surface',
    title: 'f',
    data: { ...bowlSurface, f: bowl, traces: [], step: null, gradient: null, ...data }
  }) as const
const point = { x: 1, y: 2, value: 5, slopeX: 2, slopeY: 4 }
const other = gridOf((x, y) => bowl(x, y) + 1, unit, unit)

let element: HTMLDivElement
let view: SurfaceView
let cameras: unknown[]
let notes: (string | null)[]
const update = (data: Partial<SurfaceData> = {}, moving = false) =>
  view.update(figure(data), looks.light, canvas.words, moving)

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'performance', 'requestAnimationFrame', 'cancelAnimationFrame']
  })
  log = []
  painted = []
  readings = []
  cameras = []
  element = document.createElement('div')
  Object.defineProperty(element, 'clientWidth', { value: size.width })
  Object.defineProperty(element, 'clientHeight', { value: size.height })
  document.body.append(element)
  const context = { setTransform: () => {}, clearRect: () => {} } as unknown as CanvasRenderingContext2D
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  notes = []
  view = surfaceIn(element, { camera: (camera) => void cameras.push(camera), note: (note) => void notes.push(note) })
})

afterEach(() => {
  view.destroy()
  element.remove()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('the first figure is drawn at once, by the standard camera', () => {
  update()
  expect(log).toEqual(['scene, turned', 'overlay'])
})

test('a point that is dragged is painted over the surface at once, which is not drawn again', () => {
  update({ point })
  log = []
  for (let step = 0; step < 20; step++) {
    update({ point: { ...point, x: step / 10 } })
    vi.advanceTimersByTime(16)
  }
  vi.advanceTimersByTime(2000)
  expect(log).toEqual(Array.from({ length: 20 }, () => 'overlay'))
})

test('a point that is dragged where it changes the box leaves the surface alone until the hand rests', () => {
  update({ point })
  vi.advanceTimersByTime(1000)
  update({ point: { ...point, value: 60 } })
  log = []
  for (let step = 1; step < 20; step++) {
    update({ point: { ...point, value: 60 + step } })
    vi.advanceTimersByTime(16)
  }
  expect(new Set(log)).toEqual(new Set(['overlay']))
  vi.advanceTimersByTime(1000)
  expect(log.filter((told) => told === 'scene')).toHaveLength(1)
})

test('a single change is drawn after the flat plots have had their turn', () => {
  update()
  vi.advanceTimersByTime(1000)
  log = []
  update({ samples: other })
  expect(log).toEqual([])
  vi.advanceTimersByTime(100)
  expect(log).toEqual(['scene', 'overlay'])
})

test('while the function itself moves it is drawn four times a second, and finely at its end', () => {
  update()
  vi.advanceTimersByTime(1000)
  log = []
  for (let step = 0; step < 100; step++) {
    update({ samples: gridOf((x, y) => bowl(x, y) + step, unit, unit, 11) }, true)
    vi.advanceTimersByTime(10)
  }
  const drawn = log.filter((told) => told === 'scene').length
  expect(drawn).toBeGreaterThanOrEqual(3)
  expect(drawn).toBeLessThanOrEqual(5)
  log = []
  update({ samples: gridOf((x, y) => bowl(x, y) + 99, unit, unit, 11) })
  vi.advanceTimersByTime(1000)
  expect(log.filter((told) => told === 'scene')).toHaveLength(1)
})

test('nothing of another function is painted over a surface, or read off it, until that is drawn', () => {
  update({ point })
  vi.advanceTimersByTime(1000)
  const drawn = painted.at(-1)
  update({ samples: other, point: { ...point, value: 6 } })
  update({ samples: other, point: { ...point, value: 6, x: 2 } })
  expect(painted.at(-1)).toBe(drawn)
  vi.advanceTimersByTime(1000)
  expect(painted.at(-1)).toMatchObject({ samples: other, point: { x: 2 } })
  update({ samples: other, point: { ...point, value: 6, x: 3 } })
  expect(painted.at(-1)?.point?.x).toBe(3)
})

test('a turn by hand is told when it rests, and the surface is not turned back by the next figure', () => {
  update()
  seenBy = byHand
  cameraTurned()
  cameraTurned()
  vi.advanceTimersByTime(1000)
  expect(cameras).toEqual([byHand])
  log = []
  update({ samples: other, camera: byHand })
  vi.advanceTimersByTime(1000)
  expect(log).toContain('scene')
  expect(log).not.toContain('scene, turned')
})

test('where the program turns the surface, twice in a row as well, no hand has', () => {
  const turned = (factor: number) => ({ samples: gridOf((x, y) => Math.tanh(2 * factor * (x + y)), unit, unit) })
  for (const factor of [1, -1, 1]) {
    update(turned(factor))
    vi.advanceTimersByTime(200)
    cameraTurned()
  }
  expect(new Set(log)).toContain('scene, turned')
  vi.advanceTimersByTime(1000)
  expect(cameras).toEqual([])
})

test('a camera the document brings, as undo does, turns the surface', () => {
  update()
  vi.advanceTimersByTime(1000)
  log = []
  update({ camera: { alpha: 10, beta: 20, distance: 200 } })
  vi.advanceTimersByTime(1000)
  expect(log).toContain('scene, turned')
})

test('notes are told when they change, also while the surface stays as it is', () => {
  update({ point, overlay: 'tangent' })
  update({ point: { ...point, slopeX: NaN }, overlay: 'tangent' })
  update({ point: { ...point, slopeX: NaN, x: 2 }, overlay: 'tangent' })
  update({ point, overlay: 'tangent' })
  expect(notes).toEqual([canvas.words.noTangent, null])
})

test('what is left of a surface that is destroyed draws nothing and hears nothing', () => {
  update({ style: 'shaded' })
  vi.advanceTimersByTime(1000)
  update({ samples: other })
  const heard = vi.spyOn(AbortController.prototype, 'abort')
  view.destroy()
  expect(heard).toHaveBeenCalledTimes(1)
  expect(log.at(-1)).toBe('end')
  expect(element.childElementCount).toBe(0)
  log = []
  vi.advanceTimersByTime(2000)
  const [x, y] = [size.width / 2, size.height / 2]
  pointer('pointermove', { x, y })
  element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  expect([log, readings, cameras]).toEqual([[], [], []])
})

/** As when the graphics process crashes: the event does not bubble. */
const loseContext = () => {
  const canvas = document.createElement('canvas')
  element.firstElementChild?.append(canvas)
  canvas.dispatchEvent(new Event('webglcontextlost'))
}

test('a surface whose graphics are lost is drawn by new ones', () => {
  update()
  vi.advanceTimersByTime(1000)
  log = []
  loseContext()
  expect(log).toEqual(['end'])
  vi.advanceTimersByTime(1000)
  expect(log).toEqual(['end', 'scene, turned', 'overlay'])
})

test('and is so, too, if the point moves before', () => {
  update({ point })
  vi.advanceTimersByTime(1000)
  loseContext()
  log = []
  update({ point: { ...point, x: 1.5 } })
  vi.advanceTimersByTime(1000)
  expect(log.filter((told) => told === 'scene, turned')).toHaveLength(1)
})

function pointer(type: string, { x, y }: { x: number; y: number }, buttons = 0): void {
  element.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, buttons, bubbles: true }))
  vi.advanceTimersByTime(50)
}

test('hovering reads the surface, unless a button is held to turn it', () => {
  update({ style: 'shaded' })
  const box = { x: unit, y: unit, z: { min: -15, max: 50 } }
  const at = projected(sight, scenePlace(box, [0, 0, 0]))
  pointer('pointermove', at)
  const [x = NaN, y = NaN] = readings[0]?.at ?? []
  expect(Math.hypot(x, y)).toBeLessThan(0.1)
  readings = []
  pointer('pointermove', at, 1)
  expect(readings).toEqual([])
})

const shown = (data: Partial<SurfaceData> = {}) => ({ figure: figure(data), look: looks.light, words: canvas.words })

test('only what the scene is made of changes it', () => {
  const before = shown({ point })
  for (const same of [{}, { overlay: 'taylor' }, { both: true }, { point: { ...point, x: 3, value: 13 } }] as const) {
    expect(sceneChanged(before, shown({ point, ...same })), JSON.stringify(same)).toBe(false)
  }
  const others = [
    { samples: other },
    { style: 'shaded' },
    { spacing: 2 },
    { scale: 'log' },
    { map: 'viridis' },
    { z: { min: 0, max: 9 } },
    { x: { min: -5, max: 4 } }
  ] as const
  for (const change of others) expect(sceneChanged(before, shown({ point, ...change }))).toBe(true)
  expect(sceneChanged(null, before)).toBe(true)
  expect(sceneChanged(before, { ...before, look: looks.dark })).toBe(true)
})

test('where there is no surface the contour of the same function takes its place', () => {
  const { plot, data } = contourInstead(figure({ point }))
  expect(plot).toBe('contour')
  expect(data).toMatchObject({ point, samples: bowlSurface.samples, draggable: false })
})
