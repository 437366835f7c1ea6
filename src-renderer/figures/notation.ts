import { typesetName } from '@shared/language/typeset'
import type { DerivationLine } from '@shared/protocol'

/** More arguments than this are written as the first few, dots and the last. */
const mostArguments = 6

/** TeX of `f(x, y)`, or with numbers in the places of some variables; a long list of places has dots in it. */
export function functionHead(places: readonly string[]): string {
  const shown = places.length > mostArguments ? [...places.slice(0, 3), '\\dots', ...places.slice(-1)] : places
  return `f(${shown.join(', ')})`
}

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
