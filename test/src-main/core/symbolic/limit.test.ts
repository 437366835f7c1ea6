import { compileOutputs } from '@core/compile/outputs'
import { gradient } from '@core/derivative'
import { Graph } from '@core/graph'
import { lower } from '@core/lower'
import { readableDerivative } from '@core/symbolic/derivative'
import { differenceLimit, type Limit, limitLines } from '@core/symbolic/limit'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function limitOf(text: string, order: readonly string[] = ['x']): Limit | null {
  const { tree } = parse(text)
  const result = readableDerivative(tree, 'x', order)
  return result && differenceLimit(tree, 'x', order, result)
}

const letters = ['x', 'y', 'a', 'b']

/** Whether each line equals {f(x + h) − f(x)}/h for several h, and each line without h the exact derivative. */
function holds(f: Syntax, { step, steps }: Limit): boolean {
  const graph = new Graph()
  const free = [...letters, step, 'moved']
  const scope = new Map(free.map((name) => [name, graph.input()]))
  const value = lower(graph, f, scope)
  const moved = lower(graph, f, new Map([...scope, ['x', scope.get('moved') ?? value]]))
  graph.makeRoomForDerivatives()
  const [exact = value] = gradient(graph, value, [scope.get('x') ?? value])
  const lines = steps.map(({ tree }) => lower(graph, tree, scope))
  const compute = compileOutputs(graph, [value, moved, exact, ...lines])
  const output = new Float64Array(3 + lines.length)
  let is = true
  for (const [x, h] of [
    [0.7, 1],
    [-1.3, 0.5],
    [2.1, -0.25]
  ] as const) {
    compute(Float64Array.from([x, 1.7, -0.6, 2.3, h, x + h]), output)
    const [before = 0, after = 0, slope = 0, ...written] = output
    for (const [i, line] of written.entries()) {
      const isUnder = steps[i]?.rule !== 'limit' && steps[i]?.rule !== 'tidy'
      const wanted = isUnder ? (after - before) / h : slope
      if (!(Math.abs(line - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted), Math.abs(before)))) is = false
    }
  }
  return is
}

/** Polynomials in x as they may be typed, with other letters in their coefficients. */
const polynomials = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom('x', 'x', 'x^2', 'x^3', '2', '0.5', 'y', 'a', 'x^4', '3x'),
    fc.tuple(tie('tree'), fc.constantFrom('+', '-'), tie('tree')).map(([u, sign, v]) => `(${u} ${sign} ${v})`),
    fc.tuple(tie('tree'), tie('tree')).map(([u, v]) => `${u}*(${v})`),
    fc.tuple(tie('tree'), fc.constantFrom('2', '3')).map(([u, n]) => `(${u})^${n}`),
    fc.tuple(tie('tree'), fc.constantFrom('7', 'b', '0.25')).map(([u, c]) => `(${u})/${c}`)
  )
})).tree

describe('the limit of the difference quotient', () => {
  it('has lines equal to the quotient, and at the end to the derivative, for any polynomial', () => {
    let read = 0
    fc.assert(
      fc.property(polynomials, (text) => {
        const limit = limitOf(text, ['x', 'y'])
        if (!limit) return
        expect(holds(parse(text).tree, limit)).toBe(true)
        read++
      }),
      { seed: 20_261_126, numRuns: 250 }
    )
    expect(read).toBeGreaterThan(100)
  })

  it('a planted error in any line is detected', () => {
    const { tree } = parse('x^3 - 2x + 5')
    const limit = limitOf('x^3 - 2x + 5')
    if (!limit) throw new Error('no limit')
    expect(holds(tree, limit)).toBe(true)
    for (const at of limit.steps.keys()) {
      const range = { from: 0, to: 0 }
      const planted = limit.steps.map((step, i) => {
        if (i !== at) return step
        const terms = [step.tree, parse('0.001').tree].map((term) => ({ minus: false, term }))
        return { ...step, tree: { kind: 'sum', terms, range } as const }
      })
      expect(holds(tree, { ...limit, steps: planted })).toBe(false)
    }
  })

  it('of x² is as in every textbook', () => {
    const limit = limitOf('x^2')
    expect(limit && limitLines(limit, 'x', ['x']).map(({ rule, tex }) => `${rule}: ${tex}`)).toEqual([
      'quotient-begin: \\lim_{h \\to 0} \\frac{(x + h)^2 - x^2}{h}',
      'expand: \\lim_{h \\to 0} \\frac{x^2 + 2xh + h^2 - x^2}{h}',
      'cancel: \\lim_{h \\to 0} \\frac{2xh + h^2}{h}',
      'divide: \\lim_{h \\to 0}(2x + h)',
      'limit: 2x'
    ])
    expect(limit && limitLines(limit, 'x', ['x'])[0]?.law).toBe(
      '\\frac{d}{dx}f = \\lim_{h \\to 0} \\frac{f(x + h) - f(x)}{h}'
    )
  })

  it('in several variables holds the others constant, in grey', () => {
    const limit = limitOf('4x^2 + 4xy + 2y^2', ['x', 'y'])
    const lines = limit && limitLines(limit, 'x', ['x', 'y']).map(({ tex }) => tex)
    expect(lines?.at(-2)).toBe('\\lim_{h \\to 0}(8x + 4\\textcolor{gray}{y} + 4h)')
    expect(lines?.at(-1)).toBe('8x + 4\\textcolor{gray}{y}')
  })

  it('uses another letter if the formula contains h', () => {
    expect(limitOf('h x^2')?.step).toBe('k')
    expect(limitOf('h k x^2')?.step).toBe('s')
    expect(limitOf('x^2', ['x', 'h'])?.step).toBe('k')
  })

  it('puts a sum that begins with a minus in brackets under the limit, but not a single term', () => {
    const lines = (text: string) => {
      const limit = limitOf(text)
      return limit && limitLines(limit, 'x', ['x']).map(({ tex }) => tex)
    }
    expect(lines('-x')?.slice(-2)).toEqual(['\\lim_{h \\to 0}(-1)', '-1'])
    expect(lines('3x')?.slice(-2)).toEqual(['\\lim_{h \\to 0} 3', '3'])
  })

  it('is omitted if the first line alone would be too long', () => {
    expect(limitOf(Array.from({ length: 20 }, () => 'x').join('+'))).not.toBeNull()
    expect(limitOf(Array.from({ length: 60 }, () => 'x').join('+'))).toBeNull()
  })

  it('ends expanded, and is factored again only if that is shorter', () => {
    const end = (text: string, order: readonly string[] = ['x']) => {
      const last = limitOf(text, order)?.steps.at(-1)
      return last && `${last.rule}: ${print(last.tree)}`
    }
    expect(end('(x + 1)^2')).toBe('limit: 2*x + 2')
    expect(end('(x^2 - 1)^2')).toBe('limit: 4*x^3 - 4*x')
    expect(end('(x + 3)^3')).toBe('tidy: 3*(x + 3)^2')
    expect(end('(x + 1)^2 + (x - 1)^2')).toBe('limit: 4*x')
    // The order of terms is that of the derivative.
    expect(end('2y^2 + 4xy + 2x^2', ['y', 'x'])).toBe('limit: 4*y + 4*x')
  })

  it('has no line twice, and no dots', () => {
    for (const text of ['x', '3x', '(x + 1)^3 + (x - 1)^2', 'x^4 - 4x^2 + x']) {
      const limit = limitOf(text)
      const lines = limit && limitLines(limit, 'x', ['x']).map(({ tex }) => tex)
      expect(new Set(lines).size).toBe(lines?.length)
      expect(lines?.join()).not.toContain('dots')
    }
  })

  it.each(['sin x', '1/x', 'x^5', 'x^0.5', 'x^-1', '2^x', '7', 'x/(x + 1)', '|x|', '(x + y + a + b)^4', 'x^x'])(
    'there is none of %s',
    (text) => {
      expect(limitOf(text)).toBeNull()
    }
  )
})
