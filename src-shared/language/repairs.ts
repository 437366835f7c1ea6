import { FormulaError } from './error'
import { parse } from './parser'
import { atBrackets } from './repairs/brackets'
import { atCalculus } from './repairs/calculus'
import { atCalls } from './repairs/calls'
import { choicesElsewhere } from './repairs/choices'
import { Fault, type GuessTable, type Repair } from './repairs/fault'
import { atMarks } from './repairs/marks'
import { atNames } from './repairs/names'
import { atNumbers } from './repairs/numbers'
import { atPieces } from './repairs/pieces'
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

/** Guesses for the code of each problem, grouped by what the problem is about. */
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

/** Constructs of other languages that are rewritten as a whole, whatever the first problem in them. */
const notations: readonly ((fault: Fault) => readonly Repair[])[] = [
  statementsElsewhere,
  seriesElsewhere,
  choicesElsewhere
]

/** In characters. Beyond it, parsing every guess would take noticeably long. */
const maxLength = 5_000
/** The maximum number of repairs offered. */
const maxRepairs = 3

/**
 * What may have been meant by the text that was refused with `error`, likeliest first. Each repair was tried: the
 * repaired text parses, or its first problem comes later. Empty where there is no guess.
 */
export function repairs(text: string, error: FormulaError): readonly Repair[] {
  if (text.length > maxLength) return []
  const fault = new Fault(text, error)
  const own = guessesAt[error.code]?.(fault) ?? []
  const guesses = [...notations.flatMap((notation) => notation(fault)), ...own]
  const found = new Map<string, { readonly repair: Repair; readonly next: FormulaError | null }>()
  for (const repair of guesses) {
    const better = repaired(text, repair)
    if (found.size === maxRepairs || found.has(better)) continue
    const next = refusalOf(better)
    if (next && !isBehind(text, error, repair, next)) continue
    const all = next?.code === error.code ? everywhere(text, repair, next, own.indexOf(repair)) : undefined
    found.set(better, all ? { repair: all, next: null } : { repair, next })
  }
  const all = [...found.values()]
  // Repairs after which another problem remains are offered only if no other parses.
  const whole = all.filter(({ next }) => !next)
  return (whole.length > 0 ? whole : all).map(({ repair }) => repair)
}

/** The maximum number of equal problems repaired at once, and the maximum length of such a text, in characters. */
const maxAlike = 8
const maxLengthAlike = 500

/**
 * The repair extended to the equal problems that follow, as in `x 2 + y 3`, each by the guess of the same rank;
 * undefined if the text does not parse then.
 */
function everywhere(text: string, first: Repair, second: FormulaError, rank: number): Repair | undefined {
  if (rank < 0 || text.length > maxLengthAlike) return undefined
  let repair = first
  let next: FormulaError | null = second
  for (let count = 1; next && count < maxAlike; count++) {
    const better = repaired(text, repair)
    const end = repair.range.from + repair.text.length
    const one: Repair | undefined = guessesAt[next.code]?.(new Fault(better, next))[rank]
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

/** Whether the problem of the repaired text comes later than the one repaired. */
function isBehind(text: string, error: FormulaError, repair: Repair, next: FormulaError): boolean {
  const end = repair.range.from + repair.text.length
  // Cutting off the end of a text does not count if what is left does not parse.
  if (repair.text === '' && next.position >= text.length - repair.range.to + end) return false
  const asBefore = next.position - end + repair.range.to
  return next.position >= end && asBefore > error.position
}
