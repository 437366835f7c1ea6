import { fromSuperscript } from '../glyphs'
import type { Fault, GuessTable, Repair } from './fault'
import { partners } from './operands'

/** Signs that have another meaning elsewhere, or that are superfluous. */
export const atSigns: GuessTable = {
  'formula-unfinished': (fault) => [fault.leaveOut(fault.at - 1, fault.at)],
  'operand-missing': operandMissing,
  'refused-factorial': factorial,
  'refused-percent': (fault) => [...percentage(fault), ...fault.asCall('mod', ', '), ...atBeginning(fault)],
  'refused-matrix-product': (fault) => fault.asCall('dot', ', '),
  'refused-floor-division': (fault) => fault.asCall('floor', '/'),
  'refused-statement': semicolon,
  'refused-choice': questionMark,
  'superscript-malformed': lowered,
  'comma-outside': commaOutside,
  'refused-norm': norm,
  'refused-transpose': transpose,
  'equals-first': equalsUnexpected,
  'equals-unexpected': equalsUnexpected
}

/** Two operators in a row: one of them is superfluous. */
function operandMissing(fault: Fault): readonly Repair[] {
  const { at, before, token } = fault
  // A superscript is an exponent of something.
  if (token?.kind === 'superscript') return []
  if (before?.kind === 'comma') return [fault.leaveOut(at - 1, at)]
  if (before?.kind !== 'operator') return [fault.leaveOut(at, at + 1)]
  if (token?.kind !== 'operator') return [fault.leaveOut(at - 1, at)]
  // Shown with both operands, so that it can be seen which sign is left.
  const from = fault.operands.powerBefore(at - 1)
  const to = fault.operands.factorAfter(at + 1)
  return [at - 1, at].map((kept) =>
    fault.replace(from, to, fault.typed(from, at - 1) + fault.typed(kept, kept + 1) + fault.typed(at + 1, to))
  )
}

/** `e⁻ˣ²ᐟ²` as e^(-x^2/2): superscript digits behind a superscript letter are its exponent. */
function lowered({ text, error }: Fault): readonly Repair[] {
  const [raised = ''] = /^[^ -~]+/.exec(text.slice(error.position)) ?? []
  const plain = fromSuperscript(raised.replaceAll('ᐟ', '/'))
  if (!/^[-+/\w]+$/.test(plain)) return []
  const range = { from: error.position, to: error.position + raised.length }
  return [{ range, text: `^(${plain.replace(/([a-z])(\d)/g, '$1^$2')})` }]
}

/** `‖x‖₂` and `\|x\|_2` as norm(x); the language has no other norms. */
function norm(fault: Fault): readonly Repair[] {
  const { at, tokens } = fault
  const close = tokens.findIndex(({ problem }, index) => index > at && problem?.code === 'refused-norm')
  if (close <= at + 1) return []
  const isIndexed = tokens[close + 1]?.kind === 'subscript'
  // `_2` is a sign and a number, `₂` is a single sign.
  const index = isIndexed ? (tokens[close + 1]?.text === '_' ? tokens[close + 2] : tokens[close + 1]) : undefined
  if (isIndexed && index?.text !== '2') return []
  const end = index ? tokens.indexOf(index) + 1 : close + 1
  return [fault.replace(at, end, `norm(${fault.typed(at + 1, close)})`)]
}

/** `x^T x` as dot(x, x). */
function transpose(fault: Fault): readonly Repair[] {
  const { at, before, tokens, operands } = fault
  const isBraced = tokens[at - 1]?.text === '{'
  const [caret, next] = isBraced ? [at - 2, at + 2] : [at - 1, at + 1]
  const [from, to] = [operands.powerBefore(caret), operands.factorAfter(next)]
  if (before === undefined || from === caret || to === next) return []
  return [fault.replace(from, to, `dot(${fault.typed(from, caret)}, ${fault.typed(next, to)})`)]
}

/** `4!` as a product, as long as that is short. */
function factorial(fault: Fault): readonly Repair[] {
  const { at, before } = fault
  const n = before?.kind === 'number' ? Number(before.text) : Number.NaN
  if (!(Number.isInteger(n) && n >= 2 && n <= 10)) return []
  const factors = Array.from({ length: n }, (_, index) => n - index)
  return [fault.replace(at - 1, at + 1, `(${factors.join('*')})`)]
}

/** `50%`; before a second operand, only if the sign follows the number directly. */
function percentage(fault: Fault): readonly Repair[] {
  const { at, before, token, after } = fault
  if (before?.kind !== 'number') return []
  const isFactor = fault.operands.factorAfter(at + 1) > at + 1 && after?.kind !== 'operator'
  if (isFactor && (after?.kind === 'number' || before.to !== token?.from)) return []
  const to = isFactor ? fault.operands.factorAfter(at + 1) : at + 1
  const factor = isFactor ? `*${fault.typed(at + 1, to)}` : ''
  return [fault.replace(at - 1, to, `${fault.holding(at - 1, `${before.text}/100`)}${factor}`)]
}

/** A sign at the beginning of the text, as in Maxima's %e, is left out. */
const atBeginning = (fault: Fault) => (fault.at === 0 ? [fault.leaveOut(0, 1)] : [])

/** A `;` separates arguments in some languages; a further statement does not belong to the formula. */
function semicolon(fault: Fault): readonly Repair[] {
  const { at, tokens, operands } = fault
  const [around] = operands.bracketsAround(at)
  if (!around) {
    const goesOn = tokens.slice(at).some(({ kind, text }) => kind === 'colon' || text === 'return')
    return goesOn ? [] : [fault.leaveOut(at, tokens.length)]
  }
  const [open, close] = around
  const parts = operands.parts([open + 1, close], ({ text }) => text === ';').map((part) => fault.typed(...part))
  return [fault.replace(open + 1, close, parts.join(', '))]
}

/** `0,5` and `1.000,5` as numbers, unless they may be arguments; a trailing comma is left out. */
function commaOutside(fault: Fault): readonly Repair[] {
  const { at, before, after, tokens, operands } = fault
  const [open = 0] = operands.bracketsAround(at)[0] ?? []
  const mayBeCalled = ['name', 'function', 'unknown'].includes(tokens[open - 1]?.kind ?? '')
  const isDecimal = /^(\d+|\d{1,3}\.\d{3})$/.test(before?.text ?? '') && /^\d+$/.test(after?.text ?? '')
  if (isDecimal && !mayBeCalled) {
    return [fault.replace(at - 1, at + 2, `${before?.text.replace('.', '')}.${after?.text}`)]
  }
  return after === undefined || after.kind === 'close' ? [fault.leaveOut(at, at + 1)] : []
}

/** `x ? 1 : 2` with a number as its condition; a mark that does not belong to the formula. */
function questionMark(fault: Fault): readonly Repair[] {
  const { at, operands } = fault
  const from = operands.spanBefore(at, ({ kind }) => kind === 'comma')
  return [fault.replace(from, at, `${fault.typed(from, at)} > 0`), fault.leaveOut(at, at + 1)]
}

/** Arguments of NumPy and PyTorch that say over what to sum: here there is a single vector. */
const settings = ['axis', 'dim', 'keepdims', 'keepdim', 'dtype']

/**
 * What precedes the sign is left out if it is a name or a call; in a condition `==` is meant; a named argument
 * (`axis=0`) is left out.
 */
function equalsUnexpected(fault: Fault): readonly Repair[] {
  const { at, tokens, after } = fault
  if (!after) return [fault.leaveOut(at, at + 1)]
  // TeX's alignment mark belongs to the equals sign.
  const end = tokens[at - 1]?.text === '&' ? at - 1 : at
  const isNamed =
    ['name', 'constant'].includes(tokens[0]?.kind ?? '') && (end === 1 || partners(tokens).get(1) === end - 1)
  const isFunction = tokens.slice(at).some(({ kind }) => kind === 'name')
  // A further statement may use the name.
  const isLast = !/;|\n\s*[\w(]/.test(fault.text.slice(fault.error.position))
  if (at === 0 || (isNamed && isFunction && isLast)) return [fault.leaveOut(0, at + 1)]
  const isSetting = settings.includes(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.kind === 'comma'
  const settingEnd = fault.operands.spanAfter(at, ({ kind }) => kind === 'comma')
  const mayCompare = fault.operands.bracketsAround(at).length > 0
  return [
    ...(mayCompare ? [fault.replace(at, at + 1, '==')] : []),
    ...(isSetting ? [fault.leaveOut(at - 2, settingEnd)] : [])
  ]
}
