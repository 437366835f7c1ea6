import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roughWidth } from '../../../src-renderer/plots/labels'
import { type Screen, withLegibleArrows } from '../../../src-renderer/plots/legible'
import type { Mark } from '../../../src-renderer/plots/marks'

const screen: Screen = {
  area: { left: 0, top: 0, width: 340, height: 300 },
  pixel: ([x = NaN, y = NaN]) => ({ x, y })
}
const names = ['∇f：最も増える向き', '−∇f：最も減る向き'] as const

/** Two opposite arrows of `length` pixels from a point, and the point. */
function pair(x: number, y: number, angle: number, length: number): readonly Mark[] {
  const arrow = (sign: number, label: string): Mark => ({
    mark: 'arrow',
    from: [x, y],
    towards: [x + sign * length * Math.cos(angle), y + sign * length * Math.sin(angle)],
    pixels: null,
    colour: '#000000',
    halo: '#ffffff',
    width: 3,
    label
  })
  return [arrow(1, names[0]), arrow(-1, names[1]), { mark: 'grip', at: [x, y], colour: '#000000', halo: '#ffffff' }]
}

type Text = Extract<Mark, { mark: 'text' }>
const textsOf = (marks: readonly Mark[]) => marks.filter((mark): mark is Text => mark.mark === 'text')
function boxOf({ at: [x = NaN, y = NaN], dx, dy, text, size }: Text) {
  return { left: x + dx, right: x + dx + roughWidth(text, size), top: y + dy - size, bottom: y + dy }
}

const anywhere = fc.record({
  x: fc.integer({ min: 10, max: 330 }),
  y: fc.integer({ min: 10, max: 290 }),
  angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  length: fc.integer({ min: 12, max: 70 })
})

test('the names of two arrows are in the picture, and neither lies over the other or the point', () => {
  fc.assert(
    fc.property(anywhere, ({ x, y, angle, length }) => {
      const boxes = textsOf(withLegibleArrows(pair(x, y, angle, length), [], screen)).map(boxOf)
      expect(boxes).toHaveLength(2)
      for (const { left, right, top, bottom } of boxes) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(340)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(bottom).toBeLessThanOrEqual(300)
        expect(x > left && x < right && y > top && y < bottom).toBe(false)
      }
      const [one, other] = boxes as [(typeof boxes)[0], (typeof boxes)[0]]
      const apart =
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
      expect(apart).toBe(true)
    }),
    { seed: 41, numRuns: 400 }
  )
})

test('where there is room each name stands on the side its arrow points to, near the tip', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      fc.integer({ min: 14, max: 40 }),
      (angle, length) => {
        const wide = { ...screen, area: { left: 0, top: 0, width: 600, height: 400 } }
        const texts = textsOf(withLegibleArrows(pair(300, 200, angle, length), [], wide))
        for (const [index, sign] of [1, -1].entries()) {
          const { left, right, top, bottom } = boxOf(texts[index] as Text)
          const [toX, toY] = [sign * Math.cos(angle), sign * Math.sin(angle)]
          expect(((left + right) / 2 - 300) * toX + ((top + bottom) / 2 - 200) * toY).toBeGreaterThan(0)
          const tip = { x: 300 + length * toX, y: 200 + length * toY }
          const away = Math.hypot(Math.max(left - tip.x, tip.x - right, 0), Math.max(top - tip.y, tip.y - bottom, 0))
          expect(away).toBeLessThan(30)
        }
      }
    ),
    { seed: 42 }
  )
})

test('a name keeps clear of texts that stand already', () => {
  const free = textsOf(withLegibleArrows(pair(170, 150, 0.3, 40), [], screen))[0] as Text
  const standing: Text = { ...free, text: '−2', colour: '#111111' }
  const [moved] = textsOf(withLegibleArrows(pair(170, 150, 0.3, 40), [standing], screen)).map(boxOf)
  const taken = boxOf(standing)
  const apart =
    moved &&
    (moved.right <= taken.left || taken.right <= moved.left || moved.bottom <= taken.top || taken.bottom <= moved.top)
  expect(apart).toBe(true)
})

test('an arrow seen from its end has no name', () => {
  expect(textsOf(withLegibleArrows(pair(170, 150, 1, 3), [], screen))).toEqual([])
})

test('an arrow too short to be seen beside its point is drawn longer, in its own direction', () => {
  const lengthOf = (length: number) => {
    const [arrow] = withLegibleArrows(pair(170, 150, 1, length), [], screen)
    if (arrow?.mark !== 'arrow') return NaN
    const [x = NaN, y = NaN] = arrow.towards
    expect(Math.atan2(y - 150, x - 170)).toBeCloseTo(1, 9)
    return Math.hypot(x - 170, y - 150)
  }
  expect([4, 14, 28, 60].map(lengthOf).map(Math.round)).toEqual([12, 28, 28, 60])
})

test('what is no arrow stays as it is', () => {
  const grip = pair(1, 2, 0, 30)[2] as Mark
  expect(withLegibleArrows([grip], [], screen)).toEqual([grip])
})
