import type { RunReport, RunsReport } from '../protocol'
import type { Words } from '../words/index'

/** The byte order mark: without it the spreadsheet most used in Japan takes UTF-8 for Shift JIS. */
const mark = '\uFEFF'

/**
 * The steps of all runs as CSV (RFC 4180: commas, CRLF, a quoted field where needed), one row a step: run, step,
 * each variable, f, ‖∇f‖. Numbers have the shortest digits that give the same double again, with a point whatever the language.
 * A run that could not begin has no rows; a thinned one has the steps that were kept.
 * @param names the runs' names, as many as `reports`
 */
export function stepsCsv(
  variables: readonly string[],
  names: readonly string[],
  reports: RunsReport,
  words: Words['table']
): string {
  const heading = [words.run, words.step, ...variables, words.value, words.norm].map(textCell)
  const rows = reports.flatMap((report, index) => ('problem' in report ? [] : rowsOf(report, names[index] ?? '')))
  return `${mark}${[heading.join(','), ...rows].join('\r\n')}\r\n`
}

function rowsOf({ steps, points, values, norms }: RunReport, name: string): string[] {
  const dimension = points.length / steps.length
  const run = textCell(name)
  return Array.from(steps, (step, row) => {
    const point = points.subarray(row * dimension, (row + 1) * dimension)
    return [run, ...[step, ...point, values[row] ?? NaN, norms[row] ?? NaN].map(numberCell)].join(',')
  })
}

const numberCell = (value: number) => (Object.is(value, -0) ? '-0' : `${value}`)

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
