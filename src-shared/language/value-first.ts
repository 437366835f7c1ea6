import type { Token } from './tokens'

/** Between two commas or semicolons of a bracket. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly isCondition: boolean
  /** Index of the bracket around a condition with which it ends. */
  readonly conditionAt: number | undefined
}

/** A bracket that is not closed yet. */
interface Opened {
  readonly at: number
  readonly stretches: Stretch[]
  /** Where its last stretch begins, and what is known of that. */
  from: number
  hasRelation: boolean
  /** Whether it is parted by other marks: a colon, TeX's &, if and else. */
  hasOtherMarks: boolean
  /** The bracket in it that was closed last. */
  inner: { readonly open: number; readonly close: number; readonly isCondition: boolean } | undefined
}

const opened = (at: number): Opened => ({
  at,
  stretches: [],
  from: at + 1,
  hasRelation: false,
  hasOtherMarks: false,
  inner: undefined
})

/**
 * The tokens with pieces in braces whose values stand before their conditions, as in school books, written as TeX's
 * cases: `{ x^2 (x ≥ 0), -x (x < 0) }` and `{x^2, x >= 0; -x, x < 0}`. The last value may stand alone.
 */
export function valueFirst(tokens: readonly Token[]): readonly Token[] {
  const changes = new Map<number, readonly Token[]>()
  const stack: Opened[] = [opened(-1)]
  for (const [at, token] of tokens.entries()) {
    const last = stack.at(-1) as Opened
    if (token.kind === 'open') stack.push(opened(at))
    else if (isBorder(token)) endStretch(last, at)
    else if (token.kind === 'relation' || ['and', 'or', 'not'].includes(token.text)) last.hasRelation = true
    else if (['colon', 'separator'].includes(token.kind) || ['if', 'else'].includes(token.text))
      last.hasOtherMarks = true
    else if (token.kind === 'close' && stack.length > 1) {
      endStretch(last, at)
      stack.pop()
      const [only, ...others] = last.stretches
      const isCondition = !last.hasOtherMarks && others.length === 0 && only?.isCondition === true
      const outer = stack.at(-1) as Opened
      outer.inner = { open: last.at, close: at, isCondition }
      if (!last.hasOtherMarks && isBrace(tokens, last.at, at)) asCases(tokens, last.at, last.stretches, changes)
    }
  }
  return changes.size === 0 ? tokens : tokens.flatMap((token, at) => changes.get(at) ?? [token])
}

const isBorder = ({ kind, text }: Token): boolean => kind === 'comma' || text === ';'

/** Not the argument of a function: `\max\{a, b\}`. */
const isBrace = (tokens: readonly Token[], open: number, close: number): boolean =>
  tokens[open]?.text === '{' && tokens[close]?.text === '}' && tokens[open - 1]?.kind !== 'function'

function endStretch(bracket: Opened, to: number): void {
  const { from, hasRelation, inner } = bracket
  const ending = inner?.isCondition && inner.close === to - 1 ? inner.open : undefined
  const isCondition = hasRelation || ending === from
  bracket.stretches.push({ from, to, isCondition, conditionAt: isCondition ? undefined : ending })
  bracket.from = to + 1
  bracket.hasRelation = false
}

/** Puts what each token of these pieces becomes into `changes`, if they are pieces. */
function asCases(
  tokens: readonly Token[],
  open: number,
  stretches: readonly Stretch[],
  changes: Map<number, readonly Token[]>
): void {
  const isAlone = (at: number) => at > 0 && at === stretches.length - 1
  const isBracketed = stretches.every((one, at) => !one.isCondition && (one.conditionAt !== undefined || isAlone(at)))
  const isListed = stretches.length > 1 && stretches.every(({ isCondition }, at) => isCondition === (at % 2 === 1))
  if (!isBracketed && !isListed) return
  for (const [at, { to, conditionAt }] of stretches.entries()) {
    const isValue = isListed && at % 2 === 0
    changes.set(to, [written(tokens[to] as Token, 'separator', isValue ? '&' : '\\\\')])
    const condition = tokens[conditionAt ?? -1]
    if (conditionAt !== undefined && condition) {
      changes.set(conditionAt, [written({ ...condition, to: condition.from }, 'separator', '&'), condition])
    }
  }
  const close = stretches.at(-1)?.to ?? open
  changes.set(open, [written(tokens[open] as Token, 'open', '\\begin{cases}')])
  changes.set(close, [written(tokens[close] as Token, 'close', '\\end{cases}')])
}

const written = ({ from, to }: Token, kind: Token['kind'], text: string): Token => ({ kind, text, from, to })
