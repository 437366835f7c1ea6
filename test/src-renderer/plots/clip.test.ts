import { planeOver, sampleGrid } from '@core/grid'
import { compile, type Objective } from '@core/objective'
import type { Interval } from '@shared/interval'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  brokenMesh,
  type Corner,
  clippedLine,
  clippedMesh,
  heightRange,
  surfaceLine
} from '../../../src-renderer/plots/clip'
import { bowl, gridOf, unit } from './samples'

const ground = { samples: gridOf(bowl, unit, unit), x: unit, y: unit }
const z = { min: 0, max: 20 }

test('a clipped mesh stays within its heights and ends at them in a clean edge', () => {
  const mesh = clippedMesh(ground, z, 41, 41)
  let edge = 0
  for (let corner = 0; corner < mesh.length; corner += 3) {
    const [x, y, height] = [mesh[corner] as number, mesh[corner + 1] as number, mesh[corner + 2] as number]
    if (Number.isNaN(height)) continue
    expect(height).toBeGreaterThanOrEqual(0)
    expect(height).toBeLessThanOrEqual(20)
    // Moved corners still lie on the surface: linear along a cell of a quarter, so within 1/16 · f″.
    expect(Math.abs(bowl(x, y) - height)).toBeLessThan(0.13)
    if (height === 20) edge++
  }
  expect(edge).toBeGreaterThan(60)
})

/** The cells of a mesh that are drawn. */
function cellsOf({ mesh, columns, rows }: ReturnType<typeof brokenMesh>): Corner[][] {
  const corner = (place: number) => Array.from(mesh.subarray(3 * place, 3 * place + 3)) as unknown as Corner
  const all = Array.from({ length: columns * (rows - 1) }, (_, place) =>
    (place + 1) % columns === 0 ? [] : [place, place + 1, place + columns + 1, place + columns].map(corner)
  )
  return all.filter((cell) => cell.length > 0 && cell.every(([, , height]) => !Number.isNaN(height)))
}

/** How much of the ground −5 … 5 lies under cells. */
const coveredBy = (cells: readonly (readonly Corner[])[]) =>
  cells
    .flatMap((cell) =>
      cell.map(([x, y], i) => x * (cell[(i + 1) % 4] as Corner)[1] - y * (cell[(i + 1) % 4] as Corner)[0])
    )
    .reduce((sum, part) => sum + part / 200, 0)

function sampledMesh(f: Objective, heights?: Interval) {
  const plan = { x: unit, y: unit, columns: 41, rows: 41, levels: { count: 5, spacing: 'linear' } } as const
  const samples = sampleGrid(f, { plane: planeOver([0, 1], [0, 0]), ...plan })
  const z = heights ?? heightRange(samples)
  return { z, cells: cellsOf(brokenMesh({ samples, x: unit, y: unit }, z)) }
}

test.each([
  ['a step along a slanted line', 'if(x + 0.6y > 0.13, 3, x/2)', 1],
  ['a step along a curve', 'if(x^2 + y > 1, y, 4 - x)', 1],
  ['the end of a domain', 'sqrt(17 - x^2 - y^2)', (17 * Math.PI) / 100]
])('both sides of %s are drawn up to it, and nowhere but on the surface', (_, formula, share) => {
  const f = compile(formula, ['x', 'y'])
  const { cells } = sampledMesh(f, { min: -10, max: 10 })
  for (const [x, y, height] of cells.flat()) {
    // A break that bends is straight from sample to sample; √ is steep at its end.
    const near = [0, 0.03, -0.03].flatMap((right) => [0, 0.03, -0.03].map((up) => f.value([x + right, y + up])))
    const off = Math.min(...near.map((value) => (Number.isNaN(value) ? Infinity : Math.abs(value - height))))
    expect([x, y, height, off < 0.06 || (share !== 1 && Math.hypot(x, y) > 3.5)]).toEqual([x, y, height, true])
  }
  expect(coveredBy(cells)).toBeGreaterThan(0.99 * share)
  expect(coveredBy(cells)).toBeLessThan(1.005 * share)
})

test.each([
  ['log(abs(x - 0.6y))', 'min'],
  ['1/abs(x^2 + y^2 - 4)', 'max'],
  ['1/(x - 0.6y)', 'max']
] as const)('both sides of the pole of %s are drawn up to it, and to the end of the box', (formula, end) => {
  const { z, cells } = sampledMesh(compile(formula, ['x', 'y']))
  expect(coveredBy(cells)).toBeGreaterThan(0.97)
  expect(coveredBy(cells)).toBeLessThan(1.005)
  expect(z).toMatchObject(end === 'max' ? { cutsAbove: true } : { cutsBelow: true })
})

test('holes of f are holes of the mesh', () => {
  const holed = { ...ground, samples: gridOf((x, y) => (bowl(x, y) < 4 ? NaN : bowl(x, y)), unit, unit) }
  const mesh = clippedMesh(holed, { min: 0, max: 50 }, 41, 41)
  const centre = (20 * 41 + 20) * 3 + 2
  expect(mesh[centre]).toBeNaN()
  expect(mesh[2]).toBe(50)
})

test('the parts of a clipped line lie within, and a part is cut exactly where the line leaves', () => {
  const height = fc.double({ min: -50, max: 50, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: height }, { weight: 1, arbitrary: fc.constant(NaN) })),
      (heights) => {
        const line = heights.map((each, index): Corner => [index, 2 * index, each])
        for (const part of clippedLine(line, z)) {
          expect(part.length).toBeGreaterThan(1)
          for (const [x, y, each] of part) {
            expect(each).toBeGreaterThanOrEqual(0)
            expect(each).toBeLessThanOrEqual(20)
            expect(y).toBeCloseTo(2 * x, 6)
            const before = line[Math.floor(x)] as Corner
            const after = line[Math.min(Math.floor(x) + 1, line.length - 1)] as Corner
            const share = x - Math.floor(x)
            const between = share === 0 ? before[2] : before[2] * (1 - share) + after[2] * share
            expect(each).toBeCloseTo(between, 6)
          }
        }
      }
    ),
    { seed: 5, numRuns: 300 }
  )
})

test('a line that crosses the edge twice has its inner part only', () => {
  const parts = clippedLine(surfaceLine(ground, [-5, 0], [5, 0], 100), z)
  expect(parts).toHaveLength(1)
  const ends = [parts[0]?.[0], parts[0]?.at(-1)].map((end) => end?.[0] ?? NaN)
  expect(ends[0]).toBeCloseTo(-Math.sqrt(20), 2)
  expect(ends[1]).toBeCloseTo(Math.sqrt(20), 2)
})

const six = { min: -6, max: 6 }
const surfaces = (f: (x: number, y: number) => number, range = unit) => gridOf(f, range, range)
const extent = ({ values }: { values: Float64Array }) => {
  const finite = values.filter(Number.isFinite)
  return { min: Math.min(...finite), max: Math.max(...finite) }
}

test.each([
  ['a paraboloid', surfaces(bowl)],
  ['a Gaussian hill', surfaces((x, y) => Math.exp(-bowl(x, y)))],
  ['a Gaussian hill upside down', surfaces((x, y) => -Math.exp(-bowl(x, y)))],
  ['Himmelblau’s function', surfaces((x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2, six)],
  [
    'Rosenbrock’s valley',
    gridOf((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, { min: -2, max: 2 }, { min: -1, max: 3 })
  ],
  [
    'the loss of a fitted line',
    surfaces((a, b) => [1, 2, 3, 4].reduce((sum, x) => sum + (a * x + b - 2 * x - 1) ** 2, 0))
  ],
  ['a high power', surfaces((x, y) => bowl(x, y) ** 3)]
])('heightRange() leaves %s whole', (_, samples) => {
  expect(heightRange(samples)).toEqual({ ...extent(samples), cutsBelow: false, cutsAbove: false })
})

test.each([
  ['1/(x² + y²)', surfaces((x, y) => 1 / bowl(x, y)), [false, true]],
  ['−1/(x² + y²)', surfaces((x, y) => -1 / bowl(x, y)), [true, false]],
  ['1/(x·y)', surfaces((x, y) => 1 / (x * y)), [true, true]],
  ['tan x + y', surfaces((x, y) => Math.tan(x) + y), [true, true]]
])('heightRange() cuts the spikes of %s at round numbers', (_, samples, [below, above]) => {
  const range = heightRange(samples)
  expect([range.cutsBelow, range.cutsAbove]).toEqual([below, above])
  const shown = samples.values.filter((value) => value >= range.min && value <= range.max)
  expect(shown.length / samples.values.filter(Number.isFinite).length).toBeGreaterThan(0.9)
  // The rest fills at least a tenth of the height: it is not flattened.
  const ordinary = shown.sort().slice(shown.length / 20, -shown.length / 20)
  expect(((ordinary.at(-1) as number) - (ordinary[0] as number)) / (range.max - range.min)).toBeGreaterThan(0.1)
})

const row = (values: readonly number[]) => ({ columns: values.length, values: Float64Array.from(values) })

test('any values give a range of finite length', () => {
  for (const values of [[], [NaN], [3, 3], [-1e308, 1e308], [0, Number.MAX_VALUE], [Infinity, 1, 2], [0, 5e-324]]) {
    const { min, max } = heightRange(row(values))
    expect(max - min, values.join()).toBeGreaterThan(0)
    expect(Number.isFinite(max - min), values.join()).toBe(true)
  }
})

test('marked heights are never cut off', () => {
  const pole = surfaces((x, y) => 1 / bowl(x, y))
  expect(heightRange(pole).max).toBeLessThan(5)
  expect(heightRange(pole, [40]).max).toBeGreaterThanOrEqual(40)
  expect(heightRange(surfaces(bowl), [60, -1])).toMatchObject({ min: -1, max: 60 })
})
