import { isVariable, ordered } from '@shared/language/names'
import type { Formula } from '@shared/language/syntax'

/** The variables of a formula in canonical order, those of its left-hand side among them. */
export function variablesOf(formula: Formula): readonly string[] {
  return ordered([...new Set([...formula.arguments, ...formula.names.filter(isVariable)])])
}

/** The parameters of a formula – its other names – in the order of their first appearance. */
export function parametersOf(formula: Formula): readonly string[] {
  return formula.names.filter((name) => !isVariable(name) && !formula.arguments.includes(name))
}
