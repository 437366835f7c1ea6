import type { Problem } from '../problem'
import type { Comparison, Experiment, Noise, Run, StopRules } from './experiment'

/** A run with the best of its learning rates. */
export interface ComparedRun {
  /** Null where the method has no learning rate: it was run as it is. */
  readonly lr: number | null
  readonly value: number
  /** Steps and evaluations spent with it. */
  readonly steps: number
  readonly evaluations: number
  /**
   * Each rate tried, ascending, with the highest f in the last tenth of its budget; NaN where that diverged or left the
   * domain. `astray`: on its way f rose far above the start, so that the rate is not taken unless all are like that.
   */
  readonly tried: readonly { readonly lr: number; readonly value: number; readonly astray?: true }[]
}

/** One that could not be; `setting` names the field at fault. */
export interface UncomparedRun {
  readonly problem: Problem
  readonly setting: string | null
}

/** The best rate of each run; null if one of them could not be compared. */
export function comparedRuns(report: readonly (ComparedRun | UncomparedRun)[]): readonly ComparedRun[] | null {
  const compared = report.filter((run): run is ComparedRun => !('problem' in run))
  return compared.length === report.length ? compared : null
}

/** Nothing but the budget ends a run: what else would might end one run and not another. */
export const budgetOnly = (budget: number): StopRules => ({
  gradient: null,
  step: null,
  target: null,
  evaluations: budget
})

/** All runs are compared with the noise of one seed: that of the first that has noise. Undefined if none has. */
export function commonSeed(runs: readonly { readonly noise?: Noise | undefined }[]): number | undefined {
  return runs.find(({ noise }) => noise && noise.sigma > 0)?.noise?.seed
}

/** The least number of learning rates that were tried for a run that has one; 0 if none has. */
function triedIn(compared: readonly ComparedRun[]): number {
  const counts = compared.map(({ tried }) => tried.length).filter((count) => count > 0)
  return counts.length === 0 ? 0 : Math.min(...counts)
}

/**
 * The experiment on equal terms, as they were compared: every run from the shared start, with the best of its learning
 * rates, and as many steps as the longest of them can pay for.
 */
export function withComparison(experiment: Experiment, compared: readonly ComparedRun[], budget: number): Experiment {
  const seed = commonSeed(experiment.runs)
  const runs = experiment.runs.map((run, index): Run => {
    const lr = compared[index]?.lr ?? null
    const settings = lr === null ? run.settings : { ...run.settings, lr }
    return { ...run, start: null, settings, noise: { ...run.noise, seed: seed ?? run.noise.seed } }
  })
  const steps = Math.max(1, ...compared.map((run) => run.steps))
  const { formula, parameters, gradient, start } = experiment
  const comparison: Comparison = {
    formula,
    parameters: parameters.map(({ value }) => value),
    gradient,
    start,
    budget,
    steps,
    tried: triedIn(compared),
    runs
  }
  return { ...experiment, runs, steps, stop: budgetOnly(budget), comparison }
}

/** Whether what was compared is still what is seen: a run may have gone since, but none has come or changed. */
export function comparisonHolds(experiment: Experiment): boolean {
  const { comparison, runs, stop, steps, start } = experiment
  if (!comparison || runs.length === 0) return false
  const isSameTask =
    experiment.formula === comparison.formula &&
    areEqual(
      experiment.parameters.map(({ value }) => value),
      comparison.parameters
    ) &&
    areEqual(experiment.gradient, comparison.gradient) &&
    areEqual(start, comparison.start)
  const isSameBudget = areEqual(stop, budgetOnly(comparison.budget)) && steps >= comparison.steps
  return isSameTask && isSameBudget && runs.every((run) => isAsCompared(run, comparison))
}

function isAsCompared(run: Run, { runs, start }: Comparison): boolean {
  const then = runs.find(({ id }) => id === run.id)
  if (!then || (run.start && !areEqual(run.start, start))) return false
  const essence = ({ method, convention, settings, schedule, noise }: Run) => ({
    method,
    convention,
    settings,
    schedule,
    noise
  })
  return areEqual(essence(run), essence(then))
}

/** Equal numbers, texts, lists, and records whatever the order of their keys. */
function areEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && areEqual(Reflect.get(a, key), Reflect.get(b, key)))
  )
}
