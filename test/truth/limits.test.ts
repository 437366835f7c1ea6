import { sampleCurve } from '@core/curve/curve'
import { compile } from '@core/objective'
import type { Break } from '@shared/protocol'
import { expect, it } from 'vitest'
import { numbers, oracleLines } from '../support/oracle/read'
import { type Judgement, tally } from '../support/truth'

/** Relative to the larger of it and 1: what is told of a limit and of a slope is right within that. */
const tolerance = { value: 4e-6, slope: 1e-4 }

const [left, leftSlope, right, rightSlope] = [0, 1, 2, 3] as const

/** What is told of the place, in the order of the oracle; null where nothing is. */
function told(formula: string, at: number): readonly number[] | null {
  const f = compile(formula, ['x'])
  const { breaks } = sampleCurve(f, { min: at - 2.3, max: at + 1.9 }, 400)
  const near = (one: Break) => Math.abs(one.at - at) <= 1e-9 * Math.max(1, Math.abs(at))
  const found = breaks.find(near)
  if (found) return [found.left, found.slopeLeft, found.right, found.slopeRight]
  // A place where f and its slope go on, as far as is told.
  const [value, slope] = [f.value([at]), f.gradient([at])[0] ?? Number.NaN]
  return Number.isNaN(value) ? null : [value, slope, value, slope]
}

function judge(
  { formula, at, exact }: { formula: string; at: number; exact: readonly number[] },
  found = told(formula, at)
): Judgement {
  if (!found) return { wrong: `${formula} at ${at}: there is no break` }
  const off = [left, leftSlope, right, rightSlope].filter((place) => {
    const [ours, should] = [found[place] ?? Number.NaN, exact[place] ?? Number.NaN]
    if (Number.isNaN(ours)) return false
    if (!Number.isFinite(ours) || !Number.isFinite(should)) return ours !== should
    const relative = place === leftSlope || place === rightSlope ? tolerance.slope : tolerance.value
    return !(Math.abs(ours - should) <= relative * Math.max(1, Math.abs(should)))
  })
  if (off.length > 0) return { wrong: `${formula} at ${at}: ${found.join(' ')}, should be ${exact.join(' ')}` }
  return exact.some((should, place) => !Number.isNaN(should) && Number.isNaN(found[place])) ? 'untold' : 'right'
}

const casesOf = (lines: readonly (readonly string[])[]) =>
  lines.map(([formula = '', at, exact]) => ({ formula, at: Number(at), exact: numbers(exact) }))

it('one-sided limits and slopes beside holes, jumps and poles are right, or not told', () => {
  const check = 'one-sided limits of f and f′ at a singular place'
  const oracle = 'f and f′ at 10⁻²⁴ … 10⁻³⁶ from it, with 250 digits (mpmath)'
  const { wrong, untold, right } = tally({ check, oracle }, casesOf(oracleLines('limits', 120, 1500)), (one) =>
    judge(one)
  )
  expect(wrong).toEqual([])
  expect(untold).toBeLessThan(right / 4)
}, 600_000)

it('a limit off in the fifth digit, an endless slope and a break missed are noticed', () => {
  const one = { formula: 'sin(x)/x', at: 0, exact: [1, 0, 1, 0] }
  expect(judge(one)).toBe('right')
  expect(judge(one, [1, 0, 1.00001, 0])).toHaveProperty('wrong')
  expect(judge(one, [1, Number.NEGATIVE_INFINITY, 1, 0])).toHaveProperty('wrong')
  expect(judge(one, null)).toHaveProperty('wrong')
  expect(judge(one, [1, Number.NaN, 1, 0])).toBe('untold')
})
