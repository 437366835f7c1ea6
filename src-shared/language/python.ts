import { FormulaError } from './error'

/** Python that stands before an expression, which alone is a formula. Without its colon `lambda` is the letter λ. */
const frames = [
  { pattern: /^\s*(?:[A-Za-z]\w*\s*=\s*)?(lambda)\b[^:]*:/, code: 'refused-lambda' },
  { pattern: /^\s*(def)\s+\w+\s*\(/, code: 'refused-def' },
  { pattern: /^\s*(return)\b/, code: 'refused-def' }
] as const

/** Throws a FormulaError at the Python word with which `text` begins, if it begins with one. */
export function refusePython(text: string) {
  for (const { pattern, code } of frames) {
    const [whole, word = ''] = pattern.exec(text) ?? []
    if (whole === undefined) continue
    const from = text.indexOf(word)
    throw new FormulaError(code, { word }, { from, to: from + word.length })
  }
}
