import { describe, expect, it } from 'vitest'
import { isRoundedZero } from '../../../src-renderer/figures/critical'

const reach = { x: 0.01, y: 0.01 }
const at = (value: number) => ({ x: 0, y: 0, value, kind: 'minimum', decided: true }) as const

describe('a value of 0, rounded,', () => {
  it('is far below what f is a little way off, whatever the scale of f', () => {
    for (const scale of [1e-100, 1, 1e100]) {
      const bowl = (x: number, y: number) => scale * (x * x + y * y)
      expect(isRoundedZero(at(8e-31 * scale), bowl, reach)).toBe(true)
      expect(isRoundedZero(at(-8e-31 * scale), bowl, reach)).toBe(true)
      expect(isRoundedZero(at(1e-6 * scale), bowl, reach)).toBe(false)
    }
  })

  it('is not 0 itself, nor beside a place where f has no value', () => {
    expect(isRoundedZero(at(0), (x) => x, reach)).toBe(false)
    expect(isRoundedZero(at(1e-30), () => Number.NaN, reach)).toBe(false)
    expect(isRoundedZero(at(1e-30), () => Number.POSITIVE_INFINITY, reach)).toBe(false)
  })
})
