import { countNumeral } from '../../../numbers/numeral'
import { type Sentence, type Values, withMinus } from '../../../sentence'
import { settings } from '../settings'

const names: Readonly<Record<string, { readonly name: string }>> = settings
const settingName = (v: Values) => {
  const id = String(v['setting'])
  if (!Object.hasOwn(names, id)) return id
  // A name with a dot is none that anybody writes.
  return /^\w+$/.test(id) && id !== 'steps' ? `${names[id]?.name} (${id})` : `${names[id]?.name}`
}

const counted = (value: number | string | undefined) => (typeof value === 'number' ? countNumeral(value) : `${value}`)

/** `a number greater than 0`, `a number from 0 to below 1` … A bound that is missing is infinite. */
function bounds(v: Values): string {
  const { min, minIncluded, max, maxIncluded, whole } = v
  if (whole) return `an integer ${max === undefined ? `from ${min} on` : `from ${counted(min)} to ${counted(max)}`}`
  const above = min === undefined ? '' : minIncluded ? `at least ${min}` : `greater than ${min}`
  const below = max === undefined ? '' : maxIncluded ? `at most ${max}` : `less than ${max}`
  return [above, below].filter(Boolean).join(' and ')
}

const all = {
  'method-missing': () => 'The method is missing.',
  'method-unknown': (v) => `There is no method “${v['method']}”.`,
  'convention-missing': () => 'It is not said which update rule to use: textbook or PyTorch.',
  'convention-unknown': (v) => `The method “${v['method']}” has no update rule “${v['convention']}”.`,
  'setting-missing': (v) => `The ${settingName(v)} is missing.`,
  'setting-unknown': (v) => `The method “${v['method']}” has no setting “${v['setting']}”.`,
  'setting-not-finite': (v) => `The ${settingName(v)} must be a finite number.`,
  'setting-out-of-bounds': (v) => `The ${settingName(v)} must be ${bounds(v)}, not ${withMinus(v['value'])}.`,
  'start-length': (v) => `The start needs ${v['expected']} coordinates, not ${v['given']}.`,
  'start-not-finite': (v) => `The start must have a finite number for ${v['variable']}.`,
  'no-rate-holds': () =>
    'With none of the learning rates from 1e-15 to 1e9 does the run stay where the function is defined.',
  'start-undefined': (v) => `The function is not defined at the start ${withMinus(v['point'])}.`,
  'start-overflow': (v) =>
    `At the start ${withMinus(v['point'])} the function is too large to compute (beyond about 1.8e308).`,
  'step-out-of-run': (v) => `This run ended at step ${v['taken']}: there is no step ${v['step']}.`,
  'gradient-missing': () => 'It is not said how to obtain the gradient.',
  'gradient-unknown': (v) => `There is no way “${v['method']}” to obtain the gradient.`,
  'schedule-unknown': (v) => `There is no way “${v['schedule']}” to change the learning rate.`,
  'schedule-setting-unknown': (v) => `The learning-rate schedule has no setting “${v['setting']}”.`,
  'schedule-without-rate': () => 'This method has no learning rate that a schedule could change.',
  'noise-unknown': (v) => `The noise has no setting “${v['setting']}”.`,
  'stop-unknown': (v) => `There is no rule “${v['rule']}” by which a run could end early.`,
  'difference-too-small': (v) =>
    `At step ${v['step']}, h = ${v['h']} is too small beside ${v['variable']} = ${v['at']}: in 16 digits both places are the same, and the quotient is 0.`
} satisfies Record<string, Sentence>

export const runProblems: { [code in keyof typeof all]: Sentence } = all
