import type { Area } from './layout'

interface Pixel {
  readonly x: number
  readonly y: number
}

/** From the place a text belongs to, CSS pixels right and down to the left end of its base line. */
export interface Offset {
  readonly dx: number
  readonly dy: number
}

/** About how wide a text is; Japanese letters are square, others about half as wide. */
export function roughWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter > '⺀' ? size : 0.58 * size), 0)
}

/** Beside `at`, nearest first, then farther above and below, then in the corners of the area. */
function offsets(at: Pixel, width: number, size: number, area: Area): readonly Offset[] {
  const [right, left] = [14, -14 - width]
  const near = [
    { dx: right, dy: size + 9 },
    { dx: left, dy: -14 },
    { dx: right, dy: -14 },
    { dx: left, dy: size + 9 }
  ]
  const far = [2.2, 3.6].flatMap((step) =>
    near.map(({ dx, dy }) => ({ dx, dy: dy > 0 ? dy + step * size : dy - step * size }))
  )
  const [lowX, highX] = [area.left + 8 - at.x, area.left + area.width - width - 8 - at.x]
  const [lowY, highY] = [area.top + size + 6 - at.y, area.top + area.height - 9 - at.y]
  const corners = [lowY, highY].flatMap((dy) => [lowX, highX].map((dx) => ({ dx, dy })))
  return [...near, ...far, ...corners]
}

/**
 * Where a text beside `at` covers the fewest of the `obstacles` – pixels of the lines around – and none of it is cut
 * off at the area's edge. `width` and `size`: of the text, in CSS pixels.
 */
export function freeSpot(at: Pixel, width: number, size: number, area: Area, obstacles: readonly Pixel[]): Offset {
  let best: Offset = { dx: 14, dy: size + 9 }
  let least = Infinity
  for (const offset of offsets(at, width, size, area)) {
    const [left, base] = [at.x + offset.dx, at.y + offset.dy]
    const [right, top] = [left + width, base - size]
    const cut =
      left < area.left || right > area.left + area.width || top < area.top || base + 4 > area.top + area.height
    const covered = obstacles.filter(({ x, y }) => x > left - 4 && x < right + 4 && y > top - 4 && y < base + 7).length
    // A near place may cover a little more than a far one.
    const cost = covered + Math.hypot(offset.dx, offset.dy) / 60 + (cut ? 1000 : 0)
    if (cost < least) {
      least = cost
      best = offset
    }
  }
  return best
}
