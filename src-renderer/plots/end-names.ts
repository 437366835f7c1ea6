import { indexAt, type Place, type Trace, wayFrom, wayTo } from '../figure'
import { freeSpotAmong, roughWidth } from './labels'
import type { Screen } from './legible'
import { inkOf, type Look, runLook } from './look'
import type { Mark } from './marks'
import { isInside } from './paint'
import { pixelOf, pixelsAlong, pixelsUnder, type Room } from './room'

type Pixel = Room['taken'][number]

/** CSS pixels of the letters of a run's name. */
const nameSize = 12

/** CSS pixels by which another way may be nearer to a name: ways that meet are equally near. */
const tie = 1

/** CSS pixels from its way beyond which a name is beside nothing. */
const reachOfName = 26

/** The ways of several runs as they are drawn. */
export interface Ways {
  readonly traces: readonly Trace[]
  readonly selected: number
  /** The step that is shown; null: no way is. */
  readonly step: number | null
  readonly place: (trace: Trace, index: number) => Place
  /** Whether a name may belong to that place. */
  readonly isSeen: (place: Place) => boolean
  /** Whether what comes after the step is drawn too, paler. */
  readonly isRestDrawn: boolean
}

/** Names, and the pixels they cover. */
interface EndNames {
  readonly marks: readonly Mark[]
  readonly covers: readonly Pixel[]
}

/**
 * The names of several runs, each beside the place where its run stands at the step, or was last seen before it: over
 * nothing that is `taken` and no other name, beside the ways where there is room, and nearer to no other way than to its
 * own. One that has no such place is left out: the list of runs has it.
 */
export function endNamesOver(screen: Screen, taken: readonly Pixel[], ways: Ways, look: Look): EndNames {
  const runs = namedRuns(ways)
  const { area, pixel } = screen
  const lines = new Map(runs.map((trace) => [trace, pixelsAlong(drawn(ways, trace).map(pixel), area)] as const))
  const marks: Mark[] = []
  const covers: Pixel[] = []
  for (const trace of runs) {
    const at = standsAt(ways, trace)
    if (!at) continue
    const end = pixel(at)
    const width = roughWidth(trace.name, nameSize)
    const own = lines.get(trace) ?? []
    const others = runs.flatMap((other) => (other === trace ? [] : (lines.get(other) ?? [])))
    const isOwn = (left: Pixel) => {
      const reach = distance([...own, end], left, width)
      return reach <= reachOfName && distance(others, left, width) >= reach - tie
    }
    const clear = [...taken, ...covers]
    const free = (obstacles: readonly Pixel[]) => {
      const found = freeSpotAmong([end], { width, size: nameSize }, area, obstacles, 'near', isOwn)
      return found?.free ? found : null
    }
    const spot = free([...clear, ...own, ...others]) ?? free(clear)
    if (!spot) continue
    const { offset } = spot
    const colour = inkOf(look, runLook(look, trace.colour).colour)
    marks.push({ mark: 'text', at, ...offset, text: trace.name, colour, halo: look.card, size: nameSize })
    covers.push(...pixelsUnder({ x: end.x + offset.dx, y: end.y + offset.dy }, width, nameSize))
  }
  return { marks, covers }
}

/** The same over a plane, where the rest of each way is drawn too. */
export function endNames(
  room: Room,
  traces: readonly Trace[],
  selected: number,
  step: number | null,
  look: Look
): EndNames {
  const pixel = (place: Place) => pixelOf(room, place)
  const ways: Ways = {
    traces,
    selected,
    step,
    place: ({ x, y }, index) => [x[index] as number, y[index] as number],
    isSeen: (place) => isInside(pixel(place), room.area),
    isRestDrawn: true
  }
  return endNamesOver({ area: room.area, pixel }, room.taken, ways, look)
}

/** The runs that are drawn, the selected one first: its name has the best place. */
function namedRuns({ traces, selected, step }: Ways): readonly Trace[] {
  const shown = traces.map((trace, run) => ({ trace, run })).filter(({ trace }) => trace.steps.length > 0)
  if (shown.length < 2 || step === null) return []
  return [...shown.filter(({ run }) => run === selected), ...shown.filter(({ run }) => run !== selected)].map(
    ({ trace }) => trace
  )
}

/** The places its line goes through. */
function drawn({ step, place, isRestDrawn }: Ways, trace: Trace): readonly Place[] {
  const now = indexAt(trace, step ?? 0)
  const indices = [...wayTo(trace, now), ...(isRestDrawn ? wayFrom(trace, Math.max(now, 0)) : [])]
  return indices.map((index) => place(trace, index))
}

/** Where it is at the step, or was last seen before it. */
function standsAt({ step, place, isSeen }: Ways, trace: Trace): Place | undefined {
  for (let index = indexAt(trace, step ?? 0); index >= 0; index--) {
    const at = place(trace, index)
    if (isSeen(at)) return at
  }
  return undefined
}

/** From the letters of a name whose base line begins at `at` to the nearest of the pixels, in CSS pixels. */
function distance(pixels: readonly Pixel[], at: Pixel, width: number): number {
  let least = Infinity
  for (const { x, y } of pixels) {
    const across = Math.max(at.x - x, x - at.x - width, 0)
    const up = Math.max(at.y - nameSize - y, y - at.y, 0)
    least = Math.min(least, Math.hypot(across, up))
  }
  return least
}
