import type { JointData, Slice } from '../figure'
import { contourPlot, shapeOf } from './contour'
import { curvePlot, curveRange } from './curve'
import { wrapped } from './labels'
import type { Area, Size } from './layout'
import { type Look, sliceColours } from './look'
import type { Mark } from './marks'
import type { Canvas, Plot } from './plot'
import { emptyRoom, labels } from './room'
import { jointSeats, type Seat } from './seats'

/** The plots of a joint figure: the plane, with what is to be noted of all three, then its slices. */
export function jointPlots(
  { contour, slices }: JointData,
  size: Size,
  look: Look,
  words: Canvas['words']
): readonly { readonly area: Area; readonly plot: Plot }[] {
  const [plane, ...beside] = jointSeats(size, shapeOf(contour))
  const canvasOf = ({ area, ...seat }: Seat): Canvas => ({ ...seat, size: area, look, words, room: 'full' })
  const drawn = beside.map((seat, side) => ({
    area: seat.area,
    plot: slicePlot(slices[side as 0 | 1], side as 0 | 1, canvasOf(seat))
  }))
  const ground = contourPlot(contour, canvasOf(plane))
  const notes = [ground, ...drawn.map(({ plot }) => plot)].flatMap(({ note }) => note ?? [])
  const note = notes.length > 0 ? [...new Set(notes)].join(' · ') : null
  return [{ area: plane.area, plot: { ...ground, note } }, ...drawn]
}

/** A slice in its colour, with its name above it. What is pointed at on the plane is not on it. */
function slicePlot({ title, curve }: Slice, side: 0 | 1, canvas: Canvas): Plot {
  const { pointed, ...plot } = curvePlot(curve, canvas)
  const colour = sliceColours(canvas.look)[side]
  const name: Mark = {
    mark: 'key',
    lines: [{ text: title, colour, dash: [], width: 2.2 }],
    ink: canvas.look.ink,
    size: 12
  }
  return { ...plot, along: side, above: [...plot.above, ...nowhere(curve, canvas), name] }
}

/** A sentence in place of a slice along which f has no value. */
function nowhere(curve: Slice['curve'], canvas: Canvas): readonly Mark[] {
  if (curve.samples.values.some(Number.isFinite)) return []
  const room = emptyRoom(curve.x, curveRange(curve), canvas)
  const { x, y, area } = room
  const lines = wrapped(canvas.words.nowhere, 12, area.width - 16).map((text) => ({ text, colour: canvas.look.soft }))
  const middle = [(x.min + x.max) / 2, (y.min + y.max) / 2]
  return labels(room, [{ places: [middle], lines, size: 12, manner: 'around', optional: false }])
}
