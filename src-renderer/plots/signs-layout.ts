import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import type { Form, SignColumn, SignGap, SignPlace } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { roughWidth } from './labels'

/** CSS pixels: letters, around them, and the least width of a gap and of a place. */
const [size, around, leastGap, leastPlace] = [13, 14, 30, 34]

/** A number in closed form, or to 4 digits with a sign that says so. */
export const formText = (form: Form | null, value: number): string => form?.text ?? `≈\u00a0${numeral(value, 4)}`

/** What f is at a place: 極大 2, 極小 −2, 変曲点 0; where it has no value a stroke. */
export function valueTexts(place: SignPlace, words: Words['plots']['signs']): readonly string[] {
  if (Number.isNaN(place.value)) return ['/']
  const value = formText(place.exactValue, place.value)
  if (place.extremum) return [words[place.extremum], value]
  return place.inflection ? [words.inflection, value] : [value]
}

/** What f does in a gap; null: it is not defined there, or that is not told. */
export function courseIn({ signs: [slope, second] }: SignGap): {
  readonly rises: boolean | null
  readonly bend: 'up' | 'down' | null
} | null {
  if (slope !== '+' && slope !== '-' && slope !== '0') return null
  return { rises: slope === '0' ? null : slope === '+', bend: second === '+' ? 'up' : second === '-' ? 'down' : null }
}

function widthOf(column: SignColumn, words: Words['plots']['signs']): number {
  if (column.kind === 'gap') return leastGap
  const texts = [formText(column.exact, column.at), ...valueTexts(column, words)]
  return Math.max(leastPlace, around + Math.max(...texts.map((text) => roughWidth(text, size))))
}

/** How wide a table has to be for all that stands in it, without the column of names. */
export const neededWidth = (columns: readonly SignColumn[], words: Words['plots']['signs']): number =>
  columns.reduce((sum, column) => sum + widthOf(column, words), 0)

/**
 * The edges of the columns between `left` and `right`, one more than there are columns: each place in the middle of its
 * column at its x of the axis `x`, or as near to that as the columns beside it let it be; `even`, or where there is no room
 * for that: the places as wide as they have to be, and the gaps share what is left.
 */
export function columnEdges(
  columns: readonly SignColumn[],
  { x, even }: { readonly x: Interval; readonly even: boolean },
  { left, right }: { readonly left: number; readonly right: number },
  words: Words['plots']['signs']
): readonly number[] {
  const widths = columns.map((column) => widthOf(column, words))
  const needed = widths.reduce((sum, width) => sum + width, 0)
  if (even || needed > right - left) {
    // All as wide, if that is enough for the widest.
    const wide = (right - left) / columns.length
    const share = (right - left - needed) / columns.length
    const isEqual = widths.every((width) => width <= wide)
    const scale = Math.min(1, (right - left) / needed)
    return summed(
      left,
      widths.map((width) => (isEqual ? wide : scale * width + Math.max(0, share)))
    )
  }
  // Of each place how far its middle is from the left edge at least, and from there as far as it would like to be.
  const least: number[] = []
  let before = left
  for (const [i, column] of columns.entries()) {
    const width = widths[i] as number
    if (column.kind === 'place') least.push(before + width / 2)
    before += width
  }
  const places = columns.flatMap((column) => (column.kind === 'place' ? [column.at] : []))
  const wish = (at: number) => left + ((at - x.min) / (x.max - x.min)) * (right - left)
  const room = right - left - needed
  const shifts = nearestAscending(places.map((at, i) => wish(at) - (least[i] as number))).map((shift) =>
    Math.min(Math.max(shift, 0), room)
  )
  const edges = [left]
  let place = 0
  for (const [i, column] of columns.entries()) {
    if (column.kind === 'gap') continue
    const middle = (least[place] as number) + (shifts[place] as number)
    const half = (widths[i] as number) / 2
    if (i > 0) edges.push(middle - half)
    edges.push(middle + half)
    place++
  }
  if (columns.at(-1)?.kind === 'gap') edges.push(right)
  return edges
}

function summed(from: number, widths: readonly number[]): readonly number[] {
  const edges = [from]
  for (const width of widths) edges.push((edges.at(-1) as number) + width)
  return edges
}

/** The ascending numbers that are, in all, nearest to the given ones: where these fall, their mean (pool adjacent violators). */
function nearestAscending(wishes: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = []
  for (const wish of wishes) {
    let pool = { sum: wish, count: 1 }
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
}
