import type { Place } from '../figure'
import { type CrowdWays, indexAt, wayTo } from '../figure'
import { faded, type Look, runLook } from './look'
import type { Mark } from './marks'

/** Many lines over one another are to leave the ground visible. */
const opacityOf = (count: number) => Math.min(0.5, 2.5 / Math.sqrt(count))

/**
 * The ways of a crowd up to a step, thin and pale, with a dot where each of them stands then. `up`: what is vertical on
 * the plot.
 */
export function crowdMarks(
  crowd: CrowdWays | undefined,
  step: number | null,
  up: 'y' | 'values',
  look: Look
): readonly Mark[] {
  if (!crowd || step === null) return []
  const { colour, halo } = runLook(look, crowd.colour)
  const ways = crowd.ways.map((way) =>
    wayTo(way, indexAt(way, step)).map((index) => [way.x[index] as number, way[up][index] as number])
  )
  const opacity = opacityOf(ways.length)
  const lines = ways.map((places, index): Mark => {
    const cover = crowd.ways[index]?.cover
    if (cover) return { mark: 'cover', cover, step, colour: faded(colour, opacity) }
    return { mark: 'path', places, colour, halo: null, width: 1, dash: [], opacity }
  })
  const now = ways.flatMap((places) => places.slice(-1))
  return [...lines, { mark: 'dots', places: now, colour, halo, radius: 2.2, opacity: 0.85 }]
}

/**
 * Where the ways of a crowd stand at a step, as dots: on a turning surface their lines would only hide it. `place`: of a
 * point with its value.
 */
export function crowdDots(
  crowd: CrowdWays | undefined,
  step: number | null,
  place: (x: number, y: number, value: number) => Place,
  look: Look
): readonly Mark[] {
  if (!crowd || step === null) return []
  const { colour, halo } = runLook(look, crowd.colour)
  const places = crowd.ways.flatMap((way) => {
    const now = indexAt(way, step)
    return now < 0 ? [] : [place(way.x[now] as number, way.y[now] as number, way.values[now] as number)]
  })
  return [{ mark: 'dots', places, colour, halo, radius: 2.2, opacity: 0.85 }]
}
