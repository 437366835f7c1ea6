import { answers } from '@core/answers'
import { steady } from '@core/pulse'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CurveData, SignsData } from '../../../src-renderer/figure'
import { courseOf } from '../../../src-renderer/plots/course'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { areaOf } from '../../../src-renderer/plots/layout'
import { looks } from '../../../src-renderer/plots/look'
import { signsPlot } from '../../../src-renderer/plots/signs'
import { columnEdges } from '../../../src-renderer/plots/signs-layout'
import { slopePlot } from '../../../src-renderer/plots/slope'
import { curveOf } from './samples'

const x = { min: -2.5, max: 2.5 }
const dataOf = (formula: string, second = true, even = false): SignsData => ({
  variable: 'x',
  names: ['f(x)', 'f′(x)', 'f″(x)'],
  table: answers.signs(
    { subject: { formula, variables: ['x'], parameters: {} }, along: 0, point: [0], range: x, second },
    steady
  ),
  x,
  even,
  chosen: null
})
const edgesOf = (data: SignsData, right: number) =>
  columnEdges(data.table.columns, data, { left: 0, right }, words.ja.plots.signs)

describe('the columns of a sign table', () => {
  it('have each place in the middle of its column, below its x', () => {
    const data = dataOf('x^3 - 3x')
    const edges = edgesOf(data, 1000)
    const middles = data.table.columns.flatMap((column, i) =>
      column.kind === 'place' ? [[column.at, ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2] as const] : []
    )
    for (const [at, middle] of middles) expect(middle).toBeCloseTo(((at - x.min) / 5) * 1000, 6)
    expect(middles).toHaveLength(3)
  })

  it('stand beside one another from the one edge to the other, however near their places are', () => {
    const roots = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(roots, fc.integer({ min: 60, max: 1200 }), fc.boolean(), (all, right, even) => {
        const product = all.map((root) => `(x - ${root}/10)^2`).join('*')
        const data = dataOf(product, false, even)
        const edges = edgesOf(data, right)
        expect(edges).toHaveLength(data.table.columns.length + 1)
        expect(edges[0]).toBe(0)
        expect(edges.at(-1)).toBeCloseTo(right, 6)
        for (const [i, edge] of edges.slice(1).entries()) expect(edge).toBeGreaterThan(edges[i] as number)
      }),
      { seed: 8, numRuns: 12 }
    )
  }, 120_000)

  it('are all as wide where they are to be', () => {
    const edges = edgesOf(dataOf('x^3 - 3x', false, true), 1000)
    for (const [i, edge] of edges.slice(1).entries()) expect(edge - (edges[i] as number)).toBeCloseTo(1000 / 5, 6)
  })
})

describe('an arrow', () => {
  it('ends higher if it rises, and runs below its chord if it is bent up', () => {
    for (const rises of [true, false]) {
      for (const bend of ['up', 'down', null] as const) {
        const { from, control, to } = courseOf(rises, bend, 40)
        // Down is positive.
        expect(to[1] < from[1]).toBe(rises)
        expect(from[0]).toBeLessThan(to[0])
        const chord = from[1] + ((control[0] - from[0]) / (to[0] - from[0])) * (to[1] - from[1])
        if (bend === null) expect(control[1]).toBeCloseTo(chord, 9)
        else expect(control[1] > chord).toBe(bend === 'up')
      }
    }
    expect(courseOf(null, null, 40)).toMatchObject({ from: [-20, 0], to: [20, -0] })
  })
})

describe('the picture of a sign table', () => {
  it.each(['ja', 'en'] as const)('has every cell, in %s', (language) => {
    const canvas = {
      size: { width: 880, height: 200 },
      look: looks.light,
      words: words[language].plots,
      room: 'full'
    } as const
    const plot = signsPlot({ ...dataOf('x^3 - 3x'), chosen: 2 }, canvas)
    const texts = plot.above.flatMap((mark) => (mark.mark === 'label' ? [mark.text] : []))
    const { maximum, minimum, inflection } = words[language].plots.signs
    for (const text of ['x', 'f′(x)', 'f″(x)', 'f(x)', '−1', '1', maximum, minimum, inflection, '−2'])
      expect(texts).toContain(text)
    expect(texts.filter((text) => text === '0')).toHaveLength(5)
    expect(plot.above.filter(({ mark }) => mark === 'course')).toHaveLength(4)
    expect(plot.below).toHaveLength(1)
    const { width, height } = areaOf(canvas.size)
    for (const mark of plot.above) {
      if (mark.mark !== 'label') continue
      expect(mark.at[0]).toBeLessThanOrEqual(width)
      expect(-(mark.at[1] as number)).toBeLessThanOrEqual(height + 30)
    }
  })

  it('is none where there are too many places, and says so', () => {
    const canvas = {
      size: { width: 880, height: 200 },
      look: looks.light,
      words: words.en.plots,
      room: 'full'
    } as const
    expect(signsPlot(dataOf('sin(200x)'), canvas).note).toBe(words.en.plots.signs.tooMany)
  })
})

/** x³ − 3x. */
const plainCurve: CurveData = {
  variable: 'x',
  dependent: 'y',
  name: 'f(x)',
  slopeName: 'f′(x)',
  x,
  y: null,
  samples: curveOf(
    (at) => at ** 3 - 3 * at,
    (at) => 3 * at ** 2 - 3,
    x
  ),
  f: null,
  point: null,
  kink: null,
  secondSlope: null,
  pinned: [],
  secant: null,
  h: null,
  traces: [],
  step: null,
  selected: 0
}

describe('the curve of a sign table', () => {
  const signPlaces = dataOf('x^3 - 3x').table.columns.flatMap((column) => (column.kind === 'place' ? [column] : []))
  const data: CurveData = { ...plainCurve, signPlaces, column: { min: 0, max: 1 } }
  const canvas = { size: { width: 700, height: 300 }, look: looks.light, words: words.ja.plots, room: 'full' } as const

  it('has a line up through each place, its extrema with their values, and the column that is looked at', () => {
    const { above, below } = curvePlot(data, canvas)
    const guides = above.flatMap((mark) => (mark.mark === 'guide' ? [mark.x] : []))
    expect(guides).toEqual(expect.arrayContaining([-1, 0, 1]))
    const texts = above.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []))
    expect(texts).toEqual(expect.arrayContaining(['極大 2', '変曲点 (0, 0)', '極小 −2']))
    expect(above).toContainEqual(
      expect.objectContaining({
        mark: 'dots',
        places: [
          [-1, 2],
          [1, -2]
        ]
      })
    )
    expect(below).toContainEqual(expect.objectContaining({ mark: 'stretch', from: 0, to: 1 }))
  })

  it('is shaded between f′ and 0, in one colour where f rises and in another where it falls', () => {
    const { below } = slopePlot({ ...plainCurve }, canvas)
    const [rises, falls] = below.flatMap((mark) => (mark.mark === 'sheet' ? [mark] : []))
    expect([rises?.colour, falls?.colour]).toEqual([looks.light.rise, looks.light.decrease])
    const ends = (cells: readonly (readonly (readonly number[])[])[] = []) =>
      cells.map((cell) => [cell[0]?.[0], cell.at(-1)?.[0]].map((at) => Math.round((at ?? 0) * 100) / 100))
    expect(ends(rises?.cells)).toEqual([
      [-2.5, -1],
      [1, 2.5]
    ])
    expect(ends(falls?.cells)).toEqual([[-1, 1]])
    for (const [, height = 0] of falls?.cells.flat() ?? []) expect(height).toBeLessThanOrEqual(0)
  })

  it('has the same lines below, through f′', () => {
    const { above, below } = slopePlot(data, canvas)
    expect(above.flatMap((mark) => (mark.mark === 'guide' ? [mark.x] : []))).toEqual(expect.arrayContaining([-1, 0, 1]))
    expect(below).toContainEqual(expect.objectContaining({ mark: 'stretch', from: 0, to: 1 }))
  })
})
