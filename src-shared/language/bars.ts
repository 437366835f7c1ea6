import { FormulaError } from './error'
import { limits } from './limits'
import type { Token } from './tokens'

/** A bar among the tokens, and what may stand on either side of it. */
interface Bar {
  readonly at: number
  /** What comes before: the end of an operand, something that needs an operand after it, or another bar. */
  readonly before: 'operand' | 'nothing' | 'bar'
  /** Whether an operand may begin after it. */
  readonly canOpen: boolean
}

/**
 * The tokens with each bar `|` made an `open` or `close` token. A bar where an operand is expected opens; one after an
 * operand closes, or opens a factor (`2|x|`) if an operand follows directly. If exactly one way of pairing them all
 * remains, it is taken.
 * Throws FormulaError: `bars-ambiguous` at the first bar that could be either, `bar-unpaired` if no pairing remains,
 * `formula-too-deep` if pairings might remain only beyond the depth that is parsed.
 */
export function pairBars(tokens: readonly Token[]): readonly Token[] {
  const kinds = new Map<number, 'open' | 'close'>()
  for (const bars of groups(tokens)) {
    for (const [bar, kind] of pairing(bars, tokens)) kinds.set(bar.at, kind)
  }
  return tokens.map((token, at) => ({ ...token, kind: kinds.get(at) ?? token.kind }))
}

/** Bars pair only within the same brackets, the same argument and the same side of a comparison. */
function groups(tokens: readonly Token[]): readonly (readonly Bar[])[] {
  const all: Bar[][] = []
  const stack: Bar[][] = []
  let bars: Bar[] = []
  const begin = () => {
    bars = []
    all.push(bars)
  }
  begin()
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'bar') bars.push(barAt(tokens, at))
    else if (borders.includes(token.kind)) begin()
    else if (token.kind === 'open') {
      stack.push(bars)
      begin()
    } else if (token.kind === 'close') bars = stack.pop() ?? bars
  }
  return all.filter((group) => group.length > 0)
}

/** Tokens that end an argument, a side of a comparison or a piece. */
const borders = ['comma', 'relation', 'keyword', 'colon', 'separator']
const awaiting = [...borders, 'operator', 'open', 'equals', 'function', 'root']
const beginning = ['number', 'function', 'constant', 'name', 'root', 'fraction', 'open', 'bar', 'unknown']

function barAt(tokens: readonly Token[], at: number): Bar {
  const [previous, next] = [tokens[at - 1], tokens[at + 1]]
  const before =
    previous?.kind === 'bar' ? 'bar' : !previous || awaiting.includes(previous.kind) ? 'nothing' : 'operand'
  const sign = next?.text === '-' || next?.text === '+'
  // A sign after an operand and a bar is the operator between two terms.
  return {
    at,
    before,
    canOpen: next !== undefined && (beginning.includes(next.kind) || (sign && before !== 'operand'))
  }
}

/** How to pair the bars of one group. */
function pairing(bars: readonly Bar[], tokens: readonly Token[]): readonly (readonly [Bar, 'open' | 'close'])[] {
  const ways = waysToPair(bars)
  let depth = 0
  let opened = false
  return bars.map((bar, i) => {
    const after = ways[i + 1] as Uint8Array
    const open = bar.canOpen ? (after[state(depth + 1, true)] ?? 0) : 0
    const close = canClose(bar, opened) && depth > 0 ? (after[state(depth - 1, false)] ?? 0) : 0
    if (open + close === 0) throw unpaired(bars, tokens)
    if (open > 0 && close > 0) throw new FormulaError('bars-ambiguous', {}, rangeOf(tokens, bar))
    opened = open > 0
    depth += opened ? 1 : -1
    return [bar, opened ? 'open' : 'close'] as const
  })
}

/** Index into a row of `waysToPair`: so many bars are open, and the last bar opened or closed. */
const state = (open: number, opened: boolean): number => 2 * open + (opened ? 1 : 0)

const canClose = ({ before }: Bar, opened: boolean): boolean => before === 'operand' || (before === 'bar' && !opened)

/** Row i holds, for each state, the number of ways to pair the bars from i on: 0, 1, or 2 for more than one. */
function waysToPair(bars: readonly Bar[]): readonly Uint8Array[] {
  const most = Math.min((bars.length >> 1) + 1, limits.depth + 2)
  const rows = Array.from({ length: bars.length + 1 }, () => new Uint8Array(2 * most))
  const [last] = rows.slice(-1) as [Uint8Array]
  last[state(0, false)] = 1
  last[state(0, true)] = 1
  for (let i = bars.length - 1; i >= 0; i--) {
    const [row, after, bar] = [rows[i] as Uint8Array, rows[i + 1] as Uint8Array, bars[i] as Bar]
    const [closesAfterClosing, closesAfterOpening] = [canClose(bar, false), canClose(bar, true)]
    for (let open = 0; open < most; open++) {
      const ifOpened = bar.canOpen ? (after[state(open + 1, true)] ?? 0) : 0
      const ifClosed = open > 0 ? (after[state(open - 1, false)] ?? 0) : 0
      row[state(open, false)] = Math.min(ifOpened + (closesAfterClosing ? ifClosed : 0), 2)
      row[state(open, true)] = Math.min(ifOpened + (closesAfterOpening ? ifClosed : 0), 2)
    }
  }
  return rows
}

function unpaired(bars: readonly Bar[], tokens: readonly Token[]): FormulaError {
  const range = rangeOf(tokens, bars.at(-1) as Bar)
  // `x < 0 || x > 1`, or with a single bar as in NumPy.
  if (bars[0]?.before === 'operand' && tokens.some(({ kind }) => kind === 'relation')) {
    return new FormulaError('refused-logic', {}, rangeOf(tokens, bars[0] as Bar))
  }
  const isDeep = bars.length > 2 * limits.depth
  return isDeep
    ? new FormulaError('formula-too-deep', { most: limits.depth }, range)
    : new FormulaError('bar-unpaired', {}, range)
}

function rangeOf(tokens: readonly Token[], { at }: Bar) {
  const { from, to } = tokens[at] as Token
  return { from, to }
}
