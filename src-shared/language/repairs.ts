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
  const guesses = [...notations.flatMap((notation) => notation(place)), ...(guessesAt[error.code]?.(place) ?? [])]
  const found = new Map<string, { readonly repair: Repair; readonly next: FormulaError | null }>()
  for (const repair of guesses) {
    const better = repaired(text, repair)
    if (found.size === most || found.has(better)) continue
    const next = refusalOf(better)
    if (!next || isBehind(text, error, repair, next)) found.set(better, { repair, next })
  }
  const all = [...found.values()]
  // Half a repair is offered only where there is no whole one.
  const whole = all.filter(({ next }) => !next)
  return (whole.length > 0 ? whole : all).map(({ repair }) => repair)
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
