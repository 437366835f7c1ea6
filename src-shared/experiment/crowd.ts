import { significant } from '../numbers/rounded'
import type { Crowd, Experiment, Noise } from './experiment'
import { limits } from './limits'
import { withRun, withRunDuplicated } from './runs'
import { uniform } from './uniform'

/**
 * The starts of the crowd of run number `run`, each as long as a point; none for the layout `none`, or without such a
 * run. A ring and a grid lie in the plane of the two axes around the run's own start, the other coordinates being those
 * of that start; over one variable they are evenly spaced on both sides of it. Random ones lie anywhere in the ranges
 * of all variables.
 */
export function crowdStarts(experiment: Experiment, run: number): readonly (readonly number[])[] {
  const { crowd, variables } = experiment
  const centre = experiment.runs[run]?.start ?? experiment.start
  if (!experiment.runs[run] || crowd.layout === 'none') return []
  if (crowd.layout === 'random') {
    const next = uniform(crowd.seed)
    return Array.from({ length: crowd.count }, () => variables.map(({ min, max }) => min + (max - min) * next()))
  }
  const [across, up] = experiment.view.axes
  return offsets(crowd, across === up).map(([x, y]) =>
    centre.map((value, axis) => value + (axis === across ? x : axis === up ? y : 0))
  )
}

/**
 * The noise on the way from start number `index` of a crowd (from 0), `noise` being that of its run: each start has a
 * seed of its own, counted on from that of the run and after the largest one from 0, so that the first keeps it.
 */
export const noiseOfStart = (noise: Noise, index: number): Noise =>
  index === 0 ? noise : { ...noise, seed: (noise.seed + index) % (limits.seed + 1) }

/** How far the starts of a ring or a grid lie from the middle of it, along the two axes. */
function offsets({ layout, count, radius }: Crowd, single: boolean): readonly (readonly [number, number])[] {
  if (single) return spread(count, radius).map((x) => [x, 0])
  if (layout === 'ring')
    return Array.from({ length: count }, (_, index) => {
      const angle = (2 * Math.PI * index) / count
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    })
  const places = spread(gridSide(count), radius)
  return places.flatMap((y) => places.map((x): [number, number] => [x, y]))
}

/** Evenly spaced from −radius to radius; a single one in the middle. */
const spread = (count: number, radius: number): readonly number[] =>
  count === 1 ? [0] : Array.from({ length: count }, (_, index) => radius * ((2 * index) / (count - 1) - 1))

/** Starts along each side of a square grid of about `count`. */
const gridSide = (count: number) => Math.max(1, Math.round(Math.sqrt(count)))

/** How many starts the crowd really has: a square grid has the nearest square number. */
export function crowdSize({ crowd, view }: Experiment): number {
  if (crowd.layout === 'none') return 0
  return crowd.layout === 'grid' && view.axes[0] !== view.axes[1] ? gridSide(crowd.count) ** 2 : crowd.count
}

/** Another layout. The first one is as wide as suits the picture: half of the narrower of its two ranges. */
export function withCrowdLayout(experiment: Experiment, layout: Crowd['layout']): Experiment {
  const { crowd, variables, view } = experiment
  const widths = view.axes.flatMap((axis) => variables.slice(axis, axis + 1)).map(({ min, max }) => max - min)
  const fitting = significant(Math.min(...widths) / 4, 1)
  const radius = crowd.layout === 'none' && layout !== 'none' && fitting > 0 ? fitting : crowd.radius
  return { ...experiment, crowd: { ...crowd, layout, radius } }
}

/** Whether the starts of the crowd are few enough to become runs in colours that can be told apart. */
export const canBecomeRuns = (experiment: Experiment): boolean =>
  crowdSize(experiment) > 0 && experiment.runs.length - 1 + crowdSize(experiment) <= limits.colours

/**
 * The crowd of run number `run` as runs with starts of their own, in its place, which go where the crowd went; the same
 * experiment if they are too many.
 */
export function withCrowdAsRuns(experiment: Experiment, run: number): Experiment {
  const original = experiment.runs[run]
  const [first, ...others] = crowdStarts(experiment, run)
  if (!original || !first || !canBecomeRuns(experiment)) return experiment
  const begun = withRun(experiment, original.id, { start: first })
  const noiseOf = (index: number) => (original.noise.sigma > 0 ? noiseOfStart(original.noise, index) : original.noise)
  const grown = others.reduceRight((grown, start, index) => {
    const more = withRunDuplicated(grown, original.id)
    return withRun(more, more.runs[run + 1]?.id ?? '', { start, noise: noiseOf(index + 1) })
  }, begun)
  return { ...grown, crowd: { ...grown.crowd, layout: 'none' } }
}
