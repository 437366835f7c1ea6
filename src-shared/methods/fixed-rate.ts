import type { FixedRate } from './method'
import { everyPositive, type Setting, zeroAndUp, zeroToBelowOne } from './setting'

const learningRate = (usual: number): Setting => ({
  id: 'lr',
  default: usual,
  ...everyPositive,
  slider: { scale: 'log', min: 1e-4, max: 10 },
  symbol: '\\eta'
})

/** 1 is allowed as an experiment: without friction the point never comes to rest. */
const momentum: Setting = {
  id: 'momentum',
  default: 0.9,
  ...zeroToBelowOne,
  maxIncluded: true,
  slider: { scale: 'linear', min: 0, max: 1 },
  symbol: '\\mu'
}

const decay = (id: 'beta1' | 'beta2', usual: number, symbol: string): Setting => ({
  id,
  default: usual,
  ...zeroToBelowOne,
  slider: { scale: 'linear', min: 0, max: 0.999 },
  symbol
})
const betas = [decay('beta1', 0.9, '\\beta_1'), decay('beta2', 0.999, '\\beta_2')]

const epsilon = (usual: number): Setting => ({
  id: 'eps',
  default: usual,
  ...zeroAndUp,
  slider: { scale: 'log', min: 1e-12, max: 1 },
  symbol: '\\varepsilon'
})

const rateDecay: Setting = {
  id: 'lr_decay',
  default: 0,
  ...zeroAndUp,
  slider: { scale: 'linear', min: 0, max: 1 },
  symbol: '\\delta'
}

const book = 'Introductory deep-learning textbook (Japanese), chapter on parameter updates; '

/**
 * Every fixed-rate method, one row a convention. Order: as offered. All else – the run, the form, the validation,
 * the typeset rule, the step explained with numbers – is made from a row, so a new method is a new row.
 */
export const fixedRateMethods: readonly FixedRate[] = [
  {
    id: 'descent',
    convention: 'book',
    family: 'gradient',
    settings: [learningRate(0.01)],
    memory: {},
    rule: [{ target: 'x', formula: 'x - lr*g' }],
    symbols: {},
    source: 'Cauchy 1847, Comptes rendus 25, 536–538'
  },
  {
    id: 'descent',
    convention: 'library',
    family: 'gradient',
    settings: [learningRate(0.001)],
    memory: {},
    rule: [{ target: 'x', formula: 'x - lr*g' }],
    symbols: {},
    source: 'torch.optim.SGD'
  },
  {
    id: 'momentum',
    convention: 'book',
    family: 'momentum',
    settings: [learningRate(0.01), momentum],
    memory: { v: 0 },
    rule: [
      { target: 'v', formula: 'momentum*v - lr*g' },
      { target: 'x', formula: 'x + v' }
    ],
    symbols: {},
    source: book + 'Polyak 1964, USSR Comput. Math. 4(5), 1–17'
  },
  {
    id: 'momentum',
    convention: 'library',
    family: 'momentum',
    settings: [learningRate(0.001), momentum],
    // The library begins with buf = g; from 0 the first line gives just that.
    memory: { buf: 0 },
    rule: [
      { target: 'buf', formula: 'momentum*buf + g' },
      { target: 'x', formula: 'x - lr*buf' }
    ],
    symbols: { buf: 'b' },
    source: 'torch.optim.SGD with momentum'
  },
  {
    id: 'adagrad',
    convention: 'book',
    family: 'adaptive',
    settings: [learningRate(0.01), epsilon(1e-7)],
    memory: { h: 0 },
    rule: [
      { target: 'h', formula: 'h + g^2' },
      { target: 'x', formula: 'x - lr*g/(sqrt(h) + eps)' }
    ],
    symbols: {},
    source: book + 'Duchi, Hazan, Singer 2011, JMLR 12, 2121–2159'
  },
  {
    id: 'adagrad',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(0.01), epsilon(1e-10), rateDecay],
    memory: { h: 0 },
    rule: [
      { target: 'rate', formula: 'lr/(1 + (t - 1)*lr_decay)' },
      { target: 'h', formula: 'h + g^2' },
      { target: 'x', formula: 'x - rate*g/(sqrt(h) + eps)' }
    ],
    symbols: { rate: '\\eta_t' },
    source: 'torch.optim.Adagrad'
  },
  {
    id: 'adam',
    convention: 'book',
    family: 'adaptive',
    settings: [learningRate(0.001), ...betas, epsilon(1e-7)],
    memory: { m: 0, v: 0 },
    rule: [
      { target: 'm', formula: 'm + (1 - beta1)*(g - m)' },
      { target: 'v', formula: 'v + (1 - beta2)*(g^2 - v)' },
      { target: 'rate', formula: 'lr*sqrt(1 - beta2^t)/(1 - beta1^t)' },
      { target: 'x', formula: 'x - rate*m/(sqrt(v) + eps)' }
    ],
    symbols: { rate: '\\eta_t' },
    source: book + 'Kingma, Ba 2015, arXiv:1412.6980, end of section 2'
  },
  {
    id: 'adam',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(0.001), ...betas, epsilon(1e-8)],
    memory: { m: 0, v: 0 },
    rule: [
      { target: 'm', formula: 'beta1*m + (1 - beta1)*g' },
      { target: 'v', formula: 'beta2*v + (1 - beta2)*g^2' },
      { target: 'rate', formula: 'lr/(1 - beta1^t)' },
      { target: 'x', formula: 'x - rate*m/(sqrt(v)/sqrt(1 - beta2^t) + eps)' }
    ],
    symbols: { rate: '\\eta_t' },
    source: 'torch.optim.Adam; Kingma, Ba 2015, arXiv:1412.6980, algorithm 1'
  }
]
