import { describe, expect, test } from 'vitest'
import type { SweepData } from '../../../src-renderer/figure'
import { sweepPlot } from '../../../src-renderer/plots/sweep'
import { canvas } from './samples'

const tried = (values: readonly number[], astray: readonly number[] = []) =>
  values.map((value, index) => ({
    lr: 10 ** (index - 3),
    value,
    ...(astray.includes(index) && { astray: true as const })
  }))
const run = {
  name: 'Gradient descent',
  colour: 0,
  tried: tried([8, 4, 0.02, 1e9, Number.NaN], [3]),
  chosen: 0.1,
  limit: 0.5
}
const sweep = (change: Partial<SweepData['runs'][number]> = {}): SweepData => ({
  runs: [{ ...run, ...change }],
  least: null
})
const marksOf = (data: SweepData, kind: string) => {
  const { above, below } = sweepPlot(data, canvas)
  return [...below, ...above].filter(({ mark }) => mark === kind)
}

describe('the chart of the rates that were tried', () => {
  test('has a line through those that may be chosen alone, both axes logarithmic', () => {
    const { config } = sweepPlot(sweep(), canvas)
    const [line] = config.data.datasets
    expect(line?.data.map(({ x }) => x)).toEqual([-3, -2, -1])
    expect(line?.data.map(({ y }) => 10 ** y)).toEqual([8, 4, 0.02].map((value) => expect.closeTo(value, 9)))
    expect(config.options?.scales?.['x']).toMatchObject({ min: -3, max: 1 })
  })

  test('has a large dot at the best, and open ones at the top where it diverged or went too far up', () => {
    const large = marksOf(sweep(), 'dots').filter((mark) => mark.mark === 'dots' && mark.radius === 5)
    expect(large).toMatchObject([{ places: [[-1, expect.closeTo(Math.log10(0.02), 9)]] }])
    const { min = 0, max = 0 } = sweepPlot(sweep(), canvas).config.options?.scales?.['y'] ?? {}
    const top = expect.closeTo(Number(max) - 0.03 * (Number(max) - Number(min)), 9)
    expect(marksOf(sweep(), 'circles')).toMatchObject([
      {
        places: [
          [0, top],
          [1, top]
        ]
      }
    ])
  })

  test('marks the limit of stability where it is known and among the rates, with its number', () => {
    const guides = (limit: number | null) => marksOf(sweep({ limit }), 'guide')
    expect(guides(0.5)).toMatchObject([{ x: Math.log10(0.5), y: null }])
    expect(guides(null)).toEqual([])
    expect(guides(1e5)).toEqual([])
    expect(marksOf(sweep(), 'text')).toMatchObject([{ text: '0.1' }, { text: 'stability limit 0.5' }])
  })

  test('says once what is true of several runs, in the colour of none of them', () => {
    const [one] = sweep().runs
    const twice = { runs: [one, { ...one, colour: 3 }], least: null } as SweepData
    expect(marksOf(twice, 'text')).toMatchObject([
      { text: '0.1', colour: canvas.look.soft },
      { text: 'stability limit 0.5', colour: canvas.look.soft }
    ])
  })

  test('shows how far f is above its lowest value where it is not positive, and nothing below a part of 10⁻¹²', () => {
    const titleOf = (data: SweepData) => {
      const axis = sweepPlot(data, canvas).config.options?.scales?.['y'] as { title?: { text?: string }; min?: number }
      return [axis.title?.text, axis.min]
    }
    expect(titleOf(sweep())[0]).toBe('f at the end')
    const [title, min] = titleOf(sweep({ tried: tried([8, 4, -2, 3]) }))
    expect(title).toBe('f − lowest')
    expect(min).toBeCloseTo(-12.3, 9)
    expect(titleOf({ ...sweep({ tried: tried([8, 4, -2, 3]) }), least: -3 })[1]).toBeCloseTo(
      Math.log10(11) - 1 - 0.3,
      1
    )
    expect(titleOf(sweep({ tried: tried([8, 4, 1e-30, 3]) }))[1]).toBeCloseTo(-12.3, 9)
  })

  test('says at every dot the rate and what it led to', () => {
    const [trail] = sweepPlot(sweep(), canvas).trails
    expect(trail?.lines(2)).toEqual(['Gradient descent · η = 0.1', 'f ≤ 0.02 in the last tenth', 'the best'])
    expect(trail?.lines(3)[2]).toMatch(/^not taken/)
    expect(trail?.lines(4)[1]).toBe('diverged, or left where f is defined')
    expect(trail?.steps).toHaveLength(5)
  })

  test('has axes where nothing held, or one rate was tried', () => {
    for (const values of [[Number.NaN, Number.NaN], [3], []]) {
      const { x, y } = sweepPlot(sweep({ tried: tried(values), limit: null }), canvas).config.options?.scales ?? {}
      for (const axis of [x, y]) expect(Number(axis?.max) - Number(axis?.min)).toBeGreaterThan(0)
    }
  })
})
