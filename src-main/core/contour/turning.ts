/** A value of f on an edge of a grid; `at` is the fraction of the edge. */
export interface Sample {
  readonly at: number
  readonly value: number
}

const golden = (Math.sqrt(5) - 1) / 2

/**
 * The minimum on an edge, or the maximum, by golden-section search: within 0.62 to the power of `sections` of the edge.
 */
export function turningPoint(f: (share: number) => number, isValley: boolean, sections: number): Sample {
  const g = (share: number) => (isValley ? f(share) : -f(share))
  let [low, high] = [0, 1]
  let [left, right] = [1 - golden, golden]
  let [gLeft, gRight] = [g(left), g(right)]
  for (let section = 0; section < sections; section++) {
    if (gLeft <= gRight) {
      ;[high, right, gRight] = [right, left, gLeft]
      left = high - golden * (high - low)
      gLeft = g(left)
    } else {
      ;[low, left, gLeft] = [left, right, gRight]
      right = low + golden * (high - low)
      gRight = g(right)
    }
  }
  const at = gLeft <= gRight ? left : right
  return { at, value: f(at) }
}
