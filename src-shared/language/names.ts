import { functionSpelt } from './functions'
import { isGreek } from './glyphs'

/** Letters that are variables unless the user says otherwise, in canonical order. */
export const variableLetters = ['x', 'y', 'z', 'w', 'u', 'v', 't']

/** A Latin letter or the name of a Greek one, perhaps with an index: `x`, `x10`, `alpha`, `beta1`. */
const pattern = /^([A-Za-z]|[a-z]+?)(\d*)$/

function parts(name: string): { readonly letter: string; readonly index: number | undefined } | undefined {
  const [, letter = '', index = ''] = pattern.exec(name) ?? []
  if (letter.length !== 1 && !isGreek(letter)) return undefined
  return { letter, index: index === '' ? undefined : Number(index) }
}

/**
 * Whether a variable or a parameter may have this name: a letter, perhaps with an index, that is neither a constant nor
 * a function.
 */
export function isName(name: string): boolean {
  const letter = parts(name)?.letter.toLowerCase()
  return letter !== undefined && letter !== 'e' && letter !== 'pi' && !functionSpelt(name)
}

/** Whether a free name is a variable by default: x y z w u v t, and every name with an index. Others are parameters. */
export function isVariable(name: string): boolean {
  const found = isName(name) ? parts(name) : undefined
  return found !== undefined && (found.index !== undefined || variableLetters.includes(found.letter))
}

/**
 * Names in canonical order: x, y, z, w, u, v, t, other letters, then those with an index by letter and number (x2
 * before x10).
 */
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
