import { comparedRuns, withComparison } from '@shared/experiment/comparison'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import type { ComparisonReport, MinimumReport } from '@shared/protocol'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Ask } from '../answers/answer'
import { comparisonQuestion, minimumQuestion } from '../answers/questions'
import { createWork, type Work } from '../answers/work'
import type { Lab } from '../lab/lab'

/** The search for the lowest point of f. */
export interface MinimumSearch extends Work {
  /** What was found for function and ranges as they are now; undefined before, and again once one of them changes. */
  readonly report: Accessor<MinimumReport | undefined>
  search(): void
}

/** The comparison of all runs on equal terms. */
export interface FairComparison extends Work {
  /** Evaluations for each run, unless another number is wanted: as many as the document has steps. */
  readonly budget: Accessor<number>
  setBudget(budget: number): void
  /** What it found, for the runs as they are now; undefined before, and again once they change. */
  readonly report: Accessor<ComparisonReport | undefined>
  /** Sets all runs to what was found best, as one change. */
  compare(): void
}

/** Keeps what was found about a function within its ranges as long as both are the document's. */
export function createMinimumSearch(lab: Lab, ask: Ask): MinimumSearch {
  const matter = createMemo(() => ({ subject: lab.subject(), variables: lab.experiment().variables }), undefined, {
    equals: (a, b) => a.subject === b.subject && haveSameRanges(a.variables, b.variables)
  })
  const [found, setFound] = createSignal<{ readonly matter: object; readonly report: MinimumReport }>()
  const work = createWork('minimum', matter)
  return {
    ...work,
    report: createMemo(() => (found()?.matter === matter() ? found()?.report : undefined)),
    search: () => {
      const asked = matter()
      const question = minimumQuestion(asked.subject, lab.experiment())
      void work.run(ask, question, (report) => setFound({ matter: asked, report }))
    }
  }
}

function haveSameRanges(a: Experiment['variables'], b: Experiment['variables']): boolean {
  return a.length === b.length && a.every(({ min, max }, i) => min === b[i]?.min && max === b[i]?.max)
}

/** Compares when asked to; what it set stays in the document. */
export function createFairComparison(lab: Lab, ask: Ask): FairComparison {
  const terms = createMemo(lab.experiment, undefined, { equals: haveSameTerms })
  /** What is typed is for this document: its successor begins with its own. */
  const [wanted, setWanted] = createSignal<{ readonly budget: number; readonly document: Experiment }>()
  const [made, setMade] = createSignal<{ readonly terms: Experiment; readonly report: ComparisonReport }>()
  const work = createWork('comparison', terms)
  const budget = createMemo(() => {
    const typed = wanted()
    return typed && typed.document === lab.begun() ? typed.budget : usualBudget(terms())
  })
  const take = (report: ComparisonReport) => {
    const compared = comparedRuns(report)
    if (compared) lab.change((experiment) => withComparison(experiment, compared, budget()))
    setMade({ terms: terms(), report })
  }
  return {
    ...work,
    budget,
    setBudget: (wanted) => void setWanted({ budget: wanted, document: lab.begun() }),
    report: createMemo(() => (made()?.terms === terms() ? made()?.report : undefined)),
    compare: () => void work.run(ask, comparisonQuestion(lab.subject(), lab.experiment(), budget()), take)
  }
}

const usualBudget = ({ comparison, stop, steps }: Experiment): number =>
  Math.max(1, Math.min(stop.evaluations ?? comparison?.budget ?? steps, limits.evaluations))

/** Whether two documents would be compared in the same way. */
function haveSameTerms(a: Experiment, b: Experiment): boolean {
  const keys = ['formula', 'parameters', 'gradient', 'start', 'steps', 'stop', 'runs'] as const
  return keys.every((key) => a[key] === b[key])
}
