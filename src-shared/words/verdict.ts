import type { Verdict } from '../protocol'
import type { Words } from './index'
import { factorText, pointText, roundedText } from './numbers'

/** A run as its sentence needs it. */
export interface Outcome {
  readonly verdict: Verdict
  /** Steps taken. */
  readonly taken: number
  /** Where it ended. */
  readonly end: readonly number[]
  /** Where it began, if known: what is small beside the way from there is not written out. */
  readonly start?: readonly number[]
  /** Its learning rate. */
  readonly lr: number
}

/** How a run went, as a sentence: 「15 回で収束：極小点 (0.29, 0.37)」. */
export function verdictSentence(outcome: Outcome, { runs: { verdict: words } }: Words): string {
  const { verdict, taken, end, lr } = outcome
  switch (verdict.kind) {
    case 'minimum':
      return words.minimum({ steps: verdict.step, point: pointText(end, reach(outcome)) })
    case 'saddle':
    case 'maximum':
      return words[verdict.kind]({ point: pointText(end, reach(outcome)) })
    case 'flat':
    case 'rounded':
    case 'zigzag':
    case 'bouncing':
    case 'descending':
      return words[verdict.kind]({ taken })
    case 'diverged':
    case 'left-domain':
    case 'overflow':
    case 'level':
      return words[verdict.kind]({ step: verdict.step })
    case 'growing':
      return growingSentence(verdict, lr, taken, words)
    case 'start':
      return words.start()
  }
}

/** How far a run went, roughly: at least 1 where its start is not known. */
function reach({ start, end }: Outcome): number {
  const far = (from: readonly number[]) =>
    Math.max(...end.map((coordinate, i) => Math.abs(coordinate - (from[i] ?? 0))))
  return start ? far(start) : Math.max(1, far([]))
}

function growingSentence(
  { factor, curvature }: Verdict,
  lr: number,
  taken: number,
  words: Words['runs']['verdict']
): string {
  if (factor === null) return words['growing-up']({ taken })
  if (curvature === null) return words.growing({ factor: factorText(factor) })
  if (curvature < 0) return words['growing-down']({ factor: factorText(factor) })
  return words['growing-bound']({ curvature: roundedText(curvature), lr: String(lr), factor: factorText(factor) })
}

/** The remedy that was tried, as a sentence and the label of the button that applies it; null if there is none. */
export function suggestionWords(verdict: Verdict, { runs }: Words): { sentence: string; button: string } | null {
  if (!verdict.suggestion) return null
  const { lr, steps, enough } = verdict.suggestion
  const sentence = runs[enough ? 'suggestion' : 'suggestion-longer']({ lr: String(lr), steps })
  return { sentence, button: runs.apply({ lr: String(lr) }) }
}
