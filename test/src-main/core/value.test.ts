import { compileTree } from '@core/objective'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { valueAt } from '@shared/language/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coordinate, formulas } from '../../support/formulas'

const names = ['x', 'y']
const both = (tree: Syntax, point: readonly number[]) => [
  valueAt(tree, new Map(names.map((name, i) => [name, point[i] ?? 0]))),
  compileTree(tree, names).value(point)
]

describe('the value the page finds by itself', () => {
  it('is that of the core, to the last bit', () => {
    let finite = 0
    fc.assert(
      fc.property(formulas(names), coordinate, coordinate, (tree, x, y) => {
        const [ours = 0, core = 0] = both(tree, [x, y])
        // The sign of a zero aside.
        expect(ours + 0).toBe(core + 0)
        if (Number.isFinite(core)) finite++
      }),
      { seed: 2_024, numRuns: 500 }
    )
    expect(finite).toBeGreaterThan(200)
  })

  it.each(['e^2', 'e^-1.5', 'e^(x + 3)', '1.1^3', '1.1^-7', '3^17', '2^0.5', '0^0'])('of %s too', (text) => {
    const [ours, core] = both(parse(text).tree, [0.7, 0])
    expect(ours).toBe(core)
  })
})
