import type { Way } from '@shared/protocol'
import type { Trace } from '../figure'

/** The coordinates of a plane as sums over the variables and f. */
export interface PlaneForms {
  readonly across: number[]
  readonly up: number[]
}

const oneAt = (place: number, length: number) => Array.from({ length }, (_, index) => Number(index === place))

/** Those of two variables. */
export const planeForms = (dimension: number, [across, up]: readonly [number, number]): PlaneForms => ({
  across: oneAt(across, dimension + 1),
  up: oneAt(up, dimension + 1)
})

/** Those of the one variable and f. */
export const functionForm: PlaneForms = { across: [1, 0], up: [0, 1] }

/**
 * How a run is drawn over a plane: the way over it, if the report has it; otherwise a line through all of its points.
 * `origin`: where the coordinates of the plot begin, if that is not 0.
 */
export function wayOn(
  ways: readonly Way[],
  { across, up }: PlaneForms,
  origin: readonly [number, number] = [0, 0]
): Pick<Trace, 'way' | 'cover'> {
  const spelt = JSON.stringify([across, up])
  const way = ways.find(({ view }) => JSON.stringify([view.across, view.up]) === spelt)
  if (!way) return {}
  if ('kept' in way) return { way: way.kept }
  const { view, cells, since } = way
  const [right, high] = origin
  return {
    cover: {
      cells,
      since,
      columns: view.columns,
      rows: view.rows,
      x: { min: view.x.min - right, max: view.x.max - right },
      y: { min: view.y.min - high, max: view.y.max - high }
    }
  }
}
