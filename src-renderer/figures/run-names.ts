import type { Experiment, Run } from '@shared/experiment/experiment'
import { methodNamed } from '@shared/methods/table'
import type { Words } from '@shared/words/index'
import { numeral } from '../plots/numerals'
import { noiseText, scheduleText, settingText } from './run-terms'

/**
 * What each run is called in legends and tables: its method, with what tells it from other runs of the same method –
 * the convention, the settings, schedule and noise, the start.
 */
export function runNames(experiment: Experiment, words: Words): readonly string[] {
  const startOf = (run: Run) => `(${(run.start ?? experiment.start).map((at) => numeral(at)).join(', ')})`
  const detailsOf = (run: Run): readonly ((run: Run) => string)[] => [
    ({ convention }) => words.methods.conventions[convention],
    ...(methodNamed(run.method, run.convention)?.settings ?? []).map(
      (setting) =>
        ({ settings }: Run) =>
          settingText(setting, settings)
    ),
    (run) => scheduleText(run, words),
    (run) => noiseText(run, words),
    startOf
  ]
  return experiment.runs.map((run) => {
    const twins = experiment.runs.filter((other) => other !== run && other.method === run.method)
    const telling = detailsOf(run).filter((detail) => twins.some((other) => detail(other) !== detail(run)))
    return [methodName(run.method, words), ...telling.map((detail) => detail(run))].filter(Boolean).join(' ')
  })
}

/** The method's name in the user's language. */
export function methodName(method: string, words: Words): string {
  const names: Readonly<Record<string, string>> = words.methods.names
  return names[method] ?? method
}
