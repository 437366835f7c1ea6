import type { Words } from '../index'

export const formulaProblems = {
  'formula-empty': () => '関数を入力してください。例：x^2'
} satisfies Partial<Words['problems']>
