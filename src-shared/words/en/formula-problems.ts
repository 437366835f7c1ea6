import type { Sentence } from '../values'

const all = {
  'formula-empty': () => 'Type a function, for example x^2.'
} satisfies Record<string, Sentence>

export const formulaProblems: { [code in keyof typeof all]: Sentence } = all
