/** What Japanese keyboards, word processors and web pages put where a formula needs ASCII. */
const lookAlikes: Readonly<Record<string, string>> = {
  '-': '−‐‑‒–—―ーｰ﹣',
  '*': '×·⋅∙•・･∗✕✖',
  '/': '÷⁄∕',
  '^': 'ˆ˄⌃',
  ',': '、､',
  '|': '∣❘│',
  '(': '❨〔',
  ')': '❩〕',
  '=': '꞊≔',
  ' ': '\u200b\u200c\u200d\u2060\u00ad\ufeff\ufe0e\ufe0f\u180e\u2061\u2062\u2063\u2064'
}

const ascii = new Map(
  Object.entries(lookAlikes).flatMap(([plain, glyphs]) => [...glyphs].map((glyph) => [glyph, plain]))
)

/** Greek letters, each with the name by which it is known. */
const greekLetters: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'εϵ',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θϑ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μµ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'πϖ',
  rho: 'ρϱ',
  sigma: 'σς',
  tau: 'τ',
  phi: 'φϕ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω'
}

const nameOfGlyph = new Map(
  Object.entries(greekLetters).flatMap(([name, all]) => [...all].map((glyph) => [glyph, name]))
)

/** The name of a Greek letter, e.g. `alpha` for α; undefined for anything else. */
export function greekName(glyph: string): string | undefined {
  return nameOfGlyph.get(glyph)
}

/** Whether a word is the name of a Greek letter: `alpha`. */
export function isGreek(name: string): boolean {
  return Object.hasOwn(greekLetters, name)
}

/** A text folded to ASCII, where each character (code point) is one UTF-16 unit, with the offsets to map it back. */
export interface Folded {
  readonly text: string
  /** offsets[i]: where unit i of `text` begins in the text as typed; offsets[text.length]: that text's length. */
  readonly offsets: readonly number[]
}

/**
 * Full-width forms, mathematical letters and look-alikes become ASCII. A character without a plain form stays, or
 * becomes `�` if it is more than one unit.
 */
export function fold(typed: string): Folded {
  const units: string[] = []
  const offsets: number[] = []
  let offset = 0
  for (const character of typed) {
    units.push(plain(character))
    offsets.push(offset)
    offset += character.length
  }
  return { text: units.join(''), offsets: [...offsets, offset] }
}

/** Superscripts and subscripts are not folded: their position has a meaning. */
const raisedOrLowered = /[⁰¹²³⁴-⁹⁺-ⁿⁱ₀-₎ₐ-ₜʰ-ʸˠ-ˤᴬ-ᵪᶛ-ᶿ]/

function plain(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80 || raisedOrLowered.test(character)) return character
  const known = ascii.get(character)
  if (known) return known
  const simple = character.normalize('NFKC')
  if (simple.length === 1) return ascii.get(simple) ?? (/\s/.test(simple) ? ' ' : simple)
  return character.length === 1 ? character : '�'
}

const digits = '0123456789'
const lowered = '₀₁₂₃₄₅₆₇₈₉'

/** `₁₂` as `12`. */
export function fromSubscript(text: string): string {
  return [...text].map((glyph) => digits[lowered.indexOf(glyph)] ?? glyph).join('')
}

/** `⁻²ˣ` as `-2x`, `⁺²` as `2`. */
export function fromSuperscript(text: string): string {
  return text.normalize('NFKC').replace(/^\+/, '').replaceAll('−', '-')
}
