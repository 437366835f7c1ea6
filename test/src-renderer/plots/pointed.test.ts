import { words } from '@shared/words/index'
import { expect, test } from 'vitest'
import type { Ghost, Pointed } from '../../../src-renderer/figure'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { curvePlot } from '../../../src-renderer/plots/curve'
import type { Mark } from '../../../src-renderer/plots/marks'
import { leadOf, pointedOnSurface } from '../../../src-renderer/plots/pointed'
import { slopePlot } from '../../../src-renderer/plots/slope'
import { surfaceScene } from '../../../src-renderer/plots/surface-scene'
import { bowl, bowlContour, bowlSurface, bowlTrace, canvas, squareCurve } from './samples'

const ghost: Ghost = { ...bowlTrace([3, -2], 0.1, 12), taken: 12, stop: 'steps' }
const pointed: Pointed = { at: [3, -2], ground: { at: [3, -2], value: bowl(3, -2), slopes: [6, -4] }, ghost }

const contour = contourPlot(bowlContour, canvas)
const told = (of: Pointed) => contour.pointed?.(of) ?? { marks: [], lines: [] }
const marksOf = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)
const textsOf = (lines: readonly (string | { readonly text: string })[]) =>
  lines.map((line) => (typeof line === 'string' ? line : line.text))

test('the arrow under the pointer goes against the gradient, and the ghost from there to where it ends', () => {
  const { marks } = told(pointed)
  const [arrow] = marksOf(marks, 'arrow')
  const [across = NaN, up = NaN] = arrow?.towards.map((to, axis) => to - (arrow.from[axis] as number)) ?? []
  expect(Math.sign(across)).toBe(-1)
  expect(Math.sign(up)).toBe(1)
  const dashed = marksOf(marks, 'path').find(({ dash }) => dash.length > 0)
  expect(dashed?.places[0]).toEqual([3, -2])
  expect(dashed?.places.at(-1)).toEqual([ghost.x[12], ghost.y[12]])
})

test('it is said in words where the ghost ends, and why it does', () => {
  const linesOf = (of: Partial<Ghost>) => textsOf(told({ ...pointed, ghost: { ...ghost, ...of } }).lines)
  expect(linesOf({})[0]).toBe('∇f = (6, −4)')
  expect(linesOf({})[1]).toMatch(/after 12 steps f = 0\.06/)
  expect(linesOf({ stop: 'diverged' })[1]).toMatch(/diverges at step 13/)
  expect(linesOf({ stop: 'left-domain' })[1]).toMatch(/leaves the domain of f at step 13/)
  const japanese = contourPlot(bowlContour, { ...canvas, words: words.ja.plots }).pointed?.(pointed)
  expect(textsOf(japanese?.lines ?? [])[1]).toMatch(/12 ステップ後 f = 0\.06/)
})

test('below a ghost it is said how it becomes a run, and nowhere else', () => {
  expect(textsOf(told(pointed).lines)).toContain(canvas.words.ghost.add)
  expect(textsOf(told({ ...pointed, ghost: null }).lines)).not.toContain(canvas.words.ghost.add)
})

test('over a slice of more variables no gradient is written that has fewer coordinates than f has variables', () => {
  const slice = contourPlot({ ...bowlContour, slice: { held: 'z = 1' } }, canvas).pointed?.(pointed)
  expect(textsOf(slice?.lines ?? []).join()).not.toContain('∇f')
})

test('a ghost of many steps that end beside one another is drawn through few points, the last of them among these', () => {
  const long = bowlTrace([3, -2], 0.1, 400)
  const { marks } = told({ ...pointed, ghost: { ...long, taken: 400, stop: 'steps' } })
  const places = marksOf(marks, 'path')[0]?.places ?? []
  expect(places.length).toBeLessThan(60)
  expect(places.at(-1)).toEqual([long.x[400], long.y[400]])
})

test('while nothing is known of the place, only the place is shown', () => {
  const { marks, lines } = told({ at: [1, 1], ground: null, ghost: null })
  expect(marks.map(({ mark }) => mark)).toEqual(['dots'])
  expect(lines).toEqual([])
})

test('on the surface the same stands as high as f is', () => {
  const scene = surfaceScene(bowlSurface, canvas.look, canvas.words, { corners: 9, parts: 9, ratio: 1 })
  const { marks, lines } = pointedOnSurface(bowlSurface, scene, canvas, pointed)
  expect(marksOf(marks, 'arrow')[0]?.from).toEqual([3, -2, 13])
  expect(marksOf(marks, 'dots')[0]?.places).toEqual([[3, -2, 13]])
  expect(marksOf(marks, 'circles')[0]?.places[0]?.[2]).toBeCloseTo(ghost.values[12] as number, 9)
  // A click with Shift adds a run on a flat plot only.
  expect(lines).toEqual(told(pointed).lines.slice(0, 2))
})

test('it is known where the arrow leads on the screen, so that no words stand there', () => {
  const place = ([x = NaN, y = NaN]: readonly number[]) => ({ x: 10 * x, y: -10 * y })
  expect(leadOf(told(pointed), place)?.x).toBeLessThan(0)
  const ground = { at: [-3, -2], value: 13, slopes: [-6, -4] as const }
  expect(leadOf(told({ at: [-3, -2], ground, ghost: null }), place)?.x).toBeGreaterThan(0)
})

test('along a curve the tangent is told, and on f′ below where the pointer is', () => {
  const trace = { ...bowlTrace([2, 0], 0.1, 5), taken: 5, stop: 'steps' } as const
  const on: Pointed = { at: [2, 2], ground: { at: [2, 2], value: 4, slopes: [4, 4] }, ghost: trace }
  const { marks, lines } = curvePlot(squareCurve, canvas).pointed?.(on) ?? { marks: [], lines: [] }
  expect(marksOf(marks, 'slope')[0]).toMatchObject({ at: [2, 4], slope: 4 })
  expect(textsOf(lines)[0]).toMatch(/= 4$/)
  const below = slopePlot(squareCurve, canvas).pointed?.(on).marks ?? []
  expect(marksOf(below, 'guide')[0]?.x).toBe(2)
  expect(marksOf(below, 'dots')[0]?.places).toEqual([[2, 4]])
})
