import { expect, test } from 'vitest'
import type { CurveData, Place } from '../../../src-renderer/figure'
import { breakMarks } from '../../../src-renderer/plots/breaks'
import { curvePlot } from '../../../src-renderer/plots/curve'
import type { Mark } from '../../../src-renderer/plots/marks'
import type { Plot } from '../../../src-renderer/plots/plot'
import { slopePlot } from '../../../src-renderer/plots/slope'
import { canvas, type delicate, delicateSamples, squareCurve, unit } from './samples'

const curve = (name: keyof typeof delicate, count = 501): CurveData => ({
  ...squareCurve,
  x: unit,
  samples: delicateSamples(name, count)
})

const rounded = (value: number) => Number(value.toPrecision(3)) + 0

/** What is seen of a plot, in words: its heights, each stroke of the curve from end to end, and the marks at breaks. */
function seen({ config, above }: Plot): string {
  const y = config.options?.scales?.['y'] as { min: number; max: number }
  const height = (value: number) => (value > y.max ? 'above' : value < y.min ? 'below' : rounded(value))
  const place = ([at = NaN, up = NaN]: Place) => `(${rounded(at)}, ${height(up)})`
  const strokes: Place[][] = [[]]
  for (const point of config.data.datasets[0]?.data ?? []) {
    if (Number.isNaN(point.y)) strokes.push([])
    else strokes.at(-1)?.push([point.x, point.y])
  }
  const mark = (found: Mark): string[] => {
    if (found.mark === 'guide') return [`asymptote at ${rounded(found.x ?? NaN)}`]
    if (found.mark === 'stretch') return [`undefined from ${rounded(found.from)} to ${rounded(found.to)}`]
    if (found.mark === 'circles') return [`open ${found.places.map(place).join(' ')}`]
    return found.mark === 'dots' ? [`closed ${found.places.map(place).join(' ')}`] : []
  }
  return [
    `heights ${rounded(y.min)} to ${rounded(y.max)}`,
    ...strokes.map((stroke) => `line ${place(stroke[0] as Place)} to ${place(stroke.at(-1) as Place)}`),
    ...above.flatMap(mark)
  ].join('\n')
}

/** f and f′ below it. */
const both = (name: keyof typeof delicate) =>
  `${seen(curvePlot(curve(name), canvas))}\n---\n${seen(slopePlot(curve(name), canvas))}`

test('tan x: four asymptotes, no line across them', () => {
  expect(both('tan x')).toMatchInlineSnapshot(`
    "heights -6.46 to 6.46
    line (-5, 3.38) to (-4.71, above)
    line (-4.71, below) to (-1.57, above)
    line (-1.57, below) to (1.57, above)
    line (1.57, below) to (4.71, above)
    line (4.71, below) to (5, -3.38)
    asymptote at -4.71
    asymptote at -1.57
    asymptote at 1.57
    asymptote at 4.71
    ---
    heights 0.442 to 10.9
    line (-5, above) to (-4.71, above)
    line (-4.71, above) to (-1.57, above)
    line (-1.57, above) to (1.57, above)
    line (1.57, above) to (4.71, above)
    line (4.71, above) to (5, above)
    asymptote at -4.71
    asymptote at -1.57
    asymptote at 1.57
    asymptote at 4.71"
  `)
})

test('1/x: one asymptote, and heights that show the rest', () => {
  expect(both('1/x')).toMatchInlineSnapshot(`
    "heights -7 to 7
    line (-5, -0.2) to (0, below)
    line (0, above) to (5, 0.2)
    asymptote at 0
    ---
    heights -11.6 to 0.612
    line (-5, -0.04) to (0, below)
    line (0, below) to (5, -0.04)
    asymptote at 0"
  `)
})

test('log x: nothing but a tint left of 0', () => {
  expect(both('log x')).toMatchInlineSnapshot(`
    "heights -3.08 to 1.87
    line (0, below) to (5, 1.61)
    undefined from -5 to 0
    asymptote at 0
    ---
    heights -0.0415 to 4.47
    line (0, above) to (5, 0.2)
    undefined from -5 to 0
    asymptote at 0"
  `)
})

test('floor x: steps that are open at the right, and a derivative that is open at each of them', () => {
  expect(both('floor x')).toMatchInlineSnapshot(`
    "heights -5.6 to 5.6
    line (-5, -5) to (-4, -5)
    line (-4, -4) to (-3, -4)
    line (-3, -3) to (-2, -3)
    line (-2, -2) to (-1, -2)
    line (-1, -1) to (0, -1)
    line (0, 0) to (1, 0)
    line (1, 1) to (2, 1)
    line (2, 2) to (3, 2)
    line (3, 3) to (4, 3)
    line (4, 4) to (5, 4)
    open (-4, -5) (-3, -4) (-2, -3) (-1, -2) (0, -1) (1, 0) (2, 1) (3, 2) (4, 3) (5, 4)
    closed (-4, -4) (-3, -3) (-2, -2) (-1, -1) (0, 0) (1, 1) (2, 2) (3, 3) (4, 4) (5, 5)
    ---
    heights -1 to 1
    line (-5, 0) to (-4, 0)
    line (-4, 0) to (-3, 0)
    line (-3, 0) to (-2, 0)
    line (-2, 0) to (-1, 0)
    line (-1, 0) to (0, 0)
    line (0, 0) to (1, 0)
    line (1, 0) to (2, 0)
    line (2, 0) to (3, 0)
    line (3, 0) to (4, 0)
    line (4, 0) to (5, 0)
    open (-4, 0) (-3, 0) (-2, 0) (-1, 0) (0, 0) (1, 0) (2, 0) (3, 0) (4, 0) (5, 0)"
  `)
})

test('|x|: whole, but its derivative jumps', () => {
  expect(both('|x|')).toMatchInlineSnapshot(`
    "heights -0.3 to 5.3
    line (-5, 5) to (5, 5)
    ---
    heights -1.12 to 1.12
    line (-5, -1) to (0, -1)
    line (0, 1) to (5, 1)
    open (0, -1) (0, 1)"
  `)
})

test('sqrt x: its end belongs to it, where its derivative has an asymptote', () => {
  expect(both('sqrt x')).toMatchInlineSnapshot(`
    "heights -0.134 to 2.37
    line (0, 0) to (5, 2.24)
    undefined from -5 to 0
    closed (0, 0)
    ---
    heights 0.164 to 1.28
    line (0, above) to (5, 0.224)
    undefined from -5 to 0
    asymptote at 0"
  `)
})

test('x^x: its end does not belong to it', () => {
  expect(both('x^x')).toMatchInlineSnapshot(`
    "heights -187 to 3310
    line (0, 1) to (5, 3130)
    undefined from -5 to 0
    open (0, 1)
    ---
    heights -492 to 8640
    line (0, below) to (5, 8150)
    undefined from -5 to 0
    asymptote at 0"
  `)
})

test('sin(1/x): interrupted at 0 without a limit to mark', () => {
  expect(both('sin(1/x)')).toMatchInlineSnapshot(`
    "heights -1.12 to 1.12
    line (-5, -0.199) to (-0.02, 0.262)
    line (0.02, -0.262) to (5, 0.199)
    ---
    heights -2570 to 314
    line (-5, -0.0392) to (-0.02, -2410)
    line (0.02, -2410) to (5, -0.0392)"
  `)
})

test('sin(x)/x: an open dot in a curve that goes on', () => {
  expect(both('sin(x)/x')).toMatchInlineSnapshot(`
    "heights -0.29 to 1.07
    line (-5, -0.192) to (0, 1)
    line (0, 1) to (5, -0.192)
    open (0, 1)
    ---
    heights -0.489 to 0.489
    line (-5, -0.0951) to (0, 0)
    line (0, 0) to (5, 0.0951)
    open (0, 0)"
  `)
})

test('cube root: whole, and its derivative has an asymptote between two branches', () => {
  expect(both('cbrt x')).toMatchInlineSnapshot(`
    "heights -1.92 to 1.92
    line (-5, -1.71) to (5, 1.71)
    ---
    heights 0.0615 to 1.04
    line (-5, 0.114) to (0, above)
    line (0, above) to (5, 0.114)
    asymptote at 0"
  `)
})

test('what is drawn does not depend on where the samples fall', () => {
  const names = ['tan x', '1/x', 'log x', 'floor x', '|x|', 'sqrt x', 'x^x', 'cbrt x'] as const
  for (const name of names) {
    const marks = [500, 501, 640, 801].map((count) =>
      breakMarks(curve(name, count), 'values', '#000000', { min: -9, max: 9 }, canvas).map((mark) =>
        JSON.stringify(mark)
      )
    )
    for (const each of marks) expect(each).toEqual(marks[0])
  }
})

test('where breaks crowd, dots shrink and asymptotes vanish before they become a ground of their own', () => {
  const poles = (count: number): CurveData => {
    const breaks = Array.from({ length: count }, (_, index) => ({
      after: index,
      at: -5 + (10 * (index + 0.5)) / count,
      kind: 'pole' as const,
      value: NaN,
      left: Infinity,
      right: -Infinity,
      slopeLeft: Infinity,
      slopeRight: Infinity
    }))
    return { ...squareCurve, x: unit, samples: { ...delicateSamples('|x|'), breaks } }
  }
  const guides = (count: number) =>
    breakMarks(poles(count), 'values', '#000000', unit, canvas).filter(({ mark }) => mark === 'guide').length
  expect([guides(10), guides(40), guides(400)]).toEqual([10, 40, 0])
})
