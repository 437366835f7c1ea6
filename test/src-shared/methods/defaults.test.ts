import { boundsText, defaultSettings, type Setting } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import { describe, expect, test } from 'vitest'

/** The constants of the strong Wolfe conditions for gradients and their conjugates, and for quasi-Newton: Nocedal & Wright, section 3.1. */
const steep = { reach: 1, c1: 1e-4, c2: 0.1 }
const quasiNewton = { reach: 1, c1: 1e-4, c2: 0.9 }
const betas = { beta1: 0.9, beta2: 0.999 }

/** As the book prints them; as in the signatures of torch.optim, but for the momentum, which is 0 there; as in the papers. */
const defaults: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'descent book': { lr: 0.01 },
  'descent library': { lr: 0.001 },
  'momentum book': { lr: 0.01, momentum: 0.9 },
  'momentum library': { lr: 0.001, momentum: 0.9 },
  'nesterov book': { lr: 0.01, momentum: 0.9 },
  'nesterov library': { lr: 0.001, momentum: 0.9 },
  'adagrad book': { lr: 0.01, eps: 1e-7 },
  'adagrad library': { lr: 0.01, eps: 1e-10, lr_decay: 0 },
  'rmsprop book': { lr: 0.01, rho: 0.99, eps: 1e-7 },
  'rmsprop library': { lr: 0.01, rho: 0.99, eps: 1e-8, momentum: 0 },
  'adadelta library': { lr: 1, rho: 0.9, eps: 1e-6 },
  'adam book': { lr: 0.001, ...betas, eps: 1e-7 },
  'adam library': { lr: 0.001, ...betas, eps: 1e-8 },
  'adamw library': { lr: 0.001, ...betas, eps: 1e-8, weight_decay: 0.01 },
  'adamax library': { lr: 0.002, ...betas, eps: 1e-8 },
  'nadam library': { lr: 0.002, ...betas, eps: 1e-8, momentum_decay: 0.004 },
  'radam library': { lr: 0.001, ...betas, eps: 1e-8 },
  'armijo book': { initial: 1, shrink: 0.5, c1: 1e-4 },
  'wolfe book': steep,
  'conjugate book': steep,
  'bfgs book': quasiNewton,
  'lbfgs book': { ...quasiNewton, memory: 10 },
  'newton book': { c1: 1e-4, shrink: 0.5, delta: 1e-3 },
  'trust-region book': { radius: 1, radius_max: 1000, eta: 0.1, delta: 1e-3 },
  'nelder-mead book': { size: 1 }
}

/** Where every method that has the setting agrees; `name in method` where one does not. */
const bounds: Readonly<Record<string, string>> = {
  lr: '0 < lr',
  momentum: '0 ≤ momentum ≤ 1',
  rho: '0 < rho < 1',
  beta1: '0 ≤ beta1 < 1',
  beta2: '0 ≤ beta2 < 1',
  eps: '0 ≤ eps',
  lr_decay: '0 ≤ lr_decay',
  weight_decay: '0 ≤ weight_decay',
  momentum_decay: '0 ≤ momentum_decay',
  initial: '0 < initial',
  shrink: '0 < shrink ≤ 0.95',
  // Backtracking asks for c₁ < 1 alone; the strong Wolfe conditions for c₁ < c₂, whatever both are.
  c1: '0 < c1 < 0.01',
  'c1 in armijo': '0 < c1 < 1',
  'c1 in newton': '0 < c1 < 1',
  c2: '0.01 ≤ c2 < 1',
  reach: '0 < reach',
  memory: '1 ≤ memory ≤ 100',
  delta: '0 < delta ≤ 1',
  radius: '0 < radius',
  radius_max: '0 < radius_max',
  // Nocedal & Wright, algorithm 4.1: η in [0, ¼).
  eta: '0 ≤ eta < 0.25',
  size: '0 < size'
}

describe.each(methods.map((method) => [`${method.id} ${method.convention}`, method] as const))('%s', (name, method) => {
  test('begins with the published settings', () => {
    expect(defaultSettings(method)).toEqual(defaults[name])
  })

  test('has the bounds that its theory asks for', () => {
    const own = ({ id }: Setting) => bounds[`${id} in ${method.id}`] ?? bounds[id]
    expect(method.settings.map(boundsText)).toEqual(method.settings.map(own))
  })
})

test('c₁ is below c₂ within the bounds of every method that has both', () => {
  const both = methods.flatMap(({ settings }) => {
    const [c1, c2] = ['c1', 'c2'].map((id) => settings.find((setting) => setting.id === id))
    return c1 && c2 ? [{ c1, c2 }] : []
  })
  expect(both).toHaveLength(4)
  for (const { c1, c2 } of both) {
    expect(c1.max).toBeLessThanOrEqual(c2.min)
    expect(c1.maxIncluded && c2.minIncluded).toBe(false)
  }
})
