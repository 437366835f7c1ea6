import { isFixedRate } from '@shared/methods/method'
import { isWithin, type Setting } from '@shared/methods/setting'
import { methodNamed } from '@shared/methods/table'
import type { Remedy, Suggestion } from '@shared/protocol'
import { curvatures } from '../landscape/stationary'
import type { Plan } from '../optimise/plan'
import type { Pulse } from '../pulse'
import { type Finding, findingOf } from './finding'
import { type Followed, follow } from './follow'
import { shiftedStarts } from './other-starts'
import { ladder, trialBudget } from './thresholds'
import { remedied, type Trial, Trials } from './trial'

/** A way to look for a remedy. */
type Look = (search: Search) => Trial | null

interface Search {
  readonly finding: Finding
  readonly followed: Followed
  readonly trials: Trials
  /** The steps of the run, and how many a trial with them is given. */
  readonly own: number
  readonly room: number
  /** Rates that theory proposes, tried before all others. */
  readonly natural: readonly number[]
}

const tooFar: readonly Look[] = [withoutMomentum, smallerRate, lessMomentum, slowRate]
/** Where to look for what helps, in this order; nothing where all is well, or where nothing is to be found. */
const looks: Partial<Record<Finding['kind'], readonly Look[]>> = {
  growing: tooFar,
  diverged: tooFar,
  unbounded: tooFar,
  circling: tooFar,
  'left-domain': [usualEpsilon, ...tooFar],
  descending: [largerRate, longerRun, offTheRidge],
  slow: [largerRate, longerRun, smallerRate, otherStart],
  unmoved: [largerRate],
  rest: [otherStart]
}

/**
 * One change with which the run settles in a minimum. It was run and judged as every run is; null where none was found, or
 * none is wanted. Where a run diverged and none settles, a rate with which f only gets lower may do.
 */
export function suggestionFor(
  finding: Finding,
  followed: Followed,
  natural: readonly number[],
  pulse?: Pulse
): Suggestion | null {
  const { plan, ending } = followed
  // Where h is large, another start comes to the same place.
  if (ending.reason === 'target' || finding.cause === 'noise' || finding.of === 'shifted') return null
  const trials = new Trials(followed, pulse)
  const own = plan.steps
  const search: Search = { finding, followed, trials, own, room: Math.max(2 * own, trialBudget.patience), natural }
  for (const look of looks[finding.kind] ?? []) {
    const found = look(search)
    const suggestion = found && judged(found, followed, pulse)
    if (suggestion) return suggestion
  }
  return finding.kind === 'diverged' ? calmRate(search) : null
}

/** A trial as a suggestion, if the run that the button makes is judged to come to a minimum. */
function judged({ remedy, settled }: Trial, { objective, plan }: Followed, pulse?: Pulse): Suggestion | null {
  const enough = settled !== null && settled <= plan.steps
  const room = enough ? plan.steps : roundedUp(settled ?? 0)
  if (room > trialBudget.longest) return null
  const retried = follow(objective, { ...remedied(plan, remedy), steps: room }, pulse && { beat: () => pulse.beat() })
  const { kind, step } = findingOf(retried, null, pulse && { beat: () => pulse.beat() })
  return kind === 'minimum' || kind === 'near' ? { ...remedy, steps: step, room, enough } : null
}

/** The first remedy, of those with which a run settles in its own steps, that theory proposes; or else the one that settles soonest. */
function soonest({ trials, own, room }: Search, proposed: readonly Remedy[], others: readonly Remedy[]): Trial | null {
  let best: Trial | null = null
  for (const remedy of proposed) {
    const trial = trials.run(remedy, room)
    if (trial?.settled == null) continue
    if (trial.settled <= own) return trial
    if (!best || trial.settled < (best.settled ?? 0)) best = trial
  }
  for (const remedy of others) {
    const trial = trials.run(remedy, room)
    const isSooner = trial?.settled != null && (!best || trial.settled < (best.settled ?? 0))
    // Of a ladder of rates those beyond the best are worse and worse.
    if (best && !isSooner) break
    if (isSooner) best = trial
  }
  return best
}

function smallerRate(search: Search): Trial | null {
  const { proposed, steps } = ratesOf(search, ratesBelow)
  return soonest(search, proposed, steps)
}

function largerRate(search: Search): Trial | null {
  const { proposed, steps } = ratesOf(search, ratesAbove)
  const found = soonest(search, proposed, steps)
  const { settles } = search.finding
  // Who gets there by going on needs no other rate that is hardly better.
  const isWorth = found && (settles === undefined || 2 * (found.settled ?? 0) <= settles)
  return isWorth ? found : null
}

/** The largest rates that are not too large, with which it may take long, as in the valley of Rosenbrock. */
function slowRate(search: Search): Trial | null {
  let calm = 0
  for (const remedy of ratesOf(search, ratesBelow).steps) {
    const trial = search.trials.run(remedy, trialBudget.long)
    if (!trial || trial.settled !== null) return trial
    if (!Number.isNaN(trial.value)) calm++
    if (calm === ladder.calm) return null
  }
  return null
}

/** Where none settles: the rate with which f comes down lowest without ever rising above the start, of those before it gets worse. */
function calmRate(search: Search): Suggestion | null {
  const steps = search.own
  let best: Trial | null = null
  for (const remedy of ratesOf(search, ratesBelow).steps) {
    const trial = search.trials.run(remedy, steps)
    if (!trial || (best && !(trial.value < best.value))) break
    if (trial.isCalm) best = trial
  }
  if (!best) return null
  // A rule of the user's may end it sooner.
  const { objective, plan } = search.followed
  const { history } = follow(objective, remedied(plan, best.remedy), undefined, undefined, 0)
  return { ...best.remedy, steps: history.taken, room: steps, enough: true, unsettled: true }
}

/** Without any friction no rate helps. */
function withoutMomentum(search: Search): Trial | null {
  return search.followed.plan.settings['momentum'] === 1 ? lessMomentum(search) : null
}

function lessMomentum(search: Search): Trial | null {
  const { plan } = search.followed
  const present = plan.settings['momentum']
  const setting = settingOf(plan, 'momentum')
  if (!setting || present === undefined) return null
  const lower = ladder.momenta.filter((value) => value < present && isWithin(setting, value))
  return soonest(
    search,
    lower.map((value) => ({ change: 'momentum', value })),
    []
  )
}

/** With an ε above 0 nothing is divided by 0. */
function usualEpsilon(search: Search): Trial | null {
  const setting = settingOf(search.followed.plan, 'eps')
  if (search.finding.cause !== 'epsilon' || !setting) return null
  return soonest(search, [{ change: 'eps', value: setting.default }], [])
}

/** More of the same. */
function longerRun({ followed, trials, finding }: Search): Trial | null {
  const { plan } = followed
  const row = methodNamed(plan.method, plan.convention)
  const isQuick = row && isFixedRate(row) && plan.gradient.method === 'exact'
  const most = isQuick ? trialBudget.longest : trialBudget.long
  if (plan.steps >= most) return null
  return trials.run({ change: 'steps' }, finding.settles ? Math.min(most, 2 * finding.settles) : most)
}

function otherStart(search: Search): Trial | null {
  for (const start of shiftedStarts(search.followed)) {
    const trial = search.trials.run({ change: 'start', start }, search.room)
    if (trial && trial.settled !== null) return trial
  }
  return null
}

/** Where f bends down the run may be on its way to a saddle, and no number of steps helps. */
function offTheRidge(search: Search): Trial | null {
  const { objective, future } = search.followed
  const [lowest] = curvatures(objective, future.history.end) ?? []
  return lowest && lowest.value < 0 ? otherStart(search) : null
}

function settingOf(plan: Plan, id: string): Setting | undefined {
  return methodNamed(plan.method, plan.convention)?.settings.find((setting) => setting.id === id)
}

/** The rates to try: those of theory, and a ladder from the present one on. None if the method has no learning rate. */
function ratesOf({ followed: { plan }, natural }: Search, from: (lr: number) => number[]) {
  const setting = settingOf(plan, 'lr')
  const present = plan.settings['lr']
  const remedies = (rates: readonly number[]) =>
    rates
      .filter((rate) => setting && rate !== present && isWithin(setting, rate))
      .map((value): Remedy => ({ change: 'lr', value }))
  return { proposed: remedies(natural), steps: remedies(present === undefined ? [] : from(present)) }
}

const mantissas = [1, 2, 5] as const
const roundRate = (rung: number) => Number(`${mantissas[((rung % 3) + 3) % 3]}e${Math.floor(rung / 3)}`)

/** 1, 2, 5, 10 …: those below `lr`, the largest first; above `usual` only tenths, since hardly any can be right there. */
function ratesBelow(lr: number): number[] {
  const { usual, smaller } = ladder
  const tenths: number[] = []
  for (let decade = Math.floor(Math.log10(lr)); 10 ** decade > usual; decade--) tenths.push(Number(`1e${decade}`))
  const rung = Math.ceil(3 * Math.log10(Math.min(lr, usual))) + 1
  const rates = Array.from({ length: smaller + 3 }, (_, i) => roundRate(rung - i))
  return [...tenths, ...rates.filter((rate) => rate <= usual).slice(0, smaller)].filter((rate) => rate < lr)
}

/** 1, 2, 5, 10 …: those above `lr`, the smallest first; above `usual` only the next few. */
function ratesAbove(lr: number): number[] {
  const { usual, larger } = ladder
  const rung = Math.floor(3 * Math.log10(lr)) - 1
  const rates = Array.from({ length: larger + 3 }, (_, i) => roundRate(rung + i))
  return rates.filter((rate) => rate > lr && rate <= Math.max(usual, 10 * lr)).slice(0, larger)
}

/** A number of steps to be set: of two significant digits, never below. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.ceil(Number((value / unit).toPrecision(12))) * unit
}
