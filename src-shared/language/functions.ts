import { exponential } from './exponential'
import type { FunctionRow } from './function-row'
import { hyperbolic } from './hyperbolic'
import { piecewise } from './piecewise'
import { type Shorthand, shorthands } from './shorthands'
import { trigonometric } from './trigonometric'

export type { FunctionRow }
export { shorthands }

/** Every function of the language, in the order of a reference table. */
export const functions: readonly FunctionRow[] = [...trigonometric, ...hyperbolic, ...exponential, ...piecewise]

const byName = new Map(functions.map((row) => [row.name, row]))
const shorthandByName = new Map(shorthands.map((shorthand) => [shorthand.name, shorthand]))
const offered = [...functions.filter(({ hidden, written }) => !hidden && !written), ...shorthands]
const spellings = new Map(
  [...functions.filter(({ hidden }) => !hidden), ...shorthands].flatMap(({ name, aliases }) =>
    [name, ...aliases].map((word) => [word, name] as const)
  )
)

/** The row with this canonical name, as a call node carries it. Throws a RangeError if there is none. */
export function functionNamed(name: string): FunctionRow {
  const row = byName.get(name)
  if (!row) throw new RangeError(`there is no function ${name}`)
  return row
}

export function shorthandNamed(name: string): Shorthand | undefined {
  return shorthandByName.get(name)
}

/**
 * The canonical name of the function or shorthand that a word means, in any case of letters; undefined if it means
 * none.
 */
export function functionSpelt(word: string): string | undefined {
  return spellings.get(word.toLowerCase())
}

/** Whether a function occurs only in derivatives of others. */
export function isHidden(name: string): boolean {
  return byName.get(name)?.hidden === true
}

/** The rows written with this name: several where the number of arguments tells them apart. */
export function rowsWritten(name: string): readonly FunctionRow[] {
  return functions.filter((row) => (row.written ?? row.name) === name)
}

/** All words that mean a function, for completion and suggestions. */
export function functionWords(): readonly string[] {
  return offered.flatMap(({ name, aliases }) => [name, ...aliases])
}
