import type { Experiment } from '@shared/experiment/experiment'
import type { CriticalReport, PointReport } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { faultOf } from '../cards/fault'
import type { Knowledge } from '../figures/knowledge'
import { atPlanePoint, criticalOf } from '../figures/partial'
import type { Lab } from '../lab/lab'

/** What is known at the point of the plane of two variables. */
export interface Plane {
  readonly axes: Accessor<readonly [number, number]>
  readonly report: Accessor<PointReport | undefined>
  /** The document that the report is about, so that numbers stand with their names. */
  readonly seen: Accessor<Experiment>
  /** Why the report is not about the point of now; null where it is, or soon will be. */
  readonly fault: Accessor<string | null>
  readonly knowledge: Knowledge
}

/**
 * Changes some of the point's coordinates, by the numbers of their variables. `alone`: as a change that is undone by
 * itself, not together with others of the same coordinates soon before.
 */
export type Move = (changes: Readonly<Record<number, number>>, alone?: boolean) => void

/** A search for critical points: what it found of the function that is looked at, whether it still goes on, why it failed. */
export interface Search {
  readonly found: CriticalReport | null
  readonly searching: boolean
  readonly fault: string | null
}

/** Keeps asking for the function at the point. */
export function createPlane(lab: Lab, knowledge: Knowledge): Plane {
  const axes = createMemo(() => lab.experiment().view.axes, undefined, {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1]
  })
  const point = knowledge.made(lab.occasion, atPlanePoint)
  const known = () => {
    const { value } = point()
    return value && hasSameVariables(value.experiment, lab.experiment()) ? value : undefined
  }
  return {
    axes,
    report: () => known()?.report,
    seen: () => known()?.experiment ?? lab.experiment(),
    fault: () => faultOf(lab, point().problem),
    knowledge
  }
}

const hasSameVariables = (one: Experiment, other: Experiment) =>
  one.variables.map(({ name }) => name).join() === other.variables.map(({ name }) => name).join()

/** Looks for the critical points of the plane, as long as its owner lives. */
export function createSearch(lab: Lab, knowledge: Knowledge): Accessor<Search> {
  const search = knowledge.made(lab.occasion, (occasion, know) => know(criticalOf(occasion)))
  // Of other ranges they are still true: while one zooms they stay where they are.
  const found = knowledge.made(lab.occasion, (occasion, know) => ({
    report: know.meanwhile(criticalOf(occasion), ['x', 'y'])?.answer ?? null
  }))
  return createMemo(() => {
    const { pending, problem } = search()
    return { found: found().value?.report ?? null, searching: pending, fault: faultOf(lab, problem) }
  })
}
