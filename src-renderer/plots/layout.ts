/** CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Area extends Size {
  readonly left: number
  readonly top: number
}

/** Fixed, so that plots above one another share their horizontal axis, and the area's shape is known beforehand. */
export const fullMargins: Margins = { left: 64, right: 18, top: 12, bottom: 42 }
/** Around each of the small plots: room for its name above, tick labels only. */
export const cellMargins: Margins = { left: 36, right: 8, top: 22, bottom: 20 }

/** Where a plot's axes enclose it, in an element of this size. */
export function areaOf(size: Size, margins: Margins = fullMargins): Area {
  return {
    left: margins.left,
    top: margins.top,
    width: Math.max(size.width - margins.left - margins.right, 1),
    height: Math.max(size.height - margins.top - margins.bottom, 1)
  }
}

/** The margins made larger on two sides, so that the area has `width / height` = `shape`. */
export function shapedMargins(size: Size, margins: Margins, shape: number): Margins {
  const area = areaOf(size, margins)
  const spareX = Math.max(area.width - area.height * shape, 0) / 2
  const spareY = Math.max(area.height - area.width / shape, 0) / 2
  return {
    left: margins.left + spareX,
    right: margins.right + spareX,
    top: margins.top + spareY,
    bottom: margins.bottom + spareY
  }
}

/** Columns of `count` equal cells on a sheet: 4 × 4 for 16; else as many as bring the cells' shape near to `shape`. */
export function cellColumns(count: number, size: Size, shape = 1.15): number {
  const side = Math.sqrt(count)
  const square = size.width / size.height
  if (Number.isInteger(side) && square > 0.6 && square < 3.2) return side
  let best = 1
  let least = Infinity
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns)
    const empty = columns * rows - count
    const cell = size.width / columns / (size.height / rows)
    const cost = Math.abs(Math.log(cell / shape)) + (empty / count) * 1.5
    if (cost < least - 1e-9) {
      least = cost
      best = columns
    }
  }
  return best
}

/** Between two cells: CSS pixels. */
const gap = 6

/** The place of cell `index` among `count` on a sheet, `columns` of them beside one another. */
export function cellArea(index: number, count: number, size: Size, columns = cellColumns(count, size)): Area {
  const rows = Math.ceil(count / columns)
  const width = (size.width - gap * (columns - 1)) / columns
  const height = (size.height - gap * (rows - 1)) / rows
  return {
    left: (index % columns) * (width + gap),
    top: Math.floor(index / columns) * (height + gap),
    width,
    height
  }
}
