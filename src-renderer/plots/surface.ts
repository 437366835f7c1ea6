import type { Interval } from '@shared/interval'
import type { CriticalPoint } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { Cover, Place } from '../figure'
import { type Anatomy, indexAt, type SurfaceData, type Trace, wayTo } from '../figure'
import { arrowLength, steepness } from './arrows'
import { clippedLine, surfaceLine } from './clip'
import { criticalMarks, lowestMarks } from './critical'
import { crowdDots } from './crowd'
import { bilinear } from './grid'
import type { Setting } from './heights'
import { faded, type Look, type RunLook, runLook, sliceColours } from './look'
import { dots, line, type Mark } from './marks'
import type { Box } from './projection'
import { sheetMarks } from './sheets'
import { heightOf } from './slice'

/** What is painted over a surface: ways of the runs, arrows, sheets, the point. */

const inside = (range: Interval, value: number) => value >= range.min && value <= range.max

/** A place over the ground between the heights of the surface, or a gap. */
export function within({ box, heights }: Setting, x: number, y: number, z: number): Place {
  const slack = 1e-9
  const isIn = (range: Interval, value: number) => {
    const most = slack * (range.max - range.min)
    return inside({ min: range.min - most, max: range.max + most }, value)
  }
  return isIn(box.x, x) && isIn(box.y, y) && isIn(heights, z) ? [x, y, z] : [NaN, NaN, NaN]
}

/** Lengths of arrows over the ground, in shares of the axes: of an ordinary slope, and of the gentlest that has one. */
const [ordinaryLength, leastLength] = [0.16, 0.03]

/**
 * The tangent vectors of steepest descent and, if `both`, ascent from (x, y, height); that of ascent has a hollow head,
 * as on the contour. `slopes`: of f at `value`.
 */
export function gradientArrows(
  { box, heights, ground, scale }: Setting,
  at: Place,
  value: number,
  [slopeX, slopeY]: readonly [number, number],
  both: boolean,
  look: Look,
  names: readonly [string, string] = ['−∇f', '∇f']
): readonly Mark[] {
  const [x = NaN, y = NaN, z = NaN] = at
  const rise = scale.slope(value)
  const slopes = [slopeX * rise, slopeY * rise] as const
  // Compared in shares of the axes, so that the arrow has the same size in every picture.
  const width = box.x.max - box.x.min
  const depth = box.y.max - box.y.min
  const size = Math.hypot(slopes[0] / width, slopes[1] / depth)
  if (!Number.isFinite(size) || size === 0) return []
  const length = ordinaryLength * arrowLength(Math.hypot(...slopes), steepness(ground))
  if (length < leastLength) return []
  const reach = length / size
  const norm = Math.hypot(...slopes)
  // A steep surface would send the arrow out of the box: shortened to a third of its height.
  const most = (heights.max - heights.min) / 3
  // In this order neither the squares of large slopes overflow nor their inverses vanish.
  const fall = norm * (norm * reach)
  const share = Math.min(1, most / fall)
  const across = (slope: number) => reach * slope * share
  const arrow = (sign: 1 | -1): Mark => ({
    mark: 'arrow',
    from: at,
    towards: [x + sign * across(slopes[0]), y + sign * across(slopes[1]), z + sign * Math.min(fall, most)],
    pixels: null,
    colour: sign < 0 ? look.decrease : look.increase,
    halo: look.card,
    width: 3,
    hollow: sign > 0,
    label: names[sign < 0 ? 0 : 1]
  })
  return both ? [arrow(1), arrow(-1)] : [arrow(-1)]
}

/** Where a point of a run stands over the ground, or a gap. */
export function stepPlace(data: SurfaceData, setting: Setting, { x, y, values }: Trace, index: number): Place {
  const [across, up] = [x[index] as number, y[index] as number]
  return within(setting, across, up, heightOf(data, setting)(across, up, values[index] as number))
}

function runMarks(data: SurfaceData, scene: Setting, look: Look, run: number): readonly Mark[] {
  const trace = data.traces[run]
  if (!trace || data.step === null) return []
  const style = runLook(look, trace.colour)
  const now = indexAt(trace, data.step)
  const height = heightOf(data, scene)
  const at = (index: number): Place => {
    const [x, y] = [trace.x[index] as number, trace.y[index] as number]
    return [x, y, height(x, y, trace.values[index] as number)]
  }
  const place = (index: number) => stepPlace(data, scene, trace, index)
  if (trace.cover) return [coverDots(trace.cover, data.step, scene, style)]
  const places = Array.from({ length: now + 1 }, (_, index) => place(index))
  const steps = wayTo(trace, now).map(at)
  const shadow: Mark = {
    mark: 'path',
    places: onFloor(steps, scene),
    colour: style.colour,
    halo: null,
    width: 1.4,
    dash: [],
    opacity: 0.5
  }
  return [shadow, line(onSurface(steps, scene), style, 1), ...dots(places, style, trace.steps[now] ?? 0)]
}

/** On a surface an area is filled by dots, so many beside one another over all of the ground. */
const dotsAcross = 150

/** What a way covers of the ground, as dots on the surface. */
function coverDots(cover: Cover, step: number, scene: Setting, { colour }: RunLook): Mark {
  const { ground, box } = scene
  const across = (box.x.max - box.x.min) / dotsAcross
  const up = (box.y.max - box.y.min) / dotsAcross
  const spots = new Map<number, Place>()
  const { cells, since, columns, rows, x, y } = cover
  for (let index = 0; index < cells.length && (since[index] as number) <= step; index++) {
    const cell = cells[index] as number
    const right = x.min + (((cell % columns) + 0.5) / columns) * (x.max - x.min)
    const high = y.min + ((Math.floor(cell / columns) + 0.5) / rows) * (y.max - y.min)
    const [column, row] = [Math.floor((right - box.x.min) / across), Math.floor((high - box.y.min) / up)]
    if (column < 0 || row < 0 || column >= dotsAcross || row >= dotsAcross || spots.has(row * dotsAcross + column))
      continue
    const at = [box.x.min + (column + 0.5) * across, box.y.min + (row + 0.5) * up] as const
    spots.set(row * dotsAcross + column, within(scene, ...at, bilinear(ground, ground.samples.values, ...at)))
  }
  return { mark: 'dots', places: [...spots.values()], colour, halo: 'transparent', radius: 1.6, opacity: 1 }
}

/** The part of the way from `from` to `to` over the ground of the box, as shares of it; null if it passes by. */
function shareInside({ x, y }: Box, from: Place, to: Place): readonly [number, number] | null {
  let enter = 0
  let leave = 1
  for (const [axis, range] of [x, y].entries()) {
    const start = from[axis] as number
    const length = (to[axis] as number) - start
    if (!Number.isFinite(length)) return null
    if (length === 0 && !inside(range, start)) return null
    if (length === 0) continue
    const ends = [(range.min - start) / length, (range.max - start) / length]
    enter = Math.max(enter, Math.min(...ends))
    leave = Math.min(leave, Math.max(...ends))
  }
  return enter < leave ? [enter, leave] : null
}

/** The way from step to step: it follows the surface instead of cutting through it, and ends at the sides of the box. */
export function onSurface(steps: readonly Place[], scene: Setting): readonly Place[] {
  const { ground } = scene
  const place = (x: number, y: number) => within(scene, x, y, bilinear(ground, ground.samples.values, x, y))
  const seen = ([x = NaN, y = NaN, z = NaN]: Place) => within(scene, x, y, z)
  return overGround(steps, scene, steps.length > 400 ? 1 : 6, place, seen)
}

/** The same way straight below, on the floor of the box. */
function onFloor(steps: readonly Place[], scene: Setting): readonly Place[] {
  const { box, heights } = scene
  const place = (x: number, y: number) => {
    const [across = NaN, up = NaN] = within(scene, x, y, heights.min)
    return [across, up, box.z.min]
  }
  return overGround(steps, scene, steps.length > 400 ? 1 : 6, place, ([x = NaN, y = NaN]) => place(x, y))
}

/**
 * A way over the ground of the box, which it leaves where its lines do: each in so many `parts`. `place`: over a point of
 * the ground, `seen`: of a step itself.
 */
function overGround(
  steps: readonly Place[],
  { box }: Setting,
  parts: number,
  place: (x: number, y: number) => Place,
  seen: (step: Place) => Place
): readonly Place[] {
  return steps.flatMap((from, index) => {
    const to = steps[index + 1]
    const share = to && shareInside(box, from, to)
    if (!to || !share) return [seen(from)]
    const [enter, leave] = share
    const between = Array.from({ length: parts + 1 }, (_, part): Place => {
      const at = enter + ((leave - enter) * part) / parts
      const [x = NaN, y = NaN] = [0, 1].map((axis) => (from[axis] as number) * (1 - at) + (to[axis] as number) * at)
      return place(x, y)
    })
    // The ends are the steps themselves, or a gap where they lie outside; the last one is the next part’s first.
    return [seen(from), ...between.slice(enter === 0 ? 1 : 0, 1), ...between.slice(1, leave === 1 ? -1 : undefined)]
  })
}

function sliceMarks(data: SurfaceData, { ground, heights }: Setting, look: Look): readonly Mark[] {
  const { point, x, y } = data
  if (!point || data.overlay === 'none') return []
  const slice = (colour: string, from: readonly [number, number], to: readonly [number, number]): Mark[] =>
    clippedLine(surfaceLine(ground, from, to, 160), heights).map((places) => ({
      mark: 'path',
      places,
      colour,
      halo: faded(look.card, 0.8),
      width: 2.4,
      dash: [],
      opacity: 1
    }))
  const [across, up] = sliceColours(look)
  return [
    ...(inside(y, point.y) ? slice(across, [x.min, point.y], [x.max, point.y]) : []),
    ...(inside(x, point.x) ? slice(up, [point.x, y.min], [point.x, y.max]) : [])
  ]
}

/** Of a step taken apart what is seen on the surface: −∇f where it began, and the points that were tried. */
function anatomyMarks(
  anatomy: Anatomy,
  height: (place: Place, value: number) => Place,
  scene: Setting,
  look: Look
): readonly Mark[] {
  const { from, value, gradient, trials } = anatomy
  const places = trials.map((trial) => height(trial.at, trial.value))
  return [
    ...(gradient ? gradientArrows(scene, height(from, value), value, gradient, false, look) : []),
    ...(places.length > 0
      ? [{ mark: 'circles', places, colour: look.ink, ground: look.card, radius: 3.4, width: 1.5 } satisfies Mark]
      : [])
  ]
}

/** Where critical points stand on the surface: those within its box. */
export function criticalPlaces(
  { critical }: SurfaceData,
  setting: Setting
): readonly { readonly point: CriticalPoint; readonly at: Place }[] {
  return critical
    .map((point) => ({ point, at: within(setting, point.x, point.y, setting.scale.height(point.value)) }))
    .filter(({ at }) => at.every(Number.isFinite))
}

/** −∇f where the selected step began; at the start, or where that is not known or not in sight, −∇f where it ended. */
function stepArrows(
  { departure, gradient, step, both }: SurfaceData,
  scene: Setting,
  at: Place,
  value: number,
  look: Look,
  words: Words['plots']
): readonly Mark[] {
  const [x = NaN, y = NaN] = departure?.at ?? []
  const from = within(scene, x, y, scene.scale.height(departure?.value ?? NaN))
  if (departure && from.every(Number.isFinite))
    return gradientArrows(scene, from, departure.value, departure.gradient, both, look)
  // What they mean is told at the start; later they are known.
  const meaning = [words.mostDecrease, words.mostIncrease] as const
  return gradient ? gradientArrows(scene, at, value, gradient, both, look, step === 0 ? meaning : undefined) : []
}

/** What is drawn over a scene: sheets and slices, ways of the runs, the selected step, the point. Places are (x, y, height). */
export function surfaceMarks(data: SurfaceData, scene: Setting, look: Look, words: Words['plots']): readonly Mark[] {
  const runs = data.traces.map((_, run) => run)
  const order = [...runs.filter((run) => run !== data.selected), ...runs.filter((run) => run === data.selected)]
  const height = heightOf(data, scene)
  const place = (x: number, y: number, value: number) => within(scene, x, y, height(x, y, value))
  const marks: Mark[] = [
    ...sheetMarks(data, scene, look),
    ...sliceMarks(data, scene, look),
    ...crowdDots(data.crowd, data.step, place, look),
    ...order.flatMap((run) => runMarks(data, scene, look, run)),
    ...criticalPlaces(data, scene).flatMap(({ point, at }) => criticalMarks([point], () => at, look))
  ]
  const { lowest } = data
  marks.push(...lowestMarks(lowest ? place(lowest.x, lowest.y, lowest.value) : null, look))
  return [...marks, ...standing(data, scene, look, words)]
}

/** The selected step and the point, with their arrows. */
function standing(data: SurfaceData, scene: Setting, look: Look, words: Words['plots']): readonly Mark[] {
  const height = heightOf(data, scene)
  const place = (x: number, y: number, value: number) => within(scene, x, y, height(x, y, value))
  const marks: Mark[] = []
  const trace = data.traces[data.selected]
  const now = trace && data.step !== null ? indexAt(trace, data.step) : -1
  if (trace && now >= 0) {
    const value = trace.values[now] as number
    const at = place(trace.x[now] as number, trace.y[now] as number, value)
    if (data.anatomy) {
      const stand = ([x = NaN, y = NaN]: Place, own: number) => place(x, y, own)
      marks.push(...anatomyMarks(data.anatomy, stand, scene, look))
    } else marks.push(...stepArrows(data, scene, at, value, look, words))
    marks.push({ mark: 'ring', at, colour: look.ink, halo: look.card, radius: 8 })
  }
  if (data.point) {
    const { x, y, value, slopeX, slopeY } = data.point
    const at = place(x, y, value)
    marks.push(...gradientArrows(scene, at, value, [slopeX, slopeY], data.both, look))
    marks.push({ mark: 'grip', at, colour: look.point, halo: look.card })
  }
  return marks
}

/** The arrows over a surface, with what hovering over each says. */
export function surfaceArrows(data: SurfaceData, scene: Setting, look: Look, words: Words['plots']) {
  const trace = data.traces[data.selected]
  const now = trace && data.step ? stepPlace(data, scene, trace, indexAt(trace, data.step)) : null
  return standing(data, scene, look, words).flatMap((mark) => {
    if (mark.mark !== 'arrow') return []
    const isAtEnd = now?.every((coordinate, axis) => coordinate === mark.from[axis])
    const meaning = mark.hollow ? words.mostIncrease : words.mostDecrease
    const sentence = data.point || !data.step ? meaning : isAtEnd ? words.downhillAtEnd : words.downhillAtStart
    return [{ from: mark.from, towards: mark.towards, sentence }]
  })
}
