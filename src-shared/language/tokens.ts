import type { Problem } from '../problem'
import { fold } from './glyphs'
import { scan } from './scan'
import type { Token, TokenKind } from './token'

export type { Token, TokenKind } from './token'

/**
 * The tokens of a text without its spaces, in order. Never throws: what cannot be read is a token of kind `unknown`.
 */
export function tokens(typed: string): readonly Token[] {
  const { text: folded, offsets } = fold(typed)
  const text = withoutColours(withoutPrompts(folded))
  const found: Token[] = []
  const single = new SingleArguments()
  const end = withoutDollars(text)
  let at = text.search(/[^\s$]|$/)
  while (at < end) {
    const isSingle = single.isNext(text.charAt(at))
    const { length, kind, text: plain, code, values } = isSingle ? scan(text.charAt(at), 0) : scan(text, at)
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
        values: values ? asTyped(values, typed.slice(from, to)) : { character: visible(typed.slice(from, to)) }
      }
      found.push({ kind, text: typed.slice(from, to), from, to, problem: { ...problem, range: { from, to } } })
    }
  }
  return found
}

/** A word is quoted as it was typed. */
const asTyped = (values: Problem['values'], typed: string): Problem['values'] =>
  'word' in values ? { ...values, word: typed } : values

const primes = ["'", '′', '’', "''"]

const isValue = (token: Token | undefined): boolean =>
  token !== undefined && ['name', 'function', 'constant', 'close', 'superscript'].includes(token.kind)

/** A character as it can be quoted: an invisible one by its code point. */
function visible(character: string): string {
  if (!/^[\p{C}\p{Z}\p{M}]$/u.test(character)) return character
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Replaces the prompts of Python's interpreter by spaces. */
function withoutPrompts(text: string): string {
  if (!/^\s*>>>\s/.test(text)) return text
  return text.replace(/^[ \t]*(?:>>>|\.{3})(?!\S)/gm, (prompt) => ' '.repeat(prompt.length))
}

/**
 * Replaces TeX's `\textcolor{gray}{…}`, as the program itself writes it, by spaces. Braces around a single name go too,
 * so that it is an ordinary factor.
 */
function withoutColours(text: string): string {
  return text.replace(
    /\\textcolor\s*\{[^{}]*\}(?:(\s*\{)((?:[A-Za-z]|\\[A-Za-z]+)(?:_\d|_\{\d+\})?)\})?/g,
    (all, open, name) => (open ? `${' '.repeat(all.length - name.length - 1)}${name} ` : ' '.repeat(all.length))
  )
}

/** The end of the text without the `$` that may enclose a formula in TeX. */
function withoutDollars(text: string): number {
  let end = text.length
  while (end > 0 && /[\s$]/.test(text.charAt(end - 1))) end--
  return end
}

/** Arguments of `\frac` and `\sqrt` without braces are a single letter or digit each: `\frac12`. */
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
