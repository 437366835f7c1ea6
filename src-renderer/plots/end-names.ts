import type { Place, Trace } from '../figure'
import { freeSpotAmong, roughWidth } from './labels'
import { pixelsTaken, type Screen } from './legible'
import { inkOf, type Look, runLook } from './look'
import type { Mark } from './marks'
import { isInside } from './paint'
import { besideLines, pixelOf, type Room, type Wish, withLabels } from './room'

/** CSS pixels of the letters of a run's name. */
const nameSize = 12

/**
 * The same on a surface as the camera sees it, where runs stand now: beside the ends of the ways so far, over nothing of
 * `marks`. `endOf`: the place where a run ends, if it is seen.
 */
export function endNamesOver(
  screen: Screen,
  marks: readonly Mark[],
  traces: readonly Trace[],
  selected: number,
  endOf: (trace: Trace) => Place | undefined,
  look: Look
): readonly Mark[] {
  const names: Mark[] = []
  for (const trace of namedRuns(traces, selected)) {
    const at = endOf(trace)
    if (!at) continue
    const text = { width: roughWidth(trace.name, nameSize), size: nameSize }
    const obstacles = pixelsTaken([...marks, ...names], screen)
    const spot = freeSpotAmong([screen.pixel(at)], text, screen.area, obstacles, 'near')
    if (!spot?.free) continue
    const colour = inkOf(look, runLook(look, trace.colour).colour)
    names.push({ mark: 'text', at, ...spot.offset, text: trace.name, colour, halo: look.card, size: nameSize })
  }
  return names
}

/** The runs that are drawn, the selected one first: its name has the best place. */
function namedRuns(traces: readonly Trace[], selected: number): readonly Trace[] {
  const drawn = traces.map((trace, run) => ({ trace, run })).filter(({ trace }) => trace.steps.length > 0)
  if (drawn.length < 2) return []
  return [...drawn.filter(({ run }) => run === selected), ...drawn.filter(({ run }) => run !== selected)].map(
    ({ trace }) => trace
  )
}

/** Names, and the pixels they cover. */
interface EndNames {
  readonly marks: readonly Mark[]
  readonly covers: Room['taken']
}

/**
 * The names of several runs at the ends of their ways: none over another or over what is taken already, and beside the
 * ways where there is room. One that has no place is left out: the list of runs has it.
 */
export function endNames(room: Room, traces: readonly Trace[], selected: number, look: Look): EndNames {
  const named = namedRuns(traces, selected)
  if (named.length === 0) return { marks: [], covers: [] }
  const isSeen = (place: Place) => isInside(pixelOf(room, place), room.area)
  const { taken: withWays } = besideLines(room, named.map(placesOf))
  return named.reduce<EndNames>(
    ({ marks, covers }, trace) => {
      const end = placesOf(trace).findLast(isSeen)
      if (!end) return { marks, covers }
      const colour = inkOf(look, runLook(look, trace.colour).colour)
      const lines = [{ text: trace.name, colour }]
      const wish: Wish = { places: [end], lines, size: nameSize, manner: 'near', optional: true }
      const [written] = [withWays, room.taken]
        .map((taken) => {
          const obstacles = [...taken, ...covers]
          const { marks, room: left } = withLabels({ ...room, taken: obstacles }, [wish])
          return { marks, covers: left.taken.slice(obstacles.length) }
        })
        .filter((found) => found.marks.length > 0)
      return written
        ? { marks: [...marks, ...written.marks], covers: [...covers, ...written.covers] }
        : { marks, covers }
    },
    { marks: [], covers: [] }
  )
}

const placesOf = ({ steps, x, y }: Trace): readonly Place[] =>
  Array.from({ length: steps.length }, (_, index) => [x[index] as number, y[index] as number])
