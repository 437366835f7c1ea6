import type { CriticalPoint } from '@shared/protocol'

/** Of a number beside one of size 1, what may be rounding and nothing else. */
const rounding = 1e-15

/**
 * Whether the value of f at a point is no more than rounding makes of 0: f a little way off, by `reach` across and up,
 * is so much larger that its own last digits are worth more.
 */
export function isRoundedZero(
  { x, y, value }: CriticalPoint,
  f: (x: number, y: number) => number,
  reach: { readonly x: number; readonly y: number }
): boolean {
  const sides = [-1, 0, 1]
  const around = sides.flatMap((across) => sides.map((up) => f(x + across * reach.x, y + up * reach.y)))
  const sizes = around.map(Math.abs).filter(Number.isFinite)
  return value !== 0 && Math.abs(value) <= rounding * Math.max(0, ...sizes)
}
