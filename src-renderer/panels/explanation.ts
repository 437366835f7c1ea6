import type { Method } from '@shared/experiment/methods'
import { symbolsOf } from '@shared/experiment/methods'
import { parse } from '@shared/language/parser'
import { typeset, typesetName, typesetNumber } from '@shared/language/typeset'
import type { StepReport } from '@shared/protocol'

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

/**
 * The rule of `method` with the numbers of one step, line by line, for the coordinates `shown` (indices of variables).
 * Lines and operands come from the run itself, so what is read here is what was computed.
 */
export function explanation(
  report: StepReport,
  method: Method,
  variables: readonly string[],
  shown: readonly number[]
): readonly ExplainedLine[] {
  const symbols: Readonly<Record<string, string>> = { ...symbolsOf(method), g: '\\nabla f' }
  const symbol = (name: string) => symbols[name] ?? name
  return report.lines.map((line, index) => {
    const formula = method.rule[index]?.formula ?? ''
    const { tree } = parse(formula, { names: Object.keys(line.operands) })
    return {
      target: line.target,
      rule: `${symbol(line.target)} \\leftarrow ${typeset(tree, { names: symbol })}`,
      numbers: shown.map((axis) => {
        const value = (name: string) => {
          const worth = line.operands[name]?.[axis]
          return worth === undefined ? undefined : typesetNumber(worth, digits)
        }
        const result = typesetNumber(line.result[axis] ?? Number.NaN, digits)
        return {
          variable: subscripted(symbol(line.target), variables[axis] ?? '', line.target === 'x'),
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
