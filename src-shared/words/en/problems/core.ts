import type { Sentence } from '../../../sentence'

const all = {
  'formula-too-large': () => 'This formula is too long to compute with.',
  'variable-twice': (v) => `The variable ${v['name']} is listed twice.`,
  'variable-name': (v) =>
    `“${v['name']}” cannot name a variable: use one letter, with an index if you like, that is not a constant or a function.`,
  'parameter-missing': (v) => `The parameter ${v['name']} has no value.`,
  'point-length': (v) => `A point of this function has ${v['expected']} coordinates, not ${v['given']}.`,
  'difference-step': () => 'The step size h must be a number other than 0.',
  'difference-lost': (v) =>
    `h is too small here: with 16 digits, ${v['variable']} = ${v['at']} shifted by h = ${v['h']} is still ${v['at']}.`
} satisfies Record<string, Sentence>

export const coreProblems: { [code in keyof typeof all]: Sentence } = all
