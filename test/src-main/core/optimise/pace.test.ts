import { paceOf } from '@core/optimise/pace'
import { describe, expect, test } from 'vitest'

const line = (...coordinates: number[]) => coordinates.map((x) => Float64Array.of(x))
/** Eight steps from one side to the other, all of one length. */
const swing = line(1, -1, 1, -1, 1, -1, 1, -1, 1)
const level = new Array<number>(swing.length).fill(1)

describe('the pace of a run', () => {
  test('oscillates where a coordinate comes back twice, not once', () => {
    expect(paceOf(line(0, 3, 1, 2), [9, 4, 1, 0]).oscillates).toBe(true)
    expect(paceOf(line(0, 3, 2, 1), [9, 4, 1, 0]).oscillates).toBe(false)
  })

  test('does not oscillate where a coordinate at rest trembles in its last digit', () => {
    const points = [5, 4, 3, 2, 1].map((x, k) => Float64Array.of(x, k % 2 === 0 ? 1e-15 : -1e-15))
    expect(paceOf(points, [25, 16, 9, 4, 1]).oscillates).toBe(false)
  })

  test('does not oscillate where it follows a bend and a coordinate wavers at its turning point', () => {
    const points = [0, -0.4, -0.8, -1, -0.985, -1, -0.985, -0.6, -0.2].map((y, k) => Float64Array.of(0.3 * k, y))
    expect(paceOf(points, [...level.keys()].reverse()).oscillates).toBe(false)
  })

  test('oscillates around a middle that drifts, if it comes back by enough beside that', () => {
    const swinging = (width: number) => swing.map(([y = 0], k) => Float64Array.of(k, width * y))
    expect([0.5, 0.05].map((width) => paceOf(swinging(width), level).oscillates)).toEqual([true, false])
  })

  test('oscillates where each swing takes many steps, some of them none', () => {
    const slow = line(...Array.from({ length: 40 }, (_, k) => Math.round(5 * Math.cos(k / 4))))
    expect(
      paceOf(
        slow,
        slow.map(() => 1)
      ).oscillates
    ).toBe(true)
  })

  test('does not calm where it swings wider and wider, however deep f falls', () => {
    const wider = line(1, -2, 4, -8, 16, -32, 64, -128, 256)
    const falling = wider.map(([x = 0]) => -x * x)
    expect(paceOf(wider, falling)).toMatchObject({ oscillates: true, calms: false })
  })

  test('calms where its steps become shorter', () => {
    expect(paceOf(line(8, -7, 6, -5, 4, -3, 2, -1, 0.5), level)).toMatchObject({ oscillates: true, calms: true })
    expect(paceOf(swing, level)).toMatchObject({ oscillates: true, calms: false })
  })

  test('calms where the middle of its swing still sinks, by at least a hundredth of the way down', () => {
    const withMeans = (...means: number[]) => [0, ...means.flatMap((mean) => [mean, mean])]
    expect(paceOf(swing, withMeans(10, 6, 5.2, 5)).calms).toBe(true)
    expect(paceOf(swing, withMeans(10, 5, 4.999, 4.998)).calms).toBe(false)
    expect(paceOf(swing, withMeans(10, 5, 6, 4)).calms).toBe(false)
  })

  test('grows by the factor between its steps, if f rises with them', () => {
    const points = Array.from({ length: 9 }, (_, k) => Float64Array.of(1.5 ** k))
    const rising = points.map(([x = 0]) => x * x)
    const { grows, factor } = paceOf(points, rising)
    expect([grows, factor]).toEqual([true, expect.closeTo(1.5, 12)])
    expect(paceOf(points, [...rising].reverse()).grows).toBe(false)
  })

  test('knows the way travelled, and no factor of a single step', () => {
    expect(paceOf(line(0, 3, 1), [0, 0, 0]).length).toBe(5)
    expect(paceOf(line(0, 3), [0, 0]).factor).toBeNull()
  })
})
