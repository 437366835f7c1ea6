import { numeral } from '../numbers/numeral'

/** How many times farther: as many digits as tell it from 1. */
export function factorText(factor: number): string {
  const digits = factor === 1 ? 3 : Math.max(3, 1 - Math.floor(Math.log10(Math.abs(factor - 1))))
  return numeral(factor, Math.min(digits, 15))
}

/** `(0.2926, 0.3657)`, with one coordinate `1.347`: as many digits that a place beside 1/3 does not pass for it. */
export const pointText = (point: readonly number[]): string =>
  bracketed(point.map((coordinate) => numeral(coordinate, 4)))

/** Of many coordinates the first three. */
const mostCoordinates = 4

/** `(3, 4)`, `(0, 0, 0, …)`; a single coordinate without brackets. */
export function bracketed(coordinates: readonly string[]): string {
  if (coordinates.length === 1) return coordinates.join()
  const shown = coordinates.length > mostCoordinates ? [...coordinates.slice(0, 3), '…'] : coordinates
  return `(${shown.join(', ')})`
}
