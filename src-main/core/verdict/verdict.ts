import type { Verdict } from '@shared/protocol'
import type { Objective } from '../objective'
import type { Plan } from '../optimise/plan'
import type { Pulse } from '../pulse'
import { findingOf, isOnItsWay } from './finding'
import { follow } from './follow'
import { naturalRates, quadraticRate } from './quadratic'
import { suggestionFor } from './suggestion'

/** How the run of a plan went: see `follow` for what is thrown. The kinds: `Verdict` in the protocol. */
export function verdictOf(objective: Objective, plan: Plan, pulse?: Pulse): Verdict {
  const followed = follow(objective, plan, pulse)
  const rate = quadraticRate(followed)
  const finding = findingOf(followed, rate, pulse)
  const natural = rate && rate.most > 0 ? naturalRates(rate.least, rate.most) : []
  const suggestion = suggestionFor(finding, followed, natural, pulse)
  // Followed farther it is seen to have been there before.
  const isSooner = suggestion?.change === 'steps' && suggestion.steps <= (finding.until ?? 0)
  if (finding.kind === 'slow' && isSooner) {
    return { kind: 'descending', step: finding.step, settles: suggestion.steps, suggestion }
  }
  // What nobody has seen yet is told as later.
  const kind = finding.kind === 'circling' && isOnItsWay(followed, finding) ? 'descending' : finding.kind
  return { ...finding, kind, suggestion }
}
