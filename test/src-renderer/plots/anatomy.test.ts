import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Anatomy } from '../../../src-renderer/figure'
import { magnified } from '../../../src-renderer/plots/anatomy'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { roughWidth } from '../../../src-renderer/plots/labels'
import { faded } from '../../../src-renderer/plots/look'
import type { Mark } from '../../../src-renderer/plots/marks'
import { runPlots, stepPlots } from '../../../src-renderer/plots/small'
import { bowlContour, canvas, squareCurve } from './samples'

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

/** A step from (2, 3) to (1, 0), of which memory alone would have led to (3, 1). */
const anatomy: Anatomy = {
  from: [2, 3],
  value: 13,
  to: [1, 0],
  gradient: [4, 6],
  inertia: [3, 1],
  trials: [],
  simplex: null,
  radius: null
}
const drawn = (parts: Partial<Anatomy>) =>
  contourPlot({ ...bowlContour, anatomy: { ...anatomy, ...parts } }, canvas).above

test('a step is drawn from where it began: −∇f by its direction, memory and the step itself in their true lengths', () => {
  const arrows = of(drawn({}), 'arrow')
  expect(arrows.map(({ from }) => from)).toEqual([anatomy.from, anatomy.from, anatomy.from])
  expect(arrows.map(({ pixels }) => pixels === null)).toEqual([false, true, true])
  expect(arrows.slice(1).map(({ towards }) => towards)).toEqual([anatomy.inertia, anatomy.to])
  const [right = Number.NaN, up = Number.NaN] = [0, 1].map(
    (axis) => (arrows[0]?.towards[axis] ?? Number.NaN) - (anatomy.from[axis] ?? Number.NaN)
  )
  expect(right / up).toBeCloseTo(4 / 6, 9)
  expect(right).toBeLessThan(0)
})

test('the ring does not hide a simplex or a trust region, however small it is', () => {
  const radiusOf = (parts: Partial<Anatomy>) => of(drawn(parts), 'ring')[0]?.radius ?? Number.NaN
  expect(radiusOf({ radius: 0.1 })).toBeLessThan(radiusOf({}))
  const simplex = { before: [anatomy.from, [2.1, 3], [2, 3.1]], after: [anatomy.from, [2.1, 3], [2.1, 2.9]] }
  expect(radiusOf({ simplex })).toBeLessThan(radiusOf({}))
})

test('arrows too short to be seen are drawn larger, and their names say how much', () => {
  const marks = drawn({ to: [1.99, 2.98], inertia: [2.002, 2.99] })
  const [, inertia, step] = of(marks, 'arrow')
  const [right = 0, up = 0] = [0, 1].map((axis) => (step?.towards[axis] ?? 0) - (anatomy.from[axis] ?? 0))
  // The plot has about 50 CSS pixels a unit: 1.1 pixels become 28.
  expect([right, up].map((part) => Number(part.toFixed(6)))).toEqual([-0.01 * 50, -0.02 * 50])
  expect(inertia?.towards[0]).toBeCloseTo(2 + 50 * 0.002, 9)
  const { inertia: name, thisStep } = canvas.words
  expect(of(marks, 'text').map(({ text }) => text)).toEqual(['−∇f', `${name} ×50`, `${thisStep} ×50`])
  expect(of(marks, 'ring')[0]?.at).toEqual([bowlContour.traces[0]?.x[3], bowlContour.traces[0]?.y[3]])
})

test.each([
  [40, 1],
  [34, 1],
  [33, 2],
  [17, 2],
  [16, 5],
  [6.8, 5],
  [6.7, 10],
  [2, 20],
  [0.5, 100]
])(
  'an arrow of %d CSS pixels is drawn %d times as long: 1, 2, 5, 10 …, the least that can be seen',
  (length, times) => {
    const small = { ...anatomy, from: [0, 0], to: [length, 0], inertia: null }
    const found = magnified(small, ([x = 0, y = 0]) => ({ x, y }))
    expect([found.times, found.anatomy.to[0]]).toEqual([times, length * times])
  }
)

test('arrows of a step with tried points are as long as they are: their places would be wrong', () => {
  const trials = [{ at: [1.99, 2.98], taken: true, value: 1, onLine: true }]
  const arrows = of(drawn({ to: [1.99, 2.98], inertia: null, trials }), 'arrow')
  expect(arrows.at(-1)?.towards).toEqual([1.99, 2.98])
})

test('memory that points along the step stands beside it, away from −∇f, as long as it is', () => {
  const [gradient, inertia, step] = of(drawn({ to: [1, 2], inertia: [1.4, 2.4], gradient: [1, 3] }), 'arrow')
  const shift = [0, 1].map((axis) => (inertia?.from[axis] ?? 0) - (step?.from[axis] ?? 0))
  expect(Math.hypot(...shift)).toBeGreaterThan(0.1)
  const ends = [0, 1].map((axis) => (inertia?.towards[axis] ?? 0) - (inertia?.from[axis] ?? 0))
  expect(ends[0]).toBeCloseTo(-0.6, 9)
  expect(ends[1]).toBeCloseTo(-0.6, 9)
  const down = [0, 1].map((axis) => (gradient?.towards[axis] ?? 0) - (gradient?.from[axis] ?? 0))
  const sideOf = ([x = 0, y = 0]: readonly number[]) => Math.sign(-x + y)
  expect(sideOf(shift)).toBe(-sideOf(down))
})

test('its arrows are named, and each has a colour of its own', () => {
  const marks = drawn({})
  const { inertia, thisStep } = canvas.words
  expect(of(marks, 'text').map(({ text }) => text)).toEqual(['−∇f', inertia, thisStep])
  expect(new Set(of(marks, 'arrow').map(({ colour }) => colour)).size).toBe(3)
})

test('names of its arrows are not cut off and do not lie on one another, wherever they point', () => {
  const place = fc.tuple(
    fc.double({ min: -4.8, max: 4.8, noNaN: true }),
    fc.double({ min: -4.8, max: 4.8, noNaN: true })
  )
  fc.assert(
    fc.property(place, place, place, (from, to, inertia) => {
      const boxes = of(drawn({ from, to, inertia }), 'text').map(({ at, dx, dy, text, size }) => {
        const left = (((at[0] ?? 0) + 5) / 10) * 520 + dx
        const base = (1 - ((at[1] ?? 0) + 5) / 10) * 420 + dy
        return { left, right: left + roughWidth(text, size) * 0.8, top: base - size * 0.8, base }
      })
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const isApart =
            one.right <= other.left || other.right <= one.left || one.base <= other.top || other.base <= one.top
          expect(isApart).toBe(true)
        }
      }
    }),
    { seed: 1964, numRuns: 60 }
  )
})

test('without memory, and for a simplex without a gradient, there are fewer arrows', () => {
  expect(of(drawn({ inertia: null }), 'arrow')).toHaveLength(2)
  const simplex = {
    before: [
      [2, 3],
      [3, 3],
      [2, 4]
    ],
    after: [
      [1, 0],
      [2, 3],
      [3, 3]
    ]
  }
  const marks = drawn({ inertia: null, gradient: null, simplex })
  expect(of(marks, 'arrow').map(({ towards }) => towards)).toEqual([anatomy.to])
  const outlines = of(marks, 'path').filter(({ places }) => places.length === 4 && places[0] === places[3])
  expect(outlines.map(({ places, dash }) => [places.slice(0, 3), dash.length > 0])).toEqual([
    [simplex.before, true],
    [simplex.after, false]
  ])
})

test('a trust region is a circle of its radius around where the step began', () => {
  const region = of(drawn({ radius: 1.5 }), 'path').find(({ places }) => places.length > 40)
  for (const [x = Number.NaN, y = Number.NaN] of region?.places ?? [])
    expect(Math.hypot(x - 2, y - 3)).toBeCloseTo(1.5, 9)
})

test('points tried on a line are open, the one that was taken is full, and the line leads to the farthest', () => {
  const trial = (at: readonly number[], taken: boolean) => ({ at, taken, value: 1, onLine: true })
  const marks = drawn({ trials: [trial([0, -3], false), trial([1.5, 1.5], false), trial([1, 0], true)] })
  const [open, full] = of(marks, 'circles')
  expect(open?.places).toEqual([
    [0, -3],
    [1.5, 1.5]
  ])
  expect(full?.places).toEqual([[1, 0]])
  expect(open?.ground).not.toBe(full?.ground)
  expect(of(marks, 'path').some(({ places }) => String(places) === String([anatomy.from, [0, -3]]))).toBe(true)
})

test('small plots of steps and of runs do not take steps apart', () => {
  const contour = { ...bowlContour, anatomy }
  const small = [...stepPlots({ kind: 'contour', count: 3, contour }, canvas), ...runPlots({ contour }, canvas)]
  expect(small.flatMap(({ above }) => of(above, 'arrow'))).toEqual([])
})

test('on a curve a step leads from point to point, memory level, and the trust region is a stretch', () => {
  const line: Anatomy = {
    ...anatomy,
    from: [3, 9],
    to: [1, 1],
    inertia: [2.5, 9],
    gradient: null,
    trials: [{ at: [0.5, 0.25], value: 0.25, taken: false, onLine: true }],
    radius: 1
  }
  const { above } = curvePlot({ ...squareCurve, anatomy: line }, canvas)
  expect(of(above, 'arrow').map(({ from, towards, label }) => [from, towards, label])).toEqual([
    [[3, 9], [2.5, 9], canvas.words.inertia],
    [[3, 9], [1, 1], canvas.words.thisStep]
  ])
  expect(of(above, 'stretch').map(({ from, to }) => [from, to])).toContainEqual([2, 4])
  expect(of(above, 'circles').flatMap(({ places }) => places)).toContainEqual([0.5, 0.25])
})

test('on a curve the simplex is two stretches: pale where it was, darker where it is', () => {
  const simplex = {
    before: [
      [3, 9],
      [4, 16]
    ],
    after: [
      [2, 4],
      [3, 9]
    ]
  }
  const line = { ...anatomy, from: [3, 9], to: [2, 4], inertia: null, gradient: null, simplex }
  const { above } = curvePlot({ ...squareCurve, anatomy: line }, canvas)
  expect(of(above, 'stretch').map(({ from, to, colour }) => [from, to, colour])).toEqual([
    [3, 4, faded(canvas.look.secant, 0.1)],
    [2, 3, faded(canvas.look.secant, 0.2)]
  ])
})
