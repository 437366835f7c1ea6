import { FormulaError } from './error'
import { parse } from './parser'
import { atBrackets } from './repairs/brackets'
import { atCalculus } from './repairs/calculus'
import { atCalls } from './repairs/calls'
import { choicesElsewhere } from './repairs/choices'
import { atMarks } from './repairs/marks'
import { atNames } from './repairs/names'
import { atNumbers } from './repairs/numbers'
import { atPieces } from './repairs/pieces'
import { type GuessTable, Place, type Repair } from './repairs/place'
import { atPoints } from './repairs/points'
import { atPython } from './repairs/python'
import { seriesElsewhere } from './repairs/series'
import { atSigns } from './repairs/signs'
import { statementsElsewhere } from './repairs/statements'

export type { Repair }

/** The text with the repair made. */
export function repaired(text: string, { range, text: replacement }: Repair): string {
  return text.slice(0, range.from) + replacement + text.slice(range.to)
}

/** One row a problem, sorted by what the problem is about. */
const guessesAt: GuessTable = {
  ...atSigns,
  ...atMarks,
  ...atPoints,
  ...atNumbers,
  ...atNames,
  ...atCalls,
  ...atBrackets,
  ...atPieces,
  ...atPython,
  ...atCalculus
}

/** What other languages have for a thing as a whole, whatever the first problem in it is. */
const notations: readonly ((place: Place) => readonly Repair[])[] = [
  statementsElsewhere,
  seriesElsewhere,
  choicesElsewhere
]

/** In characters. Beyond, the parses that check what is offered would make a person wait. */
const longest = 5_000
/** How many are offered at once. */
const most = 3

/**
 * What a person may have meant by the text that was refused with `error`, likeliest first. Each has been tried: the text
 * it gives is read, or its first problem lies behind this one. Empty where nothing can be guessed.
 */
export function repairs(text: string, error: FormulaError): readonly Repair[] {
  if (text.length > longest) return []
  const place = new Place(text, error)
  const own = guessesAt[error.code]?.(place) ?? []
  const guesses = [...notations.flatMap((notation) => notation(place)), ...own]
  const found = new Map<string, { readonly repair: Repair; readonly next: FormulaError | null }>()
  for (const repair of guesses) {
    const better = repaired(text, repair)
    if (found.size === most || found.has(better)) continue
    const next = refusalOf(better)
    if (next && !isBehind(text, error, repair, next)) continue
    const all = next?.code === error.code ? everywhere(text, repair, next, own.indexOf(repair)) : undefined
    found.set(better, all ? { repair: all, next: null } : { repair, next })
  }
  const all = [...found.values()]
  // Half a repair is offered only where there is no whole one.
  const whole = all.filter(({ next }) => !next)
  return (whole.length > 0 ? whole : all).map(({ repair }) => repair)
}

/** How often the same fault is mended in one repair, and in how long a text, in characters. */
const mostAlike = 8
const longestAlike = 500

/**
 * The repair with the guess of the same rank made at the faults of the same kind that follow, as in `x 2 + y 3`;
 * undefined if the text is not read then.
 */
function everywhere(text: string, first: Repair, second: FormulaError, rank: number): Repair | undefined {
  if (rank < 0 || text.length > longestAlike) return undefined
  let repair = first
  let next: FormulaError | null = second
  for (let count = 1; next && count < mostAlike; count++) {
    const better = repaired(text, repair)
    const end = repair.range.from + repair.text.length
    const one: Repair | undefined = guessesAt[next.code]?.(new Place(better, next))[rank]
    if (next.code !== second.code || !one || one.range.from < end) return undefined
    const after = refusalOf(repaired(better, one))
    if (after && !isBehind(better, next, one, after)) return undefined
    const range = { from: repair.range.from, to: one.range.to - end + repair.range.to }
    repair = { range, text: repair.text + better.slice(end, one.range.from) + one.text }
    next = after
  }
  return next ? undefined : repair
}

function refusalOf(text: string): FormulaError | null {
  try {
    parse(text)
    return null
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}

/** Whether the text with the repair made is refused for something that stands behind its problem. */
function isBehind(text: string, error: FormulaError, repair: Repair, next: FormulaError): boolean {
  const end = repair.range.from + repair.text.length
  // Without its end a text that still is not read is no better.
  if (repair.text === '' && next.position >= text.length - repair.range.to + end) return false
  const asBefore = next.position - end + repair.range.to
  return next.position >= end && asBefore > error.position
}
