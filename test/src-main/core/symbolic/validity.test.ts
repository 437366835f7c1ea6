import { kinksAt } from '@core/breaks'
import { compile } from '@core/objective'
import { readableDerivative } from '@core/symbolic/derivative'
import { validity } from '@core/symbolic/validity'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { valueAt } from '@shared/language/value'
import { expect, it } from 'vitest'

function validityOf(text: string) {
  const { tree } = parse(text, { names: ['x', 'y', 'a'] })
  const derivative = readableDerivative(tree, 'x', ['x', 'y'])
  return derivative && validity(tree, derivative, 'x')
}

it.each([
  ['(x^2 - 1)/(x - 1)', 'x \\ne 1'],
  ['(x^2 - 4)/(x + 2)', 'x \\ne -2'],
  ['(x^4 - 1)/(x^2 - 1)', 'x \\ne -1,\\ x \\ne 1'],
  ['x^2/x', 'x \\ne 0'],
  ['x^2*x^-1', 'x \\ne 0'],
  ['(4x^2 - 1)/(2x - 1)', 'x \\ne \\frac{1}{2}'],
  ['(x^2 - a^2)/(x - a)', 'x \\ne a'],
  ['atan(1/x)', 'x \\ne 0'],
  ['sin(x)*cos(x)/sin(x)', '\\sin x \\ne 0'],
  ['|x|', 'x \\ne 0'],
  ['||x| - 1|', 'x \\ne -1,\\ x \\ne 1,\\ x \\ne 0'],
  ['|x - a|', 'x \\ne a'],
  ['|x^2 - 2|', 'x^2 - 2 \\ne 0'],
  ['|sin(x)|', '\\sin x \\ne 0'],
  ['sqrt(x^2)', 'x \\ne 0'],
  ['cbrt(x)', 'x \\ne 0'],
  ['sign(x)', 'x \\ne 0'],
  ['max(0, x)', 'x \\ne 0'],
  ['max(x, y)', 'x \\ne y'],
  ['min(sin(x), cos(x))', '\\sin x \\ne \\cos x'],
  ['piecewise(x < 1, x^2, 2x)', 'x \\ne 1'],
  ['floor(x)', 'x \\notin \\mathbb{Z}'],
  ['mod(x, 3)', '\\frac{x}{3} \\notin \\mathbb{Z}']
])('the derivative of %s is stated to be valid for %s', (text, conditions) => {
  expect(validityOf(text)?.conditions.join(',\\ ')).toBe(conditions)
})

it.each(
  `1/x; x/(x^2 - 1); x/(1 + x^2); x/3; sin(x)/x; 1/(3x - 1); e^(1/x); y/(x - a); sqrt(x)/x^2; sqrt(x); asin(x); x|x|; |x|^3;
  |sin(x)|*sin(x); max(x, 0)^2; piecewise(x < 1, x^2, 2x - 1); log(|x|); log(|cos(x)|); |x^2 + 1|; tan(x)`.split(';')
)('of the derivative of%s nothing is to be said', (text) => {
  expect(validityOf(text)?.conditions).toEqual([])
})

it('the value of max at a corner is removed if the corner is listed, and only then', () => {
  const text = (f: string) => print(validityOf(f)?.derivative ?? parse('0').tree)
  expect(text('max(0, x)')).toBe('piecewise(x > 0, 1, x < 0, 0)')
  expect(text('max(x, 0)^2')).toBe('piecewise(x > 0, 2*max(x, 0), x < 0, 0, max(x, 0))')
})

const inner = ['x', 'x - 1', '2x + 1', 'x^2', 'x^2 - 1', 'x^3', '|x|', 'x^2 + 1', 'x(x - 2)', '1 - |x|']
const outer =
  '|u|; u|u|; cbrt(u); max(u, 1); max(u, 0)^2; min(u, x); sign(u)u; u/|u|; |u|^3; piecewise(u < 0, u, u^2); relu(u)x'
const conditions = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]

it('where difference quotients show no derivative, its formula is undefined or the point is listed', () => {
  for (const f of outer.split('; ').flatMap((of) => inner.map((u) => of.replace(/\bu\b/g, `(${u})`)))) {
    const { tree } = parse(f, { names: ['x'] })
    const derivative = readableDerivative(tree, 'x', ['x'])
    if (!derivative) continue
    const said = validity(tree, derivative, 'x').conditions
    const objective = compile(f, ['x'])
    for (const x of conditions) {
      const [kink] = kinksAt(objective, [x])
      const isKink = kink && (kink.jumps || kink.left !== kink.right || !Number.isFinite(kink.left))
      const hasNone = isKink || Number.isNaN(objective.value([x]))
      const isSaid = said.includes(`x \\ne ${tex(x)}`)
      const hasValue = Number.isFinite(valueAt(derivative, new Map([['x', x]])))
      if (hasNone && hasValue) expect(isSaid, `${f} at ${x}`).toBe(true)
      if (isSaid) expect(hasNone || !hasValue, `${f} at ${x}`).toBe(true)
    }
  }
})

const tex = (x: number) => (Number.isInteger(x) ? `${x}` : `${x < 0 ? '-' : ''}\\frac{${2 * Math.abs(x)}}{2}`)
