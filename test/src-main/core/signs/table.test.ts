import { answers } from '@core/answers'
import { steady } from '@core/pulse'
import type { SignColumn, SignPlace, SignTable } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const tableOf = (formula: string, { min = -5, max = 5, second = true } = {}): SignTable =>
  answers.signs(
    { subject: { formula, variables: ['x'], parameters: {} }, along: 0, point: [0], range: { min, max }, second },
    steady
  )

const isPlace = (column: SignColumn): column is SignPlace => column.kind === 'place'

/** `(+)` an interval with its signs; a point with f there, `≈` if it is not exact. */
function written({ columns }: SignTable): string {
  const approximate = (value: number) => `≈${Number(value.toPrecision(5))}`
  return columns
    .map((column) => {
      if (column.kind === 'gap') return `(${column.signs.join('')})`
      const { exact, at, signs, broken, value, exactValue, extremum, inflection } = column
      const height = Number.isNaN(value) ? '' : ` ${exactValue?.text ?? approximate(value)}`
      const what = [broken, extremum, inflection ? 'inflection' : null].flatMap((word) => (word ? [` ${word}`] : []))
      return `${exact?.text ?? approximate(at)} ${signs.join('')}${height}${what.join('')}`
    })
    .join(' | ')
}

describe('a sign table', () => {
  it.each([
    ['x^3 - 3x', '(+-) | −1 0- 2 maximum | (--) | 0 -0 0 inflection | (-+) | 1 0+ −2 minimum | (++)'],
    ['x^4', '(-+) | 0 00 0 minimum | (++)'],
    ['x^3', '(+-) | 0 00 0 inflection | (++)'],
    ['abs(x)', '(-0) | 0 // 0 corner minimum | (+0)'],
    ['abs(x^2 - 2)', '(-+) | −√2 // 0 corner minimum | (+-) | 0 0- 2 maximum | (--) | √2 // 0 corner minimum | (++)'],
    ['1/x', '(--) | 0 // pole | (-+)'],
    ['x log(x)', '(//) | 0 // edge | (-+) | 1/e 0+ −1/e minimum | (++)'],
    ['sqrt(x)', '(//) | 0 // 0 edge | (+-)'],
    ['cbrt(x)', '(++) | 0 // 0 corner inflection | (+-)'],
    ['x*abs(x)', '(+-) | 0 0/ 0 inflection | (++)'],
    ['x*e^(-x)', '(+-) | 1 0- 1/e maximum | (--) | 2 -0 2/e² inflection | (-+)'],
    ['e^x - 2x', '(-+) | log 2 0+ 2 − 2 log 2 minimum | (++)'],
    ['x^2/(x - 1)', '(+-) | 0 0- 0 maximum | (--) | 1 // pole | (-+) | 2 0+ 4 minimum | (++)'],
    ['(x^2 - 1)/(x - 1)', '(+0) | 1 // hole | (+0)'],
    ['sin(x)^2 + cos(x)^2', '(00)'],
    ['relu(x)', '(00) | 0 // 0 corner | (+0)']
  ])('of %s is exact', (formula, table) => {
    expect(written(tableOf(formula))).toBe(table)
  })

  it('has roots that are multiples of π and values with √3, as in a textbook', () => {
    const table = tableOf('x + 2cos(x)', { min: 0, max: 2 * Math.PI, second: false })
    const [high, low] = ['π/6 0 π/6 + √3 maximum', '5π/6 0 5π/6 − √3 minimum']
    expect(written(table)).toBe(`(+) | ${high} | (-) | ${low} | (+)`)
  })

  it('has a derivative that touches 0 where that can be proved, as of x − sin x at 2π', () => {
    expect(written(tableOf('x - sin(x)', { min: 1, max: 8, second: false }))).toBe('(+) | 2π 0 2π | (+)')
  })

  it('has a root without closed form as a decimal', () => {
    const [root] = tableOf('x^5 - 5x^2 + x', { min: 0.5, max: 3, second: false }).columns.filter(isPlace)
    expect(root).toMatchObject({ exact: null, signs: ['0'], extremum: 'minimum' })
    expect(5 * (root?.at ?? 0) ** 4 - 10 * (root?.at ?? 0) + 1).toBeCloseTo(0, 9)
  })

  it('leaves open what cannot be proved: below 0.04, e^(−1/x²) underflows to 0', () => {
    const signs = tableOf('e^(-1/x^2)', { second: false })
      .columns.filter((one) => !isPlace(one))
      .map((one) => one.signs.join())
    expect(signs).toEqual(['?', '?'])
  })

  it('reports too many points rather than show some of them', () => {
    expect(tableOf('sin(200x)')).toMatchObject({ tooMany: true, columns: [] })
    expect(tableOf('x^2*sin(1/x)')).toMatchObject({ tooMany: true, columns: [] })
  })

  it('ends with the range, and has a point there if there is one', () => {
    expect(written(tableOf('x^3 - 3x', { min: -1, max: 0.5, second: false }))).toBe('−1 0 2 | (-)')
    expect(written(tableOf('x^2', { min: 1, max: 2, second: false }))).toBe('(+)')
    expect(tableOf('x^2', { min: 1, max: 1 }).columns).toEqual([])
  })

  it('is that of a slice, with the other variables constant', () => {
    const subject = { formula: 'x^2*y - 2a*x*y^2', variables: ['x', 'y'], parameters: { a: 3 } }
    const range = { min: -5, max: 5 }
    const table = answers.signs({ subject, along: 1, point: [2, 0], range, second: false }, steady)
    expect(written(table)).toBe('(+) | 1/6 0 1/3 maximum | (-)')
    expect(table.derivatives).toEqual([{ tex: '4 - 24y', factored: null }])
  })

  it('has its derivatives, in factored form too', () => {
    const factored = (formula: string) => tableOf(formula).derivatives.map(({ tex, factored }) => factored ?? tex)
    expect(factored('x^3 - 3x')).toEqual(['3(x + 1)(x - 1)', '6x'])
    expect(factored('x/(x^2 + 1)')).toEqual([
      '-\\frac{(x + 1)(x - 1)}{(x^2 + 1)^2}',
      '\\frac{2x(x^2 - 3)}{(x^2 + 1)^3}'
    ])
    expect(factored('log(1 + x^2) - x/2')[0]).toBe('-\\frac{x^2 - 4x + 1}{2(x^2 + 1)}')
  })

  it('tests a round number in each interval', () => {
    const gaps = tableOf('x^3 - 3x', { min: -2.5, max: 2.5 }).columns.flatMap((one) => (isPlace(one) ? [] : [one]))
    expect(gaps.map(({ trial, slopes }) => [trial, ...slopes])).toEqual([
      [-2, 9, -12],
      [-0.5, -2.25, -3],
      [0.5, -2.25, 3],
      [2, 9, 12]
    ])
  })
})

/** A fraction in lowest terms. */
const fraction = (over: number, under: number): string => {
  const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b))
  const by = divisor(over, under)
  const number = (value: number) => `${value}`.replace('-', '−')
  return under === by ? number(over / by) : `${number(over / by)}/${under / by}`
}

describe('the table of a polynomial', () => {
  it('has the roots and signs from which its derivative was constructed', () => {
    const root = fc.record({
      over: fc.integer({ min: -12, max: 12 }),
      under: fc.constantFrom(1, 2, 3, 4),
      times: fc.integer({ min: 1, max: 3 })
    })
    const key = ({ over, under }: { over: number; under: number }) => over / under
    const cases = fc.tuple(
      fc.uniqueArray(root, { minLength: 1, maxLength: 4, selector: key }),
      fc.constantFrom(1, -1, 3, -6)
    )
    fc.assert(
      fc.property(cases, ([roots, lead]) => {
        fc.pre(roots.every((one) => Math.abs(key(one)) < 5) && roots.reduce((sum, { times }) => sum + times, 0) <= 7)
        // f′ = lead·∏(q·x − p)^m, expanded in whole numbers and integrated term by term.
        let slope: number[] = [lead]
        for (const { over, under, times } of roots) {
          for (let count = 0; count < times; count++) {
            slope = [...slope, 0].map((_, k) => under * (slope[k - 1] ?? 0) - over * (slope[k] ?? 0))
          }
        }
        const formula = slope.map((coefficient, k) => `(${coefficient})*x^${k + 1}/${k + 1}`).join(' + ')
        const ascending = [...roots].sort((a, b) => key(a) - key(b))
        let sign = Math.sign(lead) * (-1) ** roots.reduce((sum, { times }) => sum + times, 0)
        const expected = [`(${sign > 0 ? '+' : '-'})`]
        for (const { over, under, times } of ascending) {
          const after = sign * (-1) ** times
          const extremum = after === sign ? '' : sign > 0 ? ' maximum' : ' minimum'
          sign = after
          expected.push(`${fraction(over, under)} 0${extremum}`, `(${sign > 0 ? '+' : '-'})`)
        }
        const found = written(tableOf(formula, { second: false })).replace(/( 0) [^ |]+( [a-z]+)?(?= \|)/g, '$1$2')
        expect(found, formula).toBe(expected.join(' | '))
      }),
      { seed: 12, numRuns: 25 }
    )
  }, 120_000)
})
