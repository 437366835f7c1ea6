import type { Series } from './forms'
import type { Grammar } from './grammar'
import { limits } from './limits'
import { isVariable } from './names'
import type { Syntax } from './syntax'
import type { Token } from './tokens'
import { wholeNumber } from './whole-number'

/**
 * Expands a series, its name taken, into a flat list: `sum(i, 1, 10, …)`, `\sum_{i=1}^{10} …`, or over all elements of
 * a vector, `np.sum(x**2)`. Its tokens are parsed once for each term, with another meaning of the index or the letter.
 */
export function series(grammar: Grammar, name: Token): Syntax {
  const { cursor } = grammar
  if (cursor.sees('subscript', '_')) return withLimits(grammar, name)
  const isSign = /^[\\∑Σ∏Π]/.test(cursor.typed(name))
  if (isSign || !cursor.sees('open')) cursor.fail('sum-incomplete', { function: cursor.typed(name) }, name)
  const open = cursor.take()
  if (cursor.sees('close')) cursor.fail('brackets-empty', { bracket: cursor.typed(open) }, open)
  const read = termOf[name.text] ?? (() => grammar.expression())
  const isIndexed = !termOf[name.text] && cursor.sees('name') && cursor.following?.kind === 'comma'
  const comma = isIndexed || termOf[name.text] ? undefined : commaIn(cursor.ahead())
  if (comma) cursor.fail('sum-incomplete', { function: cursor.typed(name) }, comma)
  const terms = isIndexed ? overNumbers(grammar, name) : overElements(grammar, name, () => read(grammar, name))
  cursor.close(open)
  return joined(grammar, name, terms)
}

/** The first comma between arguments of which each parses. */
function commaIn(tokens: readonly Token[]): Token | undefined {
  if (tokens.some(({ problem }) => problem)) return undefined
  let depth = 0
  return tokens.find(({ kind }) => {
    if (kind === 'open') depth++
    if (kind === 'close') depth--
    return kind === 'comma' && depth === 0
  })
}

/** The term for one element, where it is not what stands in the brackets. */
const termOf: Readonly<Record<string, (grammar: Grammar, name: Token) => Syntax>> = {
  norm: (grammar) => {
    const base = grammar.expression()
    const exponent: Syntax = { kind: 'number', value: 2, digits: '2', range: base.range }
    return { kind: 'power', base, exponent, range: base.range }
  },
  dot: (grammar, name) => {
    const { cursor } = grammar
    const { from } = cursor
    const left = vectorArgument(grammar)
    if (cursor.sees('close')) {
      cursor.fail('argument-count', { function: cursor.typed(name), expected: '2', found: 1 }, name)
    }
    if (!cursor.sees('comma')) cursor.unexpected()
    cursor.take()
    const factors = [left, vectorArgument(grammar)].map((factor) => ({ divide: false, factor }))
    return { kind: 'product', factors, range: cursor.since(from) }
  }
}

/** An expression that contains the vector: there is no other whose elements could be meant. */
function vectorArgument(grammar: Grammar): Syntax {
  const { cursor, vector } = grammar
  const start = cursor.at
  const read = grammar.expression()
  if (vector !== null && cursor.tookName(vector, start)) return read
  const second = cursor.typed(read.range)
  return cursor.fail('vector-second', { first: vector ?? '', second }, read.range)
}

/** `i, from, to, term`, as it stands in the brackets. */
function overNumbers(grammar: Grammar, name: Token): readonly Syntax[] {
  const { cursor } = grammar
  const index = cursor.take().text
  const bounds = [1, 2].map((found) => {
    if (!cursor.sees('comma')) tooFew(grammar, name, found)
    cursor.take()
    return grammar.expression()
  })
  if (!cursor.sees('comma')) tooFew(grammar, name, 3)
  cursor.take()
  const [from, to] = bounds.map((tree) => bound(grammar, tree)) as [number, number]
  return termsBetween(grammar, name, index, from, to, () => grammar.expression())
}

function tooFew({ cursor }: Grammar, name: Token, found: number): never {
  if (cursor.next?.kind !== 'close') cursor.unexpected()
  return cursor.fail('argument-count', { function: cursor.typed(name), expected: '1 / 4', found }, name)
}

/** `_{i=1}^{10} term`: the term is the product that follows. */
function withLimits(grammar: Grammar, name: Token): Syntax {
  const { cursor } = grammar
  const incomplete = (): never => cursor.fail('sum-incomplete', { function: cursor.typed(name) }, name)
  cursor.take()
  const open = cursor.sees('open', '{') ? cursor.take() : incomplete()
  const index = cursor.sees('name') ? cursor.take().text : incomplete()
  if (!cursor.sees('equals')) incomplete()
  cursor.take()
  const from = bound(grammar, grammar.sum())
  cursor.close(open)
  if (!cursor.sees('operator', '^')) incomplete()
  cursor.take()
  const to = bound(grammar, grammar.atom())
  return joined(
    grammar,
    name,
    termsBetween(grammar, name, index, from, to, () => grammar.term())
  )
}

function bound({ cursor }: Grammar, tree: Syntax): number {
  return wholeNumber(tree) ?? cursor.fail('sum-bounds', { found: cursor.typed(tree.range) }, tree.range)
}

function termsBetween(
  grammar: Grammar,
  name: Token,
  index: string,
  from: number,
  to: number,
  read: () => Syntax
): readonly Syntax[] {
  const count = Math.max(to - from + 1, 0)
  if (count > limits.terms) grammar.cursor.fail('sum-too-long', { found: count, most: limits.terms }, name)
  const values = Array.from({ length: count }, (_, at) => from + at)
  // The term of an empty sum is parsed once, for its end and its names.
  const terms = repeated(grammar, index, count > 0 ? values : [from], read)
  return count > 0 ? terms : []
}

/** The terms over the elements of the vector in them. */
function overElements(grammar: Grammar, name: Token, read: () => Syntax): readonly Syntax[] {
  const { cursor, spelling } = grammar
  const letter = vectorAhead(grammar)
  if (letter === undefined) {
    const problem = cursor.ahead().find((token) => token.problem)?.problem
    const { code, values, range } = problem ?? { code: 'vector-unclear', values: { function: cursor.typed(name) } }
    return cursor.fail(code, values, range ?? name)
  }
  const { vector } = grammar
  if (vector !== null && vector !== letter) cursor.fail('vector-second', { first: vector, second: letter }, name)
  grammar.vector = letter
  const found = spelling.size(letter)
  if (found > limits.terms) cursor.fail('sum-too-long', { found, most: limits.terms }, name)
  return repeated(grammar, letter, spelling.elements(letter), read)
}

/** The letter of the vector in the brackets ahead: x; one that has an index elsewhere; or the only variable. */
function vectorAhead({ cursor, spelling, bound }: Grammar): string | undefined {
  const ahead = cursor.ahead()
  const isBare = ({ kind, text }: Token, at: number) => {
    const isIndexed = ahead[at + 1]?.text === '[' || ahead[at + 1]?.kind === 'subscript'
    return kind === 'name' && !/\d/.test(text) && !isIndexed && typeof bound.get(text) !== 'number'
  }
  const letters = [...new Set(ahead.filter(isBare).map(({ text }) => text))].filter(
    (letter) => spelling.size(letter) > 0
  )
  if (letters.includes('x')) return 'x'
  const indexed = letters.filter((letter) => spelling.isIndexed(letter))
  const variables = letters.filter((letter) => spelling.isDeclared(letter) || isVariable(letter))
  return [indexed, variables].find(({ length }) => length === 1)?.[0]
}

/** What `read` makes of the same tokens for each meaning of a name. */
function repeated(
  { cursor, bound }: Grammar,
  name: string,
  meanings: readonly (number | string)[],
  read: () => Syntax
): readonly Syntax[] {
  const outer = bound.get(name)
  const start = cursor.at
  const terms: Syntax[] = []
  cursor.descend()
  for (const meaning of meanings) {
    cursor.at = start
    bound.set(name, meaning)
    terms.push(read())
  }
  cursor.ascend(terms)
  if (outer === undefined) bound.delete(name)
  else bound.set(name, outer)
  return terms
}

function joined({ cursor }: Pick<Grammar, 'cursor'>, name: Token, terms: readonly Syntax[]): Syntax {
  const range = cursor.since(name.from)
  const number = (value: number): Syntax => ({ kind: 'number', value, digits: String(value), range })
  const form = name.text as Series
  const [first] = terms
  if (form === 'norm') {
    return { kind: 'call', name: 'sqrt', arguments: [joined({ cursor }, { ...name, text: 'sum' }, terms)], range }
  }
  if (!first) return number(form === 'prod' ? 1 : 0)
  if (terms.length === 1) return first
  if (form === 'prod') return { kind: 'product', factors: terms.map((factor) => ({ divide: false, factor })), range }
  const sum: Syntax = { kind: 'sum', terms: terms.map((term) => ({ minus: false, term })), range }
  if (form !== 'mean') return sum
  const factors = [
    { divide: false, factor: sum },
    { divide: true, factor: number(terms.length) }
  ]
  return { kind: 'product', factors, range }
}
