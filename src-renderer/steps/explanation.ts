import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { names } from '@shared/language/tree'
import { typeset, typesetName, typesetNumber } from '@shared/language/typeset'
import { valueAt } from '@shared/language/value'
import type { Assignment, FixedRate } from '@shared/methods/method'
import { symbolsOf } from '@shared/methods/method'
import { digitsOfMove } from '@shared/numbers/digits'
import { significant } from '@shared/numbers/rounded'
import type { StepReport } from '@shared/protocol'

/** One line of an update rule at work. */
export interface ExplainedLine {
  readonly target: string
  /** The line as written in the rule: `x ← x − η g`. */
  readonly rule: string
  /**
   * For each wanted coordinate, or once where it is the same for all: the line with this step's numbers, and what came
   * out.
   */
  readonly numbers: readonly { readonly variable: string; readonly tex: string }[]
}

/** Significant digits of the numbers in a substituted line. */
const digits = 5
/** So many more at most, where the line would not come out: longer numbers nobody checks by hand. */
const mostMore = 2

/** What came out, where it is what the step is about. */
export const bold = (number: string) => `\\mathbf{${number}}`

/** Numbers in the colour of what they are: ∇f in that of its arrow. */
export const inColour = (name: 'gradient' | 'rate', tex: string) => `\\htmlClass{of-${name}}{${tex}}`

/** Behind such numbers until the formula is set, which goes by what a number begins with: letters that no TeX has. */
const marks: Readonly<Record<string, string>> = { g: '\u{e000}', lr: '\u{e001}' }
const marked = /(-?[\d.]+(?: \\times 10\^\{-?\d+\})?|10\^\{-?\d+\})([\u{e000}\u{e001}])/gu
const coloured = (tex: string) =>
  tex
    .replace(marked, (_, number: string, mark: string) => inColour(mark === marks['g'] ? 'gradient' : 'rate', number))
    // What is no plain number stays as it is.
    .replace(/[\u{e000}\u{e001}]/gu, '')

/** TeX of the names in the method's rule; the gradient is ∇f, as everywhere else in the window. */
function symbolOf(method: FixedRate): (name: string) => string {
  const symbols: Readonly<Record<string, string>> = { ...symbolsOf(method), g: '\\nabla f' }
  return (name) => symbols[name] ?? name
}

/** A line of the rule as a tree: every letter in it is one of the rule's own names. */
const lineTree = (method: FixedRate, { formula }: Assignment) =>
  parse(formula, { names: Object.keys(symbolsOf(method)) }).tree

/** The method's update rule in TeX, a line each: `x ← x − η ∇f`. */
export function typesetRule(method: FixedRate): readonly string[] {
  const symbol = symbolOf(method)
  return method.rule.map(
    (line) => `${symbol(line.target)} \\leftarrow ${typeset(lineTree(method, line), { names: symbol })}`
  )
}

/**
 * The rule of `method` with the numbers of one step, line by line, for the coordinates `shown` (indices of variables).
 * Operands come from the run itself, so what is read here is what was computed.
 */
export function explanation(
  report: StepReport,
  method: FixedRate,
  variables: readonly string[],
  shown: readonly number[]
): readonly ExplainedLine[] {
  const symbol = symbolOf(method)
  const rules = typesetRule(method)
  const isCommon = commonNames(method)
  return method.rule.map((assignment, index) => {
    const line = report.lines[index]
    const tree = lineTree(method, assignment)
    const isOnce = isCommon(assignment.target)
    return {
      target: assignment.target,
      rule: rules[index] ?? '',
      numbers: (isOnce ? shown.slice(0, 1) : shown).map((axis) => {
        const made = line?.result[axis] ?? Number.NaN
        /** The old and the new value of what the line changes are told apart. */
        const telling = digitsOfMove(line?.operands[assignment.target]?.[axis] ?? made, made)
        const digitsOf = (name: string, more: number) => (name === assignment.target ? telling : digits) + more
        const operand = (name: string) => line?.operands[name]?.[axis]
        const more = digitsBelieved(tree, operand, digitsOf, significant(made, telling), telling)
        const value = (name: string) => {
          const worth = operand(name)
          return worth === undefined
            ? undefined
            : typesetNumber(worth, digitsOf(name, more ?? 0)) + (Object.hasOwn(marks, name) ? marks[name] : '')
        }
        const number = typesetNumber(made, telling)
        const result = `${more === null ? '\\approx' : '='} ${assignment.target === 'x' ? bold(number) : number}`
        return {
          variable: isOnce
            ? symbol(assignment.target)
            : subscripted(symbol(assignment.target), variables[axis] ?? '', assignment.target === 'x'),
          // Between numbers a cross is read more easily than a dot.
          tex: `${coloured(typeset(tree, { names: value }).replaceAll('\\cdot', '\\times'))} ${result}`
        }
      })
    }
  })
}

/**
 * How many digits more the operands need so that the line, reckoned with what is written, gives the written result to half
 * a unit of its last digit; null where so many still do not: a result that is nothing but rounding, a term that cancels.
 */
function digitsBelieved(
  tree: Syntax,
  operand: (name: string) => number | undefined,
  digitsOf: (name: string, more: number) => number,
  result: number,
  resultDigits: number
): number | null {
  if (!Number.isFinite(result)) return 0
  const read = [...names(tree)]
  return moreDigits((more) => {
    const written = read.map((name) => [name, significant(operand(name) ?? Number.NaN, digitsOf(name, more))] as const)
    return comesOut(valueAt(tree, new Map(written)), result, resultDigits)
  })
}

/** With how many digits more a line comes out; null: with none that anybody reads. */
export function moreDigits(isEnough: (more: number) => boolean): number | null {
  for (let more = 0; more <= mostMore; more++) if (isEnough(more)) return more
  return null
}

/** Whether `value` is the written `result` to half a unit of its last digit. */
export function comesOut(value: number, result: number, digits: number): boolean {
  const half = result === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(result))) - digits + 1)
  // Reckoned in doubles, which have roundings of their own.
  return Math.abs(value - result) <= half * (1 + 1e-6)
}

/** Which names are worth the same for every coordinate: what depends on the settings and the number of the step alone. */
function commonNames(method: FixedRate): (name: string) => boolean {
  const varied = new Set(['x', 'g'])
  // Twice: memory that is read in one step was written in the step before.
  for (const line of [...method.rule, ...method.rule]) {
    const { names } = parse(line.formula, { names: Object.keys(symbolsOf(method)) })
    if (names.some((name) => varied.has(name))) varied.add(line.target)
  }
  return (name) => !varied.has(name)
}

/** The coordinate itself for x, otherwise the memory's letter with the coordinate below it: `m_{x_0}`. */
function subscripted(letter: string, variable: string, isCoordinate: boolean): string {
  return isCoordinate ? typesetName(variable) : `{${letter}}_{${typesetName(variable)}}`
}
