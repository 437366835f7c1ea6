import { compile } from '@core/objective'
import { expect, it } from 'vitest'
import { numbers, oracleLines } from '../support/oracle/read'
import { type Judgement, tally } from '../support/truth'

/** Between neighbouring doubles, relative. */
const unit = 2 ** -52
/** What is less is lost to underflow. */
const smallest = 2 ** -1021
/** Times the rounding that the formula itself makes inevitable. */
const careless = 4

interface Case {
  readonly formula: string
  readonly point: readonly number[]
  /** f, its first derivatives, its second ones: what they are, and what rounding may do to each. */
  readonly exact: readonly number[]
  readonly roundings: readonly number[]
}

const casesOf = (lines: readonly (readonly string[])[]): readonly Case[] =>
  lines.map(([formula = '', point, exact, roundings]) => ({
    formula,
    point: numbers(point),
    exact: numbers(exact),
    roundings: numbers(roundings)
  }))

function ours({ formula, point }: Case): readonly number[] {
  const f = compile(formula, ['x', 'y'].slice(0, point.length))
  return [f.value(point), ...f.gradient(point), ...f.hessian(point).flatMap((row, i) => row.slice(i))]
}

function judge(one: Case, found = ours(one)): Judgement {
  const off = one.exact.flatMap((exact, i) => {
    const rounding = careless * unit * (one.roundings[i] ?? 0) + smallest
    const number = found[i] ?? Number.NaN
    if (Math.abs(exact) > Number.MAX_VALUE / 2) return []
    return Math.abs(number - exact) <= rounding ? [] : [`${i}: ${number}, should be ${exact} ± ${rounding}`]
  })
  if (off.length === 0) return 'right'
  return { wrong: `${one.formula} at ${one.point}: ${off.join('; ')}` }
}

const oracle = 'hyper-dual numbers with 60 and 90 digits (mpmath), as near as rounding in the formula allows'

it('f, f′, f″ and mixed partials of random formulas are right to the last digits that rounding leaves', () => {
  const check = 'f, its gradient and its Hessian, of random formulas in x and y'
  expect(tally({ check, oracle }, casesOf(oracleLines('derivatives', 150, 1000)), judge).wrong).toEqual([])
}, 600_000)

it('far out too, where parts of f are as large or as small as 10^±300', () => {
  const check = 'f, f′ and f″ far out, of quotients and functions of what grows and what dies away'
  expect(tally({ check, oracle }, casesOf(oracleLines('far-out', 300, 2000)), judge).wrong).toEqual([])
}, 600_000)

it('a derivative off by a few of the digits left, and a wrong sign, are noticed', () => {
  const [one] = casesOf([['x^3*y', '1.5 0.5', '1.6875 3.375 3.375 4.5 6.75 0', '4 12 12 30 30 1']])
  expect(one && judge(one)).toBe('right')
  for (const planted of [1, 2, 3, 4]) {
    const found = one?.exact.map((number, i) => (i === planted ? number * (1 + 1e-13) : number))
    expect(one && found && judge(one, found)).toHaveProperty('wrong')
  }
  const negative = one?.exact.map((number, i) => (i === 1 ? -number : number))
  expect(one && negative && judge(one, negative)).toHaveProperty('wrong')
})
