import { numeral } from '@shared/numbers/numeral'
import type { ContourData, CurveData, Ghost, Place, Pointed, SurfaceData } from '../figure'
import { compass } from './compass'
import type { Frame } from './frame'
import type { Setting } from './heights'
import { faded, inkOf, runLook } from './look'
import type { Mark } from './marks'
import type { Lead, Projection } from './paint'
import type { Canvas, ReadoutLine, Told } from './plot'
import { heightOf } from './slice'
import { gradientArrows, onSurface, within } from './surface'

/** Points of a ghost nearer to the one before, as a share of the axes, are left out: many steps end beside a minimum. */
const leastApart = 0.002

/** Indices of the points through which a ghost is drawn: the first, the last, and those apart from one another. */
function corners({ x, y }: Ghost, unit: { readonly x: number; readonly y: number }): readonly number[] {
  const kept: number[] = []
  for (let index = 0; index < x.length; index++) {
    const last = kept.at(-1)
    const isApart =
      last === undefined ||
      Math.hypot(
        ((x[index] as number) - (x[last] as number)) / unit.x,
        ((y[index] as number) - (y[last] as number)) / unit.y
      ) >= leastApart
    if (isApart || index === x.length - 1) kept.push(index)
  }
  return kept
}

/** Thin and dashed, with a ring where it ends. */
function ghostMarks({ colour }: Ghost, places: readonly Place[], end: Place | undefined, { look }: Canvas): Mark[] {
  const run = runLook(look, colour)
  const path = { mark: 'path', places, halo: null, opacity: 1 } as const
  return [
    { ...path, colour: faded(look.card, 0.5), width: 4, dash: [] },
    { ...path, colour: run.colour, width: 1.6, dash: [5, 4] },
    { mark: 'circles', places: end ? [end] : [], colour: run.colour, ground: look.card, radius: 3.5, width: 1.6 }
  ]
}

function ghostLine(ghost: Ghost, { look, words }: Canvas): ReadoutLine {
  const { name, taken: steps, stop, values } = ghost
  const value = numeral(values[values.length - 1] ?? Number.NaN, 4)
  const told = () => {
    if (stop === 'diverged') return words.ghost.diverges({ name, step: steps + 1 })
    if (stop === 'left-domain') return words.ghost.leaves({ name, step: steps + 1 })
    return words.ghost.ends({ name, steps, value })
  }
  return { text: told(), colour: inkOf(look, runLook(look, ghost.colour).colour) }
}

const dot = (at: Place, { look }: Canvas): Mark => ({
  mark: 'dots',
  places: [at],
  colour: look.ink,
  halo: look.card,
  radius: 3,
  opacity: 1
})

/** −∇f under the pointer with its numbers, and the ghost with where it ends. */
export function pointedOnContour(
  data: ContourData,
  canvas: Canvas,
  frame: Frame,
  { at, ground, ghost }: Pointed
): Told {
  // Of the compass only the arrows, without names.
  const bare = { ...data, point: null, direction: null, principal: false }
  const arrows = ground ? compass(bare, { ...canvas, room: 'cell' }, frame, ground, []).marks : []
  const unit = { x: data.x.max - data.x.min, y: data.y.max - data.y.min }
  const places = ghost ? corners(ghost, unit).map((index) => [ghost.x[index] as number, ghost.y[index] as number]) : []
  return {
    marks: [...(ghost ? ghostMarks(ghost, places, places.at(-1), canvas) : []), ...arrows, dot(at, canvas)],
    lines: [...planeLines(data, { at, ground, ghost }, canvas), ...wayToAdd(ghost, canvas)]
  }
}

/** Under a ghost: how it becomes a run. */
const wayToAdd = (ghost: Ghost | null | undefined, { look, words }: Canvas): readonly ReadoutLine[] =>
  ghost ? [{ text: words.ghost.add, colour: look.soft }] : []

function planeLines({ slice }: Pick<ContourData, 'slice'>, { ground, ghost }: Pointed, canvas: Canvas) {
  const slopes = ground?.slopes.map((slope) => numeral(slope, 4)) ?? []
  // Of more variables ∇f has more coordinates than there are axes.
  const gradient = !slice && ground?.slopes.every(Number.isFinite) ? [`∇f = (${slopes.join(', ')})`] : []
  return [...gradient, ...(ghost ? [ghostLine(ghost, canvas)] : [])]
}

/** The same over a surface: places are (x, y, height). */
export function pointedOnSurface(data: SurfaceData, scene: Setting, canvas: Canvas, pointed: Pointed): Told {
  const { ground, ghost, at } = pointed
  const { look } = canvas
  const height = heightOf(data, scene)
  const raised = ([x = Number.NaN, y = Number.NaN]: Place, value: number) => within(scene, x, y, height(x, y, value))
  const unit = { x: scene.box.x.max - scene.box.x.min, y: scene.box.y.max - scene.box.y.min }
  const places = ghost
    ? corners(ghost, unit).map((index) => {
        const [x, y] = [ghost.x[index] as number, ghost.y[index] as number]
        return [x, y, height(x, y, ghost.values[index] as number)] as const
      })
    : []
  const end = places.at(-1)
  const arrows = ground
    ? gradientArrows(scene, raised(ground.at, ground.value), ground.value, ground.slopes, data.both, look, ['', ''])
    : []
  const seen = ground && ground.at[0] === at[0] && ground.at[1] === at[1] ? [dot(raised(at, ground.value), canvas)] : []
  return {
    marks: [
      ...(ghost ? ghostMarks(ghost, onSurface(places, scene), end && within(scene, ...end), canvas) : []),
      ...arrows,
      ...seen
    ],
    lines: planeLines(data, pointed, canvas)
  }
}

/** On the curve of one variable: a piece of the tangent under the pointer, f′ there, and the ghost. */
export function pointedOnCurve(data: CurveData, canvas: Canvas, { at, ground, ghost }: Pointed): Told {
  const { look } = canvas
  const [x = Number.NaN] = at
  const slope = ground?.slopes[0] ?? Number.NaN
  const tangent: readonly Mark[] =
    ground && Number.isFinite(slope)
      ? [
          {
            mark: 'slope',
            at: [ground.at[0] as number, ground.value],
            slope,
            reach: 46,
            colour: look.decrease,
            width: 2,
            dash: [],
            opacity: 1
          }
        ]
      : []
  const places = ghost ? Array.from(ghost.values, (value, index): Place => [ghost.x[index] as number, value]) : []
  return {
    marks: [
      { mark: 'guide', x, y: null, colour: look.zero, width: 1, dash: [2, 3] },
      ...(ghost ? ghostMarks(ghost, places, places.at(-1), canvas) : []),
      ...tangent
    ],
    lines: [
      ...(Number.isFinite(slope) ? [`${data.slopeName} = ${numeral(slope, 4)}`] : []),
      ...(ghost ? [ghostLine(ghost, canvas)] : []),
      ...wayToAdd(ghost, canvas)
    ]
  }
}

/** On f′ below that curve: where on the shared axis the pointer is, and f′ there. */
export function pointedOnSlope(canvas: Canvas, pointed: Pointed): Told {
  const { ground } = pointed
  const height = ground?.slopes[0] ?? Number.NaN
  const dots = ground && Number.isFinite(height) ? [dot([ground.at[0] as number, height], canvas)] : []
  return { marks: [...pointedOnAxis(canvas, pointed).marks, ...dots], lines: [] }
}

/** On any other plot over that axis: where on it the pointer is. */
export const pointedOnAxis = ({ look }: Canvas, { at }: Pointed): Told => ({
  marks: [{ mark: 'guide', x: at[0] ?? Number.NaN, y: null, colour: look.zero, width: 1, dash: [2, 3] }],
  lines: []
})

/** Where what is told leads on the screen: its words stand elsewhere. Null: nowhere. */
export function leadOf({ marks }: Told, place: Projection): Lead | null {
  const leads = marks.flatMap((mark): readonly Lead[] => {
    const between = (from: Place | undefined, to: Place | undefined) => {
      if (!from || !to) return []
      const [start, end] = [place(from), place(to)]
      return [{ x: end.x - start.x, y: end.y - start.y }]
    }
    if (mark.mark === 'arrow' && !mark.hollow) return between(mark.from, mark.towards)
    if (mark.mark === 'path') return between(mark.places[0], mark.places.at(-1))
    if (mark.mark !== 'slope') return []
    const [x = Number.NaN, y = Number.NaN] = mark.at
    return between(mark.at, [x + 1, y + mark.slope]).map((lead) => ({ ...lead, isLine: true }))
  })
  // The arrow or the tangent rather than the path: they begin the same way, and they are near.
  return leads.at(-1) ?? null
}
