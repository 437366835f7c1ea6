import type { Cursor } from './cursor'
import { limits } from './limits'
import type { Lines } from './lines'
import type { Token } from './tokens'

/**
 * The local variables of a Python function, `u = x - 1` before its `return`: their values are substituted for their
 * names in what follows. Each token keeps its range in the text.
 */
export class Assignments {
  readonly #cursor: Cursor
  readonly #lines: Lines
  readonly #values = new Map<string, readonly Token[]>()

  constructor(cursor: Cursor, lines: Lines) {
    this.#cursor = cursor
    this.#lines = lines
  }

  /** Takes the assignments that come next: to one name, or to several as in `a, b = x[0], x[1]` or `a, b = x`. */
  take(): void {
    const cursor = this.#cursor
    for (let names = this.#names(); names.length > 0; names = this.#names()) {
      cursor.at += 2 * names.length
      const statement = this.#lines.statement(cursor.at)
      const values = valuesOf(statement, names.length) ?? cursor.fail('python-statement')
      const put = values.map((value) => this.substituted(value))
      for (const [at, name] of names.entries()) this.#values.set(keyOf(name), put[at] ?? [])
      cursor.at += statement.length
      if (cursor.next?.text === ';') cursor.take()
    }
  }

  /** The names to the left of the sign of an assignment, if one comes next. */
  #names(): readonly Token[] {
    const ahead = this.#cursor.ahead()
    const equals = ahead.findIndex((token, at) => (at % 2 === 0 ? !isWord(token) : token.kind !== 'comma'))
    return ahead[equals]?.kind === 'equals' ? ahead.slice(0, equals).filter((_, at) => at % 2 === 0) : []
  }

  /** The tokens with the values substituted for the names, in brackets unless the value is a single token. */
  substituted(tokens: readonly Token[]): readonly Token[] {
    if (this.#values.size === 0) return tokens
    const put = tokens.flatMap((token): readonly Token[] => {
      const value = this.#values.get(keyOf(token))
      if (!value) return [token]
      const { from, to } = token
      const [only, ...more] = value
      if (only && more.length === 0) return [{ ...only, from, to }]
      return [{ kind: 'open', text: '(', from, to }, ...value, { kind: 'close', text: ')', from, to }]
    })
    if (put.length > limits.expanded) this.#cursor.fail('names-too-large')
    return put
  }
}

const keyOf = ({ kind, text }: Token): string => `${kind} ${text}`

const isWord = ({ kind }: Token): boolean => ['name', 'function', 'constant'].includes(kind)

/**
 * As many values as there are names: the whole right-hand side for one, its parts between commas, or the elements of a
 * vector; undefined if the counts do not match.
 */
function valuesOf(statement: readonly Token[], count: number): readonly (readonly Token[])[] | undefined {
  if (statement.length === 0) return undefined
  if (count === 1) return [statement]
  const [vector, ...more] = statement
  if (vector?.kind === 'name' && more.length === 0) {
    const { from, to } = vector
    const sign = (kind: Token['kind'], text: string): Token => ({ kind, text, from, to })
    return Array.from({ length: count }, (_, at) => [
      vector,
      sign('open', '['),
      sign('number', String(at)),
      sign('close', ']')
    ])
  }
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of statement) {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    if (token.kind === 'comma' && depth === 0) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.length === count && parts.every(({ length }) => length > 0) ? parts : undefined
}
