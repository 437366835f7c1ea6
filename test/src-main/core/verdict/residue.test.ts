import { steady } from '@core/pulse'
import { crowdReport } from '@core/study/crowd'
import { describe, expect, test } from 'vitest'
import { reported, type Trial, verdictOf } from './trial'

const newton = (f: string, start: number): Trial => ({ f, start: [start], method: 'newton', steps: 20 })

describe('where a run rests, to be read', () => {
  test.each([
    ['(x - 0.7)^2', 10_000, 0.7],
    ['(x - 0.07)^2', 1000, 0.07],
    ['(x - 0.0007)^2', 5, 0.0007],
    ['(x - 0.0003)^2 + 1e10', 5, 0.0003]
  ])('a coordinate that only is small beside the way is no residue: %s from %d', (f, start, there) => {
    expect(verdictOf(newton(f, start)).at?.[0]).toBeCloseTo(there, 11)
  })

  test('what is left of a coordinate on its way to 0 is 0, the others are as they are', () => {
    const { kind, at } = verdictOf({ f: 'x^2 + (y - 0.0003)^2', start: [4, 5], lr: 0.1, steps: 60 })
    expect(kind).toBe('minimum')
    expect(at?.[0]).toBe(0)
    // It has not come to the end of its way, but 0 would be worse.
    expect(at?.[1]).not.toBe(0)
  })

  test('also in a narrow valley, where each of them alone would lead up', () => {
    const valley = { f: '100*(x + y)^2 + (x - y)^2', start: [1, -1], lr: 0.002, steps: 4000 }
    expect(verdictOf(valley)).toMatchObject({ kind: 'minimum', at: [0, 0] })
  })

  test('rounding is no coordinate', () => {
    const { at } = verdictOf({ f: '(x + y - 3)^2 + x^2', start: [4, 5], method: 'newton', steps: 9 })
    expect(at?.[0]).toBe(0)
    expect(at?.[1]).toBeCloseTo(3, 12)
  })

  test('a minimum at tiny coordinates is written out if the run came from nearby', () => {
    const near = verdictOf({ f: '1e6*(x - 2.5e-5)^2', start: [6e-5], lr: 1e-7, steps: 200 })
    expect(near.at?.[0]).toBeCloseTo(2.5e-5, 9)
  })

  test('at a saddle too, and no place that is no rest', () => {
    const saddle = verdictOf({ f: 'x^2 - y^2', start: [1, 0], lr: 0.1, steps: 60 })
    expect(saddle).toMatchObject({ kind: 'rest', of: 'saddle', at: [0, 0] })
    expect(verdictOf({ f: 'x^2', start: [8], lr: 0.08, steps: 3 }).at).toBeUndefined()
  })

  test('each place of a crowd is read on its own scale', () => {
    const { plan, objective } = reported({ f: 'sin(x)', start: [0], lr: 0.5, steps: 100 })
    const { ends } = crowdReport(objective, plan, [[-1], [5], [30_000]], 10, steady)
    const places = ends.map(({ point }) => point[0] ?? Number.NaN).sort((a, b) => a - b)
    expect(places[0]).toBeCloseTo(-Math.PI / 2, 6)
    expect(places[1]).toBeCloseTo((3 * Math.PI) / 2, 6)
  })
})
