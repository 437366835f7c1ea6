import { describe, expect, it, vi } from 'vitest'
import { tally, uniform } from './truth'

describe('a tally', () => {
  it('counts what the oracle says of each case, and prints what went wrong', () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const counts = tally({ check: 'squares', oracle: 'by hand' }, [0, 1, 2, Number.NaN], (root) => {
      if (Number.isNaN(root)) return 'untold'
      const planted = root === 2 ? 5 : root * root
      return planted === root ** 2 ? 'right' : { wrong: `${root}² is not ${planted}` }
    })
    expect(counts).toEqual({ right: 2, untold: 1, wrong: ['2² is not 5'] })
    expect(print.mock.calls.flat().join()).toContain('2² is not 5')
    print.mockRestore()
  })
})

describe('uniform numbers', () => {
  it('lie between 0 and 1, repeat for a seed and differ between seeds', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => Array.from({ length: 100 }, uniform(seed)))
    expect(first).toEqual(again)
    expect(first).not.toEqual(other)
    expect(first?.every((number) => number >= 0 && number < 1)).toBe(true)
  })
})
