/** `value` rounded to so many significant digits. */
export const significant = (value: number, digits: number): number => Number(value.toPrecision(digits))

/** `value` rounded to so many decimals, 0 … 100; 0 has no sign. */
export const toDecimals = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0

/** A number as mantissa · 10^exponent, 1 ≤ |mantissa| < 10. */
export interface Scientific {
  /** Its digits without trailing zeros: as a double it could lose the last one. */
  readonly mantissa: string
  readonly exponent: number
}

/** Rounded to so many significant digits, 1 … 101; absent: to as many as identify the double. */
export function scientific(value: number, digits?: number): Scientific {
  const [mantissa = '', exponent] = value.toExponential(digits === undefined ? undefined : digits - 1).split('e')
  return {
    mantissa: mantissa.replace(/\.?0+$/, (zeros) => (mantissa.includes('.') ? '' : zeros)),
    exponent: Number(exponent)
  }
}
