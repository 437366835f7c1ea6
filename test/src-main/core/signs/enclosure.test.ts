import { gradient } from '@core/derivative'
import { Graph } from '@core/graph'
import { lowerFunction } from '@core/lower'
import { enclosureOf } from '@core/signs/enclosure'
import { functions } from '@shared/language/functions'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coordinate, formulas } from '../../../support/formulas'
import { hyperdual } from '../../../support/hyperdual'

/** Bounds of f, f′ and f″ over a box. */
function boundsOf(tree: Syntax) {
  const graph = new Graph()
  const x = graph.input()
  const f = lowerFunction(graph, tree, new Map([['x', x]]))
  const nodes = [f, gradient(graph, f, [x])[0] ?? f]
  nodes.push(gradient(graph, nodes[1] ?? f, [x])[0] ?? f)
  const enclose = enclosureOf(graph, nodes)
  const [low, high] = [new Float64Array(3), new Float64Array(3)]
  return (from: number, to: number) => {
    enclose(Float64Array.of(from), Float64Array.of(to), low, high)
    return [0, 1, 2].map((k) => [low[k] as number, high[k] as number] as const)
  }
}

it('bounds hold for f and its derivatives at every point of a box', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  let known = 0
  fc.assert(
    fc.property(formulas(['x']), coordinate, fc.constantFrom(1e-6, 1e-3, 0.1, 1), shares, (tree, from, width, all) => {
      const bounds = boundsOf(tree)(from, from + width)
      for (const share of all) {
        const x = Math.min(from + width, from + share * width)
        const exact = hyperdual(tree, { x }, 'x', 'x')
        for (const [k, { value, error }] of [exact.value, exact.first, exact.mixed].entries()) {
          const [low, high] = bounds[k] as readonly [number, number]
          if (Number.isNaN(low) || !Number.isFinite(value) || !Number.isFinite(error)) continue
          known++
          const isWithin = value + error >= low && value - error <= high
          if (!isWithin) throw new Error(`${print(tree)} at ${x} of ${from} + ${width}: ${value}, order ${k}`)
        }
      }
    }),
    { seed: 7, numRuns: 150 }
  )
  // Unbounded intervals would pass, too.
  expect(known).toBeGreaterThan(400)
}, 120_000)

it('bounds hold for every function of the language, and are finite for nearly all', () => {
  const untold: string[] = []
  for (const row of functions) {
    if (row.name === 'sincderivative') continue
    const [a, b] = [0.3, 1.7]
    let isTold = false
    for (const from of [-2.3, -0.7, 0.2, 1.1, 3.2]) {
      for (const width of [1e-3, 0.4, 1.3]) {
        const graph = new Graph()
        const inputs = row.parameters.map(() => graph.input())
        const enclose = enclosureOf(graph, [graph.call(row, inputs)])
        const low = Float64Array.from([from, a, b].slice(0, inputs.length))
        const high = Float64Array.from([from + width, a, b].slice(0, inputs.length))
        const [outLow, outHigh] = [new Float64Array(1), new Float64Array(1)]
        enclose(low, high, outLow, outHigh)
        if (Number.isNaN(outLow[0])) continue
        isTold = true
        const values = Array.from({ length: 33 }, (_, k) => from + (width * k) / 32).map((x) =>
          row.value(x, ...[a, b].slice(0, inputs.length - 1))
        )
        expect(Math.min(...values), `${row.name} from ${from}`).toBeGreaterThanOrEqual(outLow[0] as number)
        expect(Math.max(...values), `${row.name} from ${from}`).toBeLessThanOrEqual(outHigh[0] as number)
      }
    }
    if (!isTold) untold.push(row.name)
  }
  expect(untold.sort()).toEqual(['atan2', 'atan2slope', 'mod', 'modslope'])
})
