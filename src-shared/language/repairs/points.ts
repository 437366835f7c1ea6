import { isVariable } from '../names'
import type { Fault, GuessTable, Repair } from './fault'

/** The point of methods and modules in programs. */
export const atPoints: GuessTable = { 'refused-point': point }

/** `F.relu(x)` and `x.sum()` as calls, `x.T` as x, `x².` without its point; `x . y` as a product. */
function point(fault: Fault): readonly Repair[] {
  const { at, before, after, tokens, operands } = fault
  if (before === undefined) return []
  if (after === undefined) return [fault.leaveOut(at, at + 1)]
  const close = operands.partner(at + 2)
  if (after.kind === 'function') return close === undefined ? [] : member(fault, close)
  if (after.text === 'T' && tokens[at + 2]?.text === '@') return product(fault)
  return after.kind === 'name' && after.text.length > 1 ? [] : [fault.replace(at, at + 1, '*')]
}

/** A method of the operand before it; or a function of a module, whose name is dropped. */
function member(fault: Fault, close: number): readonly Repair[] {
  const { at, before, operands } = fault
  const from = operands.powerBefore(at)
  const isThing = before?.kind === 'close' || isVariable(before?.text ?? '')
  if (!isThing) return [fault.replace(from, at + 2, fault.typed(at + 1, at + 2))]
  const thing = fault.typed(...operands.unwrapped([from, at]))
  const others = fault.typed(at + 3, close)
  const call = `${fault.typed(at + 1, at + 2)}(${[thing, others].filter((part) => part !== '').join(', ')})`
  return [fault.replace(from, close + 1, call)]
}

/** `x.T @ x`: the sum of products. */
function product(fault: Fault): readonly Repair[] {
  const { at, operands } = fault
  const [from, to] = [operands.powerBefore(at), operands.factorAfter(at + 3)]
  return to === at + 3 ? [] : [fault.replace(from, to, `dot(${fault.typed(from, at)}, ${fault.typed(at + 3, to)})`)]
}

/** `nn.relu(x)` without the names of modules, if one of these is unknown. */
export function withoutModules(fault: Fault): readonly Repair[] {
  const { at, tokens } = fault
  let to = at
  while (tokens[to]?.kind === 'name' && tokens[to + 1]?.text === '.') to += 2
  return to > at && tokens[to]?.kind === 'function' ? [fault.replace(at, to + 1, fault.typed(to, to + 1))] : []
}
