type Point = [x: number, y: number]

/** An arrow as a curve of the second degree, around its middle, x to the right and y down: CSS pixels. */
export interface Course {
  readonly from: Point
  readonly control: Point
  readonly to: Point
  /** The far ends of its head's two strokes. */
  readonly barbs: readonly [Point, Point]
}

/** As part of its width: how high it is, and how long its head's strokes are. */
const [slant, head] = [0.62, 0.24]
/** Between the line and each of these, in radians. */
const opening = 0.5

/**
 * The arrow for a stretch of a curve, `size` wide: it rises, falls or is level (null), and is bent up as a bowl, down as a
 * dome, or straight. Bent up it runs below its chord: falling steeply at first, rising gently.
 */
export function courseOf(rises: boolean | null, bend: 'up' | 'down' | null, size: number): Course {
  const height = rises === null ? 0 : rises ? slant : -slant
  const [x, y] = [size / 2, (size * height) / 2]
  const from: Point = [-x, y]
  const to: Point = [x, -y]
  // The corner of the box that lies below the chord, or above it: a quarter turn.
  const isAtEnd = (rises === true) === (bend === 'up')
  const corner: Point = [isAtEnd ? x : -x, bend === 'up' ? Math.abs(y) : -Math.abs(y)]
  const control: Point = bend === null || rises === null ? [0, 0] : [corner[0] * 0.75, corner[1]]
  const angle = Math.atan2(to[1] - control[1], to[0] - control[0])
  const barb = (turn: number): Point => [
    to[0] - head * size * Math.cos(angle + turn),
    to[1] - head * size * Math.sin(angle + turn)
  ]
  return { from, control, to, barbs: [barb(opening), barb(-opening)] }
}
