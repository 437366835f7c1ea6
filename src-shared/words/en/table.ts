/** Headings of the table of steps. */
export const table = { run: 'Run', step: 'Step', value: 'f', norm: '‖∇f‖' }
