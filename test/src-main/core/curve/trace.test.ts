import { joined, lastUpTo, type Trace } from '@core/curve/trace'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const traceOf = (places: readonly number[], height: number): Trace => {
  const x = Float64Array.from([...new Set(places)].sort((a, b) => a - b))
  return { x, values: x.map(() => height), slopes: x.map((at) => at + height), seconds: x.map((at) => at - height) }
}

const places = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 })

it('joins two traces in order, each place once, with the heights of the first where both have it', () => {
  fc.assert(
    fc.property(places, places, (one, other) => {
      const both = joined(traceOf(one, 1), traceOf(other, 2))
      expect([...both.x]).toEqual([...traceOf([...one, ...other], 0).x])
      for (const [i, at] of both.x.entries()) {
        const height = one.includes(at) ? 1 : 2
        expect([both.values[i], both.slopes[i]]).toEqual([height, at + height])
        // Those of the first tell whether there are second derivatives.
        if (one.length > 0) expect(both.seconds[i]).toBe(at - height)
      }
    }),
    { seed: 61, numRuns: 500 }
  )
})

it('finds the last place up to another', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: -10, max: 10 }), (list, at) => {
      const { x } = traceOf(list, 0)
      expect(lastUpTo(x, at)).toBe(x.filter((place) => place <= at).length - 1)
    }),
    { seed: 62 }
  )
})
