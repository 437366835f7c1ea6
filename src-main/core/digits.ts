/** Of the numbers within `near` of `number` one with the fewest digits, fewer than `mostDigits`; the number itself if there is none. */
export function fewestDigits(number: number, near: number, mostDigits = 17): number {
  if (Math.abs(number) <= near) return 0
  for (let digits = 1; digits < mostDigits; digits++) {
    const short = Number(number.toPrecision(digits))
    if (Math.abs(short - number) <= near) return short
  }
  return number
}
