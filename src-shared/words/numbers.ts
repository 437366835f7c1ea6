/** A number for a sentence: `digits` significant digits without trailing zeros, a true minus, `1.5×10⁻⁷`, `10⁻⁸`. */
export function roundedText(value: number, digits = 3): string {
  const size = Math.abs(Number(value.toPrecision(digits)))
  const extreme = size !== 0 && (size < 1e-4 || size >= 1e6)
  const [mantissa = '', exponent] = (extreme ? size.toExponential() : String(size)).split('e')
  const sign = value < 0 && size !== 0 ? '−' : ''
  if (exponent === undefined) return sign + mantissa
  return `${sign}${mantissa === '1' ? '' : `${mantissa}×`}10${exponentText(Number(exponent))}`
}

const raised: Readonly<Record<string, string>> = { '-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) }

/** A whole number raised: `⁻⁴`. */
export const exponentText = (exponent: number): string =>
  [...String(exponent)].map((sign) => raised[sign] ?? sign).join('')

/** How many times farther: as many digits as tell it from 1. */
export function factorText(factor: number): string {
  const digits = factor === 1 ? 3 : Math.max(3, 1 - Math.floor(Math.log10(Math.abs(factor - 1))))
  return roundedText(factor, Math.min(digits, 15))
}

/** `(0.2926, 0.3657)`, with one coordinate `1.347`: as many digits that a place beside 1/3 does not pass for it. */
export const pointText = (point: readonly number[]): string =>
  bracketed(point.map((coordinate) => roundedText(coordinate, 4)))

/** Of many coordinates the first three. */
const mostCoordinates = 4

/** `(3, 4)`, `(0, 0, 0, …)`; a single coordinate without brackets. */
export function bracketed(coordinates: readonly string[]): string {
  if (coordinates.length === 1) return coordinates.join()
  const shown = coordinates.length > mostCoordinates ? [...coordinates.slice(0, 3), '…'] : coordinates
  return `(${shown.join(', ')})`
}
