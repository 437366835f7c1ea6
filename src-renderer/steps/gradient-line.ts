import type { GradientSource, Run } from '@shared/experiment/experiment'
import { typesetNumber } from '@shared/language/typeset'
import { significant } from '@shared/numbers/rounded'
import type { StepReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { comesOut, inColour, moreDigits } from './explanation'

/** A formula, and what it is. */
export interface NotedFormula {
  readonly tex: string
  readonly comment: string
}

/** Significant digits. */
const digits = 5

/** The gradient the step began with, of the coordinates `shown`, with its noise if there is any; null for a simplex. */
export function gradientLine(
  { before, noise, algorithm }: StepReport,
  source: GradientSource['method'],
  shown: readonly number[],
  words: Words['lab']['stepPanel']
): NotedFormula | null {
  if (algorithm?.simplex) return null
  const isPart = shown.length < before.gradient.length
  const slopes = shown.map((axis) => before.gradient[axis] ?? Number.NaN)
  const seen = inColour('gradient', inBrackets(slopes, isPart, digits))
  if (noise === null) {
    // Of one variable it is the derivative, as everywhere else; with noise in it it is not.
    const name = before.gradient.length === 1 ? "\\nabla f = f'" : '\\nabla f'
    return { tex: `${name} = ${seen}`, comment: words.gradientBy[source] }
  }
  const added = shown.map((axis) => noise[axis] ?? Number.NaN)
  const exact = slopes.map((slope, place) => slope - (added[place] ?? Number.NaN))
  const more = moreDigits((extra) =>
    slopes.every((slope, place) => {
      const [one, other] = [exact, added].map((part) => significant(part[place] ?? Number.NaN, digits + extra))
      return comesOut((one ?? Number.NaN) + (other ?? Number.NaN), significant(slope, digits), digits)
    })
  )
  const [one, other] = [exact, added].map((part) => inBrackets(part, isPart, digits + (more ?? 0)))
  return { tex: `\\nabla f = ${one} + ${other} ${relation(more)} ${seen}`, comment: words.noisy }
}

const relation = (more: number | null) => (more === null ? '\\approx' : '=')

/** What a schedule has made of the learning rate; null where it is the setting. */
export function rateLine({ lr }: StepReport, run: Run, words: Words): NotedFormula | null {
  const base = run.settings['lr']
  if (lr === null || base === undefined || run.schedule.id === 'constant') return null
  const names = words.methods.schedules.names as Readonly<Record<string, string>>
  const share = lr / base
  const more = moreDigits((extra) =>
    comesOut(significant(base, digits + extra) * significant(share, digits + extra), significant(lr, digits), digits)
  )
  const [whole, part] = [base, share].map((value) => typesetNumber(value, digits + (more ?? 0)))
  return {
    tex: `\\eta = ${whole} \\times ${part} ${relation(more)} ${inColour('rate', typesetNumber(lr, digits))}`,
    comment: words.lab.stepPanel.rate({ schedule: names[run.schedule.id] ?? run.schedule.id })
  }
}

/** Numbers one after another in so many digits, in brackets if they are several, or negative. `isPart`: there are more of them. */
function inBrackets(values: readonly number[], isPart: boolean, digits: number): string {
  const text = [...values.map((value) => typesetNumber(value, digits)), ...(isPart ? ['\\ldots'] : [])].join(',\\ ')
  return isPart || values.length > 1 || (values[0] ?? 0) < 0 ? `(${text})` : text
}
