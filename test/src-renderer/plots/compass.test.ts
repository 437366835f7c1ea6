import { words } from '@shared/words/index'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContourData } from '../../../src-renderer/figure'
import { unitVector } from '../../../src-renderer/plots/angle'
import { compass, dialTip } from '../../../src-renderer/plots/compass'
import { type Frame, framePixel, isWithin, type Pixel } from '../../../src-renderer/plots/frame'
import { roughWidth } from '../../../src-renderer/plots/labels'
import type { Mark } from '../../../src-renderer/plots/marks'
import { bowlContour, canvas, unit } from './samples'

/** As on the Partial tab of a small window. */
const frame: Frame = { area: { left: 64, top: 12, width: 300, height: 220 }, x: unit, y: unit }
const at = [1, 2] as const
const curved: ContourData = {
  ...bowlContour,
  traces: [],
  step: null,
  both: true,
  curvature: {
    hessian: [4, 1, 2],
    principal: [
      { value: -1, direction: unitVector(120) },
      { value: 4, direction: unitVector(30) }
    ]
  }
}

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function boxes(marks: readonly Mark[]): readonly Box[] {
  return of(marks, 'text').map(({ at, dx, dy, text, size }) => {
    const { x, y } = framePixel(frame, at)
    return { left: x + dx, right: x + dx + roughWidth(text, size), top: y + dy - size * 0.8, bottom: y + dy }
  })
}

/** Pixels along the arrows. */
function shafts(marks: readonly Mark[]): readonly Pixel[] {
  return of(marks, 'arrow').flatMap(({ from, towards }) => {
    const [start, end] = [framePixel(frame, from), framePixel(frame, towards)]
    return [0, 0.25, 0.5, 0.75, 1].map((share) => ({
      x: start.x + share * (end.x - start.x),
      y: start.y + share * (end.y - start.y)
    }))
  })
}

const coordinate = fc.double({ min: -4.9, max: 4.9, noNaN: true })
const slope = fc.double({ min: -20, max: 20, noNaN: true })

test('no name of an arrow is cut off, and none lies on another or on an arrow', () => {
  fc.assert(
    fc.property(
      fc.tuple(coordinate, coordinate),
      fc.tuple(slope, slope),
      fc.constantFrom(
        { direction: null, principal: false },
        { direction: 200, principal: false },
        { direction: null, principal: true }
      ),
      fc.integer({ min: 0, max: 359 }),
      fc.constantFrom('en' as const, 'ja' as const),
      (place, slopes, { direction, principal }, degrees, language) => {
        const data = { ...curved, direction: direction === null ? null : degrees, principal }
        const spoken = { ...canvas, words: words[language].plots }
        const { marks } = compass(data, spoken, frame, { at: place, slopes }, [])
        const names = boxes(marks)
        const arrows = shafts(marks)
        names.forEach((name, index) => {
          expect(name.left).toBeGreaterThanOrEqual(frame.area.left)
          expect(name.right).toBeLessThanOrEqual(frame.area.left + frame.area.width)
          expect(name.top).toBeGreaterThanOrEqual(frame.area.top)
          expect(name.bottom).toBeLessThanOrEqual(frame.area.top + frame.area.height)
          for (const other of names.slice(0, index)) {
            const apart =
              name.left >= other.right ||
              name.right <= other.left ||
              name.top >= other.bottom ||
              name.bottom <= other.top
            expect(apart).toBe(true)
          }
          for (const { x, y } of arrows) {
            expect(x > name.left && x < name.right && y > name.top && y < name.bottom).toBe(false)
          }
        })
      }
    ),
    { seed: 61, numRuns: 600 }
  )
})

test('the name of a principal direction stands nearer to its own arrow than to the other, in any crowd', () => {
  const pixel = fc.record({ x: fc.integer({ min: 64, max: 364 }), y: fc.integer({ min: 12, max: 232 }) })
  fc.assert(
    fc.property(
      fc.tuple(coordinate, coordinate),
      fc.tuple(slope, slope),
      fc.integer({ min: 0, max: 179 }),
      fc.array(pixel, { maxLength: 150 }),
      (place, slopes, degrees, taken) => {
        const principal = [
          { value: -1, direction: unitVector(degrees + 90) },
          { value: 4, direction: unitVector(degrees) }
        ] as const
        const data: ContourData = { ...curved, principal: true, curvature: { hessian: [4, 1, 2], principal } }
        const { marks } = compass(data, canvas, frame, { at: place, slopes }, taken)
        const arrows = of(marks, 'arrow').filter(({ colour }) => colour === canvas.look.ink)
        const away = ({ left, right, top, bottom }: Box, index: number) =>
          Math.min(
            ...shafts(arrows.slice(2 * index, 2 * index + 2)).map(({ x, y }) =>
              Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0))
            )
          )
        of(marks, 'text').forEach(({ text }, index) => {
          const own = ['λ₁', 'λ₂'].findIndex((name) => text.startsWith(name))
          const box = boxes(marks)[index] as Box
          // The law is of pixels along the arrows, which are seen here at a few places each.
          if (own >= 0) expect(away(box, own), text).toBeLessThan(away(box, 1 - own) + 12)
        })
      }
    ),
    { seed: 22, numRuns: 300 }
  )
})

test('names keep clear of what is taken', () => {
  const bare = compass(curved, canvas, frame, { at, slopes: [4, 0] }, [])
  const [name] = boxes(bare.marks) as [Box]
  const taken = [
    { x: (name.left + name.right) / 2, y: (name.top + name.bottom) / 2 },
    { x: name.left + 6, y: name.bottom - 3 }
  ]
  for (const { left, right, top, bottom } of boxes(compass(curved, canvas, frame, { at, slopes: [4, 0] }, taken).marks))
    for (const { x, y } of taken) expect(x > left && x < right && y > top && y < bottom).toBe(false)
})

test('where there is no room beside its tip an arrow has a short name, which is there', () => {
  const turned = { ...curved, direction: 0 }
  const named = (taken: readonly Pixel[]) => {
    const { marks } = compass(turned, canvas, frame, { at, slopes: [0, 8] }, taken)
    return of(marks, 'text').find(({ text }) => text.startsWith('∇f'))
  }
  expect(named([])?.text).not.toBe('∇f')
  const [arrow] = of(compass(turned, canvas, frame, { at, slopes: [0, 8] }, []).marks, 'arrow')
  const tip = framePixel(frame, arrow?.towards ?? [])
  // Around the tip only a gap of 42 by 30 pixels is free.
  const crowd = Array.from({ length: 60 * 30 }, (_, index) => ({
    x: tip.x + 6 * ((index % 60) - 30),
    y: tip.y + 6 * (Math.floor(index / 60) - 12)
  })).filter(({ x, y }) => x < tip.x + 2 || x > tip.x + 44 || y < tip.y - 30 || y > tip.y)
  expect(named(crowd)?.text).toBe('∇f')
})

test('while a direction is turned ∇f and −∇f are named after the greatest and the least derivative', () => {
  const turned = { ...curved, direction: 90 }
  const { marks } = compass(turned, canvas, frame, { at, slopes: [3, 4] }, [])
  expect(of(marks, 'text').map(({ text }) => text)).toEqual(['∇f: greatest, 5', '−∇f: least, −5', '∇f·u = 4'])
})

test('the foot of ∇f on the direction is as far out as the derivative is a part of ‖∇f‖', () => {
  const square: ContourData = { ...curved, square: true, direction: 20 }
  const even = { ...frame, area: { ...frame.area, width: 220 } }
  const { marks } = compass(square, canvas, even, { at, slopes: [3, 4] }, [])
  const [, drop, bar] = of(marks, 'path').map(({ places }) => places.map((place) => framePixel(even, place)))
  const [top, foot] = drop as [Pixel, Pixel]
  const [centre] = bar as [Pixel]
  const length = Math.hypot(top.x - centre.x, top.y - centre.y)
  const reach = Math.hypot(foot.x - centre.x, foot.y - centre.y)
  const [u, v] = unitVector(20)
  expect(reach / length).toBeCloseTo((3 * u + 4 * v) / 5, 9)
  expect((top.x - foot.x) * (foot.x - centre.x) + (top.y - foot.y) * (foot.y - centre.y)).toBeCloseTo(0, 6)
})

test('at 1 : 1 the contour line at the point is seen at a right angle to ∇f', () => {
  const point = { x: 1, y: 2, value: 5, slopeX: 3, slopeY: 4 }
  const even = { ...frame, area: { ...frame.area, width: 220 } }
  const paths = (square: boolean) =>
    of(compass({ ...curved, point, square }, canvas, even, { at, slopes: [3, 4] }, []).marks, 'path')
  expect(paths(false)).toEqual([])
  const [level] = paths(true)
  const [from, to] = (level?.places ?? []).map((place) => framePixel(even, place)) as [Pixel, Pixel]
  expect(3 * (to.x - from.x) - 4 * (to.y - from.y)).toBeCloseTo(0, 6)
})

test('unless one unit is equally long on both axes no foot is drawn: its angle would not look right', () => {
  const { marks } = compass({ ...curved, square: false, direction: 20 }, canvas, frame, { at, slopes: [3, 4] }, [])
  // Only the circle.
  expect(of(marks, 'path')).toHaveLength(1)
})

test('at a point however gentle a gradient has arrows with names, and none where it is 0', () => {
  const point = { x: 1, y: 2, value: 5, slopeX: 1e-7, slopeY: 0 }
  const arrows = (slopes: readonly [number, number]) =>
    of(compass({ ...curved, point }, canvas, frame, { at, slopes }, []).marks, 'arrow').length
  expect(arrows([1e-7, 0])).toBe(2)
  expect(arrows([0, 0])).toBe(0)
})

test('principal directions have heads at both ends, the greater curvature the longer ones, and their eigenvalues', () => {
  const { marks } = compass({ ...curved, principal: true }, canvas, frame, { at, slopes: [0, 0] }, [])
  const lengths = of(marks, 'arrow').map(({ pixels }) => pixels as number)
  expect(lengths[0]).toBe(lengths[1])
  expect(lengths[2]).toBe(lengths[3])
  expect(lengths[2]).toBeGreaterThan(lengths[0] as number)
  expect(of(marks, 'text').map(({ text }) => text)).toEqual(['λ₁ = −1', 'λ₂ = 4'])
})

test('where nothing is known of the gradient only the direction is drawn, without a value', () => {
  const { marks } = compass({ ...curved, direction: 45 }, canvas, frame, { at, slopes: [NaN, NaN] }, [])
  expect(of(marks, 'arrow')).toHaveLength(1)
  expect(of(marks, 'text')).toEqual([])
})

test('the direction is taken hold of inside of the plot, wherever the point is', () => {
  fc.assert(
    fc.property(coordinate, coordinate, fc.integer({ min: 0, max: 359 }), (x, y, degrees) => {
      const tip = framePixel(frame, dialTip(frame, [x, y], degrees))
      const centre = framePixel(frame, [x, y])
      const reach = Math.hypot(tip.x - centre.x, tip.y - centre.y)
      expect(reach).toBeGreaterThan(20)
      expect(isWithin(tip, frame.area, 7) || reach < 27).toBe(true)
    }),
    { seed: 62, numRuns: 500 }
  )
})

test('from a point that is not in the picture nothing points', () => {
  expect(compass(curved, canvas, frame, { at: [9, 9], slopes: [1, 1] }, [])).toEqual({
    marks: [],
    covers: [],
    hints: []
  })
})
