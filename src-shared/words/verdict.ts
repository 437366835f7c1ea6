import type { StopRules } from '../experiment/experiment'
import { countNumeral, numeral } from '../numbers/numeral'
import type { StopReason, Verdict } from '../protocol'
import { withMinus } from '../sentence'
import type { Words } from './index'
import { bracketed, factorText, pointText } from './numbers'

/** A run as its sentence needs it. */
export interface Outcome {
  readonly verdict: Verdict
  /** Steps taken. */
  readonly taken: number
  /** Where it ended. */
  readonly end: readonly number[]
  /** A minimum that is known to be lower than the one it came to. */
  readonly lower?: readonly number[]
  /** Why it ended, and the rules that could end it: said where it was one of them. */
  readonly stop?: StopReason
  readonly rules?: StopRules
}

/** How a run went, and why it ended before its steps were over: 「15 回で収束：極小点 (0.29, 0.37)」. */
export function verdictSentence(outcome: Outcome, { runs }: Words): string {
  const { stop, verdict, taken, rules, lower } = outcome
  // What was wanted is reached: that it could go on is no news.
  if (stop === 'target' && !isAtRest(verdict)) return runs.reached({ taken, bound: boundText(rules?.target) })
  const reason = reasonText(outcome, runs.reasons)
  const went = wentSentence(outcome, runs.verdict)
  const told = lower && isAtRest(verdict) ? runs.higher({ went, point: pointText(lower) }) : went
  return reason ? runs.because({ went: told, reason }) : told
}

/** The same in a word or two. */
export const verdictWord = ({ kind, until }: Verdict, { race }: Words): string =>
  kind === 'left-domain' && until !== undefined ? race.leaving : race.verdicts[kind]

const isAtRest = ({ kind }: Verdict) => kind === 'minimum' || kind === 'near' || kind === 'rest'

function wentSentence({ verdict, taken, end }: Outcome, words: Words['runs']['verdict']): string {
  const { step, until = taken, size = 0, settles, cause } = verdict
  const point = pointText(verdict.at ?? end)
  switch (verdict.kind) {
    case 'minimum':
      return words.minimum({ steps: step, point })
    case 'near':
      return words.near({ step, point, until, size: numeral(size, 3) })
    case 'rest': {
      const of = verdict.of ?? 'saddle'
      return words[of === 'saddle' && end.length === 1 ? 'inflection' : of]({ step, point })
    }
    case 'circling':
      return circlingSentence(verdict, end.length === 1, point, until, words)
    case 'growing':
      return growingSentence(verdict, words)
    case 'unbounded':
      if (verdict.at) return words.pole({ point })
      return verdict.factor === undefined
        ? words.unbounded({ taken })
        : words['growing-down']({ factor: factorText(verdict.factor) })
    case 'left-domain':
      if (cause === 'overflow' || cause === 'epsilon') return words[cause]({ step })
      return words[verdict.until === undefined ? 'left-domain' : 'leaving']({ step })
    case 'unmoved':
      return cause === 'schedule' ? words['rate-gone']({ step }) : words.unmoved({ step, taken })
    case 'stuck':
      return words[cause === 'noise' ? 'misled' : cause === 'missed' ? 'missed' : 'stuck']({ taken })
    case 'descending':
      if (verdict.size !== undefined) return words.later({ taken, point, until, size: numeral(size, 3) })
      // The suggestion says when.
      return words.descending({ taken, settles: verdict.suggestion?.change === 'steps' ? null : (settles ?? null) })
    case 'slow':
      return words.slow({ taken, until })
    case 'diverged':
      return words.diverged({ step })
    case 'edge':
    case 'kink':
      return words[verdict.kind]({ point })
    case 'unjudged':
      return verdict.size === undefined
        ? words.unjudged()
        : words.undecided({ taken, point, until, size: numeral(size, 3) })
    case 'start':
      return words.start()
  }
}

function circlingSentence(
  verdict: Verdict,
  isLine: boolean,
  point: string,
  until: number,
  words: Words['runs']['verdict']
): string {
  const { period, cause } = verdict
  const size = numeral(verdict.size ?? 0, 3)
  if (period === 2) return words[isLine ? 'two-points' : 'to-and-fro']({ point, size })
  if (period !== undefined) return words.cycle({ point, size, period })
  return words[cause === 'noise' ? 'noisy' : 'circling']({ point, size, until })
}

function growingSentence({ factor, bound, curvature, until }: Verdict, words: Words['runs']['verdict']): string {
  if (factor !== undefined) {
    const growing = words.growing({ factor: factorText(factor) })
    if (bound === undefined || curvature === undefined) return growing
    return words.bound({ growing, bound: numeral(bound, 3), curvature: numeral(curvature, 3) })
  }
  return until === undefined ? words.rising() : words['growing-until']({ until })
}

/** These sentences say why a search ended, or make it plain. */
const tellsOfSearch: readonly Verdict['kind'][] = ['kink', 'stuck', 'unbounded', 'edge']

/** Null where the verdict itself tells, or all steps were taken. */
function reasonText({ stop, rules, verdict }: Outcome, words: Words['runs']['reasons']): string | null {
  switch (stop) {
    case 'small-gradient':
      return words[stop]({ bound: boundText(rules?.gradient) })
    case 'small-step':
      return words[stop]({ bound: boundText(rules?.step) })
    case 'target':
      return words[stop]({ bound: boundText(rules?.target) })
    case 'evaluations':
      return words[stop]({ count: countNumeral(rules?.evaluations ?? 0) })
    case 'cancelled':
      return words[stop]()
    case 'line-search':
      return tellsOfSearch.includes(verdict.kind) ? null : words[stop]()
    default:
      return null
  }
}

const boundText = (bound: number | null | undefined) => numeral(bound ?? 0, 15)

/** The remedy that was tried, as a sentence and the label of the button that applies it; null if there is none. */
export function suggestionWords(verdict: Verdict, { runs }: Words): { sentence: string; button: string } | null {
  const { suggestion } = verdict
  if (!suggestion) return null
  const { steps, room, enough } = suggestion
  const told = (change: string) => runs[suggestion.unsettled ? 'calmer' : 'suggestion']({ change, steps, room, enough })
  switch (suggestion.change) {
    case 'steps':
      return { sentence: runs.continued({ steps, room }), button: runs.apply.steps({ room }) }
    case 'start': {
      const point = exactPoint(suggestion.start)
      const button = enough ? runs.apply.start() : runs.apply['start-longer']({ room })
      return { sentence: told(runs.changes.start({ point })), button }
    }
    default: {
      const value = numeral(suggestion.value)
      const { change } = suggestion
      const button = enough
        ? runs.apply.value({ value })
        : runs.apply['value-longer']({ setting: runs.settings[change]({ value }), room })
      return { sentence: told(runs.changes[change]({ value })), button }
    }
  }
}

/** As it is typed. */
const exactPoint = (point: readonly number[]) => bracketed(point.map(withMinus))
