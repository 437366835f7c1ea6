import type { RunRows } from '@shared/protocol'
import type { Words } from '@shared/words/index'

/** The byte order mark: without it the spreadsheet most used in Japan takes UTF-8 for Shift JIS. */
const mark = '\uFEFF'

/** The numbers of some steps of a run: shapes as of a RunReport. `steps`: those they belong to; absent: from `from` on, one after the other. */
export interface StepNumbers extends Omit<RunRows, 'from'> {
  readonly from: number
  readonly steps?: ArrayLike<number>
}

/** The columns of the steps of runs: run, step, each variable, f, ‖∇f‖, and what it took to come there: gradients and evaluations in all. */
export function stepColumns(variables: readonly string[], words: Words['table']): readonly string[] {
  const { run, step, value, norm, gradients, evaluations } = words
  return [run, step, ...variables, value, norm, gradients, evaluations]
}

/** The first line of the steps of runs as CSV (RFC 4180: commas, CRLF, a quoted field where needed). */
export const csvHeading = (variables: readonly string[], words: Words['table']): string =>
  `${mark}${stepColumns(variables, words).map(textCell).join(',')}\r\n`

/**
 * Row number `row` of these numbers in those columns but for the name of its run. Numbers have the shortest digits that
 * give the same double again, with a point whatever the language.
 */
export function stepCells(numbers: StepNumbers, row: number): readonly string[] {
  const { steps, from, points, values, norms, gradients, evaluations } = numbers
  const dimension = values.length > 0 ? points.length / values.length : 0
  const cells = [numberCell(steps ? (steps[row] ?? Number.NaN) : from + row)]
  for (let i = row * dimension; i < (row + 1) * dimension; i++) cells.push(numberCell(points[i] ?? Number.NaN))
  for (const column of [values, norms, gradients, evaluations]) cells.push(numberCell(column[row] ?? Number.NaN))
  return cells
}

/** The rows number `begin` to `end` (exclusive) of these numbers as lines below the heading. */
export function csvRows(name: string, numbers: StepNumbers, begin = 0, end = numbers.values.length): string {
  const run = textCell(name)
  const lines: string[] = []
  for (let row = begin; row < end; row++) lines.push(`${[run, ...stepCells(numbers, row)].join(',')}\r\n`)
  return lines.join('')
}

const numberCell = (value: number) => (Object.is(value, -0) ? '-0' : `${value}`)

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
