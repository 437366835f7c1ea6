import { atError, type GuessTable, type Place, type Repair } from './place'

/** Numbers in other spellings, and numbers without a sign before them. */
export const atNumbers: GuessTable = {
  'number-malformed': (place) => numbersLike(place.token?.text ?? '').map(atError(place)),
  'number-comma': groupedNumber,
  'number-suffix': suffixed,
  'numbers-side-by-side': numbersSideBySide,
  'number-after-name': (place) => [powerOrProduct(place, '^'), product(place)],
  'number-after-factor': (place) => [powerOrProduct(place, '^'), powerOrProduct(place, '*')]
}

/** What a malformed number may be: without separators, hexadecimal, with one point, with a power of ten. */
function numbersLike(typed: string): readonly string[] {
  if (/^0[xbo][\da-f]+$/i.test(typed)) return [String(Number(typed))]
  if (/^[\d._]+$/.test(typed) && typed.includes('_')) return [typed.replaceAll('_', '')]
  const [, mantissa, exponent] = /^([\d.]+)e([\d.]+)$/i.exec(typed) ?? []
  if (mantissa !== undefined) return [`${mantissa}*10^${exponent}`]
  return [typed.replace(/\.+/, '.')].filter((once) => /^\d*\.\d*$/.test(once))
}

/** `2.0f` as 2.0, or as a product. */
function suffixed(place: Place): readonly Repair[] {
  const { number, letter } = place.error.values
  return [`${number}`, `${number}*${letter}`].map(atError(place))
}

/** `1,000,000`: all groups of three digits. */
function groupedNumber(place: Place): readonly Repair[] {
  const { at, tokens } = place
  let to = at
  while (tokens[to]?.kind === 'comma' && /^\d{3}$/.test(tokens[to + 1]?.text ?? '')) to += 2
  const digits = tokens
    .slice(at - 1, to)
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => text)
  return [place.replace(at - 1, to, digits.join(''))]
}

function numbersSideBySide(place: Place): readonly Repair[] {
  const { at, before, token } = place
  const isGrouped = /^\d{1,3}$/.test(before?.text ?? '') && /^\d{3}$/.test(token?.text ?? '')
  const [first, second] = [place.typed(at - 1, at), place.typed(at, at + 1)]
  return [
    ...(isGrouped ? [place.replace(at - 1, at + 1, first + second)] : []),
    place.replace(at - 1, at + 1, `${first}*${second}`)
  ]
}

/** `(x+1)2` with the sign that is missing. */
function powerOrProduct(place: Place, sign: '^' | '*'): Repair {
  const { at } = place
  const from = sign === '^' ? place.operands.powerBefore(at) : at - 1
  return place.replace(from, at + 1, `${place.typed(from, at)}${sign}${place.typed(at, at + 1)}`)
}

/** `x 2` as 2*x, in the order of books, unless a neighbour would take a part of it. */
function product(place: Place): Repair {
  const { at, after, operands, tokens } = place
  const from = operands.powerBefore(at)
  const before = tokens[from - 1]
  const isFree = before === undefined || ['open', 'comma', 'equals'].includes(before.kind) || /^[+-]$/.test(before.text)
  const isAlone = after === undefined || ['close', 'comma'].includes(after.kind) || /^[-+*/]$/.test(after.text)
  if (!isFree || !isAlone) return powerOrProduct(place, '*')
  return place.replace(from, at + 1, `${place.typed(at, at + 1)}*${place.typed(from, at)}`)
}
