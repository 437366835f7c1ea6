import {
  betas,
  epsilon,
  learningRate,
  meanSquareDecay,
  momentum,
  momentumDecay,
  rateDecay,
  weightDecay
} from './fixed-rate-settings'
import type { Assignment, FixedRate } from './method'

const book = 'Introductory deep-learning textbook (Japanese), chapter on parameter updates; '

/** The two means of Adam and of all that follow it, as the library writes them. */
const mean: Assignment = { target: 'm', formula: 'beta1*m + (1 - beta1)*g' }
const meanSquare: Assignment = { target: 'v', formula: 'beta2*v + (1 - beta2)*g^2' }

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
    settings: [learningRate(0.01), momentum()],
    memory: { v: 0 },
    rule: [
      { target: 'v', formula: 'momentum*v - lr*g' },
      { target: 'x', formula: 'x + v' }
    ],
    inertia: 'v + lr*g',
    symbols: {},
    source: book + 'Polyak 1964, USSR Comput. Math. 4(5), 1–17'
  },
  {
    id: 'momentum',
    convention: 'library',
    family: 'momentum',
    settings: [learningRate(0.001), momentum()],
    // The library begins with buf = g; from 0 the first line gives just that.
    memory: { buf: 0 },
    rule: [
      { target: 'buf', formula: 'momentum*buf + g' },
      { target: 'x', formula: 'x - lr*buf' }
    ],
    inertia: '-lr*(buf - g)',
    symbols: { buf: 'b' },
    source: 'torch.optim.SGD with momentum'
  },
  {
    id: 'nesterov',
    convention: 'book',
    family: 'momentum',
    settings: [learningRate(0.01), momentum()],
    memory: { v: 0 },
    // The old velocity moves the point: x comes before v.
    rule: [
      { target: 'x', formula: 'x + momentum^2*v - (1 + momentum)*lr*g' },
      { target: 'v', formula: 'momentum*v - lr*g' }
    ],
    inertia: 'momentum*(v + lr*g)',
    symbols: {},
    source: book + 'Bengio, Boulanger-Lewandowski, Pascanu 2012, arXiv:1212.0901, equations 6 and 7'
  },
  {
    id: 'nesterov',
    convention: 'library',
    family: 'momentum',
    settings: [learningRate(0.001), momentum()],
    memory: { buf: 0 },
    rule: [
      { target: 'buf', formula: 'momentum*buf + g' },
      { target: 'x', formula: 'x - lr*(g + momentum*buf)' }
    ],
    inertia: '-lr*momentum*(buf - g)',
    symbols: { buf: 'b' },
    source: 'torch.optim.SGD with nesterov; Sutskever, Martens, Dahl, Hinton 2013, ICML 28(3), 1139–1147'
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
    factor: '1/(1 + (t - 1)*lr_decay)',
    symbols: { rate: '\\eta_t' },
    source: 'torch.optim.Adagrad'
  },
  {
    id: 'rmsprop',
    convention: 'book',
    family: 'adaptive',
    settings: [learningRate(0.01), meanSquareDecay(0.99), epsilon(1e-7)],
    memory: { h: 0 },
    rule: [
      { target: 'h', formula: 'rho*h + (1 - rho)*g^2' },
      { target: 'x', formula: 'x - lr*g/(sqrt(h) + eps)' }
    ],
    symbols: {},
    source: book + 'Tieleman, Hinton 2012, Coursera: Neural Networks for Machine Learning, lecture 6e'
  },
  {
    id: 'rmsprop',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(0.01), meanSquareDecay(0.99), epsilon(1e-8), momentum(0)],
    memory: { h: 0, buf: 0 },
    rule: [
      { target: 'h', formula: 'rho*h + (1 - rho)*g^2' },
      { target: 'buf', formula: 'momentum*buf + g/(sqrt(h) + eps)' },
      { target: 'x', formula: 'x - lr*buf' }
    ],
    inertia: '-lr*(buf - g/(sqrt(h) + eps))',
    symbols: { buf: 'b' },
    source: 'torch.optim.RMSprop'
  },
  {
    id: 'adadelta',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(1), meanSquareDecay(0.9), epsilon(1e-6)],
    memory: { s: 0, a: 0 },
    rule: [
      { target: 's', formula: 'rho*s + (1 - rho)*g^2' },
      { target: 'delta', formula: 'sqrt(a + eps)/sqrt(s + eps)*g' },
      { target: 'x', formula: 'x - lr*delta' },
      { target: 'a', formula: 'rho*a + (1 - rho)*delta^2' }
    ],
    factor: 'sqrt(a + eps)',
    symbols: { delta: '\\Delta' },
    source: 'torch.optim.Adadelta; Zeiler 2012, arXiv:1212.5701, algorithm 1'
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
    inertia: '-rate*(m - (1 - beta1)*g)/(sqrt(v) + eps)',
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
      mean,
      meanSquare,
      { target: 'rate', formula: 'lr/(1 - beta1^t)' },
      { target: 'd', formula: 'sqrt(v)/sqrt(1 - beta2^t) + eps' },
      { target: 'x', formula: 'x - rate*m/d' }
    ],
    inertia: '-rate*(m - (1 - beta1)*g)/d',
    symbols: { rate: '\\eta_t' },
    source: 'torch.optim.Adam; Kingma, Ba 2015, arXiv:1412.6980, algorithm 1'
  },
  {
    id: 'adamw',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(0.001), ...betas, epsilon(1e-8), weightDecay],
    memory: { m: 0, v: 0 },
    rule: [
      { target: 'shrunk', formula: 'x*(1 - lr*weight_decay)' },
      mean,
      meanSquare,
      { target: 'rate', formula: 'lr/(1 - beta1^t)' },
      { target: 'd', formula: 'sqrt(v)/sqrt(1 - beta2^t) + eps' },
      { target: 'x', formula: 'shrunk - rate*m/d' }
    ],
    inertia: '-rate*(m - (1 - beta1)*g)/d',
    symbols: { shrunk: '\\tilde{x}', rate: '\\eta_t' },
    source: 'torch.optim.AdamW; Loshchilov, Hutter 2019, arXiv:1711.05101, algorithm 2'
  },
  {
    id: 'adamax',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(0.002), ...betas, epsilon(1e-8)],
    memory: { m: 0, u: 0 },
    rule: [
      mean,
      { target: 'u', formula: 'max(beta2*u, abs(g) + eps)' },
      { target: 'rate', formula: 'lr/(1 - beta1^t)' },
      { target: 'x', formula: 'x - rate*m/u' }
    ],
    inertia: '-rate*(m - (1 - beta1)*g)/u',
    symbols: { rate: '\\eta_t' },
    source: 'torch.optim.Adamax; Kingma, Ba 2015, arXiv:1412.6980, algorithm 2'
  },
  {
    id: 'nadam',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(0.002), ...betas, epsilon(1e-8), momentumDecay],
    memory: { m: 0, v: 0, P: 1 },
    rule: [
      { target: 'mu', formula: 'beta1*(1 - 0.5*0.96^(t*momentum_decay))' },
      { target: 'mu_next', formula: 'beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))' },
      { target: 'P', formula: 'P*mu' },
      mean,
      meanSquare,
      { target: 'd', formula: 'sqrt(v/(1 - beta2^t)) + eps' },
      { target: 'rate_g', formula: 'lr*(1 - mu)/(1 - P)' },
      { target: 'rate_m', formula: 'lr*mu_next/(1 - P*mu_next)' },
      { target: 'x', formula: 'x - rate_g*g/d - rate_m*m/d' }
    ],
    inertia: '-rate_m*(m - (1 - beta1)*g)/d',
    // The weights of all gradients up to now; those in m add up to 1 − β₁ᵗ.
    factor: '(rate_g + rate_m*(1 - beta1^t))/lr',
    symbols: { mu: '\\mu_t', mu_next: '\\mu_{t+1}', rate_g: '\\eta_g', rate_m: '\\eta_m' },
    source: 'torch.optim.NAdam; Dozat 2016, ICLR workshop, algorithm 2'
  },
  {
    id: 'radam',
    convention: 'library',
    family: 'adaptive',
    settings: [learningRate(0.001), ...betas, epsilon(1e-8)],
    memory: { m: 0, v: 0 },
    rule: [
      mean,
      meanSquare,
      { target: 'm_hat', formula: 'm/(1 - beta1^t)' },
      { target: 'rho_inf', formula: '2/(1 - beta2) - 1' },
      { target: 'rho_t', formula: 'rho_inf - 2*t*beta2^t/(1 - beta2^t)' },
      {
        target: 'r',
        formula: 'sqrt((rho_t - 4)*(rho_t - 2)*rho_inf/((rho_inf - 4)*(rho_inf - 2)*rho_t)) if rho_t > 5 else 0'
      },
      { target: 'scale', formula: 'r*sqrt(1 - beta2^t)/(sqrt(v) + eps) if rho_t > 5 else 1' },
      { target: 'x', formula: 'x - lr*m_hat*scale' }
    ],
    inertia: '-lr*(m - (1 - beta1)*g)/(1 - beta1^t)*scale',
    factor: 'r',
    symbols: { m_hat: '\\hat{m}', rho_inf: '\\rho_\\infty', rho_t: '\\rho_t', r: 'r_t', scale: 's' },
    source: 'torch.optim.RAdam; Liu et al. 2020, arXiv:1908.03265, algorithm 2'
  }
]
