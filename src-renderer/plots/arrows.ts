import type { ContourData } from './figure'
import { bilinear, type Ground, groundOf } from './grid'
import { areaOf, type Margins } from './layout'
import type { Mark, Place } from './marks'
import type { Canvas } from './plot'
import { quantile } from './ranges'

/** Arrows of −∇f on an even grid of pixels; they grow with ‖∇f‖, but none touches the next. */
export function fieldMarks(data: ContourData, canvas: Canvas, margins: Margins): readonly Mark[] {
  const ground = groundOf(data)
  const { samples } = ground
  if (samples.slopesX.length === 0) return []
  const area = areaOf(canvas.size, margins)
  const distance = canvas.room === 'full' ? 38 : 26
  const columns = Math.max(2, Math.round(area.width / distance))
  const rows = Math.max(2, Math.round(area.height / distance))
  const arrows: { at: Place; slopes: readonly [number, number]; norm: number }[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = data.x.min + ((column + 0.5) / columns) * (data.x.max - data.x.min)
      const y = data.y.min + ((row + 0.5) / rows) * (data.y.max - data.y.min)
      const slopes = [bilinear(ground, samples.slopesX, x, y), bilinear(ground, samples.slopesY, x, y)] as const
      const norm = Math.hypot(...slopes)
      if (Number.isFinite(norm) && norm > 0) arrows.push({ at: [x, y], slopes, norm })
    }
  }
  if (arrows.length === 0) return []
  // The steepest twentieth does not count: one wild corner would shorten all others.
  const most = quantile(
    arrows.map((arrow) => arrow.norm).sort((a, b) => a - b),
    0.95
  )
  return arrows.map(({ at, slopes, norm }) => ({
    mark: 'arrow',
    ...descent(data, at, slopes, -1),
    // The square root keeps the short ones visible.
    pixels: 0.92 * distance * Math.min(Math.max(Math.sqrt(norm / most), 0.2), 1),
    colour: canvas.look.increase,
    halo: null,
    width: 1.2,
    label: ''
  }))
}

/** From `at` a thousandth of the plot along ∇f (`sign` 1) or against it (−1). */
function descent(data: ContourData, at: Place, slopes: readonly [number, number], sign: 1 | -1) {
  const reach = (1e-3 * Math.max(data.x.max - data.x.min, data.y.max - data.y.min)) / Math.hypot(...slopes)
  const [x = NaN, y = NaN] = at
  return { from: at, towards: [x + sign * reach * slopes[0], y + sign * reach * slopes[1]] }
}

/** A grid's steepness stays the same while its ranges do. */
const known = new WeakMap<Ground['samples'], { readonly key: string; readonly steepness: number }>()

/** The median of ‖∇f‖ over the grid, by differences of neighbours: what counts as an ordinary gradient in a picture. */
export function steepness({ samples, x, y }: Ground): number {
  const key = [x.min, x.max, y.min, y.max].join()
  const last = known.get(samples)
  if (last?.key === key) return last.steepness
  const { columns, rows, values } = samples
  const [width, height] = [(x.max - x.min) / (columns - 1), (y.max - y.min) / (rows - 1)]
  const norms = values.map((value, index) => {
    if (index % columns === columns - 1 || index >= columns * (rows - 1)) return NaN
    const right = ((values[index + 1] as number) - value) / width
    const up = ((values[index + columns] as number) - value) / height
    return Math.hypot(right, up)
  })
  const sorted = norms.filter(Number.isFinite).sort()
  const found = sorted.length > 0 ? quantile(sorted, 0.5) : 0
  known.set(samples, { key, steepness: found })
  return found
}

/**
 * How long the arrow of a gradient is drawn, from 0 (flat) over 1 (as steep as the picture's `ordinary` gradient) to 2.
 * Between them it grows with the square root, so that both a steep and a gentle slope can be seen.
 */
export function arrowLength(norm: number, ordinary: number): number {
  if (!(norm > 0) || !Number.isFinite(norm)) return 0
  const root = Math.sqrt(norm / (ordinary > 0 ? ordinary : norm))
  return (2 * root) / (1 + root)
}

/** Pixels of an arrow of length 1, and the shortest arrow that is drawn, and that is named. */
const arrowPixels = { ordinary: 52, least: 8, named: 20 }

/** The labelled arrows −∇f and, if `both`, ∇f at a place of a contour. */
export function gradientMarks(
  data: ContourData,
  canvas: Canvas,
  at: Place,
  slopes: readonly [number, number],
  both: boolean
): readonly Mark[] {
  const pixels = arrowPixels.ordinary * arrowLength(Math.hypot(...slopes), steepness(groundOf(data)))
  if (pixels < arrowPixels.least) return []
  const { look, words, room } = canvas
  const named = room === 'full' && pixels >= arrowPixels.named
  const arrow = (sign: 1 | -1): Mark => ({
    mark: 'arrow',
    ...descent(data, at, slopes, sign),
    pixels,
    colour: sign < 0 ? look.decrease : look.increase,
    halo: look.card,
    width: 3,
    label: !named ? '' : sign < 0 ? words.mostDecrease : words.mostIncrease
  })
  return both ? [arrow(1), arrow(-1)] : [arrow(-1)]
}
