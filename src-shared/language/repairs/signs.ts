import { fromRaised } from '../glyphs'
import { partners } from './operands'
import type { GuessTable, Place, Repair } from './place'

/** Signs that mean something else elsewhere, or that are too many. */
export const atSigns: GuessTable = {
  'formula-unfinished': (place) => [place.leaveOut(place.at - 1, place.at)],
  'operand-missing': operandMissing,
  'refused-factorial': factorial,
  'refused-percent': (place) => [...percentage(place), ...place.asCall('mod', ', '), ...atBeginning(place)],
  'refused-matrix-product': (place) => place.asCall('dot', ', '),
  'refused-floor-division': (place) => place.asCall('floor', '/'),
  'refused-statement': semicolon,
  'refused-choice': questionMark,
  'superscript-malformed': lowered,
  'comma-outside': commaOutside,
  'refused-norm': norm,
  'refused-transpose': transpose,
  'equals-first': equalsUnexpected,
  'equals-unexpected': equalsUnexpected
}

/** Two signs side by side: one of them is too many. */
function operandMissing(place: Place): readonly Repair[] {
  const { at, before, token } = place
  // A raised number belongs to something.
  if (token?.kind === 'superscript') return []
  if (before?.kind === 'comma') return [place.leaveOut(at - 1, at)]
  if (before?.kind !== 'operator') return [place.leaveOut(at, at + 1)]
  if (token?.kind !== 'operator') return [place.leaveOut(at - 1, at)]
  // Shown with what is on both sides, so that one sees which sign is left.
  const from = place.operands.powerBefore(at - 1)
  const to = place.operands.factorAfter(at + 1)
  return [at - 1, at].map((kept) =>
    place.replace(from, to, place.typed(from, at - 1) + place.typed(kept, kept + 1) + place.typed(at + 1, to))
  )
}

/** `e⁻ˣ²ᐟ²` as e^(-x^2/2): raised digits behind a raised letter are its power. */
function lowered({ text, error }: Place): readonly Repair[] {
  const [raised = ''] = /^[^ -~]+/.exec(text.slice(error.position)) ?? []
  const plain = fromRaised(raised.replaceAll('ᐟ', '/'))
  if (!/^[-+/\w]+$/.test(plain)) return []
  const range = { from: error.position, to: error.position + raised.length }
  return [{ range, text: `^(${plain.replace(/([a-z])(\d)/g, '$1^$2')})` }]
}

/** `‖x‖₂` and `\|x\|_2` as norm(x): other norms are none of the language. */
function norm(place: Place): readonly Repair[] {
  const { at, tokens } = place
  const close = tokens.findIndex(({ problem }, index) => index > at && problem?.code === 'refused-norm')
  if (close <= at + 1) return []
  const isIndexed = tokens[close + 1]?.kind === 'subscript'
  // `_2` is a sign and a number, `₂` is one sign.
  const index = isIndexed ? (tokens[close + 1]?.text === '_' ? tokens[close + 2] : tokens[close + 1]) : undefined
  if (isIndexed && index?.text !== '2') return []
  const end = index ? tokens.indexOf(index) + 1 : close + 1
  return [place.replace(at, end, `norm(${place.typed(at + 1, close)})`)]
}

/** `x^T x` as dot(x, x). */
function transpose(place: Place): readonly Repair[] {
  const { at, before, tokens, operands } = place
  const isBraced = tokens[at - 1]?.text === '{'
  const [caret, next] = isBraced ? [at - 2, at + 2] : [at - 1, at + 1]
  const [from, to] = [operands.powerBefore(caret), operands.factorAfter(next)]
  if (before === undefined || from === caret || to === next) return []
  return [place.replace(from, to, `dot(${place.typed(from, caret)}, ${place.typed(next, to)})`)]
}

/** `4!` as the product it is, as long as that is short. */
function factorial(place: Place): readonly Repair[] {
  const { at, before } = place
  const n = before?.kind === 'number' ? Number(before.text) : Number.NaN
  if (!(Number.isInteger(n) && n >= 2 && n <= 10)) return []
  const factors = Array.from({ length: n }, (_, index) => n - index)
  return [place.replace(at - 1, at + 1, `(${factors.join('*')})`)]
}

/** `50%`; where a second operand follows, only if the sign stands close to the number. */
function percentage(place: Place): readonly Repair[] {
  const { at, before, token, after } = place
  if (before?.kind !== 'number') return []
  const isFactor = place.operands.factorAfter(at + 1) > at + 1 && after?.kind !== 'operator'
  if (isFactor && (after?.kind === 'number' || before.to !== token?.from)) return []
  const to = isFactor ? place.operands.factorAfter(at + 1) : at + 1
  const factor = isFactor ? `*${place.typed(at + 1, to)}` : ''
  return [place.replace(at - 1, to, `${place.holding(at - 1, `${before.text}/100`)}${factor}`)]
}

/** A sign that opens the text, as in Maxima's %e, is left out. */
const atBeginning = (place: Place) => (place.at === 0 ? [place.leaveOut(0, 1)] : [])

/** A `;` parts arguments in some languages; another statement behind the formula has no part in it. */
function semicolon(place: Place): readonly Repair[] {
  const { at, tokens, operands } = place
  const [around] = operands.bracketsAround(at)
  if (!around) {
    const goesOn = tokens.slice(at).some(({ kind, text }) => kind === 'colon' || text === 'return')
    return goesOn ? [] : [place.leaveOut(at, tokens.length)]
  }
  const [open, close] = around
  const parts = operands.parts([open + 1, close], ({ text }) => text === ';').map((part) => place.typed(...part))
  return [place.replace(open + 1, close, parts.join(', '))]
}

/** `0,5` and `1.000,5` as numbers, unless they may be arguments; a comma with nothing behind it is left out. */
function commaOutside(place: Place): readonly Repair[] {
  const { at, before, after, tokens, operands } = place
  const [open = 0] = operands.bracketsAround(at)[0] ?? []
  const mayBeCalled = ['name', 'function', 'unknown'].includes(tokens[open - 1]?.kind ?? '')
  const isDecimal = /^(\d+|\d{1,3}\.\d{3})$/.test(before?.text ?? '') && /^\d+$/.test(after?.text ?? '')
  if (isDecimal && !mayBeCalled) {
    return [place.replace(at - 1, at + 2, `${before?.text.replace('.', '')}.${after?.text}`)]
  }
  return after === undefined || after.kind === 'close' ? [place.leaveOut(at, at + 1)] : []
}

/** `x ? 1 : 2`, where the condition is a number; a mark that is none of the formula. */
function questionMark(place: Place): readonly Repair[] {
  const { at, operands } = place
  const from = operands.stretchBefore(at, ({ kind }) => kind === 'comma')
  return [place.replace(from, at, `${place.typed(from, at)} > 0`), place.leaveOut(at, at + 1)]
}

/** Of NumPy and PyTorch: they say over what to sum, which is one vector here. */
const settings = ['axis', 'dim', 'keepdims', 'keepdim', 'dtype']

/**
 * What stands before the sign is left out if it is a name or a call of one; in a condition equality is meant, and
 * among arguments a setting (`axis=0`) that is left out.
 */
function equalsUnexpected(place: Place): readonly Repair[] {
  const { at, tokens, after } = place
  if (!after) return [place.leaveOut(at, at + 1)]
  // The sign that aligns equations in TeX belongs to the equals sign.
  const end = tokens[at - 1]?.text === '&' ? at - 1 : at
  const isNamed =
    ['name', 'constant'].includes(tokens[0]?.kind ?? '') && (end === 1 || partners(tokens).get(1) === end - 1)
  const isFunction = tokens.slice(at).some(({ kind }) => kind === 'name')
  // Another statement may need the name.
  const isLast = !/;|\n\s*[\w(]/.test(place.text.slice(place.error.position))
  if (at === 0 || (isNamed && isFunction && isLast)) return [place.leaveOut(0, at + 1)]
  const isSetting = settings.includes(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.kind === 'comma'
  const settingEnd = place.operands.stretchAfter(at, ({ kind }) => kind === 'comma')
  const mayCompare = place.operands.bracketsAround(at).length > 0
  return [
    ...(mayCompare ? [place.replace(at, at + 1, '==')] : []),
    ...(isSetting ? [place.leaveOut(at - 2, settingEnd)] : [])
  ]
}
