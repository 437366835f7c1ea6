import { functionNamed } from '../language/functions'
import { parse } from '../language/parser'
import { substitute } from '../language/substitute'
import type {
  CallSyntax,
  Condition,
  PiecewiseSyntax,
  PowerSyntax,
  ProductSyntax,
  Relation,
  SumSyntax,
  Syntax
} from '../language/syntax'
import { compared, names } from '../language/tree'
import { valueAt } from '../language/value'

/** How the names of a formula are written in Python. */
export interface Naming {
  /** A name as a Python primary expression: `x[0]`, `self.v`, `lambda_`. */
  readonly written: (name: string) => string
  /** Whether it is an array: a condition on it is evaluated elementwise. */
  readonly isArray: (name: string) => boolean
}

/** Precedence of Python expressions; an operand of lower precedence needs brackets. */
const binding = { choice: 0, sum: 1, product: 2, negative: 3, power: 4, atom: 5 } as const

interface Expression {
  readonly text: string
  readonly binds: number
  /** It may be a Python number, for which division by 0 is an error, not ±∞ as in NumPy. */
  readonly isOwn?: boolean
}

/**
 * A formula as a Python expression with NumPy as `np`; it may need `math`, too. Where no piece of a piecewise function
 * applies, it is np.nan. Null if one of its functions has no counterpart.
 */
export function pythonExpression(tree: Syntax, naming: Naming): string | null {
  try {
    return expression(tree, naming).text
  } catch (error) {
    if (error instanceof Untranslatable) return null
    throw error
  }
}

class Untranslatable extends Error {}

function expression(tree: Syntax, naming: Naming): Expression {
  const overflow = constantOverflow(tree)
  if (overflow !== null) return { text: floatText(overflow), binds: overflow < 0 ? binding.negative : binding.atom }
  switch (tree.kind) {
    case 'number':
      return { text: literal(tree.value, tree.digits), binds: binding.atom }
    case 'constant':
      return { text: `np.${tree.name}`, binds: binding.atom }
    case 'name':
      return { text: naming.written(tree.name), binds: binding.atom }
    case 'negate':
      return { text: `-${within(tree.of, naming, binding.product)}`, binds: binding.negative }
    case 'sum':
      return sum(tree, naming)
    case 'product':
      return product(tree, naming)
    case 'power':
      return power(tree, naming)
    case 'call':
      return call(tree, naming)
    case 'piecewise':
      return pieces(tree, naming)
  }
}

/**
 * The value of an expression of numbers that is not finite: Python raises an error for 1/0, and (-8)^0.5 is complex.
 */
function constantOverflow(tree: Syntax): number | null {
  if ((tree.kind !== 'product' && tree.kind !== 'power') || names(tree).size > 0) return null
  const value = valueAt(tree, new Map())
  return Number.isFinite(value) ? null : value
}

/** The tree, in brackets if its precedence is below `min`. */
function within(tree: Syntax, naming: Naming, min: number): string {
  return bracketed(expression(tree, naming), min)
}

function bracketed({ text, binds, isOwn }: Expression, min: number): string {
  if (binds >= min) return text
  return isOwn ? `np.float64(${text})` : `(${text})`
}

/** The digits as typed if Python reads them alike: it rejects 007, and its integers are unbounded. */
function literal(value: number, digits: string): string {
  if (/^\d+$/.test(digits)) return value <= Number.MAX_SAFE_INTEGER ? String(value) : floatText(value)
  return /^\d*\.?\d+(e[+-]?\d+)?$/i.test(digits) ? digits : floatText(value)
}

/** A double as a Python float: `3.0`, `1e-07`. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'np.nan' : value > 0 ? 'np.inf' : '-np.inf'
  const text = Object.is(value, -0) ? '-0' : String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

function sum({ terms }: SumSyntax, naming: Naming): Expression {
  // A sign before the first term binds like that of `-x`; a signed term behind another needs brackets.
  const printed = terms.map(({ term }, at) =>
    within(term, naming, at === 0 || term.kind !== 'negate' ? binding.product : binding.power)
  )
  const text = printed.reduce((before, term, at) => `${before} ${terms[at]?.minus ? '-' : '+'} ${term}`)
  return { text, binds: binding.sum }
}

function product({ factors }: ProductSyntax, naming: Naming): Expression {
  // A number divided by 0 is ±∞ in NumPy, and an error in Python.
  const printed = factors.map(({ divide, factor }) =>
    divide && isZero(factor) ? 'np.float64(0)' : within(factor, naming, binding.power)
  )
  const text = printed.reduce((before, factor, at) => `${before}${factors[at]?.divide ? '/' : '*'}${factor}`)
  return { text, binds: binding.product }
}

const isZero = (tree: Syntax): boolean => names(tree).size === 0 && valueAt(tree, new Map()) === 0

function power({ base, exponent }: PowerSyntax, naming: Naming): Expression {
  if (base.kind === 'constant' && base.name === 'e')
    return { text: `np.exp(${expression(exponent, naming).text})`, binds: binding.atom }
  const raised = within(exponent, naming, exponent.kind === 'power' ? binding.power : binding.atom)
  return { text: `${within(base, naming, binding.atom)}**${raised}`, binds: binding.power }
}

function call({ name, arguments: given }: CallSyntax, naming: Naming): Expression {
  const clipped = clippedIn(name, given)
  if (clipped) {
    const within = clipped.map((argument) => expression(argument, naming).text)
    return { text: `np.clip(${within.join(', ')})`, binds: binding.atom }
  }
  const { python, parameters, variadic } = functionNamed(name)
  if (python === undefined) throw new Untranslatable(name)
  const all = given.map((argument) => expression(argument, naming))
  const [first, ...others] = all
  if (!variadic || !first) return called(python, parameters, all)
  if (others.length === 0) return one(variadic.one, given[0], naming)
  return others.reduce((before, other) => called(python, parameters, [before, other]), first)
}

/** a, b, c of min(max(a, b), c), which is np.clip. */
function clippedIn(name: string, [inner, max, ...others]: readonly Syntax[]): readonly Syntax[] | null {
  if (name !== 'min' || !inner || !max || others.length > 0) return null
  const isBounded = inner.kind === 'call' && inner.name === 'max' && inner.arguments.length === 2
  return isBounded ? [...inner.arguments, max] : null
}

/** A Python function with its arguments, or an expression with the arguments in place of its parameters. */
function called(python: string, parameters: readonly string[], all: readonly Expression[]): Expression {
  if (/^[\w.]+$/.test(python))
    return { text: `${python}(${all.map(({ text }) => text).join(', ')})`, binds: binding.atom }
  const text = python.replace(/(?<![\w.])[a-z]\b/g, (word, at: number) => {
    const argument = all[parameters.indexOf(word)]
    if (!argument) return word
    // Between brackets and commas no argument needs brackets of its own.
    const isAlone = /(^|[(,] ?)$/.test(python.slice(0, at)) && /^[,)]/.test(python.slice(at + word.length))
    return bracketed(argument, isAlone ? binding.choice : binding.atom)
  })
  return { text, binds: /^[\w.]+\([^()]*\)$/.test(python) ? binding.atom : binding.sum }
}

/** A variadic function of a single argument: its formula over `a`. */
function one(formula: string, argument: Syntax | undefined, naming: Naming): Expression {
  if (!argument) throw new Untranslatable(formula)
  return expression(
    substitute(parse(formula, { names: ['a'] }).tree, new Map([['a', argument]]), argument.range),
    naming
  )
}

function pieces({ pieces, otherwise }: PiecewiseSyntax, naming: Naming): Expression {
  const isMany = pieces.some(({ condition }) => readsArray(condition, naming))
  const min = isMany ? binding.choice : binding.sum
  const last = otherwise ? within(otherwise, naming, min) : 'np.nan'
  const text = pieces.reduceRight((rest, { condition, value }) => {
    const chosen = within(value, naming, min)
    return isMany
      ? `np.where(${decision(condition, naming, true)}, ${chosen}, ${rest})`
      : `${chosen} if ${decision(condition, naming, false)} else ${rest}`
  }, last)
  if (isMany) return { text, binds: binding.atom }
  const isOwn = [...pieces.map(({ value }) => value), ...(otherwise ? [otherwise] : [])].some(
    (value) => names(value).size === 0
  )
  return { text, binds: binding.choice, isOwn }
}

/**
 * The body of a Python function that returns the tree: a piecewise function with one `if` for each piece. `returned`
 * writes a value behind `return `, over several lines if it is long. Null as for `pythonExpression`.
 */
export function returnLines(
  tree: Syntax,
  naming: Naming,
  returned: (value: Syntax, indent: string) => readonly string[] | null,
  indent: string
): readonly string[] | null {
  if (tree.kind !== 'piecewise' || tree.pieces.some(({ condition }) => readsArray(condition, naming))) {
    return returned(tree, indent)
  }
  try {
    const lines = tree.pieces.map(({ condition, value }) => {
      const inner = returnLines(value, naming, returned, `${indent}    `)
      return inner && [`${indent}if ${decision(condition, naming, false)}:`, ...inner]
    })
    const last = tree.otherwise ? returnLines(tree.otherwise, naming, returned, indent) : [`${indent}return np.nan`]
    return last && lines.every((piece) => piece !== null) ? [...lines.flat(), ...last] : null
  } catch (error) {
    if (error instanceof Untranslatable) return null
    throw error
  }
}

/** Relations that are written differently in Python. */
const relations: Readonly<Partial<Record<Relation, string>>> = { '=': '==', '≠': '!=' }

/** A condition; `isMany`: elementwise over arrays. */
function decision(condition: Condition, naming: Naming, isMany: boolean): string {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = [condition.left, condition.right].map((side) => within(side, naming, binding.sum))
      return `${left} ${relations[condition.relation] ?? condition.relation} ${right}`
    }
    case 'not':
      return isMany
        ? `np.logical_not(${decision(condition.of, naming, true)})`
        : `not (${decision(condition.of, naming, false)})`
    case 'junction': {
      const all = condition.of.map((inner) => decision(inner, naming, isMany))
      if (isMany) return all.reduce((before, inner) => `np.logical_${condition.word}(${before}, ${inner})`)
      return all
        .map((inner, at) => (condition.of[at]?.kind === 'junction' ? `(${inner})` : inner))
        .join(` ${condition.word} `)
    }
  }
}

const readsArray = (condition: Condition, naming: Naming): boolean =>
  compared(condition).some((side) => [...names(side)].some(naming.isArray))
