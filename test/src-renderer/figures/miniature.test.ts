import { blank, withFormula } from '@shared/experiment/edit'
import { exampleNamed, examples } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { describe, expect, test } from 'vitest'
import { miniatureOf, miniatureSize } from '../../../src-renderer/figures/miniature'

const { width, height } = miniatureSize
const drawn = (experiment: Experiment | undefined) => {
  const found = experiment && miniatureOf(experiment)
  if (!found) throw new Error('nothing is drawn')
  return found
}
const named = (id: string) => drawn(exampleNamed(id)?.experiment)
/** The corners of a path, and how often its pen is lifted. */
const corners = (path: string) =>
  [...path.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

describe('a miniature', () => {
  test.each(examples)('of $id lies within its frame, is small, and has its dot', ({ experiment }) => {
    const { lines, dot } = drawn(experiment)
    expect(lines.length).toBeGreaterThan(200)
    expect(lines.length).toBeLessThan(30_000)
    for (const [x = -1, y = -1] of corners(lines)) {
      expect(x >= 0 && x <= width && y >= 0 && y <= height, `${x} ${y}`).toBe(true)
    }
    expect(dot.x > 0 && dot.x < width && dot.y > 0 && dot.y < height).toBe(true)
  })

  test('of one variable is the curve from end to end, with the tangent where that is what it is about', () => {
    const { lines, aids, dot } = named('derivative-x2')
    const all = corners(lines)
    // x² from 0 to 10: the corners are on the parabola, but for a tenth of a unit.
    const [inner, tall] = [width - 4, height - 4]
    for (const [x = 0, y = 0] of all) expect(height - 2 - y).toBeCloseTo(tall * ((x - 2) / inner) ** 2, 0)
    expect(all[0]).toEqual([2, height - 2])
    expect(all.at(-1)).toEqual([width - 2, 2])
    // At 3 the slope is 6: over 10 it rises by 60 of 100.
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = corners(aids)
    expect((y0 - y1) / (x1 - x0)).toBeCloseTo((0.6 * tall) / inner, 1)
    expect(dot.x).toBeCloseTo(2 + 0.3 * inner, 1)
    expect(named('descent-1d').aids).toBe('')
  })

  test('of two variables is made of lines on which f is the same', () => {
    const { lines } = named('partial-x2y2')
    const radii = corners(lines).map(([x = 0, y = 0]) =>
      Math.hypot((10 * (x - 2)) / (width - 4) - 5, (10 * (y - 2)) / (height - 4) - 5)
    )
    // x² + y²: five circles, and nothing between them. One, planted, would be found.
    const kinds = (all: readonly number[]) => new Set(all.map((radius) => Math.round(radius * 2.5))).size
    expect(kinds(radii)).toBeLessThanOrEqual(9)
    expect(kinds([...radii, ...Array.from({ length: 20 }, (_, i) => i / 3)])).toBeGreaterThan(9)
    for (let i = 0; i < radii.length; i += 2) expect(Math.abs((radii[i] ?? 0) - (radii[i + 1] ?? 9))).toBeLessThan(0.25)
  })

  test('lifts its pen where f is not defined, and is none where f is nowhere', () => {
    const of = (formula: string) => miniatureOf(withFormula(blank(), formula))
    expect(of('1/x')?.lines.match(/M/g)).toHaveLength(2)
    expect(of('sqrt(-1 - x^2)')).toBeNull()
    expect(of('x^2 +')).toBeNull()
  })
})
