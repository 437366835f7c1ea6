import type { Interval } from '@shared/interval'
import type { Place } from '../figure'
import type { CellView } from './cell'
import { arrowOf, plotAction } from './keys'
import type { Area } from './layout'
import { pointerIn } from './magnified'
import { isInside } from './paint'
import type { Handle, Plot, Readout, Trail } from './plot'
import { zoomed } from './ranges'

/** Places are in the units of the axes. */
export interface PlotEvents {
  /**
   * The handle of that name is being dragged: `point`, `h`, `direction`, `slice-across`, `slice-up`, `start`, `start-N`.
   * `done` once it is let go. At most once a frame.
   */
  readonly drag?: (handle: string, x: number, y: number, done: boolean) => void
  /** A click on or near a step: index of the run among the traces, number of the step. */
  readonly pick?: (run: number, step: number) => void
  /** A click elsewhere: what is moved there, or … */
  readonly place?: (x: number, y: number) => void
  /** … the step nearest to it is looked for. */
  readonly seek?: (x: number, y: number) => void
  /** On the slice along this axis of the plane beside it, its point is dragged to a place on it, or placed there: `isPlaced`. */
  readonly slide?: (axis: 0 | 1, at: number, isPlaced: boolean) => void
  /** A click with Shift anywhere: a run is to begin there. */
  readonly add?: (x: number, y: number) => void
  /** The wheel was turned or the ground dragged: the ranges wanted. */
  readonly view?: (x: Interval, y: Interval) => void
  /** A double click: the range is to be chosen anew. */
  readonly reset?: () => void
  /** The pointer is over the ground at this place; null: it no longer is. */
  readonly point?: (at: Place | null) => void
  /** The selected run is to begin at this place. */
  readonly start?: (x: number, y: number) => void
  /** One has gone into the plot by key, or out of it. */
  readonly inside?: (isInside: boolean) => void
  /** What is read by key, to be said; null: nothing any more. */
  readonly say?: (text: string | null) => void
  /** A sentence to be shown with the plot, or null. Called when it changes. */
  readonly note?: (note: string | null) => void
}

const grabReach = 14
const lineReach = 6
const pickReach = 12
/** A pointer that moved less between down and up has clicked. */
const clickReach = 4
/** Milliseconds in which a second click makes a double click: until then nothing is placed. */
const doubleClick = 250

interface Pixel {
  readonly x: number
  readonly y: number
}

interface Begun {
  readonly from: Pixel
  moved: boolean
}

interface Grip extends Begun {
  readonly kind: 'handle'
  readonly handle: Handle
  /** From where it was grabbed to its middle. */
  readonly offset: Pixel
  /** Where its middle has been dragged to. */
  at: Pixel
}

interface Ground extends Begun {
  readonly kind: 'ground'
  readonly x: Interval
  readonly y: Interval
}

type Gesture = Grip | Ground

const middle = ({ offset }: Grip, { x, y }: Pixel): Pixel => ({ x: x + offset.x, y: y + offset.y })

/** The hand on a plot. */
export interface Hand {
  /** What a pressed key does; false: nothing. */
  press(event: KeyboardEvent): boolean
  /** The plot no longer has the focus. */
  leave(): void
  /** Stops listening. */
  release(): void
}

/** What can be done with a plot: of a slice beside a plane its point is moved, the rest is done on the plane. */
function eventsOn(plot: Plot | null, { slide, ...events }: PlotEvents): PlotEvents {
  const axis = plot?.along
  if (axis === undefined) return events
  return {
    ...(slide && { drag: (_, x) => slide(axis, x, false), place: (x) => slide(axis, x, true) }),
    ...(events.reset && { reset: events.reset })
  }
}

/** Turns the pointer's moves over a canvas, and the keys it is given, into events. */
export function listen(canvas: HTMLCanvasElement, view: CellView, all: PlotEvents): Hand {
  let gesture: Gesture | null = null
  let frame = 0
  let placing: ReturnType<typeof setTimeout> | undefined
  const controller = new AbortController()
  let isPointed = false
  const events = () => eventsOn(view.plot(), all)
  const point = (at: Place | null) => {
    isPointed = at !== null
    events().point?.(at)
  }
  /** Says what hovering says, and what it is about. */
  const read = (readout: Readout | null) => {
    view.hover(readout)
    point(readout?.isGround ? readout.at : null)
  }
  const at = (event: MouseEvent) => pointerIn(canvas, event)
  /** The newest of several calls in one frame is carried out. */
  const inFrame = (action: () => void) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(action)
  }
  const drag = ({ handle, at }: Grip, isDone: boolean) => {
    const { x, y } = view.place(at.x, at.y)
    events().drag?.(handle.id, x, y, isDone)
  }
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
    passive = true
  ) => canvas.addEventListener(name, listener, { signal: controller.signal, passive })

  on('pointerdown', (event) => {
    const plot = view.plot()
    if (!plot || event.button !== 0) return
    const from = at(event)
    const handle = events().drag && handleAt(view, plot, from)
    const begun = { from, moved: false }
    gesture = handle
      ? { kind: 'handle', handle, offset: offsetOf(view, handle, from), at: from, ...begun }
      : { kind: 'ground', ...rangesOf(view), ...begun }
    canvas.setPointerCapture(event.pointerId)
    read(null)
  })
  on('pointermove', (event) => {
    const here = at(event)
    if (!gesture) return inFrame(() => hover(canvas, view, events(), here, read))
    const held = gesture
    held.moved ||= Math.hypot(here.x - held.from.x, here.y - held.from.y) > clickReach
    if (!held.moved) return
    if (held.kind === 'handle') {
      held.at = middle(held, here)
      // The browser tells moves once a frame, just before it: what follows from this one is drawn with it.
      return drag(held, false)
    }
    if (events().view) inFrame(() => pan(view, held, here, events()))
  })
  on('pointerup', (event) => {
    const here = at(event)
    const held = gesture
    if (held?.kind === 'handle') held.at = middle(held, here)
    if (!held || held.moved) return
    clearTimeout(placing)
    const wait = click(view, here, event.shiftKey, held.kind === 'handle' ? onHandle(held.handle, events()) : events())
    if (wait) placing = setTimeout(wait, events().reset ? doubleClick : 0)
  })
  // Also where the system took the pointer away.
  on('lostpointercapture', () => {
    const held = gesture
    gesture = null
    cancelAnimationFrame(frame)
    if (held?.kind === 'handle' && held.moved) drag(held, true)
  })
  on('pointerleave', () => {
    if (!gesture)
      inFrame(() => {
        view.grasp(null)
        read(null)
      })
  })
  on('dblclick', () => {
    clearTimeout(placing)
    events().reset?.()
  })
  on(
    'wheel',
    (event) => {
      const here = at(event)
      const { view: wanted } = events()
      if (!wanted || !isInside(here, view.area())) return
      event.preventDefault()
      const about = view.place(here.x, here.y)
      const factor = 1.0015 ** Math.min(Math.max(event.deltaY, -240), 240)
      const { x, y } = rangesOf(view)
      wanted(zoomed(x, about.x, factor), zoomed(y, about.y, factor))
    },
    false
  )
  return {
    ...keysOn(view, all, read),
    release() {
      cancelAnimationFrame(frame)
      clearTimeout(placing)
      controller.abort()
      // The plot goes from under the pointer, which is told nothing of it.
      if (isPointed) point(null)
    }
  }
}

/** CSS pixels from one place that is read by key to the next, the share by which the ranges move, and by which they shrink. */
const keyed = { step: 8, pan: 0.1, zoom: 0.8 }

/** What keys do: into the plot, from place to place in it, and out again. */
function keysOn(
  view: CellView,
  events: PlotEvents,
  read: (readout: Readout | null) => void
): Pick<Hand, 'press' | 'leave'> {
  /** Where it is read, in the units of the axes, which the ranges may leave; null: one is not in the plot. */
  let at: { readonly x: number; readonly y: number } | null = null
  const go = (pixel: typeof at) => {
    if ((at === null) !== (pixel === null)) events.inside?.(pixel !== null)
    at = pixel && view.place(pixel.x, pixel.y)
    const plot = view.plot()
    const readout = plot && pixel && readoutAt(view, plot, pixel)
    read(readout)
    events.say?.(readout ? readout.lines.map((line) => (typeof line === 'string' ? line : line.text)).join(', ') : null)
  }
  const leave = () => {
    if (at) go(null)
  }
  const inside = ({ left, top, width, height }: Area, { x, y }: { x: number; y: number }) => ({
    x: Math.min(Math.max(x, left), left + width),
    y: Math.min(Math.max(y, top), top + height)
  })
  const zoom = (here: { x: number; y: number }, factor: number) => {
    const about = view.place(here.x, here.y)
    const { x, y } = rangesOf(view)
    events.view?.(zoomed(x, about.x, factor), zoomed(y, about.y, factor))
  }
  return {
    leave,
    press(event) {
      const [plot, area] = [view.plot(), view.area()]
      const action = plot && !plot.cell ? plotAction('flat', event, at !== null) : null
      if (!plot || !action) return false
      const here = at ? inside(area, view.pixel([at.x, at.y])) : entrance(view, plot)
      const place = view.place(here.x, here.y)
      const arrow = arrowOf(event.key)
      if (action === 'enter') go(here)
      else if (action === 'leave') leave()
      else if (action === 'read')
        go(inside(area, { x: here.x + keyed.step * arrow.x, y: here.y - keyed.step * arrow.y }))
      else if (action === 'pan') {
        const { x, y } = rangesOf(view)
        const [right, up] = [arrow.x * keyed.pan * (x.max - x.min), arrow.y * keyed.pan * (y.max - y.min)]
        events.view?.({ min: x.min + right, max: x.max + right }, { min: y.min + up, max: y.max + up })
      } else if (action === 'nearer') zoom(here, keyed.zoom)
      else if (action === 'farther') zoom(here, 1 / keyed.zoom)
      else if (action === 'start') events.start?.(place.x, place.y)
      else if (action === 'reset') events.reset?.()
      else if (action === 'choose' || action === 'add') click(view, here, action === 'add', events)?.()
      return true
    }
  }
}

/** Where one comes into a plot: at the last step that is drawn and seen of one of its runs, otherwise in its middle. */
function entrance(view: CellView, plot: Plot): { readonly x: number; readonly y: number } {
  const area = view.area()
  const ends = plot.handles.filter((handle) => !isLine(handle)).map(({ at }) => view.pixel(at))
  return ends.find((end) => isInside(end, area)) ?? { x: area.left + area.width / 2, y: area.top + area.height / 2 }
}

/** What is read at a pixel that is in reach of no handle. */
function readoutAt(view: CellView, plot: Plot, here: { x: number; y: number }): Readout | null {
  const stop = stopAt(view, plot, here, plot.picking === 'across')
  const readout = plot.readout(Object.values(view.place(here.x, here.y)))
  const nearest = stop && stopReadout(stop)
  return plot.picking === 'across' ? (readout ?? nearest) : (nearest ?? readout)
}

function rangesOf(view: CellView): { readonly x: Interval; readonly y: Interval } {
  const { left, top, width, height } = view.area()
  const low = view.place(left, top + height)
  const high = view.place(left + width, top)
  return { x: { min: low.x, max: high.x }, y: { min: low.y, max: high.y } }
}

function pan(
  view: CellView,
  { x, y, from }: Extract<Gesture, { kind: 'ground' }>,
  here: { x: number; y: number },
  events: PlotEvents
): void {
  const { width, height } = view.area()
  const right = ((here.x - from.x) / width) * (x.max - x.min)
  const up = ((from.y - here.y) / height) * (y.max - y.min)
  events.view?.({ min: x.min - right, max: x.max - right }, { min: y.min - up, max: y.max - up })
}

const isLine = ({ at }: Handle) => at.some(Number.isNaN)

/** The nearest handle in reach; a line only where no other is. */
function handleAt(view: CellView, plot: Plot, here: { x: number; y: number }): Handle | null {
  const nearest = (handles: readonly Handle[], reach: number) => {
    let found: Handle | null = null
    let least = reach
    for (const handle of handles) {
      const pixel = view.pixel(handle.at)
      const away = [pixel.x - here.x, pixel.y - here.y].filter((length) => !Number.isNaN(length))
      const distance = Math.hypot(...away)
      if (away.length > 0 && distance < least) {
        least = distance
        found = handle
      }
    }
    return found
  }
  const dots = plot.handles.filter((handle) => !isLine(handle))
  return nearest(dots, grabReach) ?? nearest(plot.handles.filter(isLine), lineReach)
}

/** What a click on a handle means: it does not move a dot, which is dragged for that. */
function onHandle(handle: Handle, events: PlotEvents): PlotEvents {
  const { place: _, seek: __, ...others } = events
  return isLine(handle) ? events : others
}

/** From a pixel to the middle of a handle, as far as it has one. */
function offsetOf(view: CellView, { at }: Handle, from: Pixel): Pixel {
  const { x, y } = view.pixel(at)
  return { x: Number.isNaN(x) ? 0 : x - from.x, y: Number.isNaN(y) ? 0 : y - from.y }
}

/** The cursor over a handle: which way it can be moved. */
const cursorOn = ({ at: [x = 0, y = 0] }: Handle) =>
  Number.isNaN(y) ? 'ew-resize' : Number.isNaN(x) ? 'ns-resize' : 'grab'

interface Stop {
  readonly trail: Trail
  readonly index: number
}

/** The step drawn nearest to a pixel; `across`: nearest in x only, on whichever run has it. */
function stopAt(view: CellView, plot: Plot, here: { x: number; y: number }, across: boolean): Stop | null {
  let nearest: Stop | null = null
  let least = across ? Infinity : pickReach
  for (const trail of plot.trails) {
    for (let index = 0; index < trail.steps.length; index++) {
      const pixel = view.pixel([trail.x[index] as number, trail.y[index] as number])
      const distance = across
        ? Math.abs(pixel.x - here.x) + Math.min(Math.abs(pixel.y - here.y), 1e4) * 1e-3
        : Math.hypot(pixel.x - here.x, pixel.y - here.y)
      if (distance < least) {
        least = distance
        nearest = { trail, index }
      }
    }
  }
  return nearest
}

/** Selects the step under a click. If there is none, returns what places something there. */
function click(
  view: CellView,
  here: { x: number; y: number },
  shift: boolean,
  events: PlotEvents
): (() => void) | undefined {
  const plot = view.plot()
  if (plot?.cell) events.pick?.(plot.cell.run, plot.cell.step)
  if (!plot || plot.cell || plot.picking === 'none' || !isInside(here, view.area())) return undefined
  const { x, y } = view.place(here.x, here.y)
  if (shift && events.add) return () => events.add?.(x, y)
  const stop = stopAt(view, plot, here, plot.picking === 'across')
  if (!stop) return () => (events.place ?? events.seek)?.(x, y)
  events.pick?.(stop.trail.run, stop.trail.steps[stop.index] as number)
  return undefined
}

function hover(
  canvas: HTMLCanvasElement,
  view: CellView,
  events: PlotEvents,
  here: { x: number; y: number },
  read: (readout: Readout | null) => void
): void {
  const plot = view.plot()
  if (plot?.cell) canvas.style.cursor = 'pointer'
  if (!plot || (plot.picking === 'none' && plot.handles.length === 0 && plot.name !== '')) return
  if (!isInside(here, view.area())) {
    read(null)
    return
  }
  const handle = events.drag && handleAt(view, plot, here)
  view.grasp(handle || null)
  const stop = stopAt(view, plot, here, plot.picking === 'across')
  canvas.style.cursor = handle
    ? cursorOn(handle)
    : stop
      ? 'pointer'
      : (events.place ?? events.seek)
        ? 'crosshair'
        : 'default'
  if (handle?.hint) read({ at: handle.at, lines: [handle.hint] })
  else read(readoutAt(view, plot, here))
}

function stopReadout({ trail, index }: Stop): Readout {
  return { at: [trail.x[index] as number, trail.y[index] as number], lines: trail.lines(index) }
}
