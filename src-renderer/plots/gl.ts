import type { Words } from '@shared/words/index'
import { chartIn } from './chart'
import type { Figure, FlatFigure, SurfaceData } from './figure'
import type { Size } from './layout'
import type { Look } from './look'
import { projected, type Sight, scenePlace } from './projection'
import { type Camera, canDrawSurfaces, paintOver, SurfaceStage } from './stage'
import { type Detail, heightsOf, type Scene, standardCamera, surfaceScene } from './surface'

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

/** Device pixels to a CSS pixel: at least two, because the graphics do not smooth thin lines by themselves. */
const sharpness = () => Math.max(window.devicePixelRatio, 2)

const resting = { corners: 72, parts: 120 }
const coarse = { corners: 40, parts: 48 }
const movingPause = 250
/** Milliseconds without a turn after which the camera is said to rest. */
const cameraPause = 300
const pickReach = 12

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

/** Where there is no WebGL: the contour of the same data. */
export function contourInstead({ title, data }: SurfaceFigure): FlatFigure {
  return { plot: 'contour', title, data: { ...data, square: false, field: false, both: false, draggable: false } }
}

/** Draws contours in the surface's place, with a note that says why. */
function contoursIn(element: HTMLElement, { pick, note }: SurfaceEvents): SurfaceView {
  const view = chartIn(element, pick ? { pick } : {})
  return {
    update(figure, look, words) {
      note?.(words.noSurface)
      view.update(contourInstead(figure), look, words)
    },
    destroy: view.destroy
  }
}

/**
 * Draws surfaces into `element`, which must have a size of its own and `position: relative`. Without WebGL the contour
 * takes the surface's place.
 */
export function surfaceIn(element: HTMLElement, events: SurfaceEvents): SurfaceView {
  if (!canDrawSurfaces()) return contoursIn(element, events)
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
  /** A card that is folded away has no size. */
  const visible = () => size().width >= 60 && size().height >= 60
  const draw = (detail: Omit<Detail, 'ratio'>) => {
    if (!shown || !visible()) return
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
    if (!visible()) return
    if (!stage) return draw(resting)
    fitOverlay(overlay, size())
    stage.chart.resize(size())
    if (scene && !known) stage.show(scene, standardCamera(size()))
    overpaint()
  })
  observer.observe(element)
  // The graphics process may crash or the computer sleep; the event does not bubble.
  stand.addEventListener(
    'webglcontextlost',
    () => {
      stage?.dispose()
      stage = null
      timer = setTimeout(() => draw(resting), movingPause)
    },
    true
  )
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
