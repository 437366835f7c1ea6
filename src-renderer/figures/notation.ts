import type { Syntax } from '@shared/language/syntax'
import { typeset, typesetName } from '@shared/language/typeset'
import type { DerivationLine } from '@shared/protocol'
import { shortened } from './names'

/** TeX of `f(x, y)`, or with numbers in the places of some variables; of a long list number `kept` stays in it. */
export const functionHead = (places: readonly string[], kept = 0): string =>
  `f(${shortened(places, '\\dots', kept).join(', ')})`

/** TeX of `f(x, y) = …`; `whole`: with every term, where otherwise are dots. */
export const functionTeX = (names: readonly string[], tree: Syntax, whole = false): string =>
  `${functionHead(names.map(typesetName))} = ${typeset(tree, { whole })}`

/** TeX of the derivative along variable number `axis`: `f'(x)` of one variable, `∂f/∂x` of several. */
export function derivativeHead(names: readonly string[], axis: number): string {
  const name = typesetName(names[axis] ?? '')
  return names.length === 1 ? `f'(${name})` : `\\frac{\\partial f}{\\partial ${name}}`
}

/** A derivation to be pasted into a TeX document: a line each, aligned at the equals sign, the rule's name beside it. */
export function derivationBlock(
  head: string,
  lines: readonly DerivationLine[],
  ruleName: (line: DerivationLine) => string
): string {
  const rows = lines.map((line, index) => `${index === 0 ? head : ' '} &= ${line.tex} && \\text{${ruleName(line)}}`)
  return `\\begin{align*}\n${rows.join(' \\\\\n')}\n\\end{align*}`
}
