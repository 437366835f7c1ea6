/** Of a long table the stretch of rows that is in the page, and the empty heights above and below, in CSS pixels. */
export interface Stretch {
  readonly first: number
  readonly count: number
  readonly above: number
  readonly below: number
}

/**
 * Browsers cut off what is higher than some 33 million pixels of the screen. A table that would be higher than this, in
 * CSS pixels, is scrolled through faster than the wheel turns.
 */
const highest = 10_000_000

/** Rows kept above and below the visible ones. */
const spare = 6

interface Table {
  readonly rows: number
  /** Of a row: CSS pixels, as all heights. */
  readonly rowHeight: number
  /** Of the heading that stays in view. */
  readonly heading: number
  /** Of the window on the table, the heading in it. */
  readonly height: number
}

/** How high the rows are together, or seem to be. */
const heightOf = ({ rows, rowHeight }: Table) => Math.min(rows * rowHeight, highest)

/** How far it can be scrolled, and how many rows down that is. */
const ends = (table: Table) => {
  const seen = (table.height - table.heading) / table.rowHeight
  return {
    top: Math.max(0, heightOf(table) + table.heading - table.height),
    row: Math.max(0, table.rows - seen)
  }
}

/** The row at the upper edge, perhaps partly covered, when scrolled down by `top`. */
function rowAt(table: Table, top: number): number {
  const end = ends(table)
  return end.top > 0 ? (Math.min(Math.max(top, 0), end.top) / end.top) * end.row : 0
}

/** How far to scroll so that `row` stands at the upper edge. */
export function topOf(table: Table, row: number): number {
  const end = ends(table)
  return end.row > 0 ? (Math.min(Math.max(row, 0), end.row) / end.row) * end.top : 0
}

/** What is in the page when scrolled down by `top`. */
export function stretchAt(table: Table, top: number): Stretch {
  const at = rowAt(table, top)
  const first = Math.max(0, Math.floor(at) - spare)
  const count = Math.max(0, Math.min(table.rows - first, Math.ceil(table.height / table.rowHeight) + 2 * spare))
  const isWhole = table.rows * table.rowHeight <= highest
  const above = isWhole
    ? first * table.rowHeight
    : Math.max(0, Math.min(top, ends(table).top) - (at - first) * table.rowHeight)
  return { first, count, above, below: Math.max(0, heightOf(table) - above - count * table.rowHeight) }
}

/** Whether a row is wholly in view. */
export function isInView(table: Table, top: number, row: number): boolean {
  const at = rowAt(table, top)
  return row >= at && row + 1 <= at + (table.height - table.heading) / table.rowHeight
}
