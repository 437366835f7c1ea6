import { functionSpelt } from './functions'
import { isGreek } from './glyphs'
import type { Formula } from './syntax'

/** Letters that are variables unless the user says otherwise, in the order in which they are listed. */
export const variableLetters = ['x', 'y', 'z', 'w', 'u', 'v', 't']

/** A letter (Latin, or a Greek one by its name), perhaps with an index: `x`, `x10`, `alpha`, `beta1`. */
const pattern = /^([A-Za-z]|[a-z]+?)(\d*)$/

function parts(name: string): { readonly letter: string; readonly index: number | undefined } | undefined {
  const [, letter = '', index = ''] = pattern.exec(name) ?? []
  if (letter.length !== 1 && !isGreek(letter)) return undefined
  return { letter, index: index === '' ? undefined : Number(index) }
}

/** Whether a variable or a parameter may be called so: a letter, perhaps indexed, that is no constant and no function. */
export function isName(name: string): boolean {
  const letter = parts(name)?.letter.toLowerCase()
  return letter !== undefined && letter !== 'e' && letter !== 'pi' && !functionSpelt(name)
}

/** Whether a free name is a variable from the start: x y z w u v t and every indexed name. Others are parameters. */
export function isVariable(name: string): boolean {
  const found = isName(name) ? parts(name) : undefined
  return found !== undefined && (found.index !== undefined || variableLetters.includes(found.letter))
}

/** Names in canonical order: x, y, z, w, u, v, t, other letters, then indexed ones by letter and number (x2 before x10). */
export function ordered(names: readonly string[]): readonly string[] {
  return [...names].sort((a, b) => rank(a) - rank(b) || compareLetters(a, b) || indexOf(a) - indexOf(b))
}

function rank(name: string): number {
  const place = variableLetters.indexOf(name)
  if (place >= 0) return place
  return variableLetters.length + (indexOf(name) >= 0 ? 1 : 0)
}

function compareLetters(a: string, b: string): number {
  const [left, right] = [parts(a)?.letter ?? a, parts(b)?.letter ?? b]
  return left < right ? -1 : left > right ? 1 : 0
}

const indexOf = (name: string): number => parts(name)?.index ?? -1

/** The variables of a formula in canonical order, those of its left-hand side among them. */
export function variablesOf(formula: Formula): readonly string[] {
  return ordered([...new Set([...formula.arguments, ...formula.names.filter(isVariable)])])
}

/** The parameters of a formula – its other names – in the order of their first appearance. */
export function parametersOf(formula: Formula): readonly string[] {
  return formula.names.filter((name) => !isVariable(name) && !formula.arguments.includes(name))
}
