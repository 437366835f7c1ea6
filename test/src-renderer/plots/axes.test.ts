import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisMarks } from '../../../src-renderer/plots/axes'
import { roughWidth } from '../../../src-renderer/plots/labels'
import type { Mark } from '../../../src-renderer/plots/marks'
import { projected, scenePlace } from '../../../src-renderer/plots/projection'
import { lookBy } from './cameras'
import { canvas } from './samples'

const box = { x: { min: -5, max: 5 }, y: { min: -6, max: 6 }, z: { min: -2, max: 50 } }
const names = ['x₀', 'x₁', 'f'] as const
type Text = Extract<Mark, { mark: 'text' }>

/** Cameras as hands turn them, and cards from the smallest window to a large one. */
const sight = fc
  .record({
    alpha: fc.integer({ min: -80, max: 80 }),
    beta: fc.integer({ min: -180, max: 180 }),
    distance: fc.integer({ min: 180, max: 400 }),
    width: fc.integer({ min: 330, max: 900 })
  })
  .map(({ alpha, beta, distance, width }) => lookBy(alpha, beta, distance, { width, height: 0.8 * width }))
type Sight = ReturnType<typeof lookBy>

const textsOf = (at: Sight, of = box) =>
  axisMarks(of, names, at, canvas.look).filter((mark): mark is Text => mark.mark === 'text')
function boxOf({ at, dx, dy, text, size }: Text, seen: Sight) {
  const { x, y } = projected(seen, scenePlace(box, at))
  return { left: x + dx, right: x + dx + roughWidth(text, size), top: y + dy - 0.87 * size, bottom: y + dy }
}

test('no number of an axis lies over another, from wherever the box is seen', () => {
  fc.assert(
    fc.property(sight, (seen) => {
      const numbers = textsOf(seen).filter(({ text }) => !names.includes(text as 'f'))
      const boxes = numbers.map((text) => boxOf(text, seen))
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const apart =
            one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
          expect(apart).toBe(true)
        }
      }
    }),
    { seed: 81, numRuns: 300 }
  )
})

test('no name of an axis lies over a number or another name, from wherever the box is seen', () => {
  fc.assert(
    fc.property(sight, (seen) => {
      const all = textsOf(seen).map((text) => ({ text: text.text, ...boxOf(text, seen) }))
      for (const one of all.filter(({ text }) => names.includes(text as 'f'))) {
        const over = all.filter((other) => {
          const isBeside = one.right <= other.left || other.right <= one.left
          return other !== one && !isBeside && one.bottom > other.top && other.bottom > one.top
        })
        expect(over).toEqual([])
      }
    }),
    { seed: 84, numRuns: 300 }
  )
})

test('where two axes meet, the numbers of one keep well away from those of the other', () => {
  fc.assert(
    fc.property(sight, (seen) => {
      // Each axis begins with its line and ends with its name.
      const axes: Text[][] = []
      for (const mark of axisMarks(box, names, seen, canvas.look)) {
        if (mark.mark === 'path') axes.push([])
        else if (mark.mark === 'text' && !names.includes(mark.text as 'f')) axes.at(-1)?.push(mark)
      }
      for (const [axis, texts] of axes.entries()) {
        for (const text of texts) {
          for (const other of axes.slice(axis + 1).flat()) {
            const [one, two] = [boxOf(text, seen), boxOf(other, seen)]
            const level = one.bottom > two.top && two.bottom > one.top
            expect(level && one.left - two.right < 13 && two.left - one.right < 13).toBe(false)
          }
        }
      }
    }),
    { seed: 83, numRuns: 200 }
  )
})

test('each axis has its name, a line along its edge, and numbers that are multiples of one step', () => {
  fc.assert(
    fc.property(sight, (seen) => {
      const marks = axisMarks(box, names, seen, canvas.look)
      const lines = marks.filter((mark): mark is Extract<Mark, { mark: 'path' }> => mark.mark === 'path')
      expect(lines).toHaveLength(3)
      for (const [axis, { places }] of lines.entries()) {
        const [from, to] = places as [readonly number[], readonly number[]]
        const changing = [0, 1, 2].filter((each) => from[each] !== to[each])
        expect(changing).toEqual([axis])
      }
      const texts = textsOf(seen)
      expect(texts.filter(({ text }) => names.includes(text as 'f'))).toHaveLength(3)
      for (const { text, at } of texts) {
        if (names.includes(text as 'f')) continue
        const value = Number(text.replace('−', '-'))
        expect(at.some((coordinate) => Math.abs(coordinate - value) < 1e-9)).toBe(true)
        expect(Number.isInteger(value)).toBe(true)
      }
    }),
    { seed: 82, numRuns: 100 }
  )
})

test('the axes of the floor are those before the box: nothing of it lies between them and the camera', () => {
  const seen = lookBy(30, 30, 300)
  const [across, deep] = axisMarks(box, names, seen, canvas.look).filter((mark) => mark.mark === 'path')
  expect(across).toMatchObject({
    places: [
      [-5, -6, -2],
      [5, -6, -2]
    ]
  })
  expect(deep).toMatchObject({
    places: [
      [5, -6, -2],
      [5, 6, -2]
    ]
  })
  const [below] = axisMarks(box, names, lookBy(-30, 30, 300), canvas.look)
  expect(below).toMatchObject({
    places: [
      [-5, -6, 50],
      [5, -6, 50]
    ]
  })
})

test('numbers grow fewer where the picture is small', () => {
  const count = (width: number) => textsOf(lookBy(28, 32, 220, { width, height: 0.9 * width })).length
  expect(count(330)).toBeLessThan(count(900))
  expect(count(330)).toBeGreaterThanOrEqual(9)
})
