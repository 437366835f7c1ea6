import { powerInstead } from '@shared/language/doubts'
import { parse } from '@shared/language/parser'
import { expect, it, test } from 'vitest'

const asked = (text: string) => powerInstead(parse(text))?.repair.text ?? null

test.each([
  ['x2', 'x^2'],
  ['ｘ２', 'x^2'],
  ['x2 + y2 - 4', 'x^2 + y^2 - 4'],
  ['x3 + x', 'x^3 + x'],
  ['sin(x2)', 'sin(x^2)']
])('%s may be meant as %s', (text, meant) => {
  expect(asked(text)).toBe(meant)
})

it.each(['x1^2 + x2^2', 'x0 + x2', 'x[2] + x[0]', 'x_2', 'x₂', 'x^2', 'f(x2) = x2', 'w1 x2', 'x4'])(
  'is not asked where the digit is an index: %s',
  (text) => {
    expect(asked(text)).toBeNull()
  }
)
