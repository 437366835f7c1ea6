import { partners } from './operands'
import { equality } from './pieces'
import type { GuessTable, Place, Repair } from './place'

/** Signs that mean something else elsewhere, or that are too many. */
export const atSigns: GuessTable = {
  'formula-unfinished': (place) => [place.leaveOut(place.at - 1, place.at)],
  'operand-missing': operandMissing,
  'character-unknown': (place) => (isAtEnd(place) ? [place.leaveOut(place.at, place.at + 1)] : []),
  'refused-factorial': factorial,
  'refused-percent': (place) => [...percentage(place), ...asCall(place, 'mod', ', '), ...atBeginning(place)],
  'refused-point': point,
  'refused-matrix-product': (place) => asCall(place, 'dot', ', '),
  'refused-floor-division': (place) => asCall(place, 'floor', '/'),
  'refused-statement': (place) => [place.leaveOut(place.at, place.tokens.length)],
  'refused-string': quoted,
  'refused-degree': degrees,
  'superscript-malformed': (place) => [place.leaveOut(place.at, place.at + 1)],
  'comma-outside': commaOutside,
  'equals-unexpected': equalsUnexpected
}

const isAtEnd = ({ at, tokens }: Place) => at === tokens.length - 1

/** Two signs side by side: one of them is too many. */
function operandMissing(place: Place): readonly Repair[] {
  const { at, before, token } = place
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

/** `4!` as the product it is, as long as that is short. */
function factorial(place: Place): readonly Repair[] {
  const { at, before } = place
  const n = before?.kind === 'number' ? Number(before.text) : Number.NaN
  if (!(Number.isInteger(n) && n >= 2 && n <= 10)) return []
  const factors = Array.from({ length: n }, (_, index) => n - index)
  return [place.replace(at - 1, at + 1, `(${factors.join('*')})`)]
}

/** `50%` where no second operand follows, as far as one can see. */
function percentage(place: Place): readonly Repair[] {
  const { at, before, after } = place
  const isRemainder = place.operands.factorAfter(at + 1) > at + 1 && after?.kind !== 'operator'
  if (before?.kind !== 'number' || isRemainder) return []
  return [place.replace(at - 1, at + 1, place.holding(at - 1, `${before.text}/100`))]
}

/** A sign that opens the text, as in Maxima's %e, is left out. */
const atBeginning = (place: Place) => (place.at === 0 ? [place.leaveOut(0, 1)] : [])

/** `x . y` as a product, unless what follows is a word as programs have it. */
function point(place: Place): readonly Repair[] {
  const { at, before, after } = place
  const isMember = after?.kind === 'name' && after.text.length > 1
  return before === undefined || isMember ? [] : [place.replace(at, at + 1, '*')]
}

/** What stands before and behind a sign, put into a call. */
function asCall(place: Place, name: string, between: string): readonly Repair[] {
  const { at, operands } = place
  const [from, to] = [operands.productBefore(at), operands.factorAfter(at + 1)]
  if (from === at || to === at + 1) return []
  return [place.replace(from, to, `${name}(${place.typed(from, at)}${between}${place.typed(at + 1, to)})`)]
}

/** What stands between quotation marks; without the only one. */
function quoted(place: Place): readonly Repair[] {
  const { at } = place
  const [, , inner] = /^("""|'''|"|')(.*)\1$/s.exec(place.typed(at, at + 1)) ?? []
  return inner === undefined ? [place.leaveOut(at, at + 1)] : [place.replace(at, at + 1, inner)]
}

function degrees(place: Place): readonly Repair[] {
  const { at } = place
  const from = place.operands.powerBefore(at)
  return from === at ? [] : [place.replace(from, at + 1, place.holding(from, `${place.typed(from, at)}*pi/180`))]
}

/** `0,5` as 0.5; of a list only its first entry. */
function commaOutside(place: Place): readonly Repair[] {
  const { at, before, after, tokens } = place
  const isDecimal = /^\d+$/.test(before?.text ?? '') && /^\d+$/.test(after?.text ?? '')
  if (isDecimal) return [place.replace(at - 1, at + 2, `${before?.text}.${after?.text}`)]
  const close = tokens.findIndex(({ kind }, index) => index > at && kind === 'close')
  return [place.leaveOut(at, close < 0 ? tokens.length : close)]
}

/**
 * What stands before the sign is left out if it is a name or a call of one; in a condition equality is meant, and
 * among arguments a setting (`axis=0`) that is left out.
 */
function equalsUnexpected(place: Place): readonly Repair[] {
  const { at, tokens, after } = place
  if (!after) return [place.leaveOut(at, at + 1)]
  // The sign that aligns equations in TeX belongs to the equals sign.
  const end = tokens[at - 1]?.text === '&' ? at - 1 : at
  const isNamed = tokens[0]?.kind === 'name' && (end === 1 || partners(tokens).get(1) === end - 1)
  const isFunction = tokens.slice(at).some(({ kind }) => kind === 'name')
  if (at === 0 || (isNamed && isFunction)) return [place.leaveOut(0, at + 1)]
  const isSetting = tokens[at - 1]?.kind === 'name' && tokens[at - 2]?.kind === 'comma'
  const settingEnd = place.operands.stretchAfter(at, ({ kind }) => kind === 'comma')
  return [...equality(place), ...(isSetting ? [place.leaveOut(at - 2, settingEnd)] : [])]
}
