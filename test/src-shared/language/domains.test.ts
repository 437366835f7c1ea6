import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed, functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../support/evaluate'

/** Values at which something often happens to a function, and some between. */
const special = [0, 0.07, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.5, 2, 3, 17.25].flatMap((a) => [a, -a])

function specialPoints(row: FunctionRow): readonly (readonly number[])[] {
  if (row.name === 'sincderivative') return special.flatMap((a) => [0, 1, 2].map((n) => [n, a]))
  return row.parameters.length === 1 ? special.map((a) => [a]) : special.flatMap((a) => special.map((b) => [a, b]))
}

const scopeOf = (row: FunctionRow, at: readonly number[]) =>
  Object.fromEntries(row.parameters.map((parameter, i) => [parameter, at[i] ?? 0]))

describe('the domain of each function', () => {
  /** A point where the value is a number outside of the domain, or NaN inside; as text. */
  function exceptionTo(row: FunctionRow): (at: readonly number[]) => string | undefined {
    const { tree } = parse(`piecewise(${row.domain ?? '0 < 1'}, 1, 0)`, { names: row.parameters, hidden: true })
    return (at) => {
      const isInside = evaluate(tree, scopeOf(row, at)) === 1
      const isNumber = Number.isFinite(row.value(...at))
      return isInside === isNumber ? undefined : `${row.name}(${at}) is ${row.value(...at)}`
    }
  }

  test.each(functions.map((row) => [row.name, row] as const))('%s has a value exactly there', (_, row) => {
    const exception = exceptionTo(row)
    expect(specialPoints(row).flatMap((at) => exception(at) ?? [])).toEqual([])
    if (row.name === 'sincderivative') return
    const coordinate = fc.double({ noNaN: true, min: -30, max: 30 }).filter((a) => a === 0 || Math.abs(a) > 1e-5)
    fc.assert(
      fc.property(fc.tuple(...row.parameters.map(() => coordinate)), (at) => {
        expect(exception(at)).toBeUndefined()
      }),
      { seed: 20_261_124, numRuns: 300 }
    )
  })

  test('a domain that is too wide or too narrow is detected', () => {
    const all = (row: FunctionRow) => specialPoints(row).flatMap((at) => exceptionTo(row)(at) ?? [])
    const logarithm = functionNamed('log')
    expect(all(logarithm)).toEqual([])
    expect(all({ ...logarithm, domain: 'a >= 0' })).toEqual(['log(0) is -Infinity', 'log(0) is -Infinity'])
    expect(all({ ...logarithm, domain: 'a > 1' }).length).toBeGreaterThan(3)
    expect(all({ ...functionNamed('acosh'), domain: 'a > 1' })).toEqual(['acosh(1) is 0'])
  })
})

describe('the kinks of each function', () => {
  /** Whether the value jumps when one argument moves, or its slope is not the same on both sides, as far as quotients tell. */
  function isBent(row: FunctionRow, at: readonly number[], place: number): boolean {
    const h = 1e-9
    const [before, here, after] = [-h, 0, h].map((step) =>
      row.value(...at.map((a, i) => (i === place ? a + step : a)))
    ) as [number, number, number]
    if (![before, here, after].every(Number.isFinite)) return false
    const size = Math.max(1, Math.abs(here))
    if (Math.max(Math.abs(after - here), Math.abs(here - before)) > 0.1 * size) return true
    const [left, right] = [(here - before) / h, (after - here) / h]
    return Math.abs(right - left) > 1e-2 * Math.max(size, Math.abs(left), Math.abs(right))
  }

  const isKink = (row: FunctionRow, at: readonly number[]) =>
    evaluate(parse(row.kink ?? '1', { names: row.parameters, hidden: true }).tree, scopeOf(row, at)) === 0

  test.each(functions.map((row) => [row.name, row] as const))(
    '%s is bent or jumps where its row says so, and nowhere else',
    (_, row) => {
      const places = row.name === 'sincderivative' ? [1] : [...row.parameters.keys()]
      const wrong = specialPoints(row).filter((at) => {
        // A point away from the kink by less than a quotient's step is on it as far as the quotient can tell.
        if (at.some((a) => a !== Number(a.toPrecision(12)) && Math.abs(a) < 1.1)) return false
        return Number.isFinite(row.value(...at)) && places.some((place) => isBent(row, at, place)) !== isKink(row, at)
      })
      expect(wrong).toEqual([])
    }
  )

  test('a missing kink, and a spurious one, is detected', () => {
    const { kink, ...smooth } = functionNamed('abs')
    const point = [0]
    expect([kink, isBent(smooth, point, 0), isKink(smooth, point)]).toEqual(['a', true, false])
    expect([isBent(functionNamed('sin'), point, 0), isKink({ ...functionNamed('sin'), kink: 'a' }, point)]).toEqual([
      false,
      true
    ])
  })
})
