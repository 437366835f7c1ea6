import type { Syntax } from '@shared/language/syntax'
import { fenced } from '@shared/language/tex'
import { names, operands, size } from '@shared/language/tree'
import { typeset, typesetName } from '@shared/language/typeset'
import type { DerivationLine, DerivationRule } from '@shared/protocol'
import { lengthToDifferentiate } from './changing'
import { cleaned, named, rewritten } from './draft'
import { type Applied, Rules } from './rules'

/** One line: the rule that made it of the line before, and a formula that is worth the same. */
export interface Step {
  readonly rule: DerivationRule
  readonly law: string
  readonly tree: Syntax
  /** What each name in `tree` that is none of the formula's stands for: the derivative of this. */
  readonly pending: ReadonlyMap<string, Syntax>
}

/** Longer derivations, and longer lines (in nodes), are not read. */
const mostSteps = 40
const mostInLine = 160

/** What is still to be differentiated has dots in its lists if it has as many nodes. */
const long = 80

/** Rules that are applied to all of the same kind at once: one line says enough of them. */
const atOnce: ReadonlySet<DerivationRule> = new Set<DerivationRule>([
  'sum',
  'constant',
  'constant-factor',
  'variable',
  'power',
  'function',
  'exponential',
  'chain'
])

/**
 * From ∂f/∂variable to `result`, one rule a line: the outermost first, from the left. Null where there would be too
 * much to read.
 */
export function derivationSteps(f: Syntax, variable: string, result: Syntax): readonly Step[] | null {
  if (lengthToDifferentiate(f, variable) > mostInLine) return null
  const pending = new Map<string, Syntax>()
  const wait = (tree: Syntax): Syntax => {
    // No name that can be typed has this sign.
    const name = `∂${pending.size}`
    pending.set(name, tree)
    return named(name)
  }
  const rules = new Rules(variable, (tree) => names(tree).has(variable), wait)
  let tree = wait(f)
  const steps: Step[] = [{ rule: 'begin', law: '', tree, pending }]
  while (steps.length <= mostSteps) {
    const waiting = waitingIn(tree, pending)
    if (waiting.length === 0) return finished(steps, result)
    const next = nextTree(cleaned(tree), waiting, pending, rules)
    if (!next || size(next.tree) > mostInLine) return null
    tree = next.tree
    steps.push({ ...next, pending })
  }
  return null
}

/** The line after a rule; the leftmost derivative decides which. */
function nextTree(
  tree: Syntax,
  waiting: readonly string[],
  pending: ReadonlyMap<string, Syntax>,
  rules: Rules
): Applied | null {
  const made = new Map<string, Syntax>()
  let first: Applied | undefined
  for (const name of waiting) {
    const of = pending.get(name)
    const applied = of && (!first || atOnce.has(first.rule)) ? rules.applied(of) : undefined
    if (applied === null) return null
    if (!applied || (first && (applied.rule !== first.rule || applied.law !== first.law))) continue
    first ??= applied
    made.set(name, applied.tree)
  }
  return first ? { ...first, tree: rewritten(tree, made) } : null
}

/** The names of the derivatives still to be found, from left to right. */
function waitingIn(tree: Syntax, pending: ReadonlyMap<string, Syntax>): readonly string[] {
  if (tree.kind === 'name') return pending.has(tree.name) ? [tree.name] : []
  return operands(tree).flatMap((operand) => waitingIn(operand, pending))
}

/** The last line is the derivative as it is shown everywhere else. */
function finished(steps: readonly Step[], result: Syntax): readonly Step[] {
  const last = steps.at(-1)
  const whole = { whole: true }
  if (!last || typeset(last.tree, whole) === typeset(result, whole)) return steps
  return [...steps, { rule: 'tidy', law: '', tree: result, pending: new Map() }]
}

/** TeX of each step. `variables`: all of them; where there are several, what is held still is grey. */
export function derivationLines(
  steps: readonly Step[],
  variable: string,
  variables: readonly string[]
): readonly DerivationLine[] {
  return steps.map(({ rule, law, tree, pending }) => {
    const tex = (name: string): string | undefined => {
      const of = pending.get(name)
      if (of)
        return (
          derivativeSign(variable, variables) + fenced('(', typeset(of, { names: tex, whole: size(of) < long }), ')')
        )
      return held(name, variable, variables)
    }
    return { rule, law, tex: typeset(tree, { names: tex, whole: true }) }
  })
}

/** `\frac{d}{dx}`, or with ∂ where there are several variables. */
export function derivativeSign(variable: string, variables: readonly string[]): string {
  const d = variables.length > 1 ? '\\partial ' : 'd'
  return `\\frac{${d.trim()}}{${d}${typesetName(variable)}}`
}

/** A name that is held still, in grey; undefined for the variable itself, and where there is no other variable. */
export function held(name: string, variable: string, variables: readonly string[]): string | undefined {
  if (name === variable || variables.length < 2) return undefined
  return `\\textcolor{gray}{${typesetName(name)}}`
}
