import type { Interval } from '@shared/interval'
import type { Place } from '../figure'
import type { Area } from './layout'

/** CSS pixels from the upper left corner of a plot. */
export interface Pixel {
  readonly x: number
  readonly y: number
}

/** The ranges of a flat plot with straight axes, and where it lies. */
export interface Frame {
  readonly area: Area
  readonly x: Interval
  readonly y: Interval
}

/** From the units of the axes to CSS pixels. */
export function framePixel({ area, x, y }: Frame, place: Place): Pixel {
  const [across = NaN, up = NaN] = place
  return {
    x: area.left + ((across - x.min) / (x.max - x.min)) * area.width,
    y: area.top + (1 - (up - y.min) / (y.max - y.min)) * area.height
  }
}

/** The inverse of `framePixel`. */
export function framePlace({ area, x, y }: Frame, pixel: Pixel): Place {
  return [
    x.min + ((pixel.x - area.left) / area.width) * (x.max - x.min),
    y.min + (1 - (pixel.y - area.top) / area.height) * (y.max - y.min)
  ]
}

/** A direction given in the units of the axes as it is seen: of length 1, in CSS pixels to the right and down. */
export function seenDirection({ area, x, y }: Frame, [right, up]: readonly [number, number]): Pixel {
  const across = (right * area.width) / (x.max - x.min)
  const down = (-up * area.height) / (y.max - y.min)
  const length = Math.hypot(across, down)
  return { x: across / length, y: down / length }
}

/** Whether a pixel lies in the area, at least `inset` away from its edge. */
export function isWithin({ x, y }: Pixel, { left, top, width, height }: Area, inset: number): boolean {
  return x >= left + inset && y >= top + inset && x <= left + width - inset && y <= top + height - inset
}

/** Pixels on the way from `from` to `to`, both included, at most `step` apart. */
export function between(from: Pixel, to: Pixel, step = 4): readonly Pixel[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step))
  if (!Number.isFinite(count) || count > 5000) return []
  return Array.from({ length: count + 1 }, (_, index) => ({
    x: from.x + ((to.x - from.x) * index) / count,
    y: from.y + ((to.y - from.y) * index) / count
  }))
}

/** Whether one of the `pixels` is nearer to a place than `reach`; they are sorted into squares first, to ask it often. */
export function nearTo(pixels: readonly Pixel[], reach: number): (at: Pixel) => boolean {
  const squares = new Map<string, Pixel[]>()
  const side = (length: number) => Math.floor(length / reach)
  for (const pixel of pixels) {
    const key = `${side(pixel.x)},${side(pixel.y)}`
    const square = squares.get(key)
    if (square) square.push(pixel)
    else squares.set(key, [pixel])
  }
  const around = [-1, 0, 1]
  return ({ x, y }) =>
    around.some((right) =>
      around.some((down) =>
        (squares.get(`${side(x) + right},${side(y) + down}`) ?? []).some(
          (pixel) => Math.hypot(pixel.x - x, pixel.y - y) < reach
        )
      )
    )
}
