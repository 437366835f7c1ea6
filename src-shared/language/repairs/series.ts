import type { Fault, Repair } from './fault'
import type { Span } from './operands'

/** An index with its bounds, and the term. */
interface Series {
  readonly index: string
  readonly from: string
  readonly to: string
  readonly term: string
}

/** Sums and products in the notation of other languages, around the problem. */
export function seriesElsewhere(fault: Fault): readonly Repair[] {
  const { at, after, tokens } = fault
  for (const [open, close] of fault.operands.bracketsAround(after?.kind === 'open' ? at + 1 : at)) {
    const name = tokens[open - 1]?.text ?? ''
    if (name !== 'sum' && name !== 'prod') continue
    const inside = fault.operands.unwrapped([open + 1, close])
    const read = comprehension(fault, inside) ?? listed(fault, [open + 1, close]) ?? bounded(fault, [open + 1, close])
    if (!read) return []
    return [fault.replace(open - 1, close + 1, `${name}(${read.index}, ${read.from}, ${read.to}, ${read.term})`)]
  }
  return []
}

/** Python's `x**k for k in range(1, 6)`, whose last index is 5. */
function comprehension(fault: Fault, [from, to]: Span): Series | undefined {
  const { tokens, operands } = fault
  const loop = operands.spanAfter(from, ({ text }) => text === 'for')
  const [, index, within, range, open] = tokens.slice(loop, to)
  const isRange = within?.text === 'in' && ['range', 'arange'].includes(range?.text ?? '') && open?.text === '('
  if (loop === from || loop >= to || !index || !isRange || operands.partner(loop + 4) !== to - 1) return undefined
  const bounds = operands.parts([loop + 5, to - 1]).map((part) => fault.typed(...part))
  if (bounds.length > 2 || !bounds.every((bound) => /^-?\d+$/.test(bound))) return undefined
  const [first = '0', last = first] = bounds.length === 1 ? ['0', ...bounds] : bounds
  return { index: index.text, from: first, to: String(Number(last) - 1), term: fault.typed(from, loop) }
}

/** `x^k, k, 1, 5`; Mathematica's `x^k, {k, 1, 5}` and SymPy's `x**k, (k, 1, 5)`. */
function listed(fault: Fault, inside: Span): Series | undefined {
  const [term, ...bounds] = fault.operands.parts(inside)
  const parts = bounds.length === 1 && bounds[0] ? fault.operands.parts(fault.operands.unwrapped(bounds[0])) : bounds
  const [index, from, to] = parts.map((part) => fault.typed(...part))
  if (!term || !index || !isIndex(index) || !from || parts.length > 3) return undefined
  return { index, from: to ? from : '1', to: to || from, term: fault.typed(...term) }
}

/** Maple's `x^k, k=1..5`, and `k=1, 5, x^k`. */
function bounded(fault: Fault, inside: Span): Series | undefined {
  const parts = fault.operands.parts(inside).map((part) => fault.typed(...part))
  const [, index, from = '', to] =
    parts
      .map((part) => /^(\w+)\s*=\s*(-?\d+)(?:\s*\.\.\.?\s*(-?\d+))?$/.exec(part) ?? [])
      .find(({ length }) => length > 0) ?? []
  const others = parts.filter((part) => !part.includes('='))
  if (!index || !isIndex(index) || others.length !== parts.length - 1) return undefined
  const [last, term] = to === undefined ? others : [to, ...others]
  return others.length === (to === undefined ? 2 : 1) && last && term ? { index, from, to: last, term } : undefined
}

const isIndex = (text: string) => /^[a-z]$/i.test(text)
