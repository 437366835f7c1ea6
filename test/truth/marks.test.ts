// @vitest-environment happy-dom
import { withFormula } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import type { Experiment, View } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import { words } from '@shared/words/index'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Place } from '../../src-renderer/figure'
import { figuresOf } from '../../src-renderer/figures/gather'
import { type NamedFigure, occasionOf } from '../../src-renderer/figures/occasion'
import { laidOut } from '../../src-renderer/figures/picture-size'
import { openStudio } from '../../src-renderer/pictures/studio'
import { looks } from '../../src-renderer/plots/look'
import type { Mark } from '../../src-renderer/plots/marks'
import type { Painter } from '../../src-renderer/plots/paint'
import { lookBy } from '../src-renderer/plots/cameras'
import { ask } from '../support/core-ask'
import { type Box, type Ink, isSeen, Recorder } from '../support/recorder'
import { type Judgement, tally, trials, uniform } from '../support/truth'

/** What was asked to be painted, and what was inked for it. */
interface Painted {
  readonly mark: Mark
  readonly painter: Painter
  readonly ink: readonly Ink[]
}
const painted: Painted[] = []

vi.mock('../../src-renderer/plots/paint', async (original) => {
  const real = await original<typeof import('../../src-renderer/plots/paint')>()
  const paint: typeof real.paint = (painter, marks) => {
    const recorder = Recorder.of(painter.context.canvas)
    for (const mark of marks) {
      // The ground has a colour at every pixel, which a recorder does not know.
      if (mark.mark === 'bands') continue
      const before = recorder.ink.length
      real.paint(painter, [mark])
      painted.push({ mark, painter, ink: recorder.ink.slice(before) })
    }
  }
  return { ...real, paint }
})
// A surface's own mesh needs WebGL; what is painted over it, which is all that can get lost, does not.
let camera = { alpha: 28, beta: 32, distance: 180 }
vi.mock('echarts/core', () => ({ use: () => {}, init: () => chart }))
vi.mock('echarts/components', () => ({ VisualMapComponent: {} }))
vi.mock('echarts/renderers', () => ({ CanvasRenderer: {} }))
vi.mock('echarts-gl/charts', () => ({ Line3DChart: {}, SurfaceChart: {} }))
vi.mock('echarts-gl/components', () => ({ Grid3DComponent: {} }))
const chart = {
  setOption: ({ grid3D }: { grid3D: { viewControl: typeof camera } }) => {
    camera = grid3D.viewControl
  },
  getModel: () => ({ getComponent: () => ({ coordinateSystem: { viewGL: { scene: { traverse: () => {} } } } }) }),
  getZr: () => ({ refreshImmediately: () => {} }),
  dispose: () => {}
}
vi.mock('../../src-renderer/plots/stage', async (original) => {
  const real = await original<typeof import('../../src-renderer/plots/stage')>()
  class Stage extends real.SurfaceStage {
    override sight(size: { width: number; height: number }) {
      const { alpha, beta, distance } = camera
      return { ...lookBy(alpha, beta, distance, size, [0, -14, 0]), size }
    }
  }
  return { ...real, SurfaceStage: Stage }
})

beforeAll(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
    kind: string
  ) {
    return (kind === '2d' ? Recorder.of(this).context : { getExtension: () => null }) as never
  } as never)
})
afterAll(() => vi.restoreAllMocks())

const named = (id: string) => examples.find((one) => one.id === id)?.experiment as Experiment
const seenAs = (id: string, view: Partial<View>, formula?: string): Experiment => {
  const plain = named(id)
  const experiment = formula ? withFormula(plain, formula) : plain
  return { ...experiment, view: { ...experiment.view, ...view } }
}
const documents: Readonly<Record<string, Experiment>> = {
  point: seenAs('descent-1d', { tab: 'differentiate', second: true }),
  'sign table': seenAs('descent-1d', { tab: 'differentiate', signs: { second: true, even: false } }, 'x^3 - 3*x'),
  line: seenAs('descent-1d', { tab: 'descend' }),
  'line, small': seenAs('descent-1d', { tab: 'descend', arrangement: 'steps' }),
  'four runs': seenAs('himmelblau', {}),
  'four runs, log': seenAs('himmelblau', { surface: { ...named('himmelblau').view.surface, scale: 'log' } }),
  'a run each': seenAs('himmelblau', { arrangement: 'runs' }),
  'a step each': seenAs('himmelblau', { arrangement: 'steps' }),
  direction: seenAs('partial-x2y2', { tab: 'partial', topic: 'direction' }),
  critical: seenAs('himmelblau', { tab: 'partial', topic: 'critical' }),
  variables: seenAs('descent-2d', { arrangement: 'variables' }, 'x0^2 + 2*x1^2 + (x2 - x0)^2 + x3^4'),
  principal: seenAs('descent-2d', { plane: 'principal' }, 'x0^2 + 2*x1^2 + (x2 - x0)^2 + x3^4')
}

const gathered = async (): Promise<readonly (NamedFigure & { readonly of: string })[]> => {
  const all: (NamedFigure & { readonly of: string })[] = []
  for (const [of, experiment] of Object.entries(documents)) {
    const occasion = { ...occasionOf(experiment, 'A title of some words', words.en), selection: null, ask }
    for (const one of await figuresOf({ ...occasion, size: { width: 880, height: 550, scale: 0.2 } }))
      all.push({ ...one, of })
  }
  return all
}

/** Sizes from 200 to 4000, evenly in their logarithms, the ends among them. */
function* sizes(count: number) {
  const random = uniform()
  const length = () => Math.round(200 * 20 ** random())
  yield* [
    [200, 200],
    [400, 300],
    [4000, 200],
    [200, 4000],
    [4000, 4000]
  ] as const
  for (let index = 0; index < count; index++) yield [length(), length()] as const
}

/** The places of a mark at which something of it has to be seen. */
function placesOf(mark: Mark): readonly Place[] {
  switch (mark.mark) {
    case 'dots':
    case 'circles':
      return mark.places
    case 'path':
      // One place makes no line.
      return mark.places.filter((place, index) =>
        [place, mark.places[index + 1]].every((one) => one?.every(Number.isFinite))
      )
    case 'ring':
    case 'grip':
    case 'sign':
    case 'text':
    case 'label':
    case 'course':
    case 'inscription':
      return [mark.at]
    default:
      return []
  }
}

/** What is wrong with a picture of `figure` at this size, or null; 'refused' where it is said that there is no room. */
async function fault({ figure }: NamedFigure, width: number, height: number): Promise<string | null | 'refused'> {
  const asked = laidOut({ width, height, scale: 1 })
  const studio = openStudio({ ...asked, look: looks.light, words: words.en.plots })
  painted.length = 0
  try {
    const canvas = await studio.draw(figure)
    const whole = { left: 0, top: 0, right: canvas.width, bottom: canvas.height }
    return lostMark(figure.plot === 'surface') ?? cutText(canvas, whole) ?? bareAxis(figure.plot, asked.scale)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'picture-too-small') throw error
    const { leastWidth, leastHeight } = error.values
    return Number(leastWidth) > width || Number(leastHeight) > height ? 'refused' : `refused for ${error.message}`
  } finally {
    studio.close()
  }
}

/**
 * A mark that was to be seen and is not. `over`: marks are painted over a surface, which fills its area from its corner
 * on, and has all of its box in the picture; plots in a plane cut off what lies outside of their ranges.
 */
function lostMark(over: boolean): string | null {
  for (const { mark, painter, ink } of painted) {
    const { width, height } = painter.area
    const { left, top } = over ? { left: 0, top: 0 } : painter.area
    const isInside = (place: Place) => {
      const { x, y } = painter.place(place)
      // A line may run along the edge and be cut off with it.
      return x > left + 1 && x < left + width - 1 && y > top + 1 && y < top + height - 1
    }
    const outside = over && placesOf(mark).find((place) => place.every(Number.isFinite) && !isInside(place))
    if (outside) return `${mark.mark} at ${outside} lies outside of the picture`
    const seen = placesOf(mark).find(isInside)
    const { canvas } = painter.context
    const whole = { left: 0, top: 0, right: canvas.width, bottom: canvas.height }
    if (seen && !ink.some((one) => isSeen(one, whole))) return `${mark.mark} at ${seen} is not drawn`
  }
  return null
}

function cutText(canvas: HTMLCanvasElement, { right, bottom }: Box): string | null {
  const hair = 2
  for (const { text, corners } of Recorder.of(canvas).ink) {
    if (text === null || corners.some((corner) => corner.some(Number.isNaN))) continue
    const isWhole = corners.every(([x, y]) => x >= -hair && y >= -hair && x <= right + hair && y <= bottom + hair)
    if (!isWhole) return `“${text}” is cut off`
  }
  return null
}

const isNumber = (text: string) => /^[−-]?[\d.]+(e[−-]?\d+)?$|^10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(text)

/** An axis of less than two numbers tells no scale. */
function bareAxis(plot: string, ratio: number): string | null {
  // A table has none.
  if (plot === 'signs') return null
  if (plot === 'surface') {
    const first = painted.findIndex(({ mark }) => mark.mark === 'path')
    const axes: number[] = []
    for (const { mark } of painted.slice(first)) {
      if (mark.mark === 'path' && axes.length === 3) break
      if (mark.mark === 'path') axes.push(0)
      else if (mark.mark === 'text' && isNumber(mark.text)) axes.push((axes.pop() ?? 0) + 1)
    }
    return axes.length === 3 && axes.every((numbers) => numbers >= 2) ? null : `the axes have ${axes} numbers`
  }
  // Where a slice is turned, it and the plane have the numbers of the axes they share with another plot there.
  const isShared = painted.some(({ painter }) => painter.turned)
  let plots = 0
  for (const canvas of new Set(painted.map(({ painter }) => painter.context.canvas))) {
    const { area, turned } = (painted.find(({ painter }) => painter.context.canvas === canvas) as Painted).painter
    // What lies below the lines of a plot has a canvas as large as its area.
    if (canvas.height < ratio * (area.top + area.height)) continue
    const texts = Recorder.of(canvas).ink.filter(({ text }) => text !== null && isNumber(text))
    const along = texts.filter(({ corners }) => corners.every(([, y]) => y > ratio * (area.top + area.height)))
    const up = texts.filter(({ corners }) => corners.every(([x]) => x < ratio * area.left))
    const [lacksAlong, lacksUp] = [isShared && plots === 0, turned === true]
    plots += 1
    if ((along.length < 2 && !lacksAlong) || (up.length < 2 && !lacksUp))
      return `the axes have ${along.length} and ${up.length} numbers`
  }
  return null
}

test('every mark of a figure is in its picture of whatever size, or the size is refused', async () => {
  const cases: { name: string; found: string | null }[] = []
  const all = await figures
  for (const [turn, [width, height]] of [...sizes(trials(1, 60))].entries()) {
    // A third of the figures in each size: all of them in all kinds of sizes.
    for (const one of all.filter((_, index) => (index + turn) % 3 === 0)) {
      cases.push({ name: `${one.of}: ${one.name}, ${width} × ${height}`, found: await fault(one, width, height) })
    }
  }
  const { wrong, untold, right } = tally(
    { check: 'marks asked for are marks drawn, 200 … 4000 px', oracle: 'a canvas that remembers' },
    cases,
    ({ name, found }): Judgement =>
      found === null ? 'right' : found === 'refused' ? 'untold' : { wrong: `${name}: ${found}` }
  )
  expect(wrong).toEqual([])
  expect(right).toBeGreaterThan(untold)
}, 600_000)

const figures = gathered()
