import type { Surface } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'
import { VisualMapComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { Line3DChart, SurfaceChart } from 'echarts-gl/charts'
import { Grid3DComponent } from 'echarts-gl/components'
import type { Figure, SurfaceData } from './figure'
import type { Size } from './layout'
import type { Look } from './look'
import { type Painter, paint } from './paint'
import { projected, type Sight, scenePlace } from './projection'
import { type Detail, heightsOf, type Scene, standardCamera, surfaceMarks, surfaceScene } from './surface'
import { hiddenBy, veiled } from './veil'

echarts.use([CanvasRenderer, VisualMapComponent, SurfaceChart, Line3DChart, Grid3DComponent])

export type Camera = NonNullable<Surface['camera']>
export type SurfaceFigure = Extract<Figure, { readonly plot: 'surface' }>

export interface SurfaceEvents {
  /** The user has turned the surface and rests. */
  readonly camera?: (camera: Camera) => void
  /** A click near a step: index of the run among the traces, number of the step. */
  readonly pick?: (run: number, step: number) => void
  /** Which values are left out, as a short sentence, or null. Called when it changes. */
  readonly note?: (note: string | null) => void
}

/** A surface living in an element, as large as the element. */
export interface SurfaceView {
  /** `moving`: the data will change again soon; drawn coarser, and at most four times a second. */
  update(figure: SurfaceFigure, look: Look, words: Words['plots'], moving?: boolean): void
  destroy(): void
}

let drawable: boolean | null = null

/** Whether this window has WebGL. If not, show the contour with `words.noSurface` in the surface's place. */
export function canDrawSurfaces(): boolean {
  if (drawable === null) {
    const context = document.createElement('canvas').getContext('webgl')
    drawable = context !== null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return drawable
}

/** Device pixels to a CSS pixel: at least two, because the graphics do not smooth thin lines by themselves. */
const sharpness = () => Math.max(window.devicePixelRatio, 2)

const resting = { corners: 72, parts: 120 }
const coarse = { corners: 40, parts: 48 }
const movingPause = 250
/** Milliseconds without a turn after which the camera is said to rest. */
const cameraPause = 300
const pickReach = 12

/** What echarts knows about its camera but does not publish. */
interface Internals {
  getModel(): {
    getComponent(name: 'grid3D'): {
      coordinateSystem: {
        viewGL: {
          camera: {
            update(): void
            readonly viewMatrix: { readonly array: Float32Array }
            readonly projectionMatrix: { readonly array: Float32Array }
          }
        }
      }
      get(name: 'viewControl'): Camera
    }
  }
}

/** A surface in an element without anything around it: the owner of an echarts-gl instance. */
export class SurfaceStage {
  readonly #chart: echarts.ECharts
  readonly #element: HTMLElement

  /** `ratio`: device pixels to a CSS pixel. */
  constructor(element: HTMLElement, size: Size, ratio: number) {
    this.#element = element
    this.#chart = echarts.init(element, null, { renderer: 'canvas', devicePixelRatio: ratio, ...size })
  }

  get chart(): echarts.ECharts {
    return this.#chart
  }

  /** Draws the scene seen by `camera`, or as it was last turned if null. */
  show(scene: Scene, camera: Camera | null): void {
    const grid = scene.option['grid3D'] as { readonly viewControl: object }
    const option = camera
      ? { ...scene.option, grid3D: { ...grid, viewControl: { ...grid.viewControl, ...camera } } }
      : scene.option
    this.#chart.setOption(option as Parameters<echarts.ECharts['setOption']>[0], { replaceMerge: ['series'] })
  }

  get camera(): Camera {
    const { alpha, beta, distance } = this.#grid.get('viewControl')
    return { alpha, beta, distance }
  }

  sight(size: Size): Sight {
    const { camera } = this.#grid.coordinateSystem.viewGL
    camera.update()
    return { view: camera.viewMatrix.array, projection: camera.projectionMatrix.array, size }
  }

  get #grid() {
    return (this.#chart as unknown as Internals).getModel().getComponent('grid3D')
  }

  /** Its canvases, lowest first. */
  get canvases(): readonly HTMLCanvasElement[] {
    return [...this.#element.querySelectorAll('canvas')]
  }

  /** Gives the graphics memory back: without it, sixteen surfaces later the page loses its plots. */
  dispose(): void {
    const canvases = this.canvases
    this.#chart.dispose()
    for (const canvas of canvases) canvas.getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext()
  }
}

/** Paints the marks of a surface over it, as the camera sees them. */
export function paintOver(
  context: CanvasRenderingContext2D,
  data: SurfaceData,
  scene: Scene,
  sight: Sight,
  look: Look,
  words: Words['plots']
): void {
  const marks = surfaceMarks(data, scene, look, words)
  const painter: Painter = {
    context,
    area: { left: 0, top: 0, ...sight.size },
    place: (place) => projected(sight, scenePlace(scene.box, place)),
    font: look.font
  }
  paint(painter, scene.solid ? veiled(marks, hiddenBy(scene.ground, scene.box, sight)) : marks)
}

export interface Shown {
  readonly figure: SurfaceFigure
  readonly look: Look
  readonly words: Words['plots']
}

/** Whether the scene, not only what is painted over it, differs between two figures. */
export function sceneChanged(last: Shown | null, next: Shown): boolean {
  if (!last || last.look !== next.look || last.words !== next.words) return true
  const [a, b] = [last.figure.data, next.figure.data]
  const inputs = ({ samples, x, y, variables, style, spacing }: SurfaceData) => [
    samples,
    ...[x.min, x.max, y.min, y.max],
    ...variables,
    style,
    spacing
  ]
  const others = inputs(b)
  if (inputs(a).some((input, index) => input !== others[index])) return true
  // A point that is dragged seldom changes the heights.
  const [low, high] = [heightsOf(a), heightsOf(b)]
  return low.min !== high.min || low.max !== high.max
}

const sameCamera = (a: Camera | null, b: Camera | null) =>
  a === b || (a !== null && b !== null && a.alpha === b.alpha && a.beta === b.beta && a.distance === b.distance)

/** Draws surfaces into `element`, which must have a size of its own and `position: relative`. Needs WebGL. */
export function surfaceIn(element: HTMLElement, events: SurfaceEvents): SurfaceView {
  const [stand, overlay] = layers(element)
  let stage: SurfaceStage | null = null
  let shown: Shown | null = null
  let drawn: Shown | null = null
  let scene: Scene | null = null
  let known: Camera | null = null
  let caption: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let cameraTimer: ReturnType<typeof setTimeout> | undefined
  let drawnAt = 0
  let fine = true

  const size = (): Size => ({ width: element.clientWidth, height: element.clientHeight })
  const overpaint = () => {
    const context = overlay.getContext('2d')
    if (!context || !stage || !scene || !shown) return
    const ratio = window.devicePixelRatio
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, overlay.width, overlay.height)
    paintOver(context, shown.figure.data, scene, stage.sight(size()), shown.look, shown.words)
  }
  const start = (): SurfaceStage => {
    const next = new SurfaceStage(stand, size(), sharpness())
    fitOverlay(overlay, size())
    next.chart.on('rendered', overpaint)
    next.chart.on('grid3dcamerachanged', () => {
      clearTimeout(cameraTimer)
      cameraTimer = setTimeout(() => {
        // Programs turn it too; only a turn by hand is news.
        if (sameCamera(next.camera, known ?? standardCamera(size()))) return
        known = next.camera
        events.camera?.(known)
      }, cameraPause)
    })
    return next
  }
  const draw = (detail: Omit<Detail, 'ratio'>) => {
    const { width, height } = size()
    if (!shown || width < 60 || height < 60) return
    const first = stage === null
    stage ??= start()
    scene = surfaceScene(shown.figure.data, shown.look, shown.words, { ...detail, ratio: sharpness() })
    const wanted = shown.figure.data.camera ?? (first || known ? standardCamera(size()) : null)
    const turned = first || (shown.figure.data !== drawn?.figure.data && !sameCamera(shown.figure.data.camera, known))
    if (turned) known = shown.figure.data.camera
    stage.show(scene, turned ? wanted : null)
    drawn = shown
    drawnAt = performance.now()
    fine = detail === resting
    const next = scene.caption === '' ? null : scene.caption
    if (next !== caption) events.note?.(next)
    caption = next
    overpaint()
  }
  const observer = new ResizeObserver(() => {
    if (!stage) return draw(resting)
    fitOverlay(overlay, size())
    stage.chart.resize(size())
    if (scene && !known) stage.show(scene, standardCamera(size()))
    overpaint()
  })
  observer.observe(element)
  const controller = listenForPicks(
    element,
    () => {
      if (!stage || !scene || !shown) return null
      return { data: shown.figure.data, sight: stage.sight(size()), scene }
    },
    events
  )

  return {
    update(figure, look, words, moving = false) {
      shown = { figure, look, words }
      const turned = drawn !== null && !sameCamera(figure.data.camera, known)
      const changed = sceneChanged(drawn, shown) || turned || (!fine && !moving)
      clearTimeout(timer)
      if (!changed) return overpaint()
      if (!moving) return draw(resting)
      const pause = movingPause - (performance.now() - drawnAt)
      if (pause <= 0) draw(coarse)
      else {
        timer = setTimeout(() => draw(coarse), pause)
        overpaint()
      }
    },
    destroy() {
      clearTimeout(timer)
      clearTimeout(cameraTimer)
      observer.disconnect()
      controller.abort()
      stage?.dispose()
      stage = null
      stand.remove()
      overlay.remove()
    }
  }
}

function layers(element: HTMLElement): readonly [HTMLDivElement, HTMLCanvasElement] {
  const stand = document.createElement('div')
  const overlay = document.createElement('canvas')
  stand.style.cssText = 'position: absolute; inset: 0'
  overlay.style.cssText = 'position: absolute; inset: 0; pointer-events: none'
  stand.setAttribute('aria-hidden', 'true')
  overlay.setAttribute('aria-hidden', 'true')
  element.append(stand, overlay)
  return [stand, overlay]
}

function fitOverlay(overlay: HTMLCanvasElement, { width, height }: Size): void {
  overlay.width = Math.round(width * window.devicePixelRatio)
  overlay.height = Math.round(height * window.devicePixelRatio)
  overlay.style.width = `${width}px`
  overlay.style.height = `${height}px`
}

interface Seen {
  readonly data: SurfaceData
  readonly scene: Scene
  readonly sight: Sight
}

/** A click selects the step nearest to it on the screen, a drag turns the surface. */
function listenForPicks(element: HTMLElement, seen: () => Seen | null, events: SurfaceEvents): AbortController {
  const controller = new AbortController()
  let from = { x: 0, y: 0 }
  element.addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      from = { x: clientX, y: clientY }
    },
    { signal: controller.signal, capture: true }
  )
  element.addEventListener(
    'click',
    ({ clientX, clientY }) => {
      const now = seen()
      if (!now || Math.hypot(clientX - from.x, clientY - from.y) > 4) return
      const box = element.getBoundingClientRect()
      const stop = stopAt(now, clientX - box.left, clientY - box.top)
      if (stop) events.pick?.(stop.run, stop.step)
    },
    { signal: controller.signal }
  )
  return controller
}

function stopAt({ data, scene, sight }: Seen, x: number, y: number): { run: number; step: number } | null {
  let nearest: { run: number; step: number } | null = null
  let least = pickReach
  for (const [run, trace] of data.traces.entries()) {
    for (let index = 0; index < trace.steps.length; index++) {
      const place = [trace.x[index] as number, trace.y[index] as number, trace.values[index] as number]
      const pixel = projected(sight, scenePlace(scene.box, place))
      const distance = Math.hypot(pixel.x - x, pixel.y - y)
      if (distance < least) {
        least = distance
        nearest = { run, step: trace.steps[index] as number }
      }
    }
  }
  return nearest
}
