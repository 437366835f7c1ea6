import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingBounds, type Rectangle } from '../../src-main/window-bounds'

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 }
const beside: Rectangle = { x: 1440, y: 0, width: 2560, height: 1440 }

describe('where the window opens', () => {
  it('is the middle of the screen the first time', () => {
    expect(openingBounds(null, [laptop])).toEqual({ x: 80, y: 63, width: 1280, height: 800 })
  })

  it('is where it was', () => {
    const last = { x: 1500, y: 100, width: 1600, height: 900 }
    expect(openingBounds(last, [laptop, beside])).toEqual(last)
  })

  it('is the middle of the first screen when the other one is gone', () => {
    const last = { x: 1500, y: 100, width: 1600, height: 900 }
    expect(openingBounds(last, [laptop])).toEqual(openingBounds(null, [laptop]))
  })

  it('fits a small screen', () => {
    const small = { x: 0, y: 0, width: 800, height: 600 }
    expect(openingBounds(null, [small])).toEqual(small)
  })

  it('can always be reached, and is neither too large nor too small', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const last = fc.record({ x: number, y: number, width: number, height: number })
    fc.assert(
      fc.property(last, (last) => {
        const opened = openingBounds(last, [laptop, beside])
        const screen = [laptop, beside].find(
          ({ x, y, width, height }) =>
            Math.min(opened.x + opened.width, x + width) - Math.max(opened.x, x) >= 100 &&
            opened.y >= y &&
            opened.y + 30 <= y + height
        )
        expect(screen).toBeDefined()
        expect(opened.width).toBeGreaterThanOrEqual(1024)
        expect(opened.height).toBeGreaterThanOrEqual(700)
        expect(opened.width).toBeLessThanOrEqual(screen?.width ?? 0)
        expect(opened.height).toBeLessThanOrEqual(screen?.height ?? 0)
      }),
      { seed: 9, numRuns: 2000 }
    )
  })
})
