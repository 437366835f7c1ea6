import type { Token } from '../tokens'
import type { Fault, Repair } from './fault'
import type { Span } from './operands'

/** Statements that amount to one expression: a function's body, an if statement, or assignments. */
export function statementsElsewhere(fault: Fault): readonly Repair[] {
  const { tokens } = fault
  const body = bodyOf(fault)
  const statements = new Statements(fault)
  const read = statements.read(body)
  if (!read) return []
  if (body > 0 && isPython(fault)) {
    // If statements follow the function, the problem is another one.
    const isWhole = tokens.slice(read.end).every(({ text }) => text !== 'return')
    return isWhole ? [fault.replace(body, read.end, `return ${read.value}`)] : []
  }
  const isProgram = body > 0 || tokens[0]?.text === 'if' || statements.hasNames
  return isProgram && read.end === tokens.length ? [fault.replace(0, tokens.length, read.value)] : []
}

const isPython = ({ tokens }: Fault) => tokens.some(({ kind, text }) => kind === 'keyword' && text === 'def')

/**
 * Index at which the body of a function begins: behind `def f(x):` and its docstring, or behind `function f(x)`; 0 if
 * there is no head.
 */
function bodyOf(fault: Fault): number {
  const { tokens, operands } = fault
  const head = tokens.findIndex(({ text }) => text === 'def' || text === 'function')
  const name = tokens[head + 2]?.kind === 'equals' ? head + 3 : head + 1
  const close = operands.partner(name + 1)
  if (head < 0 || close === undefined || close < name) return 0
  if (!isPython(fault)) return head === 0 ? close + 1 : 0
  const body = operands.spanAfter(close + 1, ({ kind }) => kind === 'colon') + 1
  return tokens[body]?.problem?.code === 'refused-string' ? body + 1 : body
}

/** An expression, as the arguments of `piecewise` or as its only value; and where it ends. */
interface Read {
  readonly parts: readonly string[]
  readonly end: number
}

/** The local variables, each with its value in the formula's own names. */
type Named = ReadonlyMap<string, string>

/** Tokens that separate or enclose statements. */
const silent = [';', '{', '}', 'end']

/** Reads statements without regard to indentation: each branch ends with its value. */
class Statements {
  readonly #fault: Fault
  readonly #beginLines: ReadonlySet<Token>
  readonly #used = new Set<string>()

  constructor(fault: Fault) {
    const { tokens, text } = fault
    this.#fault = fault
    this.#beginLines = new Set(
      tokens.filter(({ from }, at) => /^[^\\]*\n/.test(text.slice(tokens[at - 1]?.to ?? from, from)))
    )
  }

  get hasNames(): boolean {
    return this.#used.size > 0
  }

  /** The value of the statements from here on, and where they end; undefined if they do anything else. */
  read(from: number): { readonly value: string; readonly end: number } | undefined {
    const read = this.#block(from, new Map())
    return read && { value: written(read.parts), end: this.#afterSilent(read.end) }
  }

  #block(from: number, named: Named): Read | undefined {
    const { tokens } = this.#fault
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

  /** `if c: a else: b`, `if (c) a else b`; what follows a branch without `else` is the other branch. */
  #choice(at: number, named: Named): Read | undefined {
    const { tokens, operands } = this.#fault
    const colon = operands.spanAfter(at + 1, ({ kind, text }) => kind === 'colon' || text === 'else')
    const close = operands.partner(at + 1)
    const hasColon = tokens[colon]?.kind === 'colon'
    if (!hasColon && (close === undefined || close < at)) return undefined
    const inside: Span = hasColon ? [at + 1, colon] : [at + 2, close ?? at]
    const condition = this.#written(inside, named)
    const first = this.#block(inside[1] + 1, named)
    if (condition === undefined || !first) return undefined
    const next = this.#afterSilent(first.end)
    const isElse = tokens[next]?.text === 'else'
    const other = this.#block(isElse ? next + (tokens[next + 1]?.kind === 'colon' ? 2 : 1) : next, named)
    return other && { parts: [condition, written(first.parts), ...other.parts], end: other.end }
  }

  /** `u = x - 1`, `a, b = x`: their names, all local variables after them, and where value and statement end. */
  #assigned(at: number, named: Named) {
    const { operands, tokens } = this.#fault
    const equals = operands.spanAfter(at, ({ kind }) => kind === 'equals')
    const stretches = operands.parts([at, equals])
    if (tokens[equals]?.kind !== 'equals' || !stretches.every(([from, to]) => to === from + 1)) return undefined
    const begin = equals + 1
    const end = this.#statementEnd(begin)
    const value = this.#written([begin, end], named)
    if (value === undefined) return undefined
    const names = stretches.map((span) => this.#fault.typed(...span))
    const values = names.map(
      (name, element) => [name, names.length === 1 ? value : `${held(value)}[${element}]`] as const
    )
    return { names, named: new Map([...named, ...values]), begin, end }
  }

  #afterSilent(from: number): number {
    let at = from
    while (silent.includes(this.#fault.tokens[at]?.text ?? '')) at += 1
    return at
  }

  /** A statement ends with its line, before a separator, and before the `else` of an if statement around it. */
  #statementEnd(begin: number): number {
    const { tokens, operands } = this.#fault
    let choices = 0
    return operands.spanAfter(begin, (token) => {
      if (token !== tokens[begin] && this.#beginLines.has(token)) return true
      if (token.text === 'if') choices += 1
      if (token.text === 'else') choices -= 1
      return choices < 0 || [';', '}', 'end', 'elif'].includes(token.text)
    })
  }

  /** An expression with its local variables replaced by their values; undefined if it is empty or too long. */
  #written([from, to]: Span, named: Named): string | undefined {
    const { tokens, text } = this.#fault
    let written = ''
    for (let at = from; at < to; at++) {
      const { from: begin, to: end, kind } = tokens[at] as Token
      const typed = text.slice(begin, end)
      const value = named.get(typed)
      // A word of several letters may be a product with a local variable in it.
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

/** In characters: nobody would read a longer one. */
const longest = 1_000

const written = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `if(${parts.join(', ')})`

/** In brackets unless it is a number, a name or its element. */
const held = (value: string): string => (/^[\w.]+(\[\d+\])?$/.test(value) ? value : `(${value})`)
