import { scientific } from '../numbers/rounded'
import { isGreek } from './glyphs'

/** The words in the TeX of piecewise functions; the page replaces them by those of its language with `worded`. */
export const otherwiseTeX = '\\text{otherwise}'
export const junctionTeX = { and: '\\text{ and }', or: '\\text{ or }' } as const

/** The TeX with its words replaced. */
export function worded(
  tex: string,
  words: { readonly otherwise: string; readonly and: string; readonly or: string }
): string {
  return tex
    .replaceAll(otherwiseTeX, `\\text{${words.otherwise}}`)
    .replaceAll(junctionTeX.and, `\\text{ ${words.and} }`)
    .replaceAll(junctionTeX.or, `\\text{ ${words.or} }`)
}

/** Content between two delimiters, which grow with it if it is tall. */
export function fenced(left: string, content: string, right: string): string {
  const isTall = /\\(?:[dt]?frac|sqrt|left|begin)(?![A-Za-z])/.test(content)
  return isTall ? adjoined(`\\left${left}`, content) + `\\right${right}` : adjoined(left, content) + right
}

/** `right` directly after `left`; a space only where a command's name would run into a letter. */
export function adjoined(left: string, right: string): string {
  return /\\[A-Za-z]+$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right
}

/** A subscript or superscript: `^2`, `^{10}`. */
export function script(sign: '^' | '_', content: string): string {
  return content.length === 1 ? sign + content : `${sign}{${content}}`
}

/** A name in TeX: `x`, `x_0`, `\beta_{12}`, and a word upright. */
export function typesetName(name: string): string {
  const [, letter = '', index = ''] = /^([A-Za-z]|[a-z]+?)_?(\d*)$/.exec(name) ?? []
  const known = letter.length === 1 ? letter : isGreek(letter) ? `\\${letter}` : undefined
  if (known === undefined) return `\\mathrm{${name.replace(/_/g, '\\_')}}`
  return index === '' ? known : known + script('_', index)
}

/**
 * A number with at most `digits` significant digits and no trailing zeros: `0.3`, `1.5 \times 10^{-7}`. With a power of
 * ten from 10^−4 down, and where the integer part would have more than `digits` digits.
 */
export function typesetNumber(value: number, digits = 6): string {
  if (Number.isNaN(value)) return '\\text{NaN}'
  if (!Number.isFinite(value)) return value < 0 ? '-\\infty' : '\\infty'
  if (value === 0) return '0'
  const { mantissa, exponent } = scientific(value, Math.min(Math.max(digits, 1), 17))
  if (exponent > -4 && exponent < Math.max(digits, 6)) return plainDigits(Number(`${mantissa}e${exponent}`))
  return timesPowerOfTen(mantissa, exponent)
}

/** JavaScript writes numbers between 1e-6 and 1e21 without an exponent. */
const plainDigits = (value: number): string => String(value)

/** `digits` in the notation of the formula language (`2.50`, `.5`, `2e3`). */
export function digitsTeX(digits: string): string {
  const [mantissa = '', exponent] = digits.toLowerCase().split('e')
  const plain = mantissa.replace(/^(?=\.)/, '0').replace(/\.$/, '')
  return exponent === undefined ? plain : timesPowerOfTen(plain, Number(exponent))
}

function timesPowerOfTen(mantissa: string, power: number): string {
  const ten = `10^{${power}}`
  if (mantissa === '1') return ten
  return mantissa === '-1' ? `-${ten}` : `${mantissa} \\times ${ten}`
}
