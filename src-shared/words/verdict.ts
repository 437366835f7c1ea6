import type { StopRules } from '../experiment/experiment'
import { numeral } from '../numbers/numeral'
import type { StopReason, Verdict } from '../protocol'
import type { Words } from './index'
import { bracketed, factorText, pointText } from './numbers'

/** A run as its sentence needs it. */
export interface Outcome {
  readonly verdict: Verdict
  /** Steps taken. */
  readonly taken: number
  /** Where it ended. */
  readonly end: readonly number[]
  /** Its learning rate. */
  readonly lr: number
  /** Why it ended, and the rules that could end it: said where it was one of them. */
  readonly stop?: StopReason
  readonly rules?: StopRules
}

/** How a run went, and why it ended before its steps were over: 「15 回で収束：極小点 (0.29, 0.37)」. */
export function verdictSentence(outcome: Outcome, { runs }: Words): string {
  const { stop, verdict, taken, rules } = outcome
  // What was wanted is reached: that it could go on is no news.
  if (stop === 'target' && !isAtRest(verdict)) return runs.reached({ taken, bound: boundText(rules?.target) })
  if (stop === 'line-search' && verdict.kind === 'rounded') return runs.searched({ taken })
  const went = wentSentence(outcome, runs.verdict)
  const reason = reasonText(outcome, runs.reasons)
  return reason ? runs.because({ went, reason }) : went
}

const isAtRest = ({ kind }: Verdict) =>
  kind === 'minimum' || kind === 'maximum' || kind === 'saddle' || kind === 'level'

function wentSentence(outcome: Outcome, words: Words['runs']['verdict']): string {
  const { verdict, taken, end, lr } = outcome
  switch (verdict.kind) {
    case 'minimum':
      return words.minimum({ steps: verdict.step, point: pointText(verdict.at ?? end) })
    case 'saddle':
      return words[end.length === 1 ? 'inflection' : 'saddle']({ point: pointText(verdict.at ?? end) })
    case 'maximum':
    case 'kink':
    case 'pole':
    case 'edge':
    case 'shifted':
      return words[verdict.kind]({ point: pointText(verdict.at ?? end) })
    case 'flat':
    case 'rounded':
    case 'zigzag':
    case 'bouncing':
    case 'noisy':
    case 'drifting':
    case 'misled':
    case 'bottomless':
    case 'descending':
    case 'unchanged':
      return words[verdict.kind]({ taken })
    case 'diverged':
    case 'left-domain':
    case 'overflow':
    case 'level':
    case 'zero-epsilon':
      return words[verdict.kind]({ step: verdict.step })
    case 'leapt':
      return words.leapt({ step: verdict.step, point: pointText(verdict.at ?? end) })
    case 'growing':
      return growingSentence(verdict, lr, taken, words)
    case 'start':
      return words.start()
  }
}

/** These sentences say why a search ended, or make it plain. */
const tellsOfSearch: readonly Verdict['kind'][] = ['kink', 'misled', 'pole', 'edge', 'bottomless']

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
      return words[stop]({ count: (rules?.evaluations ?? 0).toLocaleString('en') })
    case 'cancelled':
      return words[stop]()
    case 'line-search':
      return tellsOfSearch.includes(verdict.kind) ? null : words[stop]()
    default:
      return null
  }
}

const boundText = (bound: number | null | undefined) => numeral(bound ?? 0, 15)

function growingSentence(
  { factor, curvature }: Verdict,
  lr: number,
  taken: number,
  words: Words['runs']['verdict']
): string {
  if (factor === null) return words['growing-up']({ taken })
  if (curvature === null) return words.growing({ factor: factorText(factor) })
  if (curvature < 0) return words['growing-down']({ factor: factorText(factor) })
  return words['growing-bound']({ curvature: numeral(curvature, 3), lr: String(lr), factor: factorText(factor) })
}

/** The remedy that was tried, as a sentence and the label of the button that applies it; null if there is none. */
export function suggestionWords(verdict: Verdict, { runs }: Words): { sentence: string; button: string } | null {
  const { suggestion } = verdict
  if (!suggestion) return null
  const { steps, room, enough } = suggestion
  const told = (change: string) =>
    suggestion.unsettled
      ? runs.calmer({ change, steps })
      : runs[enough ? 'suggestion' : 'suggestion-longer']({ change, steps, room })
  switch (suggestion.change) {
    case 'steps':
      return { sentence: runs.continued({ steps, room }), button: runs.apply.steps({ room }) }
    case 'start': {
      const point = exactPoint(suggestion.start)
      const button = enough ? runs.apply.start() : runs.apply['start-longer']({ room })
      return { sentence: told(runs.changes.start({ point })), button }
    }
    default: {
      const value = String(suggestion.value)
      const button = runs.apply[enough ? 'value' : 'value-longer']({ value, room })
      return { sentence: told(runs.changes[suggestion.change]({ value })), button }
    }
  }
}

/** As it is typed. */
const exactPoint = (point: readonly number[]) =>
  bracketed(point.map((coordinate) => String(coordinate).replace('-', '−')))
