import { sampleGrid } from '@core/grid'
import { compile } from '@core/objective'
import { samplePlane } from '@core/plane'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ranges = { x: { min: -2, max: 3 }, y: { min: -1, max: 2 }, columns: 6, rows: 4 }
const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 4 })

describe('f over a plane through a point', () => {
  it('is the grid over two variables where the directions are their axes', () => {
    const objective = compile('x^3 - y*z + w', ['x', 'y', 'z', 'w'])
    const grid = sampleGrid(objective, ranges.x, ranges.y, ranges.columns, ranges.rows, {
      axes: [2, 0],
      point: [0, 3, 0, -1]
    })
    const plane = samplePlane(objective, { origin: [0, 3, 0, -1], across: [0, 0, 1, 0], up: [1, 0, 0, 0], ...ranges })
    expect(plane).toEqual(grid)
  })

  it('is a linear function of both coordinates where f is linear, along any directions', () => {
    const objective = compile('2x - 3y + 5z - w', ['x', 'y', 'z', 'w'])
    const f = (point: readonly number[]) =>
      2 * (point[0] ?? 0) - 3 * (point[1] ?? 0) + 5 * (point[2] ?? 0) - (point[3] ?? 0)
    fc.assert(
      fc.property(numbers, numbers, numbers, (origin, across, up) => {
        const { values, columns, rows } = samplePlane(objective, { origin, across, up, ...ranges })
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            const expected = f(origin) + (column - 2) * f(across) + (row - 1) * f(up)
            expect(values[row * columns + column]).toBeCloseTo(expected, 9)
          }
        }
      }),
      { seed: 20_260_501, numRuns: 50 }
    )
  })

  it('has NaN where f is not defined, and nothing for no columns', () => {
    const objective = compile('log(x) + y + z', ['x', 'y', 'z'])
    const along = { origin: [0, 0, 0], across: [1, 0, 0], up: [0, 1, 0] }
    const { values } = samplePlane(objective, { ...along, ...ranges })
    expect([...values].filter(Number.isNaN)).toHaveLength(3 * 4)
    expect(samplePlane(objective, { ...along, ...ranges, columns: 0 }).values).toHaveLength(0)
  })
})
