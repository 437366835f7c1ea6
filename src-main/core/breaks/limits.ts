/** f beside a place. */
export interface Rung {
  /** How far from the place, with its sign. */
  readonly step: number
  readonly value: number
  readonly slope: number
}

/** What is approached, and how far it may be off. */
export interface Limit {
  readonly value: number
  readonly error: number
  /** How far the nearest height is from it that is known to approach it. */
  readonly left: number
  /** Whether there are nearer ones, lost in rounding. */
  readonly isLost: boolean
}

/** f or f′ on the rungs, and how far rounding was seen to move it there. */
export interface Approach {
  readonly heights: readonly number[]
  readonly noise: readonly number[]
  /** Of f: how far its change since the rung before is from what f′ foretells. Of f′ nothing foretells it. */
  readonly residues: readonly number[]
  /** Whether what happens between a rung and the one before is what f′ says. */
  readonly isTrue: readonly boolean[]
  /** How far they may be led away for the place's own rounding: sin(x)/(x − π) is infinite beside π. */
  readonly drift: readonly number[]
  /** What is not larger is none, whatever it is relative to the others: all of it may be rounding. */
  readonly nothing: number
  /** How far from the heights before is one where rounding sets in, at most, relative to them. */
  readonly gentle: number
}

/** Times the change between two rungs: the rule for the integral of f′ is off by less for any power from x⁻² to x⁴. */
const rough = 0.3
/** Relative: what is lost of a value without harm to a limit that is told. */
const harmless = 2 ** -24
/** Relative: changes are below rounding, and nothing can be seen from them. */
const unseen = 2 ** -48
/** Relative to the heights just before: what moves more has not settled … */
const settled = 2 ** -19
/** … and what rounding moves more is not known. */
const known = 2 ** -14
/** So many rungs are just before. */
const before = 16

/**
 * f and f′ as they approach the place, the nearest rung last, with what of it can be believed: between two rungs f has
 * to change by the integral of f′. Where it does not, either it wriggles faster than the rungs or, farther in, only
 * the rounding of both is left – and that need not look like noise: (x − sin x)/x³ ends in nothing but zeros. `blur`:
 * of the place.
 */
export function approaches(
  rungs: readonly Rung[],
  blur: number
): { readonly values: Approach; readonly slopes: Approach } {
  const sizes = rungs.map(({ value }) => Math.abs(value)).filter(Number.isFinite)
  const nothing = (unseen * Math.max(0, ...sizes)) / Math.abs((rungs[0] as Rung).step)
  const values = {
    heights: rungs.map(({ value }) => value),
    noise: [0],
    residues: [0],
    isTrue: [false],
    drift: [0],
    nothing: 0,
    gentle: 2 ** -8
  }
  const slopes = {
    heights: rungs.map(({ slope }) => slope),
    noise: [0],
    residues: [],
    isTrue: [false],
    drift: [0],
    nothing,
    gentle: 2
  }
  for (let k = 1; k < rungs.length; k++) {
    const [far, near] = [rungs[k - 1] as Rung, rungs[k] as Rung]
    const width = far.step - near.step
    const change = far.value - near.value
    const straight = (width * (far.slope + near.slope)) / 2
    const bent = (Math.log(far.step / near.step) * (far.slope * far.step + near.slope * near.step)) / 2
    const residue = Math.min(Math.abs(change - straight), Math.abs(change - bent))
    const seen = Math.max(Math.abs(change), Math.abs(straight))
    const height = largest(values.heights, k - before, k)
    const drift = (4 * Math.abs(near.value) * blur) / Math.abs(near.step)
    values.drift.push(drift)
    slopes.drift.push(drift / Math.abs(near.step))
    const isExact = residue <= rough * seen
    values.noise.push(residue)
    values.residues.push(residue)
    const blurred = 2 ** -51 * Math.max(Math.abs(far.value), Math.abs(near.value))
    slopes.noise.push((2 * (residue + blurred)) / Math.abs(width))
    values.isTrue.push(isExact || residue <= harmless * height)
    slopes.isTrue.push(isExact || (seen <= unseen * height && Number.isFinite(near.slope)))
  }
  return { values, slopes }
}

/** What is approached: ±∞ where it grows without bound; null where that cannot be told, or only slowly. */
export function limitOf(approach: Approach, steps: readonly number[]): Limit | null {
  const { heights } = approach
  let told: Limit | null = null
  let last: number | undefined
  for (const [start, end] of stretchesOf(approach)) {
    // Rounding takes many rungs to eat up what there is, and is all there is farther in; another piece begins at once.
    const isDeep = Math.abs(steps[start] as number) < deep * Math.abs(steps[0] as number)
    if (last !== undefined && (isDeep || start - last > fewRungs)) break
    if (!isBelieved(approach, start, end)) continue
    const isLarge =
      Math.abs(heights[end] as number) >
      Math.max(towering * largest(heights, start, start + 2), approach.drift[end] as number)
    const found = isLarge ? null : settledIn(approach, steps, start, end)
    const isInfinite = !isDrift(approach, end) && growsIn(approach, start, end)
    told = found ?? (isInfinite ? infinite(heights[end] as number) : told)
    last = end
  }
  return told ?? vanishing(approach) ?? overflow(heights) ?? squeezed(heights)
}

/** Whether what grows there may be the place's own rounding, and grows as that does: so does the slope of cos(x)/(x − π/2). */
function isDrift({ heights, drift }: Approach, end: number): boolean {
  const [last, first] = [end, end - 4].map((k) => [Math.abs(heights[k] as number), drift[k] as number] as const)
  if (!last || !first || last[0] > last[1]) return false
  return last[0] / first[0] > (last[1] / first[1]) ** 0.75
}

/** 0, if nothing is seen but rounding: of (3x − 0.9)/(x − 0.3), which is 3, the slope is never quite 0. */
function vanishing({ heights, drift, nothing }: Approach): Limit | null {
  const isNone = heights.every((height, k) => Math.abs(height) <= nothing + (drift[k] as number))
  return isNone ? { value: 0, error: nothing, left: nothing, isLost: true } : null
}

/**
 * Whether a stretch is more than a few rungs between waves that happened to agree: it is long, or rounding ends it, which
 * sets in gently. Not if waves are what ends it.
 */
function isBelieved(approach: Approach, start: number, end: number): boolean {
  const { heights, gentle } = approach
  const count = end - start + 1
  if (isWavy(approach, end)) return false
  if (count >= Math.min(16, heights.length / 2)) return true
  if (end === heights.length - 1) return count >= 12
  const scale = largest(heights, Math.max(start, end - before), end)
  return Math.abs((heights[end + 1] as number) - (heights[end] as number)) <= gentle * scale
}

/**
 * Whether what comes after a stretch are waves, as those of cos(0.001/x): f does by far less between two rungs than f′
 * foretells, since that is for ever undone. Rounding leaves both of the same size, whatever it leaves.
 */
function isWavy({ heights, residues }: Approach, end: number): boolean {
  const later = heights.slice(end + 1).map((height) => Math.abs(height - (heights[end] as number)))
  const size = Math.max(0, ...later)
  const foretold = residues.slice(end + 1 + (later.length >> 1)).sort((a, b) => a - b)
  return (foretold[foretold.length >> 1] ?? 0) > undone * size
}

const undone = 64
/** Relative to the first distance. */
const deep = 2 ** -22
const fewRungs = 3
/** Times the first heights: what has grown so much settles on nothing. */
const towering = 2 ** 10

const infinite = (height: number): Limit => ({
  value: Math.sign(height) * Number.POSITIVE_INFINITY,
  error: 0,
  left: Number.POSITIVE_INFINITY,
  isLost: false
})

const fewest = 5

/** Stretches of rungs, from one to another, that can be believed, the farthest first. */
function stretchesOf({ heights, isTrue }: Approach): [start: number, end: number][] {
  const stretches: [number, number][] = []
  let start = 0
  for (let k = 1; k <= heights.length; k++) {
    if (k < heights.length && isTrue[k] && Number.isFinite(heights[k]) && Number.isFinite(heights[k - 1])) continue
    if (k - start >= fewest) stretches.push([start, k - 1])
    start = k
  }
  return stretches
}

/** What a stretch settles on, from as near as it does. */
function settledIn(approach: Approach, steps: readonly number[], start: number, end: number): Limit | null {
  const { heights, noise, drift } = approach
  const rounding = roundings(noise, start, end)
  const limit = (value: number, error: number): Limit => {
    return { value, error, left: Math.abs((heights[end] as number) - value), isLost: end < heights.length - 1 }
  }
  const height = heights[end] as number
  if (heights.slice(start, end).every((other) => other === height)) return limit(height, 2 ** -48 * Math.abs(height))
  const columns = extrapolations(heights, steps, start, end)
  const limitAt = (k: number): Limit | null => {
    const scale = largest(heights, Math.max(start, k - before), k)
    let best: Limit | null = null
    for (const column of columns) {
      const [value, last, first] = [column[k - start], column[k - start - 1], column[k - start - 2]]
      if (value === undefined || last === undefined || first === undefined) continue
      const away = 2 * Math.max(Math.abs(value - last), Math.abs(last - first))
      const lost = 2 ** -48 * scale + (rounding[k - start] as number) + (drift[k] as number)
      const isSettled = away <= settled * scale && lost <= known * scale
      if (isSettled && !(best && best.error <= away + lost)) best = limit(value, away + lost)
    }
    return scale === 0 ? limit(0, 0) : best
  }
  for (let k = end; k >= start + 2; k--) {
    const found = limitAt(k)
    if (!found) continue
    // Nothing nearer may lead away from it, but rounding.
    const off = Math.abs((heights[k] as number) - found.value) + 8 * found.error
    const isKept = heights.slice(k, end + 1).every((height, i) => {
      return Math.abs(height - found.value) <= off + (drift[k + i] as number) + 8 * (rounding[k + i - start] as number)
    })
    return isKept ? bestFrom(found, k, start, limitAt) : null
  }
  return null
}

/** What rounding may do to each rung: no more than it is seen to do on three farther in, since it does ever more. */
function roundings(noise: readonly number[], start: number, end: number): readonly number[] {
  const levels: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (let k = end; k >= start; k--) {
    const from = Math.max(start + 1, Math.min(k, end - 2))
    least = Math.min(least, Math.max(...noise.slice(from, from + 3)))
    levels.push(least)
  }
  return levels.reverse()
}

/** The limit as it is known best, from rungs farther away that agree with it. */
function bestFrom(found: Limit, k: number, start: number, limitAt: (k: number) => Limit | null): Limit {
  let best = found
  for (let i = k - 1; i >= start + 2; i--) {
    const other = limitAt(i)
    if (!other) continue
    if (Math.abs(other.value - best.value) > 8 * (other.error + best.error)) break
    if (other.error < best.error) best = other
  }
  return best
}

const mostColumns = 6

/**
 * The heights themselves; without the first power of the distance, the first two …, by Neville's rule; and without any
 * one power, be it broken, by Aitken's. Each from `start` on, undefined where too few rungs are before.
 */
function extrapolations(heights: readonly number[], steps: readonly number[], start: number, end: number) {
  const columns: (number | undefined)[][] = [heights.slice(start, end + 1)]
  for (let power = 1; power < mostColumns; power++) {
    const last = columns[power - 1] as (number | undefined)[]
    columns.push(
      last.map((height, i) => {
        const previous = last[i - 1]
        if (i < power || height === undefined || previous === undefined) return undefined
        return height + (height - previous) / ((steps[start + i - power] as number) / (steps[start + i] as number) - 1)
      })
    )
  }
  columns.push(columns[0]?.map((_, i) => (i < 2 ? undefined : withoutPower(heights, start + i))) ?? [])
  return columns
}

/** Steps that shrink more slowly than that from one rung to the next lead nowhere near. */
const slowest = 0.95

function withoutPower(heights: readonly number[], k: number): number | undefined {
  const [a, b, c] = [heights[k - 2] as number, heights[k - 1] as number, heights[k] as number]
  const ratio = (c - b) / (b - a)
  return Math.abs(ratio) < slowest ? c + ((c - b) * ratio) / (1 - ratio) : undefined
}

/** Whether the heights of a stretch grow to its end as those of a power or of a logarithm do. */
function growsIn({ heights }: Approach, start: number, end: number): boolean {
  const isLost = end < heights.length - 1
  const last = isLost ? end - 2 : end
  const height = heights[last] as number
  // Growth is no rounding that grows: what was before is not larger, what comes after not small.
  const initial = largest(heights, start, start + 2)
  const middle = Math.sqrt(initial) * Math.sqrt(Math.abs(height))
  if (largest(heights, 0, start) > 64 * Math.max(initial, largest(heights, 0, 2))) return false
  const isKept = heights.slice(end + 1).every((later) => !(Math.abs(later) < middle))
  return isKept && (growsLikePower(heights, start, last) || growsLikeLogarithm(heights, start, last))
}

const many = 12

function growsLikePower(heights: readonly number[], start: number, last: number): boolean {
  const first = Math.max(start, last - many)
  if (last - first < 6) return false
  const ratios = ratiosOf(heights, first, last)
  const height = heights[last] as number
  const grown = Math.abs(height) / Math.abs(heights[Math.max(first, last - 8)] as number)
  const [begin = 0, final = 0] = [ratios[0], ratios.at(-1)]
  const isOutward = (height - (heights[last - 1] as number)) * height > 0
  return isOutward && grown >= 1.3 && ratios.every((ratio) => ratio >= 1) && final - 1 >= (begin - 1) / 2
}

function growsLikeLogarithm(heights: readonly number[], start: number, last: number): boolean {
  const [first, end] = [last - 18, last - 4]
  if (first < start) return false
  const isOutward = ((heights[end] as number) - (heights[end - 1] as number)) * (heights[end] as number) > 0
  return isOutward && ratiosOf(heights, first, end).every((ratio) => Math.abs(ratio - 1) <= 2 ** -12)
}

/** By how much each change is larger than the one before. */
function ratiosOf(heights: readonly number[], first: number, last: number): number[] {
  const ratios: number[] = []
  for (let k = first + 2; k <= last; k++) {
    const [a, b, c] = [heights[k - 2] as number, heights[k - 1] as number, heights[k] as number]
    ratios.push((c - b) / (b - a))
  }
  return ratios
}

/** ∞, if heights grow beyond all numbers there are. */
function overflow(heights: readonly number[]): Limit | null {
  const last = heights.at(-1) as number
  if (Math.abs(last) !== Number.POSITIVE_INFINITY) return null
  const first = heights.findLastIndex((height) => height !== last) + 1
  const grown = heights.slice(Math.max(0, first - 3), first)
  if (first === 0 || grown.length < 2) return null
  const grows = grown.every((height, i) => height * last > 0 && !(Math.abs(height) <= Math.abs(grown[i - 1] ?? 0)))
  return grows ? infinite(last) : null
}

/** ∞, if f is flat wherever it is looked at, as round(1/x) is, and yet grows as a power does. */
export function staircase(rungs: readonly Rung[]): Limit | null {
  const heights = rungs.slice(-24).map(({ value }) => value)
  const last = heights.length - 1
  if (last < 23 || !rungs.slice(-24).every(({ value, slope }) => Number.isFinite(value) && slope === 0)) return null
  const grown = Math.abs(heights[last] as number) / Math.abs(heights[0] as number)
  return grown > 2 ** 8 && growsLikePower(heights, 0, last) ? infinite(heights[last] as number) : null
}

/** What the heights close in upon, however they wriggle: those of each quarter are nearer to it than those before. */
function squeezed(heights: readonly number[]): Limit | null {
  const last = heights.at(-1) as number
  if (heights.length < 24 || !heights.every(Number.isFinite)) return null
  const quarter = Math.floor(heights.length / 4)
  const widths = [0, 1, 2, 3].map((i) => {
    return Math.max(...heights.slice(i * quarter, (i + 1) * quarter).map((height) => Math.abs(height - last)))
  })
  const isClosing = widths.every((width, i) => i === 0 || width <= (widths[i - 1] as number) / 8)
  const [first = 0, final = 0] = [widths[0], widths[3]]
  if (!isClosing || !(final <= 2 ** -14 * first)) return null
  const nearest = Math.max(...heights.slice(-fewest).map((height) => Math.abs(height - last)))
  return { value: last, error: 2 * nearest, left: final, isLost: false }
}

/** The largest size among heights from one index to another, both included. */
function largest(heights: readonly number[], from: number, to: number): number {
  let size = 0
  for (let k = Math.max(0, from); k <= Math.min(to, heights.length - 1); k++) {
    const height = Math.abs(heights[k] as number)
    if (height > size && height < Number.POSITIVE_INFINITY) size = height
  }
  return size
}
