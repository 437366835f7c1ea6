import type { Interval } from '@shared/interval'

/** CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Of an element: as many device pixels are one of its CSS pixels, along each side. */
export interface ScreenSize extends Size {
  readonly ratio: number
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

/** A plot that is lower or narrower than this shows nothing: CSS pixels. */
const leastSide = 40

/**
 * The margins of a plot whose area is to have the `shape`, width through height: larger where that does not fill the
 * element, the plain ones where there is none to be kept, and where it would leave but a strip.
 */
export function plotMargins(size: Size, margins: Margins, shape: number | null): Margins {
  const shaped = shape === null ? margins : shapedMargins(size, margins, shape)
  const { width, height } = areaOf(size, shaped)
  return Math.min(width, height) < leastSide ? margins : shaped
}

/** Whether a plot with these margins has the shape that was asked for. */
export function keepsShape(size: Size, margins: Margins, shape: number): boolean {
  const { width, height } = areaOf(size, margins)
  return Math.abs(width / height / shape - 1) < 1e-3
}

/** The shape of a plot over two ranges in which one unit is equally long on both axes. */
export const unitShape = (x: Interval, y: Interval): number => (x.max - x.min) / (y.max - y.min)

/** Between two cells: CSS pixels. */
const gap = 6

/** Of so many equal cells on a sheet, `columns` beside one another: the size of each. */
function filled(count: number, { width, height }: Size, columns: number): Size {
  const rows = Math.ceil(count / columns)
  return { width: (width - gap * (columns - 1)) / columns, height: (height - gap * (rows - 1)) / rows }
}

/** As many columns as bring the cells' shape near to `shape`, and leave few cells empty; 4 × 4 for 16. */
export function cellColumns(count: number, size: Size, shape = 1.15): number {
  const side = Math.sqrt(count)
  const square = size.width / size.height
  if (Number.isInteger(side) && square > 0.6 && square < 3.2) return side
  return bestColumns(count, (columns) => {
    const empty = columns * Math.ceil(count / columns) - count
    const { width, height } = filled(count, size, columns)
    return -Math.abs(Math.log(width / height / shape)) - (empty / count) * 1.5
  })
}

/** The number of columns of the greatest worth, the least of them. */
function bestColumns(count: number, worth: (columns: number) => number): number {
  const all = Array.from({ length: count }, (_, index) => index + 1)
  const most = Math.max(...all.map(worth))
  return all.find((columns) => worth(columns) >= most - 1e-9) ?? 1
}

/**
 * The places of `count` equal cells on a sheet. Without a shape they fill it. With one – of the plots in them – there are
 * as many columns as make the plots largest, each cell has its plot's shape, and the block stands in the middle.
 */
export function cellAreas(count: number, size: Size, shape: number | null, columns?: number): readonly Area[] {
  const plotIn = (among: number, margins: (cell: Size) => Margins) => {
    const cell = filled(count, size, among)
    return areaOf(cell, margins(cell))
  }
  const across =
    columns ??
    (shape === null
      ? cellColumns(count, size)
      : bestColumns(count, (among) => plotIn(among, (cell) => shapedMargins(cell, cellMargins, shape)).width))
  const most = filled(count, size, across)
  const plot = plotIn(across, (cell) => plotMargins(cell, cellMargins, shape))
  const cell = {
    width: Math.min(plot.width + cellMargins.left + cellMargins.right, most.width),
    height: Math.min(plot.height + cellMargins.top + cellMargins.bottom, most.height)
  }
  const rows = Math.ceil(count / across)
  const spare = (length: number, cells: number, each: number) =>
    Math.max(length - cells * each - gap * (cells - 1), 0) / 2
  const [left, top] = [spare(size.width, across, cell.width), spare(size.height, rows, cell.height)]
  return Array.from({ length: count }, (_, index) => ({
    left: left + (index % across) * (cell.width + gap),
    top: top + Math.floor(index / across) * (cell.height + gap),
    ...cell
  }))
}
