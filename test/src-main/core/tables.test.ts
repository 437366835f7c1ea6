import { compile } from '@core/objective'
import { type FunctionRow, functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import { describe, expect, it } from 'vitest'
import { derivativeTable, type TableRow } from '../../support/derivative-table/read'

/**
 * Tables computed with 40 digits by programs that share nothing with this one: how and at which points is told in
 * test/support/derivative-table. In `expressions`, points are well conditioned: neither f nor a derivative changes by
 * more than 100 times the relative change of a coordinate, so that rounding inside of the formula cannot cost more than
 * a few of the last digits. In `functions` there is nothing but the function itself, so its arguments are exact: there
 * every digit counts, however delicate the point.
 */
const tolerance = { functions: 5e-15, expressions: 1e-12 }

/** Below the smallest normal double, digits are lost to underflow. */
const smallestNormal = 2 ** -1022

/** What the core says about a row of a table. */
function computed({ formula, variables, point }: TableRow): Omit<TableRow, 'formula' | 'variables' | 'point'> {
  const f = compile(formula, variables)
  const hessian = f.hessian(point).flatMap((row, i) => row.slice(i))
  return { value: f.value(point), gradient: f.gradient(point), hessian }
}

/** The numbers of `ours` that are off by more than `relative`, each with what it should be. */
function wrong(row: TableRow, ours: ReturnType<typeof computed>, relative: number): readonly string[] {
  const where = `${row.formula} at ${row.point}`
  const compared = [
    { name: 'f', is: [ours.value], should: [row.value] },
    { name: 'first derivatives', is: ours.gradient, should: row.gradient },
    { name: 'second derivatives', is: ours.hessian, should: row.hessian }
  ]
  return compared.flatMap(({ name, is, should }) => {
    const isRight = is.length === should.length && is.every((number, i) => agrees(number, should[i] ?? 0, relative))
    return isRight ? [] : `${where}: ${name} ${is.join(' ')}, should be ${should.join(' ')}`
  })
}

/** Where the true number is none, or too large for a double, ours must not be finite either. */
function agrees(ours: number, exact: number, relative: number): boolean {
  if (!Number.isFinite(exact)) return !Number.isFinite(ours)
  return Math.abs(ours - exact) <= relative * Math.abs(exact) + smallestNormal
}

function byFormula(table: readonly TableRow[]): ReadonlyMap<string, readonly TableRow[]> {
  const rows = new Map<string, TableRow[]>()
  for (const row of table) rows.set(row.formula, [...(rows.get(row.formula) ?? []), row])
  return rows
}

describe.each(['functions', 'expressions'] as const)('the published table of %s', (name) => {
  const table = derivativeTable(name)
  const formulas = byFormula(table)

  it.each([...formulas])('has the value and the first and second derivatives of %s to the last digits', (_, rows) => {
    expect(rows.flatMap((row) => wrong(row, computed(row), tolerance[name]))).toEqual([])
  })
})

describe('the tables', () => {
  it('have at least 200 expressions, no two the same, each at three points', () => {
    const formulas = byFormula(derivativeTable('expressions'))
    expect(formulas.size).toBeGreaterThan(200)
    for (const rows of formulas.values()) expect(rows).toHaveLength(3)
  })

  it('have every function, and every argument of it changes', () => {
    const tabulated = new Map<string, Set<string>>()
    for (const { formula, variables } of derivativeTable('functions')) {
      const { tree } = parse(formula, { variables })
      const name = tree.kind === 'call' ? tree.name : tree.kind === 'power' ? 'pow' : ''
      tabulated.set(name, new Set([...(tabulated.get(name) ?? []), ...variables]))
    }
    const rows = functions.filter(({ hidden, name }) => !hidden || name === 'pow')
    expect([...tabulated].map(([name, variables]) => [name, variables.size]).sort()).toEqual(
      rows.map(({ name, parameters }) => [name, parameters.length]).sort()
    )
  })
})

describe('the comparison with a table', () => {
  const row: TableRow = {
    formula: 'x^2 sin(y)',
    variables: ['x', 'y'],
    point: [1.5, 0.5],
    value: 2.25 * Math.sin(0.5),
    gradient: [3 * Math.sin(0.5), 2.25 * Math.cos(0.5)],
    hessian: [2 * Math.sin(0.5), 3 * Math.cos(0.5), -2.25 * Math.sin(0.5)]
  }

  it('finds nothing wrong with what is right', () => {
    expect(wrong(row, computed(row), tolerance.expressions)).toEqual([])
  })

  const off = 1 + 1e-11
  it.each<[string, Partial<TableRow>]>([
    ['a value off in the 11th digit', { value: row.value * off }],
    ['a first derivative off in the 11th digit', { gradient: [3 * Math.sin(0.5), 2.25 * Math.cos(0.5) * off] }],
    ['a second derivative off in the 11th digit', { hessian: row.hessian.map((d, i) => (i === 1 ? d * off : d)) }],
    ['a wrong sign', { gradient: [3 * Math.sin(0.5), -2.25 * Math.cos(0.5)] }],
    ['partial derivatives that changed places', { gradient: [2.25 * Math.cos(0.5), 3 * Math.sin(0.5)] }],
    ['a derivative that is missing', { hessian: row.hessian.slice(0, 2) }],
    ['a derivative that is no number', { gradient: [Number.NaN, 2.25 * Math.cos(0.5)] }],
    ['another formula', { formula: 'x^2*sin(2y)' }]
  ])('notices %s', (_, planted) => {
    const changed = { ...row, ...planted }
    expect(wrong(changed, computed(changed), tolerance.expressions)).not.toEqual([])
  })

  it('notices a derivative that vanishes where it is small but a double', () => {
    const small: TableRow = { ...row, formula: 'tanh(x)', variables: ['x'], point: [200], value: 1, gradient: [0] }
    const exact = derivativeTable('functions').find(({ formula, point: [x] }) => formula === 'tanh(x)' && x === 200)
    expect(
      exact && wrong({ ...small, gradient: exact.gradient, hessian: [0] }, computed(small), tolerance.functions)
    ).toHaveLength(1)
  })
})

/** Where nothing overflows, only a pole is infinite. */
const isPole = (row: FunctionRow, point: readonly number[]) =>
  row.pole !== undefined && point.every((a) => Math.abs(a) < 2) && !Number.isFinite(row.value(...point))

describe('every function at special points', () => {
  const special = [0, 1e-200, 0.07, 0.5, 1, 1.5, 2, 3, 17.25, 800, 1e10, 1e200].flatMap((a) => [a, -a])
  const offered = functions.filter(({ hidden, name }) => !hidden || name === 'pow')

  it.each(offered.map((row) => [row.name, row] as const))('%s has no derivative where it has no value', (_, row) => {
    const variables = ['x', 'y'].slice(0, row.parameters.length)
    const formula = row.name === 'pow' ? 'x^y' : `${row.written ?? row.name}(${variables})`
    const f = compile(formula, variables)
    const points =
      row.parameters.length === 1 ? special.map((a) => [a]) : special.flatMap((a) => special.map((b) => [a, b]))
    const undefinedAt = points.filter((point) => Number.isNaN(f.value(point)))
    const derivatives = undefinedAt.flatMap((point) => [...f.gradient(point), ...f.hessian(point).flat()])
    expect(derivatives.filter((derivative) => !Number.isNaN(derivative))).toEqual([])
    expect(undefinedAt.length > 0).toBe(points.some((point) => Number.isNaN(row.value(...point)) || isPole(row, point)))
  })
})
