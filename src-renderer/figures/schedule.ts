import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { typeset } from '@shared/language/typeset'
import { valueAt } from '@shared/language/value'
import type { Schedule } from '@shared/methods/schedules'

/** The factor of a schedule, a formula over the step and the settings. */
const factorTree = ({ settings, factor }: Schedule): Syntax =>
  parse(factor, { names: ['t', ...settings.map(({ id }) => id)] }).tree

/** What the learning rate is multiplied by in step t, in TeX: `\eta_t / \eta = \gamma^{t - 1}`. */
export function typesetFactor(schedule: Schedule): string {
  const symbols = new Map(schedule.settings.map(({ id, symbol }) => [id, symbol]))
  return typeset(factorTree(schedule), { names: (id) => symbols.get(id) ?? id })
}

/** The learning rates of the steps 1 … `steps`: of all, or where there are more of about `most` of them, the first and the last among these. */
export function scheduledRates(
  schedule: Schedule,
  settings: Readonly<Record<string, number>>,
  lr: number,
  steps: number,
  most: number
): readonly { readonly step: number; readonly rate: number }[] {
  const tree = factorTree(schedule)
  const count = Math.min(steps, most)
  return Array.from({ length: count }, (_, index) => {
    const step = count === 1 ? 1 : 1 + Math.round((index * (steps - 1)) / (count - 1))
    return { step, rate: lr * valueAt(tree, new Map([...Object.entries(settings), ['t', step]])) }
  })
}
