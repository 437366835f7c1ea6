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
import { gaps } from './gaps'
import { differenceLimit, limitLines } from './limit'

/** Larger formulas are not compiled only to learn whether they are defined anywhere: number of nodes. */
const mostToCompile = 1000

/** TeX of each ∂f/∂variable that can be read and that agrees with the exact one. Throws a FormulaError, a ProblemError. */
export function analysis(subject: Subject): Analysis {
  const { variables } = subject
  const { tree, names } = read(subject)
  const derivatives = variables.map((variable) => readableDerivative(tree, variable, variables))
  if (derivatives.every((derivative) => derivative === null) && size(tree) > mostToCompile)
    return {
      derivatives: variables.map(() => null),
      formulas: variables.map(() => null),
      gaps: variables.map(() => null)
    }
  const found = agreements(tree, variables, derivatives, names)
  const sure = derivatives.map((derivative, i) => (found[i] === 'agrees' ? derivative : null))
  const shown = {
    derivatives: sure.map((derivative) => derivative && typeset(derivative, { whole: true })),
    formulas: sure.map((derivative) => derivative && print(derivative)),
    gaps: sure.map((derivative, i) => derivative && gaps(tree, derivative, variables[i] ?? ''))
  }
  const isNowhere = found.length > 0 && found.every((agreement) => agreement === 'undefined')
  return isNowhere ? { ...shown, nowhere: true } : shown
}

/** How ∂f/∂(the variable `along`) is found. Throws a FormulaError, a ProblemError. */
export function derivation(subject: Subject, along: number): Derivation {
  const { variables } = subject
  const variable = variables[along] ?? ''
  const { tree, names } = read(subject)
  const computed = computedDerivative(tree, variable, names)
  const result = tidiedDerivative(tree, variable, variables)
  const sure = result && agrees(tree, variable, result.tree, names) ? result : null
  const steps = sure && derivationSteps(tree, variable, sure)
  const limit = sure && differenceLimit(tree, variable, variables, sure.tree)
  return {
    rules: steps && withGaps(derivationLines(steps, variable, variables), sure && gaps(tree, sure.tree, variable)),
    limit: limit && limitLines(limit, variable, variables),
    computed: computed && typeset(computed, { names: (name) => held(name, variable, variables), whole: true })
  }
}

/** The last line says where f has no value, but it has. */
function withGaps(lines: readonly DerivationLine[], places: string | null): readonly DerivationLine[] {
  return lines.map((line, i) =>
    places && i === lines.length - 1 ? { ...line, law: `${line.law}\\quad(${places})` } : line
  )
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
