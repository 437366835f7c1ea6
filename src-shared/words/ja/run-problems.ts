import type { Words } from '../index'

export const runProblems = {
  'method-unknown': (v) => `「${v['method']}」という手法はありません。`
} satisfies Partial<Words['problems']>
