import { quantile } from '@shared/quantile'
import type { ContourData } from '../figure'
import { type Frame, framePlace, type Pixel, seenDirection } from './frame'
import { bilinear, type Ground, groundOf } from './grid'
import type { Area } from './layout'
import type { Mark } from './marks'

/** The longest arrow of the field, as a share of the distance of two arrows: none reaches the next. */
const fieldReach = 0.92

/**
 * Arrows of −∇f or ∇f, centred on an even grid of pixels, `data.field.density` of them beside one another; they grow
 * with ‖∇f‖, but none touches the next. None stands where the gradient is 0 or undefined, nor where `isFree` denies a
 * place to an arrow, given from end to end. `ink`: its colour where f has a value.
 */
export function fieldMarks(
  data: ContourData,
  frame: Frame,
  ink: (value: number) => string,
  isFree: (from: Pixel, to: Pixel) => boolean
): readonly Mark[] {
  if (data.field.towards === 'none') return []
  const ground = groundOf(data)
  const { samples } = ground
  if (samples.slopesX.length === 0) return []
  const { area } = frame
  const columns = fieldColumns(data.field.density, area.width)
  const rows = Math.max(2, Math.round((columns * area.height) / area.width))
  const distance = Math.min(area.width / columns, area.height / rows)
  const places = Array.from({ length: rows * columns }, (_, index) => ({
    x: area.left + (((index % columns) + 0.5) / columns) * area.width,
    y: area.top + ((Math.floor(index / columns) + 0.5) / rows) * area.height
  }))
  const sign = data.field.towards === 'ascent' ? 1 : -1
  const arrows = places.flatMap((at) => {
    const [x = NaN, y = NaN] = framePlace(frame, at)
    const slopes = [bilinear(ground, samples.slopesX, x, y), bilinear(ground, samples.slopesY, x, y)] as const
    const norm = Math.hypot(...slopes)
    if (!Number.isFinite(norm) || norm === 0) return []
    const along = seenDirection(frame, [(sign * slopes[0]) / norm, (sign * slopes[1]) / norm])
    return [{ at, along, norm, value: bilinear(ground, samples.values, x, y) }]
  })
  if (arrows.length === 0) return []
  // The steepest twentieth does not count: one wild corner would shorten all others.
  const most = quantile(
    arrows.map((arrow) => arrow.norm).sort((a, b) => a - b),
    0.95
  )
  return arrows.flatMap(({ at, along, norm, value }): readonly Mark[] => {
    // The square root keeps the short ones visible.
    const pixels = fieldReach * distance * Math.min(Math.max(Math.sqrt(norm / most), 0.2), 1)
    const end = (half: number) => ({ x: at.x + (half * pixels * along.x) / 2, y: at.y + (half * pixels * along.y) / 2 })
    if (!isFree(end(-1), end(1))) return []
    const [from, towards] = [framePlace(frame, end(-1)), framePlace(frame, end(1))]
    return [{ mark: 'arrow', from, towards, pixels, colour: ink(value), halo: null, width: 1.2, label: '' }]
  })
}

/** How many arrows stand beside one another: as many as wanted, but each with room for a head. */
function fieldColumns(density: number, width: number): number {
  return Math.max(2, Math.min(Math.round(density), Math.floor(width / 14)))
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

/** How much shorter what points somewhere is in a small plot, so that its name has room: at most 1. */
export function needleScale({ width, height }: Area): number {
  return Math.min(1, Math.min(width, height) / 270)
}

/** How long the arrows ∇f and −∇f of a contour are in CSS pixels; 0 where they are too short to be drawn. */
export function gradientPixels(ground: Ground, slopes: readonly [number, number], area: Area): number {
  const pixels = needleScale(area) * arrowPixels.ordinary * arrowLength(Math.hypot(...slopes), steepness(ground))
  return pixels < arrowPixels.least ? 0 : pixels
}

/** Whether an arrow of this length has a name. */
export function isNamed(pixels: number): boolean {
  return pixels >= arrowPixels.named
}
