import { scientific } from './rounded'

const minus = '−'
/** A thin space with a word joiner against a line break; U+202F, which is both, is hardly visible in CJK fonts. */
const thin = '\u2009\u2060'

/**
 * A number as text, everywhere but in formulas and in fields: at most `digits` significant digits without trailing
 * zeros, a true minus sign; very large and small ones with powers of ten in typographic form, `1.5×10⁻⁷`, `10⁸`.
 */
export const numeral = (value: number, digits = 5): string => written(value, digits, -4, Math.max(digits, 6))

/** The same for quantities such as step sizes, where the power of ten matters: plain from 0.01 to 1000 only. */
export const powerNumeral = (value: number, digits: number): string => written(value, digits, -2, 3)

/** Plain from 10^`min` to below 10^`max`. */
function written(value: number, digits: number, min: number, max: number): string {
  if (Number.isNaN(value)) return '–'
  const sign = value < 0 ? minus : ''
  if (Math.abs(value) === Infinity) return `${sign}∞`
  if (value === 0) return '0'
  // The rounded number is not converted back to a double first: the largest would become infinite.
  const { mantissa, exponent } = scientific(Math.abs(value), digits)
  if (exponent >= min && exponent < max) return sign + String(Number(`${mantissa}e${exponent}`))
  return `${sign}${mantissa === '1' ? '' : `${mantissa}×`}${powerOfTen(exponent)}`
}

/**
 * A count, as `2229` or `20 000`: from five digits on in groups of three, separated by a thin space without a line
 * break.
 */
export const countNumeral = (count: number): string => {
  const digits = String(Math.abs(count)).replace(/^\d{5,}$/, (all) => all.replace(/\B(?=(\d{3})+$)/g, thin))
  return count < 0 ? minus + digits : digits
}

/** `10⁻⁴`. */
export const powerOfTen = (exponent: number): string => `10${exponentText(exponent)}`

const superscripts: Readonly<Record<string, string>> = { '-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) }

/** A whole number as a superscript: `⁻⁴`. */
export const exponentText = (exponent: number): string =>
  [...String(exponent)].map((sign) => superscripts[sign] ?? sign).join('')

/** A number in the words of a language (a BCP 47 tag), to one digit: `100 million`, `1 億`. */
export const roughNumeral = (count: number, language: string): string =>
  new Intl.NumberFormat(language, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 1
  })
    .format(count)
    .replace(/(?<=\d)(?=[^\d\s])/, ' ')
