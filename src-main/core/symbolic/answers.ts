import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import { size } from '@shared/language/tree'
import { typeset } from '@shared/language/typeset'
import type { Analysis, Derivation, DerivationLine, Subject } from '@shared/protocol'
import { computedDerivative } from '../computed'
import { agreements, agrees } from './checked'
import { derivationLines, derivationSteps, held } from './derivation'
import { readableDerivative, tidiedDerivative } from './derivative'
import { differenceLimit, limitLines } from './limit'
import type { Written } from './shortest'
import { excepting, joined, validity } from './validity'

/** The maximum number of nodes of a formula that is compiled just to learn whether it is defined anywhere. */
const maxCompiled = 1000

/**
 * TeX of each ∂f/∂variable that is short enough to be read and agrees with the exact one. Throws FormulaError or
 * ProblemError.
 */
export function analysis(subject: Subject): Analysis {
  const { variables } = subject
  const { tree, names } = read(subject)
  const derivatives = variables.map((variable) => readableDerivative(tree, variable, variables))
  if (derivatives.every((derivative) => derivative === null) && size(tree) > maxCompiled)
    return {
      derivatives: variables.map(() => null),
      formulas: variables.map(() => null),
      gaps: variables.map(() => null)
    }
  const found = agreements(tree, variables, derivatives, names)
  const sure = derivatives.map((derivative, i) => (found[i] === 'agrees' ? derivative : null))
  const valid = sure.map((derivative, i) => derivative && validity(tree, derivative, variables[i] ?? ''))
  const shown = {
    derivatives: valid.map((one) => one && typeset(one.derivative, { whole: true })),
    formulas: sure.map((derivative) => derivative && print(derivative)),
    gaps: valid.map((one) => (one && one.conditions.length > 0 ? joined(one.conditions) : null))
  }
  const isNowhere = found.length > 0 && found.every((agreement) => agreement === 'undefined')
  return isNowhere ? { ...shown, nowhere: true } : shown
}

/** The derivation of ∂f/∂(the variable with index `along`). Throws FormulaError or ProblemError. */
export function derivation(subject: Subject, along: number): Derivation {
  const { variables } = subject
  const variable = variables[along] ?? ''
  const { tree, names } = read(subject)
  const computed = computedDerivative(tree, variable, names)
  const result = tidiedDerivative(tree, variable, variables)
  const sure = result && agrees(tree, variable, result.tree, names) ? result : null
  const valid = sure && validity(tree, sure.tree, variable)
  const steps = sure && valid && derivationSteps(tree, variable, ending(sure, valid.derivative))
  const limit = sure && differenceLimit(tree, variable, variables, sure.tree)
  return {
    rules: steps && valid && withGaps(derivationLines(steps, variable, variables), valid.conditions),
    limit: limit && limitLines(limit, variable, variables),
    computed: computed && typeset(computed, { names: (name) => held(name, variable, variables), whole: true })
  }
}

/** The same lines, with another tree in the last one. */
const ending = ({ lines }: Written, tree: Syntax): Written => ({
  tree,
  lines: lines.map((line, i) => (i === lines.length - 1 ? { ...line, tree } : line))
})

/** The lines, with the exceptions in the last one. */
function withGaps(lines: readonly DerivationLine[], conditions: readonly string[]): readonly DerivationLine[] {
  return lines.map((line, i) => (i === lines.length - 1 ? { ...line, law: excepting(line.law, conditions) } : line))
}

/** The function, and all its free names. */
function read({ formula, variables, parameters }: Subject): {
  readonly tree: Syntax
  readonly names: readonly string[]
} {
  const parametersOnly = Object.keys(parameters).filter((name) => !variables.includes(name))
  const { tree } = parse(formula, { variables, names: parametersOnly })
  return { tree, names: [...variables, ...parametersOnly] }
}
