import type { Quantity } from '@shared/protocol'

type Numbers = ArrayLike<number>

/** a·b. */
export function dot(a: Numbers, b: Numbers): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** ‖v‖, also where the squares would overflow or vanish. */
export function norm(v: Numbers): number {
  let sum = 0
  for (let i = 0; i < v.length; i++) sum += (v[i] as number) ** 2
  return sum > 1e-290 && sum < 1e290 ? Math.sqrt(sum) : Math.hypot(...Array.from(v))
}

/** ‖a − b‖. */
export function distance(a: Numbers, b: Numbers): number {
  return norm(Float64Array.from(a, (coordinate, i) => coordinate - (b[i] as number)))
}

/** a + `far` · direction. */
export function moved(a: Float64Array, direction: Numbers, far: number): Float64Array {
  return a.map((coordinate, i) => coordinate + far * (direction[i] as number))
}

/** Writes x + α·p. */
export function ahead(x: Numbers, alpha: number, p: Numbers, out: Float64Array) {
  for (let i = 0; i < out.length; i++) out[i] = (x[i] as number) + alpha * (p[i] as number)
}

/** Writes M·a, or −M·a with the sign −1. */
export function product(matrix: readonly Numbers[], a: Numbers, out: Float64Array, sign: 1 | -1 = 1) {
  for (let i = 0; i < out.length; i++) out[i] = sign * dot(matrix[i] as Numbers, a)
}

export function isZero(a: Numbers): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== 0) return false
  return true
}

export function areFinite(a: Numbers): boolean {
  for (let i = 0; i < a.length; i++) if (!Number.isFinite(a[i])) return false
  return true
}

export function areEqual(a: Numbers, b: Numbers): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** A vector as it is written down. */
export const copied = (a: Numbers): Quantity => Array.from(a)

/** A matrix as it is written down. */
export const copiedRows = (matrix: readonly Numbers[]): Quantity => matrix.map((row) => Array.from(row))
