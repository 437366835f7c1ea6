import { code, javascript } from '@core/compile/javascript'
import { compileOutputs } from '@core/compile/outputs'
import { tape } from '@core/compile/tape'
import { gradient, hessianTimes } from '@core/derivative'
import { Graph, type NodeId, type Operation, operations } from '@core/graph'
import { lower, lowerFunction } from '@core/lower'
import { functionNamed } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coordinate, formulas } from '../../../support/formulas'

/** The two back ends. */
const backEnds = [
  ['code', javascript],
  ['a tape', tape]
] as const

describe.each(backEnds)('a graph as %s', (_, compile) => {
  const compileOutputs = (graph: Graph, outputs: readonly NodeId[]) => compile(graph, graph.below(outputs), outputs)

  it('computes several outputs from any named inputs, such as the lines of an update rule', () => {
    const graph = new Graph()
    const names = ['x', 'g', 'lr', 'beta1', 'v']
    const scope = new Map(names.map((name) => [name, graph.input()]))
    const line = (text: string) => lower(graph, parse(text, { names }).tree, scope)
    const velocity = line('beta1*v - lr*g')
    scope.set('v', velocity)
    const step = compileOutputs(graph, [velocity, line('x + v')])
    const output = new Float64Array(2)
    step(Float64Array.of(3, 6, 0.1, 0.9, -1), output)
    expect([...output]).toEqual([0.9 * -1 - 0.1 * 6, 3 + (0.9 * -1 - 0.1 * 6)])
  })

  it('may write over its input', () => {
    const graph = new Graph()
    const [x, y] = [graph.input(), graph.input()]
    const state = Float64Array.of(2, 5)
    compileOutputs(graph, [y, graph.add(x, y)])(state, state)
    expect([...state]).toEqual([5, 7])
  })

  it('writes an input, a number and the same node twice', () => {
    const graph = new Graph()
    const x = graph.input()
    const output = new Float64Array(4)
    const square = graph.multiply(x, x)
    compileOutputs(graph, [x, graph.constant(-0.5), square, square])(Float64Array.of(3), output)
    expect([...output]).toEqual([3, -0.5, 9, 9])
  })

  it('reproduces every constant exactly', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const graph = new Graph()
        const output = new Float64Array(2)
        const x = graph.input()
        compileOutputs(graph, [graph.constant(value), graph.multiply(graph.constant(value), x)])(
          Float64Array.of(1),
          output
        )
        expect(output[0]).toBe(value)
        expect(output[1]).toBe(value)
      }),
      { seed: 7, numRuns: 300 }
    )
  })

  it('calls functions of any number of arguments', () => {
    const graph = new Graph()
    const inputs = Array.from({ length: 5 }, () => graph.input())
    const output = new Float64Array(4)
    const [max, atan2] = [functionNamed('max'), functionNamed('atan2')]
    const all = [graph.call(max, inputs.slice(0, 3)), graph.call(max, inputs), graph.call(max, inputs.slice(3))]
    compileOutputs(graph, [...all, graph.call(atan2, inputs.slice(0, 2))])(Float64Array.of(1, -2, 3, 5, 4), output)
    expect([...output]).toEqual([3, 5, 5, Math.atan2(1, -2)])
  })

  it('computes each operation as the table of operations says, odd numbers included', () => {
    const odd = [0, -0, 1, -2.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const methods = {
      '+': 'add',
      '-': 'subtract',
      '*': 'multiply',
      '/': 'divide',
      negate: 'negate',
      and: 'and',
      or: 'or',
      not: 'not',
      gate: 'gate',
      unless: 'unless',
      chain: 'chain',
      cut: 'cut',
      ratio: 'ratio',
      meet: 'meet'
    } as const
    const tables: [Operation, (g: Graph, a: NodeId, b: NodeId) => NodeId][] = [
      ...(Object.entries(methods) as [Operation, 'add'][]).map(
        ([operation, method]) => [operation, (g: Graph, a: NodeId, b: NodeId) => g[method](a, b)] as [Operation, never]
      ),
      ['<', (g, a, b) => g.compare('<', a, b)],
      ['<=', (g, a, b) => g.compare('<=', a, b)]
    ]
    expect(tables.length + 1).toBe(Object.keys(operations).length)
    for (const [operation, make] of tables) {
      const graph = new Graph()
      const run = compileOutputs(graph, [make(graph, graph.input(), graph.input())])
      const output = new Float64Array(1)
      for (const a of odd) {
        for (const b of odd) {
          run(Float64Array.of(a, b), output)
          expect(output[0], `${operation} of ${a} and ${b}`).toBe((operations[operation] as typeof Math.atan2)(a, b))
        }
      }
    }
    const graph = new Graph()
    const run = compileOutputs(graph, [graph.choose(graph.input(), graph.input(), graph.input())])
    const chosen = (truth: number) => {
      const output = new Float64Array(1)
      run(Float64Array.of(truth, 3, 4), output)
      return output[0]
    }
    expect([1, 0, Number.NaN].map(chosen)).toEqual([3, 4, Number.NaN])
  })

  it('propagates a zero adjoint as zero, whatever the partial derivative', () => {
    const graph = new Graph()
    const [a, b] = [graph.input(), graph.input()]
    const run = compileOutputs(graph, [graph.chain(a, b), graph.cut(a, b)])
    const output = new Float64Array(2)
    const results = (adjoint: number, local: number) => {
      run(Float64Array.of(adjoint, local), output)
      return [...output]
    }
    expect(results(2, 3)).toEqual([6, 3])
    expect(results(0, 3)).toEqual([0, 3])
    expect(results(0, Number.POSITIVE_INFINITY)).toEqual([0, 0])
    expect(results(0, Number.NaN)).toEqual([0, 0])
    expect(results(-0, Number.NaN)).toEqual([0, 0])
    expect(results(1, Number.NaN)).toEqual([Number.NaN, Number.NaN])
    expect(results(Number.NaN, 0)).toEqual([Number.NaN, 0])
  })
})

describe('both back ends', () => {
  const names = ['x', 'y']

  it('give the same value, gradient and Hessian, bit for bit', () => {
    fc.assert(
      fc.property(formulas(names), fc.tuple(coordinate, coordinate), (tree, point) => {
        const graph = new Graph()
        const [x, y, ...direction] = Array.from({ length: 4 }, () => graph.input())
        const variables = [x as NodeId, y as NodeId]
        const f = lowerFunction(graph, tree, new Map(names.map((name, i) => [name, variables[i] as NodeId])))
        graph.makeRoomForDerivatives()
        const slopes = gradient(graph, f, variables)
        const outputs = [f, ...slopes, ...hessianTimes(graph, slopes, direction, variables)]
        const [one, other] = backEnds.map(([, compile]) => {
          const output = new Float64Array(outputs.length)
          compile(graph, graph.below(outputs), outputs)(Float64Array.of(...point, 1, 0.5), output)
          return output
        })
        expect(one).toEqual(other)
      }),
      { seed: 11, numRuns: 500 }
    )
  })

  it('are used: code for a short function, which the engine optimises, a tape for a long one', () => {
    const steps = (count: number) => {
      const graph = new Graph()
      const x = graph.input()
      let sum = x
      for (let i = 0; i < count; i++) sum = graph.add(graph.multiply(sum, x), graph.constant(i + 2))
      const run = compileOutputs(graph, [sum])
      const output = new Float64Array(1)
      run(Float64Array.of(-0.75), output)
      let expected = -0.75
      for (let i = 0; i < count; i++) expected = expected * -0.75 + (i + 2)
      expect(output[0]).toBe(expected)
      return run.toString()
    }
    expect(steps(20)).toContain('const t')
    expect(steps(5000)).not.toContain('const t')
  })
})

describe('generated code', () => {
  it('consists of names of its own only, never of the user’s', () => {
    const graph = new Graph()
    const names = ['x', 'alpha', 'constructor1']
    const scope = new Map(names.map((name) => [name, graph.input()]))
    const root = lower(graph, parse('alpha*sin(x)^2/(1 + hypot(x, 2)) - constructor1^x', { names }).tree, scope)
    const { text, functions } = code(graph, graph.below([root]), [root])
    const words = text.replace("'use strict'", '').match(/[A-Za-z_]\w*/g) ?? []
    expect(words.filter((word) => !/^(return|input|output|const|[vtf]\d+)$/.test(word))).toEqual([])
    expect(functions).toEqual([functionNamed('sin').value, functionNamed('hypot').value, functionNamed('pow').value])
  })
})
