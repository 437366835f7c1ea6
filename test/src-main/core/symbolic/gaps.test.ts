import { readableDerivative } from '@core/symbolic/derivative'
import { gaps } from '@core/symbolic/gaps'
import { parse } from '@shared/language/parser'
import { expect, it } from 'vitest'

function gapsOf(text: string): string | null {
  const { tree } = parse(text, { names: ['x', 'y', 'a'] })
  const derivative = readableDerivative(tree, 'x', ['x', 'y'])
  return derivative && gaps(tree, derivative, 'x')
}

it.each([
  ['(x^2 - 1)/(x - 1)', 'x \\ne 1'],
  ['(x^2 - 4)/(x + 2)', 'x \\ne -2'],
  ['(x^4 - 1)/(x^2 - 1)', 'x \\ne -1,\\ x \\ne 1'],
  ['x^2/x', 'x \\ne 0'],
  ['x^2*x^-1', 'x \\ne 0'],
  ['(4x^2 - 1)/(2x - 1)', 'x \\ne \\frac{1}{2}'],
  ['(x^2 - a^2)/(x - a)', 'x \\ne a'],
  ['atan(1/x)', 'x \\ne 0']
])('the derivative of %s is said to hold where %s', (text, places) => {
  expect(gapsOf(text)).toBe(places)
})

it.each(['1/x', 'x/(x^2 - 1)', 'x/(1 + x^2)', 'x/3', 'sin(x)/x', '1/(3x - 1)', 'e^(1/x)', 'y/(x - a)', 'sqrt(x)/x^2'])(
  'the derivative of %s has no value where the function has none',
  (text) => {
    expect(gapsOf(text)).toBeNull()
  }
)
