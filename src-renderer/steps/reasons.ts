import { type FixedRate, isFixedRate, type Method } from '@shared/methods/method'
import { numeral } from '@shared/numbers/numeral'
import type { StepReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { factorOf, inertiaOf, worthAtEnd } from '../figures/inertia'
import { shortened } from '../figures/names'
import { isNormalised } from './normalising'

/** What the coordinates are called: `x₀`, and the derivative along it, `∂f/∂x₀`. */
export interface CoordinateNames {
  readonly name: (axis: number) => string
  readonly slope: (axis: number) => string
}

/** How one coordinate moved, part by part. */
export interface Shares {
  readonly move: number
  /** What the rule takes off the coordinate itself, whatever the slope: weight decay. */
  readonly decay: number
  /** What memory made of the move; 0 without any. */
  readonly inertia: number
  /** What the gradient of this step made of it. */
  readonly push: number
}

/** The parts of a step along `axis`; they add up to the move. */
export function sharesOf(method: Method, report: StepReport, axis: number): Shares {
  const move = (report.after.point[axis] ?? Number.NaN) - (report.before.point[axis] ?? Number.NaN)
  const inertia = isFixedRate(method) ? (inertiaOf(method, report)?.[axis] ?? 0) : 0
  const decay = isFixedRate(method) ? decayOf(method, report, axis) : 0
  return { move, decay, inertia, push: move - decay - inertia }
}

/** What the lines before the last made of the coordinate by the settings alone. */
function decayOf(method: FixedRate, { lines }: StepReport, axis: number): number {
  const given = new Set(['x', 't', ...method.settings.map(({ id }) => id)])
  return lines
    .slice(0, -1)
    .filter(({ operands }) => 'x' in operands && Object.keys(operands).every((name) => given.has(name)))
    .reduce(
      (sum, { operands, result }) => sum + (result[axis] ?? Number.NaN) - (operands['x']?.[axis] ?? Number.NaN),
      0
    )
}

/** Between these shares of the learning rate a move is about as long as it. */
const aboutOne = { least: 0.8, most: 1.25 }
/** A factor that is no farther from 1 is no reason. */
const slight = 0.01
/** Shares below this part of the move are not worth a word: rounding. */
const negligible = 1e-9

/** Why one coordinate went where it went, as sentences: only what these numbers show. */
export function coordinateReasons(
  report: StepReport,
  method: Method,
  axis: number,
  { name, slope }: CoordinateNames,
  words: Words['lab']['stepPanel']
): readonly string[] {
  const shares = sharesOf(method, report, axis)
  const named = { name: name(axis) }
  const { move, decay, inertia } = shares
  // It is one of the corners, and where they went is told once.
  if (report.algorithm?.simplex) return []
  if (move === 0) return [words.stays(named)]
  if (isFelt(inertia, move) || isFelt(decay, move)) return [composed(report, axis, shares, named, words)]
  return [plainMove(report, axis, move, { name, slope }, words)]
}

const isFelt = (part: number, move: number) => Math.abs(part) > negligible * Math.abs(move)

/** A number with its sign: +0.5, −0.2. */
const signed = (value: number) => (value > 0 ? '+' : '') + numeral(value, 3)

/** Where not the gradient alone made it: what each part did, and whether memory won against the gradient. */
function composed(
  report: StepReport,
  axis: number,
  { move, decay, inertia, push }: Shares,
  named: { readonly name: string },
  words: Words['lab']['stepPanel']
): string {
  const parts = [
    ...(isFelt(inertia, move) ? [words.share.inertia({ move: signed(inertia) })] : []),
    words.share.push({ move: signed(push) }),
    ...(isFelt(decay, move) ? [words.share.decay({ move: signed(decay) })] : [])
  ]
  const shares = words.shares({ ...named, parts: parts.join(words.comma), move: signed(move) })
  const gradient = report.before.gradient[axis] ?? Number.NaN
  // Against the gradient's own wish, and memory is what took it there.
  const isAgainst = move * gradient > 0 && (inertia + push) * gradient > 0 && push * gradient <= 0
  return isAgainst ? `${shares}${words.apart}${(gradient > 0 ? words.againstDown : words.againstUp)(named)}` : shares
}

/** Where the gradient alone made it: which way, and – where the slope shows it – why. */
function plainMove(
  report: StepReport,
  axis: number,
  move: number,
  { name, slope }: CoordinateNames,
  words: Words['lab']['stepPanel']
): string {
  const values = { name: name(axis), size: numeral(Math.abs(move), 3) }
  const movement = move < 0 ? words.decreases(values) : words.increases(values)
  if (!followsSlope(report)) return movement
  const gradient = slopeOf(report, axis)
  const derivative = slope(axis)
  if (gradient > 0 && move < 0) return words.positive({ derivative }) + movement
  if (gradient < 0 && move > 0) return words.negative({ derivative }) + movement
  const seen = report.before.gradient[axis] ?? Number.NaN
  return seen * gradient < 0 ? movement + words.apart + words.noiseTurned({ derivative }) : movement
}

/** Whether each coordinate went by its own slope: with every rule, and with an algorithm that goes straight down. */
function followsSlope(report: StepReport): boolean {
  if (!report.algorithm) return true
  return !(angleToDescent(report) >= leastAngle)
}

/** The slope without the noise in it. */
const slopeOf = ({ before, noise }: StepReport, axis: number) =>
  (before.gradient[axis] ?? Number.NaN) - (noise?.[axis] ?? 0)

/**
 * What a rule that divides by the size of past gradients has made of the learning rate of the coordinates `shown`: first
 * those that moved about as far as it.
 */
export function rateReasons(
  report: StepReport,
  method: Method,
  shown: readonly number[],
  { name }: CoordinateNames,
  words: Words['lab']['stepPanel']
): readonly string[] {
  const { lr } = report
  if (!isFixedRate(method) || lr === null) return []
  const factors: Readonly<Record<string, (values: { factor: string }) => string>> = words.factors
  const rate = numeral(lr, 3)
  const moved = shown
    .filter((axis) => isNormalised(method, worthAtEnd(report, axis)))
    .map((axis) => {
      const shares = sharesOf(method, report, axis)
      const made = Math.abs(shares.move - shares.decay)
      return { axis, shares, made, ratio: made / lr, factor: factorOf(method, report, axis) }
    })
    .filter(({ shares }) => shares.move !== 0)
  const isOne = (ratio: number) => ratio >= aboutOne.least && ratio <= aboutOne.most
  // Where something else is as much a reason as the division, a move as long as the rate is a chance.
  const isAbout = ({ ratio, factor }: { readonly ratio: number; readonly factor: number | null }) =>
    isOne(ratio) && isOne(factor ?? 1)
  const cause = (factor: number | null) =>
    (factor === null || Math.abs(factor - 1) <= slight
      ? undefined
      : factors[method.id]?.({ factor: numeral(factor, 3) })) ?? words.divides
  const hasDecayed = ({ shares }: { readonly shares: Shares }) => isFelt(shares.decay, shares.move)
  /** The rest of the move is measured, where a part of it was decay. */
  const rest = (isRest: boolean, sentence: string) => (isRest ? words.besideDecay : '') + sentence
  const about = moved.filter(isAbout)
  const names = shortened(
    about.map(({ axis }) => name(axis)),
    '…'
  ).join(words.comma)
  return [
    ...(about.length > 0 ? [rest(about.some(hasDecayed), words.aboutRate({ names, rate }))] : []),
    ...once(
      moved
        .filter((one) => !isAbout(one))
        .map(({ axis, shares, made, ratio, factor }) => {
          const gradient = report.before.gradient[axis] ?? Number.NaN
          const of = { rate, cause: cause(factor) }
          const isShare = isFelt(shares.inertia, shares.move) || gradient === 0
          return {
            name: name(axis),
            sentence: (name: string) =>
              isShare
                ? rest(hasDecayed({ shares }), words.shareOfRate({ ...of, name, ratio: numeral(ratio, 3) }))
                : words.effectiveRate({ ...of, name, effective: numeral(made / Math.abs(gradient), 3) })
          }
        }),
      words.comma
    )
  ]
}

/** What is true of several coordinates in the same words is said once, of all of them. */
export function once(
  said: readonly { readonly name: string; readonly sentence: (name: string) => string }[],
  comma: string
): readonly string[] {
  const kinds = [...new Set(said.map(({ sentence }) => sentence('')))]
  return kinds.map((kind) => {
    const alike = said.filter(({ sentence }) => sentence('') === kind)
    return alike[0]?.sentence(alike.map(({ name }) => name).join(comma)) ?? ''
  })
}

/**
 * The least slope along a step where it arrives, as a share of the one it fell along, for it to have crossed the valley: less
 * of it is rounding, as where Newton's method lands on the bottom of a bowl.
 */
const leastAcross = 1e-5

/** The least angle between a step and −∇f that is worth a word, in degrees. */
const leastAngle = 1

/** What is to be said of the step as a whole. */
export function stepReasons(report: StepReport, words: Words['lab']['stepPanel']): readonly string[] {
  const { before, after, noise, algorithm } = report
  const move = moveOf(report)
  const stays = move.every((part) => part === 0)
  if (algorithm?.simplex) return [stays ? words.bestStays : words.bestMoved]
  if (stays) return []
  const angle = angleToDescent(report)
  const values = { angle: numeral(Math.round(angle)), downhill: noise === null ? words.downhill : words.downhillExact }
  // Of one variable there are two directions, and the sentences of the coordinate tell which.
  const isTurned = move.length > 1 && angle >= leastAngle
  const [begun, arrived] = [before, after].map(({ gradient }) => dot(gradient, move)) as [number, number]
  // With noise the slope where it arrived is another's.
  const isAcross = noise === null && begun < 0 && arrived > leastAcross * -begun
  return [
    ...(isTurned ? [angle > 90 ? words.uphill(values) : words.turned(values)] : []),
    ...(isAcross ? [after.value > before.value ? words.crossedHigher : words.crossed] : [])
  ]
}

/** Of so many coordinates a step is told at first. */
export const mostShown = 3

/** The coordinates that moved most, in their order. */
export function mostMoved(report: StepReport): readonly number[] {
  const sizes = moveOf(report).map(Math.abs)
  const byMove = [...sizes.keys()].sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0))
  return byMove.slice(0, mostShown).sort((one, other) => one - other)
}

const moveOf = ({ before, after }: StepReport) =>
  after.point.map((end, axis) => end - (before.point[axis] ?? Number.NaN))

/** Between the step and −∇f, in degrees; NaN where one of them has no direction. */
const angleToDescent = (report: StepReport) =>
  angleBetween(
    moveOf(report),
    report.before.gradient.map((_, axis) => -slopeOf(report, axis))
  )

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, part, axis) => sum + part * (b[axis] ?? Number.NaN), 0)

function angleBetween(a: readonly number[], b: readonly number[]): number {
  const [one, other] = [Math.hypot(...a), Math.hypot(...b)]
  const cosine = dot(
    a.map((part) => part / one),
    b.map((part) => part / other)
  )
  return (Math.acos(Math.min(Math.max(cosine, -1), 1)) * 180) / Math.PI
}
