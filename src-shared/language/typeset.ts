import { functionNamed } from './functions'
import { isGreek } from './glyphs'
import { parse } from './parser'
import { print } from './print'
import { substitute } from './substitute'
import type {
  CallSyntax,
  ComparisonSyntax,
  Condition,
  PiecewiseSyntax,
  PowerSyntax,
  ProductSyntax,
  Relation,
  SumSyntax,
  Syntax
} from './syntax'
import { adjoined, digitsTeX, fenced, junctionTeX, otherwiseTeX, script, typesetName } from './tex'
import { word } from './word'

export { typesetName, typesetNumber, worded } from './tex'

export interface TypesetOptions {
  /** The TeX of a name, e.g. a Greek letter for a setting, or its value; undefined: the name as it is. */
  readonly names?: (name: string) => string | undefined
  /** Typeset all of it, however long, to be copied. Otherwise long and deep parts are abbreviated by dots. */
  readonly whole?: boolean
}

/**
 * The formula in TeX, as books set it: products by juxtaposition, quotients as fractions. Of a long list the first few
 * elements and the last are set, with dots between them; deep nesting, and what exceeds the maximum number of nodes,
 * becomes dots.
 */
export function typeset(tree: Syntax, { names = () => undefined, whole = false }: TypesetOptions = {}): string {
  return new Typesetter(names, whole).piece(tree).tex
}

/** A condition in TeX, as it stands beside its piece; `|a| > 0` is set as a ≠ 0. */
export function typesetCondition(condition: Condition, { names = () => undefined }: TypesetOptions = {}): string {
  return new Typesetter(names, false, true).condition(condition)
}

/** Maximum number of terms, factors, arguments or pieces that are set without dots. */
const maxList = 12
const shownFirst = 6
const shownLast = 2
/** Maximum number of nodes and levels of nesting. */
const maxNodes = 500
const deepest = 40

/** What the neighbours of a piece of TeX need to know of it. */
type Form = 'sum' | 'negative' | 'product' | 'fraction' | 'applied' | 'power' | 'number' | 'word' | 'cases' | 'atom'

interface Piece {
  readonly tex: string
  readonly form: Form
  /** Ends with an argument without brackets, which a factor behind it would seem to continue. */
  readonly isOpen?: boolean
  /**
   * The letters that are its factors, with or without exponent: next to the same letter it would look like a misprint.
   */
  readonly letters?: readonly string[]
  /** The first and last factor of a product. */
  readonly ends?: { readonly first: Piece; readonly last: Piece }
}

const dots: Piece = { tex: '\\cdots', form: 'atom' }

/** Forms that need brackets as terms or factors. */
const loose: readonly Form[] = ['sum', 'negative', 'cases']

class Typesetter {
  readonly #names: (name: string) => string | undefined
  readonly #whole: boolean
  readonly #hasUnequal: boolean
  #nodes = 0
  #depth = 0

  constructor(names: (name: string) => string | undefined, whole: boolean, hasUnequal = false) {
    this.#names = names
    this.#whole = whole
    this.#hasUnequal = hasUnequal
  }

  piece(tree: Syntax): Piece {
    this.#nodes++
    if (!this.#whole && (this.#nodes > maxNodes || this.#depth > deepest)) return dots
    this.#depth++
    const piece = this.#set(tree)
    this.#depth--
    return piece
  }

  #set(tree: Syntax): Piece {
    switch (tree.kind) {
      case 'number':
        return number(digitsTeX(tree.digits))
      case 'constant':
        return letter(tree.name === 'pi' ? '\\pi' : 'e')
      case 'name':
        return this.#name(tree.name)
      case 'negate':
        return negative(this.piece(tree.of))
      case 'sum':
        return this.#sum(tree)
      case 'product':
        return this.#product(tree)
      case 'power':
        return this.#power(tree)
      case 'call':
        return this.#call(tree)
      case 'piecewise':
        return this.#piecewise(tree)
    }
  }

  /** `made` of each element of a list, with `between` in place of the middle of a long one. */
  #list<Of, Made>(all: readonly Of[], made: (one: Of) => Made, between: Made): readonly Made[] {
    if (this.#whole || all.length <= maxList) return all.map(made)
    return [...all.slice(0, shownFirst).map(made), between, ...all.slice(-shownLast).map(made)]
  }

  #piecewise({ pieces, otherwise }: PiecewiseSyntax): Piece {
    const lines = this.#list(
      pieces,
      ({ condition, value }) => `${this.piece(value).tex} & ${this.condition(condition)}`,
      '\\vdots & \\vdots'
    )
    const all = otherwise ? [...lines, `${this.piece(otherwise).tex} & ${otherwiseTeX}`] : lines
    return { tex: `\\begin{cases} ${all.join(' \\\\ ')} \\end{cases}`, form: 'cases' }
  }

  condition(condition: Condition): string {
    switch (condition.kind) {
      case 'comparison':
        return this.#comparison(condition)
      case 'not':
        return this.condition(denied(condition.of))
      case 'junction': {
        const chain = condition.word === 'and' ? chained(condition.of) : null
        if (chain) return this.#chain(chain)
        return this.#list(
          condition.of,
          (one) =>
            one.kind === 'comparison' || (one.kind === 'junction' && one.word === 'and' && chained(one.of))
              ? this.condition(one)
              : fenced('(', this.condition(one), ')'),
          dots.tex
        ).join(junctionTeX[condition.word])
      }
    }
  }

  #comparison({ left, relation, right }: ComparisonSyntax): string {
    const of = this.#hasUnequal && left.kind === 'call' && left.name === 'abs' ? left.arguments[0] : undefined
    if (!of || relation !== '>' || right.kind !== 'number' || right.value !== 0)
      return `${this.piece(left).tex} ${relations[relation]} ${this.piece(right).tex}`
    const [first, second, ...more] = of.kind === 'sum' ? of.terms : []
    if (!first || !second?.minus || more.length > 0) return `${this.piece(of).tex} \\ne 0`
    return `${this.piece(first.term).tex} \\ne ${this.piece(second.term).tex}`
  }

  /** 0 < x ≤ 1. */
  #chain(links: readonly ComparisonSyntax[]): string {
    const rest = links.map(({ relation, right }) => ` ${relations[relation]} ${this.piece(right).tex}`)
    return `${links.slice(0, 1).map(({ left }) => this.piece(left).tex)}${rest.join('')}`
  }

  #name(name: string): Piece {
    const tex = this.#names(name)
    if (tex === undefined) return letter(typesetName(name))
    // An operator before brackets, d/dx (x²): a factor behind it would seem to be differentiated, too.
    if (tex.startsWith('\\frac')) return { tex, form: 'fraction', isOpen: true }
    // ∇f needs brackets as a base: ∇f² would be the gradient of f².
    if (tex.startsWith('\\nabla')) return { tex, form: 'applied' }
    return /^-?[\d.]|^-?\\infty/.test(tex) ? number(tex) : letter(tex)
  }

  #sum({ terms }: SumSyntax): Piece {
    const parts = this.#list(terms, ({ minus, term }) => ({ minus, piece: this.piece(term) }), {
      minus: false,
      piece: dots
    })
    const [first, ...rest] = parts
    let tex = first ? bracketedIf(['cases'], first.piece).tex : ''
    for (const { minus, piece } of rest) tex += ` ${minus ? '-' : '+'} ${bracketedIf(loose, piece).tex}`
    return { tex, form: 'sum' }
  }

  /** Each run of factors and the divisors after it is a fraction: `x/2*y/3` is x/2 · y/3. */
  #product({ factors }: ProductSyntax): Piece {
    const quotients: { readonly over: Syntax[]; readonly under: Syntax[] }[] = []
    for (const { divide, factor } of factors) {
      const last = quotients.at(-1)
      if (divide) last?.under.push(factor)
      else if (last && last.under.length === 0) last.over.push(factor)
      else quotients.push({ over: [factor], under: [] })
    }
    const all = this.#list(
      quotients,
      ({ over, under }): readonly Piece[] => {
        const [above, below] = [over, under].map((side) => this.#list(side, (factor) => this.piece(factor), dots))
        if (!above || !below || below.length === 0) return above ?? []
        const [numerator, denominator] = [sideBySide(above), sideBySide(below)]
        const letters = [...(numerator.letters ?? []), ...(denominator.letters ?? [])]
        return [{ tex: `\\frac{${numerator.tex}}{${denominator.tex}}`, form: 'fraction', letters }]
      },
      [dots]
    )
    return sideBySide(all.flat())
  }

  #power({ base, exponent }: PowerSyntax): Piece {
    const raised = script('^', this.#exponent(exponent))
    const row = base.kind === 'call' ? functionNamed(base.name) : undefined
    // With several arguments it would look like the power of a list, and a superscript of max or min is set above it.
    const operator = row?.parameters.length === 1 ? row.tex : undefined
    const isCount = exponent.kind === 'number' && Number.isInteger(exponent.value) && exponent.value > 0
    if (base.kind === 'call' && typeof operator === 'string' && isCount && !operator.includes('_')) {
      return this.#applied(operator + raised, base.arguments)
    }
    const below = this.piece(base)
    const isBare =
      (below.form === 'atom' && !below.tex.startsWith('\\sqrt')) || below.form === 'word' || isPlainNumber(below)
    const set: Piece = { tex: (isBare ? below.tex : fenced('(', below.tex, ')')) + raised, form: 'power' }
    return isBare && below.letters ? { ...set, letters: below.letters } : set
  }

  /** A plain quotient in an exponent is written with a slash: `x^{1/3}`. */
  #exponent(tree: Syntax): string {
    if (tree.kind === 'negate' && isQuotient(tree.of)) return `-${this.#exponent(tree.of)}`
    if (!isQuotient(tree)) return this.piece(tree).tex
    const [over, under] = [false, true].map((below) => {
      const side = tree.factors.filter(({ divide }) => divide === below)
      return sideBySide(this.#list(side, ({ factor }) => this.piece(factor), dots)).tex
    })
    return `${over}/${under}`
  }

  #call(call: CallSyntax): Piece {
    const { tex, parameters } = functionNamed(call.name)
    if (typeof tex === 'string') return this.#applied(tex, call.arguments)
    if (typeof tex === 'function') {
      return { tex: tex(...call.arguments.map((argument) => this.piece(argument).tex)), form: 'atom' }
    }
    const values = new Map(call.arguments.map((argument, at) => [parameters[at] ?? '', argument]))
    return this.piece(substitute(formulaOf(tex.formula, parameters), values, call.range))
  }

  /**
   * An operator name before its argument. Brackets are left out only if the argument is plain and the name is short.
   */
  #applied(operator: string, of: readonly Syntax[]): Piece {
    const [only] = of
    const inside = this.#list(of, (argument) => this.piece(argument), { tex: '\\ldots', form: 'atom' })
    const [first] = inside
    if (only && first && of.length === 1 && !operator.includes('operatorname') && isPlain(only)) {
      const { tex, form } = first
      // After a dot, as in `\sin 2 \cdot 3`, the argument would seem to have ended.
      if (form !== 'negative' && !/\\cdot|\\times/.test(tex))
        return { tex: `${operator} ${tex}`, form: 'applied', isOpen: true }
    }
    return { tex: operator + fenced('(', inside.map(({ tex }) => tex).join(', '), ')'), form: 'applied' }
  }
}

/** Parsed formulas of function rows. */
const read = new Map<string, Syntax>()

function formulaOf(text: string, parameters: readonly string[]): Syntax {
  const tree = read.get(text) ?? parse(text, { names: parameters }).tree
  read.set(text, tree)
  return tree
}

/** The negation of a relation, and of what joins conditions; and relations with their sides exchanged. */
const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '≠', '≠': '=', and: 'or', or: 'and' } as const
const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '≠': '≠' } as const

/** The negation of a condition: x ≥ 0 and x ≤ 2 instead of not (x < 0 or x > 2). */
function denied(condition: Condition): Condition {
  switch (condition.kind) {
    case 'comparison':
      return { ...condition, relation: opposite[condition.relation] }
    case 'not':
      return condition.of
    case 'junction':
      return { ...condition, word: opposite[condition.word], of: condition.of.map(denied) }
  }
}

/** Comparisons as a chain in which each begins with what the one before ends with; null if they are none. */
function chained(all: readonly Condition[]): readonly ComparisonSyntax[] | null {
  if (!all.every((one) => one.kind === 'comparison')) return null
  const rising = all.map((one) =>
    one.relation.startsWith('<') ? one : { ...one, left: one.right, relation: mirrored[one.relation], right: one.left }
  )
  return [all, rising, [...rising].reverse()].find(areLinked) ?? null
}

function areLinked(all: readonly ComparisonSyntax[]): boolean {
  return all.every((one, i) => {
    const before = all[i - 1]
    if (!before) return true
    const isSameWay = before.relation.charAt(0) === one.relation.charAt(0)
    return isSameWay && one.relation !== '≠' && one.left.kind !== 'number' && print(before.right) === print(one.left)
  })
}

const relations: Readonly<Record<Relation, string>> = {
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
  '=': '=',
  '≠': '\\ne'
}

/**
 * Numbers, names, their powers and products, one fraction, or what stands between delimiters: no brackets are needed
 * after `\sin`.
 */
function isPlain(tree: Syntax): boolean {
  if (tree.kind === 'product') {
    const divisions = tree.factors.filter(({ divide }) => divide).length
    if (divisions === 0) return tree.factors.every(({ factor }) => isSimple(factor)) && !endsBeforeExponential(tree)
    return divisions === 1 && tree.factors.at(-1)?.divide === true
  }
  return isSimple(tree) || (tree.kind === 'call' && ['abs', 'sqrt', 'cbrt', 'floor', 'ceil'].includes(tree.name))
}

/** A power of e ends an argument without brackets, unless a number precedes it: `\sin xe^x` is eˣ·sin x. */
function endsBeforeExponential({ factors }: ProductSyntax): boolean {
  const first = factors.findIndex(({ factor }) => factor.kind !== 'number' || isPowerOfTen(factor))
  const isExponential = ({ factor }: ProductSyntax['factors'][number]) =>
    factor.kind === 'power' && factor.base.kind === 'constant' && factor.base.name === 'e'
  return factors.slice(first + 1).some(isExponential)
}

/** A single division, at the end, of plain operands; not by a number with a power of ten. */
function isQuotient(tree: Syntax): tree is ProductSyntax {
  if (tree.kind !== 'product' || !tree.factors.every(({ factor }) => isSimple(factor))) return false
  return tree.factors.every(({ divide, factor }, at) => {
    const isDivisor = at === tree.factors.length - 1
    return divide === isDivisor && !(isDivisor && isPowerOfTen(factor))
  })
}

/** A number that is typeset with a power of ten. */
const isPowerOfTen = (tree: Syntax): boolean => tree.kind === 'number' && /e/i.test(tree.digits)

function isSimple(tree: Syntax): boolean {
  if (tree.kind === 'power') {
    const { base, exponent } = tree
    return isSimple(base) && base.kind !== 'power' && !isPowerOfTen(base) && isSimple(exponent)
  }
  return tree.kind === 'number' || tree.kind === 'constant' || tree.kind === 'name'
}

function number(tex: string): Piece {
  return { tex, form: tex.startsWith('-') ? 'negative' : 'number' }
}

const letter = (tex: string): Piece => ({
  tex,
  form: tex.startsWith('\\mathrm') ? 'word' : 'atom',
  letters: [tex]
})

const isPlainNumber = ({ tex, form }: Piece): boolean => form === 'number' && !tex.includes('10^')

function negative(of: Piece): Piece {
  return { tex: `-${bracketedIf(loose, of).tex}`, form: 'negative' }
}

function bracketedIf(forms: readonly Form[], piece: Piece): Piece {
  if (!forms.includes(piece.form)) return piece
  return { tex: fenced('(', piece.tex, ')'), form: 'atom' }
}

function sideBySide(pieces: readonly Piece[]): Piece {
  const factors = pieces.length === 1 ? pieces : pieces.map((piece) => bracketedIf(loose, piece))
  const [first, ...others] = factors as [Piece, ...Piece[]]
  if (others.length === 0) return first
  let last = first
  let tex = first.tex
  for (const factor of others) {
    tex = multiplied(tex, last.ends?.last ?? last, factor.ends?.first ?? factor, factor.tex)
    last = factor
  }
  return {
    tex,
    form: 'product',
    isOpen: last.isOpen ?? false,
    letters: factors.flatMap(({ letters = [] }) => letters),
    ends: { first: first.ends?.first ?? first, last: last.ends?.last ?? last }
  }
}

/**
 * The TeX so far with one more factor, `added`; `last` and `next` are the two that meet. A dot separates factors that
 * would run together: before a digit, after an argument without brackets, and between equal letters; a thin space those
 * whose letters would spell a word.
 */
function multiplied(tex: string, last: Piece, next: Piece, added: string): string {
  const isCompact = last.form === 'number' || last.form === 'fraction'
  const looksMixed = isCompact && (next.form === 'fraction' || next.tex.startsWith('(-'))
  const looksInside = last.isOpen && (next.form !== 'applied' || last.form === 'fraction')
  const [again] = next.form === 'fraction' ? [] : (next.letters ?? [])
  const looksDoubled = again !== undefined && last.letters?.includes(again)
  const looksCalled = /^[fgh]$/.test(last.tex) && /^(?:\\left)?\(/.test(next.tex)
  if (/^[\d.]/.test(next.tex) || looksMixed || looksInside || looksDoubled || looksCalled || tex === '1')
    return `${tex} \\cdot ${added}`
  const isApart = last.form === 'word' || next.form === 'word' || spellsWord(tex, added)
  return isApart ? `${tex}\\,${added}` : adjoined(tex, added)
}

/** The maximum length of a word that has a meaning. */
const maxWord = 20

/** Whether the letters would be read together: p·i as π, s·i·n as the function, d·x as a differential. */
function spellsWord(before: string, after: string): boolean {
  const [, run = ''] = /(?:^|[^\\A-Za-z])([A-Za-z]+)$/.exec(before.slice(-maxWord)) ?? []
  const [next = ''] = /^[A-Za-z]+/.exec(after) ?? []
  if (next === '') return false
  // 0x… is hexadecimal, 2.5f a number in C.
  if (run === '')
    return /(?:^|[^\d.])0$/.test(before) ? /^[xbo]/i.test(next) : /\.\d*$/.test(before) && /^[fL]/i.test(next)
  const all = run + next
  if (word(all).kind !== 'name' || isGreek(all) || /^d[a-z]$/.test(all)) return true
  const isPart = (from: number, to: number) => ['function', 'constant'].includes(word(all.slice(from, to)).kind)
  return [...run].some((_, from) => [...next].some((_, to) => isPart(from, run.length + to + 1)))
}
