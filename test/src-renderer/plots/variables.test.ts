import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import type { VariablesData } from '../../../src-renderer/figure'
import { looks } from '../../../src-renderer/plots/look'
import { sheetOf } from '../../../src-renderer/plots/sheet'
import { variableColumns } from '../../../src-renderer/plots/variables'

const size = { width: 900, height: 500 }
const count = 2001
const trace = {
  name: 'Adam',
  colour: 0,
  steps: Int32Array.from({ length: count }, (_, k) => 5 * k),
  x: [],
  y: [],
  values: [],
  norms: []
}
const data: VariablesData = {
  names: ['x₀', 'x₁', 'x₂'],
  traces: [trace, { ...trace, name: 'Momentum', colour: 1 }],
  values: [
    [0, 1, 2].map((axis) => Float64Array.from({ length: count }, (_, k) => axis + Math.cos(k / 100))),
    [0, 1, 2].map((axis) => Float64Array.from({ length: count }, (_, k) => (axis === 1 ? 1e30 ** (k / count) : axis)))
  ],
  step: 123,
  selected: 0
}
const cells = (changes: Partial<VariablesData> = {}) =>
  sheetOf({ plot: 'variables', title: '', data: { ...data, ...changes } }, size, looks.light, words.en.plots)

describe('variables over the steps', () => {
  it('have a small chart each, named after them, beside and above one another', () => {
    const found = cells()
    expect(found.map(({ plot }) => plot.name)).toEqual(['x₀', 'x₁', 'x₂'])
    expect(new Set(found.map(({ area }) => area.top))).toHaveLength(1)
    expect(variableColumns(50, 900)).toBe(4)
    expect(variableColumns(50, 100)).toBe(1)
    expect(variableColumns(2, 900)).toBe(2)
    const names = Array.from({ length: 50 }, (_, axis) => `x${axis}`)
    const last = cells({ names }).at(-1)?.area
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeCloseTo(size.height, 6)
    // Rows are not squeezed where the sheet cannot grow.
    expect(last?.height).toBeGreaterThan(60)
  })

  it('draw every point there is, from the first to the last, in their order', () => {
    const [line] = cells()[0]?.plot.config.data.datasets ?? []
    const steps = (line?.data ?? []).map((point) => (point as { x: number }).x)
    expect(steps).toEqual(Array.from({ length: count }, (_, k) => 5 * k))
  })

  it('show a single spike', () => {
    const spiked = Float64Array.from({ length: count }, (_, k) => (k === 777 ? 50 : 0))
    const shown = cells({ values: [[spiked, spiked, spiked], []] })[0]?.plot.config.data.datasets[0]
    expect((shown?.data ?? []).map((point) => (point as { y: number }).y)).toContain(50)
  })

  it('have the range of a run that is seen where the selected one is hidden', () => {
    const away = Float64Array.from({ length: count }, (_, k) => 60 - k / count)
    const range = cells({ values: [[], [away, away, away]] })[0]?.plot.config.options?.scales?.['y']
    expect(range?.min).toBeGreaterThan(58)
    expect(range?.max).toBeGreaterThan(60)
  })

  it('mark where each run stands at the selected step', () => {
    const marks = cells()[2]?.plot.above ?? []
    expect(marks.map(({ mark }) => mark)).toEqual(['guide', 'dots', 'dots'])
    expect(marks[1]).toMatchObject({ places: [[120, 2 + Math.cos(24 / 100)]] })
    expect(cells({ step: null })[2]?.plot.above).toEqual([])
  })

  it('keep the selected run readable beside one that flies away', () => {
    const y = cells()[1]?.plot.config.options?.scales?.['y']
    expect(Number(y?.max)).toBeLessThan(20)
    expect(Number(y?.min)).toBeGreaterThan(-20)
  })

  it('are told by the pointer: the run, the step, the value', () => {
    expect(cells()[1]?.plot.trails[0]?.lines(2)).toEqual(['Adam · step 10', 'x₁ = 1.9998'])
  })

  it('draw nothing for a run without points', () => {
    const none = { ...trace, steps: [] }
    expect(cells({ traces: [none], values: [[]] })[0]?.plot.config.data.datasets[0]?.data).toEqual([])
  })
})
