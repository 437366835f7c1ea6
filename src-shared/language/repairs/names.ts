import { formWords } from '../forms'
import { functionSpelt, functionWords } from '../functions'
import { namedElsewhere, near } from '../suggestion'
import { atError, type Fault, type GuessTable, type Repair } from './fault'
import { withoutModules } from './points'

/** Unknown names, and names with a doubtful index. */
export const atNames: GuessTable = {
  'command-unknown': (fault) =>
    wordsNear(fault)
      .map((word) => `\\${word}`)
      .map(atError(fault)),
  'name-unknown': nameUnknown,
  'refused-degree': degrees,
  'name-cases': otherCase,
  'index-doubtful': indexDoubtful,
  'sigma-applied': (fault) => ['sigmoid', 'sigma*'].map(atError(fault)),
  'gamma-applied': (fault) => [atError(fault)('gamma*')],
  'vector-outside': (fault) => [atError(fault)(`${fault.error.values['name']}[0]`)]
}

/** Known words near the unknown one. */
export function wordsNear({ error, token }: Fault): readonly string[] {
  const word = String(error.values['name'] ?? token?.text ?? '').replace(/^\\/, '')
  return near(word, ['pi', ...functionWords(), ...formWords()]).slice(0, 3)
}

/** The nearest names; or the names, functions and powers of which the word is made. */
function nameUnknown(fault: Fault): readonly Repair[] {
  const suggestion = String(fault.error.values['suggestion'] ?? '')
  const name = fault.text.slice(fault.error.range.from, fault.error.range.to)
  if (fault.before?.text === '&') return [atError(fault)('otherwise')]
  if (fault.after?.text === '.') return withoutModules(fault)
  const elsewhere = inOtherWords(fault)
  if (elsewhere.length > 0) return elsewhere
  const isCalled = fault.after?.text === '('
  const isMadeUp = suggestion.includes(' ') && (!isCalled || functionSpelt(suggestion.split(' ').at(-1) ?? ''))
  const near = suggestion === '' || isMadeUp ? [] : wordsNear(fault)
  const product = /^[a-z]{2,4}$/i.test(name) && !isCalled ? productOf(name) : []
  const all = [...near.slice(0, 2), suggestion, ...product, ...near, ...withFunctionInside(name), ...withPower(name)]
  return all.filter((word) => word !== '').map(atError(fault))
}

/** The name in the case of letters in which it first stands. */
function otherCase(fault: Fault): readonly Repair[] {
  const { first, second } = fault.error.values
  const typed = fault.text.slice(fault.error.range.from, fault.error.range.to)
  return [atError(fault)(typed.replace(String(second), String(first)))]
}

/** Names of other languages; MATLAB's `sind(x)`; a unit of angle behind its number. */
function inOtherWords(fault: Fault): readonly Repair[] {
  const { at, error, operands } = fault
  const name = String(error.values['name']).toLowerCase()
  if (name === 'deg') return degrees(fault)
  if (name === 'rad') return at > 0 ? [fault.leaveOut(at, at + 1)] : []
  const known = namedElsewhere(name)
  if (known) return [atError(fault)(known)]
  const inDegrees = /^(sin|cos|tan|sec|csc|cot)d$/.exec(name)?.[1]
  const to = operands.argumentAfter(at + 1)
  if (!inDegrees || to === at + 1) return []
  const angle = operands.unwrapped([at + 1, to])
  const typed = fault.typed(...angle)
  return [fault.replace(at, to, `${inDegrees}(${operands.isSum(angle) ? `(${typed})` : typed}*pi/180)`)]
}

/** `90°` in radians. */
export function degrees(fault: Fault): readonly Repair[] {
  const { at } = fault
  const from = fault.operands.powerBefore(at)
  return from === at ? [] : [fault.replace(from, at + 1, fault.holding(from, `${fault.typed(from, at)}*pi/180`))]
}

/** `abc` as a·b·c, unless it looks like a word: with a letter twice, or with a function in it. */
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

/** The problem's range covers the digits only; what is meant is clear only with their letter. */
function indexDoubtful({ error }: Fault): readonly Repair[] {
  const { name, number } = error.values
  const range = { from: error.range.from - 1, to: error.range.to }
  return ['^', '_', '*'].map((sign) => ({ range, text: `${name}${sign}${number}` }))
}
