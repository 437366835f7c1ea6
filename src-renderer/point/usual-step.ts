import { type Scheme, schemes, usualStep } from '@shared/experiment/experiment'
import { numeral, powerNumeral } from '@shared/numbers/numeral'
import type { DifferenceErrors } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { sideAt, stepIndex } from '../plots/error-side'

/**
 * What the errors at a point say of the step size a document begins with: how large they are there, or for which schemes
 * it is too small; or why the central scheme leaves out nothing, whatever h is. Null where that is unknown.
 */
export function usualSentence(found: DifferenceErrors, words: Words): string | null {
  const { differentiate } = words.lab
  const { truncation, errors, steps, exact } = found
  if (!Number.isFinite(exact)) return null
  if (truncation.forward.factor === 0 && truncation.backward.factor === 0) return differentiate.isStraight
  if (truncation.central.factor === 0) return differentiate.bendsEvenly
  const index = stepIndex(steps, Math.log10(usualStep))
  const sides = schemes.map((scheme) => sideAt(found, scheme, index))
  if (sides.includes(null)) return null
  const h = powerNumeral(usualStep, 1)
  const name = (scheme: Scheme) => words.plots.errors.schemes[scheme]
  const worse = schemes.filter((_, each) => sides[each] === 'rounding' || sides[each] === 'lost')
  if (worse.length > 0) return differentiate.usualTooSmall({ h, schemes: worse.map(name).join(words.plots.comma) })
  const error = (scheme: Scheme) => numeral(errors[scheme][index] ?? Number.NaN, 1)
  return differentiate.usualIsSafe({ h, forward: error('forward'), central: error('central') })
}
