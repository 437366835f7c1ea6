import type { Token } from '../tokens'
import type { Stretch } from './operands'
import type { Place, Repair } from './place'

/** Statements that come to one expression: a function's body, a choice, or values that have names. */
export function statementsElsewhere(place: Place): readonly Repair[] {
  const { tokens } = place
  const body = bodyOf(place)
  const statements = new Statements(place)
  const read = statements.read(body)
  if (!read) return []
  if (body > 0 && isPython(place)) {
    // Statements behind the function are another problem.
    const isWhole = tokens.slice(read.end).every(({ text }) => text !== 'return')
    return isWhole ? [place.replace(body, read.end, `return ${read.value}`)] : []
  }
  const isProgram = body > 0 || tokens[0]?.text === 'if' || statements.hasNames
  return isProgram && read.end === tokens.length ? [place.replace(0, tokens.length, read.value)] : []
}

const isPython = ({ tokens }: Place) => tokens.some(({ kind, text }) => kind === 'keyword' && text === 'def')

/** Where the body of a function begins: behind `def f(x):` and its remark, or behind `function f(x)`; 0 if it is none. */
function bodyOf(place: Place): number {
  const { tokens, operands } = place
  const head = tokens.findIndex(({ text }) => text === 'def' || text === 'function')
  const name = tokens[head + 2]?.kind === 'equals' ? head + 3 : head + 1
  const close = operands.partner(name + 1)
  if (head < 0 || close === undefined || close < name) return 0
  if (!isPython(place)) return head === 0 ? close + 1 : 0
  const body = operands.stretchAfter(close + 1, ({ kind }) => kind === 'colon') + 1
  return tokens[body]?.problem?.code === 'refused-string' ? body + 1 : body
}

/** An expression as the parts of a choice, condition and value in turn, or as its only value; and where it ends. */
interface Read {
  readonly parts: readonly string[]
  readonly end: number
}

/** What has a name, and its value in the formula's own names. */
type Named = ReadonlyMap<string, string>

/** Signs that part or enclose statements and say nothing of the value. */
const silent = [';', '{', '}', 'end']

/** Statements as one reads them: each branch of a choice ends with its value, so that no line needs its indent. */
class Statements {
  readonly #place: Place
  readonly #beginLines: ReadonlySet<Token>
  readonly #used = new Set<string>()

  constructor(place: Place) {
    const { tokens, text } = place
    this.#place = place
    this.#beginLines = new Set(
      tokens.filter(({ from }, at) => /^[^\\]*\n/.test(text.slice(tokens[at - 1]?.to ?? from, from)))
    )
  }

  get hasNames(): boolean {
    return this.#used.size > 0
  }

  /** The value of the statements from here on, and where they end; undefined if they do something else. */
  read(from: number): { readonly value: string; readonly end: number } | undefined {
    const read = this.#block(from, new Map())
    return read && { value: written(read.parts), end: this.#afterSilent(read.end) }
  }

  #block(from: number, named: Named): Read | undefined {
    const { tokens } = this.#place
    const at = this.#afterSilent(from)
    if (['if', 'elif'].includes(tokens[at]?.text ?? '')) return this.#choice(at, named)
    const assigned = this.#assigned(at, named)
    if (assigned && this.#afterSilent(assigned.end) < tokens.length) {
      const read = this.#block(assigned.end, assigned.named)
      return assigned.names.every((name) => this.#used.has(name)) ? read : undefined
    }
    const begin = assigned?.begin ?? (tokens[at]?.text === 'return' ? at + 1 : at)
    const end = this.#statementEnd(begin)
    const value = this.#written([begin, end], named)
    return value === undefined ? undefined : { parts: [value], end }
  }

  /** `if c: a else: b`, `if (c) a else b`; what follows a branch that has no `else` is the other. */
  #choice(at: number, named: Named): Read | undefined {
    const { tokens, operands } = this.#place
    const colon = operands.stretchAfter(at + 1, ({ kind, text }) => kind === 'colon' || text === 'else')
    const close = operands.partner(at + 1)
    const hasColon = tokens[colon]?.kind === 'colon'
    if (!hasColon && (close === undefined || close < at)) return undefined
    const inside: Stretch = hasColon ? [at + 1, colon] : [at + 2, close ?? at]
    const condition = this.#written(inside, named)
    const first = this.#block(inside[1] + 1, named)
    if (condition === undefined || !first) return undefined
    const next = this.#afterSilent(first.end)
    const isElse = tokens[next]?.text === 'else'
    const other = this.#block(isElse ? next + (tokens[next + 1]?.kind === 'colon' ? 2 : 1) : next, named)
    return other && { parts: [condition, written(first.parts), ...other.parts], end: other.end }
  }

  /** `u = x - 1`, `a, b = x`: their names, all names with these, and where value and statement are. */
  #assigned(at: number, named: Named) {
    const { operands, tokens } = this.#place
    const equals = operands.stretchAfter(at, ({ kind }) => kind === 'equals')
    const stretches = operands.parts([at, equals])
    if (tokens[equals]?.kind !== 'equals' || !stretches.every(([from, to]) => to === from + 1)) return undefined
    const begin = equals + 1
    const end = this.#statementEnd(begin)
    const value = this.#written([begin, end], named)
    if (value === undefined) return undefined
    const names = stretches.map((stretch) => this.#place.typed(...stretch))
    const values = names.map(
      (name, element) => [name, names.length === 1 ? value : `${held(value)}[${element}]`] as const
    )
    return { names, named: new Map([...named, ...values]), begin, end }
  }

  #afterSilent(from: number): number {
    let at = from
    while (silent.includes(this.#place.tokens[at]?.text ?? '')) at += 1
    return at
  }

  /** A statement ends with its line, before a sign that parts it from the next, and before the `else` of another. */
  #statementEnd(begin: number): number {
    const { tokens, operands } = this.#place
    let choices = 0
    return operands.stretchAfter(begin, (token) => {
      if (token !== tokens[begin] && this.#beginLines.has(token)) return true
      if (token.text === 'if') choices += 1
      if (token.text === 'else') choices -= 1
      return choices < 0 || [';', '}', 'end', 'elif'].includes(token.text)
    })
  }

  /** An expression with the values put in for what has a name; undefined if there is none, or one too long. */
  #written([from, to]: Stretch, named: Named): string | undefined {
    const { tokens, text } = this.#place
    let written = ''
    for (let at = from; at < to; at++) {
      const { from: begin, to: end, kind } = tokens[at] as Token
      const typed = text.slice(begin, end)
      const value = named.get(typed)
      // A word of several letters may be a product in which a named one stands.
      const isUnclear = value === undefined && kind === 'name' && [...typed].some((one) => named.has(one))
      if (isUnclear || written.length > longest) return undefined
      if (value !== undefined) this.#used.add(typed)
      const gap = at === from ? '' : text.slice(tokens[at - 1]?.to ?? 0, begin)
      const put = value === undefined ? typed : to - from === 1 ? value : held(value)
      written += (/[\n#]/.test(gap) ? ' ' : gap) + put
    }
    return written === '' ? undefined : written
  }
}

/** In characters: what is longer nobody would read again. */
const longest = 1_000

const written = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `if(${parts.join(', ')})`

/** In brackets unless it is a number, a name or its element. */
const held = (value: string): string => (/^[\w.]+(\[\d+\])?$/.test(value) ? value : `(${value})`)
