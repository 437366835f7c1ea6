import { longestStretch } from '@core/optimise/run'
import { Stretch } from '@core/optimise/stretch'
import { History } from '@core/verdict/history'
import { describe, expect, test } from 'vitest'

/** The history of a run along these places, with f = x² and ∇f = 2x, in stretches as a run makes them. */
function historyOf(...places: readonly number[]): History {
  const history = new History(places.slice(0, 1), (places[0] ?? 0) ** 2, places.length - 1)
  const capacity = Math.min(places.length, longestStretch)
  let [stretch, other] = [new Stretch(1, capacity), new Stretch(1, capacity)]
  for (const [step, x] of places.entries()) {
    if (stretch.count === capacity) {
      history.addStretch(stretch)
      ;[stretch, other] = [other, stretch]
      stretch.begin(step)
    }
    stretch.add(Float64Array.of(x), x * x, Float64Array.of(2 * x), step, step)
  }
  history.addStretch(stretch)
  return history
}

describe('the history of a run', () => {
  test('has its extent from the farthest point, though the run came back', () => {
    expect(historyOf(3, -9, 5, 2).extent).toBe(12)
  })

  test('knows the end, the gradient there and the steps taken', () => {
    const { end, gradient, taken, startValue } = historyOf(3, -9, 5)
    expect([[...end], [...gradient], taken, startValue]).toEqual([[5], [10], 2, 9])
  })

  test('ends with all steps of a short run and the last half of a long one, oldest first', () => {
    const tail = (steps: number) => historyOf(...Array.from({ length: steps + 1 }, (_, k) => k)).tail()
    expect(tail(4).points.map(([x]) => x)).toEqual([0, 1, 2, 3, 4])
    const { points, values } = tail(101)
    expect([points.length, points[0]?.[0], points.at(-1)?.[0]]).toEqual([52, 50, 101])
    expect(values).toEqual(points.map(([x = 0]) => x * x))
    expect(tail(9000).points).toHaveLength(2001)
  })
})
