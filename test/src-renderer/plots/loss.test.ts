import { describe, expect, test } from 'vitest'
import { decadeNumbers, lossPlot } from '../../../src-renderer/plots/loss'
import { readNumeral } from '../../support/read-numeral'
import { bowlTrace, canvas } from './samples'

const traces = [bowlTrace([4, 5], 0.08, 15), bowlTrace([4, 5], 0.5, 15, 1)]
const loss = { traces, scale: 'linear', spent: null, least: null, step: 4, selected: 0 } as const

test('the loss chart shows f over the steps with a line at the selected one', () => {
  const { config, above, picking, note } = lossPlot(loss, canvas)
  expect(config.data.datasets[0]?.data[2]).toEqual({ x: 2, y: traces[0]?.values[2] })
  expect(above[0]).toMatchObject({ mark: 'guide', x: 4, y: null })
  expect(picking).toBe('across')
  expect(note).toBeNull()
})

test('a step beyond the end of every run has no line, and the runs stand at their ends', () => {
  const marks = (step: number) => lossPlot({ ...loss, step }, canvas).above
  expect(marks(15).filter(({ mark }) => mark === 'guide')).toMatchObject([{ x: 15 }])
  expect(marks(16).filter(({ mark }) => mark === 'guide')).toEqual([])
  expect(marks(16).flatMap((mark) => (mark.mark === 'dots' ? mark.places.map(([x]) => x) : []))).toEqual([15, 15])
})

test('a logarithmic axis holds every value and is marked by powers of ten', () => {
  const positive = [bowlTrace([4, 5], 0.08, 15)]
  const { config, note } = lossPlot({ ...loss, traces: positive, scale: 'log' }, canvas)
  const axis = config.options?.scales?.['y']
  expect(axis?.type).toBe('logarithmic')
  expect(axis?.min).toBeLessThan(Math.min(...Array.from(positive[0]?.values ?? [])))
  expect(axis?.max).toBeGreaterThan(41)
  expect(note).toBeNull()
})

test('a logarithmic axis ends at 10⁻¹²: what is below stands there, marked where it gets there first', () => {
  // lr 0.5 reaches the minimum 0 in one step.
  const { config, note, above, trails } = lossPlot({ ...loss, scale: 'log' }, canvas)
  const axis = config.options?.scales?.['y']
  expect(axis?.type).toBe('logarithmic')
  expect(axis?.min).toBe(1e-12)
  expect(config.data.datasets[1]?.data.slice(0, 3).map(({ y }) => y)).toEqual([41, 1e-12, 1e-12])
  expect(above[0]).toMatchObject({ mark: 'dots', marker: 'inverted', places: [[1, 1e-12]] })
  expect(trails[1]?.y[4]).toBe(1e-12)
  expect(trails[1]?.lines(4)[1]).toBe('f = 0')
  expect(note).toBe(canvas.words.atFloor({ floor: '10⁻¹²' }))
  const ticks = (axis as { ticks?: { callback?: (_: number, index: number) => string } }).ticks
  expect(ticks?.callback?.(0, 0)).toBe('≤10⁻¹²')
})

test('of a function that is as small as that all is shown but 0', () => {
  const tiny = { ...bowlTrace([4, 5], 0.08, 3), values: [1e-20, 3e-25, 1e-29, 0] }
  const { config } = lossPlot({ ...loss, traces: [tiny], scale: 'log' }, canvas)
  const heights = config.data.datasets[0]?.data.map(({ y }) => y) ?? []
  expect(heights.slice(0, 3)).toEqual(tiny.values.slice(0, 3))
  expect(heights[3]).toBe(config.options?.scales?.['y']?.min)
  expect(heights[3]).toBeLessThan(1e-29)
})

test('the axis of a long run is logarithmic, from step 0 on, and the steps on it are those that were taken', () => {
  const run = bowlTrace([4, 5], 0.001, 2500)
  const { config, trails, above, readout } = lossPlot({ ...loss, traces: [run], step: 99 }, canvas)
  const axis = config.options?.scales?.['x']
  expect([axis?.min, axis?.max]).toEqual([0, Math.log10(2501)])
  expect(config.data.datasets[0]?.data[0]?.x).toBe(0)
  expect(trails[0]?.x[999]).toBeCloseTo(3, 12)
  expect(trails[0]?.steps[999]).toBe(999)
  expect(above.find(({ mark }) => mark === 'guide')).toMatchObject({ x: 2 })
  expect(readout([3, 1])?.lines[0]).toBe('step 999')
  const few = lossPlot({ ...loss, traces: [bowlTrace([4, 5], 0.001, 2000)] }, canvas)
  expect(few.config.options?.scales?.['x']?.max).toBe(2000)
})

test('the numbers of a long axis are 0 and powers of ten', () => {
  const ticksOf = (last: number) => {
    const run = { ...bowlTrace([4, 5], 0.08, 1), steps: [0, last] }
    const axis = lossPlot({ ...loss, traces: [run], step: 0 }, canvas).config.options?.scales?.['x'] as {
      readonly min: number
      readonly max: number
      afterBuildTicks(scale: { min: number; max: number; ticks: { value: number }[] }): void
      ticks: { callback(_: number, index: number): string }
    }
    const scale = { min: axis.min, max: axis.max, ticks: [] as { value: number }[] }
    axis.afterBuildTicks(scale)
    return scale.ticks.map(({ value }, index) => [Math.round(10 ** value - 1), axis.ticks.callback(0, index)])
  }
  expect(ticksOf(5000)).toEqual([
    [0, '0'],
    [10, '10'],
    [100, '100'],
    [1000, '1000']
  ])
  expect(ticksOf(1e6).at(-1)).toEqual([1e6, '10⁶'])
})

test('the pointer reads each run where it is, and no run that has ended', () => {
  const short = bowlTrace([4, 5], 0.2, 5, 2)
  const { readout } = lossPlot({ ...loss, traces: [...traces, short] }, canvas)
  const at = readout([3.2, 17])
  expect(at?.at).toEqual([3, 17])
  const lines = at?.lines.map((line) => (typeof line === 'string' ? line : line.text)) ?? []
  expect(lines).toHaveLength(4)
  expect(lines[0]).toBe('step 3')
  expect(readNumeral(lines[1]?.split(': ')[1] ?? '')).toBeCloseTo(traces[0]?.values[3] ?? NaN, 3)
  expect(at?.marks?.map(({ mark }) => mark)).toEqual(['guide', 'dots', 'dots', 'dots'])
  expect(readout([8, 17])?.lines).toHaveLength(3)
})

test('where no run has two positive values the axis stays linear and a note says so', () => {
  const { config, note } = lossPlot({ ...loss, traces: traces.slice(1), scale: 'log' }, canvas)
  expect(config.options?.scales?.['y']?.type).toBe('linear')
  expect(config.data.datasets[0]?.data[4]).toEqual({ x: 4, y: 0 })
  expect(note).toBe(canvas.words.notPositive)
})

test('where f is negative the axis stays linear, unless it is so by rounding alone', () => {
  const type = (values: number[]) => {
    const traces = [{ ...bowlTrace([4, 5], 0.08, values.length - 1), values }]
    return lossPlot({ ...loss, traces, scale: 'log' }, canvas).config.options?.scales?.['y']?.type
  }
  expect(type([0.3, 0.04, -0.2, -0.5, -0.8])).toBe('linear')
  expect(type([41, 3, 1e-5, -1e-16, 0])).toBe('logarithmic')
})

test('a diverged run leaves a gap and does not decide the axis', () => {
  const wild = { ...bowlTrace([4, 5], 0.08, 2), values: [41, Infinity, NaN] }
  const { config } = lossPlot({ ...loss, traces: [wild] }, canvas)
  expect(config.data.datasets[0]?.data.map(({ y }) => y)).toEqual([41, NaN, NaN])
  expect(config.options?.scales?.['y']?.max).toBeLessThan(100)
})

test('powers of ten keep equal distances', () => {
  expect(decadeNumbers.ticks({ min: 0.5, max: 2000 }, 6)).toEqual([1, 10, 100, 1000])
  expect(decadeNumbers.ticks({ min: 1e-28, max: 500 }, 4).map((power) => Math.round(Math.log10(power)))).toEqual([
    -20, -10, 0
  ])
})

test('powers of ten are written by hand, wherever the axis begins and ends', () => {
  for (let first = -300; first <= 0; first += 3) {
    for (const decades of [1, 2, 4, 7, 20, 90, 300]) {
      const ticks = decadeNumbers.ticks({ min: Number(`1e${first}`), max: Number(`1e${first + decades}`) }, 5)
      const { texts, common } = decadeNumbers.texts(ticks, 6)
      expect(common).toBe('')
      texts.forEach((text, index) => {
        const [read, tick] = [readNumeral(text), ticks[index] as number]
        expect(Math.abs(read / tick - 1), `${tick} as ${text}`).toBeLessThan(1e-9)
      })
    }
  }
})

test('any finite values give a finite axis at once, also from exactly 0 and out to the ends of the doubles', () => {
  const values = [0, 1, -1, 1e-3, 5e-324, 1e-308, 1e308, Number.MAX_VALUE, -Number.MAX_VALUE]
  for (const first of values) {
    for (const last of values) {
      for (const scale of ['linear', 'log'] as const) {
        const trace = { ...bowlTrace([4, 5], 0.08, 1), values: [first, last] }
        const { config } = lossPlot({ ...loss, traces: [trace], scale }, canvas)
        const { min, max } = config.options?.scales?.['y'] ?? {}
        expect([min, max].every(Number.isFinite), `${first} … ${last}, ${scale}: ${min} … ${max}`).toBe(true)
      }
    }
  }
})

describe('over evaluations', () => {
  // Three evaluations a step for the first run, five for the second.
  const spent = [3, 5].map((each) => Int32Array.from({ length: 16 }, (_, step) => each * step))

  test('each step stands where it had been paid for, and the chart is as wide as the dearest run', () => {
    const { config, trails } = lossPlot({ ...loss, spent }, canvas)
    expect(config.data.datasets.map(({ data }) => data[2]?.x)).toEqual([6, 10])
    expect(config.options?.scales?.['x']?.max).toBe(75)
    expect(trails[1]?.x[15]).toBe(75)
    expect(trails[1]?.lines(2)[2]).toBe('10 evaluations')
  })

  test('the line stands where the selected run is at the selected step, the dots where each run is', () => {
    const { above } = lossPlot({ ...loss, spent, selected: 1 }, canvas)
    expect(above[0]).toMatchObject({ mark: 'guide', x: 20 })
    expect(above.flatMap((mark) => (mark.mark === 'dots' ? mark.places.map(([x]) => x) : []))).toEqual([12, 20])
  })
})

describe('where f is negative and its least value is known', () => {
  const negative = [{ ...bowlTrace([4, 5], 0.08, 3), values: [2, -1, -2.9, -2.99] }]
  const below = { ...loss, traces: negative, scale: 'log', least: -3 } as const

  test('a logarithmic axis shows the height above it, says so, and hovering still tells f', () => {
    const { config, note, trails } = lossPlot(below, canvas)
    const axis = config.options?.scales?.['y']
    expect(axis?.type).toBe('logarithmic')
    expect((axis as { title?: { text?: string } }).title?.text).toBe('f − minimum')
    const [heights] = config.data.datasets.map(({ data }) => data.map(({ y }) => y))
    for (const [index, height] of [5, 2, 0.1, 0.01].entries()) expect(heights?.[index]).toBeCloseTo(height, 12)
    expect(note).toBe(canvas.words.aboveLeast)
    expect(trails[0]?.lines(1)[1]).toBe('f = −1')
  })

  test('a run that went lower than that keeps the axis linear', () => {
    expect(lossPlot({ ...below, least: -2 }, canvas).config.options?.scales?.['y']?.type).toBe('linear')
  })

  test('where f is positive it is f itself all the same', () => {
    const { note } = lossPlot({ ...loss, traces: traces.slice(0, 1), scale: 'log', least: 0 }, canvas)
    expect(note).toBeNull()
  })
})
