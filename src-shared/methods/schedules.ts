import { everyPositive, type Setting, zeroAndUp } from './setting'

/**
 * How the learning rate changes with the steps. `factor` is what it is multiplied by, a formula over t (the step, from 1)
 * and the settings: 1 or less, and not negative.
 */
export interface Schedule {
  readonly id: string
  readonly settings: readonly Setting[]
  readonly factor: string
  readonly source: string
}

const count = (id: string, usual: number, symbol: string): Setting => ({
  id,
  default: usual,
  min: 1,
  minIncluded: true,
  max: 1_000_000,
  maxIncluded: true,
  whole: true,
  slider: { scale: 'log', min: 1, max: 1000 },
  symbol
})

/** 1 is allowed: nothing changes. */
const ratio = (usual: number, least: number): Setting => ({
  id: 'gamma',
  default: usual,
  ...everyPositive,
  max: 1,
  maxIncluded: true,
  slider: { scale: 'linear', min: least, max: 1 },
  symbol: '\\gamma'
})

const final: Setting = {
  id: 'final',
  default: 0,
  ...zeroAndUp,
  max: 1,
  maxIncluded: true,
  slider: { scale: 'linear', min: 0, max: 1 },
  symbol: 'r'
}

const hyperbolicDecay: Setting = {
  id: 'decay',
  default: 0.01,
  ...zeroAndUp,
  slider: { scale: 'log', min: 1e-4, max: 10 },
  symbol: '\\delta'
}

/** Every schedule, in the order offered. */
export const schedules: readonly Schedule[] = [
  { id: 'constant', settings: [], factor: '1', source: '' },
  {
    id: 'step',
    settings: [ratio(0.5, 0.01), count('every', 20, 'N')],
    factor: 'gamma^floor((t - 1)/every)',
    source: 'torch.optim.lr_scheduler.StepLR'
  },
  {
    id: 'exponential',
    settings: [ratio(0.98, 0.5)],
    factor: 'gamma^(t - 1)',
    source: 'torch.optim.lr_scheduler.ExponentialLR'
  },
  {
    id: 'inverse',
    settings: [hyperbolicDecay],
    factor: '1/(1 + decay*(t - 1))',
    source: 'Robbins, Monro 1951, Ann. Math. Stat. 22(3), 400–407; as lr_decay of torch.optim.Adagrad'
  },
  {
    id: 'cosine',
    settings: [count('period', 100, 'T'), final],
    factor: 'final + (1 - final)*(1 + cos(pi*min(t - 1, period)/period))/2',
    source:
      'Loshchilov, Hutter 2017, arXiv:1608.03983, equation 5, without restarts; torch.optim.lr_scheduler.CosineAnnealingLR'
  },
  {
    id: 'warmup',
    settings: [count('warmup', 10, 'W'), count('period', 100, 'T'), final],
    factor: 't/warmup if t <= warmup else final + (1 - final)*(1 + cos(pi*min(t - 1 - warmup, period)/period))/2',
    source: 'Goyal et al. 2017, arXiv:1706.02677, section 2.2 (gradual warm-up), then the cosine'
  }
]

/** The row of a schedule, or undefined if there is none: also for `__proto__` and the like. */
export const scheduleNamed = (id: string): Schedule | undefined => schedules.find((schedule) => schedule.id === id)
