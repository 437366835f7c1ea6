import type { Range } from '../range'
import { Assignments } from './assignments'
import { Cursor } from './cursor'
import type { RightHandSide } from './left-hand-side'
import { Lines } from './lines'
import { isVariable, variableLetters } from './names'
import { spelling, type Vocabulary } from './spelling'
import type { Token } from './tokens'

/** A Python expression without the code around it: imports, `def`, `return`, `lambda`. */
export interface Unwrapped {
  /** The tokens of the expression. */
  readonly body: readonly Token[]
  /** The parameters as written; null if there is no parameter list. */
  readonly parameters: readonly Token[] | null
}

/**
 * Removes the code around the expression. Throws FormulaError at anything other than one expression: a second
 * statement, a default value, a starred parameter.
 */
export function unwrapped(tokens: readonly Token[], text: string): Unwrapped {
  const cursor = new Cursor(tokens, text)
  const lines = new Lines(text, tokens)
  while (cursor.sees('keyword', 'import', 'from')) {
    do cursor.take()
    while (cursor.next && cursor.next.text !== ';' && !lines.begin(cursor.at))
    if (cursor.next?.text === ';') cursor.take()
  }
  const named = new Assignments(cursor, lines)
  const parameters = header(cursor, named)
  if (parameters === undefined) return { body: tokens.slice(cursor.at), parameters: null }
  if (!cursor.next) cursor.fail('formula-unfinished')
  lines.refuseStatements(cursor)
  return { body: named.substituted(tokens.slice(cursor.at)), parameters }
}

/**
 * Takes what stands before the expression: the parameters, null for a mere `return`, undefined if there is none of it.
 */
function header(cursor: Cursor, named: Assignments): readonly Token[] | null | undefined {
  if (cursor.sees('keyword', 'def')) return definition(cursor, named)
  if (cursor.sees('keyword', 'return')) {
    cursor.take()
    return null
  }
  const isNamed = cursor.sees('name') && cursor.following?.kind === 'equals' && isLambda(cursor.second)
  if (isNamed) for (const _ of 'f=') cursor.take()
  if (!isLambda(cursor.next)) return undefined
  const { from } = cursor.take()
  const read = parameters(cursor, ':')
  refuseTakingFunctions(cursor, read, { from, to: from + 'lambda'.length })
  return read
}

const isLambda = (token: Token | undefined): boolean => token?.kind === 'keyword' && token.text === 'lambda'

/** `def f(x: float, y) -> float:`, a docstring, assignments, and `return`. */
function definition(cursor: Cursor, named: Assignments): readonly Token[] {
  cursor.take()
  if (!isWord(cursor.next) && cursor.following?.text !== '(') cursor.fail('python-header')
  const name = cursor.take()
  if (!cursor.sees('open', '(')) cursor.fail('python-header')
  cursor.take()
  const read = parameters(cursor, ')')
  while (cursor.next && !cursor.sees('colon')) {
    if (cursor.sees('keyword') || cursor.sees('equals')) cursor.fail('python-header')
    cursor.take()
  }
  if (!cursor.next) cursor.fail('python-header')
  cursor.take()
  if (cursor.next?.problem?.code === 'refused-string') cursor.take()
  refuseTakingFunctions(cursor, read, name)
  named.take()
  if (!cursor.sees('keyword', 'return')) {
    const returns = cursor.ahead().some(({ kind, text }) => kind === 'keyword' && text === 'return')
    cursor.fail(returns ? 'python-statement' : 'python-return')
  }
  cursor.take()
  return read
}

/**
 * Refuses a function of functions, such as `numerical_diff(f, x)`, or `gradient(f)` which passes f on: what has to be
 * typed is f.
 */
function refuseTakingFunctions(cursor: Cursor, parameters: readonly Token[], name: Range): void {
  const rest = cursor.ahead()
  // x(x + 1) is a product.
  const isCalled = ({ text }: Token) =>
    !isVariable(text) && rest.some((token, at) => token.text === text && rest[at + 1]?.text === '(')
  const isHandedOn = ({ text }: Token) =>
    rest.some((token, at) => token.text === text && rest[at - 1]?.text === '(' && differentiates(rest[at - 2]))
  const differentiates = (word: Range | undefined) => word && /diff|grad|deriv/i.test(cursor.typed(word))
  const called = parameters.find(isCalled)
  const taken = called ?? parameters.find(isHandedOn)
  if (!taken) return
  const code = called && differentiates(name) ? 'function-differentiates' : 'function-of-function'
  cursor.fail(code, { name: cursor.typed(name), function: taken.text }, name)
}

/** The parameters up to `end`, which is taken. Annotations are skipped. */
function parameters(cursor: Cursor, end: ')' | ':'): readonly Token[] {
  const read: Token[] = []
  while (cursor.next && cursor.next.text !== end) {
    if (cursor.sees('operator')) cursor.fail('python-starred', { word: cursor.typed(cursor.next) })
    if (!isWord(cursor.next)) cursor.fail('python-header')
    read.push(cursor.take())
    if (end === ')' && cursor.sees('colon')) skipAnnotation(cursor)
    if (cursor.sees('equals')) cursor.fail('python-default')
    if (cursor.sees('comma')) cursor.take()
    else if (cursor.next?.text !== end) cursor.fail('python-header')
  }
  if (!cursor.next) cursor.fail('python-header')
  cursor.take()
  return read
}

function skipAnnotation(cursor: Cursor): void {
  for (let depth = 0; cursor.next; cursor.take()) {
    const { kind } = cursor.next
    if (depth === 0 && ['comma', 'equals', 'close'].includes(kind)) return
    if (kind === 'open') depth++
    if (kind === 'close') depth--
  }
}

const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && ['name', 'function', 'constant'].includes(token.kind)

/**
 * The body with its parameters renamed as variables. A letter keeps its name; words take the usual variable letters in
 * order, or x0, x1 … if there are not enough of these. Where the variables are fixed and a letter is none of them, it
 * stands for the variable at its position, or for the whole vector if it is the only parameter.
 */
export function bound({ body, parameters }: Unwrapped, given: Vocabulary): RightHandSide {
  const words = parameters ?? []
  const letters = lettersOf(words, body)
  const meant = letters.map((letter, at) => inPlace(letter, at, letters.length, given))
  const nameOf = new Map(words.map(({ kind, text }, at) => [`${kind} ${text}`, meant[at] ?? '']))
  const named = body.map((token): Token => {
    const text = nameOf.get(`${token.kind} ${token.text}`)
    return text === undefined ? token : { ...token, kind: 'name', text }
  })
  const vocabulary = given.variables ? given : { ...given, names: [...(given.names ?? []), ...letters] }
  return { body: named, arguments: letters, vocabulary }
}

function lettersOf(words: readonly Token[], body: readonly Token[]): readonly string[] {
  const own = words.map((word, at) => {
    const [read, ...others] = spelling([word], {}).tokens
    const isFirst = !words.slice(0, at).some(({ text }) => text.toLowerCase() === word.text.toLowerCase())
    return isFirst && read?.kind === 'name' && others.length === 0 ? read.text : undefined
  })
  const taken = new Set([...own, ...body.filter(({ kind }) => kind === 'name').map(({ text }) => text)])
  const free = variableLetters.filter((letter) => !taken.has(letter))
  const needed = own.filter((letter) => letter === undefined).length
  const usual = needed <= free.length ? free : Array.from({ length: needed }, (_, index) => `x${index}`)
  let used = 0
  return own.map((letter) => letter ?? (usual[used++] as string))
}

function inPlace(letter: string, at: number, count: number, { variables, names = [] }: Vocabulary): string {
  if (!variables || [...variables, ...names].some((name) => name.replace(/\d+$/, '') === letter || name === letter)) {
    return letter
  }
  return count === 1 && variables.length > 1 ? 'x' : (variables[at] ?? letter)
}
