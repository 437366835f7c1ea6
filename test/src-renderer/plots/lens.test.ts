import { lensAt } from '@core/lens'
import { compile } from '@core/objective'
import { describe, expect, it } from 'vitest'
import type { LensData } from '../../../src-renderer/figure'
import { lensPlot } from '../../../src-renderer/plots/lens'
import { canvas } from './samples'

const seen = (formula: string, a: number, h: number): LensData => {
  const { before: _, after, ...lens } = lensAt(compile(formula, ['x']), 0, [a], h)
  const secant = { from: { x: 0, value: 0 }, to: after }
  return { ...lens, width: 6 * h, across: 'x − a', up: 'f(x) − f(a)', tangent: -1, secant }
}
const dotsIn = ({ above }: ReturnType<typeof lensPlot>) =>
  above.flatMap((mark) => (mark.mark === 'dots' ? mark.places.length : []))

describe('the picture of the microscope', () => {
  it('is a curve with the pole of 1/x left open, and no dots but those of the point and the secant', () => {
    const plot = lensPlot(seen('1/x', 1, 1), canvas)
    const [line] = plot.config.data.datasets
    expect(line?.data.filter(({ y }) => Number.isNaN(y)).length).toBe(1)
    expect(dotsIn(plot)).toEqual([2, 1])
  })

  it('is dots where every double is one of them', () => {
    const plot = lensPlot(seen('1/x', 1, 1e-15), canvas)
    expect(plot.config.data.datasets).toEqual([])
    expect(dotsIn(plot)[0]).toBeGreaterThan(20)
  })

  it('draws the secant from one side to the other', () => {
    const data = seen('1/x', 1, 0.1)
    const ends = lensPlot(data, canvas).above.flatMap((mark) =>
      mark.mark === 'path' && mark.dash.length > 0 ? mark.places.map(([x]) => x) : []
    )
    expect(ends).toEqual([-data.width / 2, data.width / 2])
  })

  it('writes small numbers of both axes with a power of ten', () => {
    const { x, y } = lensPlot(seen('1/x', 1, 1e-4), canvas).config.options?.plugins?.layers ?? {}
    expect([x, y]).toEqual(['×10⁻⁴', '×10⁻⁴'])
  })
})
