import type { GuessTable, Place, Repair } from './place'

/** Around the one expression of a function in Python. */
export const atPython: GuessTable = {
  'python-inside': (place) => [place.leaveOut(place.at, place.at + 1)],
  'python-header': (place) => [header(place)],
  'python-default': withoutDefault,
  'python-starred': (place) => [withoutStar(place)],
  'python-return': ({ error }) => [{ range: { from: error.position, to: error.position }, text: 'return ' }],
  'python-statement': (place) => [place.leaveOut(place.at, place.tokens.length)]
}

/** What is missing: the function's name, the brackets around its parameters, a comma between them, or the colon. */
function header(place: Place): Repair {
  const { at, before, token, tokens } = place
  if (before?.text === 'def') return place.replace(at, at, ' f')
  if (token?.kind !== 'name') return place.replace(at, at, ':')
  if (tokens[at - 2]?.text !== 'def') return place.replace(at, at, ',')
  const colon = tokens.findIndex(({ kind }, index) => index > at && kind === 'colon')
  return place.replace(at, Math.max(colon, at + 1), `(${place.typed(at, Math.max(colon, at + 1))})`)
}

/** `*x` as x; a star or a slash alone goes with its comma. */
function withoutStar(place: Place): Repair {
  const { at, after, before } = place
  if (after?.kind === 'name') return place.leaveOut(at, at + 1)
  return before?.kind === 'comma' ? place.leaveOut(at - 1, at + 1) : place.leaveOut(at, at + 2)
}

/** `x=3` as x. */
function withoutDefault(place: Place): readonly Repair[] {
  const { at, operands } = place
  const end = operands.stretchAfter(at + 1, ({ kind }) => kind === 'comma' || kind === 'colon')
  return [place.leaveOut(at, end)]
}
