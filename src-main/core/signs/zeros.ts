/** Bounds of a function and of its derivative over an interval; NaN: unknown. */
export interface Bounds {
  readonly low: number
  readonly high: number
  readonly slopeLow: number
  readonly slopeHigh: number
}

export type ProvedSign = '+' | '-' | '0' | '?'

/** An interval over which a function has one sign, is 0, or is undecided; of width 0: a simple zero. */
export interface SignInterval {
  readonly from: number
  readonly to: number
  readonly sign: ProvedSign
}

export interface Search {
  readonly bounds: (from: number, to: number) => Bounds
  /** The function, computed in doubles. */
  readonly value: (x: number) => number
  /** The minimum width of intervals that are subdivided. */
  readonly minWidth: number
  /** Signed intervals among undecided ones count as undecided, if these together are not wider. */
  readonly sliverWidth: number
  /** Whether the budget of evaluations is spent. */
  readonly isSpent: () => boolean
  /** The maximum number of zeros. */
  readonly maxZeros: number
}

/** An irregular fraction: zeros of formulas are often round numbers, at which no interval should end. */
const splitFraction = 0.4719

interface Box {
  readonly from: number
  readonly to: number
}

/**
 * The signs of a function from `from` to `to` on adjacent intervals, each of them proved: its bounds exclude 0, or by
 * the mean value theorem it cannot reach 0, or it is monotone between two values of proved sign. Intervals of minimum
 * width for which none of this holds are `?`. The widest intervals are subdivided first, so that the budget is spent
 * where it is needed. (The test for a simple zero is Moore's; Neumaier, Interval Methods for Systems of Equations,
 * chapter 5.) Null if there are too many zeros.
 */
export function signsOver(search: Search, from: number, to: number): readonly SignInterval[] | null {
  const found: SignInterval[] = []
  let boxes: readonly Box[] = [{ from, to }]
  while (boxes.length > 0) {
    const rest: Box[] = []
    for (const box of boxes) {
      const told = signsOfBox(search, box)
      if (told) found.push(...told)
      else {
        const middle = box.from + splitFraction * (box.to - box.from)
        rest.push({ from: box.from, to: middle }, { from: middle, to: box.to })
      }
    }
    if (found.filter(isZero).length > search.maxZeros) return null
    boxes = rest
  }
  const joined = merged(
    found.sort((a, b) => a.from - b.from || a.to - b.to),
    search.sliverWidth
  )
  return joined.length > 4 * search.maxZeros ? null : joined
}

export const isZero = ({ from, to, sign }: SignInterval): boolean => from === to && sign === '0'

/** The signs over an interval if they can be proved; otherwise null. */
function signsOfBox(search: Search, { from, to }: Box): readonly SignInterval[] | null {
  const all = (sign: ProvedSign): readonly SignInterval[] => [{ from, to, sign }]
  if (search.isSpent()) return all('?')
  const box = search.bounds(from, to)
  if (box.low > 0) return all('+')
  if (box.high < 0) return all('-')
  if (box.low === 0 && box.high === 0) return all('0')
  const [left, right] = [signAt(search, from), signAt(search, to)]
  if (box.slopeLow > 0 || box.slopeHigh < 0) {
    const isTold = [left, right].every((sign) => sign === '+' || sign === '-')
    if (isTold && left === right) return all(left)
    if (isTold) {
      const zero = bisected(search, from, to)
      return [
        { from, to: zero, sign: left },
        { from: zero, to: zero, sign: '0' },
        { from: zero, to, sign: right }
      ]
    }
  }
  const middle = from + splitFraction * (to - from)
  const around = signAround(search, middle, { from, to }, box)
  if (around) return all(around)
  // Not even single values have a provable sign, because of their rounding.
  const isBlind = [left, right, signAt(search, middle)].every((sign) => sign === '?')
  return isBlind || to - from <= search.minWidth || !(middle > from && middle < to) ? all('?') : null
}

/** The proved sign of a single value. */
export function signAt(search: Pick<Search, 'bounds'>, x: number): ProvedSign {
  const { low, high } = search.bounds(x, x)
  return low > 0 ? '+' : high < 0 ? '-' : low === 0 && high === 0 ? '0' : '?'
}

/** The sign by the mean value theorem: the value in the middle and the maximum change. */
function signAround(
  search: Search,
  middle: number,
  { from, to }: Box,
  { slopeLow, slopeHigh }: Bounds
): ProvedSign | null {
  const steepest = Math.max(Math.abs(slopeLow), Math.abs(slopeHigh))
  const change = steepest * Math.max(to - middle, middle - from) * (1 + 2 ** -48)
  if (!(change < Number.POSITIVE_INFINITY)) return null
  const here = search.bounds(middle, middle)
  return here.low > change ? '+' : here.high < -change ? '-' : null
}

/**
 * Merges adjacent intervals of the same sign; and slivers between undecided ones, whose signs were proved by luck of
 * rounding.
 */
function merged(all: readonly SignInterval[], sliverWidth: number): readonly SignInterval[] {
  const joined: SignInterval[] = []
  for (const next of all) {
    const last = joined.at(-1)
    const isWide = last && last.from < last.to && next.from < next.to
    if (isWide && last.sign === next.sign) joined[joined.length - 1] = { ...last, to: next.to }
    else joined.push(next)
    if (next.sign !== '?') continue
    const before = joined.findLastIndex(({ sign }, i) => sign === '?' && i < joined.length - 1)
    const first = joined[before]
    if (first && next.to - first.from <= sliverWidth)
      joined.splice(before, joined.length, { from: first.from, to: next.to, sign: '?' })
  }
  return joined
}

/** The zero between two values of different signs, by bisection down to neighbouring doubles. */
function bisected({ bounds, value }: Search, from: number, to: number): number {
  // If the bounds do not decide, the sign of the computed value.
  const signOf = (x: number) => {
    const { low, high } = bounds(x, x)
    return low > 0 ? 1 : high < 0 ? -1 : Math.sign(value(x))
  }
  let [low, high] = [from, to]
  const sign = signOf(low)
  for (;;) {
    const middle = low + (high - low) / 2
    if (!(middle > low && middle < high)) return low
    const here = signOf(middle)
    if (here === 0) return middle
    if (here === sign) low = middle
    else high = middle
  }
}
