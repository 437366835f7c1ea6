import type { Syntax } from '@shared/language/syntax'
import { fenced } from '@shared/language/tex'
import { names, operands, size } from '@shared/language/tree'
import { typeset, typesetName } from '@shared/language/typeset'
import type { DerivationLine, DerivationRule } from '@shared/protocol'
import { lengthToDifferentiate } from './changing'
import { cleaned, multiplied, named, rewritten } from './draft'
import { tidied } from './read'
import { type Applied, Rules } from './rules'
import type { Written } from './shortest'
import type { Sum } from './terms'
import * as terms from './terms'
import { written } from './written'

/** One line of a derivation: the rule that turns the line before into it, and a formula of the same value. */
export interface Step {
  readonly rule: DerivationRule
  readonly law: string
  readonly tree: Syntax
  /** The formulas still to be differentiated, by the names that stand for their derivatives in `tree`. */
  readonly pending: ReadonlyMap<string, Syntax>
}

/** The maximum number of lines, and of nodes in a line, that are shown. */
const maxSteps = 40
const maxInLine = 160

/** With at least so many nodes, a formula still to be differentiated is abbreviated by dots. */
const long = 80

/** Rules that are applied to all derivatives of their kind in a single line. */
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
 * From ∂f/∂variable to `result`, one rule a line, outermost first and from left to right; then how that is simplified.
 * Null if it would be too long.
 */
export function derivationSteps(f: Syntax, variable: string, { lines }: Written): readonly Step[] | null {
  if (lengthToDifferentiate(f, variable) > maxInLine) return null
  const pending = new Map<string, Syntax>()
  const wait = (tree: Syntax): Syntax => {
    // This character cannot occur in a name that is typed.
    const name = `∂${pending.size}`
    pending.set(name, tree)
    return named(name)
  }
  const rules = new Rules(variable, (tree) => names(tree).has(variable), wait)
  let tree = wait(f)
  const steps: Step[] = [{ rule: 'begin', law: '', tree, pending }]
  while (steps.length <= maxSteps) {
    const waiting = waitingIn(tree, pending)
    if (waiting.length === 0) return finished(steps, lines)
    const next = nextTree(cleaned(tree), waiting, pending, rules)
    if (!next || size(next.tree) > maxInLine) return null
    tree = next.tree
    steps.push({ ...next, pending })
  }
  return null
}

/** The line after one rule, that of the leftmost derivative. */
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

/** The names that stand for derivatives in the tree, from left to right. */
function waitingIn(tree: Syntax, pending: ReadonlyMap<string, Syntax>): readonly string[] {
  if (tree.kind === 'name') return pending.has(tree.name) ? [tree.name] : []
  return operands(tree).flatMap((operand) => waitingIn(operand, pending))
}

/** Ends with the derivative as it is shown everywhere else. Lines that look like the one before are left out. */
function finished(steps: readonly Step[], lines: Written['lines']): readonly Step[] {
  const last = steps.at(-1)
  const shown = (tree: Syntax) => typeset(tree, { whole: true })
  const result = lines.at(-1)
  if (!last || !result || shown(last.tree) === shown(result.tree)) return steps
  const all: Written['lines'] = [...(openedLines(last.tree, lines[0]?.tree) ?? []), ...lines]
  const pending = new Map<string, Syntax>()
  const tidying = all.map(({ rule, tree }): Step => ({ rule, law: '', tree, pending }))
  return [...steps, ...tidying].filter(({ tree, rule }, i, every) => {
    const [before, after] = [every[i - 1], every[i + 1]]
    const isOnTheWay = rule === 'tidy' && after?.rule === 'tidy'
    return i < steps.length || !before || (shown(tree) !== shown(before.tree) && !isOnTheWay)
  })
}

/** A sum, or a numerator that is one, expanded, if adding like terms then leads to the next line. */
function openedLines(tree: Syntax, next: Syntax | undefined): Written['lines'] | null {
  const { numerator, within } = fraction(tree)
  if (numerator.kind !== 'sum' || !next) return null
  const products = terms.unlessTooLong(() => {
    const sums = numerator.terms.map(({ minus, term }) => {
      const part = tidied(term)
      return part && terms.multipliedOut(minus ? terms.negate(part) : part)
    })
    return sums.every((sum) => sum !== null) ? sums.flat() : null
  })
  const [collected, wanted] = [products && terms.add(products), tidied(fraction(next).numerator)]
  if (!products || !collected || !wanted || products.length === collected.length) return null
  const isSame = (sum: Sum) => terms.sumKey(collected) === terms.sumKey(sum)
  const [open, all] = [written(products, []), isSame(wanted) ? fraction(next).numerator : written(collected, [])]
  if (!open || !all || !isSame(terms.expanded(wanted) ?? wanted)) return null
  return [
    { rule: 'expand', tree: within(open) },
    { rule: 'collect', tree: within(all) },
    { rule: isSame(wanted) ? 'tidy' : 'factor', tree: next }
  ]
}

/** The numerator of a fraction, and the fraction with another numerator; if the tree is no fraction, all of it. */
function fraction(tree: Syntax): { readonly numerator: Syntax; readonly within: (other: Syntax) => Syntax } {
  const [above, ...below] = tree.kind === 'product' ? tree.factors : []
  if (!above || below.length === 0 || !below.every(({ divide }) => divide)) {
    return { numerator: tree, within: (other) => other }
  }
  return { numerator: above.factor, within: (other) => multiplied([{ divide: false, factor: other }, ...below]) }
}

/** TeX of each step. `variables`: all of them; if there are several, those held constant are grey. */
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

/** `\frac{d}{dx}`, or with ∂ if there are several variables. */
export function derivativeSign(variable: string, variables: readonly string[]): string {
  const d = variables.length > 1 ? '\\partial ' : 'd'
  return `\\frac{${d.trim()}}{${d}${typesetName(variable)}}`
}

/** A name that is held constant, in grey; undefined for the variable itself, and if it is the only one. */
export function held(name: string, variable: string, variables: readonly string[]): string | undefined {
  if (name === variable || variables.length < 2) return undefined
  return `\\textcolor{gray}{${typesetName(name)}}`
}
