import { answers } from '@core/answers'
import { steady } from '@core/pulse'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import type { Sign, SignTable } from '@shared/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formulas } from '../support/formulas'
import { hyperdual } from '../support/hyperdual'
import { type Judgement, seed, tally, trials } from '../support/truth'

const range = { min: -5, max: 5 }
/** Places looked at in each gap; of the range, what right beside a place is not proved of. */
const [looks, beside] = [60, (2 * 10) / 1024]

const tableOf = (tree: Syntax): SignTable =>
  answers.signs(
    { subject: { formula: print(tree), variables: ['x'], parameters: {} }, along: 0, point: [0], range, second: true },
    steady
  )

/** Whether a number that is known so well can have this sign. */
function canBe(sign: Sign, { value, error }: { readonly value: number; readonly error: number }): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(error)) return true
  if (sign === '+') return value + error > 0
  if (sign === '-') return value - error < 0
  if (sign === '0') return Math.abs(value) <= error
  return sign === '?'
}

function judge(tree: Syntax, { columns, tooMany } = tableOf(tree)): Judgement {
  const wrong = (what: string): Judgement => ({ wrong: `${print(tree)}: ${what}` })
  for (const column of columns) {
    if (column.kind === 'place') {
      const { value, first, mixed } = hyperdual(tree, { x: column.at }, 'x', 'x')
      const blur = 2 ** -48 * Math.max(1, Math.abs(column.at))
      // A zero lies between two doubles.
      const near = { value: first.value, error: first.error + blur * Math.abs(mixed.value) }
      if (column.signs[0] === '0' && column.exact && Number.isFinite(value.value) && !canBe('0', near))
        return wrong(`f′(${column.at}) is not 0`)
      if (
        Number.isFinite(column.value) &&
        Math.abs(value.value - column.value) > value.error + 1e-6 * (1 + Math.abs(column.value))
      )
        return wrong(`f(${column.at}) is not ${column.value}`)
      continue
    }
    const { from, to, signs } = column
    for (let k = 1; k <= looks; k++) {
      const x = from + (to - from) * ((k * 0.6180339887) % 1)
      if (Math.min(x - from, to - x) < beside) continue
      const { value, first, mixed } = hyperdual(tree, { x }, 'x', 'x')
      if (signs[0] === '/' && Number.isFinite(value.value)) return wrong(`f(${x}) is defined`)
      if (signs[0] === '/' || !Number.isFinite(value.value)) continue
      if (!canBe(signs[0] as Sign, first)) return wrong(`f′(${x}) = ${first.value} is not ${signs[0]}`)
      if (signs[1] !== '/' && !canBe(signs[1] as Sign, mixed))
        return wrong(`f″(${x}) = ${mixed.value} is not ${signs[1]}`)
    }
  }
  return tooMany || columns.some(({ signs }) => signs.includes('?')) ? 'untold' : 'right'
}

it('no sign that is told of a random formula is another one', () => {
  const cases = fc.sample(formulas(['x']), { seed, numRuns: trials(20, 600) })
  const check = 'signs of f′ and f″ in sign tables of random formulas'
  const oracle = 'hyper-dual numbers with bounds for their rounding, at 60 places of each gap'
  const { wrong, right, untold } = tally({ check, oracle }, cases, (tree) => judge(tree))
  expect(wrong).toEqual([])
  expect(right).toBeGreaterThan(2 * untold)
}, 600_000)

it('a wrong sign, a zero that is none and a wrong value are noticed', () => {
  const tree = fc.sample(
    fc.constant<Syntax>({
      kind: 'power',
      base: { kind: 'name', name: 'x', range: { from: 0, to: 0 } },
      exponent: { kind: 'number', value: 3, digits: '3', range: { from: 0, to: 0 } },
      range: { from: 0, to: 0 }
    }),
    1
  )[0] as Syntax
  const table = tableOf(tree)
  expect(judge(tree, table)).toBe('right')
  const planted = (change: (column: SignTable['columns'][number]) => object): SignTable => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, ...change(column) }) as typeof column)
  })
  const wrongs = [
    planted(({ kind }) => (kind === 'gap' ? { signs: ['-', '+'] } : {})),
    planted(({ kind, signs }) => (kind === 'gap' ? { signs: [signs[0], '0'] } : {})),
    planted(({ kind }) => (kind === 'place' ? { at: 0.5 } : {})),
    planted(({ kind }) => (kind === 'place' ? { value: 1 } : {}))
  ]
  for (const one of wrongs) expect(judge(tree, one)).toHaveProperty('wrong')
})
