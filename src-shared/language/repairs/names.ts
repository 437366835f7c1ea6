import { formWords } from '../forms'
import { functionSpelt, functionWords } from '../functions'
import { namedElsewhere, near } from '../suggestion'
import { atError, type GuessTable, type Place, type Repair } from './place'
import { withoutModules } from './points'

/** Names that are not known, and names whose index is in doubt. */
export const atNames: GuessTable = {
  'command-unknown': (place) =>
    wordsNear(place)
      .map((word) => `\\${word}`)
      .map(atError(place)),
  'name-unknown': nameUnknown,
  'refused-degree': degrees,
  'name-cases': otherCase,
  'index-doubtful': indexDoubtful,
  'sigma-applied': (place) => ['sigmoid', 'sigma*'].map(atError(place)),
  'gamma-applied': (place) => [atError(place)('gamma*')],
  'vector-outside': (place) => [atError(place)(`${place.error.values['name']}[0]`)]
}

/** Known words near the one that is not known. */
export function wordsNear({ error, token }: Place): readonly string[] {
  const word = String(error.values['name'] ?? token?.text ?? '').replace(/^\\/, '')
  return near(word, ['pi', ...functionWords(), ...formWords()]).slice(0, 3)
}

/** The names near it; or the names, functions and powers of which it is made up. */
function nameUnknown(place: Place): readonly Repair[] {
  const suggestion = String(place.error.values['suggestion'] ?? '')
  const name = place.text.slice(place.error.range.from, place.error.range.to)
  if (place.before?.text === '&') return [atError(place)('otherwise')]
  if (place.after?.text === '.') return withoutModules(place)
  const elsewhere = inOtherWords(place)
  if (elsewhere.length > 0) return elsewhere
  const isCalled = place.after?.text === '('
  const isMadeUp = suggestion.includes(' ') && (!isCalled || functionSpelt(suggestion.split(' ').at(-1) ?? ''))
  const near = suggestion === '' || isMadeUp ? [] : wordsNear(place)
  const product = /^[a-z]{2,4}$/i.test(name) && !isCalled ? productOf(name) : []
  const all = [...near.slice(0, 2), suggestion, ...product, ...near, ...withFunctionInside(name), ...withPower(name)]
  return all.filter((word) => word !== '').map(atError(place))
}

/** The name with its letter as it stands first. */
function otherCase(place: Place): readonly Repair[] {
  const { first, second } = place.error.values
  const typed = place.text.slice(place.error.range.from, place.error.range.to)
  return [atError(place)(typed.replace(String(second), String(first)))]
}

/** Such a name; MATLAB's `sind(x)`; a unit of angles behind its number. */
function inOtherWords(place: Place): readonly Repair[] {
  const { at, error, operands } = place
  const name = String(error.values['name']).toLowerCase()
  if (name === 'deg') return degrees(place)
  if (name === 'rad') return at > 0 ? [place.leaveOut(at, at + 1)] : []
  const known = namedElsewhere(name)
  if (known) return [atError(place)(known)]
  const inDegrees = /^(sin|cos|tan|sec|csc|cot)d$/.exec(name)?.[1]
  const to = operands.argumentAfter(at + 1)
  if (!inDegrees || to === at + 1) return []
  const angle = operands.unwrapped([at + 1, to])
  const typed = place.typed(...angle)
  return [place.replace(at, to, `${inDegrees}(${operands.isSum(angle) ? `(${typed})` : typed}*pi/180)`)]
}

/** `90°` in radians. */
export function degrees(place: Place): readonly Repair[] {
  const { at } = place
  const from = place.operands.powerBefore(at)
  return from === at ? [] : [place.replace(from, at + 1, place.holding(from, `${place.typed(from, at)}*pi/180`))]
}

/** `abc` as a·b·c, unless it looks like a word: with a letter twice, or around a function. */
function productOf(name: string): readonly string[] {
  const isWord = new Set(name).size < name.length || functionWords().some((word) => name.includes(word))
  return isWord ? [] : [[...name].join('*')]
}

/** `xlogx` as x log x. */
function withFunctionInside(name: string): readonly string[] {
  return functionWords()
    .map((word) => ({ word, at: name.indexOf(word, 1) }))
    .filter(({ word, at }) => at > 0 && at + word.length < name.length)
    .sort((a, b) => b.word.length - a.word.length)
    .slice(0, 2)
    .map(({ word, at }) => `${name.slice(0, at)} ${word} ${name.slice(at + word.length)}`)
}

/** `xy2` as xy^2. */
function withPower(name: string): readonly string[] {
  const [, letters, digits] = /^([a-z]+)([2-9])$/i.exec(name) ?? []
  return letters === undefined ? [] : [`${letters}^${digits}`]
}

/** The text marks the digits; what is meant is seen with their letter. */
function indexDoubtful({ error }: Place): readonly Repair[] {
  const { name, number } = error.values
  const range = { from: error.range.from - 1, to: error.range.to }
  return ['^', '_', '*'].map((sign) => ({ range, text: `${name}${sign}${number}` }))
}
