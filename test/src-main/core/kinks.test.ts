import { compile } from '@core/objective'
import { describe, expect, it } from 'vitest'

const kinked = (text: string, ...point: number[]) =>
  compile(text, ['x', 'y'].slice(0, point.length))
    .kinks(point)
    .map((kink) => kink !== null)

describe('a kink', () => {
  it.each([
    ['abs(x)', 0],
    ['abs(x - 3)', 3],
    ['abs(x^2 - 4)', 2],
    ['relu(x)', 0],
    ['max(x, 1)', 1],
    ['min(x, -x)', 0],
    ['max(x, 2x, 5)', 2.5],
    ['hypot(x)', 0],
    ['hypot(x, 2x)', 0],
    ['sign(x)', 0],
    ['floor(x)', 3],
    ['round(x)', 2.5],
    ['2*abs(x) + x^2', 0],
    ['exp(-abs(x))', 0]
  ])('of %s is at %d and not nearby', (text, x) => {
    expect(kinked(text, x)).toEqual([true])
    expect(kinked(text, x + 0.1)).toEqual([false])
    expect(kinked(text, x - 0.1)).toEqual([false])
  })

  it.each([
    ['abs(x^2)', 'it is touched, not crossed'],
    ['abs(x)*x', 'it is multiplied by 0'],
    ['max(x, x)', 'both sides are the same'],
    ['max(x, 2x, 5)', 'the tie is below the largest'],
    ['max(x, x, -1)', 'the two that tie are the same'],
    ['abs(x) - abs(x)', 'it cancels'],
    ['x^2', 'there is none']
  ])('of %s at 0 does no harm: %s', (text) => {
    expect(kinked(text, 0)).toEqual([false])
  })

  it('is found along each variable by itself', () => {
    expect(kinked('abs(x) + y^2', 0, 3)).toEqual([true, false])
    expect(kinked('abs(x)*y', 0, 3)).toEqual([true, false])
    expect(kinked('abs(x)*y', 0, 0)).toEqual([false, false])
    expect(kinked('max(x, y)', 2, 2)).toEqual([true, true])
    expect(kinked('hypot(x, y)', 0, 0)).toEqual([true, true])
    expect(kinked('abs(x - y) + x', 2, 2)).toEqual([true, true])
  })
})
