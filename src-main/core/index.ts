/** The public door of the numeric core: free of Electron and Node, so that tests, benchmarks and scripts can bundle it alone. */
export { FormulaError } from '@shared/language/error'
export { answers } from './answers'
export { difference } from './difference'
export { type Counts, compile, type Objective } from './objective'
export type { Plan } from './optimise/plan'
export { type Run, run } from './optimise/report'
export { Cancelled, type Pulse, steady } from './pulse'
export { sampleCurve, sampleGrid } from './sample'
