import { distance, norm } from './norm'

/** How the end of a run moves, from its last points alone. */
export interface Pace {
  /** A coordinate went, came back and went again. */
  readonly oscillates: boolean
  /** Oscillating, but by less and less, or around a sinking middle; not by more and more. */
  readonly calms: boolean
  /** Goes farther and farther while f rises. */
  readonly grows: boolean
  /** Its steps become shorter by far. */
  readonly slows: boolean
  /** How many times longer each step is than the one before, on average; null with fewer than two steps. */
  readonly factor: number | null
  /** The way travelled. */
  readonly length: number
}

/** A coordinate that has less than this part in a way does not swing: it may tremble, or follow a bent valley … */
const share = 0.2
/** … nor does one that comes back by less than this of the way there, or goes there by less than it comes back. */
const alike = 0.2
/** Coming back once may be a landing; coming back twice is oscillating. */
const fewestTurns = 2
/** From one part of the tail to the next the longest step shrinks at least to this … */
const shrinking = 0.99
/** … or from the first part to the last to this. */
const halved = 0.5
/** The last drop of the highest f, beside the whole drop: less is settling down to an oscillation that stays. */
const stillFalling = 0.01
/** The whole drop, beside all between the lowest and the highest f: less is where an oscillation happened to be met. */
const sinking = 0.05
/** A way on, beside all that is travelled: two swings, from one end to the other, are a quarter. */
const gettingOn = 0.3
/** Steps grow if each is longer than the one before by at least this factor. */
const growing = 1.001

/** `points`: consecutive points, oldest first; `values`: f at them. */
export function paceOf(points: readonly Float64Array[], values: readonly number[]): Pace {
  const moves = points.slice(1).map((point, i) => point.map((coordinate, j) => coordinate - (points[i]?.[j] ?? 0)))
  const lengths = moves.map(norm)
  const longest = parts(lengths).map((part) => Math.max(...part))
  const after = values.slice(1)
  const highest = parts(after).map((part) => Math.max(...part))
  const factor = growthFactor(lengths)
  const length = lengths.reduce((sum, length) => sum + length, 0)
  const oscillates = turns(moves) >= fewestTurns
  return {
    oscillates,
    calms:
      oscillates &&
      !rises(longest) &&
      (shrinks(longest) ||
        sinks(highest, Math.max(...after) - Math.min(...after)) ||
        (falls(highest) && advance(points) >= gettingOn * length)),
    grows: factor !== null && factor > growing && rises(longest) && rises(highest),
    slows: (longest.at(-1) ?? 0) <= halved * (longest[0] ?? 0),
    factor,
    length
  }
}

/** From the first of the points to the last, straight. */
function advance(points: readonly Float64Array[]): number {
  const [first, last] = [points[0], points.at(-1)]
  return first && last ? distance(first, last) : 0
}

/** The most turns of any coordinate: from one swing to another that is like it. */
function turns(moves: readonly Float64Array[]): number {
  const dimension = moves[0]?.length ?? 0
  let most = 0
  for (let i = 0; i < dimension; i++) {
    const ways = swings(moves, i)
    const isTurn = (way: Swing, before: Swing | undefined) =>
      before !== undefined && isSwing(way) && isSwing(before) && isLike(way.along, before.along)
    most = Math.max(most, ways.filter((way, k) => isTurn(way, ways[k - 1])).length)
  }
  return most
}

/** The way made while a coordinate goes on to the same side. */
interface Swing {
  /** How far that coordinate goes, without its sign. */
  readonly along: number
  /** How far the point goes. */
  readonly way: number
}

function swings(moves: readonly Float64Array[], axis: number): Swing[] {
  const ways: Float64Array[] = []
  for (const move of moves) {
    const side = move[axis] as number
    const way = ways.at(-1)
    if (!way || side * (way[axis] as number) < 0) ways.push(move.slice())
    else for (let i = 0; i < way.length; i++) way[i] = (way[i] as number) + (move[i] as number)
  }
  return ways.map((way) => ({ along: Math.abs(way[axis] as number), way: norm(way) }))
}

const isSwing = ({ along, way }: Swing) => along >= share * way && way > 0
const isLike = (one: number, other: number) => Math.min(one, other) >= alike * Math.max(one, other)

/** Up to four parts of equal length (the last takes the rest), each of at least two numbers if there are that many. */
function parts(numbers: readonly number[]): number[][] {
  const count = Math.max(1, Math.min(4, Math.floor(numbers.length / 2)))
  const length = Math.floor(numbers.length / count)
  return Array.from({ length: count }, (_, i) =>
    numbers.slice(i * length, i === count - 1 ? undefined : (i + 1) * length)
  )
}

const pairwise = (numbers: readonly number[], holds: (before: number, after: number) => boolean) =>
  numbers.length > 1 && numbers.slice(1).every((after, i) => holds(numbers[i] ?? Number.NaN, after))

const rises = (numbers: readonly number[]) => pairwise(numbers, (before, after) => after > before)
const falls = (numbers: readonly number[]) => pairwise(numbers, (before, after) => after < before)

function shrinks(longest: readonly number[]): boolean {
  const [first = 0] = longest
  const last = longest.at(-1) ?? 0
  return (
    pairwise(longest, (before, after) => after <= shrinking * before) || (longest.length > 1 && last <= halved * first)
  )
}

function sinks(highest: readonly number[], range: number): boolean {
  const drop = (highest[0] ?? 0) - (highest.at(-1) ?? 0)
  const last = (highest.at(-2) ?? 0) - (highest.at(-1) ?? 0)
  return falls(highest) && last >= stillFalling * drop && drop >= sinking * range
}

/**
 * The longest step of the second half against that of the first: exact where each step is a fixed multiple of the
 * one before, and sensible where growth comes in waves, as with momentum.
 */
function growthFactor(lengths: readonly number[]): number | null {
  const half = Math.floor(lengths.length / 2)
  const before = Math.max(...lengths.slice(0, half))
  const after = Math.max(...lengths.slice(half))
  return half > 0 && before > 0 ? (after / before) ** (1 / (lengths.length - half)) : null
}
