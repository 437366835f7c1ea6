import { formSpelt } from '@shared/language/forms'
import { functionNamed, rowsWritten, shorthandNamed } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import type { Token } from '@shared/language/tokens'
import { type TypesetOptions, typeset, typesetCondition, typesetName, typesetNumber } from '@shared/language/typeset'
import { numeral } from '@shared/numbers/numeral'
import { argumentsOf } from './completions'
import type { Context } from './context'

/** What is said of one word of a formula: TeX of it, what it means, and what else there is to know, as sentence or TeX. */
export interface Explanation {
  readonly title: string
  readonly meaning: string
  readonly facts: readonly Fact[]
}

export type Fact = { readonly text: string } | { readonly tex: string; readonly label?: string }

/** What the token means, or null if it speaks for itself. */
export function explanationOf({ kind, text }: Token, context: Context): Explanation | null {
  switch (kind) {
    case 'function':
      return functionExplanation(text, context)
    case 'keyword':
      return text === 'if' ? functionExplanation('piecewise', context) : null
    case 'root':
      return functionExplanation(roots[text] ?? text, context)
    case 'constant':
      return constantExplanation(text === 'pi' ? 'pi' : 'e', context)
    case 'name':
      return nameExplanation(text, context)
    default:
      return null
  }
}

/** What the glyphs √ and ∛ are called. */
const roots: Readonly<Record<string, string>> = { 2: 'sqrt', 3: 'cbrt' }

function constantExplanation(name: 'pi' | 'e', { words }: Context): Explanation {
  const value = name === 'pi' ? Math.PI : Math.E
  return {
    title: name === 'pi' ? '\\pi' : 'e',
    meaning: words.editor.constants[name],
    facts: [{ tex: `${name === 'pi' ? '\\pi' : 'e'} \\approx ${typesetNumber(value, 15)}` }]
  }
}

function nameExplanation(name: string, { words, variables, parameters }: Context): Explanation | null {
  const { editor } = words
  const title = typesetName(name)
  const variable = variables.find((one) => one.name === name)
  if (variable) {
    const range = editor.range({ min: numeral(variable.min, 15), max: numeral(variable.max, 15) })
    return { title, meaning: editor.variable, facts: [{ text: range }] }
  }
  const parameter = parameters.find((one) => one.name === name)
  if (!parameter) return null
  return { title, meaning: editor.parameter, facts: [{ tex: `${title} = ${typesetNumber(parameter.value, 15)}` }] }
}

function functionExplanation(name: string, { words }: Context): Explanation | null {
  const form = formSpelt(name)
  if (form) {
    const { arguments: of, meaning } = words.editor.forms[form]
    return { title: `\\operatorname{${name}}(\\text{${of}})`, meaning, facts: [] }
  }
  const meanings: Readonly<Record<string, string>> = words.functions
  const meaning = meanings[name]
  if (meaning === undefined) return null
  const shorthand = shorthandNamed(name)
  if (shorthand) {
    const { parameters, formula } = shorthand
    return { title: written(name, argumentsOf({ parameters })), meaning, facts: [{ tex: set(formula, parameters) }] }
  }
  const rows = rowsWritten(name)
  const [first] = rows
  if (!first) return null
  const aliases = first.aliases.length > 0 ? [{ text: words.editor.aliases({ names: first.aliases.join(', ') }) }] : []
  return {
    title: written(name, argumentsOf(first)),
    meaning,
    facts: [
      ...rows.flatMap((row) => [...domainOf(row.name, words.editor.defined), ...derivativesOf(row.name)]),
      ...aliases
    ]
  }
}

const written = (name: string, of: readonly string[]) => `\\operatorname{${name}}(${of.join(', ')})`

/** How a row's parameters are set: with the names that a person reads. */
function shownAs(parameters: readonly string[]): TypesetOptions {
  const shown = argumentsOf({ parameters })
  return { names: (name) => shown[parameters.indexOf(name)] }
}

/** A formula over a row's parameters. */
const treeOf = (formula: string, parameters: readonly string[]) =>
  parse(formula, { names: parameters, hidden: true }).tree

const set = (formula: string, parameters: readonly string[]) =>
  typeset(treeOf(formula, parameters), shownAs(parameters))

function domainOf(name: string, label: string): readonly Fact[] {
  const { domain, parameters } = functionNamed(name)
  if (domain === undefined) return []
  // A condition is read where it chooses between pieces.
  const tree = treeOf(`piecewise(${domain}, 1, 0)`, parameters)
  const pieces = tree.kind === 'piecewise' ? tree.pieces : []
  return pieces.map(({ condition }) => ({ label, tex: typesetCondition(condition, shownAs(parameters)) }))
}

/** The derivative in each argument, as the row has it: of functions that take any number, for two. */
function derivativesOf(name: string): readonly Fact[] {
  const { derivatives, parameters } = functionNamed(name)
  const call = set(`${functionNamed(name).written ?? name}(${parameters.join(', ')})`, parameters)
  const shown = argumentsOf({ parameters })
  return derivatives.map((derivative, at) => {
    const head = shown.length === 1 ? `\\frac{d}{d${shown[at]}}` : `\\frac{\\partial}{\\partial ${shown[at]}}`
    return { tex: `${head}\\,${call} = ${set(derivative, parameters)}` }
  })
}
