import type { Interval } from '@shared/experiment/experiment'
import type { CriticalReport, PointReport } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { pointPlane } from '../figures/point'
import { contourCorners, surfaceSize } from '../figures/sampling'
import type { Lab } from '../lab'
import type { ContourData } from '../plots/figure'
import type { Size } from '../plots/layout'
import { squareRanges } from '../plots/ranges'
import { criticalQuestion, gridQuestion, pointQuestion } from '../questions'
import { restless } from './restless'

/** What is known over the plane of two variables and at its point. */
export interface Plane {
  readonly axes: Accessor<readonly [number, number]>
  readonly contour: Accessor<Answered<'grid'>>
  readonly surface: Accessor<Answered<'grid'>>
  /** What the surface shows is being changed again and again. The point alone does not change it. */
  readonly moving: Accessor<boolean>
  /** What is known at the point. */
  readonly report: Accessor<PointReport | undefined>
  /** The critical points in the ranges of the contour. */
  readonly critical: Accessor<Search>
  /** A grid with the point on it; null until there are samples. */
  readonly dataOf: (answered: Answered<'grid'>) => ContourData | null
}

/** Changes some of the point's coordinates, by the numbers of their variables. */
export type Move = (changes: Readonly<Record<number, number>>) => void

/** A search for critical points: what it found of the function that is looked at, and whether it still goes on. */
export interface Search {
  readonly found: CriticalReport | null
  readonly searching: boolean
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
  const typed = createMemo(() => ({ x: range(axes()[0]), y: range(axes()[1]) }))
  const flat = createMemo(() =>
    lab.experiment().view.square && size().width > 0 ? squareRanges(typed().x, typed().y, size()) : typed()
  )
  /** The two coordinates on the axes do not matter to a grid over them. */
  const held = createMemo(() => lab.experiment().point.map((value, axis) => (axes().includes(axis) ? 0 : value)))
  const hasArrows = () => lab.experiment().view.field.towards !== 'none'
  const contour = createAnswer(
    ask,
    createMemo(() =>
      size().width > 0
        ? gridQuestion('contour', lab.subject(), axes(), held(), flat(), contourCorners, hasArrows())
        : null
    )
  )
  const raised = createMemo(() => {
    const corners = surfaceSize(lab.experiment().view.surface, typed())
    return gridQuestion('surface', lab.subject(), axes(), held(), typed(), corners)
  })
  const surface = createAnswer(ask, raised)
  const moving = restless(createMemo(() => JSON.stringify(raised())))
  const report = createAnswer(
    ask,
    createMemo(() => pointQuestion(lab.subject(), lab.experiment().point, lab.experiment().gradient.h, axes()))
  )
  const known = createMemo(() => {
    const { last } = report()
    return last?.answer.gradient.length === lab.experiment().variables.length ? last.answer : undefined
  })
  const critical = createSearch(lab, ask, { axes, held, ranges: flat, ready: () => size().width > 0 })
  const dataOf = ({ last }: Answered<'grid'>): ContourData | null => {
    if (!last) return null
    const { x, y } = last.question.body
    return pointPlane(lab.experiment(), last.answer, { x, y }, known(), critical().found?.points)
  }
  return { axes, contour, surface, moving, report: known, critical, dataOf }
}

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
    const { last, pending } = answer()
    const question = wanted()
    if (!last || !question) return { found: null, searching: pending || question !== null }
    const about = ({ subject, axes, point }: typeof question.body) => JSON.stringify([subject, axes, point])
    // Of other ranges they are still true: while one zooms they stay where they are.
    const isOfPlane = about(last.question.body) === about(question.body)
    return { found: isOfPlane ? last.answer : null, searching: pending }
  })
}
