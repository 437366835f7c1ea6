import { isVariable } from '../names'
import type { GuessTable, Place, Repair } from './place'

/** A point part things from what belongs to them, as programs have it. */
export const atPoints: GuessTable = { 'refused-point': point }

/** `F.relu(x)` and `x.sum()` as calls, `x.T` as x, `x².` without its point; `x . y` as a product. */
function point(place: Place): readonly Repair[] {
  const { at, before, after, tokens, operands } = place
  if (before === undefined) return []
  if (after === undefined) return [place.leaveOut(at, at + 1)]
  const close = operands.partner(at + 2)
  if (after.kind === 'function') return close === undefined ? [] : member(place, close)
  if (after.text === 'T' && tokens[at + 2]?.text === '@') return product(place)
  return after.kind === 'name' && after.text.length > 1 ? [] : [place.replace(at, at + 1, '*')]
}

/** A method of what stands before; or a function of a module, whose name says nothing here. */
function member(place: Place, close: number): readonly Repair[] {
  const { at, before, operands } = place
  const from = operands.powerBefore(at)
  const isThing = before?.kind === 'close' || isVariable(before?.text ?? '')
  if (!isThing) return [place.replace(from, at + 2, place.typed(at + 1, at + 2))]
  const thing = place.typed(...operands.unwrapped([from, at]))
  const others = place.typed(at + 3, close)
  const call = `${place.typed(at + 1, at + 2)}(${[thing, others].filter((part) => part !== '').join(', ')})`
  return [place.replace(from, close + 1, call)]
}

/** `x.T @ x`: the sum of the products. */
function product(place: Place): readonly Repair[] {
  const { at, operands } = place
  const [from, to] = [operands.powerBefore(at), operands.factorAfter(at + 3)]
  return to === at + 3 ? [] : [place.replace(from, to, `dot(${place.typed(from, at)}, ${place.typed(at + 3, to)})`)]
}

/** `nn.relu(x)`: the names of modules before a function, if one of them is not known. */
export function withoutModules(place: Place): readonly Repair[] {
  const { at, tokens } = place
  let to = at
  while (tokens[to]?.kind === 'name' && tokens[to + 1]?.text === '.') to += 2
  return to > at && tokens[to]?.kind === 'function' ? [place.replace(at, to + 1, place.typed(to, to + 1))] : []
}
