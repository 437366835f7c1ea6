import { FormulaError } from './error'
import type { Token } from './tokens'

/** A bar among the tokens, and what may stand on its sides. */
interface Bar {
  readonly at: number
  /** What comes before: something that can be closed, something that awaits an operand, or a bar. */
  readonly before: 'operand' | 'nothing' | 'bar'
  /** Whether an operand may begin after it. */
  readonly canOpen: boolean
}

/**
 * The tokens with each bar `|` made an `open` or `close` token. A bar where an operand is awaited opens; one that
 * follows an operand closes, or opens a factor (`2|x|`) if an operand follows directly. If exactly one way of
 * pairing them all remains, it is taken.
 * Throws FormulaError `bars-ambiguous` at the first bar that could be either, `bar-unpaired` if none remains.
 */
export function pairBars(tokens: readonly Token[]): readonly Token[] {
  const kinds = new Map<number, 'open' | 'close'>()
  for (const bars of groups(tokens)) {
    for (const [bar, kind] of pairing(bars, tokens)) kinds.set(bar.at, kind)
  }
  return tokens.map((token, at) => ({ ...token, kind: kinds.get(at) ?? token.kind }))
}

/** Bars pair only within the same brackets and the same argument. */
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
    else if (token.kind === 'comma') begin()
    else if (token.kind === 'open') {
      stack.push(bars)
      begin()
    } else if (token.kind === 'close') bars = stack.pop() ?? bars
  }
  return all.filter((group) => group.length > 0)
}

const awaiting = ['operator', 'open', 'comma', 'equals', 'function', 'root']
const beginning = ['number', 'function', 'constant', 'name', 'root', 'fraction', 'open', 'bar', 'unknown']

function barAt(tokens: readonly Token[], at: number): Bar {
  const [previous, next] = [tokens[at - 1], tokens[at + 1]]
  const before =
    previous?.kind === 'bar' ? 'bar' : !previous || awaiting.includes(previous.kind) ? 'nothing' : 'operand'
  const sign = next?.text === '-' || next?.text === '+'
  // A sign after an operand and a bar is taken for the operator between two terms.
  return {
    at,
    before,
    canOpen: next !== undefined && (beginning.includes(next.kind) || (sign && before !== 'operand'))
  }
}

/**
 * How to pair the bars of one group. `ways[i]` counts, for each number of open bars and for what bar i − 1 was,
 * the pairings of the bars from i on: 0, 1, or 2 for more than one.
 */
function pairing(bars: readonly Bar[], tokens: readonly Token[]): readonly (readonly [Bar, 'open' | 'close'])[] {
  const most = Math.min(bars.length / 2 + 2, 502) | 0
  const ways = bars.map(() => new Uint8Array(2 * most))
  const left = (i: number, open: number, opened: boolean): number => {
    if (open < 0 || open >= most) return 0
    if (i === bars.length) return open === 0 ? 1 : 0
    return ways[i]?.[2 * open + (opened ? 1 : 0)] ?? 0
  }
  const choices = (i: number, open: number, opened: boolean) => {
    const { before, canOpen } = bars[i] as Bar
    const canClose = before === 'operand' || (before === 'bar' && !opened)
    return { open: canOpen ? left(i + 1, open + 1, true) : 0, close: canClose ? left(i + 1, open - 1, false) : 0 }
  }
  for (let i = bars.length - 1; i >= 0; i--) {
    for (let state = 0; state < 2 * most; state++) {
      const { open, close } = choices(i, state >> 1, state % 2 === 1)
      ;(ways[i] as Uint8Array)[state] = Math.min(open + close, 2)
    }
  }

  let depth = 0
  let opened = false
  return bars.map((bar, i) => {
    const { open, close } = choices(i, depth, opened)
    if (open + close === 0) throw new FormulaError('bar-unpaired', {}, rangeOf(tokens, bars.at(-1) ?? bar))
    if (open > 0 && close > 0) throw new FormulaError('bars-ambiguous', {}, rangeOf(tokens, bar))
    opened = open > 0
    depth += opened ? 1 : -1
    return [bar, opened ? 'open' : 'close'] as const
  })
}

function rangeOf(tokens: readonly Token[], { at }: Bar) {
  const { from, to } = tokens[at] as Token
  return { from, to }
}
