import { answers } from '@core/answers'
import { compile } from '@core/objective'
import { Path } from '@core/optimise/path'
import { courseOf, type Plan } from '@core/optimise/plan'
import { runStretches } from '@core/optimise/run'
import { steady } from '@core/pulse'

/** A run with its path thinned to what the screen gets, and its last point: what a program in C does, and no more. */
export function runner(formula: string, plan: Plan, most: number): () => Float64Array {
  const objective = compile(formula, ['x', 'y'])
  return () => {
    const path = new Path(2, most)
    runStretches(courseOf(objective, plan), (stretch) => path.add(stretch))
    return path.kept().points.slice(-2)
  }
}

/** The same as the page gets it, and what is said of it. */
export function answered(formula: string, plan: Plan, most: number): void {
  const { gradient, steps, method, settings, start } = plan
  const run = { method, convention: 'book' as const, settings: { ...settings }, start: Array.from(start) }
  const subject = { formula, variables: ['x', 'y'], parameters: {} }
  answers.runs({ subject, gradient, steps, runs: [run], columns: most, views: [] }, steady)
  answers.verdict({ subject, gradient, steps, run }, steady)
}
