import { functionSpelt, functionWords } from '../functions'
import { near } from '../suggestion'
import type { Token } from '../tokens'
import { partners } from './operands'
import { atError, type GuessTable, type Place, type Repair } from './place'

/** Names that are not known, and functions without their arguments. */
export const atNames: GuessTable = {
  'command-unknown': (place) =>
    words(place)
      .map((word) => `\\${word}`)
      .map(atError(place)),
  'name-unknown': nameUnknown,
  'index-doubtful': indexDoubtful,
  'function-alone': functionAlone,
  'function-power': powerOfFunction,
  'function-inverse': powerOfFunction,
  'argument-count': argumentCount
}

/** Known words near the one that is not known. */
function words({ error, token }: Place): readonly string[] {
  const word = String(error.values['name'] ?? token?.text ?? '').replace(/^\\/, '')
  return near(word, ['pi', ...functionWords()]).slice(0, 3)
}

/** The names near it; or the names, functions and powers of which it is made up. */
function nameUnknown(place: Place): readonly Repair[] {
  const suggestion = String(place.error.values['suggestion'] ?? '')
  const name = place.text.slice(place.error.range.from, place.error.range.to)
  const isCalled = place.after?.text === '('
  const isMadeUp = suggestion.includes(' ') && (!isCalled || functionSpelt(suggestion.split(' ').at(-1) ?? ''))
  const near = suggestion === '' || isMadeUp ? [] : words(place)
  const product = /^[a-z]{2,4}$/i.test(name) && !isCalled ? productOf(name) : []
  const all = [...near.slice(0, 2), suggestion, ...product, ...near, ...withFunctionInside(name), ...withPower(name)]
  return all.filter((word) => word !== '').map(atError(place))
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

/** `sin` of a variable; of what stands behind a sign that parts the two. */
function functionAlone(place: Place): readonly Repair[] {
  const { at, after, operands } = place
  const name = place.typed(at, at + 1)
  const to = operands.factorAfter(at + 2)
  const argument = place.typed(after?.text === '-' ? at + 1 : at + 2, to)
  const isParted = after?.kind === 'operator' && ['-', '*'].includes(after.text) && to > at + 2
  const applied = isParted ? [place.replace(at, to, `${name}(${argument})`)] : []
  return [...applied, place.replace(at, at + 1, `${name}(${place.variable})`)]
}

/** `sin^-2(x)` as a power of the value: sin(x)^-2. */
function powerOfFunction(place: Place): readonly Repair[] {
  const { at, before, token, operands } = place
  if (before?.kind !== 'function') return []
  const argument = operands.exponentAfter(at)
  const to = operands.argumentAfter(argument)
  if (to === argument) return []
  const exponent = token?.kind === 'superscript' ? `(${token.text})` : place.typed(at + 1, argument)
  const inner = place.typed(argument, to)
  const applied = place.tokens[argument]?.kind === 'open' ? inner : `(${inner})`
  return [place.replace(at - 1, to, `${place.typed(at - 1, at)}${applied}^${exponent}`)]
}

/** Arguments beyond those the function takes are left out; where one is missing, another function may be meant. */
function argumentCount(place: Place): readonly Repair[] {
  const { at, tokens, error } = place
  const close = partners(tokens).get(at + 1)
  const wanted = Math.max(...String(error.values['expected']).split(' / ').map(Number))
  const found = Number(error.values['found'])
  if (found < wanted) return words(place).map((word) => place.replace(at, at + 1, word))
  const from = close && argumentCommas(tokens, at + 1, close)[wanted - 1]
  return close === undefined || from === undefined ? [] : [place.leaveOut(from, close)]
}

/** The indices of the commas between the arguments in a bracket. */
function argumentCommas(tokens: readonly Token[], open: number, close: number): readonly number[] {
  const found: number[] = []
  const pairs = partners(tokens)
  for (let at = open + 1; at < close; at++) {
    if (tokens[at]?.kind === 'open') at = pairs.get(at) ?? at
    else if (tokens[at]?.kind === 'comma') found.push(at)
  }
  return found
}
