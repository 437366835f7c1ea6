import type { Token } from './tokens'

/** What stands between two commas or semicolons of a bracket. */
interface Segment {
  readonly from: number
  readonly to: number
  readonly isCondition: boolean
  /** Index of the bracket around a condition at its end. */
  readonly conditionAt: number | undefined
}

/** A bracket that is not closed yet. */
interface Opened {
  readonly at: number
  readonly segments: Segment[]
  /** Where its last segment begins, and what is known of that. */
  from: number
  hasRelation: boolean
  /** Whether it has other separators: a colon, TeX's &, if and else. */
  hasOtherMarks: boolean
  /** The last bracket closed in it. */
  inner: { readonly open: number; readonly close: number; readonly isCondition: boolean } | undefined
}

const opened = (at: number): Opened => ({
  at,
  segments: [],
  from: at + 1,
  hasRelation: false,
  hasOtherMarks: false,
  inner: undefined
})

/**
 * The tokens with pieces in braces whose values precede their conditions, as in school books, rewritten as TeX's cases:
 * `{ x^2 (x ≥ 0), -x (x < 0) }` and `{x^2, x >= 0; -x, x < 0}`. The last value may stand without a condition.
 */
export function valueFirst(tokens: readonly Token[]): readonly Token[] {
  const changes = new Map<number, readonly Token[]>()
  const stack: Opened[] = [opened(-1)]
  for (const [at, token] of tokens.entries()) {
    const last = stack.at(-1) as Opened
    if (token.kind === 'open') stack.push(opened(at))
    else if (isSeparator(token)) endSegment(last, at)
    else if (token.kind === 'relation' || ['and', 'or', 'not'].includes(token.text)) last.hasRelation = true
    else if (['colon', 'separator'].includes(token.kind) || ['if', 'else'].includes(token.text))
      last.hasOtherMarks = true
    else if (token.kind === 'close' && stack.length > 1) {
      endSegment(last, at)
      stack.pop()
      const [only, ...others] = last.segments
      const isCondition = !last.hasOtherMarks && others.length === 0 && only?.isCondition === true
      const outer = stack.at(-1) as Opened
      outer.inner = { open: last.at, close: at, isCondition }
      if (!last.hasOtherMarks && isBrace(tokens, last.at, at)) asCases(tokens, last.at, last.segments, changes)
    }
  }
  return changes.size === 0 ? tokens : tokens.flatMap((token, at) => changes.get(at) ?? [token])
}

const isSeparator = ({ kind, text }: Token): boolean => kind === 'comma' || text === ';'

/** Not the argument of a function: `\max\{a, b\}`. */
const isBrace = (tokens: readonly Token[], open: number, close: number): boolean =>
  tokens[open]?.text === '{' && tokens[close]?.text === '}' && tokens[open - 1]?.kind !== 'function'

function endSegment(bracket: Opened, to: number): void {
  const { from, hasRelation, inner } = bracket
  const ending = inner?.isCondition && inner.close === to - 1 ? inner.open : undefined
  const isCondition = hasRelation || ending === from
  bracket.segments.push({ from, to, isCondition, conditionAt: isCondition ? undefined : ending })
  bracket.from = to + 1
  bracket.hasRelation = false
}

/** If the segments are such pieces, puts into `changes` the tokens that replace each separator and bracket. */
function asCases(
  tokens: readonly Token[],
  open: number,
  segments: readonly Segment[],
  changes: Map<number, readonly Token[]>
): void {
  const isAlone = (at: number) => at > 0 && at === segments.length - 1
  const isBracketed = segments.every((one, at) => !one.isCondition && (one.conditionAt !== undefined || isAlone(at)))
  const isListed = segments.length > 1 && segments.every(({ isCondition }, at) => isCondition === (at % 2 === 1))
  if (!isBracketed && !isListed) return
  for (const [at, { to, conditionAt }] of segments.entries()) {
    const isValue = isListed && at % 2 === 0
    changes.set(to, [written(tokens[to] as Token, 'separator', isValue ? '&' : '\\\\')])
    const condition = tokens[conditionAt ?? -1]
    if (conditionAt !== undefined && condition) {
      changes.set(conditionAt, [written({ ...condition, to: condition.from }, 'separator', '&'), condition])
    }
  }
  const close = segments.at(-1)?.to ?? open
  changes.set(open, [written(tokens[open] as Token, 'open', '\\begin{cases}')])
  changes.set(close, [written(tokens[close] as Token, 'close', '\\end{cases}')])
}

const written = ({ from, to }: Token, kind: Token['kind'], text: string): Token => ({ kind, text, from, to })
