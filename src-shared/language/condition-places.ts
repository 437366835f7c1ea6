import { isRefusedSign } from './refusals'
import type { Token } from './tokens'

/** Where conditions stand among the tokens: known before anything is read, so that nothing has to be read twice. */
export interface ConditionPlaces {
  /** Index of the first token of every stretch – between commas, colons or brackets – that is a condition. */
  readonly stretches: ReadonlySet<number>
  /** Index of every opening bracket around nothing but one condition. */
  readonly brackets: ReadonlySet<number>
  /** Index of the first token of every condition that ends with a question mark. */
  readonly questions: ReadonlySet<number>
}

/** A stretch being looked at: where it begins, and what speaks for a condition. */
interface Stretch {
  from: number
  hasSign: boolean
  /** Index of the bracket that closes a condition with which the stretch began. */
  wrappedTo: number
  /** Index of the bracket it is in, while it is the first and only stretch in it. */
  aloneIn: number
}

/** Finds every stretch that holds a relation or `and or not` at its own level, or only such a stretch in brackets. */
export function conditionPlaces(tokens: readonly Token[]): ConditionPlaces {
  const stretches = new Set<number>()
  const brackets = new Set<number>()
  const questions = new Set<number>()
  const outer: Stretch[] = []
  const beginning = (from: number, aloneIn: number): Stretch => ({ from, hasSign: false, wrappedTo: -1, aloneIn })
  let stretch = beginning(0, -1)
  const isCondition = (end: number) => stretch.hasSign || stretch.wrappedTo === end - 1
  for (const [at, token] of tokens.entries()) {
    const { kind, text } = token
    if (kind === 'open') {
      outer.push(stretch)
      stretch = beginning(at + 1, at)
    } else if (kind === 'close') {
      const { from, aloneIn } = stretch
      const found = isCondition(at)
      if (found) stretches.add(from)
      if (found && aloneIn >= 0) brackets.add(aloneIn)
      stretch = outer.pop() ?? beginning(at + 1, -1)
      if (found && aloneIn === stretch.from) stretch.wrappedTo = at
    } else if (isQuestion(token) || (isBorder(kind, text) && !isCall(tokens, at))) {
      if (isCondition(at)) (isQuestion(token) ? questions : stretches).add(stretch.from)
      stretch = beginning(at + 1, -1)
    } else if (kind === 'relation' || joins.includes(text)) stretch.hasSign = true
  }
  if (isCondition(tokens.length)) stretches.add(stretch.from)
  return { stretches, brackets, questions }
}

const isQuestion = (token: Token): boolean => isRefusedSign(token, '?')

const isBorder = (kind: Token['kind'], text: string): boolean =>
  kind === 'comma' || kind === 'colon' || kind === 'separator' || ['if', 'else'].includes(text)

const joins = ['and', 'or', 'not']

/** `if(` where no value stands before it. */
function isCall(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.kind
  const isAfterValue = before !== undefined && ['number', 'name', 'constant', 'close', 'superscript'].includes(before)
  return tokens[at]?.text === 'if' && tokens[at + 1]?.kind === 'open' && !isAfterValue
}
