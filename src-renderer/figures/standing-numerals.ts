import { numeral } from '@shared/numbers/numeral'
import type { Standing } from './standings'

/** More significant digits than this no number has. */
const mostDigits = 17

/** Significant digits that fit a column: powers of ten have fewer, and of a whole number none is made a 0. */
function usualDigits(value: number): number {
  if (numeral(value, 4).includes('×')) return 2
  return Math.max(4, Math.ceil(Math.log10(Math.abs(value))))
}

/**
 * The numbers of a column of the leader board, row by row: as many digits as fit, and of the column that it is ordered by
 * (`isOrder`) so many more that rows of different places are seen to differ.
 */
export function standingNumerals(
  rows: readonly Standing[],
  column: 'value' | 'distance',
  isOrder: boolean
): readonly string[] {
  return rows.map((row) => {
    const others = rows.filter(({ place }) => isOrder && place !== null && row.place !== null && place !== row.place)
    const isSeen = (digits: number) =>
      others.every((other) => numeral(other[column], digits) !== numeral(row[column], digits))
    let digits = usualDigits(row[column])
    while (digits < mostDigits && !isSeen(digits)) digits++
    return numeral(row[column], digits)
  })
}
