import { tokens } from '@shared/language/tokens'
import { expect, test } from 'vitest'

const kinds = (text: string) => tokens(text).map(({ kind, text: plain }) => `${kind} ${plain}`)

test('each token has a kind and its plain spelling', () => {
  expect(kinds('2Sin(x₀)²＋π×y⁻²ˣ # remark')).toEqual([
    'number 2',
    'function sin',
    'open (',
    'name x_0',
    'close )',
    'superscript 2',
    'operator +',
    'constant pi',
    'operator *',
    'name y',
    'superscript -2x',
    'comment # remark'
  ])
})

test('relations, keywords and subscripts have kinds of their own', () => {
  expect(kinds('{0 ≦ x and x＜1: ½, else_i & \\text{sonst} \\\\ ⌊')).toEqual([
    'open {',
    'number 0',
    'relation <=',
    'name x',
    'keyword and',
    'name x',
    'relation <',
    'number 1',
    'colon :',
    'number 1/2',
    'comma ,',
    'name else_i',
    'separator &',
    'text sonst',
    'separator \\\\',
    'open ⌊'
  ])
})

test('lambda is a keyword before a colon, and otherwise a letter', () => {
  expect(kinds('lambda x: λ')).toEqual(['keyword lambda', 'name x', 'colon :', 'name lambda'])
  expect(kinds('lambda x')).toEqual(['name lambda', 'name x'])
})

test('ranges count UTF-16 units of the text as typed', () => {
  const text = '𝑥＋\\cdot👍１．５'
  expect(tokens(text).map(({ from, to }) => text.slice(from, to))).toEqual(['𝑥', '＋', '\\cdot', '👍', '１．５'])
})

test('what cannot be read is a token with its problem', () => {
  const [, unknown] = tokens('x ! ')
  expect(unknown).toEqual({
    kind: 'unknown',
    text: '!',
    from: 2,
    to: 3,
    problem: { code: 'refused-factorial', values: { character: '!' }, range: { from: 2, to: 3 } }
  })
})
