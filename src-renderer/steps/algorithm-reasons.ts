import { numeralsApart } from '@shared/numbers/digits'
import { numeral } from '@shared/numbers/numeral'
import type { AlgorithmStep, Quantity, StepReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { numberOf } from './algorithm-explanation'

type Sentences = Words['lab']['stepPanel']['why']

/**
 * Why a method with code of its own went where it went, in plain words before its lines and numbers: what it took for the
 * shape of f, where it wanted to go, and why it went less far or farther. Null where there is nothing to add.
 */
export function algorithmReason({ algorithm }: StepReport, words: Sentences): string | null {
  if (!algorithm) return null
  if (algorithm.simplex) return ofSimplex(algorithm, words)
  const happened = (id: string) => algorithm.lines.some((line) => line.id === id)
  if (happened('rest')) return null
  const [wish, length] =
    algorithm.radius === null ? alongLine(algorithm, happened, words) : within(algorithm, happened, words)
  const all = [wish, length].filter((sentence) => sentence !== null)
  return all.length > 0 ? all.join(words.apart) : null
}

type Happened = (id: string) => boolean
type Pair = readonly [string | null, string | null]

/** Of a method that searches along a line. */
function alongLine(algorithm: AlgorithmStep, happened: Happened, words: Sentences): Pair {
  const isQuasi = happened('quasi-newton') || happened('forward')
  const isModel = (happened('newton') || isQuasi) && !happened('downhill')
  const wish = happened('downhill')
    ? downhillReason(algorithm, happened, words)
    : isQuasi
      ? words.quasi
      : happened('newton')
        ? happened('shifted')
          ? words.shiftedBowl
          : words.bowl
        : conjugateReason(algorithm, words)
  return [wish, isModel ? lengthReason(algorithm, words) : null]
}

/** The direction of the model was not downhill, as far as numbers can tell, or there is no model yet. */
function downhillReason({ lines }: AlgorithmStep, happened: Happened, words: Sentences): string | null {
  if (happened('newton') || happened('quasi-newton') || happened('forward')) {
    const slope = lines.find(({ id }) => id === 'slope')?.values
    return slope && numberIn(slope, 'slope') === 0 ? words.levelByRounding : words.notDown
  }
  if (happened('beta')) return words.notConjugate
  return happened('no-hessian') ? words.noHessian : happened('s') ? words.noEstimate : null
}

function conjugateReason({ lines }: AlgorithmStep, words: Sentences): string | null {
  const values = lines.find(({ id }) => id === 'beta')?.values
  const beta = values && numberIn(values, 'beta')
  if (beta === undefined) return null
  return beta === 0 ? words.notConjugate : words.conjugate({ beta: numeral(beta, 3) })
}

/** The way to the bottom of the model has length 1: why the step was shorter or longer. */
function lengthReason({ trials }: AlgorithmStep, words: Sentences): string | null {
  const taken = trials.findLast(({ outcome }) => outcome === 'accepted')
  if (!taken) return null
  const { length } = taken
  if (length === 1) return words.whole
  if (length > 1) return words.farther({ times: numeral(length, 3) })
  const isUndefined = trials.some((trial) => trial.outcome === 'undefined')
  return (isUndefined ? words.shortenedToDomain : words.shortened)({ share: shareText(length) })
}

/** `1/8` where it is such a part, otherwise with three digits. */
function shareText(length: number): string {
  const parts = Math.round(1 / length)
  return Math.abs(parts * length - 1) < 1e-12 && parts <= 4096 ? `1/${parts}` : numeral(length, 3)
}

/** Of a trust region. */
function within({ lines, trials, radius }: AlgorithmStep, happened: Happened, words: Sentences): Pair {
  const last = lines.findLast(({ id }) => ['inside', 'dogleg', 'edge'].includes(id))
  const region = last ? numberIn(last.values, 'region') : undefined
  const size = numeral(region ?? radius ?? Number.NaN, 3)
  const shape = happened('shifted') ? words.shiftedBowl : happened('newton') ? words.bowl : words.noHessian
  const reach = { inside: words.inside, dogleg: words.dogleg, edge: words.edge }[last?.id ?? '']
  const isRefused = trials.some(({ outcome }) => outcome === 'rejected' || outcome === 'undefined')
  return [shape, `${isRefused ? words.regionShrunk + words.apart : ''}${reach?.({ radius: size }) ?? ''}`]
}

/** Of a simplex: where its worst corner was tried, and what became of it. */
function ofSimplex({ lines }: AlgorithmStep, words: Sentences): string | null {
  const values = Object.assign({}, ...lines.map((line) => line.values)) as Readonly<Record<string, Quantity>>
  const names = ['f_worst', 'f_r', 'f_e', 'f_k'].filter((name) => Object.hasOwn(values, name))
  const written = numeralsApart(
    names.map((name) => numberIn(values, name) ?? Number.NaN),
    4
  )
  const height = (name: string) => {
    const numeral = written[names.indexOf(name)]
    return Number.isFinite(numberIn(values, name)) && numeral ? words.height({ value: numeral }) : words.noHeight
  }
  const said: Readonly<Record<string, () => string>> = {
    simplex: () => words.firstSimplex,
    reflect: () => words.reflected({ worst: height('f_worst'), height: height('f_r') }),
    'take-expanded': () => words.expanded({ height: height('f_e') }),
    'take-best': () => words.notExpanded({ height: height('f_e') }),
    'take-reflected': () => words.takenReflected,
    'contract-outside': () => words.contractedOutside({ height: height('f_k') }),
    'contract-inside': () => words.contractedInside({ height: height('f_k') }),
    'take-contracted': () => words.takenContracted,
    shrink: () => words.shrunk
  }
  return lines.flatMap(({ id }) => said[id]?.() ?? []).join(words.apart) || null
}

function numberIn(values: Readonly<Record<string, Quantity>>, name: string): number | undefined {
  const value = values[name]
  return value === undefined ? undefined : (numberOf(value) ?? undefined)
}
