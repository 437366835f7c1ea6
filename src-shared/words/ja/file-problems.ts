import type { Words } from '../index'

export const fileProblems = {
  'file-not-json': (v) => `「${v['file']}」は実験ファイルではありません。`
} satisfies Partial<Words['problems']>
