import { scientific } from './rounded'

const minus = '−'
/** A thin space, and what keeps a line from ending at it; the one sign for both is hardly seen in CJK fonts. */
const thin = '\u2009\u2060'

/**
 * A number as it is written everywhere but in formulas and in fields: at most `digits` significant digits without
 * trailing zeros, a true minus sign; very small and large ones in powers of ten as by hand, `1.5×10⁻⁷`, `10⁸`.
 */
export const numeral = (value: number, digits = 5): string => written(value, digits, -4, Math.max(digits, 6))

/** The same where powers of ten are what matters, as of step sizes: plain only from 0.01 to 1000. */
export const powerNumeral = (value: number, digits: number): string => written(value, digits, -2, 3)

/** Plain from 10^`least` to below 10^`most`. */
function written(value: number, digits: number, least: number, most: number): string {
  if (Number.isNaN(value)) return '–'
  const sign = value < 0 ? minus : ''
  if (Math.abs(value) === Infinity) return `${sign}∞`
  if (value === 0) return '0'
  // The rounded number is not made a double: the largest would become infinite.
  const { mantissa, exponent } = scientific(Math.abs(value), digits)
  if (exponent >= least && exponent < most) return sign + String(Number(`${mantissa}e${exponent}`))
  return `${sign}${mantissa === '1' ? '' : `${mantissa}×`}${powerOfTen(exponent)}`
}

/** A whole number that counts something, as `2229`, `20 000`: from five digits on in threes, with a thin space no line ends at. */
export const countNumeral = (count: number): string => {
  const digits = String(Math.abs(count)).replace(/^\d{5,}$/, (all) => all.replace(/\B(?=(\d{3})+$)/g, thin))
  return count < 0 ? minus + digits : digits
}

/** `10⁻⁴`. */
export const powerOfTen = (exponent: number): string => `10${exponentText(exponent)}`

const raised: Readonly<Record<string, string>> = { '-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) }

/** A whole number raised: `⁻⁴`. */
export const exponentText = (exponent: number): string =>
  [...String(exponent)].map((sign) => raised[sign] ?? sign).join('')

/** A number in words of a language (a BCP 47 tag), to one digit: `100 million`, `1 億`. */
export const roughNumeral = (count: number, language: string): string =>
  new Intl.NumberFormat(language, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 1
  })
    .format(count)
    .replace(/(?<=\d)(?=[^\d\s])/, ' ')
