import type { Sentence } from '../values'

const all = {
  'file-not-json': (v) => `“${v['file']}” is not a session file.`
} satisfies Record<string, Sentence>

export const fileProblems: { [code in keyof typeof all]: Sentence } = all
