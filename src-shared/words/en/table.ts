/** The table of steps: headings of its columns, in the file too, and what can be done with it. */
export const table = {
  run: 'Run',
  step: 'Step',
  value: 'f',
  norm: '‖∇f‖',
  gradients: 'Gradients',
  evaluations: 'Evaluations',
  showCounts: 'Show how many gradients and evaluations each point took',
  /** What is saved, in the dialog before. */
  preview: 'First rows of the file',
  saved: (values: { runs: number; rows: number }) =>
    `Every step of ${values.runs === 1 ? 'the run' : `the ${values.runs} runs`}: ${values.rows} rows. It begins like this:`,
  more: (values: { rows: number }) => `… ${values.rows} more`,
  writing: (values: { percent: number }) => `Writing … ${values.percent} %`,
  /** Short, for the head of a narrow column. */
  counts: { gradients: 'grad.', evaluations: 'eval.' },
  copyAll: (values: { rows: string }) => `Copy all ${values.rows} rows`,
  /** Too many for the clipboard: only those that the plots have. */
  copySome: (values: { rows: string; all: string }) =>
    `Copy ${values.rows} of ${values.all} rows, from all over the run; export the CSV for all of them`
}
