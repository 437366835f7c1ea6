import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInView, stretchAt, topOf } from '../../../src-renderer/steps/stretch'

const tables = fc.record({
  rows: fc.integer({ min: 1, max: 1_000_001 }),
  rowHeight: fc.constant(21),
  heading: fc.integer({ min: 17, max: 34 }),
  height: fc.integer({ min: 60, max: 900 })
})
const seed = 20_260_504

describe('the stretch of a long table', () => {
  it('is never so high that a browser cuts it off', () => {
    fc.assert(
      fc.property(tables, fc.nat(20_000_000), (table, top) => {
        const { above, below, count } = stretchAt(table, top)
        expect(above + below + count * 21).toBeLessThanOrEqual(10_000_400)
      }),
      { seed }
    )
  })

  it('has every row in view when it is scrolled to', () => {
    fc.assert(
      fc.property(tables, fc.double({ min: 0, max: 1, noNaN: true }), (table, share) => {
        const row = Math.floor(share * (table.rows - 1))
        const top = topOf(table, row)
        const { first, count, above } = stretchAt(table, top)
        expect(first).toBeLessThanOrEqual(row)
        expect(first + count).toBeGreaterThan(row)
        // Where the row is drawn lies within the window, below the heading.
        const drawn = above + (row - first) * 21
        expect(drawn).toBeGreaterThanOrEqual(top - 0.01)
        expect(drawn + 21 - 0.01).toBeLessThanOrEqual(Math.max(top + table.height - table.heading, 21))
      }),
      { seed }
    )
  })

  it('is as plain as can be where the table is short', () => {
    const table = { rows: 1501, rowHeight: 21, heading: 21, height: 210 }
    expect(stretchAt(table, 21 * 1000)).toEqual({ first: 994, count: 22, above: 994 * 21, below: (1501 - 1016) * 21 })
    expect(topOf(table, 1000)).toBeCloseTo(21 * 1000, 9)
    expect(isInView(table, 21 * 1000, 1000)).toBe(true)
    expect(isInView(table, 21 * 1000, 999)).toBe(false)
    expect(isInView(table, 21 * 1000, 1008)).toBe(true)
    expect(isInView(table, 21 * 1000, 1009)).toBe(false)
  })
})
