import type { Sight, Vector } from '../../../src-renderer/plots/projection'

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0]
]
export const scaled = (a: Vector): Vector => {
  const length = Math.hypot(...a)
  return [a[0] / length, a[1] / length, a[2] / length]
}
export { minus }

/** A camera at `from` that looks at `centre`, 50° high: matrices from the textbook. */
export function lookFrom(from: Vector, size = { width: 800, height: 600 }, centre: Vector = [0, 0, 0]): Sight {
  const back = scaled(minus(from, centre))
  const right = scaled(cross([0, 1, 0], back))
  const up = cross(back, right)
  const view = [
    ...[right[0], up[0], back[0], 0],
    ...[right[1], up[1], back[1], 0],
    ...[right[2], up[2], back[2], 0],
    ...[-dot(right, from), -dot(up, from), -dot(back, from), 1]
  ]
  const focal = 1 / Math.tan((25 * Math.PI) / 180)
  const [near, far] = [0.1, 2000]
  const projection = [
    ...[(focal * size.height) / size.width, 0, 0, 0],
    ...[0, focal, 0, 0],
    ...[0, 0, (far + near) / (near - far), -1],
    ...[0, 0, (2 * far * near) / (near - far), 0]
  ]
  return { view, projection, size }
}

/** A camera as those of surfaces are given: degrees above the ground and around, and its distance from `centre`. */
export function lookBy(
  alpha: number,
  beta: number,
  distance: number,
  size = { width: 800, height: 600 },
  centre: Vector = [0, 0, 0]
): Sight {
  const [a, b] = [(alpha * Math.PI) / 180, (beta * Math.PI) / 180]
  const away = [Math.cos(a) * Math.sin(b), Math.sin(a), Math.cos(a) * Math.cos(b)] as const
  const from = [0, 1, 2].map((axis) => (centre[axis] as number) + distance * (away[axis] as number))
  return lookFrom(from as unknown as Vector, size, centre)
}
