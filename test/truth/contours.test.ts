import { planeOver, sampleGrid } from '@core/grid'
import { compile } from '@core/objective'
import type { Interval } from '@shared/interval'
import type { GridSamples } from '@shared/protocol'
import { expect, it } from 'vitest'
import { type Judgement, seed, tally, trials, uniform } from '../support/truth'

/**
 * Contours of a picture of few pixels against marching squares on a grid ten times finer, of the same function written in
 * JavaScript. A case tells by `part` which piece of the plane a place belongs to: f breaks where that changes.
 */
interface Case {
  readonly formula: string
  readonly f: (x: number, y: number) => number
  readonly part?: (x: number, y: number) => Part
  readonly x: Interval
  readonly y: Interval
}

/** Numbers less than 1 apart are pieces that meet without a break, as beside the end of a cut. */
type Part = number | string
const areApart = (one: Part, other: Part) =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) >= 1 : one !== other

/** Pixels of the picture, and parts of a pixel on the fine grid. */
const [width, height, parts] = [40, 32, 10]
/** In pixels: how far a line may be from where it ought to be; a wrong picture is one that is farther off somewhere. */
const tolerance = 1

type Random = (low: number, high: number) => number
/** f with a pole of one sign wherever u is 0. */
const poles: readonly (readonly [(u: string) => string, (u: number, x: number) => number])[] = [
  [(u) => `log(abs(${u}))`, (u) => Math.log(Math.abs(u))],
  [(u) => `log((${u})^2)/3+20`, (u) => Math.log(u * u) / 3 + 20],
  [(u) => `1/abs(${u})`, (u) => 1 / Math.abs(u)],
  [(u) => `-1/(${u})^2`, (u) => -1 / u ** 2],
  [(u) => `1/sqrt(abs(${u}))`, (u) => 1 / Math.sqrt(Math.abs(u))],
  [(u) => `1/cbrt((${u})^2)`, (u) => 1 / Math.cbrt(u * u)],
  [(u) => `x/abs(${u})`, (u, x) => x / Math.abs(u)]
]

/** f with a pole of one sign wherever u, which is never below 0, is 0. */
const touches: readonly (readonly [(u: string) => string, (u: number, x: number) => number])[] = [
  [(u) => `1/${u}`, (u) => 1 / u],
  [(u) => `3-x/${u}`, (u, x) => 3 - x / u],
  [(u) => `log${u}`, Math.log]
]

const poleOf = (r: Random) => {
  const [formula, f] = poles[Math.floor(r(0, 0.999) * poles.length)] as (typeof poles)[number]
  return (u: (x: number, y: number) => number, text: string): Omit<Case, 'x' | 'y'> => ({
    formula: formula(text),
    f: (x, y) => f(u(x, y), x),
    part: (x, y) => Math.sign(u(x, y))
  })
}

const families: readonly ((r: Random) => Omit<Case, 'x' | 'y'>)[] = [
  (r) => {
    const [a, b] = [r(-2, 2), 10 ** r(0, 2)]
    return { formula: `(${a}-x)^2+${b}*(y-x^2)^2`, f: (x, y) => (a - x) ** 2 + b * (y - x * x) ** 2 }
  },
  (r) => {
    const [a, b, k] = [r(-1, 1), r(-1, 1), 10 ** r(0, 4)]
    return {
      formula: `(${a}*x+${b}*y)^2*${k}+(${b}*x-(${a})*y)^2`,
      f: (x, y) => (a * x + b * y) ** 2 * k + (b * x - a * y) ** 2
    }
  },
  (r) => {
    const [a, b, c] = [r(0.5, 3), r(0.5, 3), r(-1, 1)]
    return {
      formula: `sin(${a}*x+0.3)*cos(${b}*y)+${c}*x`,
      f: (x, y) => Math.sin(a * x + 0.3) * Math.cos(b * y) + c * x
    }
  },
  (r) => {
    const [a, b] = [r(2, 14), r(2, 14)]
    return { formula: `(x^2+y-${a})^2+(x+y^2-${b})^2`, f: (x, y) => (x * x + y - a) ** 2 + (x + y * y - b) ** 2 }
  },
  (r) => {
    const [a, b] = [r(1, 9), r(-0.3, 0.3)]
    return { formula: `x*e^(-(x^2+y^2)/${a})+${b}*y`, f: (x, y) => x * Math.exp(-(x * x + y * y) / a) + b * y }
  },
  (r) => {
    const [a, b, c] = [r(-2, 2), r(-2, 2), r(0.2, 4)]
    return {
      formula: `abs(x-(${a}))+${c}*abs(y-(${b}))`,
      f: (x, y) => Math.abs(x - a) + c * Math.abs(y - b)
    }
  },
  (r) => {
    const [a, b, c] = [r(-1, 1), r(0.3, 2), r(-2, 2)]
    return { formula: `cbrt(x-(${a}))+${b}*y+${c}`, f: (x, y) => Math.cbrt(x - a) + b * y + c }
  },
  (r) => {
    const [a, b] = [r(0.5, 2), r(-2, 2)]
    return {
      formula: `floor(${a}*x)+${b}*y`,
      f: (x, y) => Math.floor(a * x) + b * y,
      part: (x) => Math.floor(a * x)
    }
  },
  (r) => {
    const [a, b] = [r(-2, 2), r(-2, 2)]
    return {
      formula: `1/((x-(${a}))*(y-(${b})))`,
      f: (x, y) => 1 / ((x - a) * (y - b)),
      part: (x, y) => `${Math.sign(x - a)} ${Math.sign(y - b)}`
    }
  },
  (r) => {
    const a = r(0.1, 0.6)
    return {
      formula: `tan(${a}*x*y)`,
      f: (x, y) => Math.tan(a * x * y),
      part: (x, y) => Math.round((a * x * y) / Math.PI)
    }
  },
  (r) => {
    const [a, b] = [r(-2, 2), r(-1, 1)]
    return {
      formula: `sign(x*y-(${a}))+${b}*x`,
      f: (x, y) => Math.sign(x * y - a) + b * x,
      part: (x, y) => Math.sign(x * y - a)
    }
  },
  (r) => {
    const [a, b, c] = [r(1, 3), r(-2, 2), r(-3, 3)]
    return {
      formula: `piecewise(x^2+y^2<${a * a}, x+${b}*y, ${c}*y-x)`,
      f: (x, y) => (x * x + y * y < a * a ? x + b * y : c * y - x),
      part: (x, y) => Number(x * x + y * y < a * a)
    }
  },
  (r) => {
    const [a, b] = [r(-2, 2), r(-2, 2)]
    return {
      formula: `atan2(y-(${a}), x-(${b}))`,
      f: (x, y) => Math.atan2(y - a, x - b),
      part: (x, y) => (x < b ? 0.6 * Math.sign(y - a) : 0)
    }
  },
  (r) => {
    const [a, b] = [r(-2, 2), r(-2, 2)]
    return {
      formula: `sqrt(hypot(x-(${b}), y-(${a})))*sin(atan2(y-(${a}), x-(${b}))/2)`,
      f: (x, y) => Math.sqrt(Math.hypot(x - b, y - a)) * Math.sin(Math.atan2(y - a, x - b) / 2),
      part: (x, y) => (x < b ? 0.6 * Math.sign(y - a) : 0)
    }
  },
  (r) => {
    const [a, b] = [r(0.7, 2), r(-2, 2)]
    return {
      formula: `mod(x, ${a})+${b}*y`,
      f: (x, y) => x - a * Math.floor(x / a) + b * y,
      part: (x) => Math.floor(x / a)
    }
  },
  (r) => {
    const a = r(-2, 2)
    return { formula: `sqrt(x+${a}*y)`, f: (x, y) => Math.sqrt(x + a * y), part: (x, y) => Number(x + a * y < 0) }
  },
  // Poles where f goes the same way on both sides: along slanted lines, along an ellipse, and at a point.
  (r) => {
    const [a, b, pole] = [r(-2, 2), r(-2, 2), poleOf(r)]
    return pole((x, y) => x - a * y - b, `x-(${a})*y-(${b})`)
  },
  (r) => {
    const [a, b, pole] = [r(0.5, 2), r(1, 9), poleOf(r)]
    return pole((x, y) => x * x + a * y * y - b, `x^2+${a}*y^2-${b}`)
  },
  (r) => {
    const [a, b, pole] = [r(-2, 2), r(-2, 2), poleOf(r)]
    return { ...pole((x, y) => Math.hypot(x - a, y - b), `hypot(x-(${a}), y-(${b}))`), part: () => 0 }
  },
  // Poles that what f is divided by only touches: u² as a sum, and a cosine.
  (r) => {
    const a = r(-2, 2)
    const [form, f] = touches[Math.floor(r(0, 0.999) * touches.length)] as (typeof touches)[number]
    return {
      formula: form(`(x^2-${2 * a}*x*y+${a * a}*y^2)`),
      f: (x, y) => f((x - a * y) ** 2, x),
      part: (x, y) => Math.sign(x - a * y)
    }
  },
  (r) => {
    const [a, b] = [r(-2, 2), r(-3, 3)]
    const [form, f] = touches[Math.floor(r(0, 0.999) * touches.length)] as (typeof touches)[number]
    return {
      formula: form(`(1-cos(x-(${a})*y-(${b})))`),
      f: (x, y) => f(2 * Math.sin((x - a * y - b) / 2) ** 2, x),
      part: (x, y) => Math.floor((x - a * y - b) / (2 * Math.PI))
    }
  },
  (r) => {
    const a = r(-1, 1)
    return { formula: `log(x*y-(${a}))`, f: (x, y) => Math.log(x * y - a), part: (x, y) => Number(x * y < a) }
  }
]

function cases(count: number): Case[] {
  const random = uniform(seed + 1)
  const between: Random = (low, high) => Number((low + (high - low) * random()).toFixed(3))
  return Array.from({ length: count }, (_, index) => {
    const family = families[index % families.length] as (typeof families)[number]
    const one = family(between)
    const size = 10 ** between(-0.3, 0.8)
    const [x, y] = [between(-2, 2), between(-2, 2)]
    return { ...one, x: { min: x - size, max: x + size }, y: { min: y - size, max: y + size } }
  })
}

type Pixel = readonly [number, number]
type Stroke = readonly [Pixel, Pixel]

const at = (range: Interval, share: number) => range.min + (range.max - range.min) * share

/** f on the fine grid, row by row. */
function fine({ f, x, y }: Case): Float64Array {
  const [columns, rows] = [width * parts, height * parts]
  return Float64Array.from({ length: (columns + 1) * (rows + 1) }, (_, k) =>
    f(at(x, (k % (columns + 1)) / columns), at(y, Math.floor(k / (columns + 1)) / rows))
  )
}

/**
 * Marching squares on the fine grid, in pixels: strokes from edge to edge, those of them that are not of a speck, and the
 * closed lines.
 */
function oracle(
  { f, part = () => 0, x, y }: Case,
  values: Float64Array,
  level: number
): { strokes: readonly Stroke[]; wanted: readonly Stroke[]; islands: readonly Island[] } {
  const [columns, rows] = [width * parts, height * parts]
  const labelOf = (k: number) => part(at(x, (k % (columns + 1)) / columns), at(y, Math.floor(k / (columns + 1)) / rows))
  const beside = new Map<number, number[]>()
  const place = new Map<number, Pixel>()
  const node = (a: number, b: number): number => {
    const share = (level - (values[a] as number)) / ((values[b] as number) - (values[a] as number))
    const [column, row] = [a % (columns + 1), Math.floor(a / (columns + 1))]
    const isUp = b - a > 1
    const key = 2 * a + Number(isUp)
    place.set(key, [(column + (isUp ? 0 : share)) / parts, (row + (isUp ? share : 0)) / parts])
    return key
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column
      const corners = [a, a + 1, a + columns + 2, a + columns + 1] as const
      const isHigh = corners.map((corner) => (values[corner] as number) >= level)
      if (isHigh.every(Boolean) || !isHigh.some(Boolean)) continue
      if (corners.some((corner) => areApart(labelOf(corner), labelOf(a)) || !Number.isFinite(values[corner]))) continue
      const sides = [
        [corners[0], corners[1]],
        [corners[1], corners[2]],
        [corners[3], corners[2]],
        [corners[0], corners[3]]
      ] as const
      const met = sides.flatMap(([from, to], side) =>
        (values[from] as number) >= level !== (values[to] as number) >= level ? [{ side, key: node(from, to) }] : []
      )
      const middle = f(at(x, (column + 0.5) / columns), at(y, (row + 0.5) / rows)) >= level
      // Sides 0 1, 2 3 cut off the corners 1 and 3; sides 3 0, 1 2 the other two.
      const order = met.length === 2 ? [0, 1] : middle === isHigh[0] ? [0, 1, 2, 3] : [3, 0, 1, 2]
      for (let index = 0; index < order.length; index += 2) {
        const [one, other] = [met[order[index] as number]?.key ?? 0, met[order[index + 1] as number]?.key ?? 0]
        beside.set(one, [...(beside.get(one) ?? []), other])
        beside.set(other, [...(beside.get(other) ?? []), one])
      }
    }
  }
  const islands: Island[] = []
  const seen = new Set<number>()
  const specks = new Set<number>()
  for (const start of beside.keys()) {
    if (seen.has(start)) continue
    const line = [start]
    seen.add(start)
    for (const key of line) {
      for (const next of beside.get(key) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        line.push(next)
      }
    }
    if (!line.every((key) => beside.get(key)?.length === 2)) continue
    const island = islandOf(line.map((key) => place.get(key) as Pixel))
    if (island.size > speck) islands.push(island)
    else for (const key of line) specks.add(key)
  }
  const strokes = [...beside].flatMap(([one, others]) =>
    others.flatMap((other) =>
      one < other ? [{ stroke: [place.get(one) as Pixel, place.get(other) as Pixel] as const, one }] : []
    )
  )
  const wanted = strokes.filter(({ one }) => !specks.has(one)).map(({ stroke }) => stroke)
  return { strokes: strokes.map(({ stroke }) => stroke), wanted, islands }
}

/** In pixels: a closed line no larger may lie between all samples. */
const speck = 2

/** A closed line: the longer side of the box around it in pixels, and whether all of it is well inside of the picture. */
interface Island {
  readonly places: readonly Pixel[]
  readonly size: number
  readonly isInside: boolean
}

function islandOf(places: readonly Pixel[]): Island {
  const side = (axis: 0 | 1) => Math.max(...places.map((at) => at[axis])) - Math.min(...places.map((at) => at[axis]))
  return { places, size: Math.max(side(0), side(1)), isInside: places.every(isInside) }
}

/** The distance of a place to the nearest of the strokes; those are sorted into pixels. */
function distanceTo(strokes: readonly Stroke[]): (at: Pixel) => number {
  const cells = new Map<string, Stroke[]>()
  for (const stroke of strokes) {
    const steps = Math.max(1, Math.ceil(Math.hypot(stroke[1][0] - stroke[0][0], stroke[1][1] - stroke[0][1])))
    const keys = Array.from({ length: steps + 1 }, (_, k) =>
      [0, 1]
        .map((axis) =>
          Math.floor(
            (stroke[0][axis] as number) + ((stroke[1][axis] as number) - (stroke[0][axis] as number)) * (k / steps)
          )
        )
        .join()
    )
    for (const key of new Set(keys)) cells.set(key, [...(cells.get(key) ?? []), stroke])
  }
  return ([x, y]) => {
    let least = Infinity
    for (const right of [-1, 0, 1]) {
      for (const up of [-1, 0, 1]) {
        for (const [from, to] of cells.get([Math.floor(x) + right, Math.floor(y) + up].join()) ?? []) {
          const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
          const share = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1)))
          least = Math.min(least, Math.hypot(from[0] + share * dx - x, from[1] + share * dy - y))
        }
      }
    }
    return least
  }
}

/** Whether no other line of its level is so near to an island that a pixel decides whether both are one. */
function isApart({ places }: Island, strokes: readonly Stroke[]): boolean {
  const own = new Set(places)
  const toOthers = distanceTo(strokes.filter(([from]) => !own.has(from)))
  return places.every((place) => toOthers(place) > tolerance)
}

const isInside = ([x, y]: Pixel) => x > 1 && y > 1 && x < width - 1 && y < height - 1

function drawn({ formula, x, y }: Case): GridSamples {
  const levels = { count: 12, spacing: 'auto' } as const
  const plan = { plane: planeOver([0, 1], [0, 0]), x, y, columns: width, rows: height, centred: true, levels }
  return sampleGrid(compile(formula, ['x', 'y']), plan)
}

const directions = Array.from(
  { length: 64 },
  (_, k): Pixel => [Math.cos((k * Math.PI) / 32), Math.sin((k * Math.PI) / 32)]
)
/** Looks on the way along each of the directions. */
const steps = 8

/**
 * Whether f passes a level within the tolerance of a place, on one side of all breaks: what tells of lines that lie between
 * a break and the fine grid.
 */
function passes({ f, part = () => 0, x, y }: Case, [right, up]: Pixel, level: number): boolean {
  const plane = ([i, j]: Pixel) => [at(x, i / width), at(y, j / height)] as const
  const ranges = new Map<Part, readonly [number, number]>()
  const note = (pixel: Pixel) => {
    const value = f(...plane(pixel))
    const label = part(...plane(pixel))
    const [low, high] = ranges.get(label) ?? [Infinity, -Infinity]
    if (!Number.isNaN(value)) ranges.set(label, [Math.min(low, value), Math.max(high, value)])
  }
  /** Notes what f is on both sides of where the part changes between two places. */
  const noteBetween = (from: Pixel, to: Pixel) => {
    let [low, high] = [from, to]
    const before = part(...plane(from))
    if (before === part(...plane(to))) return
    for (let halving = 0; halving < 40; halving++) {
      const middle: Pixel = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2]
      if (part(...plane(middle)) === before) low = middle
      else high = middle
    }
    for (const end of [low, high]) note(end)
  }
  // An island may be smaller than the first step away from it.
  note([right, up])
  const place = (direction: number, step: number): Pixel => {
    const [dx, dy] = directions[direction % directions.length] as Pixel
    return [right + (tolerance * dx * step) / steps, up + (tolerance * dy * step) / steps]
  }
  for (const direction of directions.keys()) {
    for (let step = 1; step <= steps; step++) {
      note(place(direction, step))
      noteBetween(place(direction, step - 1), place(direction, step))
      noteBetween(place(direction, step), place(direction + 1, step))
    }
  }
  return [...ranges.values()].some(([low, high]) => low <= level && level <= high)
}

/** In pixels: how far a line has to be on both sides of a break to have crossed it. */
const beyond = 0.15

/** Places along a line, as near to one another as a line may be to a break. */
const along = (line: readonly Pixel[]): Pixel[] =>
  line.slice(1).flatMap((to, k) => {
    const from = line[k] as Pixel
    const count = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / beyond)
    return Array.from({ length: count + 1 }, (_, step): Pixel => {
      const share = step / Math.max(1, count)
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    })
  })

/** Compares all lines of a picture with the oracle. */
function judge(one: Case, { levels, lines }: GridSamples): Judgement {
  const { part = () => 0, x, y } = one
  const name = `${one.formula} over ${x.min} … ${x.max}, ${y.min} … ${y.max}`
  const pixelOf = (line: Float64Array): Pixel[] =>
    Array.from({ length: line.length / 2 }, (_, k) => [
      (((line[2 * k] as number) - x.min) / (x.max - x.min)) * width,
      (((line[2 * k + 1] as number) - y.min) / (y.max - y.min)) * height
    ])
  const partAt = ([right, up]: Pixel) => part(at(x, right / width), at(y, up / height))
  const partsAround = ([right, up]: Pixel, far: number) =>
    new Set([-far, 0, far].flatMap((i) => [-far, 0, far].map((j) => partAt([right + i, up + j])))).size
  /** The first place at which a line has left the part of the plane in which it was; not where breaks meet or end. */
  const crossingOf = (line: readonly Pixel[]): Pixel | undefined => {
    let last: Part | undefined
    return along(line).find((place) => {
      if (!isInside(place) || partsAround(place, beyond) > 1) return false
      const before = last
      last = partAt(place)
      return before !== undefined && areApart(before, last) && partsAround(place, tolerance) <= 2
    })
  }
  const values = fine(one)
  for (const [index, level] of levels.values.entries()) {
    const expected = oracle(one, values, level)
    const own = (lines[index] ?? []).map(pixelOf)
    const strokes = own.flatMap((line) => line.slice(1).map((to, k): Stroke => [line[k] as Pixel, to]))
    const toOwn = distanceTo(strokes)
    const toExpected = distanceTo(expected.strokes)
    for (const [from, to] of expected.wanted) {
      const middle: Pixel = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
      if (!isInside(middle) || partsAround(middle, tolerance) > 1) continue
      if (toOwn(middle) > tolerance) return { wrong: `${name}: no line of ${level} near pixel ${middle}` }
    }
    for (const place of own.flatMap(along)) {
      if (isInside(place) && toExpected(place) > tolerance && !passes(one, place, level)) {
        return { wrong: `${name}: a line of ${level} at pixel ${place} that f does not have` }
      }
    }
    if (one.part) {
      const crossing = own.map(crossingOf).find(Boolean)
      if (crossing) return { wrong: `${name}: the line of ${level} crosses a break at pixel ${crossing}` }
    }
    const closed = own.filter((line) => line[0]?.every((at, axis) => at === line.at(-1)?.[axis])).map(islandOf)
    // One near the edge of the picture may be closed for one of both only.
    const hasMore = (some: readonly Island[], all: readonly Stroke[], others: readonly Island[]) => {
      const certain = some.filter(({ size, isInside }) => isInside && size > 3)
      const most = others.filter(({ size }) => size > speck).length
      return certain.length > most && certain.filter((island) => isApart(island, all)).length > most
    }
    if (hasMore(closed, strokes, expected.islands) || hasMore(expected.islands, expected.strokes, closed)) {
      return { wrong: `${name}: ${closed.length} islands of ${level}, not ${expected.islands.length}` }
    }
  }
  return 'right'
}

it('contours are those of a grid ten times finer, and end at breaks', { timeout: 600_000 }, () => {
  const check = { check: 'contour lines', oracle: 'marching squares on a 10 × finer grid' }
  const { wrong } = tally(check, cases(trials(families.length, 240)), (one) => judge(one, drawn(one)))
  expect(wrong).toEqual([])
})

it('the oracle sees a line moved by 1.5 pixels and a small island left out', { timeout: 60_000 }, () => {
  const [rosenbrock] = cases(1) as [Case]
  const moved = drawn(rosenbrock)
  const unit = (rosenbrock.x.max - rosenbrock.x.min) / width
  const shift = (line: Float64Array) => line.map((at, k) => (k % 2 === 0 ? at + 1.5 * unit : at))
  expect(judge(rosenbrock, moved)).toBe('right')
  expect(judge(rosenbrock, { ...moved, lines: moved.lines.map((some) => some.map(shift)) })).not.toBe('right')

  const range = { min: -4.1, max: 4.3 }
  const bowl: Case = { formula: 'x^2+y^2+y', f: (x, y) => x * x + y * y + y, x: range, y: range }
  const whole = drawn(bowl)
  expect(judge(bowl, whole)).toBe('right')
  const extentOf = (line: Float64Array) => {
    if (line[0] !== line.at(-2) || line[1] !== line.at(-1)) return Infinity
    const across = line.filter((_, k) => k % 2 === 0)
    return ((Math.max(...across) - Math.min(...across)) / (range.max - range.min)) * width
  }
  const least = Math.min(...whole.lines.flat().map(extentOf))
  expect(least).toBeGreaterThan(3)
  expect(least).toBeLessThan(6)
  const rest = whole.lines.map((some) => some.filter((line) => extentOf(line) > least))
  expect(judge(bowl, { ...whole, lines: rest })).not.toBe('right')
})

it('the oracle sees a line over a break or a pole, and one along it', { timeout: 60_000 }, () => {
  const [x, y] = [
    { min: -1.9, max: 2.6 },
    { min: -2.3, max: 2.1 }
  ]
  // A step so low that both sides have lines of a level near one another.
  const stair: Case = {
    formula: 'floor(x)/30+y',
    f: (x, y) => Math.floor(x) / 30 + y,
    part: (x) => Math.floor(x),
    x,
    y
  }
  const pole: Case = { formula: 'y/(x-1)', f: (x, y) => y / (x - 1), part: (x) => Math.sign(x - 1), x, y }
  const unit = (x.max - x.min) / width
  for (const one of [stair, pole]) {
    const picture = drawn(one)
    expect(judge(one, picture)).toBe('right')
    const withLine = (line: (level: number) => readonly number[]) => {
      const lines = picture.lines.map((some, k) => [
        ...some,
        Float64Array.from(line(picture.levels.values[k] as number))
      ])
      return judge(one, { ...picture, lines })
    }
    const height = (level: number) => (one === stair ? level : 0)
    const across = withLine((level) => [1 - 0.75 * unit, height(level), 1 + 0.75 * unit, height(level)])
    expect(across).toMatchObject({ wrong: expect.stringContaining('crosses a break') })
    const beside = withLine(() => [1 + 0.2 * unit, -1.5, 1 + 0.2 * unit, 1.5])
    expect(beside).toMatchObject({ wrong: expect.stringContaining('that f does not have') })
  }
})
