import type { Stretch } from './operands'
import type { Place, Repair } from './place'

/** An index with its bounds, and what is added up. */
interface Series {
  readonly index: string
  readonly from: string
  readonly to: string
  readonly term: string
}

/** Sums and products in the notation of other languages, around the problem. */
export function seriesElsewhere(place: Place): readonly Repair[] {
  const { at, after, tokens } = place
  for (const [open, close] of place.operands.bracketsAround(after?.kind === 'open' ? at + 1 : at)) {
    const name = tokens[open - 1]?.text ?? ''
    if (name !== 'sum' && name !== 'prod') continue
    const inside = place.operands.unwrapped([open + 1, close])
    const read = comprehension(place, inside) ?? listed(place, [open + 1, close]) ?? bounded(place, [open + 1, close])
    if (!read) return []
    return [place.replace(open - 1, close + 1, `${name}(${read.index}, ${read.from}, ${read.to}, ${read.term})`)]
  }
  return []
}

/** Python's `x**k for k in range(1, 6)`, whose last index is 5. */
function comprehension(place: Place, [from, to]: Stretch): Series | undefined {
  const { tokens, operands } = place
  const loop = operands.stretchAfter(from, ({ text }) => text === 'for')
  const [, index, within, range, open] = tokens.slice(loop, to)
  const isRange = within?.text === 'in' && ['range', 'arange'].includes(range?.text ?? '') && open?.text === '('
  if (loop === from || loop >= to || !index || !isRange || operands.partner(loop + 4) !== to - 1) return undefined
  const bounds = operands.parts([loop + 5, to - 1]).map((part) => place.typed(...part))
  if (bounds.length > 2 || !bounds.every((bound) => /^-?\d+$/.test(bound))) return undefined
  const [first = '0', last = first] = bounds.length === 1 ? ['0', ...bounds] : bounds
  return { index: index.text, from: first, to: String(Number(last) - 1), term: place.typed(from, loop) }
}

/** `x^k, k, 1, 5`; Mathematica's `x^k, {k, 1, 5}` and SymPy's `x**k, (k, 1, 5)`. */
function listed(place: Place, inside: Stretch): Series | undefined {
  const [term, ...bounds] = place.operands.parts(inside)
  const parts = bounds.length === 1 && bounds[0] ? place.operands.parts(place.operands.unwrapped(bounds[0])) : bounds
  const [index, from, to] = parts.map((part) => place.typed(...part))
  if (!term || !index || !isIndex(index) || !from || parts.length > 3) return undefined
  return { index, from: to ? from : '1', to: to || from, term: place.typed(...term) }
}

/** Maple's `x^k, k=1..5`, and `k=1, 5, x^k`. */
function bounded(place: Place, inside: Stretch): Series | undefined {
  const parts = place.operands.parts(inside).map((part) => place.typed(...part))
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
