import { stepLookedAt } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { numeral } from '@shared/numbers/numeral'
import type { PointReport, Question } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import {
  curveQuestion,
  errorsQuestion,
  lensQuestion,
  pointQuestion,
  signsQuestion,
  tangentsQuestion
} from '../answers/questions'
import type { CurveData, LensData, SignsData } from '../figure'
import type { Found, Know } from './know'
import { axisName, namesAtPoint, secondName, sliceName, slopeName } from './names'
import { besides, type NamedFigure, type Occasion, typedRange } from './occasion'
import { pinnedPlaces, pinnedPoints, pointCurve, pointErrors, quotientScheme } from './point'
import { onCurve, signsData } from './signs'

/** The document, its gradient by the scheme and the step size that are looked at: where a derivative is looked at as such, there always is one. */
const seenBy = ({ experiment, scheme }: Occasion): Experiment => ({
  ...experiment,
  gradient: { method: scheme, h: stepLookedAt(experiment) }
})

/** What is known at the point along the variable that is looked at, with the document that it is about. */
export interface AtPoint {
  readonly experiment: Experiment
  readonly report: PointReport
}

export function atPoint(occasion: Occasion, know: Know): AtPoint | undefined {
  const { experiment, subject } = occasion
  const [along] = experiment.view.axes
  const report = know(pointQuestion(subject, experiment.point, stepLookedAt(experiment), [along, along]))
  return report && { experiment: seenBy(occasion), report }
}

/** f along the variable that is looked at, with the point, its tangent and secant, and the tangents that stay. */
export function lineData(occasion: Occasion, know: Know): CurveData | undefined {
  const { experiment, subject } = occasion
  const [along] = experiment.view.axes
  const range = typedRange(experiment, along)
  const line = besides(experiment.point, along)
  const samples = know(curveQuestion('curve', subject, along, line, range, experiment.view.second))
  const known = atPoint(occasion, know)
  const places = pinnedPlaces(experiment, along)
  const tangents = places.length > 0 ? know(tangentsQuestion(subject, along, line, places)) : nowhere
  const signs = signsFound(occasion, know)
  if (!samples || !known || !tangents) return undefined
  // Where f has no values the plot is told to say so; the point would say it again.
  const report = samples.values.some(Number.isFinite) ? known.report : undefined
  const curve = pointCurve(known.experiment, along, samples, range, report, pinnedPoints(places, tangents))
  return { ...curve, ...onCurve(signs ? signsOver(experiment, signs) : null) }
}

const nowhere = { values: new Float64Array(), slopes: new Float64Array() }

export const lineFigures = ({ experiment, title, words }: Occasion, data: CurveData) => {
  const [along] = experiment.view.axes
  return {
    curve: { plot: 'curve', title, data },
    slope: { plot: 'slope', title: slopeTitle(experiment, along, words), data },
    second: { plot: 'second', title: secondTitle(experiment, along, words), data }
  } as const
}

/** How wrong the difference quotients are for every step size. */
export function errorsFigure(occasion: Occasion, know: Know) {
  const { experiment, subject, words } = occasion
  const errors = know(errorsQuestion(subject, experiment.view.axes[0], experiment.point))
  const title = words.lab.differentiate.errors
  return errors && ({ plot: 'errors', title, data: pointErrors(seenBy(occasion), errors) } as const)
}

/** f around the point under a microscope that magnifies the more, the smaller h is. No figure where f has no value at it. */
export function lensFigure(occasion: Occasion, know: Know) {
  const { experiment, subject, words } = occasion
  const [along] = experiment.view.axes
  const h = stepLookedAt(experiment)
  const known = atPoint(occasion, know)
  // Of an h that is 0, or is too large, there is nothing to be seen.
  if (h === 0 || !Number.isFinite(12 * h)) return known && null
  const lens = know(lensQuestion(subject, along, experiment.point, h))
  if (!known || !lens) return undefined
  const { value, gradient, kinks } = known.report
  if (!Number.isFinite(value)) return null
  const slope = gradient[along] ?? Number.NaN
  const here = { x: 0, value: 0 }
  const [from, to] = {
    forward: [here, lens.after],
    backward: [lens.before, here],
    central: [lens.before, lens.after]
  }[quotientScheme(known.experiment)] as [typeof here, typeof here]
  const { doubles, curve, inSight } = lens
  const data: LensData = {
    doubles,
    curve,
    inSight,
    width: 6 * Math.abs(h),
    across: `${axisName(experiment, along)} − a`,
    up: `${sliceName(experiment, experiment.point, along)} − ${namesAtPoint(experiment, along).value}`,
    tangent: kinks[along] || !Number.isFinite(slope) ? null : slope,
    secant: from.x !== to.x && Number.isFinite(from.value) && Number.isFinite(to.value) ? { from, to } : null
  }
  return { plot: 'lens', title: words.lab.differentiate.lens, aside: lensSentence(occasion, data), data } as const
}

/** How large the lens shows f, and of how many doubles that is. */
function lensSentence({ experiment, words }: Occasion, { width, inSight, doubles }: LensData): string {
  const { differentiate } = words.lab
  const { min, max } = typedRange(experiment, experiment.view.axes[0])
  const times = numeral((max - min) / width, 2)
  const said = differentiate.lensSays({ times, count: numeral(inSight, doubles ? 6 : 2) })
  return doubles ? `${said}${differentiate.lensStairs}` : said
}

/** What asks for the sign table; null where none is wanted. */
export function signsOf({ experiment, subject }: Pick<Occasion, 'experiment' | 'subject'>): Question<'signs'> | null {
  const { axes, signs } = experiment.view
  const [along] = axes
  if (!signs) return null
  return signsQuestion(subject, along, besides(experiment.point, along), typedRange(experiment, along), signs.second)
}

/** The sign table as it stands on other figures, which do not wait for it; within other ranges it is still true. */
function signsFound(occasion: Occasion, know: Know): Found<'signs'> | undefined {
  const question = signsOf(occasion)
  return question ? know.meanwhile(question, ['range']) : undefined
}

/** The table that was found. `chosen`: the column that is looked at. */
export const signsOver = (experiment: Experiment, { question, answer }: Found<'signs'>, chosen?: number | null) =>
  signsData(experiment, question.body.along, answer, question.body.range, chosen)

/** All figures of the tab. */
export function differentiateFigures(occasion: Occasion, know: Know): readonly NamedFigure[] | undefined {
  const [data, errors, signs] = [lineData(occasion, know), errorsFigure(occasion, know), signsFound(occasion, know)]
  const lens = lensFigure(occasion, know)
  if (!data || !errors || lens === undefined) return undefined
  const { experiment, words } = occasion
  const { curve, slope, second } = lineFigures(occasion, data)
  const table = signs && signsFigure(signsOver(experiment, signs), words)
  return [
    { name: 'curve', figure: curve },
    { name: 'slope', figure: slope },
    ...(experiment.view.second ? [{ name: 'second', figure: second }] : []),
    ...(table ? [{ name: 'signs', figure: table }] : []),
    { name: 'errors', figure: errors },
    ...(lens ? [{ name: 'lens', figure: lens }] : [])
  ]
}

export const signsFigure = (data: SignsData, words: Words) =>
  ({ plot: 'signs', title: words.signs.title, data: { ...data, chosen: null } }) as const

/** The title of the derivative along `axis`: 「導関数 f′」, 「偏導関数 ∂f/∂x」. */
export const slopeTitle = (experiment: Experiment, axis: number, words: Words): string =>
  experiment.variables.length === 1
    ? words.lab.plots.slope
    : words.lab.plots.partialSlope({ name: slopeName(experiment, axis) })

/** The title of the second derivative along `axis`: 「2 階導関数 f″」, 「2 階偏導関数 ∂²f/∂x²」. */
export const secondTitle = (experiment: Experiment, axis: number, words: Words): string =>
  experiment.variables.length === 1
    ? words.lab.differentiate.second
    : words.lab.differentiate.partialSecond({ name: secondName(experiment, axis) })
