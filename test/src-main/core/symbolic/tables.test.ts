import { agrees } from '@core/symbolic/checked'
import { derivationSteps } from '@core/symbolic/derivation'
import { readableDerivative, tidiedDerivative } from '@core/symbolic/derivative'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import { describe, expect, it } from 'vitest'
import { derivativeTable } from '../../../support/derivative-table/read'
import { evaluate } from '../../../support/evaluate'

/** Written forms cancel where the exact one does not, but not at points as well conditioned as these. */
const tolerance = 1e-9

const rows = derivativeTable('expressions')
const formulas = [...new Set(rows.map(({ formula }) => formula))]

interface Found {
  readonly tree: Syntax
  readonly derivative: Syntax
  readonly variable: string
  readonly variables: readonly string[]
}

/** The readable derivatives of a formula of the table. */
function found(formula: string): readonly Found[] {
  const variables = rows.find((row) => row.formula === formula)?.variables ?? []
  const { tree } = parse(formula, { variables })
  return variables.map((variable) => {
    const derivative = readableDerivative(tree, variable, variables)
    if (!derivative) throw new Error(`the derivative of ${formula} along ${variable} is left out`)
    return { tree, derivative, variable, variables }
  })
}

/** How far a derivative is off, relatively, at the worst of the table's points. */
function off(formula: string, { derivative, variable, variables }: Found): number {
  const all = rows
    .filter((row) => row.formula === formula)
    .map(({ point, gradient }) => {
      const at = Object.fromEntries(variables.map((name, k) => [name, point[k] ?? Number.NaN]))
      const [is, should] = [evaluate(derivative, at), gradient[variables.indexOf(variable)] ?? Number.NaN]
      return is === should ? 0 : Math.abs(is - should) / Math.max(Math.abs(should), 1e-12)
    })
  return Math.max(...all.map((each) => (Number.isNaN(each) ? 1 : each)))
}

describe('of every formula of the published table', () => {
  it.each(formulas)('the readable derivative of %s exists and has the published values', (formula) => {
    for (const each of found(formula)) {
      const { tree, variable, derivative, variables } = each
      expect(off(formula, each)).toBeLessThan(tolerance)
      expect(agrees(tree, variable, derivative, variables), print(derivative)).toBe(true)
    }
  })

  it('the derivation exists', () => {
    for (const formula of formulas) {
      for (const { tree, variable, variables } of found(formula)) {
        const tidied = tidiedDerivative(tree, variable, variables)
        expect(tidied && derivationSteps(tree, variable, tidied), formula).not.toBeNull()
      }
    }
  })

  it('a planted error in the eighth digit is detected', () => {
    const [each] = found('x')
    const wrong = parse('1.00000001').tree
    expect(each && off('x', each)).toBe(0)
    expect(each && off('x', { ...each, derivative: wrong })).toBeGreaterThan(tolerance)
  })
})
