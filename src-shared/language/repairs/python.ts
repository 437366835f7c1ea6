import type { Fault, GuessTable, Repair } from './fault'

/** Python around a single expression. */
export const atPython: GuessTable = {
  'python-inside': (fault) => [fault.leaveOut(fault.at, fault.at + 1)],
  'python-header': (fault) => [header(fault)],
  'python-default': withoutDefault,
  'python-starred': (fault) => [withoutStar(fault)],
  'python-return': ({ error }) => [{ range: { from: error.position, to: error.position }, text: 'return ' }],
  'python-statement': (fault) => [fault.leaveOut(fault.at, fault.tokens.length)]
}

/**
 * Adds what is missing: the function's name, the brackets around its parameters, a comma between them, or the colon.
 */
function header(fault: Fault): Repair {
  const { at, before, token, tokens } = fault
  if (before?.text === 'def') return fault.replace(at, at, ' f')
  if (token?.kind !== 'name') return fault.replace(at, at, ':')
  if (tokens[at - 2]?.text !== 'def') return fault.replace(at, at, ',')
  const colon = tokens.findIndex(({ kind }, index) => index > at && kind === 'colon')
  return fault.replace(at, Math.max(colon, at + 1), `(${fault.typed(at, Math.max(colon, at + 1))})`)
}

/** `*x` as x; a star or a slash alone is left out with its comma. */
function withoutStar(fault: Fault): Repair {
  const { at, after, before } = fault
  if (after?.kind === 'name') return fault.leaveOut(at, at + 1)
  return before?.kind === 'comma' ? fault.leaveOut(at - 1, at + 1) : fault.leaveOut(at, at + 2)
}

/** `x=3` as x. */
function withoutDefault(fault: Fault): readonly Repair[] {
  const { at, operands } = fault
  const end = operands.spanAfter(at + 1, ({ kind }) => kind === 'comma' || kind === 'colon')
  return [fault.leaveOut(at, end)]
}
