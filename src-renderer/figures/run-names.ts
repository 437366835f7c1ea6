import type { Experiment, Run } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'
import { numeral } from '../plots/numerals'

/**
 * What each run is called in legends and tables: its method, with what tells it from other runs of the same method –
 * the convention, the learning rate, the start.
 */
export function runNames(experiment: Experiment, words: Words): readonly string[] {
  const startOf = (run: Run) => `(${(run.start ?? experiment.start).map((at) => numeral(at)).join(', ')})`
  const details: readonly ((run: Run) => string)[] = [
    (run) => words.methods.conventions[run.convention],
    (run) => `η = ${numeral(run.settings['lr'] ?? Number.NaN)}`,
    startOf
  ]
  return experiment.runs.map((run) => {
    const twins = experiment.runs.filter((other) => other !== run && other.method === run.method)
    const telling = details.filter((detail) => twins.some((other) => detail(other) !== detail(run)))
    return [methodName(run.method, words), ...telling.map((detail) => detail(run))].join(' ')
  })
}

/** The method's name in the user's language. */
export function methodName(method: string, words: Words): string {
  const names: Readonly<Record<string, string>> = words.methods.names
  return names[method] ?? method
}
