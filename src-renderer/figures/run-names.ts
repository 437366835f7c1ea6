import type { Experiment, Run } from '@shared/experiment/experiment'
import { methodNamed } from '@shared/methods/table'
import { numeral } from '@shared/numbers/numeral'
import type { Words } from '@shared/words/index'
import { axisName } from './names'
import { noiseText, scheduleText, settingText } from './run-terms'

/** Significant digits of a number in a name; more only where they are all that tells it from another. */
const usualDigits = 5
/** So many tell any two numbers apart. */
const allDigits = 17

/** What may tell a run from another, written with so many digits. */
type Detail = (run: Run, digits: number) => string

/**
 * What each run is called in legends and tables: its method, with what tells it from other runs of the same method –
 * the convention, the settings, schedule and noise, the start.
 */
export function runNames(experiment: Experiment, words: Words): readonly string[] {
  return experiment.runs.map((run) => {
    const twins = experiment.runs.filter((other) => other !== run && other.method === run.method)
    const details: readonly Detail[] = [
      ({ convention }) => words.methods.conventions[convention],
      ...(methodNamed(run.method, run.convention)?.settings ?? []).map(
        (setting): Detail =>
          ({ settings }, digits) =>
            settingText(setting, settings, digits)
      ),
      (one, digits) => scheduleText(one, words, digits),
      (one, digits) => noiseText(one, words, digits),
      startDetail(experiment, [run, ...twins])
    ]
    return [methodName(run.method, words), ...details.map((detail) => told(detail, run, twins))]
      .filter((part) => part !== '')
      .join(' ')
  })
}

/** The detail of a run with as many digits as tell it from its twins; empty where it is that of all of them. */
function told(detail: Detail, run: Run, twins: readonly Run[]): string {
  const others = twins.filter((other) => detail(other, allDigits) !== detail(run, allDigits))
  if (others.length === 0) return ''
  let digits = usualDigits
  while (digits < allDigits && others.some((other) => detail(other, digits) === detail(run, digits))) digits++
  return detail(run, digits)
}

/** `(4, 5)`; of many coordinates only so much that it is seen to be a start. */
export const startText = (start: readonly number[]): string => {
  const texts = start.slice(0, mostCoordinates).map((at) => numeral(at, usualDigits))
  return `(${[...texts, ...(start.length > mostCoordinates ? ['…'] : [])].join(', ')})`
}

/** Starts of more coordinates are told by those alone in which they differ. */
const mostCoordinates = 4

/** Where a run starts: `(4, 5)`, and of many coordinates `(x₃ = 2, …)`. */
function startDetail(experiment: Experiment, runs: readonly Run[]): Detail {
  const startOf = (run: Run) => run.start ?? experiment.start
  const text = (run: Run, axis: number, digits: number) => numeral(startOf(run)[axis] ?? Number.NaN, digits)
  if (experiment.variables.length <= mostCoordinates)
    return (run, digits) =>
      `(${startOf(run)
        .map((_, axis) => text(run, axis, digits))
        .join(', ')})`
  const telling = tellingCoordinates(runs.map(startOf))
  return (run, digits) =>
    `(${telling.map((axis) => `${axisName(experiment, axis)} = ${text(run, axis, digits)}`).join(', ')}, …)`
}

/** So few coordinates that any two of the points which differ at all differ in one of them. */
function tellingCoordinates(points: readonly (readonly number[])[]): readonly number[] {
  const telling = new Set<number>()
  for (const [index, one] of points.entries())
    for (const other of points.slice(0, index)) {
      const differing = one.flatMap((at, axis) => (at === other[axis] ? [] : [axis]))
      if (!differing.some((axis) => telling.has(axis))) for (const axis of differing.slice(0, 1)) telling.add(axis)
    }
  return [...telling].sort((a, b) => a - b)
}

/** The method's name in the user's language. */
export function methodName(method: string, words: Words): string {
  const names: Readonly<Record<string, string>> = words.methods.names
  return names[method] ?? method
}
