import { blank, withFormula } from '@shared/experiment/edit'
import { type Accessor, createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { steady, steadyBracket } from '../../../src-renderer/cards/steady'
import type { CurveData } from '../../../src-renderer/figure'
import { toAndFro } from '../../../src-renderer/playback/motions'
import { curveRange } from '../../../src-renderer/plots/curve'
import { slopeRange } from '../../../src-renderer/plots/slope'
import { inLaboratory } from '../laboratory'
import { curveOf, squareCurve, unit } from '../plots/samples'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const parabola = (a: number, y: CurveData['y'] = null): CurveData => {
  const samples = curveOf(
    (x) => a * x * x,
    (x) => 2 * a * x,
    unit
  )
  return { ...squareCurve, x: unit, y, samples, point: null }
}

function opened(first: CurveData) {
  const [data, setData] = createSignal(first)
  const made: Accessor<CurveData | null>[] = []
  const { lab } = inLaboratory(
    (_, own) => {
      made.push(steady(own, data))
      return null
    },
    withFormula(blank(), 'a x^2')
  )
  const shown = () => made[0]?.() as CurveData
  return { lab, setData, ranges: () => [curveRange(shown()), slopeRange(shown())] }
}

it('vertical ranges only grow while a parameter moves by itself', () => {
  const { lab, setData, ranges } = opened(parabola(1))
  const first = ranges()
  setData(parabola(2))
  const wide = ranges()
  expect(wide).not.toEqual(first)
  lab.animation.toggle(toAndFro('a'))
  setData(parabola(1))
  expect(ranges()).toEqual(wide)
  setData(parabola(-1))
  expect(ranges().map(({ max }) => max)).toEqual(wide.map(({ max }) => max))
  expect(ranges()[0]?.min).toBe(curveRange(parabola(-1)).min)
  lab.animation.stop()
  setData(parabola(1))
  expect(ranges()).toEqual(first)
})

it('a vertical range that was typed stays as it is', () => {
  const { lab, setData, ranges } = opened(parabola(1, unit))
  lab.animation.toggle(toAndFro('a'))
  setData(parabola(7, unit))
  expect(ranges()[0]).toEqual(unit)
})

it('the step size stays at its edge of the plot while something is held', () => {
  const at = (value: number): CurveData => ({ ...parabola(1, unit), point: { at: 0, value, slope: 0 } })
  createRoot((dispose) => {
    const [data, setData] = createSignal<CurveData | null>(null)
    const [isHeld, hold] = createSignal(false)
    const shown = steadyBracket(data, isHeld)
    const high = (value: number) => {
      setData(at(value))
      return shown()?.stepHigh
    }
    expect([shown(), high(0), high(-4.5)]).toEqual([null, false, true])
    hold(true)
    expect([high(0), high(3)]).toEqual([true, true])
    hold(false)
    expect(high(3)).toBe(false)
    dispose()
  })
})
