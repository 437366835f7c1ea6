/** A number for a sentence: `digits` significant digits without trailing zeros, a true minus, `1.5×10^−7`. */
export function roundedText(value: number, digits = 3): string {
  const size = Math.abs(Number(value.toPrecision(digits)))
  const extreme = size !== 0 && (size < 1e-4 || size >= 1e6)
  const [mantissa = '', exponent] = (extreme ? size.toExponential() : String(size)).split('e')
  const sign = value < 0 && size !== 0 ? '−' : ''
  return sign + mantissa + (exponent ? `×10^${exponent.replace('+', '').replace('-', '−')}` : '')
}

/** How many times farther: as many digits as tell it from 1. */
export function factorText(factor: number): string {
  const digits = factor === 1 ? 3 : Math.max(3, 1 - Math.floor(Math.log10(Math.abs(factor - 1))))
  return roundedText(factor, Math.min(digits, 15))
}

/**
 * `(0.2926, 0.3657)`, with one coordinate `1.347`: where a run ended that went as far as `reach`. What is left of a
 * coordinate that has settled to within a ten-thousandth of that is not written out; others get as many digits, so
 * that a place beside 1/3 does not pass for it.
 */
export function pointText(point: readonly number[], reach: number): string {
  const unit = reach > 0 ? 10 ** Math.ceil(Math.log10(reach * 1e-4)) : 0
  const settled = point.map((coordinate) => (Math.abs(coordinate) < unit ? 0 : coordinate))
  const texts = settled.map((coordinate) => roundedText(coordinate, 4))
  return bracketed(texts)
}

/** Of many coordinates the first three. */
const mostCoordinates = 4

/** `(3, 4)`, `(0, 0, 0, …)`; a single coordinate without brackets. */
export function bracketed(coordinates: readonly string[]): string {
  if (coordinates.length === 1) return coordinates.join()
  const shown = coordinates.length > mostCoordinates ? [...coordinates.slice(0, 3), '…'] : coordinates
  return `(${shown.join(', ')})`
}
