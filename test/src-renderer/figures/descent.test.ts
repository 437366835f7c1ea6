import { blank } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepStretch } from '../../../src-renderer/figures/descent'

const over = (steps: number, stretch?: Experiment['view']['stretch']): Experiment => ({
  ...blank(),
  steps,
  view: { ...blank().view, ...(stretch && { stretch }) }
})

test('sixteen small plots show the first steps, fewer where a run has no more', () => {
  expect(stepStretch(over(40))).toEqual({ first: 0, count: 16 })
  expect(stepStretch(over(3))).toEqual({ first: 0, count: 4 })
})

test('any stretch is shown as far as there are steps, every one of which is kept', () => {
  expect(stepStretch(over(40, { first: 20, count: 9 }))).toEqual({ first: 20, count: 9 })
  expect(stepStretch(over(40, { first: 38, count: 9 }))).toEqual({ first: 38, count: 3 })
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e6), fc.integer({ min: 1, max: 64 }), (steps, first, count) => {
      const found = stepStretch(over(steps, { first, count }))
      expect(found.count).toBeGreaterThanOrEqual(1)
      expect(found.count).toBeLessThanOrEqual(count)
      expect(found.first + found.count - 1).toBeLessThanOrEqual(Math.min(steps, limits.dotted - 1))
    }),
    { seed: 16 }
  )
})
