import { kinksAt } from '@core/breaks'
import { compile, compileTree } from '@core/objective'
import { Cancelled, type Pulse, steady } from '@core/pulse'
import { limits } from '@shared/language/limits'
import { describe, expect, it } from 'vitest'
import { call, name, number, product, sum } from '../../support/formulas'

/** As much text as can be read, from parts joined by `joint`. */
function longest(part: (i: number) => string, joint: string): string {
  let text = part(0)
  for (let i = 1; ; i++) {
    const next = `${joint}${part(i)}`
    if (text.length + next.length > limits.characters) return text
    text += next
  }
}

const nest = (before: string, after: string, times: number) => before.repeat(times) + 'x' + after.repeat(times)

/** Milliseconds. Times are the processor's, so that a busy machine does not matter; a third of this is usual. */
const most = 1500

describe('the largest formulas that can be read have value, gradient and Hessian in well under a second', () => {
  it.each<[string, string, string[]]>([
    ['10,000 terms', longest(() => 'x', '+'), ['x']],
    ['terms that differ', longest((i) => `${i}x`, '+'), ['x']],
    ['terms with functions', longest((i) => `sin(${i}x)`, '+'), ['x']],
    ['20,000 letters side by side', 'x'.repeat(limits.characters), ['x']],
    ['factors that differ', longest((i) => `(x+${i})`, '*'), ['x']],
    ['factors with functions', longest((i) => `sin(${i}x)`, '*'), ['x']],
    ['quotients', longest((i) => `(x+${i})`, '/'), ['x']],
    ['powers', longest((i) => `(x+${i})^y`, '*'), ['x', 'y']],
    ['functions of two variables', longest((i) => `atan2(x,y+${i})`, '*'), ['x', 'y']],
    [
      'the largest of many',
      `max(${longest((i) => `sin(${i}x)`, ',')
        .slice(0, -10)
        .replace(/,[^,]*$/, '')})`,
      ['x']
    ],
    [
      'the longest side of many',
      `hypot(${longest((i) => `${i}x`, ',')
        .slice(0, -10)
        .replace(/,[^,]*$/, '')})`,
      ['x']
    ],
    ['many kinks', longest((i) => `|x-${i}|`, '*'), ['x']],
    ['a tower of powers', nest('x^', '', limits.depth - 1), ['x']],
    ['a nest of functions', nest('sin(', ')', limits.depth - 1), ['x']],
    ['a nest of sums and powers', nest('(1+', ')^2', 240), ['x']],
    [
      'products of 50 variables',
      longest((i) => `sin(x${i % 50}+x${(i * 3) % 50})`, '*'),
      Array.from({ length: 50 }, (_, i) => `x${i}`)
    ]
  ])('%s', (_, text, variables) => {
    const begun = process.cpuUsage()
    const f = compile(text, variables)
    const point = variables.map((_, i) => 0.3 + i / 100)
    expect(f.gradient(point)).toHaveLength(variables.length)
    expect(f.hessian(point)).toHaveLength(variables.length)
    expect(kinksAt(f, point)).toHaveLength(variables.length)
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(most)
  })

  it('and those derivatives are right: of a product, a nest and a sum', () => {
    const power = compile('x'.repeat(limits.characters), ['x'])
    const [n, at] = [limits.characters, 1 + 2 ** -20]
    const f = Math.exp(n * Math.log(at))
    expect((power.gradient([at])[0] as number) / ((n * f) / at)).toBeCloseTo(1, 9)
    expect((power.hessian([at])[0]?.[0] as number) / ((n * (n - 1) * f) / at / at)).toBeCloseTo(1, 9)

    const nested = compile(nest('sin(', ')', 499), ['x'])
    // y' = cos(u)·u', y'' = cos(u)·u'' − sin(u)·u'².
    let [value, slope, bend] = [0.5, 1, 0]
    for (let i = 0; i < 499; i++) {
      const [cosine, sine] = [Math.cos(value), Math.sin(value)]
      ;[value, slope, bend] = [sine, cosine * slope, cosine * bend - sine * slope ** 2]
    }
    expect(nested.value([0.5])).toBe(value)
    expect((nested.gradient([0.5])[0] as number) / slope).toBeCloseTo(1, 10)
    expect((nested.hessian([0.5])[0]?.[0] as number) / bend).toBeCloseTo(1, 10)

    const waves = compile(
      longest((i) => `sin(${i}x)`, '+'),
      ['x']
    )
    const count = longest((i) => `sin(${i}x)`, '+').split('+').length
    const expected = Array.from({ length: count }, (_, i) => i * Math.cos(i * 0.7)).reduce((all, term) => all + term)
    expect(waves.gradient([0.7])[0] as number).toBeCloseTo(expected, 6)
  })

  it('and what is larger still, however little text it took, is refused as soon', () => {
    const begun = process.cpuUsage()
    const factors = Array.from({ length: 16_000 }, (_, i) => sum(name('x'), number(i)))
    const f = compileTree(product(...factors), ['x'])
    expect(f.value([-0.5])).toBe(Number.NEGATIVE_INFINITY)
    expect(f.hessian([-0.5])).toHaveLength(1)
    const terms = Array.from({ length: 30_000 }, (_, i) => call('sin', product(number(i), name('x'))))
    expect(() => compileTree(sum(...terms), ['x'])).toThrowError(expect.objectContaining({ code: 'formula-too-large' }))
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(most)
  })
})

describe('while the derivatives of a large formula are made', () => {
  it('the pulse beats, and may end it; asked again, they are right', () => {
    const f = compile('x'.repeat(limits.characters), ['x'])
    let beats = 0
    f.watch({ beat: () => beats++ })
    f.gradient([1])
    expect(beats).toBeGreaterThan(10)
    const cancelling: Pulse = {
      beat() {
        throw new Cancelled()
      }
    }
    f.watch(cancelling)
    expect(() => f.hessian([1])).toThrow(Cancelled)
    f.watch(steady)
    expect(f.hessian([1])).toEqual([[limits.characters * (limits.characters - 1)]])
  })
})

describe('50 variables', () => {
  const variables = Array.from({ length: 50 }, (_, i) => `x${i}`)
  const point = variables.map((_, i) => Math.sin(i) * 2)
  const x = (i: number) => point[i] as number

  it('of a sum of squares have the gradient 2x and the Hessian 2I', () => {
    const f = compile(variables.map((name) => `${name}^2`).join(' + '), variables)
    expect(f.value(point)).toBe(point.reduce((all, x) => all + x * x, 0))
    expect(f.gradient(point)).toEqual(point.map((x) => 2 * x))
    expect(f.hessian(point)).toEqual(point.map((_, i) => point.map((_, j) => (i === j ? 2 : 0))))
    expect(kinksAt(f, point)).toEqual(point.map(() => null))
  })

  it('of Rosenbrock’s function have the derivatives that one finds on paper', () => {
    // Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)².
    const f = compile(
      Array.from({ length: 49 }, (_, i) => `100*(x${i + 1} - x${i}^2)^2 + (1 - x${i})^2`).join(' + '),
      variables
    )
    const begun = process.cpuUsage()
    const gradient = f.gradient(point)
    const hessian = f.hessian(point)
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500)
    for (let i = 0; i < 50; i++) {
      const after = i < 49 ? -400 * x(i) * (x(i + 1) - x(i) ** 2) - 2 * (1 - x(i)) : 0
      const before = i > 0 ? 200 * (x(i) - x(i - 1) ** 2) : 0
      expect(gradient[i]).toBeCloseTo(after + before, 9)
      for (let j = 0; j < 50; j++) {
        const own = (i < 49 ? 1200 * x(i) ** 2 - 400 * x(i + 1) + 2 : 0) + (i > 0 ? 200 : 0)
        const low = Math.min(i, j)
        const expected = i === j ? own : Math.abs(i - j) === 1 ? -400 * x(low) : 0
        expect(hessian[i]?.[j]).toBeCloseTo(expected, 9)
      }
    }
    expect(f.gradient(point.map(() => 1))).toEqual(point.map(() => 0))
  })

  it('of a sum of corners have a kink along each, found at once', () => {
    const f = compile(variables.map((name, i) => `${i + 1}*abs(${name})`).join(' + '), variables)
    const begun = process.cpuUsage()
    expect(
      kinksAt(
        f,
        point.map(() => 0)
      )
    ).toEqual(point.map((_, i) => ({ left: -i - 1, right: i + 1, jumps: false })))
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500)
  })
})
