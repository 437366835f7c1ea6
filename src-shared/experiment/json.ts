/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The wanted order of keys at each level of a value. Every valibot schema is one. */
export interface Order {
  readonly entries?: Readonly<Record<string, unknown>>
  readonly item?: unknown
  readonly wrapped?: unknown
}

/** Levels of nesting beyond which a text is refused: ours needs five, and printing is recursive. */
const deepest = 64
/** A list or object without inner ones is printed on one line of at most this many characters. */
const widest = 100

/**
 * The JSON value of a text, or undefined if it is none. A byte order mark is ignored. Keys `__proto__` are dropped:
 * they mean nothing to us, and copied by assignment they would change an object's prototype.
 */
export function jsonOf(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text.replace(/^\uFEFF/, ''), (key, inner) =>
      key === '__proto__' ? undefined : inner
    )
    return isShallow(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * JSON text to be read by people and compared by lines: two spaces a level, small lists and objects on one line,
 * keys in the order of `order`, unknown ones after them from A to Z. Every finite double comes back bit for bit:
 * JavaScript prints the shortest digits that do, and −0, which JSON.stringify would write as 0, is written as -0.
 */
export function jsonText(value: unknown, order: Order = {}, indent = ''): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const members = membersOf(value, order, inner)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }']
  if (members.length === 0) return open.trim() + close.trim()
  const line = open + members.join(', ') + close
  const isFlat = Object.values(value).every((member) => typeof member !== 'object' || member === null)
  if (isFlat && line.length <= widest) return line
  return `${open.trim()}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${close.trim()}`
}

function membersOf(value: object, order: Order, indent: string): string[] {
  const { entries = {}, item } = unwrapped(order)
  if (Array.isArray(value)) return value.map((member) => jsonText(member, item as Order, indent))
  const present = Object.entries(value).filter(([, member]) => member !== undefined)
  const known = Object.keys(entries)
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length)
  present.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return present.map(([key, member]) => `${JSON.stringify(key)}: ${jsonText(member, entries[key] as Order, indent)}`)
}

/** The order inside an optional or nullable one. */
const unwrapped = (order: Order): Order => (order.wrapped === undefined ? order : unwrapped(order.wrapped as Order))

/** Without recursion, so that a hostile text cannot exhaust the stack. */
function isShallow(value: Json): boolean {
  let level: Json[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false
    level = level.flatMap((member) => (typeof member === 'object' && member !== null ? Object.values(member) : []))
  }
  return true
}
