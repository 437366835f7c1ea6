import { describe, expect, it } from 'vitest'
import type { StepUnderWay } from '../../../src-renderer/figure'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { curvePlot } from '../../../src-renderer/plots/curve'
import type { Mark } from '../../../src-renderer/plots/marks'
import { bowlContour, canvas, squareCurve } from './samples'

const downhill: StepUnderWay = {
  from: [3, 4],
  to: [1.5, 2],
  gradient: [6, 8],
  rate: 0.25,
  isRate: true,
  inertia: null,
  colour: 0
}

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)
const onContour = (told: StepUnderWay, time: number) =>
  contourPlot({ ...bowlContour, x: { min: -6, max: 6 }, y: { min: -6, max: 6 }, told }, canvas).told?.(time) ?? []
const dotAt = (marks: readonly Mark[]) => of(marks, 'dots').at(-1)?.places[0]
const close = (place: readonly number[] | undefined, to: readonly number[]) => {
  for (const [axis, coordinate] of to.entries()) expect(place?.[axis]).toBeCloseTo(coordinate, 9)
}

describe('a step of gradient descent, told', () => {
  it('begins with nothing, then ∇f grows uphill from the point, which rests', () => {
    expect(of(onContour(downhill, 0), 'arrow')).toEqual([])
    const marks = onContour(downhill, 0.35)
    const [arrow] = of(marks, 'arrow')
    expect(arrow).toMatchObject({ from: [3, 4], label: '∇f', hollow: true })
    const [right = 0, up = 0] = [0, 1].map((axis) => (arrow?.towards[axis] ?? 0) - (arrow?.from[axis] ?? 0))
    expect(right).toBeGreaterThan(0)
    expect(up / right).toBeCloseTo(8 / 6, 9)
    close(dotAt(marks), [3, 4])
  })

  it('multiplied by −η it is the step: its arrow ends exactly where the step does', () => {
    const [arrow] = of(onContour(downhill, 0.6), 'arrow')
    expect(arrow).toMatchObject({ label: '−η∇f', hollow: false })
    close(arrow?.towards, [1.5, 2])
    expect(of(onContour({ ...downhill, isRate: false }, 0.6), 'arrow')[0]?.label).toBe('')
  })

  it('then the point slides along it, to its end', () => {
    const half = dotAt(onContour(downhill, 0.8))
    close(half, [2.25, 3])
    close(dotAt(onContour(downhill, 1)), [1.5, 2])
  })

  it('leaves the resting picture to itself: the plot has nothing of it but the call', () => {
    const bare = { ...bowlContour, gradient: null, departure: null }
    const [rest, telling] = [contourPlot(bare, canvas), contourPlot({ ...bare, told: downhill }, canvas)]
    expect(telling.above).toEqual(rest.above)
    expect(rest.told).toBeUndefined()
  })
})

describe('a step with memory, told', () => {
  it('is memory first, then what the gradient added, tip to tail', () => {
    const marks = onContour({ ...downhill, rate: null, inertia: [2, 4] }, 0.6)
    const [memory, added] = of(marks, 'arrow')
    close(memory?.towards, [2, 4])
    close(added?.from, [2, 4])
    close(added?.towards, [1.5, 2])
  })
})

describe('any other step, told,', () => {
  it('is a point that slides, without arrows that could say more than is known', () => {
    const other = { ...downhill, rate: null }
    for (const time of [0, 0.3, 0.6, 1]) expect(of(onContour(other, time), 'arrow')).toEqual([])
    close(dotAt(onContour(other, 1)), [1.5, 2])
  })
})

describe('a step on a curve, told,', () => {
  const told: StepUnderWay = { ...downhill, from: [3, 9], to: [1.8, 3.24], gradient: [6, 0], rate: 0.2 }
  const at = (time: number) => curvePlot({ ...squareCurve, told }, canvas).told?.(time) ?? []

  it('leads by −η f′ level to over its end', () => {
    const [arrow] = of(at(0.6), 'arrow')
    close(arrow?.towards, [1.8, 9])
    expect(of(at(0.35), 'slope')[0]?.slope).toBe(6)
  })

  it('slides along the curve, not along its chord', () => {
    const [x = Number.NaN, y = Number.NaN] = dotAt(at(0.8)) ?? []
    expect(x).toBeCloseTo(2.4, 9)
    expect(y).toBeCloseTo(x * x, 1)
    close(dotAt(at(1)), [1.8, 3.24])
  })
})
