import { typesetName, typesetNumber } from '@shared/language/typeset'
import type { Algorithm, AlgorithmLine } from '@shared/methods/method'
import { significant } from '@shared/numbers/rounded'
import type { AlgorithmStep, Quantity } from '@shared/protocol'

/** One line of an algorithm at work. */
export interface AlgorithmExplanation {
  /** Names its comment. */
  readonly id: string
  /** The line as written: `p = -H\nabla f`. */
  readonly rule: string
  /** The same with the numbers of the step; null where there are none to put in. */
  readonly numbers: string | null
}

/** Significant digits of the numbers put in. */
const digits = 4
/** Longer vectors and larger matrices are elided. */
const longest = 4

/** TeX of a name of an algorithm: its symbol, a setting's letter, or the name itself. */
export const symbolIn = ({ symbols, settings }: Algorithm, name: string): string =>
  symbols[name] ?? settings.find(({ id }) => id === name)?.symbol ?? typesetName(name)

/** The lines of the method that happened in this step, in order. `settings`: of the run. */
export function algorithmExplanation(
  { lines }: AlgorithmStep,
  method: Algorithm,
  settings: Readonly<Record<string, number>>
): readonly AlgorithmExplanation[] {
  return lines.flatMap(({ id, values }) => {
    const row = method.lines.find((line) => line.id === id)
    if (!row) return []
    const worth = (name: string) => (Object.hasOwn(values, name) ? values[name] : settings[name])
    return [{ id, rule: typesetLine(row, method), numbers: withNumbers(row, method, worth) }]
  })
}

/** A line as written: `p \leftarrow -H \nabla f`. */
export const typesetLine = ({ tex }: AlgorithmLine, method: Algorithm): string =>
  tex.replace(braced, (whole, name: string) => (isNamed(method, name) ? `{${symbolIn(method, name)}}` : whole))

/** What may be a name of the line: TeX has braces of its own. */
const braced = /{([A-Za-z]\w*)}/g

/** The transpose belongs to what stands before it. */
const bracedWithTranspose = /{([A-Za-z]\w*)}((?:\^{\\top})?)/g

const isNamed = ({ symbols, settings }: Algorithm, name: string) =>
  Object.hasOwn(symbols, name) || settings.some(({ id }) => id === name)

type Worth = (name: string) => Quantity | undefined

/** The right-hand side with numbers, then what came out; all of a line that assigns nothing. */
function withNumbers({ tex }: AlgorithmLine, method: Algorithm, worth: Worth): string | null {
  const [, target = '', right] = /^{(\w+)} \\leftarrow (.*)$/s.exec(tex) ?? []
  const made = worth(target)
  if (right === undefined || made === undefined) {
    const numbers = substituted(tex, worth)
    return numbers === substituted(tex, () => undefined) ? null : numbers
  }
  // Behind a comma stands what is to be known of it, as `\lambda \le 0`.
  const [formula = '', ...notes] = right.split(', \\quad ')
  const numbers = substituted(formula, worth)
  const isValue = numbers === substituted(formula, () => undefined)
  const read = [...formula.matchAll(braced)].map(([, name = '']) => worth(name) ?? 0)
  const sign = isValue || [...read, made].every(isWhole) ? '=' : '\\approx'
  return [
    `${isValue ? symbolIn(method, target) : numbers} ${sign} ${quantityTeX(made)}`,
    ...notes.map((note) => substituted(note, worth))
  ].join(', \\quad ')
}

/** Whether the digits written of it are all it has, but for the last of a double: otherwise a line is only nearly so. */
const isWhole = (quantity: Quantity): boolean =>
  typeof quantity === 'number'
    ? !(Math.abs(significant(quantity, digits) - quantity) > 1e-15 * Math.abs(quantity))
    : quantity.every(isWhole)

/** A piece of a line with the values of its names. */
function substituted(tex: string, worth: Worth): string {
  const filled = tex.replace(bracedWithTranspose, (whole, name: string, transpose: string, at: number) => {
    const value = worth(name)
    if (value === undefined) return whole
    const number = numberOf(value)
    if (number === null) return begin + quantityTeX(value) + end + transpose
    // A number is its own transpose.
    const [left, right] = [tex.slice(0, at), tex.slice(at + whole.length)]
    const isTight = right.startsWith('^') || /\/(?:\s|\\,)*$/.test(left)
    const text = typesetNumber(number, digits)
    const isBracketed = (number < 0 && !standsFree.test(left)) || (isTight && (number < 0 || text.includes('\\times')))
    return begin + (isBracketed ? `(${text})` : text) + end
  })
  const numbers = filled
    // Between numbers a cross is read more easily than a dot, and without it they would read as one.
    .replaceAll(/\\cdot(?!s)/g, '\\times')
    .replaceAll(new RegExp(`([\\d)}]${end}(?:\\^{-1})?)(?:\\s|\\\\,)*${begin}(?=[-(\\d])`, 'g'), `$1 \\times ${begin}`)
    .replaceAll(begin, '{')
    .replaceAll(end, '}')
  return numbers.includes('\\frac') ? smallMatrices(numbers) : numbers
}

/** Around what was put in, until all is: letters that no TeX has. */
const [begin, end] = ['\u{e000}', '\u{e001}']

/** In a fraction a column of full size would tower above the rest. */
const smallMatrices = (tex: string) =>
  tex
    .replaceAll('\\begin{pmatrix}', '\\left(\\begin{smallmatrix}')
    .replaceAll('\\end{pmatrix}', '\\end{smallmatrix}\\right)')

/** Text after which a negative number needs no brackets. */
const standsFree = /(?:^|[=({[<>]|(?<!\\),|\\(?:le|ge|lvert|lVert|leftarrow|quad))\s*$/

/** A quantity that is one number, as all are with one variable; null for others. */
export function numberOf(quantity: Quantity): number | null {
  if (typeof quantity === 'number') return quantity
  const [only] = quantity
  return quantity.length === 1 && only !== undefined ? numberOf(only) : null
}

/** A number, a column or a matrix in TeX; what is large is elided. With one variable all of them are numbers. */
export function quantityTeX(quantity: Quantity): string {
  if (typeof quantity === 'number') return typesetNumber(quantity, digits)
  const [only] = quantity
  if (quantity.length === 1 && only !== undefined) return quantityTeX(only)
  const rows = quantity.map((row) => (typeof row === 'number' ? [row] : row))
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns > longest || (columns > 1 && rows.length > longest)) return `[\\,${rows.length} \\times ${columns}\\,]`
  const written = rows.map((row) => row.map((part) => typesetNumber(part, digits)).join(' & '))
  const shown = rows.length <= longest ? written : [...written.slice(0, longest - 2), '\\vdots', ...written.slice(-1)]
  return `\\begin{pmatrix} ${shown.join(' \\\\ ')} \\end{pmatrix}`
}
