import { type CrowdWays, indexAt } from './figure'
import { type Look, runLook } from './look'
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
    Array.from({ length: indexAt(way, step) + 1 }, (_, index) => [way.x[index] as number, way[up][index] as number])
  )
  const opacity = opacityOf(ways.length)
  const lines = ways.map((places): Mark => ({ mark: 'path', places, colour, halo: null, width: 1, dash: [], opacity }))
  const now = ways.flatMap((places) => places.slice(-1))
  return [...lines, { mark: 'dots', places: now, colour, halo, radius: 2.2, opacity: 0.85 }]
}
