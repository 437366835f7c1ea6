import type { Range } from '../range'
import type { Cursor } from './cursor'
import { rowsWritten, shorthandNamed } from './functions'
import type { Grammar } from './grammar'
import type { Syntax } from './syntax'
import type { Token } from './tokens'
import { wholeNumber } from './whole-number'

/** call = function [power] ( arguments | side-by-side argument ) */
export function call(grammar: Grammar): Syntax {
  const { cursor } = grammar
  const name = cursor.take()
  const base = cursor.sees('subscript') && name.text === 'log' ? logarithmBase(grammar) : undefined
  const power = functionPower(grammar, name)
  const inverse = power?.value === -1 ? inverseOf(grammar, name, power.range) : undefined
  cursor.descend()
  const read = cursor.ascend(callArguments(grammar, name))
  const called = base ? toBase(grammar, base, read, name) : applied(grammar, inverse ?? name.text, read, name)
  if (!power || inverse) return called
  const { value, range } = power
  const exponent: Syntax = { kind: 'number', value, digits: String(value), range }
  return { kind: 'power', base: called, exponent, range: cursor.since(name.from) }
}

/** The base of a logarithm, written as its subscript: `log_2`, `\log_{b}`, `log₃`. */
function logarithmBase(grammar: Grammar): Syntax {
  const { cursor } = grammar
  const { text, from } = cursor.take()
  if (text === '_') return grammar.atom()
  return { kind: 'number', value: Number(text), digits: text, range: cursor.since(from) }
}

/** Bases 2 and 10 have functions of their own. */
function toBase(grammar: Grammar, base: Syntax, read: readonly Syntax[], token: Token): Syntax {
  const own = base.kind === 'number' && { 2: 'log2', 10: 'log10' }[base.value]
  return own ? applied(grammar, own, read, token) : applied(grammar, 'log', [...read, base], token)
}

/** `sin^2(x)`, `sin⁻¹ x`: the whole number between a function and its argument. */
function functionPower(grammar: Grammar, name: Token): { readonly value: number; readonly range: Range } | undefined {
  const { cursor } = grammar
  const start = cursor.next
  if (!start || !(start.kind === 'superscript' || (start.kind === 'operator' && start.text === '^'))) return undefined
  cursor.take()
  const value = start.kind === 'superscript' ? Number(start.text) : writtenPower(grammar)
  if (value === undefined || !Number.isInteger(value) || (value < 1 && value !== -1)) {
    return cursor.fail('function-power', { function: cursor.typed(name) }, start)
  }
  return { value, range: cursor.since(start.from) }
}

/** After `^`: a number with its sign, or a whole number in brackets. */
function writtenPower(grammar: Grammar): number | undefined {
  const { cursor } = grammar
  if (cursor.sees('open', '(', '{')) return wholeNumber(grammar.bracket())
  const sign = cursor.sees('operator', '-') && cursor.take() ? -1 : 1
  return cursor.sees('number') ? sign * Number(cursor.take().text) : undefined
}

function inverseOf({ cursor }: Grammar, name: Token, place: Range): string {
  const inverse = rowsWritten(name.text)[0]?.inverse
  if (!inverse) return cursor.fail('function-inverse', { function: cursor.typed(name) }, place)
  return inverse
}

function callArguments(grammar: Grammar, name: Token): readonly Syntax[] {
  const { cursor } = grammar
  if (!cursor.sees('open')) return [bareArgument(grammar, name)]
  const isPlain =
    cursor.sees('open', '(', '[', '{') && !(cursor.sees('open', '{') && grammar.conditions.starts.has(cursor.at + 1))
  // What stands between bars, and a function in pieces, is one argument and has a notation of its own.
  if (!isPlain) return [grammar.bracket()]
  const open = cursor.take()
  if (cursor.sees('close')) cursor.fail('brackets-empty', { bracket: cursor.typed(open) }, open)
  const read = [grammar.expression()]
  while (cursor.sees('comma')) {
    cursor.take()
    read.push(grammar.expression())
  }
  cursor.close(open)
  return read
}

/**
 * An argument without brackets: the side-by-side product of numbers, names, constants and their powers; or one more
 * function.
 */
function bareArgument(grammar: Grammar, name: Token): Syntax {
  const { cursor } = grammar
  if (cursor.sees('function')) return call(grammar)
  const { from } = cursor
  if (!beginsBare(grammar) && !cursor.sees('number')) {
    if (cursor.next?.problem) cursor.unexpected()
    cursor.fail('function-alone', { function: cursor.typed(name) }, name)
  }
  const factors = [{ divide: false, factor: grammar.power() }]
  const isNumber = () => factors.every(({ factor }) => factor.kind === 'number')
  while (beginsBare(grammar) && (isNumber() || !isExponential(cursor))) {
    factors.push({ divide: false, factor: grammar.power() })
  }
  if (cursor.sees('number')) refuseNumber(grammar)
  if (factors.length === 1) return (factors[0] as (typeof factors)[0]).factor
  return { kind: 'product', factors, range: cursor.since(from) }
}

const beginsBare = ({ cursor }: Grammar): boolean =>
  cursor.sees('name') || cursor.sees('constant') || cursor.sees('root') || cursor.sees('fraction')

/** A power of e is read as a function: like a function's name, it ends an argument that is more than a number. */
const isExponential = (cursor: Cursor): boolean =>
  cursor.sees('constant', 'e') && (cursor.following?.kind === 'superscript' || cursor.following?.text === '^')

/** Refuses a number directly after another operand: it could be an exponent or a factor. */
export function refuseNumber({ cursor }: Grammar): never {
  const [before, number] = [cursor.previous as Token, cursor.next as Token]
  const isQuotient = number.text.includes('/')
  const values = { name: cursor.typed(before), number: isQuotient ? cursor.typed(number) : number.text }
  if (before.kind === 'name' || before.kind === 'constant') cursor.fail('number-after-name', values, number)
  return cursor.fail(before.kind === 'number' ? 'numbers-side-by-side' : 'number-after-factor', values, number)
}

/** The call node, or the formula that a shorthand stands for. Throws FormulaError `argument-count`. */
function applied(grammar: Grammar, name: string, read: readonly Syntax[], token: Token): Syntax {
  const { cursor } = grammar
  const wrongCount = (expected: readonly number[]): never =>
    cursor.fail(
      'argument-count',
      { function: cursor.typed(token), expected: expected.join(' / '), found: read.length },
      token
    )
  const shorthand = shorthandNamed(name)
  if (shorthand) {
    const { parameters, formula } = shorthand
    if (read.length !== parameters.length) return wrongCount([parameters.length])
    const values = Object.fromEntries(parameters.map((parameter, at) => [parameter, read[at] as Syntax]))
    return grammar.formula(formula, values, token.from)
  }
  const rows = rowsWritten(name)
  const row = rows.find(({ parameters, variadic }) => variadic || parameters.length === read.length)
  if (!row) return wrongCount(rows.map(({ parameters }) => parameters.length))
  return { kind: 'call', name: row.name, arguments: read, range: cursor.since(token.from) }
}
