/** The shapes of runs' steps: with its dash and its colour they tell a run from the others, in grey print as well. */

/** Corners around (0, 0), y down, about as large as a disc of radius 1. */
type Corners = readonly (readonly [number, number])[]

const polygon = (count: number, radius: number, turned = 0): Corners =>
  Array.from({ length: count }, (_, index) => {
    const angle = turned - Math.PI / 2 + (2 * Math.PI * index) / count
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
  })

/** A plus: its arms are `half` of a width apart from the middle and `reach` long. */
const plus = (half: number, reach: number): Corners => [
  [-half, -reach],
  [half, -reach],
  [half, -half],
  [reach, -half],
  [reach, half],
  [half, half],
  [half, reach],
  [-half, reach],
  [-half, half],
  [-reach, half],
  [-reach, -half],
  [-half, -half]
]

/** By name; a disc has no corners. */
const shapes = {
  disc: [],
  square: polygon(4, 1.25, Math.PI / 4),
  triangle: polygon(3, 1.45),
  diamond: polygon(4, 1.35),
  plus: plus(0.5, 1.3),
  inverted: polygon(3, 1.45, Math.PI),
  hexagon: polygon(6, 1.15),
  cross: plus(0.5, 1.3).map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2] as const)
} satisfies Readonly<Record<string, Corners>>

export type Marker = keyof typeof shapes

/** In the order of the runs' colours. */
export const markers = Object.keys(shapes) as readonly Marker[]

/** The corners of a marker of this radius, in CSS pixels around its place; none for a disc. */
export const markerCorners = (marker: Marker, radius: number): Corners =>
  shapes[marker].map(([x, y]) => [radius * x, radius * y] as const)
