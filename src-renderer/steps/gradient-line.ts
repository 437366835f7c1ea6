import type { GradientSource, Run } from '@shared/experiment/experiment'
import { typesetNumber } from '@shared/language/typeset'
import type { StepReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'

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
  const listed = (worth: (axis: number) => number) => inBrackets(shown.map(worth), isPart)
  const seen = listed((axis) => before.gradient[axis] ?? Number.NaN)
  if (noise === null) return { tex: `\\nabla f = ${seen}`, comment: words.gradientBy[source] }
  const exact = listed((axis) => (before.gradient[axis] ?? Number.NaN) - (noise[axis] ?? Number.NaN))
  const added = listed((axis) => noise[axis] ?? Number.NaN)
  return { tex: `\\nabla f = ${exact} + ${added} = ${seen}`, comment: words.noisy }
}

/** What a schedule has made of the learning rate; null where it is the setting. */
export function rateLine({ lr }: StepReport, run: Run, words: Words): NotedFormula | null {
  const base = run.settings['lr']
  if (lr === null || base === undefined || run.schedule.id === 'constant') return null
  const names = words.methods.schedules.names as Readonly<Record<string, string>>
  const [whole, share, made] = [base, lr / base, lr].map((value) => typesetNumber(value, digits))
  return {
    tex: `\\eta = ${whole} \\times ${share} = ${made}`,
    comment: words.lab.stepPanel.rate({ schedule: names[run.schedule.id] ?? run.schedule.id })
  }
}

/** Numbers one after another, in brackets if they are several, or negative. `isPart`: there are more of them. */
function inBrackets(values: readonly number[], isPart: boolean): string {
  const text = [...values.map((value) => typesetNumber(value, digits)), ...(isPart ? ['\\ldots'] : [])].join(',\\ ')
  return isPart || values.length > 1 || (values[0] ?? 0) < 0 ? `(${text})` : text
}
