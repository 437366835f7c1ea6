import type { Experiment, Interval, Scheme } from '@shared/experiment/experiment'
import type { Problem } from '@shared/problem'
import type { PointReport } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { pinnedPlaces, pinnedPoints, pointCurve, pointErrors } from '../figures/point'
import type { Lab } from '../lab'
import type { CurveData, CurvePoint, ErrorsData } from '../plots/figure'
import { curveQuestion, errorsQuestion, pointQuestion, tangentsQuestion } from '../questions'
import { nowhereSentence } from './nowhere'
import { steady } from './steady'
import { isTooFine } from './too-fine'

/** What is known along one variable through the point. */
export interface Line {
  /** The visible part of the variable's axis. */
  readonly range: Accessor<Interval>
  readonly report: Accessor<PointReport | undefined>
  /** Why the newest point could not be answered. */
  readonly problem: Accessor<Problem | undefined>
  /** The document with the point and the h that the report is about, and the scheme that is looked at. */
  readonly seen: Accessor<Experiment>
  /** The curve with all that is drawn on it; null until there are samples. */
  readonly data: Accessor<CurveData | null>
  readonly errors: Accessor<ErrorsData | null>
  readonly stale: Accessor<boolean>
  readonly errorsStale: Accessor<boolean>
  /** What is drawn is not the whole curve: it changes too fast. */
  readonly tooFine: Accessor<boolean>
  /** Said in place of the curve. */
  readonly instead: Accessor<string | null>
}

/** Keeps asking for the function along a variable, at the point and at the tangents that stay; `scheme`: the one looked at. */
export function createLine(lab: Lab, ask: Ask, along: Accessor<number>, scheme: Accessor<Scheme>): Line {
  const variable = () => lab.experiment().variables[along()]
  const range = createMemo(() => ({ min: variable()?.min ?? -5, max: variable()?.max ?? 5 }))
  const point = createMemo(() => lab.experiment().point)
  /** The curve does not change while the point moves along it. */
  const line = createMemo(() => point().map((value, axis) => (axis === along() ? 0 : value)))
  const second = createMemo(() => lab.experiment().view.second)
  const samples = createAnswer(
    ask,
    createMemo(() => curveQuestion('curve', lab.subject(), along(), line(), range(), second()))
  )
  const report = createAnswer(
    ask,
    createMemo(() => pointQuestion(lab.subject(), point(), lab.experiment().gradient.h, [along(), along()]))
  )
  const errors = createAnswer(
    ask,
    createMemo(() => errorsQuestion(lab.subject(), along(), point()))
  )
  const instead = () => nowhereSentence(samples().last?.answer.values, lab.words().lab.plots)
  const seen = createMemo(() => withScheme(asAnswered(lab.experiment(), report()), scheme()))
  const found = createMemo(() => reportAlong(report(), along()))
  const pinned = createPinned(lab, ask, along, line)
  const drawn = createMemo<CurveData | null>((before) => {
    const { last } = samples()
    // Along another variable than the answer's there is nothing to draw yet.
    if (last?.question.body.along !== along()) return before
    // Where f has no values, the card says so; the point would say it again.
    const known = instead() ? undefined : found()
    return pointCurve(seen(), along(), last.answer, range(), known, pinned())
  }, null)
  const data = steady(lab, drawn)
  return {
    range,
    report: found,
    problem: () => report().problem,
    seen,
    data,
    errors: () => {
      const { last } = errors()
      return last ? pointErrors(withScheme(lab.experiment(), scheme()), last.answer) : null
    },
    tooFine: createMemo(() => {
      const { last } = samples()
      return last !== undefined && isTooFine(last.answer)
    }),
    stale: () => samples().problem !== undefined,
    errorsStale: () => errors().problem !== undefined,
    instead
  }
}

/** The report; without second derivatives where it was asked for those along another variable. */
function reportAlong({ last }: Answered<'point'>, along: number): PointReport | undefined {
  if (!last) return undefined
  return last.question.body.axes?.[0] === along ? last.answer : { ...last.answer, curvature: null }
}

/** The document with another scheme looked at. */
const withScheme = (experiment: Experiment, method: Scheme): Experiment => ({
  ...experiment,
  gradient: { ...experiment.gradient, method }
})

/** The document with the point and the step size that the newest report is about, so that all that is drawn goes together. */
function asAnswered(experiment: Experiment, { last }: Answered<'point'>): Experiment {
  const asked = last?.question.body
  if (!asked || asked.point.length !== experiment.variables.length) return experiment
  return { ...experiment, point: asked.point, gradient: { ...experiment.gradient, h: asked.h } }
}

/** The tangents that stay along a variable, as far as they are known. */
function createPinned(
  lab: Lab,
  ask: Ask,
  along: Accessor<number>,
  line: Accessor<readonly number[]>
): Accessor<readonly CurvePoint[]> {
  const places = createMemo(() => pinnedPlaces(lab.experiment(), along()), undefined, {
    equals: (a, b) => a.join() === b.join()
  })
  const answered = createAnswer(
    ask,
    createMemo(() => (places().length > 0 ? tangentsQuestion(lab.subject(), along(), line(), places()) : null))
  )
  return createMemo(() => {
    const { last } = answered()
    if (!last || last.question.body.along !== along()) return []
    return pinnedPoints(last.question.body.places, last.answer).filter(({ at }) => places().includes(at))
  })
}
