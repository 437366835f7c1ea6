/**
 * How many significant digits tell two numbers apart: as few as needed, from `least` to `most`. `least` also where they
 * are equal, or so nearly that `most` digits would not show it.
 */
export function digitsApart(one: number, other: number, least: number, most: number): number {
  if (one === other) return least
  for (let digits = least; digits <= most; digits++) {
    if (one.toExponential(digits - 1) !== other.toExponential(digits - 1)) return digits
  }
  return least
}

/** The digits that show a move from one number to another: 5 where these do, otherwise two beyond the first that does. */
export function digitsOfMove(before: number, after: number): number {
  const digits = digitsApart(before, after, 5, 12)
  return digits === 5 ? 5 : Math.min(digits + 2, 12)
}

/** How many significant digits of two nearly equal numbers show their difference to `wanted` digits. 17 are all there are. */
export function digitsOfDifference(one: number, other: number, wanted: number): number {
  const apart = Math.abs(one - other)
  if (apart === 0 || !Number.isFinite(apart)) return wanted
  const place = (size: number) => Math.floor(Math.log10(size))
  return Math.min(17, place(Math.max(Math.abs(one), Math.abs(other))) - place(apart) + wanted)
}
