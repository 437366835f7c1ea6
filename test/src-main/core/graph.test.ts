import { compileOutputs } from '@core/compile/outputs'
import { Graph } from '@core/graph'
import { lower } from '@core/lower'
import { parse } from '@shared/language/parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../support/evaluate'
import { formulas } from '../../support/formulas'

const names = ['x', 'y', 'z']

/** Every double a formula can meet, the odd ones often. */
const anyDouble = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.double() },
  {
    weight: 3,
    arbitrary: fc.constantFrom(0, -0, 1, -1, 2, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
  }
)

function graphOf(text: string) {
  const graph = new Graph()
  const scope = new Map(names.map((name) => [name, graph.input()]))
  return { graph, root: lower(graph, parse(text, { variables: names }).tree, scope) }
}

describe('a graph', () => {
  it('computes bit for bit what the tree says, whatever the numbers', () => {
    fc.assert(
      fc.property(formulas(names), fc.tuple(anyDouble, anyDouble, anyDouble), (tree, point) => {
        const graph = new Graph()
        const scope = new Map(names.map((name) => [name, graph.input()]))
        const output = new Float64Array(1)
        compileOutputs(graph, [lower(graph, tree, scope)])(Float64Array.from(point), output)
        const [x = 0, y = 0, z = 0] = point
        expect(output[0]).toBe(evaluate(tree, { x, y, z }))
      }),
      { seed: 20_261_124, numRuns: 1500 }
    )
  })

  it('has one node for what occurs twice, in either order of a sum or product', () => {
    const { graph, root } = graphOf('sin(x*y) + cos(y*x) + (x + y)/(y + x)')
    const node = (text: string) => lower(graph, parse(text).tree, new Map(names.map((name, i) => [name, i])))
    const before = graph.nodes.length
    expect(node('x*y')).toBe(node('y*x'))
    expect(node('sin(x*y) + cos(y*x) + (x + y)/(y + x)')).toBe(root)
    expect(graph.nodes.length).toBe(before)
  })

  it.each([
    ['2*3', 6],
    ['2^10/4', 256],
    ['sin(0)', 0],
    ['1/0', Number.POSITIVE_INFINITY],
    ['0/0', Number.NaN]
  ])('makes a number of %s', (text, value) => {
    const { graph, root } = graphOf(text)
    expect(graph.valueOf(root)).toBe(value)
  })

  it.each(['1*x', 'x*1', 'x/1', 'x - 0', '-(-x)', 'x^1'])('takes %s for x', (text) => {
    expect(graphOf(text).root).toBe(graphOf('x').root)
  })

  it.each(['0*x', 'x/x', 'x - x', 'x + 0', '0/x', '2*x*3 - 6*x', 'x - (-0)'])(
    'keeps %s, which is not the same for every x',
    (text) => {
      const { graph, root } = graphOf(text)
      expect(graph.node(root).kind).toBe('operation')
    }
  )

  it('tells −0 from 0', () => {
    const graph = new Graph()
    expect(graph.constant(-0)).not.toBe(graph.constant(0))
    expect(graph.constant(Number.NaN)).toBe(graph.constant(Number.NaN))
  })

  it('refuses to grow beyond its limit, and has room for derivatives after that', () => {
    const graph = new Graph()
    const grow = () => {
      for (let i = graph.nodes.length; ; i++) graph.constant(i)
    }
    expect(grow).toThrowError(expect.objectContaining({ code: 'formula-too-large' }))
    expect(graph.nodes.length).toBe(50_000)
    graph.makeRoomForDerivatives()
    expect(() => graph.constant(0.5)).not.toThrow()
  })
})
