import type { Interval } from '@shared/interval'
import { Chart, LinearScale, LineController, LineElement, LogarithmicScale, type Plugin, PointElement } from 'chart.js'
import type { Place, Pointed } from '../figure'
import { areAlike, areSame, between, easeTime, quietTime, type Ranges, rangesOf } from './ease'
import type { Area, Size } from './layout'
import type { Look } from './look'
import type { Mark } from './marks'
import { isInside, type Painter, type Projection, paint, paintReadout } from './paint'
import type { AxisEnds, Handle, Plot, Readout } from './plot'
import { leadOf } from './pointed'

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale)

/** A linear axis: where it begins, and how long it is, in its units. */
interface Line {
  readonly min: number
  readonly length: number
}

const lineOf = ({ min, max }: Interval): Line => ({ min, length: max - min })

/** Of what stands at the end of an axis, in CSS pixels. */
const endSize = 11

/** One plot on one canvas: the owner of a chart.js instance. */
export interface CellView {
  /** Draws `plot`, `ratio` device pixels to a CSS pixel, without a frame of emptiness in between. */
  update(plot: Plot, size: Size, look: Look, ratio: number): void
  /** Shows this text, or none. */
  hover(readout: Readout | null): void
  /** Shows what is known of the place under the pointer, which may be over another plot; null: there is none. */
  point(pointed: Pointed | null): void
  /** The pointer is over this handle, which grows; null: over none. */
  grasp(handle: Handle | null): void
  /** Shows the step that is told at a share of its time; null: none is. */
  tell(time: number | null): void
  /** The plot last drawn. */
  readonly plot: () => Plot | null
  readonly area: () => Area
  /** Between CSS pixels of the canvas and the units of the axes. */
  place(x: number, y: number): { readonly x: number; readonly y: number }
  pixel(place: Place): { readonly x: number; readonly y: number }
  destroy(): void
}

/**
 * A plot on `canvas`, which may be outside the page. `eases`: its axes come to new ranges within a moment, so that one sees
 * which place has become which – not with reduced motion, nor while the ranges are in motion anyway.
 */
export function cellOn(canvas: HTMLCanvasElement, { eases = false }: { readonly eases?: boolean } = {}): CellView {
  let chart: Chart<'line', { x: number; y: number }[]> | null = null
  let shown: { plot: Plot; size: Size; look: Look; ratio: number } | null = null
  let readout: Readout | null = null
  let pointed: Pointed | null = null
  let grasped: Handle | null = null
  let time: number | null = null
  /** What follows the pointer has a canvas of its own: painting all of the plot with every move takes long. */
  let glass: HTMLCanvasElement | null = null
  const ground = groundPainter()
  /** The axes on their way: from where, and since when, in milliseconds. */
  let ease: { readonly from: Ranges; readonly start: number; frame: number } | null = null
  /** When the ranges were last changed, in milliseconds. */
  let changed = Number.NEGATIVE_INFINITY

  const area = (): Area => {
    const box = chart?.chartArea
    return box
      ? { left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }
      : { left: 0, top: 0, width: 1, height: 1 }
  }
  const turned = () => shown?.plot.turned
  /** What is along the axes of the screen, along those of the plot. */
  const inOrder = ({ x, y }: { readonly x: number; readonly y: number }) => (turned() ? { x: y, y: x } : { x, y })
  /** The range of an axis of the screen, if it is linear: chart.js would not place anything beyond 2¹⁵ pixels. */
  const linear = (name: 'x' | 'y'): Line | null => {
    const scale = chart?.scales[name]
    return scale?.type === 'linear' ? lineOf(scale) : null
  }
  /** Along the axes of the screen. */
  const onScreen = (across: Line | null, up: Line | null): Projection => {
    const { left, top, width, height } = area()
    return ([x = NaN, y = NaN]) => ({
      x: across ? left + ((x - across.min) / across.length) * width : NaN,
      y: up ? top + (1 - (y - up.min) / up.length) * height : (chart?.scales['y']?.getPixelForValue(y) ?? NaN)
    })
  }
  const painterOver = (context: CanvasRenderingContext2D, across: Line | null, up: Line | null): Painter => {
    const { width, height } = area()
    const screen = onScreen(across, up)
    return {
      context,
      area: area(),
      place: turned() ? ([x = NaN, y = NaN]) => screen([y, x]) : screen,
      font: shown?.look.font ?? 'sans-serif',
      unit: inOrder({ x: width / (across?.length ?? NaN), y: height / (up?.length ?? NaN) }),
      turned: turned()
    }
  }
  const painter = (context: CanvasRenderingContext2D) => painterOver(context, linear('x'), linear('y'))
  const share = () => (ease ? (performance.now() - ease.start) / easeTime : 1)
  const endEase = () => {
    if (!ease) return
    cancelAnimationFrame(ease.frame)
    ease = null
    ground.settle()
  }
  /** Whether axes that show `before` go over to those of the plot, which have other ranges. */
  const isEased = (before: Plot, plot: Plot) =>
    eases &&
    performance.now() - changed > quietTime &&
    // Of many small plots each would be painted again for every picture.
    plot.name === '' &&
    areAlike(before, plot) &&
    !matchMedia('(prefers-reduced-motion: reduce)').matches
  const beginEase = (from: Ranges) => {
    ground.leave()
    const tick = () => {
      if (!ease) return
      if (share() >= 1) endEase()
      else ease.frame = requestAnimationFrame(tick)
      draw()
    }
    ease = { from, start: performance.now(), frame: requestAnimationFrame(tick) }
  }
  /** The plot last asked for, with its axes as far as they have come. */
  const draw = () => {
    if (!chart || !shown) return
    const { plot, ratio } = shown
    const options = { ...plot.config.options, devicePixelRatio: ratio }
    const aim = ease && rangesOf(plot)
    const { x, y } = options.scales ?? {}
    const scales = ease &&
      aim && {
        x: { ...x, ...between(ease.from.x, aim.x, share()) },
        y: { ...y, ...between(ease.from.y, aim.y, share()) }
      }
    chart.options = (scales ? { ...options, scales } : options) as typeof chart.options
    chart.data = plot.config.data
    chart.update('none')
    paintGlass()
  }
  const layers: Plugin<'line'> = {
    id: 'layers',
    beforeDraw(drawn) {
      if (!shown) return
      // The constructor draws before it returns.
      chart = drawn as NonNullable<typeof chart>
      const { ctx } = drawn
      const aim = rangesOf(shown.plot)
      const own = aim ? { x: lineOf(aim.x), y: lineOf(aim.y) } : null
      const now = ease ? onScreen(linear('x'), linear('y')) : null
      ground.paint(ctx, (context) => painterOver(context, own?.x ?? linear('x'), own?.y ?? linear('y')), {
        plot: shown.plot,
        ratio: shown.ratio,
        area: area(),
        ranges: aim,
        now,
        share: share()
      })
    },
    afterDatasetsDraw({ ctx }, _, ends: AxisEnds) {
      if (!shown) return
      const { plot, size, look } = shown
      const pen = painter(ctx)
      paintEnds(pen, ends, size, look)
      paint(pen, plot.above)
      if (plot.cell?.marked) paintFrame(pen, look)
      if (plot.name !== '') paintName(pen, plot.name, look)
    }
  }
  const paintGlass = () => {
    if (!shown || (!glass && !readout && !pointed && !grasped && time === null)) return
    glass ??= glassOver(canvas)
    const { plot, look, size, ratio } = shown
    const context = clearGlass(glass, canvas, size, ratio)
    if (!context) return
    const pen = painter(context)
    if (time !== null) paint(pen, plot.told?.(time) ?? [])
    const told = pointed && plot.pointed?.(pointed)
    paint(pen, told?.marks ?? [])
    paint(pen, grasped ? grownGrip(plot, grasped) : [])
    if (!readout) return
    paint(pen, readout.marks ?? [])
    const at = pen.place(readout.at)
    const more = readout.isGround && told ? told.lines : []
    const lead = more.length > 0 && told ? leadOf(told, pen.place) : null
    if (isInside(at, area())) paintReadout(pen, at, [...readout.lines, ...more], { ...look, line: look.zero }, lead)
  }

  return {
    update(plot, size, look, ratio) {
      const before = shown
      shown = { plot, size, look, ratio }
      if (!chart) {
        canvas.width = size.width
        canvas.height = size.height
        const options = { ...plot.config.options, devicePixelRatio: ratio }
        chart = new Chart(canvas, { ...plot.config, options, plugins: [layers] })
        return paintGlass()
      }
      const isResized =
        chart.width !== size.width || chart.height !== size.height || chart.currentDevicePixelRatio !== ratio
      const [from, to] = [before && rangesOf(before.plot), rangesOf(plot)]
      const isChanged = !from || !to || !areSame(from, to)
      if (isChanged) {
        endEase()
        if (before && from && to && isEased(before.plot, plot)) beginEase(from)
        changed = performance.now()
      }
      if (isResized) {
        // The chart draws at once at its new size.
        chart.options = { ...plot.config.options, devicePixelRatio: ratio } as typeof chart.options
        chart.data = plot.config.data
        chart.resize(size.width, size.height)
      }
      draw()
    },
    hover(next) {
      if (!readout && !next) return
      readout = next
      paintGlass()
    },
    point(next) {
      if (!pointed && !next) return
      pointed = next
      paintGlass()
    },
    grasp(next) {
      if (next?.id === grasped?.id) return
      grasped = next
      paintGlass()
    },
    tell(next) {
      if (time === next) return
      time = next
      paintGlass()
    },
    plot: () => shown?.plot ?? null,
    area,
    place: (x, y) =>
      inOrder({
        x: chart?.scales['x']?.getValueForPixel(x) ?? NaN,
        y: chart?.scales['y']?.getValueForPixel(y) ?? NaN
      }),
    pixel: (place) => {
      const screen = onScreen(linear('x'), linear('y'))
      return turned() ? screen([place[1] ?? NaN, place[0] ?? NaN]) : screen(place)
    },
    destroy() {
      endEase()
      chart?.destroy()
      chart = null
      glass?.remove()
    }
  }
}

/** The dot of a handle, larger. */
function grownGrip({ above, handles }: Plot, { id }: Handle): readonly Mark[] {
  const at = handles.find((handle) => handle.id === id)?.at
  return above.flatMap((mark) =>
    mark.mark === 'grip' && at?.every((coordinate, axis) => coordinate === mark.at[axis])
      ? [{ ...mark, grown: true }]
      : []
  )
}

/** A canvas before another, through which the pointer falls. */
function glassOver(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const glass = document.createElement('canvas')
  glass.setAttribute('aria-hidden', 'true')
  canvas.after(glass)
  return glass
}

/** As large as the canvas below, with nothing on it, in CSS pixels. */
function clearGlass(
  glass: HTMLCanvasElement,
  canvas: HTMLCanvasElement,
  { width, height }: Size,
  ratio: number
): CanvasRenderingContext2D | null {
  const { left, top } = canvas.style
  glass.style.cssText = `position: absolute; left: ${left}; top: ${top}; width: ${width}px; height: ${height}px; pointer-events: none`
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (glass.width !== across || glass.height !== down) {
    glass.width = across
    glass.height = down
  }
  const context = glass.getContext('2d')
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context
}

/** What the numbers on the axes have in common: at the upper end of the one, at the right end of the other. */
function paintEnds({ context, area, font }: Painter, { x, y }: AxisEnds, { height }: Size, look: Look): void {
  context.save()
  context.font = `${endSize}px ${font}`
  context.fillStyle = look.soft
  const isRoomy = area.top > 2 * endSize - 2
  context.fillText(y, isRoomy ? Math.max(area.left - 48, 1) : area.left, area.top - (isRoomy ? 9 : 2))
  context.textAlign = 'right'
  // Where there is no room below the numbers, on the curve's side of the axis.
  const below = area.top + area.height + 34
  context.fillText(x, area.left + area.width, below < height ? below : area.top + area.height - 5)
  context.restore()
}

/** Around the plot that is selected. */
function paintFrame({ context, area }: Painter, look: Look): void {
  context.save()
  context.strokeStyle = look.accent
  context.lineWidth = 2.5
  context.strokeRect(area.left - 1.5, area.top - 1.5, area.width + 3, area.height + 3)
  context.restore()
}

function paintName({ context, area, font }: Painter, name: string, look: Look): void {
  context.save()
  context.font = `600 12px ${font}`
  context.fillStyle = look.ink
  context.textAlign = 'center'
  context.fillText(name, area.left + area.width / 2, area.top - 7, area.width + 24)
  context.restore()
}

interface Ground {
  readonly plot: Plot
  readonly ratio: number
  readonly area: Area
  /** What its axes come to show; null where one is not linear. */
  readonly ranges: Ranges | null
  /** Of the axes of the screen while they are on their way; null: they show `ranges`. */
  readonly now: Projection | null
  /** Of the way. */
  readonly share: number
}

/**
 * What lies below the curves: filled contours are the most costly thing in a plot, so their picture is kept. While the axes
 * are on their way it is stretched with them, and fades in over the one that was there before.
 */
function groundPainter() {
  interface Kept {
    readonly key: string
    readonly marks: Plot['below']
    readonly ranges: Ranges | null
    readonly picture: HTMLCanvasElement
  }
  let kept: Kept | null = null
  let left: Kept | null = null
  return {
    /** Axes set out from what is shown. */
    leave() {
      left = kept
    },
    /** They have come to their ranges. */
    settle() {
      left = null
    },
    paint(context: CanvasRenderingContext2D, painter: (context: CanvasRenderingContext2D) => Painter, ground: Ground) {
      const { plot, ratio, area, ranges, now, share } = ground
      if (plot.below.length === 0) return
      const { x, y } = ranges ?? {}
      const key = [area.left, area.top, area.width, area.height, ratio, x?.min, x?.max, y?.min, y?.max].join()
      const same = kept?.key === key && kept.marks.every((mark, index) => mark === plot.below[index])
      if (!kept || !same) {
        const picture = document.createElement('canvas')
        picture.width = Math.ceil(area.width * ratio)
        picture.height = Math.ceil(area.height * ratio)
        const pen = picture.getContext('2d')
        if (!pen) return
        pen.scale(ratio, ratio)
        pen.translate(-area.left, -area.top)
        paint(painter(pen), plot.below)
        kept = { key, marks: plot.below, ranges, picture }
      }
      const lay = ({ picture, ranges }: Kept, opacity: number) => {
        const [from, to] =
          now && ranges
            ? [now([ranges.x.min, ranges.y.max]), now([ranges.x.max, ranges.y.min])]
            : [
                { x: area.left, y: area.top },
                { x: area.left + picture.width / ratio, y: area.top + picture.height / ratio }
              ]
        context.globalAlpha = opacity
        context.drawImage(picture, from.x, from.y, to.x - from.x, to.y - from.y)
      }
      context.save()
      context.beginPath()
      context.rect(area.left, area.top, area.width, area.height)
      context.clip()
      if (left) lay(left, 1)
      lay(kept, left ? share : 1)
      context.restore()
    }
  }
}
