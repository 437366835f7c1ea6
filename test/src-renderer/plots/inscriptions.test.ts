import type { Interval } from '@shared/interval'
import { expect, test } from 'vitest'
import { type Frame, framePlace, isWithin, type Pixel } from '../../../src-renderer/plots/frame'
import { apart, inscriptionsOf, levelTexts } from '../../../src-renderer/plots/inscriptions'
import { gridOf, unit } from './samples'

const area = { left: 64, top: 12, width: 380, height: 270 }
const functions: Readonly<Record<string, (x: number, y: number) => number>> = {
  bowl: (x, y) => x * x + y * y,
  saddle: (x, y) => x * x - y * y,
  himmelblau: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  rosenbrock: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  peaks: (x, y) => x * y * Math.exp((-x * x - y * y) / 5),
  pole: (x, y) => 1 / (x * x + y * y),
  root: (x, y) => Math.sqrt(x) + y,
  steps: (x, y) => Math.floor(x) + y
}

function inscribed(f: (x: number, y: number) => number, x: Interval = unit, y: Interval = unit) {
  const samples = gridOf(f, x, y)
  const frame: Frame = { area, x, y }
  return { frame, levels: samples.levels.values, found: inscriptionsOf({ samples, x, y }, frame) }
}

for (const [name, f] of Object.entries(functions)) {
  test(`${name}: values stand on their lines, inside of the plot, apart from one another`, () => {
    const { found, frame, levels } = inscribed(f)
    expect(found.length).toBeGreaterThan(0)
    for (const [index, { level: at, spine }] of found.entries()) {
      const level = levels[at] as number
      const gaps = [at - 1, at + 1].map((other) => Math.abs((levels[other] ?? Infinity) - level))
      const gap = Math.min(...gaps.filter(Number.isFinite))
      for (const pixel of spine) {
        expect(isWithin(pixel, area, 10)).toBe(true)
        const [x = NaN, y = NaN] = framePlace(frame, pixel)
        // f itself, not what the grid makes of it; its steps are cut by the grid.
        if (name !== 'steps') expect(Math.abs(f(x, y) - level)).toBeLessThan(0.35 * gap)
      }
      for (const other of found.slice(0, index)) expect(apart(spine, other.spine)).toBeGreaterThanOrEqual(22)
    }
  })
}

test('the higher half of the levels has texts as well as the lower one', () => {
  const { found, levels } = inscribed(functions['himmelblau'] as (x: number, y: number) => number)
  const middle = levels.length / 2
  expect(found.some(({ level }) => level < middle)).toBe(true)
  expect(found.some(({ level }) => level > middle)).toBe(true)
})

test('a level is written exactly if that is short, or told from its neighbours with as few digits as possible', () => {
  expect(levelTexts([1, 1.5, 2])).toEqual(['1', '1.5', '2'])
  expect(levelTexts([1000.25, 1000.5])).toEqual(['1000.25', '1000.5'])
  expect(levelTexts([512, 1024, 65536, 131072])).toEqual(['512', '1024', '65536', '130000'])
  expect(levelTexts([-3.3333333, 0, 1e7])).toEqual(['−3.3', '0', '10⁷'])
  expect(levelTexts([0.123456])).toEqual(['0.123'])
})

test('where nothing is level, or f is nowhere defined, nothing is written', () => {
  expect(inscribed(() => 3).found).toEqual([])
  expect(inscribed(() => NaN).found).toEqual([])
})

test('small rings have no text that would hide them', () => {
  const { found } = inscribed((x, y) => Math.min(x * x + y * y, 0.02))
  expect(found.flatMap(({ spine }) => spine).some((at: Pixel) => Number.isNaN(at.x))).toBe(false)
  expect(found).toEqual([])
})
