import { type GridPlan, planeOver, sampleGrid } from '@core/grid'
import { compile } from '@core/objective'
import { Cancelled } from '@core/pulse'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const levels = { count: 15, spacing: 'auto' } as const
const range = { min: 0, max: 1 }
const square = (count: number): Omit<GridPlan, 'plane'> => ({ x: range, y: range, columns: count, rows: count, levels })

describe('grid samples', () => {
  const f = compile('x + 10*y + 100*z', ['x', 'y', 'z'])

  it('go row by row, x with the column, y with the row', () => {
    const plane = planeOver([0, 2], [99, 5, 99])
    const plan = { plane, x: { min: 0, max: 2 }, y: range, columns: 3, rows: 2, levels }
    const { values, slopesX } = sampleGrid(f, plan)
    expect([...values]).toEqual([50, 51, 52, 150, 151, 152])
    expect(slopesX).toHaveLength(0)
  })

  it('lie in the middle of columns and rows if asked, with one more all around', () => {
    const plan = { ...square(2), plane: planeOver([0, 1], [0, 0, 0]), centred: true }
    const { values, columns, rows, x, y } = sampleGrid(f, plan)
    expect([columns, rows]).toEqual([4, 4])
    expect([x, y]).toEqual([
      { min: -0.25, max: 1.25 },
      { min: -0.25, max: 1.25 }
    ])
    expect([...values.slice(0, 4)]).toEqual([-2.75, -2.25, -1.75, -1.25])
  })

  it.each([
    ['sin(200x) + sin(200y)', 5, true],
    ['sin(200x) + sin(200y)', 0.2, false],
    ['sin(31x*y)', 25, true],
    ['mod(97.3x, 1) + y', 5, true],
    ['(1 - x)^2 + 100(y - x^2)^2', 2, false],
    ['floor(9x) + y', 5, false],
    ['floor(x) + floor(y)', 5, false],
    ['1/(x*y)', 5, false],
    ['abs(x) + abs(y)', 5, false],
    ['1e9 + 1e-8x', 5, false],
    ['3', 5, false]
  ])(
    'say whether f goes up and down between them, and are joined by no lines then: %s over ±%s',
    (formula, far, fine) => {
      const side = { min: -far, max: 1.01 * far }
      const plan = { ...square(160), x: side, y: side, plane: planeOver([0, 1], [0, 0]) }
      const { tooFine, lines } = sampleGrid(compile(formula, ['x', 'y']), plan)
      expect(tooFine).toBe(fine)
      if (fine) expect(lines.flat()).toEqual([])
    }
  )

  it('carry the two slopes if asked', () => {
    const plan = { ...square(2), plane: planeOver([2, 1], [0, 0, 0]), gradient: true }
    const { slopesX, slopesY } = sampleGrid(f, plan)
    expect([...slopesX]).toEqual([100, 100, 100, 100])
    expect([...slopesY]).toEqual([10, 10, 10, 10])
  })

  it.each(['if(x > 1, y, 4 - x)', 'if(x >= 1, y, 4 - x)', 'if(x < 1, y, 4 - x)', 'sign(x - 1) + y/9', '1/(x - 1)'])(
    'have a cut in every row where %s breaks, exactly halfway between two columns',
    (formula) => {
      const f = compile(formula, ['x', 'y'])
      const ranges = { x: { min: -1, max: 3 }, y: { min: 0.1, max: 1.1 } }
      const levels = { count: 5, spacing: 'auto' } as const
      const plane = planeOver([0, 1], [0, 0])
      const { cuts } = sampleGrid(f, { plane, ...ranges, columns: 4, rows: 3, centred: true, levels })
      expect([...cuts.edges].map((edge) => [(edge >> 1) % 6, edge % 2])).toEqual(Array(5).fill([2, 0]))
      expect([...cuts.at]).toEqual(Array(5).fill(0.5))
      for (const [row, before] of cuts.before.entries()) {
        expect(Math.abs((cuts.after[row] as number) - before)).toBeGreaterThan(0.4)
      }
    }
  )

  describe('where breaks lie closer than two samples', () => {
    const plan = { plane: planeOver([0, 1], [0, 0]), levels: { count: 9, spacing: 'linear' } } as const
    const over = (formula: string, count: number, x: number) =>
      sampleGrid(compile(formula, ['x', 'y']), {
        ...plan,
        x: { min: 0.01, max: x },
        y: { min: -1, max: 1 },
        columns: count,
        rows: count
      })

    it('have no lines there, but all of them beyond', () => {
      const { lines } = over('floor(x^2) + y', 41, 4)
      const right = Math.max(
        ...lines.flatMap((some) => some.flatMap((line) => Array.from(line.filter((_, k) => k % 2 === 0))))
      )
      // Breaks are 1/(2x) apart, samples 1/10.
      expect(right).toBeGreaterThan(2)
      expect(right).toBeLessThan(3)
    })

    it('have no lines at all if that is much of the picture, nor cuts through all of a surface', () => {
      expect(over('floor(20x) + y', 300, 10).lines.flat()).toEqual([])
      // At most where the picture ends.
      expect(over('sign(sin(20x)) + y', 101, 10).cuts.edges.length).toBeLessThanOrEqual(2 * 101)
      expect(over('sign(sin(5x)) + y', 101, 10).cuts.edges.length).toBe(101 * 15)
    })
  })

  it('have the same levels in a picture of any size', () => {
    const g = compile('(1 - x)^2 + 100*(y - x^2)^2', ['x', 'y'])
    const plan = { plane: planeOver([0, 1], [0, 0]), x: { min: -2, max: 2 }, y: { min: -1, max: 3 }, levels }
    const [small, large] = [20, 300].map((count) =>
      sampleGrid(g, { ...plan, columns: count, rows: count, centred: true })
    )
    expect(small?.levels).toEqual(large?.levels)
  })

  it('show signs of life every few samples, since one of a long formula may take milliseconds', () => {
    let [beats, most, before] = [0, 0, 0]
    const pulse = {
      beat() {
        beats++
        most = Math.max(most, f.counts.values - before)
        before = f.counts.values
      }
    }
    before = f.counts.values
    sampleGrid(f, { ...square(101), plane: planeOver([0, 1], [0, 0, 0]) }, pulse)
    expect(most).toBeLessThanOrEqual(16)
    expect(beats).toBeGreaterThan(600)
  })

  it('stop when nobody wants them any more', () => {
    let beats = 0
    const pulse = {
      beat() {
        if (++beats > 10) throw new Cancelled()
      }
    }
    const plan = { ...square(1000), plane: planeOver([0, 1], [0, 0, 0]), gradient: true }
    expect(() => sampleGrid(f, plan, pulse)).toThrowError(Cancelled)
    expect(beats).toBe(11)
  })
})

describe('f over a plane through a point', () => {
  const ranges = { x: { min: -2, max: 3 }, y: { min: -1, max: 2 }, columns: 6, rows: 4, levels }
  const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 4 })

  it('is a linear function of both coordinates where f is linear, along any directions', () => {
    const objective = compile('2x - 3y + 5z - w', ['x', 'y', 'z', 'w'])
    const f = (point: readonly number[]) =>
      2 * (point[0] ?? 0) - 3 * (point[1] ?? 0) + 5 * (point[2] ?? 0) - (point[3] ?? 0)
    fc.assert(
      fc.property(numbers, numbers, numbers, (origin, across, up) => {
        const plan = { plane: { origin, across, up }, ...ranges, gradient: true }
        const { values, slopesX, slopesY, columns, rows } = sampleGrid(objective, plan)
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            const expected = f(origin) + (column - 2) * f(across) + (row - 1) * f(up)
            expect(values[row * columns + column]).toBeCloseTo(expected, 9)
          }
        }
        expect([slopesX[0], slopesY[0]]).toEqual([f(across), f(up)])
      }),
      { seed: 20_260_501, numRuns: 50 }
    )
  })

  it('has NaN where f is not defined, and nothing for no columns', () => {
    const objective = compile('log(x) + y + z', ['x', 'y', 'z'])
    const plane = { origin: [0, 0, 0], across: [1, 0, 0], up: [0, 1, 0] }
    const { values } = sampleGrid(objective, { plane, ...ranges })
    expect([...values].filter(Number.isNaN)).toHaveLength(3 * 4)
    expect(sampleGrid(objective, { plane, ...ranges, columns: 0 }).values).toHaveLength(0)
  })
})
