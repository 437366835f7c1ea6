import { isFixedRate } from '@shared/methods/method'
import { isWithin, type Setting } from '@shared/methods/setting'
import { methodNamed } from '@shared/methods/table'
import type { Remedy, Suggestion, Verdict } from '@shared/protocol'
import type { Pulse } from '../pulse'
import { curvatures } from './critical'
import { shiftedStarts } from './other-starts'
import type { Finished } from './rest'
import { Trials } from './trials'

/** A smaller rate may take this many steps, though the run has fewer, if no other settles: it cures divergence first of all. */
const patience = 1000
/** Or so many, where only the largest few rates that do not diverge are tried. */
const longPatience = 20_000
const calmRates = 3
/**
 * The same run is followed for at most so many steps, each time so many times longer: fewer where a step costs more, as
 * that of a method with code of its own, which needs few, and that of one with noise, which hardly settles.
 */
const farthest = { rule: 100_000, slow: 10_000, algorithm: 2000 }
const longer = 4
/** How far the search goes: smaller rates over ten decades, larger ones over three. */
const smallerRates = 30
const largerRates = 9
/** The largest rate anyone would try first. */
const usual = 10
/** Of these the first that is lower and settles. */
const momenta = [0.9, 0.8, 0.5, 0]

/** A way to look for a remedy. `natural`: rates that theory proposes (see `naturalRates`), tried before all others. */
type Look = (finished: Finished, trials: Trials, natural: readonly number[]) => Suggestion | null

/** Where to look for what helps, in this order; nothing where all is well, or where nothing is to be found. */
const looks: Partial<Record<Verdict['kind'], readonly Look[]>> = {
  diverged: [withFriction, smallerRate, lessMomentum, slowRate, calmRate],
  'left-domain': [withFriction, smallerRate, lessMomentum, slowRate],
  overflow: [withFriction, smallerRate, lessMomentum, slowRate, calmRate],
  bottomless: [withFriction, smallerRate, lessMomentum, slowRate],
  leapt: [withFriction, smallerRate, lessMomentum, slowRate],
  'zero-epsilon': [usualEpsilon],
  growing: [withFriction, smallerRate, lessMomentum, slowRate],
  bouncing: [withFriction, smallerRate, lessMomentum, slowRate],
  zigzag: [smallerRateInTime, longerRun, offTheRidge],
  descending: [largerRateInTime, largerRate, longerRun, offTheRidge],
  flat: [largerRateInTime, longerRun, otherStart],
  rounded: [largerRateInTime],
  saddle: [otherStart],
  maximum: [otherStart],
  level: [otherStart]
}

/** One change with which the run settles in a minimum, or at least is calm, tried; null where none was found, or none is wanted. */
export function suggestionFor(
  kind: Verdict['kind'],
  finished: Finished,
  natural: readonly number[],
  pulse?: Pulse
): Suggestion | null {
  const { reason } = finished.ending
  if (reason === 'target' || reason === 'cancelled') return null
  const trials = new Trials(finished, pulse)
  for (const look of looks[kind] ?? []) {
    const found = look(finished, trials, natural)
    if (found) return found
  }
  return null
}

/**
 * Rates for gradient descent on a quadratic with curvatures from `least` to `most`, both positive: 1/most, with which
 * nothing oscillates, and 2/(most + least), which is the fastest in the end. To two digits, never above.
 */
export function naturalRates(least: number, most: number): number[] {
  return [1 / most, 2 / (most + least)].map(roundedDown)
}

function smallerRate(finished: Finished, trials: Trials, natural: readonly number[]): Suggestion | null {
  const inTime = smallerRateInTime(finished, trials, natural)
  if (inTime || trials.own >= patience) return inTime
  const { proposed, ladder } = ratesOf(finished, natural, ratesBelow)
  return trials.inMore(trials.first(proposed, patience) ?? trials.best(ladder, patience))
}

/** The largest rates that are not too large, with which it may take long, as in the valley of Rosenbrock. */
function slowRate(finished: Finished, trials: Trials): Suggestion | null {
  if (farthestOf(finished.plan) < longPatience || trials.own >= patience) return null
  let calm = 0
  for (const remedy of ratesOf(finished, [], ratesBelow).ladder) {
    const { settled, value } = trials.run(remedy, longPatience)
    if (settled) return trials.inMore(settled)
    if (!Number.isNaN(value)) calm++
    if (calm === calmRates || trials.isOver) return null
  }
  return null
}

/** Where none settles: the rate with which f comes down lowest without ever rising above the start, of those before it gets worse. */
function calmRate(finished: Finished, trials: Trials): Suggestion | null {
  const { steps } = finished.plan
  if (trials.own < steps) return null
  let best: Suggestion | null = null
  let lowest = Number.POSITIVE_INFINITY
  for (const remedy of ratesOf(finished, [], ratesBelow).ladder) {
    const { value, isCalm } = trials.run(remedy, steps)
    if (best && !(value < lowest)) break
    if (!isCalm) continue
    best = { ...remedy, steps, room: steps, enough: true, unsettled: true }
    lowest = value
  }
  return best
}

function smallerRateInTime(finished: Finished, trials: Trials, natural: readonly number[]): Suggestion | null {
  const { proposed, ladder } = ratesOf(finished, natural, ratesBelow)
  return trials.first(proposed, trials.own) ?? trials.best(ladder, trials.own)
}

function largerRateInTime(finished: Finished, trials: Trials, natural: readonly number[]): Suggestion | null {
  const { proposed, ladder } = ratesOf(finished, natural, ratesAbove)
  return trials.first(proposed, trials.own) ?? trials.best(ladder, trials.own)
}

function largerRate(finished: Finished, trials: Trials, natural: readonly number[]): Suggestion | null {
  if (trials.own >= patience) return null
  const { proposed, ladder } = ratesOf(finished, natural, ratesAbove)
  return trials.inMore(trials.first(proposed, patience) ?? trials.best(ladder, patience))
}

/** Without any friction no rate helps. */
function withFriction(finished: Finished, trials: Trials): Suggestion | null {
  return finished.plan.settings['momentum'] === 1 ? lessMomentum(finished, trials) : null
}

function lessMomentum({ plan }: Finished, trials: Trials): Suggestion | null {
  const present = plan.settings['momentum']
  const setting = settingOf(plan, 'momentum')
  if (!setting || present === undefined) return null
  const lower = momenta.filter((value) => value < present && isWithin(setting, value))
  return trials.first(
    lower.map((value) => ({ change: 'momentum', value })),
    trials.own
  )
}

/** With an ε above 0 nothing is divided by 0. */
function usualEpsilon({ plan }: Finished, trials: Trials): Suggestion | null {
  const setting = settingOf(plan, 'eps')
  if (!setting) return null
  const remedies: readonly Remedy[] = [{ change: 'eps', value: setting.default }]
  return trials.first(remedies, trials.own) ?? trials.inMore(trials.first(remedies, patience))
}

function longerRun({ plan }: Finished, trials: Trials): Suggestion | null {
  const remedy: Remedy = { change: 'steps' }
  const most = farthestOf(plan)
  let lowest = Number.POSITIVE_INFINITY
  for (let room = plan.steps; room < most; ) {
    room = Math.min(longer * room, most)
    const { settled, isAtRest, value } = trials.run(remedy, room)
    if (settled) return trials.inMore(settled)
    if (isAtRest || !(value < lowest)) return null
    lowest = value
  }
  return null
}

function farthestOf({ method, convention, noise, gradient }: Finished['plan']): number {
  const row = methodNamed(method, convention)
  if (!row || !isFixedRate(row)) return farthest.algorithm
  return gradient.method !== 'exact' || (noise && noise.sigma > 0) ? farthest.slow : farthest.rule
}

function otherStart(finished: Finished, trials: Trials): Suggestion | null {
  const remedies = shiftedStarts(finished).map((start): Remedy => ({ change: 'start', start }))
  const inTime = trials.first(remedies, trials.own)
  return inTime || trials.own >= patience ? inTime : trials.inMore(trials.first(remedies, patience))
}

/** Where f bends down the run may be on its way to a saddle, and no number of steps helps. */
function offTheRidge(finished: Finished, trials: Trials): Suggestion | null {
  const [lowest] = curvatures(finished.objective, finished.history.end) ?? []
  return lowest && lowest.value < 0 ? otherStart(finished, trials) : null
}

function settingOf(plan: Finished['plan'], id: string): Setting | undefined {
  return methodNamed(plan.method, plan.convention)?.settings.find((setting) => setting.id === id)
}

/** The rates to try: those of theory, and a ladder from the present one on. None if the method has no learning rate. */
function ratesOf({ plan }: Finished, natural: readonly number[], ladder: (lr: number) => number[]) {
  const setting = settingOf(plan, 'lr')
  const present = plan.settings['lr']
  const remedies = (rates: readonly number[]) =>
    rates
      .filter((rate) => setting && rate !== present && isWithin(setting, rate))
      .map((value): Remedy => ({ change: 'lr', value }))
  return { proposed: remedies(natural), ladder: remedies(present === undefined ? [] : ladder(present)) }
}

const mantissas = [1, 2, 5] as const
const roundRate = (rung: number) => Number(`${mantissas[((rung % 3) + 3) % 3]}e${Math.floor(rung / 3)}`)

/** 1, 2, 5, 10 …: those below `lr`, the largest first; above `usual` only tenths, since hardly any can be right there. */
function ratesBelow(lr: number): number[] {
  const tenths: number[] = []
  for (let decade = Math.floor(Math.log10(lr)); 10 ** decade > usual; decade--) tenths.push(Number(`1e${decade}`))
  const rung = Math.ceil(3 * Math.log10(Math.min(lr, usual))) + 1
  const ladder = Array.from({ length: smallerRates + 3 }, (_, i) => roundRate(rung - i))
  return [...tenths, ...ladder.filter((rate) => rate <= usual).slice(0, smallerRates)].filter((rate) => rate < lr)
}

/** 1, 2, 5, 10 …: those above `lr`, the smallest first; above `usual` only the next few. */
function ratesAbove(lr: number): number[] {
  const rung = Math.floor(3 * Math.log10(lr)) - 1
  const ladder = Array.from({ length: largerRates + 3 }, (_, i) => roundRate(rung + i))
  return ladder.filter((rate) => rate > lr && rate <= Math.max(usual, 10 * lr)).slice(0, largerRates)
}

/** Two significant digits, never above: what is shown is what was tried. */
function roundedDown(value: number): number {
  const unit = Math.floor(Math.log10(value)) - 1
  // The nearest whole number first, so that 0.5 does not become 0.49.
  const units = Number((value / 10 ** unit).toPrecision(12))
  return Number(`${Math.floor(units)}e${unit}`)
}
