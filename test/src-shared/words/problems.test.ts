import { words } from '@shared/words/index'
import { expect, test } from 'vitest'

test.each([
  ['1', 2, 'sin takes 1 argument, not 2.'],
  ['2', 1, 'sin takes 2 arguments, not 1.'],
  ['1 / 2', 3, 'sin takes 1 / 2 arguments, not 3.']
])('a function of %s arguments that is given %d says so in English grammar', (expected, found, sentence) => {
  expect(words.en.problems['argument-count']({ function: 'sin', expected, found })).toBe(sentence)
})

test('what is wrong with a field is said of the file it stands in', () => {
  for (const code of ['document-missing', 'document-kind', 'document-range'] as const) {
    const values = { path: 'notes', kind: 'text', range: '≥ 0' }
    expect(words.ja.problems[code](values)).toMatch(/^このファイル.*「notes」/)
    expect(words.en.problems[code](values)).toMatch(/^(In this|This) file.*“notes”/)
  }
})
