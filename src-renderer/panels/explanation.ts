import { parse } from '@shared/language/parser'
import { typeset, typesetName, typesetNumber } from '@shared/language/typeset'
import type { Assignment, FixedRate } from '@shared/methods/method'
import { symbolsOf } from '@shared/methods/method'
import type { StepReport } from '@shared/protocol'
import { digitsOfMove } from '../figures/digits'

/** One line of an update rule at work. */
export interface ExplainedLine {
  readonly target: string
  /** The line as written in the rule: `x ← x − η g`. */
  readonly rule: string
  /** For each wanted coordinate: the line with this step's numbers, and what came out. */
  readonly numbers: readonly { readonly variable: string; readonly tex: string }[]
}

/** Significant digits of the numbers in a substituted line. */
const digits = 5

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
  return method.rule.map((assignment, index) => {
    const line = report.lines[index]
    const tree = lineTree(method, assignment)
    return {
      target: assignment.target,
      rule: rules[index] ?? '',
      numbers: shown.map((axis) => {
        const made = line?.result[axis] ?? Number.NaN
        /** The old and the new value of what the line changes are told apart. */
        const telling = digitsOfMove(line?.operands[assignment.target]?.[axis] ?? made, made)
        const value = (name: string) => {
          const worth = line?.operands[name]?.[axis]
          return worth === undefined ? undefined : typesetNumber(worth, name === assignment.target ? telling : digits)
        }
        const result = typesetNumber(made, telling)
        return {
          variable: subscripted(symbol(assignment.target), variables[axis] ?? '', assignment.target === 'x'),
          // Between numbers a cross is read more easily than a dot.
          tex: `${typeset(tree, { names: value }).replaceAll('\\cdot', '\\times')} = ${result}`
        }
      })
    }
  })
}

/** The coordinate itself for x, otherwise the memory's letter with the coordinate below it: `m_{x_0}`. */
function subscripted(letter: string, variable: string, isCoordinate: boolean): string {
  return isCoordinate ? typesetName(variable) : `{${letter}}_{${typesetName(variable)}}`
}
