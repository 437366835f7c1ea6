import { isRefusedSign } from './refusals'
import type { Token } from './tokens'

/**
 * Where conditions stand among the tokens. Found in one pass before parsing, so that the parser never has to backtrack.
 */
export interface ConditionPositions {
  /** Index of the first token of every segment – between commas, colons or brackets – that is a condition. */
  readonly starts: ReadonlySet<number>
  /** Index of every opening bracket around a single condition and nothing else. */
  readonly brackets: ReadonlySet<number>
  /** Index of the first token of every condition that ends with a question mark. */
  readonly questions: ReadonlySet<number>
}

/** The segment that is being read, and what says that it is a condition. */
interface Segment {
  from: number
  hasSign: boolean
  /** Index of the bracket that closes a condition at the beginning of the segment. */
  wrappedTo: number
  /** Index of the bracket around the segment, as long as it is the only one in it; otherwise −1. */
  aloneIn: number
}

/**
 * Finds every segment with a relation, or `and or not`, at its own level, and every one that is nothing but such a
 * segment in brackets.
 */
export function conditionPositions(tokens: readonly Token[]): ConditionPositions {
  const starts = new Set<number>()
  const brackets = new Set<number>()
  const questions = new Set<number>()
  const outer: Segment[] = []
  const beginning = (from: number, aloneIn: number): Segment => ({ from, hasSign: false, wrappedTo: -1, aloneIn })
  let segment = beginning(0, -1)
  const isCondition = (end: number) => segment.hasSign || segment.wrappedTo === end - 1
  for (const [at, token] of tokens.entries()) {
    const { kind, text } = token
    if (kind === 'open') {
      outer.push(segment)
      segment = beginning(at + 1, at)
    } else if (kind === 'close') {
      const { from, aloneIn } = segment
      const found = isCondition(at)
      if (found) starts.add(from)
      if (found && aloneIn >= 0) brackets.add(aloneIn)
      segment = outer.pop() ?? beginning(at + 1, -1)
      if (found && aloneIn === segment.from) segment.wrappedTo = at
    } else if (isQuestion(token) || (isSeparator(kind, text) && !isCall(tokens, at))) {
      if (isCondition(at)) (isQuestion(token) ? questions : starts).add(segment.from)
      segment = beginning(at + 1, -1)
    } else if (kind === 'relation' || connectives.includes(text)) segment.hasSign = true
  }
  if (isCondition(tokens.length)) starts.add(segment.from)
  return { starts, brackets, questions }
}

const isQuestion = (token: Token): boolean => isRefusedSign(token, '?')

const isSeparator = (kind: Token['kind'], text: string): boolean =>
  kind === 'comma' || kind === 'colon' || kind === 'separator' || ['if', 'else'].includes(text)

const connectives = ['and', 'or', 'not']

/** `if(` that begins a call, as no value stands before it. */
function isCall(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.kind
  const isAfterValue = before !== undefined && ['number', 'name', 'constant', 'close', 'superscript'].includes(before)
  return tokens[at]?.text === 'if' && tokens[at + 1]?.kind === 'open' && !isAfterValue
}
