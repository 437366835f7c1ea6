import { compileTree } from '@core/objective'
import { agreements, agrees } from '@core/symbolic/checked'
import { readableDerivative } from '@core/symbolic/derivative'
import { examples } from '@shared/experiment/examples'
import { functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulas, name, product, sum } from '../../../support/formulas'

const names = ['x', 'y', 'z']

/** ∂f/∂variable as text. */
function slope(text: string, variable = 'x'): string | null {
  const derivative = readableDerivative(parse(text).tree, variable, names)
  return derivative && print(derivative)
}

describe('the readable derivative', () => {
  it.each([
    // Powers and like terms
    ['x^2', '2*x'],
    ['x^4 - 4x^2 + x', '4*x^3 - 8*x + 1'],
    ['4x^2 + 4xy + 2y^2 + 5', '8*x + 4*y'],
    ['x^2/20 + y^2', 'x/10'],
    ['0.01x^2 + 0.1x', '0.02*x + 0.1'],
    ['0.1x^3', '0.3*x^2'],
    ['x/3', '1/3'],
    ['2x^3/3', '2*x^2'],
    ['x + x + x', '3'],
    ['x - x', '0'],
    ['7', '0'],
    ['y^2', '0'],
    ['1e-7x^2', '2e-7*x'],
    ['1e300*x^2', '2e300*x'],
    ['1e-300x^2', '2e-300*x'],
    ['x/1e20', '1/1e20'],
    ['(0.1x)^20', '2e-19*x^19'],
    ['pi x^2', '2*pi*x'],
    ['a x^2 + b x + c', '2*a*x + b'],
    ['z y x', 'y*z'],
    ['(2x)^3', '24*x^2'],
    ['(2x)^1000', '2000*(2*x)^999'],
    ['1/x', '-1/x^2'],
    ['x^-2', '-2/x^3'],
    ['x^0.5', '0.5/x^0.5'],
    ['x^(1/3)', '1/(3*x^(2/3))'],
    // Brackets stay
    ['(1 - x)^2 + 100(y - x^2)^2', '-2*(1 - x) - 400*x*(y - x^2)'],
    ['(x^2 + y - 11)^2 + (x + y^2 - 7)^2', '4*x*(x^2 + y - 11) + 2*(x + y^2 - 7)'],
    ['((x+y-2)^2 + (2x+y-3)^2 + (3x+y-5)^2)/3', '(2*(x + y - 2) + 4*(2*x + y - 3) + 6*(3*x + y - 5))/3'],
    ['x(x + 1)', '2*x + 1'],
    ['(1 - x)(x + y)', '-2*x - y + 1'],
    ['(x^2 + x) sin x', '(2*x + 1)*sin(x) + (x^2 + x)*cos(x)'],
    ['(x + 1)^2 + (x - 1)^2', '4*x'],
    ['(x - y)^2 + (x + y)^2', '4*x'],
    ['(x + 1)^2 + x^2', '4*x + 2'],
    ['(x + 1)^3 + (x - 1)^2', '3*(x + 1)^2 + 2*(x - 1)'],
    // Quotients
    ['x^2/(1 + x^2)', '2*x/(1 + x^2)^2'],
    ['x/(x^2 + 1)', '(1 - x^2)/(x^2 + 1)^2'],
    ['0.5x/(x + 1)', '0.5/(x + 1)^2'],
    ['(x + 1)/(x - 1)', '-2/(x - 1)^2'],
    ['sin(x)/x', '(x*cos(x) - sin(x))/x^2'],
    ['(x + y)^3/(x + z)', '(x + y)^2*(2*x + 3*z - y)/(x + z)^2'],
    ['log(x)/x', '(1 - log(x))/x^2'],
    ['(x - 1)^20/(x + 1)^20', '40*(x - 1)^19/(x + 1)^21'],
    ['x^3/(x - 1)^2', 'x^2*(x - 3)/(x - 1)^3'],
    ['sqrt(x)/(x + 1)', '(1 - x)/(2*sqrt(x)*(x + 1)^2)'],
    ['log(x)/(x^2 + 1)', '(x^2 + 1 - 2*x^2*log(x))/(x*(x^2 + 1)^2)'],
    ['e^x/(1 + e^x)', 'e^x/(1 + e^x)^2'],
    ['sin(x)/cos(x)', '1/cos(x)^2'],
    ['sin(x)/cos(x)^2', '(1 + sin(x)^2)/cos(x)^3'],
    ['1/(x sin x)', '-(sin(x) + x*cos(x))/(x^2*sin(x)^2)'],
    ['x/(1 + |x|)', '1/(1 + abs(x))^2'],
    // Roots
    ['x^2 sqrt(x)', '5*x^(3/2)/2'],
    ['1/sqrt(x)', '-1/(2*x^(3/2))'],
    ['sqrt(x^2 + y^2)', 'x/sqrt(x^2 + y^2)'],
    ['sqrt(x^2)', 'x/sqrt(x^2)'],
    // Pieces
    ['piecewise(x < 0, -x, x^2)', 'piecewise(x < 0, -1, 2*x)'],
    ['piecewise(x < y, 3, 4)', '0'],
    ['piecewise(x < 0, -x, x >= 0, x^2)', 'piecewise(x < 0, -1, x >= 0, 2*x)'],
    ['piecewise(x < 0, 3, x >= 0, 4)', 'piecewise(x < 0, 0, x >= 0, 0)'],
    ['sin(piecewise(x > 0, x^2))', 'piecewise(x > 0, 2*x*cos(x^2))'],
    ['3 piecewise(x > 0, x^2) + x*piecewise(x > 0, x, 1)', 'piecewise(x > 0, 8*x)'],
    ['2 piecewise(x < 0, -x, x^2) + x', 'piecewise(x < 0, -2, 4*x) + 1'],
    ['piecewise(x < 0, -x, x^2)^2', 'piecewise(x < 0, 2*x, 4*x^3)'],
    ['sin(piecewise(x < 0, -x, x^2))', 'piecewise(x < 0, -cos(x), 2*x*cos(x^2))'],
    ['x*piecewise(x < 0, -x, x^2)', 'piecewise(x < 0, -2*x, 3*x^2)'],
    ['x + y*piecewise(x < 0, -x, x^2)', '1 + piecewise(x < 0, -y, 2*x*y)'],
    ['piecewise(x < 0, x, x < 1, 1, 2)', 'piecewise(x < 0, 1, 0)'],
    ['piecewise(not (x > 1 and x*x < 9), x, 2x)', 'piecewise(not (x > 1 and x^2 < 9), 1, 2)'],
    ['max(x^2, 2x)', 'piecewise(x^2 > 2*x, 2*x, x^2 < 2*x, 2, x + 1)'],
    ['min(x, y)', 'piecewise(x < y, 1, x > y, 0, 1/2)'],
    ['max(x, x)', '1'],
    ['max(0, x)', 'piecewise(x > 0, 1, x < 0, 0, 1/2)'],
    ['min(x, y, 0)', 'piecewise(x < y and x < 0, 1, x > y or x > 0, 0, x < y or x < 0, 1/2, 1/3)'],
    ['max(x, y, 1, 2)', 'piecewise(x > y and x > 1 and x > 2, 1, x < y or x < 1 or x < 2, 0)'],
    ['relu(x)', 'piecewise(x > 0, 1, 0)'],
    ['relu(x^2 - 1)^2', 'piecewise(x^2 - 1 > 0, 4*x*relu(x^2 - 1), 0)'],
    ['sinc(x)', 'piecewise(abs(x) > 0, (cos(x) - sinc(x))/x, 0)'],
    ['atan2(y, x)', '-y/(x^2 + y^2)'],
    ['sigmoid(x)', '(1 - sigmoid(x))*sigmoid(x)'],
    ['hypot(x, y)', 'x/sqrt(x^2 + y^2)'],
    ['hypot(y, x)', 'x/sqrt(y^2 + x^2)'],
    ['atan2(x, y)', 'y/(y^2 + x^2)'],
    ['asin(x)', '1/sqrt(1 - x^2)'],
    // Functions
    ['e^(-x)', '-e^(-x)'],
    ['exp(-x^2)', '-2*x*e^(-x^2)'],
    ['exp(-(x^2 + y^2))', '-2*x*e^(-(x^2 + y^2))'],
    ['sin(2x)cos(3x)', '2*cos(2*x)*cos(3*x) - 3*sin(2*x)*sin(3*x)'],
    ['sin(x)cos(y)', 'cos(x)*cos(y)'],
    ['x e^x', '(x + 1)*e^x'],
    ['2^x', '2^x*log(2)'],
    ['(2e)^x', '(2*e)^x*log(2*e)'],
    ['(e^3)^x', '(e^3)^x*log(e^3)'],
    ['(1/e)^x', '(1/e)^x*log(1/e)'],
    ['x^x', 'x^x*(log(x) + 1)'],
    ['sin(x^2)', '2*x*cos(x^2)'],
    ['cos(x)', '-sin(x)'],
    ['log(x)', '1/x'],
    ['sqrt(x)', '1/(2*sqrt(x))'],
    ['sqrt(1 - x^2)', '-x/sqrt(1 - x^2)'],
    ['x/sqrt(x^2 + 1)', '1/(x^2 + 1)^(3/2)'],
    ['sqrt(x)^2 + sqrt(x)*sqrt(x)', '2'],
    ['x^2 sin x', 'x*(2*sin(x) + x*cos(x))'],
    ['tan(x)', '1/cos(x)^2'],
    ['atan(x)', '1/(1 + x^2)'],
    ['|x|', 'sign(x)'],
    ['hypot(x)', 'sign(x)'],
    ['log(|x|)', '1/x'],
    ['x|x|', '2*abs(x)'],
    ['|x|^3', '3*x*abs(x)'],
    ['1/|x|', '-sign(x)/x^2'],
    ['sign(x)^2 x|x|', '2*sign(x)^2*abs(x)'],
    ['sign(x) x^2', '2*abs(x)'],
    ['asec(x)', '1/(sqrt(x^2 - 1)*abs(x))'],
    // Final simplification
    ['atan(1/x)', '-1/(x^2 + 1)'],
    ['atan(x/3)', '3/(9 + x^2)'],
    ['atan(y/x)', '-y/(x^2 + y^2)'],
    ['1/(1 + 1/x)', '1/(x + 1)^2'],
    ['log(x + sqrt(x^2 + 1))', '1/sqrt(x^2 + 1)'],
    ['(e^x - e^-x)/(e^x + e^-x)', '4/(e^x + e^(-x))^2'],
    ['e^(-x^2) erf(x)', '2*e^(-2*x^2)/sqrt(pi) - 2*x*e^(-x^2)*erf(x)'],
    ['sin x/(1 + cos x)', '1/(cos(x) + 1)'],
    ['e^e^x', 'e^e^x*e^x'],
    ['x^(1/x)', 'x^(1/x)*(1 - log(x))/x^2'],
    ['max(x)', '1']
  ])('of %s is %s', (text, expected) => {
    expect(slope(text)).toBe(expected)
  })

  it('of min and max is the exact one even at ties', () => {
    const near = [-1, 0, 1]
    const points = near.flatMap((x) => near.flatMap((y) => near.map((z) => [x, y, z])))
    for (const called of ['min', 'max'])
      for (const of of [
        'x, y',
        'x, 2x',
        'x, 0',
        'x, y, z',
        'x, y, 0',
        'x, 2x, x*y',
        'x, -x, y',
        'x, x, y',
        '1, x, x^2'
      ]) {
        const { tree } = parse(`${called}(${of})`)
        const derivative = readableDerivative(tree, 'x', names)
        if (!derivative) throw new Error(`no derivative of ${called}(${of})`)
        const [exact, written] = [compileTree(tree, names), compileTree(derivative, names)]
        for (const at of points)
          expect(written.value(at), `${called}(${of})`).toBeCloseTo(exact.gradient(at)[0] ?? 9, 12)
      }
  })

  it('of each built-in example exists and is correct', () => {
    for (const { experiment } of examples) {
      const { tree } = parse(experiment.formula)
      const variables = experiment.variables.map(({ name: variable }) => variable)
      for (const variable of variables) {
        const derivative = readableDerivative(tree, variable, variables)
        if (!derivative) throw new Error(`∂/∂${variable} of ${experiment.formula} is too long`)
        expect(agrees(tree, variable, derivative, variables)).toBe(true)
      }
    }
  })

  it('of every function, inside another, agrees with the exact one', () => {
    for (const { name: called, parameters, hidden } of functions) {
      if (hidden) continue
      const arguments_ = parameters.map((_, i) => (i === 0 ? product(name('x'), name('y')) : name('z')))
      const tree: Syntax = sum(
        { kind: 'call', name: called, arguments: arguments_, range: { from: 0, to: 0 } },
        name('x')
      )
      for (const variable of names.slice(0, 1 + parameters.length)) {
        const derivative = readableDerivative(tree, variable, names)
        expect(derivative, called).not.toBeNull()
        expect(derivative && agrees(tree, variable, derivative, names), called).toBe(true)
      }
    }
  })

  it('of random formulas agrees with the exact one, if it exists', () => {
    let read = 0
    fc.assert(
      fc.property(formulas(names), fc.constantFrom(...names), (tree, variable) => {
        const derivative = readableDerivative(tree, variable, names)
        if (!derivative) return
        const [agreement] = agreements(tree, [variable], [derivative], names)
        expect(agreement).not.toBe('differs')
        if (agreement === 'agrees') read++
      }),
      { seed: 20_261_124, numRuns: 400 }
    )
    expect(read).toBeGreaterThan(200)
  })

  it('is a formula of the language: its text parses to the same derivative', () => {
    for (const text of ['x^2/(1 + x^2)', 'x^x', 'sin(x)/x', 'x^(1/3)', '-(x - 1)^2', '1e-9x^2']) {
      const derivative = readableDerivative(parse(text).tree, 'x', names)
      expect(derivative && print(parse(print(derivative)).tree)).toBe(derivative && print(derivative))
    }
  })

  it('is omitted if the function divides by zero everywhere', () => {
    expect(slope('x/(1 - 1)')).toBeNull()
    expect(slope('x*0^-1')).toBeNull()
  })

  it('is omitted, quickly, if it is too long', () => {
    const begun = process.cpuUsage()
    const long = Array.from({ length: 300 }, (_, i) => `sin(${i}x)`).join('*')
    expect(slope(long)).toBeNull()
    expect(slope(Array.from({ length: 30 }, (_, i) => `sin(${i + 1}x)`).join('*'))).toBeNull()
    expect(slope(`${'sin('.repeat(150)}x${')'.repeat(150)}`)).toBeNull()
    expect(slope('(x+1)^64*(x+2)^64')).not.toBeNull()
    expect(slope('99999999^63 x')).toBeNull()
    expect(slope('1e-999999999x')).toBeNull()
    for (let depth = 2; depth <= 8; depth++) {
      expect(slope(`${'('.repeat(depth)}3x${')^64'.repeat(depth)}`)).toBeNull()
    }
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3000)
  })
})

describe('a formula whose derivative doubles with every level of nesting', () => {
  const nested = (before: string, after: string, times: number) => before.repeat(times) + 'x' + after.repeat(times)

  it.each([
    nested('x^', '', 60),
    nested('1/(1+', ')', 40),
    nested('x/(x+1/(1+', '))', 20),
    nested('sqrt(x+', ')', 40),
    nested('(x+1)/(x+', ')', 25),
    nested('(x+', ')^x', 25),
    nested('max(x^2+', ', x)', 20),
    nested('min(max(x,', ',1),2)', 12),
    nested('(piecewise(x<1, x, ', '))^2', 20),
    nested('relu(x+', ')', 30),
    nested('sinc(', ')', 30),
    nested('cos(x)^2*(1+', ')', 15),
    nested('(sin(x)^2+cos(x)^2*', ')', 12)
  ])('has no readable derivative, found quickly: %s', (text) => {
    const begun = process.cpuUsage()
    expect(slope(text)).toBeNull()
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1000)
  })
})

describe('the check of a readable derivative', () => {
  const { tree } = parse('x^3 + a*sin(x)*y')
  const check = (text: string) => agrees(tree, 'x', parse(text).tree, ['x', 'y', 'a'])

  it('accepts the correct one in any form', () => {
    expect(check('3x^2 + a*cos(x)*y')).toBe(true)
    expect(check('a*y*cos(x) + 3*x*x')).toBe(true)
  })

  it('accepts one that overflows at large coordinates where the exact one does not', () => {
    const logistic = parse('a/(1 + exp(-k(x - y)))').tree
    const derivative = readableDerivative(logistic, 'x', ['x', 'y'])
    expect(derivative && print(derivative)).toBe('a*k*e^(-k*(x - y))/(1 + e^(-k*(x - y)))^2')
    expect(derivative && agrees(logistic, 'x', derivative, ['x', 'y', 'a', 'k'])).toBe(true)
    for (const wrong of ['a*k*exp(-k*(x - y))/(1 + exp(-k*(x - y)))', 'log(-1 - x^2)', '1e300*1e300*x'])
      expect(agrees(logistic, 'x', parse(wrong).tree, ['x', 'y', 'a', 'k'])).toBe(false)
  })

  it.each([
    '3x^2 - a*cos(x)*y',
    '3x^2 + a*cos(x)',
    '3.0001x^2 + a*cos(x)*y',
    '3x^2 + a*cos(x)*y + 0.001',
    '2x^2 + a*cos(x)*y',
    '0',
    'log(x)',
    '3x^2 + a*cos(x)*y + 0*log(x)'
  ])('refuses %s', (wrong) => {
    expect(check(wrong)).toBe(false)
  })
})
