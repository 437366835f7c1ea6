import type { ProblemCode } from '../problem'
import { command } from './commands'
import { fromSubscript, fromSuperscript, greekName } from './glyphs'
import { refusedSign } from './refusals'
import { spelledWords } from './spelled-words'
import type { Sign } from './token'
import { word, wordInText } from './word'

/** One rule for each kind of token: the pattern, and what a match of it is. The first rule that matches wins. */
const rules: readonly {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => Sign
}[] = [
  { pattern: /\s+/y, read: () => ({ kind: 'space', text: ' ' }) },
  ...spelledWords.map(({ pattern, written }) => ({
    pattern,
    read: (match: RegExpExecArray) => spelledWord(match, written)
  })),
  { pattern: /[をの]?偏?微分(?:する|せよ|して)?|の?偏?導関数/y, read: ([text]) => asked(text, 'refused-derivative') },
  { pattern: /[をの]?積分(?:する|せよ|して)?/y, read: ([text]) => asked(text, 'refused-integral') },
  { pattern: /の?極限/y, read: ([text]) => asked(text, 'refused-limit') },
  { pattern: /無限大?/y, read: ([text]) => asked(text, 'refused-infinity') },
  { pattern: /\\[ \t]*\r?\n/y, read: () => ({ kind: 'space', text: ' ' }) },
  { pattern: /"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"/y, read: string },
  { pattern: /#[^\n]*/y, read: ([text]) => ({ kind: 'comment', text }) },
  { pattern: /0[xX][0-9a-fA-F]\w*|0[bBoO][0-7]\w*/y, read: ([text]) => malformedNumber(text) },
  { pattern: /((?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)([fFL])(?![\w₀-₉])/y, read: suffixed },
  { pattern: /((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)((?:[._]+\d|\.\.)[\w.]*)?/y, read: number },
  { pattern: /\\?log(?=\s*[_₀-₉])/iy, read: () => ({ kind: 'function', text: 'log' }) },
  { pattern: /_(?=\s*[{A-Za-z0-9])/y, read: ([text]) => ({ kind: 'subscript', text }) },
  { pattern: /[₀-₉]+/y, read: ([text]) => ({ kind: 'subscript', text: fromSubscript(text) }) },
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
  {
    pattern: /\\(?:operatorname|mathrm|mathbf|mathit|mathsf|boldsymbol|bm)\s*\*?\s*\{\s*([A-Za-z](?:\w|\\_)*)\s*\}/y,
    read: ([, name = '']) => word(name.replaceAll('\\_', '_'))
  },
  { pattern: /\\text\s*\{([^{}]*)\}/y, read: ([, text = '']) => wordInText(text.trim()) },
  { pattern: /\\\\(?:\[[\d.]+[a-z]+\])?/y, read: () => ({ kind: 'separator', text: '\\\\' }) },
  { pattern: /\\([A-Za-z]+)(_\d+|_\{\d+\})?/y, read: ([, name = '', index = '']) => command(name, index) },
  { pattern: /\\([,;:!> ])/y, read: () => ({ kind: 'space', text: ' ' }) },
  { pattern: /\\([{}])/y, read: ([, bracket = '']) => ({ kind: bracket === '{' ? 'open' : 'close', text: bracket }) },
  { pattern: /[⁰¹²³⁴-⁹⁺⁻ʰ-ʸˠ-ˤᴬ-ᵡᶛ-ᶿⁱ⁼-ⁿ]+/y, read: superscript },
  // MATLAB's elementwise operators are the ordinary ones here.
  { pattern: /\.([*/])(?!\*)/y, read: ([, text = '']) => ({ kind: 'operator', text }) },
  { pattern: /\.?(?:\*\*|\^)/y, read: () => ({ kind: 'operator', text: '^' }) },
  { pattern: /\.{2,}|[…⋯]/y, read: () => refusedSign('…') },
  { pattern: /\\\||[‖∥]/y, read: ([text]) => ({ ...refusedSign('‖'), text }) },
  { pattern: /!==?|<>|≠/y, read: () => ({ kind: 'relation', text: '≠' }) },
  { pattern: /===?/y, read: () => ({ kind: 'relation', text: '=' }) },
  { pattern: /\/\/|[-=]>|&&|''|[!%;"'`′’?~@$°度.‰∫∬∮∞∂∇→↦⇒←⟵]/y, read: ([text]) => refusedSign(text) },
  { pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/y, read: directionMark },
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
  { pattern: /[∑Σ]/y, read: () => ({ kind: 'function', text: 'sum' }) },
  { pattern: /[∏Π]/y, read: () => ({ kind: 'function', text: 'prod' }) },
  { pattern: /√/y, read: () => ({ kind: 'root', text: '2' }) },
  { pattern: /∛/y, read: () => ({ kind: 'root', text: '3' }) },
  { pattern: /∜/y, read: () => ({ kind: 'root', text: '4' }) },
  { pattern: /[⌊⌈]/y, read: ([text]) => ({ kind: 'open', text }) },
  { pattern: /[⌋⌉]/y, read: ([text]) => ({ kind: 'close', text }) },
  { pattern: /[¼-¾⅐-⅞]/y, read: ([glyph]) => ({ kind: 'number', text: glyph.normalize('NFKC').replace('⁄', '/') }) }
]

/**
 * The sign that begins at this unit of a folded text, and its length in units. Whatever no rule matches is `unknown`.
 */
export function scan(text: string, at: number): Sign & { readonly length: number } {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { length: match[0].length, ...read(match) }
  }
  return { length: 1, kind: 'unknown', text: text.charAt(at) }
}

/** Unicode names of the characters that change the direction of writing: with them, text is not what it seems. */
const directionMarks: Readonly<Record<string, string>> = {
  '\u061c': 'ARABIC LETTER MARK',
  '\u200e': 'LEFT-TO-RIGHT MARK',
  '\u200f': 'RIGHT-TO-LEFT MARK',
  '\u202a': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202b': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202c': 'POP DIRECTIONAL FORMATTING',
  '\u202d': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202e': 'RIGHT-TO-LEFT OVERRIDE',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\u2069': 'POP DIRECTIONAL ISOLATE'
}

const asked = (text: string, code: ProblemCode): Sign => ({ kind: 'unknown', text, code, values: { word: text } })

/** `xの2乗`, `x squared`: a word for a sign. */
function spelledWord(match: RegExpExecArray, written: (match: RegExpExecArray) => string): Sign {
  const [word] = match
  return { kind: 'unknown', text: word, code: 'word-for-sign', values: { word: word.trim(), written: written(match) } }
}

function directionMark([mark]: RegExpExecArray): Sign {
  const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return {
    kind: 'unknown',
    text: mark,
    code: 'direction-mark',
    values: { mark: `U+${code} ${directionMarks[mark] ?? ''}` }
  }
}

/** Numbers and letters with signs between them; digits behind a letter could be its index or its exponent. */
const superscripts = /^-?(?:\d+[a-z]*|[a-z]+)(?:[-+](?:\d+[a-z]*|[a-z]+))*$/

function superscript([text]: RegExpExecArray): Sign {
  const plain = fromSuperscript(text)
  if (superscripts.test(plain)) return { kind: 'superscript', text: plain }
  return { kind: 'unknown', text, code: 'superscript-malformed', values: { text } }
}

function string([text]: RegExpExecArray): Sign {
  return { kind: 'unknown', text, code: 'refused-string', values: {} }
}

/** `rest`: what no number continues with, as a second point or an underscore. */
function number([text, digits = '', rest]: RegExpExecArray): Sign {
  if (rest !== undefined) return malformedNumber(text)
  if (Number.isFinite(Number(digits))) return { kind: 'number', text }
  return { kind: 'unknown', text, code: 'number-too-large', values: { number: text } }
}

/** `2.0f`, `1.0L`: the letter is the type of the number in C, or a factor. */
function suffixed([text, number = '', letter = '']: RegExpExecArray): Sign {
  return { kind: 'unknown', text, code: 'number-suffix', values: { number, letter } }
}

function malformedNumber(text: string): Sign {
  return { kind: 'unknown', text, code: 'number-malformed', values: { number: text } }
}

/** NumPy's sinc is sin(πx)/(πx). */
const inNumpy = (name: string): string => (name.toLowerCase() === 'sinc' ? 'normalizedsinc' : name)
