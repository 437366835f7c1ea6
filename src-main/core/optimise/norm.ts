/** ‖v‖, also where the squares would overflow or vanish. */
export function norm(v: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < v.length; i++) sum += (v[i] as number) ** 2
  return sum > 1e-290 && sum < 1e290 ? Math.sqrt(sum) : Math.hypot(...Array.from(v))
}

/** ‖a − b‖. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return norm(Float64Array.from(a, (coordinate, i) => coordinate - (b[i] as number)))
}
