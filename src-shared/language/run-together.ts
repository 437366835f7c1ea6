import { functionSpelt, functionWords, rowsWritten, shorthandNamed } from './functions'

/** A part of a word: its kind as a token, and its letters as typed. */
export interface Part {
  readonly kind: 'function' | 'constant' | 'number' | 'name'
  readonly text: string
}

/** What precedes the next part: names only; a function; a function and numbers; a function and its argument. */
type State = 'front' | 'function' | 'number' | 'argument'

const states: readonly State[] = ['front', 'function', 'number', 'argument']

/** Which part may follow in each state, and the next state. A number belongs to the argument of the function before. */
const following: Readonly<Record<State, Readonly<Partial<Record<Part['kind'], State>>>>> = {
  front: { name: 'front', constant: 'front', function: 'function' },
  function: { name: 'argument', constant: 'number', number: 'number', function: 'function' },
  number: { name: 'argument', constant: 'number' },
  argument: { name: 'argument', constant: 'argument', function: 'function' }
}

/**
 * The parts of a word of names and functions written without spaces, each function before its argument: `xsinx`,
 * `sinxcos3x`; or ending with a function whose argument follows: `xsin`. Undefined if there is no such reading, or more
 * than one: `log2x`, or `asinx`, whose first letter may be a coefficient. `isKnown`: whether letters are a name.
 */
export function runTogether(word: string, isKnown: (name: string) => boolean): readonly Part[] | undefined {
  const ends: readonly State[] = ['argument', 'function']
  // For each position, from the end, and each state: the number of readings of the rest, 2 for more than one.
  const ways = Array.from({ length: word.length + 1 }, () => new Map<State, number>())
  for (const state of ends) ways[word.length]?.set(state, 1)
  const goingOn = (at: number, state: State) =>
    partsAt(word, at, isKnown).flatMap((part) => {
      const after = following[state][part.kind]
      const count = after === undefined ? 0 : (ways[at + part.text.length]?.get(after) ?? 0)
      return after === undefined || count === 0 ? [] : [{ part, after, count }]
    })
  for (let at = word.length - 1; at >= 0; at--) {
    for (const state of states) {
      const count = goingOn(at, state).reduce((sum, way) => sum + way.count, 0)
      if (count > 0) ways[at]?.set(state, Math.min(count, 2))
    }
  }
  const isCoefficient = !isKnown(word.charAt(0)) && !isConstant(word.charAt(0))
  const asCoefficient = isCoefficient ? (ways[1]?.get('front') ?? 0) : 0
  if (ways[0]?.get('front') !== 1 || asCoefficient > 0) return undefined
  const parts: Part[] = []
  for (let at = 0, state: State = 'front'; at < word.length; ) {
    const [way] = goingOn(at, state)
    if (!way) return undefined
    parts.push(way.part)
    at += way.part.text.length
    state = way.after
  }
  return parts.some(({ kind }) => kind === 'function') ? parts : undefined
}

/** All parts that may begin at this position of the word. */
function partsAt(word: string, at: number, isKnown: (name: string) => boolean): readonly Part[] {
  const [digits] = sticky(/\d+/y, word, at)
  if (digits !== undefined) return [{ kind: 'number', text: digits }]
  const parts: Part[] = []
  for (let length = 2; length <= longest && at + length <= word.length; length++) {
    const text = word.slice(at, at + length)
    if (isFunction(text)) parts.push({ kind: 'function', text })
    if (isConstant(text)) parts.push({ kind: 'constant', text })
  }
  const [letter = ''] = sticky(/[a-z](?:_\d+)?/iy, word, at)
  if (isConstant(letter)) parts.push({ kind: 'constant', text: letter })
  else if (letter !== '' && isKnown(letter)) parts.push({ kind: 'name', text: letter })
  return parts
}

function sticky(pattern: RegExp, word: string, at: number): readonly string[] {
  pattern.lastIndex = at
  return pattern.exec(word) ?? []
}

const longest = Math.max(...functionWords().map(({ length }) => length))

const isConstant = (text: string): boolean => /^(?:pi|e)$/i.test(text)

/** Functions of one argument; others need brackets and commas. */
function isFunction(text: string): boolean {
  const name = functionSpelt(text)
  if (name === undefined) return false
  const { parameters } = shorthandNamed(name) ?? {}
  if (parameters) return parameters.length === 1
  return rowsWritten(name).some((row) => row.parameters.length === 1 && !row.variadic)
}
