import { type Scheme, schemes } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type { DifferenceErrors } from '@shared/protocol'

/** A place of the chart of errors: both axes are exponents. */
export type LogPlace = readonly [step: number, error: number]

/** An error's exponent; NaN for errors of 0 and those that are unknown. */
export const logOf = (error: number) => (error > 0 && Number.isFinite(error) ? Math.log10(error) : NaN)

/** What theory says of an error: factor · h^order, where it is the greater part of it. */
export interface TheoryLine {
  /** Whose truncation it is; empty: the rounding of them all. */
  readonly schemes: readonly Scheme[]
  readonly order: number
  /** Where it enters and leaves the plot, from left to right. */
  readonly ends: readonly [LogPlace, LogPlace]
}

/** The lines of theory: truncation, once where two schemes have the same, each from where it meets rounding; rounding. */
export function theoryLines({ truncation, rounding }: DifferenceErrors, y: Interval): readonly TheoryLine[] {
  const level = logOf(rounding)
  const parts: { schemes: readonly Scheme[]; level: number; order: number; meeting: number }[] = []
  for (const scheme of schemes) {
    const { factor, order } = truncation[scheme]
    const own = logOf(factor)
    const same = parts.find((part) => part.order === order && Math.abs(part.level - own) < 0.1)
    if (same) same.schemes = [...same.schemes, scheme]
    else parts.push({ schemes: [scheme], level: own, order, meeting: (level - own) / (order + 1) })
  }
  const drawn = parts.filter(({ level: own }) => !Number.isNaN(own))
  // A scheme that leaves out nothing only rounds, whatever h is.
  const last = drawn.length < parts.length ? 0 : Math.max(...drawn.map(({ meeting }) => meeting))
  return [
    ...drawn.map((part) => ({ ...part, from: Number.isNaN(level) ? -16 : part.meeting, to: 0 })),
    { schemes: [], level, order: -1, from: -16, to: last }
  ].flatMap(({ schemes: names, level: own, order, from, to }) => {
    const ends = endsOf(own, order, { min: Math.max(from, -16), max: Math.min(to, 0) }, y)
    return ends ? [{ schemes: names, order, ends }] : []
  })
}

/** The part within the plot of log₁₀ error = level + order · log₁₀ h; null without any. */
function endsOf(level: number, order: number, x: Interval, y: Interval): readonly [LogPlace, LogPlace] | null {
  const [low, high] = [(y.min - level) / order, (y.max - level) / order].sort((a, b) => a - b) as [number, number]
  const [from, to] = [Math.max(low, x.min), Math.min(high, x.max)]
  if (!(from < to)) return null
  return [
    [from, level + order * from],
    [to, level + order * to]
  ]
}

/** The best step size of a scheme. */
export interface BestStep {
  readonly scheme: Scheme
  readonly at: LogPlace
}

/** Where each scheme has its best step size, at the largest of the errors close by: a single one may be a lucky hit. */
export function bestSteps({ steps, errors, best }: DifferenceErrors, y: Interval): readonly BestStep[] {
  return schemes.flatMap((scheme) => {
    const index = steps.indexOf(best[scheme])
    if (index < 0) return []
    const around = errors[scheme].slice(Math.max(index - 2, 0), index + 3).filter(Number.isFinite)
    const error = logOf(Math.max(...around))
    return [{ scheme, at: [Math.log10(best[scheme]), Number.isNaN(error) ? y.min + 0.5 : within(error, y)] }]
  })
}

/** The value, or the end of the interval that is nearest to it. */
export const within = (value: number, { min, max }: Interval): number => Math.min(Math.max(value, min), max)

/** The exponents of ten of the step sizes that the chart reaches over. */
export const stepExponents: Interval = { min: -16, max: 0 }

/** Whether a step size, of either sign, has a place on the axis. */
export function isOnAxis(h: number): boolean {
  const exponent = Math.log10(Math.abs(h))
  return exponent >= stepExponents.min - 1e-9 && exponent <= stepExponents.max + 1e-9
}
