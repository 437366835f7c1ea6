import type { MinimumReport } from '@shared/protocol'
import { expect, test } from 'vitest'
import { lowestMinimum, lowestOf } from '../../../src-renderer/figures/lowest'

test.each([
  ['falls', false],
  ['rises', true],
  ['undefined', true]
] as const)('a lowest point at the end of a range beyond which f %s is a minimum: %s', (beyond, isMinimum) => {
  const report = { point: Float64Array.of(-5), value: -110, edges: [{ along: 0, beyond }] } as unknown as MinimumReport
  expect(lowestOf(report)).not.toBeNull()
  expect(lowestMinimum(report) !== null).toBe(isMinimum)
})
