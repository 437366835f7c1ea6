import { compile } from '@core/objective'
import { Path } from '@core/optimise/path'
import type { Plan } from '@core/optimise/plan'
import { reportOf } from '@core/optimise/report'
import { Stretch } from '@core/optimise/stretch'
import { run } from '@core/script'
import { defaultSettings } from '@shared/methods/setting'
import { methodNamed } from '@shared/methods/table'
import type { RunReport, View, Way } from '@shared/protocol'
import { expect, test } from 'vitest'
import { type Judgement, tally, trials, uniform } from '../support/truth'

type Kept = Omit<RunReport, 'taken' | 'stop' | 'notes'>
type Spot = readonly [number, number]

/** Every point of a run of two variables with f, row by row, and how it is told. */
interface Walk {
  readonly told: string
  /** x, y, f. */
  readonly rows: readonly (readonly number[])[]
  readonly kept: Kept
  readonly view: View
}

const columns = 700
const pixels = 400

/** The plane of both variables, of so many pixels, about what the rows span. */
function viewOf(rows: Walk['rows']): View {
  const range = (axis: number) => {
    const all = rows.map((row) => row[axis] as number).filter(Number.isFinite)
    const [min, max] = [Math.min(...all), Math.max(...all)]
    const room = (max - min || 1) / 10
    return { min: min - room, max: max + room }
  }
  return { across: [1, 0, 0], up: [0, 1, 0], x: range(0), y: range(1), columns: pixels, rows: pixels }
}

/** A walk that no optimiser made, of one of several kinds. */
function wander(random: () => number): Walk {
  const kind = ['spiral', 'to and fro', 'noise', 'leaps', 'staircase', 'rest'][Math.floor(6 * random())] as string
  const count = 800 + Math.floor(6000 * random())
  const [a, b, c] = [random(), random(), random()]
  const at = (k: number): Spot => {
    const s = k / count
    switch (kind) {
      case 'spiral':
        return [(1 - s) * Math.cos(k * a), (1 - s) * b * Math.sin(k * a)]
      case 'to and fro':
        return [s, (k % 2 ? 1 : -1) * b * (1 - s) ** 3]
      case 'noise':
        return [s + a * 0.1 * (random() - 0.5), b * 0.1 * (random() - 0.5)]
      case 'leaps':
        return [random(), random()]
      case 'staircase':
        return [Math.floor(s * 30 * a), Math.floor(s * 30 * a + 0.5) * b]
      default:
        return [Math.exp(-k * 0.05 * a), Math.exp(-k * 0.01 * b) * c]
    }
  }
  const rows = Array.from({ length: count }, (_, k) => [...at(k), random()])
  const view = viewOf(rows)
  const path = new Path(2, columns, [view])
  const stretch = new Stretch(2, 1 + Math.floor(300 * random()))
  for (const [k, [x = 0, y = 0, f = 0]] of rows.entries()) {
    if (stretch.count === stretch.capacity) {
      path.add(stretch)
      stretch.begin(k)
    }
    stretch.add(Float64Array.of(x, y), f, Float64Array.of(0, 0), k, k)
  }
  path.add(stretch)
  return { told: `${kind}, ${count} points, a = ${a}, b = ${b}`, rows, kept: path.kept(), view }
}

const formulas = [
  '(1 - x)^2 + 100(y - x^2)^2',
  'x^2/20 + y^2',
  '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  'abs(x) + abs(y)',
  'sin(3x)*cos(2y)'
]
const ways = [
  ['descent', 'lr'],
  ['momentum', 'lr'],
  ['adam', 'lr']
] as const

/** A run of an optimiser. */
function travel(random: () => number): Walk {
  const one = <Item>(all: readonly Item[]) => all[Math.floor(all.length * random())] as Item
  const [method, formula] = [one(ways)[0], one(formulas)]
  const convention = 'book'
  const row = methodNamed(method, convention)
  if (!row) throw new Error(`no ${method}`)
  const lr = 10 ** (-4 + 3 * random())
  const plan: Plan = {
    method,
    convention,
    settings: { ...defaultSettings(row), lr },
    start: [4 * random() - 2, 4 * random() - 2],
    steps: 1000 + Math.floor(9000 * random()),
    gradient: { method: 'exact', h: 1e-4 },
    ...(random() < 0.3 && { noise: { sigma: random(), seed: 1 } })
  }
  const objective = compile(formula, ['x', 'y'])
  const { points, values } = run(objective, plan)
  const rows = points.map((point, k) => [...point, values[k] as number])
  const view = viewOf(rows)
  const report = reportOf(objective, plan, columns, undefined, [view])
  return { told: `${formula}, ${JSON.stringify(plan)}`, rows, kept: report, view }
}

const pixelOf = ({ x, y }: View, [right = 0, up = 0]: readonly number[]): Spot => [
  ((right - x.min) / (x.max - x.min)) * pixels,
  ((up - y.min) / (y.max - y.min)) * pixels
]

/** How far a place is from the line between two others. */
function away([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}

/** Half a pixel of a picture four times as large as the view, and a hair for rounding. */
const within = 0.125 + 1e-9

/** What of the way is farther from the points than it may be: as it is at its end, and as it was at any step. */
function strayed({ rows, kept, view }: Walk, way: Extract<Way, { kept: Int32Array }>): string | null {
  const spots = rows.map((row) => pixelOf(view, row))
  const steps = Array.from(way.kept, (index) => kept.steps[index] as number)
  if (steps[0] !== 0 || steps.at(-1) !== rows.length - 1) return `it goes from ${steps[0]} to ${steps.at(-1)}`
  for (const [index, end] of steps.entries()) {
    const begin = steps[index - 1] ?? 0
    // Of a part: all points up to some in between, from the line to that.
    const parts = new Set([end, Math.floor((begin + end) / 2), Math.floor((3 * begin + end) / 4)])
    for (const now of parts) {
      for (let step = begin + 1; step < now; step++) {
        const far = away(spots[step] as Spot, spots[begin] as Spot, spots[now] as Spot)
        if (far > within) return `at step ${now} point ${step} is ${far} pixels away from the line from ${begin}`
      }
    }
  }
  return null
}

/** Whether every place of the lines is covered when it is drawn, and nothing is far from all lines. */
function miscovered({ rows, view }: Walk, { cells, since }: Extract<Way, { cells: Int32Array }>): string | null {
  const first = new Int32Array(pixels * pixels).fill(-1)
  for (const [index, cell] of cells.entries()) first[cell] = since[index] as number
  const isBy = (x: number, y: number, step: number) => {
    for (const [right, up] of [
      [0, 0],
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
      [-1, -1],
      [1, 1],
      [-1, 1],
      [1, -1]
    ] as const) {
      const [column, row] = [Math.floor(x) + right, Math.floor(y) + up]
      const at =
        column < 0 || row < 0 || column >= pixels || row >= pixels ? -1 : (first[row * pixels + column] as number)
      if (at >= 0 && at <= step) return true
    }
    return false
  }
  const touched = new Uint8Array(pixels * pixels)
  for (let step = 1; step < rows.length; step++) {
    const [from, to] = [pixelOf(view, rows[step - 1] as number[]), pixelOf(view, rows[step] as number[])]
    const parts = 1 + Math.ceil(2 * Math.hypot(to[0] - from[0], to[1] - from[1]))
    for (let part = 0; part <= parts; part++) {
      const [x, y] = [from[0] + ((to[0] - from[0]) * part) / parts, from[1] + ((to[1] - from[1]) * part) / parts]
      if (!isBy(x, y, step)) return `the line to step ${step} is not covered at ${x}, ${y}`
      for (const right of [-1, 0, 1]) {
        for (const up of [-1, 0, 1]) touched[(Math.floor(y) + up) * pixels + Math.floor(x) + right] = 1
      }
    }
  }
  const wild = cells.find((cell) => touched[cell] === 0)
  return wild === undefined
    ? null
    : `pixel ${wild % pixels}, ${Math.floor(wild / pixels)} is covered, but no line is near`
}

/** Where a chart over the steps, each column of it a power of two of them, would show another least or greatest value. */
function mischarted({ rows, kept }: Walk): string | null {
  const power = 2 ** Math.ceil(Math.log2(rows.length / columns))
  for (let begin = 0; begin < rows.length; begin += power) {
    const all = rows.slice(begin, begin + power)
    const found = kept.steps.reduce<number[]>((indices, step, index) => {
      if (step >= begin && step < begin + power) indices.push(index)
      return indices
    }, [])
    for (const [name, whole, of] of [
      ['x', 0, (index: number) => kept.points[2 * index] as number],
      ['y', 1, (index: number) => kept.points[2 * index + 1] as number],
      ['f', 2, (index: number) => kept.values[index] as number]
    ] as const) {
      const values = all.map((row) => row[whole] as number)
      for (const end of [Math.min, Math.max]) {
        if (end(...values) !== end(...found.map(of))) return `from step ${begin} on, an end of ${name} is missing`
      }
    }
  }
  return null
}

function judge(walk: Walk): Judgement {
  const { kept, rows } = walk
  const [way] = kept.ways
  // So few steps that all are here.
  if (!way) return kept.steps.length === rows.length ? 'right' : { wrong: `${walk.told}: not all points are here` }
  for (const [index, step] of kept.steps.entries()) {
    const row = [kept.points[2 * index], kept.points[2 * index + 1], kept.values[index]]
    if (row.some((value, place) => value !== rows[step]?.[place]))
      return { wrong: `${walk.told}: step ${step} is another` }
  }
  const fault = mischarted(walk) ?? ('kept' in way ? strayed(walk, way) : miscovered(walk, way))
  return fault === null ? 'right' : { wrong: `${walk.told}: ${fault}` }
}

function* walks(count: number) {
  const random = uniform()
  for (let index = 0; index < count; index++) yield index % 2 === 0 ? wander(random) : travel(random)
}

test('a thinned path is drawn as the whole one is: within half a pixel, with the ends of each column, or as its pixels', () => {
  const { wrong } = tally(
    { check: 'thinned paths lie within half a pixel of the whole', oracle: 'every point of the run' },
    walks(trials(14, 600)),
    judge
  )
  expect(wrong).toEqual([])
}, 600_000)

test('the check finds a corner that is left out, a column without its end, and a pixel too many', () => {
  const random = uniform(5)
  const all = Array.from({ length: 24 }, () => wander(random))
  const bent = all.find(({ kept }) => kept.ways[0] && 'kept' in kept.ways[0] && kept.ways[0].kept.length > 20) as Walk
  const way = bent.kept.ways[0] as Extract<Way, { kept: Int32Array }>
  const fewer = { ...way, kept: way.kept.filter((_, index) => index !== 7) }
  expect(judge({ ...bent, kept: { ...bent.kept, ways: [fewer] } })).toMatchObject({ wrong: expect.any(String) })
  const filled = all.find(({ kept }) => kept.ways[0] && 'cells' in kept.ways[0]) as Walk
  const cover = filled.kept.ways[0] as Extract<Way, { cells: Int32Array }>
  const less = { ...cover, cells: cover.cells.slice(0, cover.cells.length / 2) }
  expect(judge({ ...filled, kept: { ...filled.kept, ways: [less] } })).toMatchObject({ wrong: expect.any(String) })
})
