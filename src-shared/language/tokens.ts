import type { Problem } from '../problem'
import { formSpelt } from './forms'
import { functionSpelt } from './functions'
import { fold, fromLowered, fromRaised, greekName, isGreek } from './glyphs'
import type { Range } from './syntax'

export type TokenKind =
  | 'number'
  | 'function'
  | 'constant'
  | 'name'
  | 'operator'
  | 'superscript'
  | 'root'
  | 'fraction'
  | 'open'
  | 'close'
  | 'bar'
  | 'comma'
  | 'equals'
  | 'relation'
  | 'keyword'
  | 'colon'
  | 'separator'
  | 'text'
  | 'subscript'
  | 'comment'
  | 'unknown'

/** A word, number or sign of the text, where it stands in the text as typed. */
export interface Token extends Range {
  readonly kind: TokenKind
  /** In plain spelling: `×` is `*`, `**` is `^`, `x₀` is `x_0`, `⁻¹` is `-1`, `Sin` is `sin`, `≤` is `<=`. */
  readonly text: string
  /** Why it cannot be read: kind `unknown` only. */
  readonly problem?: Problem
}

/** The tokens of a text without its spaces, in order. Never throws: what cannot be read is a token of kind `unknown`. */
export function tokens(typed: string): readonly Token[] {
  const { text, offsets } = fold(typed)
  const found: Token[] = []
  const single = new SingleArguments()
  const end = withoutDollars(text)
  let at = text.search(/[^\s$]|$/)
  while (at < end) {
    const {
      length,
      kind,
      text: plain,
      code,
      values
    } = single.isNext(text.charAt(at)) ? scan(text.charAt(at), 0) : scan(text, at)
    const from = offsets[at] ?? 0
    const to = offsets[at + length] ?? typed.length
    at += length
    if (kind === 'space') continue
    single.pass(kind, typed.startsWith('\\', from))
    if (kind !== 'unknown') found.push({ kind, text: plain, from, to })
    else {
      const raised = primes.includes(plain) && isValue(found.at(-1)) ? 'refused-derivative' : code
      const problem: Problem = {
        code: raised ?? 'character-unknown',
        values: values ?? { character: typed.slice(from, to) }
      }
      found.push({ kind, text: typed.slice(from, to), from, to, problem: { ...problem, range: { from, to } } })
    }
  }
  return found
}

const primes = ["'", '′', '’', "''"]

const isValue = (token: Token | undefined): boolean =>
  token !== undefined && ['name', 'function', 'constant', 'close', 'superscript'].includes(token.kind)

/** Where the text ends without the `$` that may enclose a formula in TeX. */
function withoutDollars(text: string): number {
  let end = text.length
  while (end > 0 && /[\s$]/.test(text.charAt(end - 1))) end--
  return end
}

/** The arguments of `\frac` and `\sqrt` that have no braces are one letter or digit each: `\frac12`. */
class SingleArguments {
  #awaited = 0
  readonly #outer: number[] = []

  isNext(character: string): boolean {
    return this.#awaited > 0 && /[A-Za-z0-9]/.test(character)
  }

  pass(kind: TokenKind, isCommand: boolean): void {
    if (kind === 'open') {
      this.#outer.push(Math.max(this.#awaited - 1, 0))
      this.#awaited = 0
    } else if (kind === 'close') this.#awaited = this.#outer.pop() ?? 0
    else if (kind === 'fraction') this.#awaited = 2
    else if (kind === 'root') this.#awaited = isCommand ? 1 : 0
    else if (this.#awaited > 0) this.#awaited--
  }
}

interface Scanned {
  readonly length: number
  readonly kind: TokenKind | 'space'
  readonly text: string
  readonly code?: Problem['code']
  readonly values?: Problem['values']
}

/** One rule a kind of token: the pattern, and what a match of it is. The first rule that matches wins. */
const rules: readonly {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => Omit<Scanned, 'length'>
}[] = [
  { pattern: /\s+/y, read: () => ({ kind: 'space', text: ' ' }) },
  { pattern: /\\[ \t]*\r?\n/y, read: () => ({ kind: 'space', text: ' ' }) },
  { pattern: /"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"/y, read: string },
  { pattern: /#[^\n]*/y, read: ([text]) => ({ kind: 'comment', text }) },
  { pattern: /0[xX][0-9a-fA-F]\w*|0[bBoO][0-7]\w*/y, read: ([text]) => malformedNumber(text) },
  { pattern: /((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)((?:[._]+\d|\.\.)[\w.]*)?/y, read: number },
  { pattern: /\\?log(?=\s*[_₀-₉])/iy, read: () => ({ kind: 'function', text: 'log' }) },
  { pattern: /_(?=\s*[{A-Za-z0-9])/y, read: ([text]) => ({ kind: 'subscript', text }) },
  { pattern: /[₀-₉]+/y, read: ([text]) => ({ kind: 'subscript', text: fromLowered(text) }) },
  { pattern: /lambda(?=\s*:|\s+[A-Za-z_*][\w\s,=*.]*:)/y, read: ([text]) => ({ kind: 'keyword', text }) },
  {
    pattern: /(?:(np|numpy|jnp|torch)|math|cmath|sympy|sp|tf)\s*\.\s*(?:linalg\s*\.\s*)?([a-z]\w*)|std::([a-z]\w*)/iy,
    read: ([, numpy, name = '', inC = '']) => word(numpy ? inNumpy(name) : name + inC)
  },
  { pattern: /[A-Za-z](?:[A-Za-z0-9₀-₉]|_\{\d+\}|_(?=[A-Za-z0-9]))*/y, read: ([text]) => word(text) },
  {
    pattern: /([α-ωςϑϕϖϱϵµ])(_?\d+|_\{\d+\}|[₀-₉]+)?/y,
    read: ([, glyph = '', index = '']) => word(greekName(glyph) + index)
  },
  { pattern: /\\[()[\]]/y, read: () => ({ kind: 'space', text: ' ' }) },
  { pattern: /\\begin\s*\{d?cases\}/y, read: () => ({ kind: 'open', text: '\\begin{cases}' }) },
  { pattern: /\\end\s*\{d?cases\}/y, read: () => ({ kind: 'close', text: '\\end{cases}' }) },
  { pattern: /\\(?:operatorname|mathrm)\s*\*?\s*\{\s*([A-Za-z]\w*)\s*\}/y, read: ([, name = '']) => word(name) },
  { pattern: /\\text\s*\{([^{}]*)\}/y, read: ([, text = '']) => inText(text.trim()) },
  { pattern: /\\\\(?:\[[\d.]+[a-z]+\])?/y, read: () => ({ kind: 'separator', text: '\\\\' }) },
  { pattern: /\\([A-Za-z]+)(_\d+|_\{\d+\})?/y, read: ([, name = '', index = '']) => command(name, index) },
  { pattern: /\\([,;:!> ])/y, read: () => ({ kind: 'space', text: ' ' }) },
  { pattern: /\\([{}])/y, read: ([, bracket = '']) => ({ kind: bracket === '{' ? 'open' : 'close', text: bracket }) },
  {
    pattern: /[⁺⁻]?[⁰¹²³⁴-⁹]+(?![⁺⁻ʰ-ʸˠ-ˤᴬ-ᵡᶛ-ᶿⁱ⁼-ⁿ])/y,
    read: ([text]) => ({ kind: 'superscript', text: fromRaised(text) })
  },
  {
    pattern: /[⁰¹²³⁴-⁹⁺⁻ʰ-ʸˠ-ˤᴬ-ᵡᶛ-ᶿⁱ⁼-ⁿ]+/y,
    read: ([text]) => ({ kind: 'unknown', text, code: 'superscript-malformed', values: { text } })
  },
  // MATLAB's operators for every element are the usual ones here.
  { pattern: /\.([*/])(?!\*)/y, read: ([, text = '']) => ({ kind: 'operator', text }) },
  { pattern: /\.?(?:\*\*|\^)/y, read: () => ({ kind: 'operator', text: '^' }) },
  { pattern: /\/\/|===?|!==?|<>|=>|&&|''|[!%;"'`′’?≠~@$°.‰∫∬∮∞∂∇→↦⇒]/y, read: refused },
  { pattern: /&/y, read: ([text]) => ({ kind: 'separator', text }) },
  { pattern: /<=|=<|[≤≦⩽]/y, read: () => ({ kind: 'relation', text: '<=' }) },
  { pattern: />=|[≥≧⩾]/y, read: () => ({ kind: 'relation', text: '>=' }) },
  { pattern: /[<>]/y, read: ([text]) => ({ kind: 'relation', text }) },
  { pattern: /:=/y, read: () => ({ kind: 'equals', text: '=' }) },
  { pattern: /:/y, read: ([text]) => ({ kind: 'colon', text }) },
  { pattern: /[-+*/]/y, read: ([text]) => ({ kind: 'operator', text }) },
  { pattern: /[([{]/y, read: ([text]) => ({ kind: 'open', text }) },
  { pattern: /[)\]}]/y, read: ([text]) => ({ kind: 'close', text }) },
  { pattern: /\|/y, read: () => ({ kind: 'bar', text: '|' }) },
  { pattern: /,/y, read: () => ({ kind: 'comma', text: ',' }) },
  { pattern: /=/y, read: () => ({ kind: 'equals', text: '=' }) },
  { pattern: /∑/y, read: () => ({ kind: 'function', text: 'sum' }) },
  { pattern: /∏/y, read: () => ({ kind: 'function', text: 'prod' }) },
  { pattern: /√/y, read: () => ({ kind: 'root', text: '2' }) },
  { pattern: /∛/y, read: () => ({ kind: 'root', text: '3' }) },
  { pattern: /∜/y, read: () => ({ kind: 'root', text: '4' }) },
  { pattern: /[⌊⌈]/y, read: ([text]) => ({ kind: 'open', text }) },
  { pattern: /[⌋⌉]/y, read: ([text]) => ({ kind: 'close', text }) },
  { pattern: /[¼-¾⅐-⅞]/y, read: ([glyph]) => ({ kind: 'number', text: glyph.normalize('NFKC').replace('⁄', '/') }) }
]

function scan(text: string, at: number): Scanned {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { length: match[0].length, ...read(match) }
  }
  return { length: 1, kind: 'unknown', text: text.charAt(at) }
}

function string([text]: RegExpExecArray): Omit<Scanned, 'length'> {
  return { kind: 'unknown', text, code: 'refused-string', values: {} }
}

/** `rest`: what goes on as no number does, with a second point or an underscore. */
function number([text, digits = '', rest]: RegExpExecArray): Omit<Scanned, 'length'> {
  if (rest !== undefined) return malformedNumber(text)
  if (Number.isFinite(Number(digits))) return { kind: 'number', text }
  return { kind: 'unknown', text, code: 'number-too-large', values: { number: text } }
}

function malformedNumber(text: string): Omit<Scanned, 'length'> {
  return { kind: 'unknown', text, code: 'number-malformed', values: { number: text } }
}

/** NumPy's sinc is sin(πx)/(πx). */
const inNumpy = (name: string): string => (name.toLowerCase() === 'sinc' ? 'normalizedsinc' : name)

/** Words that are part of the notation: they name nothing. NumPy's and TeX's are other spellings. */
const keywords: Readonly<Record<string, string>> = {
  and: 'and land logical_and',
  or: 'or lor logical_or',
  not: 'not lnot neg logical_not',
  if: 'if',
  else: 'else',
  def: 'def',
  return: 'return',
  import: 'import',
  from: 'from'
}
const keywordOf = new Map(
  Object.entries(keywords).flatMap(([keyword, words]) => words.split(' ').map((one) => [one, keyword] as const))
)

const wordRefusals: ReadonlyMap<string, Problem['code']> = new Map([
  ['lim', 'refused-limit'],
  ['inf', 'refused-infinity'],
  ['infinity', 'refused-infinity'],
  ['for', 'refused-loop'],
  ['while', 'refused-loop'],
  ['elif', 'else-unexpected']
])

/** Words in TeX: a function or a keyword as anywhere else, or a remark such as `otherwise`. */
function inText(text: string): Omit<Scanned, 'length'> {
  const read = /^[A-Za-z]\w*$/.test(text) ? word(text) : undefined
  return read && (read.kind !== 'name' || text.length === 1) ? read : { kind: 'text', text }
}

/** A word as typed, its index spelt `_0`: a function, a constant, or a name (or several) that the parser has to tell. */
function word(typed: string): Omit<Scanned, 'length'> {
  const text = typed.replace(/_?([₀-₉]+)/g, (_, index) => `_${fromLowered(index)}`).replace(/_\{(\d+)\}/g, '_$1')
  const refusal = wordRefusals.get(text.toLowerCase())
  if (refusal) return { kind: 'unknown', text, code: refusal, values: { word: text } }
  if (text.toLowerCase() === 'otherwise') return { kind: 'text', text }
  const keyword = keywordOf.get(text.toLowerCase())
  if (keyword) return { kind: 'keyword', text: keyword }
  const spelt = functionSpelt(text) ?? functionSpelt(text.replace('_', '')) ?? formSpelt(text)
  if (spelt) return { kind: 'function', text: spelt }
  const lower = text.toLowerCase()
  return lower === 'pi' || lower === 'e' ? { kind: 'constant', text: lower } : { kind: 'name', text }
}

/** TeX commands by what they stand for. */
const commands: Readonly<Record<string, Omit<Scanned, 'length'>>> = {
  ...each('cdot times ast', { kind: 'operator', text: '*' }),
  ...each('div', { kind: 'operator', text: '/' }),
  ...each('le leq leqq leqslant', { kind: 'relation', text: '<=' }),
  ...each('ge geq geqq geqslant', { kind: 'relation', text: '>=' }),
  ...each('lt', { kind: 'relation', text: '<' }),
  ...each('gt', { kind: 'relation', text: '>' }),
  ...each('frac dfrac tfrac', { kind: 'fraction', text: 'frac' }),
  ...each('sqrt', { kind: 'root', text: '2' }),
  ...each('lfloor', { kind: 'open', text: '⌊' }),
  ...each('rfloor', { kind: 'close', text: '⌋' }),
  ...each('lceil', { kind: 'open', text: '⌈' }),
  ...each('rceil', { kind: 'close', text: '⌉' }),
  ...each('lbrace', { kind: 'open', text: '{' }),
  ...each('rbrace', { kind: 'close', text: '}' }),
  ...each('lvert', { kind: 'open', text: '|' }),
  ...each('rvert', { kind: 'close', text: '|' }),
  ...each('vert mid', { kind: 'bar', text: '|' }),
  ...each('left right limits nolimits displaystyle textstyle quad qquad thinspace', { kind: 'space', text: ' ' }),
  ...each('big bigl bigr Big Bigl Bigr bigg biggl biggr Bigg Biggl Biggr', { kind: 'space', text: ' ' })
}

function each(names: string, scanned: Omit<Scanned, 'length'>) {
  return Object.fromEntries(names.split(' ').map((name) => [name, scanned]))
}

/** Commands that only say with which sentence they are refused, as the signs do that they stand for. */
const commandSigns: Readonly<Record<string, string>> = {
  ...signs('ne neq', '≠'),
  ...signs('int iint oint', '∫'),
  ...signs('partial nabla', '∂'),
  ...signs('infty', '∞'),
  ...signs('to mapsto rightarrow Rightarrow', '→'),
  ...signs('prime', '′')
}

function signs(names: string, sign: string) {
  return Object.fromEntries(names.split(' ').map((name) => [name, sign]))
}

function command(name: string, index: string): Omit<Scanned, 'length'> {
  const sign = Object.hasOwn(commandSigns, name) ? commandSigns[name] : undefined
  if (sign)
    return {
      kind: 'unknown',
      text: sign,
      code: refusalOf.get(sign) ?? 'command-unknown',
      values: { character: `\\${name}` }
    }
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (known && !index) return known
  const letter = name === 'varepsilon' ? 'epsilon' : name
  const named = word(letter + index)
  if (named.kind !== 'name' || isGreek(letter)) return named
  return { kind: 'unknown', text: `\\${name}`, code: 'command-unknown', values: { command: `\\${name}` } }
}

/** Signs of other languages and of school notation that this language does not have, each with the hint that helps. */
const refusals: readonly (readonly [string, Problem['code']])[] = [
  ['!', 'refused-factorial'],
  ['% ‰', 'refused-percent'],
  ['//', 'refused-floor-division'],
  [';', 'refused-statement'],
  ["\" ' '' ′ ’ `", 'refused-string'],
  ['∂ ∇', 'refused-derivative'],
  ['∫ ∬ ∮', 'refused-integral'],
  ['∞', 'refused-infinity'],
  ['== === != !== <> ≠', 'refused-equality'],
  ['=> → ↦ ⇒', 'refused-arrow'],
  ['&& ~', 'refused-logic'],
  ['?', 'refused-choice'],
  ['°', 'refused-degree'],
  ['.', 'refused-point'],
  ['@', 'refused-matrix-product']
]
const refusalOf = new Map(refusals.flatMap(([signs, code]) => signs.split(' ').map((sign) => [sign, code] as const)))

function refused([text]: RegExpExecArray): Omit<Scanned, 'length'> {
  return { kind: 'unknown', text, code: refusalOf.get(text) ?? 'character-unknown', values: { character: text } }
}
