import type { Sentence } from '../values'

const all = {
  'method-unknown': (v) => `There is no method “${v['method']}”.`
} satisfies Record<string, Sentence>

export const runProblems: { [code in keyof typeof all]: Sentence } = all
