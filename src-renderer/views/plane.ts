import type { Experiment, Interval } from '@shared/experiment/experiment'
import type { CriticalReport, PointReport } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { settled } from '../figures/curvature'
import { pointPlane } from '../figures/point'
import { contourSheet, surfaceSize } from '../figures/sampling'
import type { Lab } from '../lab'
import type { ContourData } from '../plots/figure'
import type { Size } from '../plots/layout'
import { criticalQuestion, gridQuestion, pointQuestion } from '../questions'
import { faultOf } from './fault'
import { byPixels } from './pixels'
import { restless } from './restless'

/** What is known over the plane of two variables and at its point. */
export interface Plane {
  readonly axes: Accessor<readonly [number, number]>
  /** Those of the variables on the axes. */
  readonly ranges: Accessor<{ readonly x: Interval; readonly y: Interval }>
  readonly contour: Accessor<Answered<'grid'>>
  readonly surface: Accessor<Answered<'grid'>>
  /** What the surface shows is being changed again and again. The point alone does not change it. */
  readonly moving: Accessor<boolean>
  /** What is known at the point. */
  readonly report: Accessor<PointReport | undefined>
  /** The document with the point, the step size and the axes the report is about, so that numbers stand with their names. */
  readonly seen: Accessor<Experiment>
  /**
   * The same on the axes of now, for pictures: slopes that are only rounding are 0, and second derivatives are missing
   * while they are those of other axes.
   */
  readonly drawn: Accessor<{ readonly experiment: Experiment; readonly report: PointReport | undefined }>
  /** Why the report is not about the point of now; null where it is, or soon will be. */
  readonly fault: Accessor<string | null>
  /** The critical points in the ranges of the contour. */
  readonly critical: Accessor<Search>
  /** A grid with the point on it; null until there are samples over the axes of now. */
  readonly dataOf: (answered: Answered<'grid'>) => ContourData | null
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

/** Keeps asking for the function over the plane and at the point. `size`: of the contour, in CSS pixels. */
export function createPlane(lab: Lab, ask: Ask, size: Accessor<Size>): Plane {
  const axes = createMemo(() => lab.experiment().view.axes, undefined, {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1]
  })
  const range = (axis: number): Interval => {
    const { min, max } = lab.experiment().variables[axis] ?? { min: -5, max: 5 }
    return { min, max }
  }
  const ranges = createMemo(() => ({ x: range(axes()[0]), y: range(axes()[1]) }))
  /** The two coordinates on the axes do not matter to a grid over them. */
  const held = createMemo(() => lab.experiment().point.map((value, axis) => (axes().includes(axis) ? 0 : value)))
  const levels = () => lab.experiment().view.contour
  const hasArrows = () => lab.experiment().view.field.towards !== 'none'
  const contour = createAnswer(
    ask,
    byPixels(
      size,
      () => contourSheet(lab.experiment(), ranges()),
      (pixels) => {
        return gridQuestion('contour', lab.subject(), axes(), held(), ranges(), pixels, levels(), hasArrows())
      }
    )
  )
  const raised = createMemo(() => {
    const corners = surfaceSize(lab.experiment().view.surface, ranges())
    return gridQuestion('surface', lab.subject(), axes(), held(), ranges(), corners, levels())
  })
  const surface = createAnswer(ask, raised)
  const moving = restless(createMemo(() => JSON.stringify(raised())))
  const point = createAnswer(
    ask,
    createMemo(() => pointQuestion(lab.subject(), lab.experiment().point, lab.experiment().gradient.h, axes()))
  )
  const known = createMemo(() => {
    const { last } = point()
    return last && isOf(lab.experiment(), last.question.body.subject.variables) ? last : undefined
  })
  const report = () => known()?.answer
  const seen = createMemo((): Experiment => {
    const experiment = lab.experiment()
    const asked = known()?.question.body
    if (!asked) return experiment
    const { gradient, view } = experiment
    return {
      ...experiment,
      point: asked.point,
      gradient: { ...gradient, h: asked.h },
      view: { ...view, axes: asked.axes ?? view.axes }
    }
  })
  const drawn = createMemo(() => {
    const found = report()
    const { view } = lab.experiment()
    const experiment = { ...seen(), view }
    if (!found) return { experiment, report: undefined }
    const isOfAxes = seen().view.axes.join() === view.axes.join()
    return { experiment, report: isOfAxes ? settled(experiment, found) : { ...found, curvature: null } }
  })
  const critical = createSearch(lab, ask, { axes, held, ranges, ready: () => size().width > 0 })
  const dataOf = ({ last }: Answered<'grid'>): ContourData | null => {
    if (!last) return null
    const { subject, axes: over, x, y } = last.question.body
    const { experiment, report } = drawn()
    if (!isOf(experiment, subject.variables) || over.join() !== axes().join()) return null
    return { ...pointPlane(experiment, last.answer, { x, y }, report, critical().found?.points), asked: last.question }
  }
  const fault = () => faultOf(lab, point().problem)
  return { axes, ranges, contour, surface, moving, report, seen, drawn, fault, critical, dataOf }
}

/** Whether what was asked of these variables is about those of the document. */
const isOf = ({ variables }: Experiment, names: readonly string[]) =>
  names.length === variables.length && variables.every(({ name }, axis) => name === names[axis])

interface Field {
  readonly axes: Plane['axes']
  readonly held: Accessor<readonly number[]>
  readonly ranges: Accessor<{ readonly x: Interval; readonly y: Interval }>
  /** Whether the ranges are known. */
  readonly ready: () => boolean
}

/** Looks for critical points as long as they are the topic. */
function createSearch(lab: Lab, ask: Ask, { axes, held, ranges, ready }: Field): Accessor<Search> {
  const wanted = createMemo(() =>
    lab.experiment().view.topic === 'critical' && ready()
      ? criticalQuestion(lab.subject(), axes(), held(), ranges())
      : null
  )
  const answer = createAnswer(ask, wanted)
  return createMemo(() => {
    const { last, pending, problem } = answer()
    const question = wanted()
    const fault = pending ? null : faultOf(lab, problem)
    if (!last || !question) {
      return { found: null, searching: pending || (question !== null && !problem), fault }
    }
    const about = ({ subject, axes, point }: typeof question.body) => JSON.stringify([subject, axes, point])
    // Of other ranges they are still true: while one zooms they stay where they are.
    const isOfPlane = about(last.question.body) === about(question.body)
    return { found: isOfPlane ? last.answer : null, searching: pending, fault }
  })
}
