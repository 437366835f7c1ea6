import { countNumeral } from '@shared/numbers/numeral'
import type { RunReport, RunRows } from '@shared/protocol'
import type { Ask } from '../answers/answer'
import { rowsQuestion } from '../answers/questions'
import { answerTo } from '../figures/know'
import type { Lab } from '../lab/lab'
import { isWhole } from './step-rows'

/** More rows than this are no text for a clipboard: spreadsheets end at about a million of them, and are slow long before. */
const mostRows = 100_001

/** What the button says that copies the table: how many rows there will be. */
export function copyLabel(lab: Lab, report: RunReport | undefined): string {
  const { table } = lab.words()
  const [kept, all] = [report?.steps.length ?? 0, (report?.taken ?? -1) + 1]
  return kept === all || all <= mostRows
    ? table.copyAll({ rows: countNumeral(all) })
    : table.copySome({ rows: countNumeral(kept), all: countNumeral(all) })
}

type Numbers = Pick<RunRows, 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'>

/**
 * The table of the selected run with every digit, as spreadsheets take it from the clipboard: every row unless there are
 * too many, then those of the report. Throws a ProblemError if they cannot be computed.
 */
export async function copyOf(lab: Lab, ask: Ask, report: RunReport, counts: boolean): Promise<string> {
  const { experiment, subject, run } = { experiment: lab.experiment(), subject: lab.subject(), run: lab.run() }
  const question =
    isWhole(report) || report.taken >= mostRows ? null : rowsQuestion(subject, experiment, run, 0, report.taken + 1)
  const numbers: Numbers = question ? await answerTo(ask, question) : report
  const stepOf = (index: number) => (question ? index : (report.steps[index] ?? 0))
  const names = experiment.variables.map(({ name }) => name)
  const { table } = lab.words()
  const heading = [lab.words().lab.table.step, ...names, table.value, table.norm]
  const lines = Array.from(numbers.values, (value, index) => [
    stepOf(index),
    ...numbers.points.subarray(index * names.length, (index + 1) * names.length),
    value,
    numbers.norms[index],
    ...(counts ? [numbers.gradients[index], numbers.evaluations[index]] : [])
  ])
  return [counts ? [...heading, table.gradients, table.evaluations] : heading, ...lines]
    .map((line) => line.join('\t'))
    .join('\n')
}
