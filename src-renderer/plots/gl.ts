import type { Words } from '@shared/words/index'
import type { Figure, FlatFigure, Place, Pointed, SurfaceData } from '../figure'
import { type Camera, distances, standardCamera } from './camera'
import { chartIn } from './chart'
import { drawnHeights, raised } from './heights'
import { arrowOf, plotAction } from './keys'
import type { Size } from './layout'
import type { Look } from './look'
import { pixelRatio, pointerIn } from './magnified'
import type { Canvas } from './plot'
import { pointedOnSurface } from './pointed'
import { type Reading, type Seen, stepNear, surfaceReading } from './probe'
import { sheetNote } from './sheets'
import { canDrawSurfaces, paintMarks, paintOver, paintReading, SurfaceStage } from './stage'
import { type Detail, type Scene, surfaceScene } from './surface-scene'
import { veiled } from './veil'

export type SurfaceFigure = Extract<Figure, { readonly plot: 'surface' }>

export interface SurfaceEvents {
  /** The user has turned the surface and rests; null after a double click: the standard view. */
  readonly camera?: (camera: Camera | null) => void
  /** A click near a step: index of the run among the traces, number of the step. */
  readonly pick?: (run: number, step: number) => void
  /** One has gone into the surface by key, or out of it. */
  readonly inside?: (isInside: boolean) => void
  /** The pointer is over the ground at this place; null: it no longer is. */
  readonly point?: (at: Place | null) => void
  /** Which values are left out and what cannot be drawn, in a few words, or null. Called when it changes. */
  readonly note?: (note: string | null) => void
}

/** A surface living in an element, as large as the element. */
export interface SurfaceView {
  /** `moving`: the data will change again soon; drawn coarser, and at most four times a second. */
  update(figure: SurfaceFigure, look: Look, words: Words['plots'], moving?: boolean): void
  /** What a key does on the surface, which has the focus; false: nothing. */
  press(event: KeyboardEvent): boolean
  /** It no longer has the focus. */
  leave(): void
  /** What is known of the place under the pointer, over this figure or another; null: there is none. */
  point(pointed: Pointed | null): void
  destroy(): void
}

/** Device pixels to a CSS pixel: at least two, because the graphics do not smooth thin lines by themselves. */
const sharpness = (element: Element) => Math.max(pixelRatio(element), 2)

const resting = { corners: 72, parts: 120 }
const coarse = { corners: 40, parts: 48 }
const movingPause = 250
/** Milliseconds without news after which the hand is said to rest: drawing holds up everything else in the window. */
const handPause = 250
/** Milliseconds in which the flat plots show the same news. */
const flatPause = 30
/** Milliseconds without a turn after which the camera is said to rest. */
const cameraPause = 300
/** Degrees by which an arrow key turns, and the share of the distance that is left after going nearer. */
const keyed = { turn: 5, zoom: 0.9 }

export interface Shown {
  readonly figure: SurfaceFigure
  readonly look: Look
  readonly words: Words['plots']
}

/** Whether the scene, not only what is painted over it, differs between two figures. */
export function sceneChanged(last: Shown | null, next: Shown): boolean {
  if (!last || last.look !== next.look || last.words !== next.words) return true
  const [a, b] = [last.figure.data, next.figure.data]
  const inputs = ({ samples, slice, x, y, style, spacing, scale, map }: SurfaceData) => [
    samples,
    slice?.held,
    ...[x.min, x.max, y.min, y.max],
    ...[style, spacing, scale, map]
  ]
  const others = inputs(b)
  if (inputs(a).some((input, index) => input !== others[index])) return true
  // A point that is dragged seldom changes the heights.
  const [old, now] = [drawnHeights(a), drawnHeights(b)]
  return old.min !== now.min || old.max !== now.max || raised(a).scale.name !== raised(b).scale.name
}

/**
 * What is painted over a scene that was drawn of `drawn`: what is to be shown, once that is about the same samples of f.
 * Until it is drawn, a path of another function, or over another slice, would lie on a surface it has nothing to do with.
 */
export const paintable = (drawn: Shown | null, shown: Shown | null): Shown | null =>
  drawn && shown && drawn.figure.data.samples !== shown.figure.data.samples ? drawn : shown

/** echarts gives a camera back but for rounding: −58 as −58.00000000000001. */
const [rounding, parts] = [1e-9, ['alpha', 'beta', 'distance']] as const
const sameCamera = (a: Camera | null, b: Camera | null) =>
  a === b || (a !== null && b !== null && parts.every((part) => Math.abs(a[part] - b[part]) < rounding))

/** Where there is no WebGL: the contour of the same data. */
export function contourInstead({ title, data }: SurfaceFigure): FlatFigure {
  const levels = { count: 15, spacing: 'auto', labels: true } as const
  const field = { towards: 'none', density: 14 } as const
  const plain = { levels, field, square: false, both: false, draggable: false, direction: null, principal: false }
  return { plot: 'contour', title, data: { ...data, ...plain } }
}

/** Draws contours in the surface's place, with a note that says why. */
function contoursIn(element: HTMLElement, { pick, point, inside, note }: SurfaceEvents): SurfaceView {
  const view = chartIn(element, { ...(pick && { pick }), ...(point && { point }), ...(inside && { inside }) })
  return {
    update(figure, look, words) {
      note?.(words.noSurface)
      view.update(contourInstead(figure), look, words)
    },
    point: view.point,
    press: view.press,
    leave: view.leave,
    destroy: view.destroy
  }
}

/**
 * Draws surfaces into `element`, which must have a size of its own and `position: relative`. Without WebGL the contour
 * takes the surface's place.
 */
export function surfaceIn(element: HTMLElement, events: SurfaceEvents): SurfaceView {
  return canDrawSurfaces() ? new DrawnSurface(element, events) : contoursIn(element, events)
}

class DrawnSurface implements SurfaceView {
  readonly #element: HTMLElement
  readonly #events: SurfaceEvents
  readonly #stand: HTMLDivElement
  readonly #overlay: HTMLCanvasElement
  /** What hovering says: on a canvas of its own, because all the rest takes long to paint. */
  readonly #glass: HTMLCanvasElement
  readonly #observer: ResizeObserver
  readonly #listening: AbortController
  #stage: SurfaceStage | null = null
  /** What is to be seen, and what of it echarts has drawn. */
  #shown: Shown | null = null
  #drawn: Shown | null = null
  #scene: Scene | null = null
  #drawnAt = 0
  #updatedAt = Number.NEGATIVE_INFINITY
  #fine = true
  /** The camera the document knows: the last one that was given or told. Null: the standard view. */
  #known: Camera | null = null
  /** The standard view of what is drawn: it stays where it is while another is not clearly better. */
  #standard: Camera | null = null
  /** From where the program last had it looked at. */
  #given: Camera | null = null
  #note: string | null = null
  /** The camera moves, by hand or by the program, and has not yet been told. */
  #turning = false
  /** One has gone into it by key. */
  #isInside = false
  /** What stands on the glass: what hovering says, and the place under the pointer. */
  #reading: Reading | null = null
  #pointed: Pointed | null = null
  #redraw: ReturnType<typeof setTimeout> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor(element: HTMLElement, events: SurfaceEvents) {
    this.#element = element
    this.#events = events
    ;[this.#stand, this.#overlay, this.#glass] = layers(element)
    this.#observer = new ResizeObserver(() => this.#resize())
    this.#observer.observe(element)
    this.#listening = listenForPointer(
      element,
      () => this.#seen(),
      (reading) => {
        this.#hover(reading)
        this.#point(reading?.isGround ? reading.at.slice(0, 2) : null)
      },
      events
    )
    const { signal } = this.#listening
    element.addEventListener('dblclick', () => this.#turnBack(), { signal })
    // The graphics process may crash or the computer sleep; the event does not bubble.
    this.#stand.addEventListener('webglcontextlost', () => this.#revive(), { capture: true, signal })
  }

  update(figure: SurfaceFigure, look: Look, words: Words['plots'], moving = false): void {
    this.#shown = { figure, look, words }
    this.#hover(null)
    clearTimeout(this.#redraw)
    const now = performance.now()
    const rested = now - this.#updatedAt > handPause
    this.#updatedAt = now
    const turned = !sameCamera(figure.data.camera, this.#known)
    if (!this.#stage) this.#draw(resting)
    else if (!turned && !sceneChanged(this.#drawn, this.#shown) && (this.#fine || moving)) this.#paintOver()
    else if (moving) this.#drawSoon()
    else this.#drawAfter(rested)
  }

  press(event: KeyboardEvent): boolean {
    const action = plotAction('surface', event, this.#isInside)
    if (!action || !this.#stage) return false
    if (action === 'enter') this.#go(true)
    else if (action === 'leave') this.leave()
    else if (action === 'reset') this.#turnBack()
    else {
      const { alpha, beta, distance } = this.#stage.camera
      const { x, y } = arrowOf(event.key)
      const factor = action === 'nearer' ? keyed.zoom : action === 'farther' ? 1 / keyed.zoom : 1
      this.#look({
        alpha: Math.min(Math.max(alpha - keyed.turn * y, -90), 90),
        beta: beta + keyed.turn * x,
        distance: Math.min(Math.max(distance * factor, distances.least), distances.most)
      })
    }
    return true
  }

  leave(): void {
    if (this.#isInside) this.#go(false)
  }

  #go(isInside: boolean): void {
    this.#isInside = isInside
    this.#events.inside?.(isInside)
  }

  /** Looks from another side, which is told once nothing is pressed any more. */
  #look(camera: Camera): void {
    if (!this.#stage || !this.#scene) return
    this.#turning = true
    this.#stage.show(this.#scene, camera)
    this.#paintOver()
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#tellCamera(camera), cameraPause)
  }

  point(pointed: Pointed | null): void {
    if (!pointed && !this.#pointed) return
    this.#pointed = pointed
    this.#paintGlass()
  }

  /** Draws once the flat plots beside are on the screen; while a hand is at work, only when it rests. */
  #drawAfter(rested: boolean): void {
    this.#redraw = setTimeout(() => this.#draw(resting), rested ? flatPause : handPause)
    if (!rested) this.#paintOver()
  }

  #isPointed = false

  #point(at: Place | null): void {
    this.#isPointed = at !== null
    this.#events.point?.(at)
  }

  destroy(): void {
    // The surface goes from under the pointer, which is told nothing of it.
    if (this.#isPointed) this.#point(null)
    clearTimeout(this.#redraw)
    clearTimeout(this.#rest)
    this.#observer.disconnect()
    this.#listening.abort()
    this.#stage?.dispose()
    this.#stage = null
    this.#stand.remove()
    this.#overlay.remove()
    this.#glass.remove()
  }

  get #size(): Size {
    return { width: this.#element.clientWidth, height: this.#element.clientHeight }
  }

  /** A card that is folded away has no size. */
  get #visible(): boolean {
    return this.#size.width >= 60 && this.#size.height >= 60
  }

  #drawSoon(): void {
    const pause = movingPause - (performance.now() - this.#drawnAt)
    if (pause > 0) {
      this.#redraw = setTimeout(() => this.#draw(coarse), pause)
      this.#paintOver()
    } else this.#draw(coarse)
  }

  #draw(detail: Omit<Detail, 'ratio'>): void {
    if (!this.#shown || !this.#visible) return
    const { figure, look, words } = this.#shown
    const first = this.#stage === null
    const stage = this.#stage ?? this.#start()
    this.#stage = stage
    this.#scene = surfaceScene(figure.data, look, words, { ...detail, ratio: sharpness(this.#element) })
    // A camera the document has not heard of yet – the user is turning the surface – is left as it is.
    const turned = first || !sameCamera(figure.data.camera, this.#known)
    this.#known = figure.data.camera
    const [before, standard] = [this.#standard, standardCamera(figure.data, this.#scene, this.#size, this.#standard)]
    this.#standard = standard
    const isFollowed = this.#known === null && !this.#turning && !sameCamera(before, standard)
    if (turned || isFollowed) this.#given = figure.data.camera ?? standard
    stage.show(this.#scene, turned || isFollowed ? this.#given : null)
    this.#drawn = this.#shown
    this.#drawnAt = performance.now()
    this.#fine = detail === resting
    this.#paintOver()
  }

  #start(): SurfaceStage {
    const stage = new SurfaceStage(this.#stand, this.#size, sharpness(this.#element))
    for (const layer of [this.#overlay, this.#glass]) resizeCanvas(layer, this.#size)
    stage.chart.on('rendered', () => this.#paintOver())
    stage.chart.on('grid3dcamerachanged', () => {
      // The program turns it too; only a turn by hand is news.
      if (sameCamera(stage.camera, this.#given)) return
      this.#turning = true
      clearTimeout(this.#rest)
      this.#rest = setTimeout(() => this.#tellCamera(stage.camera), cameraPause)
    })
    return stage
  }

  #paintOver(): void {
    const context = cleared(this.#overlay, this.#size)
    const shown = paintable(this.#drawn, this.#shown)
    if (!context || !this.#stage || !this.#scene || !shown) return
    const { figure, look, words } = shown
    const notes = [sheetNote(figure.data, words), this.#scene.caption].filter((note) => note !== null && note !== '')
    this.#tellNote(notes.length > 0 ? notes.join(words.comma) : null)
    paintOver(context, figure.data, this.#scene, this.#stage.sight(this.#size), look, words)
    if (this.#pointed) this.#paintGlass()
  }

  #resize(): void {
    if (!this.#visible) return
    if (!this.#stage) {
      this.#draw(resting)
      return
    }
    for (const layer of [this.#overlay, this.#glass]) resizeCanvas(layer, this.#size)
    this.#stage.chart.resize(this.#size)
    if (this.#scene && this.#drawn && !this.#known) {
      this.#standard = standardCamera(this.#drawn.figure.data, this.#scene, this.#size, this.#standard)
      this.#given = this.#standard
      this.#stage.show(this.#scene, this.#given)
    }
    this.#paintOver()
  }

  #revive(): void {
    this.#stage?.dispose()
    this.#stage = null
    this.#drawn = null
    clearTimeout(this.#redraw)
    this.#redraw = setTimeout(() => this.#draw(resting), movingPause)
  }

  #seen(): Shot | null {
    const shown = paintable(this.#drawn, this.#shown)
    if (!this.#stage || !this.#scene || !shown) return null
    const { figure, look, words } = shown
    const canvas = { size: this.#size, look, words, room: 'full' } as const
    return { data: figure.data, sight: this.#stage.sight(this.#size), scene: this.#scene, canvas }
  }

  #hover(reading: Reading | null): void {
    if (!reading && !this.#reading) return
    this.#reading = reading
    this.#paintGlass()
  }

  #paintGlass(): void {
    const context = cleared(this.#glass, this.#size)
    const seen = this.#seen()
    if (!context || !seen || !this.#scene) return
    const { data, sight, canvas } = seen
    const told = this.#pointed && pointedOnSurface(data, this.#scene, canvas, this.#pointed)
    if (told) paintMarks(context, veiled(told.marks, this.#scene, sight), this.#scene, sight, canvas.look)
    if (!this.#reading) return
    const more = this.#reading.isGround ? told : null
    const reading = { ...this.#reading, lines: [...this.#reading.lines, ...(more?.lines ?? [])] }
    paintReading(context, reading, this.#scene, sight, canvas.look, more)
  }

  #tellCamera(camera: Camera): void {
    this.#turning = false
    this.#known = camera
    this.#events.camera?.(camera)
  }

  #turnBack(): void {
    if (!this.#stage || !this.#scene || !this.#drawn) return
    clearTimeout(this.#rest)
    this.#known = null
    this.#standard = standardCamera(this.#drawn.figure.data, this.#scene, this.#size)
    this.#given = this.#standard
    this.#stage.show(this.#scene, this.#given)
    this.#paintOver()
    this.#events.camera?.(null)
  }

  #tellNote(note: string | null): void {
    if (note !== this.#note) this.#events.note?.(note)
    this.#note = note
  }
}

function layers(element: HTMLElement): readonly [HTMLDivElement, HTMLCanvasElement, HTMLCanvasElement] {
  const stand = document.createElement('div')
  const [overlay, glass] = [document.createElement('canvas'), document.createElement('canvas')]
  stand.style.cssText = 'position: absolute; inset: 0'
  for (const canvas of [overlay, glass]) canvas.style.cssText = 'position: absolute; inset: 0; pointer-events: none'
  for (const layer of [stand, overlay, glass]) layer.setAttribute('aria-hidden', 'true')
  element.append(stand, overlay, glass)
  return [stand, overlay, glass]
}

function resizeCanvas(canvas: HTMLCanvasElement, { width, height }: Size): void {
  const ratio = pixelRatio(canvas)
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
}

/** The context of a canvas with nothing on it, in CSS pixels. */
function cleared(canvas: HTMLCanvasElement, { width, height }: Size): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d')
  const ratio = pixelRatio(canvas)
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context
}

/** A surface as it stands on the screen. */
interface Shot extends Seen {
  readonly canvas: Canvas
}

/** A click selects the step nearest to it on the screen, a drag turns the surface, hovering reads it. */
function listenForPointer(
  element: HTMLElement,
  seen: () => Shot | null,
  hover: (reading: Reading | null) => void,
  events: SurfaceEvents
): AbortController {
  const controller = new AbortController()
  const { signal } = controller
  let from = { x: 0, y: 0 }
  let frame = 0
  element.addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      from = { x: clientX, y: clientY }
      cancelAnimationFrame(frame)
      hover(null)
    },
    { signal, capture: true }
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      cancelAnimationFrame(frame)
      if (event.buttons !== 0) return
      frame = requestAnimationFrame(() => {
        const now = seen()
        hover(now && surfaceReading(now, pointerIn(element, event), now.canvas))
      })
    },
    { signal, capture: true }
  )
  // Zooming moves the surface away from under the pointer.
  for (const gone of ['pointerleave', 'wheel'] as const) {
    element.addEventListener(
      gone,
      () => {
        cancelAnimationFrame(frame)
        hover(null)
      },
      { signal, capture: true, passive: true }
    )
  }
  element.addEventListener(
    'click',
    (event) => {
      const now = seen()
      if (!now || Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4) return
      const near = stepNear(now, pointerIn(element, event))
      const trace = near && now.data.traces[near.run]
      if (near && trace) events.pick?.(near.run, trace.steps[near.index] as number)
    },
    { signal }
  )
  return controller
}
