import { atError, type Fault, type GuessTable, type Repair } from './fault'

/** Numbers in other spellings, and numbers without an operator before them. */
export const atNumbers: GuessTable = {
  'number-malformed': (fault) => numbersLike(fault.token?.text ?? '').map(atError(fault)),
  'number-comma': groupedNumber,
  'number-suffix': suffixed,
  'numbers-side-by-side': numbersSideBySide,
  'number-after-name': (fault) => [powerOrProduct(fault, '^'), product(fault)],
  'number-after-factor': (fault) => [powerOrProduct(fault, '^'), powerOrProduct(fault, '*')]
}

/** What a malformed number may be: without separators, hexadecimal, with a single point, with a power of ten. */
function numbersLike(typed: string): readonly string[] {
  if (/^0[xbo][\da-f]+$/i.test(typed)) return [String(Number(typed))]
  if (/^[\d._]+$/.test(typed) && typed.includes('_')) return [typed.replaceAll('_', '')]
  const [, mantissa, exponent] = /^([\d.]+)e([\d.]+)$/i.exec(typed) ?? []
  if (mantissa !== undefined) return [`${mantissa}*10^${exponent}`]
  return [typed.replace(/\.+/, '.')].filter((once) => /^\d*\.\d*$/.test(once))
}

/** `2.0f` as 2.0, or as a product. */
function suffixed(fault: Fault): readonly Repair[] {
  const { number, letter } = fault.error.values
  return [`${number}`, `${number}*${letter}`].map(atError(fault))
}

/** `1,000,000`: all groups of three digits. */
function groupedNumber(fault: Fault): readonly Repair[] {
  const { at, tokens } = fault
  let to = at
  while (tokens[to]?.kind === 'comma' && /^\d{3}$/.test(tokens[to + 1]?.text ?? '')) to += 2
  const digits = tokens
    .slice(at - 1, to)
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => text)
  return [fault.replace(at - 1, to, digits.join(''))]
}

function numbersSideBySide(fault: Fault): readonly Repair[] {
  const { at, before, token } = fault
  const isGrouped = /^\d{1,3}$/.test(before?.text ?? '') && /^\d{3}$/.test(token?.text ?? '')
  const [first, second] = [fault.typed(at - 1, at), fault.typed(at, at + 1)]
  return [
    ...(isGrouped ? [fault.replace(at - 1, at + 1, first + second)] : []),
    fault.replace(at - 1, at + 1, `${first}*${second}`)
  ]
}

/** `(x+1)2` with the missing operator. */
function powerOrProduct(fault: Fault, sign: '^' | '*'): Repair {
  const { at } = fault
  const from = sign === '^' ? fault.operands.powerBefore(at) : at - 1
  return fault.replace(from, at + 1, `${fault.typed(from, at)}${sign}${fault.typed(at, at + 1)}`)
}

/** `x 2` as 2*x, the coefficient first, unless a neighbour binds tighter. */
function product(fault: Fault): Repair {
  const { at, after, operands, tokens } = fault
  const from = operands.powerBefore(at)
  const before = tokens[from - 1]
  const isFree = before === undefined || ['open', 'comma', 'equals'].includes(before.kind) || /^[+-]$/.test(before.text)
  const isAlone = after === undefined || ['close', 'comma'].includes(after.kind) || /^[-+*/]$/.test(after.text)
  if (!isFree || !isAlone) return powerOrProduct(fault, '*')
  return fault.replace(from, at + 1, `${fault.typed(at, at + 1)}*${fault.typed(from, at)}`)
}
